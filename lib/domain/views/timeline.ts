import { type Day, dayOf, daysBetween, type Instant, yearEnds } from "@/lib/domain/date"
import type { Ledger, Snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { eventsBetween } from "@/lib/domain/views/series"
import type { Text } from "@/lib/domain/views/scope"

/** A day worth stopping at: the end of a year, today, or the day of an event (or both). `year` null between years' ends. */
export type Stop = { on: Day; year: number | null; event: Text | null }

/** The days a view can be asked about, and what had been published by the one it is. */
export type Timeline = {
  from: Day
  to: Day
  stops: Stop[]
  /** The event nearest to the as-of day, the earlier of two as near; null where none is known. */
  nearest: { on: Day; title: Text } | null
  /** Of the revisions the question knows, the newest published by the as-of day; null where none was yet. */
  knownThen: { revision: number; publishedAt: Instant } | null
  /** When the record began. */
  firstPublished: Instant
}

/** Years' ends and the events named on the charts, from the plan's adoption to today, as the question's revision knew them. */
export function timelineOf(ledger: Ledger, facts: Snapshot, question: Question): Timeline {
  const { plan, asOf, today, region } = question
  const from = facts.records.plan.get(plan)?.adoptedOn ?? today
  const events = eventsBetween(facts, from, today, null, [region]).filter((event) => event.onChart)
  const byDay = new Map<Day, Stop>(yearEnds(from, today).map(({ year, on }) => [on, { on, year, event: null }]))
  for (const { on, title } of events) byDay.set(on, { on, year: byDay.get(on)?.year ?? null, event: title })
  const stops = [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
  return {
    from,
    to: today,
    stops,
    nearest: nearestOf(stops, asOf),
    knownThen: publishedBy(ledger, asOf, facts.revision),
    firstPublished: ledger.revisions[0]!.publishedAt,
  }
}

/** The event nearest to a day; of two as near the earlier. */
export function nearestOf(stops: readonly Stop[], day: Day): Timeline["nearest"] {
  let nearest: { on: Day; title: Text } | null = null
  let distance = Infinity
  for (const { on, event } of stops) {
    if (event === null) continue
    const away = Math.abs(daysBetween(on, day))
    if (away < distance) [nearest, distance] = [{ on, title: event }, away]
  }
  return nearest
}

/** The newest revision up to `known` that was published by the end of a day in Pakistan, or null. */
export function publishedBy(ledger: Ledger, day: Day, known: number): Timeline["knownThen"] {
  const revision = ledger.revisions.findLast(({ number, publishedAt }) => number <= known && dayOf(publishedAt) <= day)
  return revision ? { revision: revision.number, publishedAt: revision.publishedAt } : null
}
