import { Carried } from "@/components/form/carried"
import { Icon } from "@/components/ui/icon"
import { Segment } from "@/components/views/controls/segment"
import { SubmitOnChange } from "@/components/views/controls/submit-on-change"
import type { Query } from "@/lib/domain/query"
import { TRACKS } from "@/lib/domain/scale"
import { CHANGE_KINDS, type ChangeFilter, type ChangesView } from "@/lib/domain/views/changes"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { changesAddress } from "./address"

/** Kind, plan and track as links, the point as a form: each state has an address, and none needs JavaScript. */
export function ChangeFilters({ locale, view, query }: { locale: Locale; view: ChangesView; query: Query }) {
  const { changes, controls, terms } = messages(locale)
  const { filter } = view
  const to = (change: Partial<ChangeFilter>) => changesAddress(locale, { ...filter, ...change }, query)
  if (filter.revision !== null) {
    return (
      <p className="mt-2">
        <a href={to({ revision: null })}>{changes.everything}</a>
      </p>
    )
  }
  return (
    <div className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-3">
      {filter.since === null ? null : (
        <p className="basis-full">
          <a
            className="pill no-underline"
            href={to({ since: null })}
            title={controls.remove(changes.after(filter.since))}
          >
            {changes.after(filter.since)}
            <Icon name="close" />
          </a>
        </p>
      )}
      <div className="field min-w-0">
        <span className="lab">{changes.filter}</span>
        <Segment
          className="flex-wrap"
          label={changes.filter}
          choices={[null, ...CHANGE_KINDS.filter((kind) => kind !== "dataset" || filter.kind === "dataset")].map(
            (kind) => ({ words: changes.kinds[kind ?? "all"], href: to({ kind }), chosen: kind === filter.kind }),
          )}
        />
      </div>
      <div className="field">
        <span className="lab">{changes.edition}</span>
        <Segment
          label={changes.edition}
          className="flex-wrap"
          choices={[
            { words: changes.bothPlans, href: to({ plan: null, points: null }), chosen: filter.plan === null },
            ...view.plans.map((plan) => ({
              words: controls.planYear(plan.year),
              href: to({ plan: plan.id, points: null }),
              chosen: plan.id === filter.plan,
            })),
          ]}
        />
      </div>
      <div className="field">
        <span className="lab">{controls.track}</span>
        <Segment
          label={controls.track}
          className="flex-wrap"
          choices={[null, ...TRACKS].map((track) => ({
            words: track === null ? controls.bothTracks : terms.track[track],
            href: to({ track }),
            chosen: track === filter.track,
          }))}
        />
      </div>
      {filter.plan === null ? null : <PointChoice locale={locale} view={view} query={query} />}
    </div>
  )
}

function PointChoice({ locale, view, query }: { locale: Locale; view: ChangesView; query: Query }) {
  const { changes, terms } = messages(locale)
  const { filter } = view
  const [action = "", search = ""] = changesAddress(locale, { ...filter, points: null }, query).split("?")
  return (
    <form action={action} className="field min-w-0 basis-[280px]">
      <Carried pairs={new URLSearchParams(search)} />
      <label htmlFor="changes-point">{changes.point}</label>
      <div className="flex gap-2">
        <SubmitOnChange>
          <select
            id="changes-point"
            name="points"
            className="in w-full"
            defaultValue={filter.points?.length === 1 ? String(filter.points[0]) : ""}
          >
            <option value="">{changes.allPoints}</option>
            {view.choices.map((point) => (
              <option key={point.id} value={point.number}>
                {terms.point(point.number)}: {inLocale(locale, point.title).text}
              </option>
            ))}
          </select>
        </SubmitOnChange>
        <button className="btn [@media(scripting:enabled)]:hidden!" type="submit">
          {changes.show}
        </button>
      </div>
    </form>
  )
}
