import { Carried } from "@/components/form/carried"
import { Icon } from "@/components/ui/icon"
import { LANES, TRACKS } from "@/lib/domain/scale"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { fieldsOfFilter, type QueueFilter, searchOfFilter } from "./filter"

/** Lane and age as links, the rest as one form; every state has an address. */
export function QueueFilters({
  locale,
  filter,
  plans,
  shown,
  all,
}: {
  locale: Locale
  filter: QueueFilter
  plans: PlanHead[]
  shown: number
  all: number
}) {
  const { admin, terms } = messages(locale)
  const { queue } = admin
  const to = (change: Partial<QueueFilter>) => `/${locale}/admin${searchOfFilter({ ...filter, all: false, ...change })}`
  const kept = fieldsOfFilter(filter).filter(([name]) => ["list", "lane", "age", "lead"].includes(name))
  return (
    <div className="fbar mt-3 mb-1! flex!">
      {filter.section === "stale" ? (
        <>
          <nav className="seg" aria-label={queue.lane}>
            {LANES.map((lane) => (
              <a key={lane} href={to({ lane })} aria-current={filter.lane === lane ? "true" : undefined}>
                {terms.lane[lane]}
              </a>
            ))}
          </nav>
          <nav className="seg" aria-label={queue.age}>
            <a href={to({ age: "stale" })} aria-current={filter.age === "stale" ? "true" : undefined}>
              {queue.stale}
            </a>
            <a href={to({ age: "all" })} aria-current={filter.age === "all" ? "true" : undefined}>
              {queue.all}
            </a>
          </nav>
        </>
      ) : null}
      <form className="flex flex-wrap items-center gap-3" action={`/${locale}/admin`}>
        <Carried pairs={kept} />
        <select className="in only-l" name="plan" aria-label={queue.plans} defaultValue={filter.plan ?? ""}>
          <option value="">{queue.bothPlans}</option>
          {plans.map((plan) => (
            <option key={plan.id} value={plan.id}>
              {queue.planYear(plan.year)}
            </option>
          ))}
        </select>
        <select className="in only-l" name="track" aria-label={queue.track} defaultValue={filter.track ?? ""}>
          <option value="">{queue.bothTracks}</option>
          {TRACKS.map((track) => (
            <option key={track} value={track}>
              {terms.track[track]}
            </option>
          ))}
        </select>
        {filter.section === "stale" ? (
          <select className="in only-l" name="level" aria-label={queue.rated} defaultValue={filter.level ?? ""}>
            <option value="">{queue.anyLevel}</option>
            <option value="unrated">{queue.unrated}</option>
            <option value="never">{queue.neverAssessed}</option>
          </select>
        ) : null}
        <input
          id="queue-search"
          className="in w-[160px]!"
          type="search"
          name="q"
          aria-label={queue.search}
          aria-keyshortcuts="/"
          placeholder={queue.searchHint}
          defaultValue={filter.q}
        />
        <button type="submit" className="btn">
          <Icon name="filter" />
          {queue.show}
        </button>
      </form>
      <span className="cnt num">{queue.count(shown, all)}</span>
    </div>
  )
}
