import { FEWEST_PAIRS, ordinalAlpha } from "@/lib/domain/agreement"
import { isCodingTold, judgedCodings, type JudgedCoding } from "@/lib/domain/coding"
import type { Day } from "@/lib/domain/date"
import { grouped } from "@/lib/domain/group"
import { cellOf, history, type Ledger, type Snapshot, snapshot, standing } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment } from "@/lib/domain/records"
import { type CommitmentType, CommitmentType as Types, type Lane, type Level } from "@/lib/domain/scale"
import { recordsIn } from "@/lib/domain/views/lists"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import {
  commitmentHead,
  type CommitmentHead,
  commitmentsInScope,
  type Tracks,
  tracksOf,
} from "@/lib/domain/views/scope"

/**
 * How far two coders agree on the same commitments, at one day or (null) together. Alpha is ordinal; `noAlpha` says
 * why there is none: too few pairs for it to mean anything, or every value the same.
 */
export type Agreement = {
  asOf: Day | null
  units: number
  agreeOnRatability: number
  ratedByBoth: number
  sameLevel: number
  withinOne: number
  alpha: number | null
  noAlpha: "few-pairs" | "no-variation" | null
}

export type Disagreement = { commitment: CommitmentHead; asOf: Day; first: Level | null; second: Level | null }

export type MethodView = Frame & {
  /** What the index would be under other baskets; the reader sees what it depends on. */
  baskets: { name: "all" | "without-laws" | "without-low-certainty"; tracks: Tracks }[]
  /** Commitments of the plan at each level, by type: [0, 1, 2, 3, unrated]. */
  byType: { type: CommitmentType; counts: [number, number, number, number, number] }[]
  /** The starting data’s second coding, of all plans, by day and together; of no day where none had come. */
  agreement: Agreement[]
  disagreements: Disagreement[]
  /** What reviewers coded blind before publishing, since; null while nobody has. */
  sinceThen: { agreement: Agreement; disagreements: Disagreement[] } | null
  counts: Counts
}

/**
 * `commitments` of the plan, and how many of them had not been rated by the day in the lane asked about; `assessments` of
 * all plans up to the day, as their list gives them; `sources` of all plans and days, since no day is a source's own.
 */
type Counts = { commitments: number; assessments: number; sources: number; neverRated: number }

/**
 * The method with the figures that qualify it, at both clocks: the index and its levels of one plan, the agreement of the
 * coders of all plans, since it is the coding that is judged. A region or a track narrows nothing here.
 */
export function method(ledger: Ledger, question: Question): MethodView {
  const facts = snapshot(ledger, question.known)
  const scope = { plan: question.plan, points: null, track: null, region: null }
  const commitments = commitmentsInScope(facts, scope)
  const reading = { lane: question.lane, region: null }
  const inForce = (id: string) => standing(facts, cellOf({ commitment: id, ...reading }), question.asOf)
  const known = commitments.filter((it) => inForce(it.id)?.certainty !== "low")
  const low = new Set(commitments.filter((it) => !known.includes(it)).map((it) => it.id))
  return {
    ...frameOf(ledger, facts, { ...question, ...scope }, commitments),
    baskets: [
      { name: "all", tracks: tracksOf(facts, commitments, reading, question.asOf) },
      {
        name: "without-laws",
        tracks: tracksOf(
          facts,
          commitments.filter((it) => it.type !== "law"),
          reading,
          question.asOf,
        ),
      },
      {
        // A low-certainty rating is treated as no rating: its commitment stays in the basket, unrated.
        name: "without-low-certainty",
        tracks: tracksOf(silenced(facts, low, question), commitments, reading, question.asOf),
      },
    ],
    byType: Types.options.map((type) => {
      const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0]
      for (const it of commitments) if (it.type === type) counts[inForce(it.id)?.level ?? 4]++
      return { type, counts }
    }),
    ...agreementOf(ledger, facts, question.asOf),
    counts: {
      commitments: commitments.length,
      assessments: recordsIn("assessment", ledger, { ...question, ...scope }, new Set()).length,
      sources: facts.records.source.size,
      neverRated: neverRated(facts, commitments, question.lane, question.asOf),
    },
  }
}

/** How many of these commitments nobody had given a level by the end of a day. */
export function neverRated(facts: Snapshot, commitments: readonly Commitment[], lane: Lane, asOf: Day): number {
  const past = (id: string) => history(facts, cellOf({ commitment: id, lane, region: null }), asOf)
  return commitments.filter(({ id }) => past(id).every(({ level }) => level === null)).length
}

function silenced(facts: Snapshot, commitments: Set<string>, question: Question): Snapshot {
  const assessments = new Map(facts.assessments)
  for (const id of commitments) assessments.delete(cellOf({ commitment: id, lane: question.lane, region: null }))
  return { ...facts, assessments }
}

/** The blind second codings of the finding lane up to a day, each against the level it was made against. */
export function agreementOf(
  ledger: Ledger,
  facts: Snapshot,
  asOf: Day,
): Pick<MethodView, "agreement" | "disagreements" | "sinceThen"> {
  const counted = judgedCodings(ledger, facts).filter(
    ({ coding }) => !coding.excludedFromAgreement && isCodingTold(coding, { asOf, region: null }),
  )
  const [start, since] = [counted.filter((it) => it.isStartingData), counted.filter((it) => !it.isStartingData)]
  const days = [...new Set(start.map(({ coding }) => coding.asOf))].sort().reverse()
  return {
    agreement: [
      ...days.map((day) =>
        agreed(
          day,
          start.filter(({ coding }) => coding.asOf === day),
        ),
      ),
      agreed(null, start),
    ],
    disagreements: disagreed(facts, start),
    sinceThen: since.length > 0 ? { agreement: agreed(null, since), disagreements: disagreed(facts, since) } : null,
  }
}

function agreed(asOf: Day | null, units: readonly JudgedCoding[]): Agreement {
  const pairs = units.flatMap(({ coding, first, revision }) =>
    first === null || coding.level === null ? [] : [{ coding, revision, first, second: coding.level }],
  )
  // Two reviewers may have coded the same assessment: one unit with three coders, not two units.
  const judged = grouped(pairs, ({ coding, revision }) => `${revision}/${coding.commitment}/${coding.asOf}`)
  const alpha = ordinalAlpha([...judged.values()].map((of) => [of[0]!.first, ...of.map(({ second }) => second)]))
  const isFew = pairs.length < FEWEST_PAIRS
  return {
    asOf,
    units: units.length,
    agreeOnRatability: units.filter(({ coding, first }) => (first === null) === (coding.level === null)).length,
    ratedByBoth: pairs.length,
    sameLevel: pairs.filter(({ first, second }) => first === second).length,
    withinOne: pairs.filter(({ first, second }) => Math.abs(first - second) <= 1).length,
    alpha: isFew ? null : alpha,
    noAlpha: isFew ? "few-pairs" : alpha === null ? "no-variation" : null,
  }
}

const disagreed = (facts: Snapshot, units: readonly JudgedCoding[]): Disagreement[] =>
  units
    .filter(({ coding, first }) => coding.level !== first)
    .map(({ coding, first }) => ({
      commitment: commitmentHead(facts, facts.records.commitment.get(coding.commitment)!),
      asOf: coding.asOf,
      first,
      second: coding.level,
    }))
