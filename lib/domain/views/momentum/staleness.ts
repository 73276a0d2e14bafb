import { type Day, monthsBetween } from "@/lib/domain/date"
import { type Imbalance, imbalance, type Score, score } from "@/lib/domain/indices"
import { cellOf, lastChecked, type Snapshot } from "@/lib/domain/ledger"
import type { Commitment } from "@/lib/domain/records"
import { type Reading, levelAt, type Tracks } from "@/lib/domain/views/scope"

/** Unit: whole months without a look. */
export const STALE_MONTHS = [12, 24] as const

/**
 * The headline without what nobody has looked at for longer than so many months: those count as unrated, so the index
 * rests on the fresh ones and the range holds everything the stale ones may have become since. It always holds the
 * range of the headline itself. `share` = stale ÷ rated, 0–1, null when nothing is rated.
 */
export type StaleHeadline = {
  months: (typeof STALE_MONTHS)[number]
  rated: Record<keyof Tracks, number>
  stale: Record<keyof Tracks, number>
  share: number | null
  tracks: Tracks
  imbalance: Imbalance
}

export function staleHeadlines(
  facts: Snapshot,
  commitments: readonly Commitment[],
  reading: Reading,
  asOf: Day,
): StaleHeadline[] {
  const all = commitments.map((it) => {
    const checkedOn = lastChecked(facts, cellOf({ commitment: it.id, ...reading }), asOf)
    const age = checkedOn === null ? Infinity : monthsBetween(checkedOn, asOf)
    return { track: it.track, level: levelAt(facts, it, reading, asOf), age }
  })
  type Each = (typeof all)[number]
  const byTrack = <T>(of: (own: Each[]) => T): Record<keyof Tracks, T> => ({
    kinetic: of(all.filter((it) => it.track === "kinetic")),
    nonKinetic: of(all.filter((it) => it.track === "non-kinetic")),
    all: of(all),
  })
  return STALE_MONTHS.map((months) => {
    const isStale = (it: Each) => it.level !== null && it.age > months
    const rated = byTrack((own) => own.filter((it) => it.level !== null).length)
    const stale = byTrack((own) => own.filter(isStale).length)
    const tracks = byTrack((own): Score => score(own.map((it) => (isStale(it) ? null : it.level))))
    return {
      months,
      rated,
      stale,
      share: rated.all === 0 ? null : stale.all / rated.all,
      tracks,
      imbalance: imbalance(tracks.kinetic, tracks.nonKinetic),
    }
  })
}
