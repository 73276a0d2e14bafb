import { ordinalAlpha } from "@/lib/domain/agreement"
import type { Day } from "@/lib/domain/date"
import { cellOf, type Ledger, order, type Snapshot, snapshot, standing } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { type CommitmentType, CommitmentType as Types, type Level } from "@/lib/domain/scale"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import {
  commitmentHead,
  type CommitmentHead,
  commitmentsInScope,
  type Tracks,
  tracksOf,
} from "@/lib/domain/views/scope"

/** How far two coders agree on the same commitments at one day. Alpha is ordinal; below two pairs it is null. */
export type Agreement = {
  asOf: Day | null
  units: number
  agreeOnRatability: number
  ratedByBoth: number
  sameLevel: number
  withinOne: number
  alpha: number | null
}

export type Disagreement = { commitment: CommitmentHead; asOf: Day; first: Level | null; second: Level | null }

export type MethodView = Frame & {
  /** What the index would be under other baskets; the reader sees what it depends on. */
  baskets: { name: "all" | "without-laws" | "without-low-certainty"; tracks: Tracks }[]
  /** Commitments of the plan at each level, by type: [0, 1, 2, 3, unrated]. */
  byType: { type: CommitmentType; counts: [number, number, number, number, number] }[]
  agreement: Agreement[]
  disagreements: Disagreement[]
  counts: { commitments: number; assessments: number; sources: number; neverRated: number }
}

/** The method with the figures that qualify it, for one plan at both clocks. */
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
    ...agreementOf(facts),
    counts: {
      commitments: commitments.length,
      assessments: facts.records.assessment.size,
      sources: facts.records.source.size,
      neverRated: commitments.filter(
        (it) => !facts.assessments.get(cellOf({ commitment: it.id, ...reading }))?.some((fact) => fact.level !== null),
      ).length,
    },
  }
}

function silenced(facts: Snapshot, commitments: Set<string>, question: Question): Snapshot {
  const assessments = new Map(facts.assessments)
  for (const id of commitments) assessments.delete(cellOf({ commitment: id, lane: question.lane, region: null }))
  return { ...facts, assessments }
}

/** The blind second coding of the finding lane against the levels in force, per day coded and together. */
export function agreementOf(facts: Snapshot): { agreement: Agreement[]; disagreements: Disagreement[] } {
  const codings = [...facts.records.secondCoding.values()]
    .sort((a, b) => order(a.id, b.id))
    .map((coding) => ({
      coding,
      first:
        standing(facts, cellOf({ commitment: coding.commitment, lane: "finding", region: null }), coding.asOf)?.level ??
        null,
    }))
  const counted = codings.filter(({ coding }) => !coding.excludedFromAgreement)
  const days = [...new Set(counted.map(({ coding }) => coding.asOf))].sort().reverse()

  const agreement = [...days, null].map((asOf): Agreement => {
    const units = counted.filter(({ coding }) => asOf === null || coding.asOf === asOf)
    const pairs = units.flatMap(({ coding, first }) =>
      first === null || coding.level === null ? [] : [[first, coding.level] as const],
    )
    return {
      asOf,
      units: units.length,
      agreeOnRatability: units.filter(({ coding, first }) => (first === null) === (coding.level === null)).length,
      ratedByBoth: pairs.length,
      sameLevel: pairs.filter(([a, b]) => a === b).length,
      withinOne: pairs.filter(([a, b]) => Math.abs(a - b) <= 1).length,
      alpha: ordinalAlpha(pairs),
    }
  })
  const disagreements = counted
    .filter(({ coding, first }) => coding.level !== first)
    .map(({ coding, first }) => ({
      commitment: commitmentHead(facts, facts.records.commitment.get(coding.commitment)!),
      asOf: coding.asOf,
      first,
      second: coding.level,
    }))
  return { agreement, disagreements }
}
