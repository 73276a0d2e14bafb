import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { QueueRow } from "@/lib/domain/views/queue"
import { formatDay, isolate } from "@/lib/i18n/format"
import { filterRows, type QueueFilter, type QueueItem, searchOfFilter, type Section, SECTIONS } from "./filter"
import { Words } from "./queue-table"

/** Every part of the queue with how much waits in it. What was missed stands out. */
export function Sections({
  locale,
  filter,
  counts,
}: {
  locale: Locale
  filter: QueueFilter
  counts: Record<Section, number>
}) {
  const words = messages(locale).admin.queue.sections
  return (
    <nav className="sum4 parts" aria-label={words.label}>
      {SECTIONS.map((section) => (
        <a
          key={section}
          href={`/${locale}/admin${searchOfFilter({ ...EMPTY, section })}`}
          className={section === "missed" && counts.missed > 0 ? "sm hot" : "sm"}
          aria-current={filter.section === section ? "true" : undefined}
        >
          <b className="num">{counts[section]}</b>
          {words[section]}
        </a>
      ))}
    </nav>
  )
}

/** The filter of an address without parameters. */
const EMPTY: QueueFilter = {
  section: "stale",
  lane: "finding",
  plan: null,
  track: null,
  age: "stale",
  level: null,
  lead: false,
  q: "",
  all: false,
}

/** A short row of filters worth a bookmark, with how many commitments each lets through in its lane. */
export function Presets({
  locale,
  filter,
  plans,
  rows,
}: {
  locale: Locale
  filter: QueueFilter
  plans: PlanHead[]
  rows: Record<QueueFilter["lane"], QueueRow[]>
}) {
  const { admin, terms } = messages(locale)
  const { queue } = admin
  const presets: { words: string; change: Partial<QueueFilter> }[] = [
    ...plans.map((plan) => ({ words: queue.planYear(plan.year), change: { plan: plan.id } })),
    { words: terms.track.kinetic, change: { track: "kinetic" as const } },
    { words: terms.track["non-kinetic"], change: { track: "non-kinetic" as const } },
    { words: queue.leads, change: { lead: true } },
    { words: terms.lane.claim, change: { lane: "claim" as const } },
    { words: queue.unrated, change: { level: "unrated" as const, age: "all" as const } },
    { words: queue.neverAssessed, change: { level: "never" as const, age: "all" as const } },
  ]
  const here = searchOfFilter({ ...filter, all: false })
  return (
    <nav className="chips mb-2" aria-label={queue.presets}>
      {presets.map(({ words, change }) => {
        const wanted = { ...EMPTY, ...change }
        const search = searchOfFilter(wanted)
        return (
          <a
            key={words}
            className="preset"
            href={`/${locale}/admin${search}`}
            aria-current={search === here ? "true" : undefined}
          >
            {words} <span className="num">{filterRows(rows[wanted.lane], wanted).length}</span>
          </a>
        )
      })}
    </nav>
  )
}

/** The re-checks that were missed, in short: the first few, the longest overdue first. */
export function MissedList({ locale, items, empty }: { locale: Locale; items: QueueItem[]; empty: string }) {
  const { queue } = messages(locale).admin
  if (items.length === 0) return <p className="small muted">{empty}</p>
  return (
    <ul className="mini">
      {items.slice(0, 5).map(({ row, lane, task }) => (
        <li key={task!.id}>
          <b className="num pn">{isolate(locale, row.commitment.code)}</b>
          <span>
            <a href={`/${locale}/admin/recheck?commitment=${row.commitment.id}&lane=${lane}`}>
              <Words locale={locale} text={row.commitment.text} />
            </a>
            <br />
            <span className="small muted">{queue.due(task!.assignee.name, formatDay(locale, task!.dueOn))}</span>
          </span>
          <span className="pill hot">{queue.daysLate(task!.daysLate)}</span>
        </li>
      ))}
    </ul>
  )
}
