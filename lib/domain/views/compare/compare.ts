import { addDays, type Day } from "@/lib/domain/date"
import type { Imbalance, Score } from "@/lib/domain/indices"
import { cellOf, history, type Ledger, order, type Snapshot, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment } from "@/lib/domain/records"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import type { Lane, Level, Track } from "@/lib/domain/scale"
import { type ClaimsView, claimsView } from "@/lib/domain/views/compare/claims"
import { comparableCore, coreCommitments } from "@/lib/domain/views/compare/core"
import {
  countMovements,
  type Difference,
  differenceOf,
  type Movement,
  type Pairs,
  pairsOf,
} from "@/lib/domain/views/compare/difference"
import { continuations, coreRows, narrowed, type PlansView, plansView } from "@/lib/domain/views/compare/plans"
import {
  type CompareCommitment,
  type CompareRow,
  comparedLevels,
  commitmentRows,
  levelPair,
  type Sides,
  strandRows,
  trackRows,
} from "@/lib/domain/views/compare/rows"
import { type CompareRows, type Comparison, sidesOf } from "@/lib/domain/views/compare/sides"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { type AssessmentView, assessmentView } from "@/lib/domain/views/point"
import {
  commitmentHead,
  type CommitmentHead,
  commitmentsInScope,
  imbalanceOf,
  planHead,
  type PlanHead,
  pointsInScope,
  type Text,
  type Tracks,
  tracksOf,
} from "@/lib/domain/views/scope"
import { type EventMark, eventsBetween } from "@/lib/domain/views/series"

/** What a side is asked about. */
export type SideHead = {
  plan: PlanHead
  asOf: Day
  lane: Lane
  track: Track | null
  region: { id: string; name: Text } | null
}

/** One side: its own question, and everything in it, with the numbers of the overview for that question. */
export type SideView = SideHead & {
  points: number
  tracks: Tracks
  imbalance: Imbalance
}

/** Whether the two sides are about the same commitments: all, some, or none. */
export type Basket = { kind: "same" | "overlap" | "apart"; shared: number; onlyA: number; onlyB: number }

/** What may be set against each other: the same commitments, or between plans the comparable core. */
export type Comparable = {
  a: Tracks
  b: Tracks
  imbalance: { a: Imbalance; b: Imbalance }
  differences: Record<keyof Tracks, Difference>
  /** Over commitments rated on both sides; between tracks there are none. */
  pairs: Record<keyof Tracks, Pairs>
}

/** An assessment between the two days that put a commitment on another level. `from` null also where it is the first. */
export type Move = { commitment: CommitmentHead; from: Level | null; isFirst: boolean; to: AssessmentView }

export type CompareView = Frame & {
  by: Comparison["by"]
  comparison: Comparison & { against: string }
  listed: CompareRows
  a: SideView
  b: SideView
  basket: Basket
  comparable: Comparable
  rows: CompareRow[]
  commitments: CompareCommitment[]
  counts: Record<Movement, number>
  /** Between the earlier and the later day of the two, if they differ. */
  moves: Move[]
  events: EventMark[]
  claims: ClaimsView | null
  plansCompared: PlansView | null
}

/** Two sides of one question beside each other: every number of the page, its tables, the API and the CSV. */
export function compareView(ledger: Ledger, asked: Question, comparison: Comparison): CompareView {
  const { by } = comparison
  const facts = snapshot(ledger, asked.known)
  const [a, b] = sidesOf(facts, asked, comparison)
  const sides = { a, b }
  const [inA, inB] = [commitmentsInScope(facts, a), commitmentsInScope(facts, b)]
  const core = by === "plans" ? coreOf(facts, sides) : null
  const shared = inA.filter((it) => inB.includes(it))
  const [setA, setB] = core ?? (by === "tracks" ? [inA, inB] : [shared, shared])
  const commitments = by === "tracks" ? [] : commitmentRows(ledger, facts, pairedIn(facts, by, setA, setB), sides)
  const between = [a.asOf, b.asOf].sort(order) as [Day, Day]
  return {
    ...frameOf(ledger, facts, b, inB),
    lane: by === "lanes" ? "finding" : b.lane,
    track: by === "tracks" ? null : b.track,
    by,
    comparison: { ...comparison, against: againstOf(by, a) },
    listed: comparison.rows,
    a: sideOf(facts, a, inA),
    b: sideOf(facts, b, inB),
    basket: {
      kind:
        shared.length === inA.length && shared.length === inB.length ? "same" : shared.length > 0 ? "overlap" : "apart",
      shared: shared.length,
      onlyA: inA.length - shared.length,
      onlyB: inB.length - shared.length,
    },
    comparable: comparableOf(facts, setA, setB, commitments, sides),
    rows:
      by === "tracks"
        ? trackRows(facts, inA, inB, sides)
        : core
          ? coreRows(facts, sides)
          : strandRows(facts, shared, sides),
    commitments,
    counts: countMovements(commitments.map(({ movement }) => movement)),
    moves: by === "dates" ? movesBetween(ledger, facts, shared, b, between) : [],
    events:
      between[0] < between[1]
        ? eventsBetween(facts, addDays(between[0], 1), between[1], pointIds(facts, b), [a.region, b.region])
        : [],
    claims: by === "lanes" ? claimsView(facts, shared, b) : null,
    plansCompared: by === "plans" ? plansView(ledger, facts, sides) : null,
  }
}

