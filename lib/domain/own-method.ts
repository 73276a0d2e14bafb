import { z } from "zod"
import type { Imbalance } from "@/lib/domain/indices"
import { HIGHEST_LEVEL, type Level } from "@/lib/domain/scale"

/** What counts the same: every commitment, every point, either track, or what a reader thinks a point is worth. */
export const Weighting = z.enum(["commitment", "point", "track", "own"])
export type Weighting = z.infer<typeof Weighting>

/**
 * What an unrated commitment is taken for. `range`: anything from 0 to 3, as the published method does; `excluded`: like
 * the rated ones, so that only these count; `zero`: not initiated.
 */
export const Treatment = z.enum(["range", "excluded", "zero"])
export type Treatment = z.infer<typeof Treatment>

/** A reader's own way of adding up. `own`: weights by point number, 1 where none is named. */
export type OwnMethod = { weights: Weighting; unrated: Treatment; own: Record<number, number> }
export const PUBLISHED_METHOD: OwnMethod = { weights: "commitment", unrated: "range", own: {} }

export const METHOD_NAMES = ["weights", "unrated", "own"] as const
const HEAVIEST = 10
const PAIR = /^(\d{1,3}):(\d{1,2}(?:\.\d{1,2})?)$/

/** Own weights as an address spells them: "7:2,12:0.5", from 0 to 10. Null when it makes no sense. */
function readWeights(text: string): Record<number, number> | null {
  const weights: Record<number, number> = {}
  for (const pair of text.split(",").filter((each) => each !== "")) {
    const [, point, weight] = PAIR.exec(pair) ?? []
    if (point === undefined || Number(weight) > HEAVIEST || Number(point) < 1) return null
    if (Number(weight) !== 1) weights[Number(point)] = Number(weight)
  }
  return weights
}

/**
 * Reads a method from an address; what makes no sense is left out and named, as readQuery does. `numbers`: the points
 * that the plan has, whose weights alone count; every number where it is not told.
 */
export function readMethod(
  params: Iterable<[string, string]>,
  numbers: ReadonlySet<number> | null = null,
): { method: OwnMethod; ignored: string[] } {
  const method = { ...PUBLISHED_METHOD }
  const ignored: string[] = []
  const pairs: string[] = []
  for (const [name, text] of params) {
    if (name === "weights" && Weighting.safeParse(text).success) method.weights = text as Weighting
    else if (name === "unrated" && Treatment.safeParse(text).success) method.unrated = text as Treatment
    else if (name === "own") pairs.push(text)
    else if (name === "weights" || name === "unrated") ignored.push(name)
  }
  const own = readWeights(pairs.join(","))
  const weights = Object.entries(own ?? {}).filter(([point]) => numbers === null || numbers.has(Number(point)))
  if (own === null || weights.length < Object.keys(own).length) ignored.push("own")
  method.own = Object.fromEntries(weights)
  return { method, ignored }
}

/** The one spelling of a method in an address, what is as published left out. */
export function methodParameters({ weights, unrated, own }: OwnMethod): Record<string, string> {
  const pairs = Object.entries(own).map(([point, weight]) => `${point}:${weight}`)
  return {
    ...(weights !== PUBLISHED_METHOD.weights && { weights }),
    ...(unrated !== PUBLISHED_METHOD.unrated && { unrated }),
    ...(weights === "own" && pairs.length > 0 && { own: pairs.join(",") }),
  }
}

export const isPublished = (method: OwnMethod) => Object.keys(methodParameters(method)).length === 0

/** A commitment as far as adding up goes. */
export type Weighed = { point: number; track: string; level: Level | null }

/**
 * An index under a reader's method, units as of a Score. With `excluded` and `zero` the range closes: what is unrated was
 * taken for something. `coverage` is the rated share of the weight.
 */
export type OwnScore = {
  index: number | null
  low: number | null
  high: number | null
  coverage: number
  commitments: number
  rated: number
}

/** Σ weight × level ÷ (3 × Σ weight) × 100 over the rated, or over all with the unrated taken as the method says. */
export function ownScore(items: readonly Weighed[], method: OwnMethod): OwnScore {
  const weights = weightsOf(items, method)
  let [all, known, earned] = [0, 0, 0]
  for (const [at, { level }] of items.entries()) {
    const weight = weights[at]!
    all += weight
    if (level === null) continue
    known += weight
    earned += weight * level
  }
  const percent = (sum: number, of: number) => (of === 0 ? null : (100 * sum) / (HIGHEST_LEVEL * of))
  const rated = items.filter(({ level }) => level !== null).length
  const counts = { coverage: all === 0 ? 0 : known / all, commitments: items.length, rated }
  if (method.unrated === "range") {
    const [low, high] = [percent(earned, all), percent(earned + HIGHEST_LEVEL * (all - known), all)]
    return { index: percent(earned, known), low, high, ...counts }
  }
  const index = method.unrated === "zero" ? percent(earned, all) : percent(earned, known)
  return { index, low: index, high: index, ...counts }
}

function weightsOf(items: readonly Weighed[], { weights, own }: OwnMethod): number[] {
  if (weights === "commitment") return items.map(() => 1)
  if (weights === "own") return items.map(({ point }) => own[point] ?? 1)
  const nameOf = ({ point, track }: Weighed) => (weights === "point" ? point : track)
  const counts = new Map<string | number, number>()
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1)
  return items.map((item) => 1 / counts.get(nameOf(item))!)
}

/** Rounding of sums is no difference. Index points. */
const NOISE = 1e-9

/** Which of two is above: `first`, `second`, `equal`, or `cannot-be-told` where their ranges touch or one is missing. */
export type Above = "first" | "second" | "equal" | "cannot-be-told"
export function above(first: OwnScore, second: OwnScore): Above {
  if (first.low === null || first.high === null || second.low === null || second.high === null) return "cannot-be-told"
  const isPoint = first.high - first.low < NOISE && second.high - second.low < NOISE
  if (isPoint && Math.abs(first.low - second.low) < NOISE) return "equal"
  if (first.low > second.high + NOISE) return "first"
  return second.low > first.high + NOISE ? "second" : "cannot-be-told"
}

/** Kinetic − non-kinetic under a reader's method, as an Imbalance says it. */
export function ownImbalance(kinetic: OwnScore, nonKinetic: OwnScore): Imbalance {
  const verdicts = { first: "kinetic-ahead", second: "non-kinetic-ahead" } as const
  const found = above(kinetic, nonKinetic)
  const isTold = found === "first" || found === "second"
  const [low, high] =
    kinetic.low === null || kinetic.high === null || nonKinetic.low === null || nonKinetic.high === null
      ? [null, null]
      : [kinetic.low - nonKinetic.high, kinetic.high - nonKinetic.low]
  return {
    value: isTold && kinetic.index !== null && nonKinetic.index !== null ? kinetic.index - nonKinetic.index : null,
    low,
    high,
    verdict: isTold ? verdicts[found] : "cannot-be-told",
  }
}
