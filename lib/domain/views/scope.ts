import type { Day } from "@/lib/domain/date"
import { imbalance, type Imbalance, score, type Score } from "@/lib/domain/indices"
import { cellOf, order, type Snapshot, standing } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment, Plan, Point } from "@/lib/domain/records"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import type { Lane, Level, Track } from "@/lib/domain/scale"

/** A text in both languages; Urdu null where nobody has written it yet. */
export type Text = { en: string; ur: string | null }

export type PlanHead = {
  id: string
  year: number
  title: Text
  pointCount: number
  adoptedOn: Day
  supersededOn: Day | null
  textStatus: Plan["textStatus"]
}
export type PointHead = { id: string; plan: string; year: number; number: number; title: Text }
/** `code` is the short name, point number and letter: "5b". */
export type CommitmentHead = { id: string; code: string; point: number; pointId: string; track: Track; text: Text }

export const planHead = (plan: Plan): PlanHead => ({
  id: plan.id,
  year: Number(plan.adoptedOn.slice(0, 4)),
  title: { en: plan.titleEn, ur: plan.titleUr },
  pointCount: plan.pointCount,
  adoptedOn: plan.adoptedOn,
  supersededOn: plan.supersededOn,
  textStatus: plan.textStatus,
})

/** Where the names of points and plans are looked up: a snapshot, or what a single revision knew. */
export type Names = { records: { point: Pick<Map<string, Point>, "get">; plan: Pick<Map<string, Plan>, "get"> } }

export function pointHead(facts: Names, point: Point): PointHead {
  return {
    id: point.id,
    plan: point.plan,
    year: Number(facts.records.plan.get(point.plan)!.adoptedOn.slice(0, 4)),
    number: point.number,
    title: { en: point.titleEn, ur: point.titleUr },
  }
}

export function commitmentHead(facts: Names, commitment: Commitment): CommitmentHead {
  const number = facts.records.point.get(commitment.point)!.number
  return {
    id: commitment.id,
    code: `${number}${commitment.id.split(".").at(-1)}`,
    point: number,
    pointId: commitment.point,
    track: commitment.track,
    text: { en: commitment.textEn, ur: commitment.textUr },
  }
}

export const plansOf = (facts: Snapshot): PlanHead[] =>
  [...facts.records.plan.values()].map(planHead).sort((a, b) => order(a.adoptedOn, b.adoptedOn))

/** The plan of a view where its day lies before the plan's adoption, so that nothing of it can be judged; else null. */
export function unadopted({ plan, plans, asOf }: { plan: string; plans: readonly PlanHead[]; asOf: Day }) {
  return plans.find((each) => each.id === plan && asOf < each.adoptedOn) ?? null
}

/** The points of the question's plan, in their own order, narrowed to the question's points. */
export function pointsInScope(facts: Snapshot, question: Pick<Question, "plan" | "points">): Point[] {
  return [...facts.records.point.values()]
    .filter((point) => point.plan === question.plan)
    .filter((point) => question.points === null || question.points.includes(point.number))
    .sort((a, b) => a.number - b.number)
}

/**
 * The commitments a question is about. With a region: those that name it or the whole country, since a
 * nationwide measure applies there too.
 */
export function commitmentsInScope(
  facts: Snapshot,
  question: Pick<Question, "plan" | "points" | "track" | "region">,
): Commitment[] {
  const points = new Set(pointsInScope(facts, question).map((point) => point.id))
  return [...facts.records.commitment.values()]
    .filter((it) => points.has(it.point))
    .filter((it) => question.track === null || it.track === question.track)
    .filter((it) => question.region === null || appliesIn(it, question.region))
    .sort((a, b) => order(a.id, b.id))
}

export const appliesIn = (commitment: Commitment, region: string) =>
  commitment.regions.includes(region) || commitment.regions.includes(WHOLE_COUNTRY)

/** Where and in which lane levels are read. */
export type Reading = { lane: Lane; region: string | null }

export function levelAt(facts: Snapshot, commitment: Commitment, reading: Reading, asOf: Day): Level | null {
  return standing(facts, cellOf({ commitment: commitment.id, ...reading }), asOf)?.level ?? null
}

export function scoreOf(facts: Snapshot, commitments: readonly Commitment[], reading: Reading, asOf: Day): Score {
  return score(commitments.map((it) => levelAt(facts, it, reading, asOf)))
}

export type Tracks = { kinetic: Score; nonKinetic: Score; all: Score }

export function tracksOf(facts: Snapshot, commitments: readonly Commitment[], reading: Reading, asOf: Day): Tracks {
  const of = (track: Track) =>
    scoreOf(
      facts,
      commitments.filter((it) => it.track === track),
      reading,
      asOf,
    )
  return { kinetic: of("kinetic"), nonKinetic: of("non-kinetic"), all: scoreOf(facts, commitments, reading, asOf) }
}

export const imbalanceOf = (tracks: Tracks): Imbalance => imbalance(tracks.kinetic, tracks.nonKinetic)
