import type { Day } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import { order, type Snapshot } from "@/lib/domain/ledger"
import type { Body, Commitment } from "@/lib/domain/records"
import { type Reading, scoreOf, type Text, type Tracks, tracksOf } from "@/lib/domain/views/scope"

/** One body with the commitments that name it; `shared` of them name another body too and count there as well. */
export type BodyScore = { id: string; name: Text; tracks: Tracks; shared: number }
/** A kind of body; a commitment that names two of the kind counts once in it, one that names two kinds in both. */
export type KindScore = { sector: Body["sector"]; tracks: Tracks; shared: number; bodies: BodyScore[] }
export type Leads = { kinds: KindScore[]; nobody: Score }

/** Kinds of body and the bodies of each, those named for most commitments first: an order of size, not of merit. */
export function leadsOf(facts: Snapshot, commitments: readonly Commitment[], reading: Reading, asOf: Day): Leads {
  const sectorOf = (id: string) => facts.records.body.get(id)?.sector
  const sectors = new Set(commitments.flatMap((it) => it.bodies.flatMap((id) => sectorOf(id) ?? [])))
  const kinds = [...sectors].map((sector): KindScore => {
    const named = commitments.filter((it) => it.bodies.some((id) => sectorOf(id) === sector))
    const ids = new Set(named.flatMap((it) => it.bodies.filter((id) => sectorOf(id) === sector)))
    return {
      sector,
      tracks: tracksOf(facts, named, reading, asOf),
      shared: named.filter((it) => it.bodies.some((id) => sectorOf(id) !== sector)).length,
      bodies: [...ids].map((id) => bodyOf(facts, commitments, id, reading, asOf)).sort(bySize),
    }
  })
  return {
    kinds: kinds.sort((a, b) => size(b) - size(a) || order(a.sector, b.sector)),
    nobody: scoreOf(
      facts,
      commitments.filter((it) => it.bodies.length === 0),
      reading,
      asOf,
    ),
  }
}

function bodyOf(
  facts: Snapshot,
  commitments: readonly Commitment[],
  id: string,
  reading: Reading,
  asOf: Day,
): BodyScore {
  const { nameEn, nameUr } = facts.records.body.get(id)!
  const named = commitments.filter((it) => it.bodies.includes(id))
  return {
    id,
    name: { en: nameEn, ur: nameUr },
    tracks: tracksOf(facts, named, reading, asOf),
    shared: named.filter((it) => it.bodies.length > 1).length,
  }
}

const size = ({ tracks }: { tracks: Tracks }) => tracks.all.commitments
const bySize = (a: BodyScore, b: BodyScore) => size(b) - size(a) || order(a.id, b.id)
