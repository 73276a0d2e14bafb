import { imbalance, type Score, score } from "@/lib/domain/indices"
import type { Level } from "@/lib/domain/scale"

/**
 * What side B has more than side A, in points of 100, with the range that follows: low = B low − A high,
 * high = B high − A low. Where the two ranges overlap the verdict is `cannot-be-told` and `value` is null.
 * `unchanged`: the same by any reading. All null when a side has no commitments. Swapping the sides negates it.
 */
export type Difference = { value: number | null; low: number | null; high: number | null; verdict: DifferenceVerdict }
export type DifferenceVerdict = "higher" | "lower" | "unchanged" | "cannot-be-told"

const VERDICT = { "kinetic-ahead": "higher", "non-kinetic-ahead": "lower", "cannot-be-told": "cannot-be-told" } as const

/** By the rule of the imbalance. `isSame`: every commitment stands alike on both sides, also the unrated ones. */
export function differenceOf(a: Score, b: Score, isSame = false): Difference {
  if (a.commitments > 0 && isSame) return { value: 0, low: 0, high: 0, verdict: "unchanged" }
  const { value, low, high, verdict } = imbalance(b, a)
  if (low === 0 && high === 0) return { value: 0, low, high, verdict: "unchanged" }
  return { value, low, high, verdict: VERDICT[verdict] }
}

/**
 * The commitments rated on both sides: how many, and each side's index over them alone. Units: index points;
 * `change` = B − A, exact, because nothing unrated is among them; null without a pair.
 */
export type Pairs = { pairs: number; a: number | null; b: number | null; change: number | null }
export type LevelPair = { a: Level | null; b: Level | null }

export function pairsOf(levels: readonly LevelPair[]): Pairs {
  const rated = levels.filter((it) => it.a !== null && it.b !== null)
  const [a, b] = [score(rated.map((it) => it.a)).index, score(rated.map((it) => it.b)).index]
  return { pairs: rated.length, a, b, change: a === null || b === null ? null : b - a }
}

/** What became of a commitment between side A and side B. */
export const MOVEMENTS = ["up", "down", "newly-rated", "unrated-since", "same", "unrated"] as const
export type Movement = (typeof MOVEMENTS)[number]

export function movementOf({ a, b }: LevelPair): Movement {
  if (a === null || b === null) return a === b ? "unrated" : a === null ? "newly-rated" : "unrated-since"
  return a === b ? "same" : b > a ? "up" : "down"
}

/** How many went which way. */
export const countMovements = (movements: readonly Movement[]): Record<Movement, number> =>
  Object.fromEntries(MOVEMENTS.map((it) => [it, movements.filter((each) => each === it).length])) as Record<
    Movement,
    number
  >

/** Told differences first, the widest at the top; then what cannot be told, then what is the same. */
export function byChange<T extends { difference: Difference; pairs: Pairs }>(x: T, y: T): number {
  const told = (it: T) => Math.abs(it.difference.value ?? 0)
  const place = (it: T) => (it.difference.value ? 0 : it.difference.verdict === "cannot-be-told" ? 1 : 2)
  return place(x) - place(y) || told(y) - told(x) || Math.abs(y.pairs.change ?? 0) - Math.abs(x.pairs.change ?? 0)
}
