import { canonical } from "@/lib/domain/canonical"
import type { Day } from "@/lib/domain/date"
import { grouped } from "@/lib/domain/group"
import type { Imbalance } from "@/lib/domain/indices"
import { cellOf, order, type Snapshot, standing } from "@/lib/domain/ledger"
import { idOf, type Operation, withOperations } from "@/lib/domain/proposal"
import type { Commitment, Kind } from "@/lib/domain/records"
import { Lane, type Level, type Track, type UnratedReason } from "@/lib/domain/scale"
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

const LANES = Lane.options

type BeforeAfter<T> = { before: T; after: T }
export type Standing = { level: Level | null; unratedReason: UnratedReason | null; effectiveOn: Day } | null

/**
 * What publishing a proposal would move, as of one day: the commitments it touches, and every strand and headline whose
 * figures change or that such a commitment belongs to, in each lane.
 */
export type Effect = {
  commitments: ({ commitment: CommitmentHead; lane: Lane; region: string | null } & BeforeAfter<Standing>)[]
  strands: ({ point: PointHead; track: Track; lane: Lane } & BeforeAfter<Score>)[]
  plans: ({ plan: string; lane: Lane; imbalance: BeforeAfter<Imbalance> } & BeforeAfter<Tracks>)[]
}

/** Compares the facts with and without the operations, using the very functions that readers' numbers come from. */
export function effectOf(facts: Snapshot, operations: readonly Operation[], asOf: Day): Effect {
  const after = withOperations(facts, operations)
  const cells = touchedCells(facts, after, operations)
  const touched = [...cells.values()]
  const stands = (from: Snapshot, cell: Touched): Standing => {
    const found = from.records.commitment.has(cell.commitment) ? standing(from, cellOf(cell), asOf) : null
    return found && { level: found.level, unratedReason: found.unratedReason, effectiveOn: found.effectiveOn }
  }
  // Only what these operations can move at all is recomputed: a long import touches one plan, not each strand anew.
  const moves = operations.some((it) => MOVING.includes(it.kind))
  return {
    commitments: touched.map((cell) => ({
      commitment: commitmentHead(cell.side, cell.record),
      lane: cell.lane,
      region: cell.region,
      before: stands(facts, cell),
      after: stands(after, cell),
    })),
    strands: moves ? strandsMoved(facts, after, touched, asOf) : [],
    plans: moves ? plansMoved(facts, after, touched, asOf) : [],
  }
}

/** The kinds whose records enter a number of the headline. */
const MOVING: Kind[] = ["assessment", "commitment", "point", "plan"]

type Touched = { commitment: string; lane: Lane; region: string | null; record: Commitment; side: Snapshot }

/** The cells these operations touch: of their assessments, and of commitments that come, go or change. */
function touchedCells(facts: Snapshot, after: Snapshot, operations: readonly Operation[]): Map<string, Touched> {
  const cells = new Map<string, Touched>()
  const touch = (cell: { commitment: string; lane: Lane; region: string | null }) => {
    const side = after.records.commitment.has(cell.commitment) ? after : facts
    const record = side.records.commitment.get(cell.commitment)
    const { commitment, lane, region } = cell
    if (record) cells.set(cellOf(cell), { commitment, lane, region, record, side })
  }
  for (const operation of operations) {
    const id = idOf(operation)
    if (operation.kind === "commitment") for (const lane of LANES) touch({ commitment: id, lane, region: null })
    if (operation.kind !== "assessment") continue
    const sides = [facts.records.assessment.get(id), after.records.assessment.get(id)]
    for (const it of sides) if (it) touch(it)
  }
  return cells
}

function strandsMoved(facts: Snapshot, after: Snapshot, touched: Touched[], asOf: Day): Effect["strands"] {
  const named = new Set(touched.map((it) => `${it.record.point}/${it.record.track}/${it.lane}`))
  const [before, now] = [strandsOf(facts), strandsOf(after)]
  return [...new Set([...before.keys(), ...now.keys()])].sort(order).flatMap((name) => {
    const [id, track] = name.split("/") as [string, Track]
    const side = after.records.point.has(id) ? after : facts
    const record = side.records.point.get(id)
    if (!record) return []
    const [was, is] = [before.get(name) ?? [], now.get(name) ?? []]
    return LANES.flatMap((lane) => {
      const score = (from: Snapshot, own: Commitment[]) => scoreOf(from, own, { lane, region: null }, asOf)
      const moved = { before: score(facts, was), after: score(after, is) }
      const isTold = named.has(`${id}/${track}/${lane}`) || differs(moved)
      return isTold ? [{ point: pointHead(side, record), track, lane, ...moved }] : []
    })
  })
}

const strandsOf = (facts: Snapshot) =>
  grouped(facts.records.commitment.values(), (it: Commitment) => `${it.point}/${it.track}`)

function plansMoved(facts: Snapshot, after: Snapshot, touched: Touched[], asOf: Day): Effect["plans"] {
  const named = new Set(touched.map((it) => `${it.record.plan}/${it.lane}`))
  const plans = [...new Set([...facts.records.plan.keys(), ...after.records.plan.keys()])].sort(order)
  return plans.flatMap((plan) =>
    LANES.flatMap((lane) => {
      const of = (from: Snapshot) => {
        const scope = { plan, points: null, track: null, region: null }
        return tracksOf(from, commitmentsInScope(from, scope), { lane, region: null }, asOf)
      }
      const moved = { before: of(facts), after: of(after) }
      if (!named.has(`${plan}/${lane}`) && !differs(moved)) return []
      return [
        { plan, lane, ...moved, imbalance: { before: imbalanceOf(moved.before), after: imbalanceOf(moved.after) } },
      ]
    }),
  )
}

const differs = <T>({ before, after }: BeforeAfter<T>) => canonical(before) !== canonical(after)