function coreOf(facts: Snapshot, { a, b }: Sides): [Commitment[], Commitment[]] {
  const core = comparableCore(facts, a.plan, b.plan)
  const within = narrowed(b)
  return [within(coreCommitments(facts, core.fromPoints)), within(coreCommitments(facts, core.toPoints))]
}

const pairedIn = (facts: Snapshot, by: Comparison["by"], a: Commitment[], b: Commitment[]) =>
  by === "plans" ? continuations(facts, b, a) : b.map((commitment) => ({ commitment, from: null }))

const pointIds = (facts: Snapshot, question: Question) =>
  question.points === null ? null : pointsInScope(facts, question).map((it) => it.id)

/** How an address spells side A. */
const againstOf = (by: Comparison["by"], a: Question): string =>
  ({ dates: a.asOf, lanes: a.lane, tracks: a.track ?? "", regions: a.region ?? WHOLE_COUNTRY, plans: a.plan })[by]

/** A side's question with the names of what it asks about. */
export function sideHead(facts: Snapshot, { plan, asOf, lane, track, region: id }: Question): SideHead {
  const region = id === null ? null : facts.records.region.get(id)!
  return {
    plan: planHead(facts.records.plan.get(plan)!),
    ...{ asOf, lane, track },
    region: region && { id: region.id, name: { en: region.nameEn, ur: region.nameUr } },
  }
}

function sideOf(facts: Snapshot, side: Question, commitments: readonly Commitment[]): SideView {
  const tracks = tracksOf(facts, commitments, side, side.asOf)
  return {
    ...sideHead(facts, side),
    points: new Set(commitments.map((it) => it.point)).size,
    tracks,
    imbalance: imbalanceOf(tracks),
  }
}

const NAMES = ["kinetic", "nonKinetic", "all"] as const
const TRACK_OF = { kinetic: "kinetic", nonKinetic: "non-kinetic", all: null } as const

function comparableOf(
  facts: Snapshot,
  setA: readonly Commitment[],
  setB: readonly Commitment[],
  rows: readonly CompareCommitment[],
  { a, b }: Sides,
): Comparable {
  const [inA, inB] = [tracksOf(facts, setA, a, a.asOf), tracksOf(facts, setB, b, b.asOf)]
  const isShared = setA === setB
  const each = <T>(of: (name: keyof Tracks) => T) =>
    Object.fromEntries(NAMES.map((it) => [it, of(it)])) as Record<keyof Tracks, T>
  const own = (name: keyof Tracks) => setB.filter((it) => TRACK_OF[name] === null || it.track === TRACK_OF[name])
  const pairs = (name: keyof Tracks) =>
    rows
      .filter((it) => TRACK_OF[name] === null || it.commitment.track === TRACK_OF[name])
      .map((it) => ({ a: it.a?.level ?? null, b: it.b?.level ?? null }))
  return {
    a: inA,
    b: inB,
    imbalance: { a: imbalanceOf(inA), b: imbalanceOf(inB) },
    differences: each((name) =>
      isShared
        ? comparedLevels(
            own(name).map((it) => levelPair(facts, it, { a, b })),
            { a, b },
          ).difference
        : differenceOf(inA[name] as Score, inB[name] as Score),
    ),
    pairs: each((name) => pairsOf(pairs(name))),
  }
}

/** Every assessment after the first day and up to the second that put a commitment elsewhere, newest first. */
function movesBetween(
  ledger: Ledger,
  facts: Snapshot,
  commitments: readonly Commitment[],
  { lane, region }: Question,
  [after, upTo]: [Day, Day],
): Move[] {
  return commitments
    .flatMap((commitment) => {
      const facets = history(facts, cellOf({ commitment: commitment.id, lane, region }), upTo)
      return facets.flatMap((to, at): Move[] => {
        const from = facets[at - 1] ?? null
        if (to.effectiveOn <= after || (from?.level ?? null) === to.level) return []
        const head = commitmentHead(facts, commitment)
        return [
          {
            commitment: head,
            from: from?.level ?? null,
            isFirst: from === null,
            to: assessmentView(ledger, facts, to, upTo),
          },
        ]
      })
    })
    .sort((x, y) => order(y.to.effectiveOn, x.to.effectiveOn) || order(x.to.id, y.to.id))
}
