import { grouped } from "@/lib/domain/group"
import { type Score, score } from "@/lib/domain/indices"
import { cellOf, type Ledger, order, type Snapshot, standing } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment } from "@/lib/domain/records"
import type { Level, Track } from "@/lib/domain/scale"
import {
  byChange,
  type Difference,
  differenceOf,
  type LevelPair,
  type Movement,
  movementOf,
  type Pairs,
  pairsOf,
} from "@/lib/domain/views/compare/difference"
import { type AssessmentView, assessmentView } from "@/lib/domain/views/point"
import { commitmentHead, type CommitmentHead, levelAt, pointHead, type PointHead } from "@/lib/domain/views/scope"

/**
 * One strand of one point on both sides. `track` is null where the tracks themselves are compared. Between plans
 * `point` is the newer one and `from` the older points it comes from. Units as in Score.
 */
export type CompareRow = {
  point: PointHead
  from: PointHead[]
  track: Track | null
  a: Score
  b: Score
  difference: Difference
  pairs: Pairs
}

/**
 * One commitment on both sides, each with the assessment it stands on; null where nobody had assessed it. Between plans
 * `from` is the older commitment which it continues. `steps` = B − A in levels, null unless both are rated.
 */
export type CompareCommitment = {
  commitment: CommitmentHead
  from: CommitmentHead | null
  a: AssessmentView | null
  b: AssessmentView | null
  steps: number | null
  movement: Movement
}

export type Sides = { a: Question; b: Question }

const levelIn = (facts: Snapshot, it: Commitment, side: Question): Level | null => levelAt(facts, it, side, side.asOf)

export const levelPair = (facts: Snapshot, it: Commitment, { a, b }: Sides): LevelPair => ({
  a: levelIn(facts, it, a),
  b: levelIn(facts, it, b),
})

/**
 * Two sets of levels against each other, over the same commitments. What is unrated on both sides is one and the same
 * unknown only between two days of one lane and region; elsewhere it is two.
 */
export function comparedLevels(levels: readonly LevelPair[], { a: { lane, region }, b: other }: Sides) {
  const [a, b] = [score(levels.map((it) => it.a)), score(levels.map((it) => it.b))]
  const isSame = lane === other.lane && region === other.region && levels.every((it) => it.a === it.b)
  return { a, b, difference: differenceOf(a, b, isSame), pairs: pairsOf(levels) }
}

const NO_PAIRS: Pairs = pairsOf([])

/** The strands of these commitments, the widest told difference first. */
export function strandRows(facts: Snapshot, shared: readonly Commitment[], sides: Sides): CompareRow[] {
  return [...grouped(shared, (it) => `${it.point}/${it.track}`).values()]
    .map((own): CompareRow => {
      const { point, track } = own[0]!
      const levels = own.map((it) => levelPair(facts, it, sides))
      return { point: headOf(facts, point), from: [], track, ...comparedLevels(levels, sides) }
    })
    .sort(byChangeThenPlace)
}

/** Points that promise both kinds of work: side A's track against side B's. */
export function trackRows(facts: Snapshot, a: readonly Commitment[], b: readonly Commitment[], sides: Sides) {
  const [inA, inB] = [grouped(a, (it) => it.point), grouped(b, (it) => it.point)]
  return [...inB]
    .flatMap(([point, own]): CompareRow[] => {
      const others = inA.get(point)
      if (!others) return []
      const [x, y] = [scoreIn(facts, others, sides.a), scoreIn(facts, own, sides.b)]
      const difference = differenceOf(x, y)
      return [{ point: headOf(facts, point), from: [], track: null, a: x, b: y, difference, pairs: NO_PAIRS }]
    })
    .sort(byChangeThenPlace)
}

export const scoreIn = (facts: Snapshot, commitments: readonly Commitment[], side: Question): Score =>
  score(commitments.map((it) => levelIn(facts, it, side)))

/** Each commitment with what it stands on, both sides; what moved most first. */
export function commitmentRows(
  ledger: Ledger,
  facts: Snapshot,
  shared: readonly { commitment: Commitment; from: Commitment | null }[],
  { a, b }: Sides,
): CompareCommitment[] {
  // What became of a source is told of both sides alike, up to the later day on the screen.
  const last = a.asOf > b.asOf ? a.asOf : b.asOf
  const found = (it: Commitment, { lane, region, asOf }: Question) => {
    const fact = standing(facts, cellOf({ commitment: it.id, lane, region }), asOf)
    return fact && assessmentView(ledger, facts, fact, last)
  }
  return shared
    .map(({ commitment, from }): CompareCommitment => {
      const [x, y] = [found(from ?? commitment, a), found(commitment, b)]
      const levels = { a: x?.level ?? null, b: y?.level ?? null }
      return {
        commitment: commitmentHead(facts, commitment),
        from: from && commitmentHead(facts, from),
        a: x,
        b: y,
        steps: levels.a === null || levels.b === null ? null : levels.b - levels.a,
        movement: movementOf(levels),
      }
    })
    .sort(
      (x, y) =>
        PLACE[x.movement] - PLACE[y.movement] ||
        Math.abs(y.steps ?? 0) - Math.abs(x.steps ?? 0) ||
        x.commitment.point - y.commitment.point ||
        order(x.commitment.id, y.commitment.id),
    )
}

const PLACE: Record<Movement, number> = {
  up: 0,
  down: 0,
  "newly-rated": 1,
  "unrated-since": 2,
  same: 3,
  unrated: 4,
}

export const headOf = (facts: Snapshot, point: string) => pointHead(facts, facts.records.point.get(point)!)

export const byChangeThenPlace = (x: CompareRow, y: CompareRow) =>
  byChange(x, y) || x.point.number - y.point.number || order(x.track ?? "", y.track ?? "")
