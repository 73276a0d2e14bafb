import { type Day, yearEnds } from "@/lib/domain/date"
import { BANDS, percentages, type Score } from "@/lib/domain/indices"
import type { Snapshot } from "@/lib/domain/ledger"
import type { Commitment } from "@/lib/domain/records"
import { type Track, TRACKS } from "@/lib/domain/scale"
import { type Reading, scoreOf } from "@/lib/domain/views/scope"

/** How a track was composed at a year's end. `shares`: whole percent in the order of BANDS, total 100; all 0 if empty. */
export type YearComposition = { year: number; on: Day; track: Track; score: Score; shares: number[] }

/** Every year's end since the plan was adopted, the last cut short at the as-of day, each track. */
export function compositionsOf(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  adoptedOn: Day,
  asOf: Day,
): YearComposition[] {
  if (asOf < adoptedOn) return []
  return TRACKS.flatMap((track) => {
    const own = commitments.filter((it) => it.track === track)
    return yearEnds(adoptedOn, asOf).map(({ year, on }) => {
      const score = scoreOf(facts, own, reading, on)
      return { year, on, track, score, shares: percentages(BANDS.map((band) => score.composition[band])) }
    })
  })
}
