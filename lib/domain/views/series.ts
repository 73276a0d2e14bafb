import { addMonths, type Day, monthEnds } from "@/lib/domain/date"
import {
  type Band,
  bandOf,
  type Composition,
  imbalance,
  type Imbalance,
  isTold,
  NOTHING_COUNTED,
  type Score,
  scoreOfCounts,
} from "@/lib/domain/indices"
import { cellOf, type Snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment, Event } from "@/lib/domain/records"
import { bearsOn } from "@/lib/domain/region"
import { type Track, TRACKS } from "@/lib/domain/scale"
import { countMovements, type Movement, movementOf } from "@/lib/domain/views/compare/difference"
import { imbalanceOf, levelAt, type Reading, type Text, type Tracks, tracksOf } from "@/lib/domain/views/scope"

/** The part of a score that a line and its band need; see Score for units. */
export type Reach = Pick<Score, "index" | "low" | "high" | "coverage">
export type SeriesPoint = { on: Day; kinetic: Reach; nonKinetic: Reach; all: Reach; imbalance: Imbalance }

const reach = ({ index, low, high, coverage }: Score): Reach => ({ index, low, high, coverage })

/**
 * The indices on the plan's first day, at every month's end since, and on the as-of day. A level holds
 * until someone looks again, so lines between these days are steps.
 */
export function seriesOf(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  from: Day,
  to: Day,
): SeriesPoint[] {
  const days = monthEnds(from, to)
  const [kinetic, nonKinetic] = TRACKS.map((track) =>
    countsOn(
      facts,
      commitments.filter((it) => it.track === track),
      reading,
      days,
    ),
  ) as [Composition[], Composition[]]
  return days.map((on, at) => {
    const tracks = { kinetic: scoreOfCounts(kinetic[at]!), nonKinetic: scoreOfCounts(nonKinetic[at]!) }
    return {
      on,
      kinetic: reach(tracks.kinetic),
      nonKinetic: reach(tracks.nonKinetic),
      all: reach(scoreOfCounts(sumOf(kinetic[at]!, nonKinetic[at]!))),
      imbalance: imbalance(tracks.kinetic, tracks.nonKinetic),
    }
  })
}

/** One strand or commitment set as a line: index and range at each month's end. */
export function lineOf(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  from: Day,
  to: Day,
): ({ on: Day } & Reach)[] {
  const days = monthEnds(from, to)
  const counts = countsOn(facts, commitments, reading, days)
  return days.map((on, at) => ({ on, ...reach(scoreOfCounts(counts[at]!)) }))
}

/** How many commitments stood at each level at the end of each of some ascending days; every history is read once. */
function countsOn(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  days: readonly Day[],
): Composition[] {
  const counts = days.map(() => ({ ...NOTHING_COUNTED }))
  for (const { id } of commitments) {
    const list = facts.assessments.get(cellOf({ commitment: id, ...reading })) ?? []
    let next = 0
    let band: Band = "unrated"
    for (const [at, on] of days.entries()) {
      for (; next < list.length && list[next]!.effectiveOn <= on; next++) band = bandOf(list[next]!.level)
      counts[at]![band]++
    }
  }
  return counts
}

const sumOf = (a: Composition, b: Composition): Composition => ({
  complete: a.complete + b.complete,
  intermediate: a.intermediate + b.intermediate,
  minimum: a.minimum + b.minimum,
  notInitiated: a.notInitiated + b.notInitiated,
  unrated: a.unrated + b.unrated,
})

/**
 * Change of each index over the 12 months before the as-of day, in points; null where either end has none. `movements`:
 * what became of the commitments meanwhile, since an index moves also where one is newly rated and no level changed.
 */
export type Momentum = Record<keyof Tracks, number | null> & {
  since: Day
  movements: Record<keyof Tracks, Record<Movement, number>>
}

export function momentumOf(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  now: Tracks,
  asOf: Day,
): Momentum {
  const since = addMonths(asOf, -12)
  const then = tracksOf(facts, commitments, reading, since)
  const moved = (track: keyof Tracks) => {
    const [before, after] = [then[track].index, now[track].index]
    return before === null || after === null ? null : after - before
  }
  const became = commitments.map((it) => ({
    track: it.track,
    movement: movementOf({ a: levelAt(facts, it, reading, since), b: levelAt(facts, it, reading, asOf) }),
  }))
  const counted = (track: Track | null) =>
    countMovements(became.filter((it) => track === null || it.track === track).map(({ movement }) => movement))
  return {
    since,
    kinetic: moved("kinetic"),
    nonKinetic: moved("nonKinetic"),
    all: moved("all"),
    movements: { kinetic: counted("kinetic"), nonKinetic: counted("non-kinetic"), all: counted(null) },
  }
}

/**
 * Which sentence heads the overview. `mostly-unrated` when under half of all commitments are rated;
 * otherwise the imbalance's own verdict, which is "cannot be told" wherever its range spans zero.
 */
export type Headline = "kinetic-ahead" | "non-kinetic-ahead" | "cannot-be-told" | "mostly-unrated" | "one-track"

export function headlineOf(tracks: Tracks, question: Pick<Question, "track">): Headline {
  if (!isTold(tracks.all)) return "mostly-unrated"
  return question.track === null ? imbalanceOf(tracks).verdict : "one-track"
}

export type EventMark = {
  id: string
  on: Day
  precision: Event["precision"]
  category: Event["category"]
  title: Text
  region: string | null
  killed: number | null
  onChart: boolean
}

/**
 * Dated events between two days that bear on one of the regions asked about, oldest first; all in the table, those marked
 * `onChart` named on the chart.
 */
export function eventsBetween(
  facts: Snapshot,
  from: Day,
  to: Day,
  points: readonly string[] | null,
  regions: readonly Question["region"][],
): EventMark[] {
  return [...facts.records.event.values()]
    .filter((event) => event.date >= from && event.date <= to)
    .filter((event) => regions.some((region) => bearsOn(region, event.region)))
    .filter((event) => points === null || event.relatedPoints.some((point) => points.includes(point)))
    .map((event) => ({
      id: event.id,
      on: event.date,
      precision: event.precision,
      category: event.category,
      title: { en: event.titleEn, ur: event.titleUr },
      region: event.region,
      killed: event.killed,
      onChart: event.onChart,
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
}
