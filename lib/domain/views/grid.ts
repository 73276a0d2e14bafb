import { type Day, yearEnds } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import { nearestLevel } from "@/lib/domain/indices"
import type { Snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment } from "@/lib/domain/records"
import { LANES, type Lane, type Level, type Track } from "@/lib/domain/scale"
import { type Kept, keptOf } from "@/lib/domain/views/compare/core"
import {
  commitmentsInScope,
  levelAt,
  type PlanHead,
  pointHead,
  type PointHead,
  pointsInScope,
  scoreOf,
} from "@/lib/domain/views/scope"

/**
 * One half of a point. `nothing-promised`: neither the plan nor a decision supports a commitment there;
 * `out-of-view`: the question's track or region leaves it out. Neither is a zero.
 */
export type Strand =
  | { state: "nothing-promised" | "out-of-view" }
  | {
      state: "scored"
      score: Record<Lane, Score>
      /** The level nearest to the strand's mean at each year's end; null when under half was rated. */
      cells: Record<Lane, (Level | null)[]>
    }

export type GridRow = {
  point: PointHead
  kinetic: Strand
  nonKinetic: Strand
  /**
   * False when the newer plan dropped the point or a part of it, on whatever day; null when the plan has not been
   * superseded. `kept` says which.
   */
  carried: boolean | null
  kept: Kept | null
}

/** What a newer plan had left out by the day asked about: the point ("not" kept), a part of it ("partly"), or nothing. */
export function leftOut(
  { kept }: Pick<GridRow, "kept">,
  { plan, plans, asOf }: { plan: string; plans: readonly PlanHead[]; asOf: Day },
): Exclude<Kept, "whole"> | null {
  const { supersededOn } = plans.find(({ id }) => id === plan)!
  return kept === "whole" || supersededOn === null || supersededOn > asOf ? null : kept
}

export type Grid = { years: { year: number; on: string }[]; rows: GridRow[] }

/** Points × years, a kinetic and a non-kinetic strand each, both lanes. */
export function gridOf(facts: Snapshot, question: Question): Grid {
  const plan = facts.records.plan.get(question.plan)!
  const years = yearEnds(plan.adoptedOn, question.asOf)
  const scoped = commitmentsInScope(facts, question)
  const all = [...facts.records.commitment.values()]

  const strand = (pointId: string, track: Track): Strand => {
    const here = (it: Commitment) => it.point === pointId && it.track === track
    const commitments = scoped.filter(here)
    if (commitments.length === 0) return { state: all.some(here) ? "out-of-view" : "nothing-promised" }
    const byLane = <T>(of: (lane: Lane) => T) =>
      Object.fromEntries(LANES.map((lane) => [lane, of(lane)])) as Record<Lane, T>
    return {
      state: "scored",
      score: byLane((lane) => scoreOf(facts, commitments, { lane, region: question.region }, question.asOf)),
      cells: byLane((lane) =>
        years.map(({ on }) =>
          nearestLevel(commitments.map((it) => levelAt(facts, it, { lane, region: question.region }, on))),
        ),
      ),
    }
  }

  const dropped = new Set([...facts.records.crosswalk.values()].filter((it) => it.to === null).map((it) => it.from))
  return {
    years,
    rows: pointsInScope(facts, question).map((point) => ({
      point: pointHead(facts, point),
      kinetic: strand(point.id, "kinetic"),
      nonKinetic: strand(point.id, "non-kinetic"),
      carried: plan.supersededOn === null ? null : !dropped.has(point.id),
      kept: plan.supersededOn === null ? null : keptOf(facts, point.id),
    })),
  }
}
