import type { Day } from "@/lib/domain/date"
import type { Imbalance } from "@/lib/domain/indices"
import { cellOf, type Snapshot, standing } from "@/lib/domain/ledger"
import { idOf, type Operation, withOperations } from "@/lib/domain/proposal"
import type { Assessment } from "@/lib/domain/records"
import type { Lane, Level, Track, UnratedReason } from "@/lib/domain/scale"
import {
  commitmentHead,
  type CommitmentHead,
  commitmentsInScope,
  imbalanceOf,
  pointHead,
  type PointHead,
  scoreOf,
  type Tracks,
  tracksOf,
} from "@/lib/domain/views/scope"
import type { Score } from "@/lib/domain/indices"

type BeforeAfter<T> = { before: T; after: T }
export type Standing = { level: Level | null; unratedReason: UnratedReason | null; effectiveOn: Day } | null

/** What publishing a proposal would move, as of one day: commitments, strands, and each plan's headline in the lanes touched. */
export type Effect = {
  commitments: ({ commitment: CommitmentHead; lane: Lane; region: string | null } & BeforeAfter<Standing>)[]
  strands: ({ point: PointHead; track: Track; lane: Lane } & BeforeAfter<Score>)[]
  plans: ({ plan: string; lane: Lane; imbalance: BeforeAfter<Imbalance> } & BeforeAfter<Tracks>)[]
}

/** Compares the facts with and without the operations, using the very functions that readers' numbers come from. */
export function effectOf(facts: Snapshot, operations: readonly Operation[], asOf: Day): Effect {
  const after = withOperations(facts, operations)
  const cells = new Map<string, { commitment: string; lane: Lane; region: string | null }>()
  for (const operation of operations) {
    if (operation.kind !== "assessment") continue
    const old = facts.records.assessment.get(idOf(operation))
    const fresh: Assessment | undefined = operation.act === "withdraw" ? undefined : operation.record
    for (const it of [old, fresh]) {
      if (it && after.records.commitment.has(it.commitment)) {
        cells.set(cellOf(it), { commitment: it.commitment, lane: it.lane, region: it.region })
      }
    }
  }
  const touched = [...cells.values()].map((cell) => ({
    ...cell,
    record: after.records.commitment.get(cell.commitment)!,
  }))
  const stands = (from: Snapshot, cell: (typeof touched)[number]): Standing => {
    const found = standing(from, cellOf(cell), asOf)
    return found && { level: found.level, unratedReason: found.unratedReason, effectiveOn: found.effectiveOn }
  }
  const strands = unique(touched, (it) => `${it.record.point}/${it.record.track}/${it.lane}`)
  const plans = unique(touched, (it) => `${it.record.plan}/${it.lane}`)

  return {
    commitments: touched.map((cell) => ({
      commitment: commitmentHead(after, cell.record),
      lane: cell.lane,
      region: cell.region,
      before: stands(facts, cell),
      after: stands(after, cell),
    })),
    strands: strands.map(({ record, lane }) => {
      const own = [...after.records.commitment.values()].filter(
        (it) => it.point === record.point && it.track === record.track,
      )
      const of = (from: Snapshot) => scoreOf(from, own, { lane, region: null }, asOf)
      const point = pointHead(after, after.records.point.get(record.point)!)
      return { point, track: record.track, lane, before: of(facts), after: of(after) }
    }),
    plans: plans.map(({ record, lane }) => {
      const of = (from: Snapshot) => {
        const scope = { plan: record.plan, points: null, track: null, region: null }
        return tracksOf(from, commitmentsInScope(from, scope), { lane, region: null }, asOf)
      }
      const [before, now] = [of(facts), of(after)]
      return {
        plan: record.plan,
        lane,
        before,
        after: now,
        imbalance: { before: imbalanceOf(before), after: imbalanceOf(now) },
      }
    }),
  }
}

function unique<T>(items: readonly T[], name: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [name(item), item])).values()]
}
