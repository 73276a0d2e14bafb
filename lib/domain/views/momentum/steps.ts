import { addDays, type Day, yearEnds } from "@/lib/domain/date"
import { cellOf, history, type Snapshot } from "@/lib/domain/ledger"
import type { Commitment } from "@/lib/domain/records"
import { type Level, type Track, TRACKS } from "@/lib/domain/scale"
import type { Reading } from "@/lib/domain/views/scope"

/**
 * What moved in one year on one track. `up`, `down`: commitments whose level rose or fell. `newlyRated`: a first level,
 * or one again after none could be given; `unrated`: a level that could no longer be given. Each with the levels it
 * added or took away, so that change = levelsUp − levelsDown + levelsFound − levelsLost is the change of Σ levels.
 */
export type YearSteps = {
  year: number
  track: Track
  from: Day
  to: Day
  up: number
  down: number
  newlyRated: number
  unrated: number
  levelsUp: number
  levelsDown: number
  levelsFound: number
  levelsLost: number
  change: number
}

/**
 * Every year from the day after the plan was adopted until the as-of day, each track. What held on the day of adoption
 * is the baseline and no step. Of several assessments of one day the last stands.
 */
export function stepsOf(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  adoptedOn: Day,
  asOf: Day,
): YearSteps[] {
  if (asOf < adoptedOn) return []
  const years = yearEnds(adoptedOn, asOf)
  return TRACKS.flatMap((track) => {
    const own = commitments.filter((it) => it.track === track)
    const moves = own.flatMap((it) => movesOf(facts, it, reading, adoptedOn, asOf))
    return years.map(({ year, on }, at): YearSteps => {
      const first = at === 0 ? adoptedOn : addDays(years[at - 1]!.on, 1)
      return { year, track, from: first, to: on, ...sumOf(moves.filter((it) => it.on >= first && it.on <= on)) }
    })
  })
}

function sumOf(moves: readonly Move[]): Omit<YearSteps, "year" | "track" | "from" | "to"> {
  const sum = {
    ...{ up: 0, down: 0, newlyRated: 0, unrated: 0 },
    ...{ levelsUp: 0, levelsDown: 0, levelsFound: 0, levelsLost: 0, change: 0 },
  }
  for (const { from, to } of moves) {
    sum.change += (to ?? 0) - (from ?? 0)
    if (from === null) {
      sum.newlyRated++
      sum.levelsFound += to ?? 0
    } else if (to === null) {
      sum.unrated++
      sum.levelsLost += from
    } else if (to > from) {
      sum.up++
      sum.levelsUp += to - from
    } else {
      sum.down++
      sum.levelsDown += from - to
    }
  }
  return sum
}

/** The sum over the years of one track, and the year with most levels risen or fallen (the first of equals). */
export type StepTotals = Pick<YearSteps, "up" | "down" | "newlyRated" | "unrated" | "change"> & {
  track: Track
  busiest: { year: number; moves: number } | null
}

export function stepTotals(steps: readonly YearSteps[]): StepTotals[] {
  return TRACKS.flatMap((track) => {
    const own = steps.filter((it) => it.track === track)
    if (own.length === 0) return []
    const sum = (of: (it: YearSteps) => number) => own.reduce((total, it) => total + of(it), 0)
    const most = Math.max(...own.map((it) => it.up + it.down))
    const busiest = most === 0 ? null : { year: own.find((it) => it.up + it.down === most)!.year, moves: most }
    return [
      {
        track,
        up: sum((it) => it.up),
        down: sum((it) => it.down),
        newlyRated: sum((it) => it.newlyRated),
        unrated: sum((it) => it.unrated),
        change: sum((it) => it.change),
        busiest,
      },
    ]
  })
}

/** Every year in which as many levels rose or fell on a track as in its busiest one, oldest first. */
export function busiestYears(steps: readonly YearSteps[], { track, busiest }: StepTotals): number[] {
  return steps.filter((it) => it.track === track && it.up + it.down === busiest?.moves).map(({ year }) => year)
}

type Move = { on: Day; from: Level | null; to: Level | null }

function movesOf(facts: Snapshot, { id }: Commitment, reading: Reading, adoptedOn: Day, asOf: Day): Move[] {
  const moves: Move[] = []
  let level: Level | null = null
  for (const [at, it] of history(facts, cellOf({ commitment: id, ...reading }), asOf).entries()) {
    const last = moves.at(-1)
    if (it.effectiveOn <= adoptedOn) level = it.level
    else if (last?.on === it.effectiveOn && at > 0) last.to = level = it.level
    else {
      moves.push({ on: it.effectiveOn, from: level, to: it.level })
      level = it.level
    }
  }
  return moves.filter((move) => move.from !== move.to)
}
