import { addMonths, type Day } from "@/lib/domain/date"
import type { Imbalance } from "@/lib/domain/indices"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import {
  type Above,
  above,
  isPublished,
  ownImbalance,
  type OwnMethod,
  type OwnScore,
  ownScore,
  Treatment,
  type Weighed,
  type Weighting,
} from "@/lib/domain/own-method"
import type { Question } from "@/lib/domain/query"
import type { Lane } from "@/lib/domain/scale"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { commitmentsInScope, levelAt, pointHead, type PointHead, pointsInScope } from "@/lib/domain/views/scope"

export type OwnTracks = { kinetic: OwnScore; nonKinetic: OwnScore; all: OwnScore }

/** What one way of adding up says to the three questions that readers quarrel about. */
export type Combination = {
  weights: Weighting
  unrated: OwnMethod["unrated"]
  tracks: OwnTracks
  /** Kinetic against non-kinetic. */
  lead: Above
  /** The whole now against twelve months before. */
  rise: Above
  /** What the state says against what evidence shows. */
  claim: Above
}
export type Conclusion = "lead" | "rise" | "claim"

/** `answer` is what every way of adding up says, null where they differ; then `counts` tell how many say what. */
export type Holding = { conclusion: Conclusion; answer: Above | null; counts: Record<Above, number> }

export type SandboxView = Frame & {
  method: OwnMethod
  isPublished: boolean
  since: Day
  tracks: OwnTracks
  imbalance: Imbalance
  byPoint: { point: PointHead; weight: number; tracks: OwnTracks }[]
  combinations: Combination[]
  holdings: Holding[]
}

const CONCLUSIONS: readonly Conclusion[] = ["lead", "rise", "claim"]
const SHARED: readonly Weighting[] = ["commitment", "point", "track"]

/**
 * The headline under a reader's own method, beside every other way of adding up the same levels: what holds under all
 * of them rests on the evidence, what does not rests on the method.
 */
export function sandbox(ledger: Ledger, question: Question, method: OwnMethod): SandboxView {
  const facts = snapshot(ledger, question.known)
  const commitments = commitmentsInScope(facts, question)
  const { region, asOf, lane } = question
  const since = addMonths(asOf, -12)
  const numbers = new Map([...facts.records.point.values()].map((point) => [point.id, point.number]))
  const weighed = (of: Lane, day: Day): Weighed[] =>
    commitments.map((it) => ({
      point: numbers.get(it.point)!,
      track: it.track,
      level: levelAt(facts, it, { lane: of, region }, day),
    }))
  const now = weighed(lane, asOf)
  const then = weighed(lane, since)
  const other = weighed(lane === "claim" ? "finding" : "claim", asOf)
  const tracks = ownTracks(now, method)

  const weightings = method.weights === "own" ? [...SHARED, "own" as const] : SHARED
  const combinations = weightings.flatMap((weights) =>
    Treatment.options.map((unrated): Combination => {
      const as = { ...method, weights, unrated }
      const [here, before, beside] = [ownTracks(now, as), ownScore(then, as), ownScore(other, as)]
      const [claim, finding] = lane === "claim" ? [here.all, beside] : [beside, here.all]
      const { kinetic, nonKinetic, all } = here
      const answers = { lead: above(kinetic, nonKinetic), rise: above(all, before), claim: above(claim, finding) }
      return { weights, unrated, tracks: here, ...answers }
    }),
  )
  return {
    ...frameOf(ledger, facts, question, commitments),
    method,
    isPublished: isPublished(method),
    since,
    tracks,
    imbalance: ownImbalance(tracks.kinetic, tracks.nonKinetic),
    byPoint: pointsInScope(facts, question).map((point) => ({
      point: pointHead(facts, point),
      weight: method.weights === "own" ? (method.own[point.number] ?? 1) : 1,
      tracks: ownTracks(
        now.filter((it) => it.point === point.number),
        method,
      ),
    })),
    combinations,
    holdings: CONCLUSIONS.map((conclusion) => holdingOf(conclusion, combinations)),
  }
}

/** The numbers that the question's plan gives its points: those that own weights can be of. */
export function pointNumbers(ledger: Ledger, { plan, known }: Question): ReadonlySet<number> {
  return new Set(pointsInScope(snapshot(ledger, known), { plan, points: null }).map((it) => it.number))
}

function ownTracks(items: readonly Weighed[], method: OwnMethod): OwnTracks {
  const of = (track: string) =>
    ownScore(
      items.filter((it) => it.track === track),
      method,
    )
  return { kinetic: of("kinetic"), nonKinetic: of("non-kinetic"), all: ownScore(items, method) }
}

function holdingOf(conclusion: Conclusion, combinations: readonly Combination[]): Holding {
  const counts: Record<Above, number> = { first: 0, second: 0, equal: 0, "cannot-be-told": 0 }
  for (const each of combinations) counts[each[conclusion]]++
  const [only, ...others] = (Object.keys(counts) as Above[]).filter((answer) => counts[answer] > 0)
  return { conclusion, answer: others.length === 0 && only ? only : null, counts }
}
