import type { Day } from "@/lib/domain/date"
import { type Score, score } from "@/lib/domain/indices"
import { cellOf, type Ledger, type Revision } from "@/lib/domain/ledger"
import type { Kind } from "@/lib/domain/records"
import { type Track, TRACKS } from "@/lib/domain/scale"
import { belongingOf } from "@/lib/domain/views/change-item"
import type { Past } from "@/lib/domain/views/past"
import { planHead, type PlanHead } from "@/lib/domain/views/scope"

/** What a revision did to the headline index of one track, whole country, finding lane. Units as in Score. */
export type IndexMove = { plan: PlanHead; track: Track; before: Score; after: Score }

/** The kinds whose records enter a headline. */
const MOVING: readonly Kind[] = ["assessment", "commitment", "point", "plan"]

/**
 * The headline indices that a revision moved, as of a day, by the formula that all others use. None of the starting
 * data, before which there was nothing to move.
 */
export function movesOf(ledger: Ledger, past: Past, revision: Revision, asOf: Day): IndexMove[] {
  if (revision.kind === "dataset") return []
  const plans = revision.entries.flatMap((entry) =>
    MOVING.includes(entry.kind)
      ? [revision.number - 1, revision.number].flatMap((at) => belongingOf(past, entry, at).plans)
      : [],
  )
  return [...new Set(plans)].sort().flatMap((plan) => {
    const head = past.version("plan", plan, revision.number)
    if (!head) return []
    const before = scoresOf(ledger, past, plan, revision.number - 1, asOf)
    const after = scoresOf(ledger, past, plan, revision.number, asOf)
    return TRACKS.filter((track) => isMoved(before[track], after[track])).map((track) => ({
      plan: planHead(head.record),
      track,
      before: before[track],
      after: after[track],
    }))
  })
}

const isMoved = (a: Score, b: Score) => a.index !== b.index || a.low !== b.low || a.high !== b.high

function scoresOf(ledger: Ledger, past: Past, plan: string, revision: number, asOf: Day): Record<Track, Score> {
  const scoreOf = (track: Track) =>
    score(
      [...ledger.versions.commitment.keys()].flatMap((id) => {
        const found = past.version("commitment", id, revision)
        if (!found || found.withdrawn || found.record.track !== track) return []
        const point = past.version("point", found.record.point, revision)
        if (!point || point.withdrawn || point.record.plan !== plan) return []
        const cell = cellOf({ commitment: id, lane: "finding", region: null })
        return [past.standing(cell, asOf, revision)?.level ?? null]
      }),
    )
  return { kinetic: scoreOf("kinetic"), "non-kinetic": scoreOf("non-kinetic") }
}
