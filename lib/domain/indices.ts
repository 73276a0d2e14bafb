import { HIGHEST_LEVEL, type Level } from "@/lib/domain/scale"

/**
 * How far a set of commitments has been carried out.
 *
 * Units: `index`, `low`, `high` are 0–100, unrounded; `index` is null when nothing is rated, `low` and
 * `high` are null when the set is empty. `coverage` is rated ÷ all, 0–1 (0 for an empty set).
 */
export type Score = {
  index: number | null
  low: number | null
  high: number | null
  coverage: number
  commitments: number
  rated: number
  composition: Composition
}

/** How many commitments stand at each level. */
export type Composition = {
  complete: number
  intermediate: number
  minimum: number
  notInitiated: number
  unrated: number
}

export const BANDS = ["complete", "intermediate", "minimum", "notInitiated", "unrated"] as const
export type Band = (typeof BANDS)[number]

const BAND_OF: Record<Level, Band> = { 0: "notInitiated", 1: "minimum", 2: "intermediate", 3: "complete" }
export const bandOf = (level: Level | null): Band => (level === null ? "unrated" : BAND_OF[level])

/**
 * Index = Σ level ÷ (3 × rated) × 100. Low counts unrated as 0, high as 3. Equal weights.
 * An unrated commitment moves the range and the coverage, never the index.
 * Source: the coding method, section 4; the Method page renders the same formula.
 */
export function score(levels: readonly (Level | null)[]): Score {
  const composition = { ...NOTHING_COUNTED }
  for (const level of levels) composition[bandOf(level)]++
  return scoreOfCounts(composition)
}

/** The composition of an empty set. */
export const NOTHING_COUNTED: Readonly<Composition> = {
  complete: 0,
  intermediate: 0,
  minimum: 0,
  notInitiated: 0,
  unrated: 0,
}

/** The same score, of commitments that have been counted already. */
export function scoreOfCounts(composition: Composition): Score {
  const { complete, intermediate, minimum, notInitiated, unrated } = composition
  const sum = HIGHEST_LEVEL * complete + 2 * intermediate + minimum
  const rated = complete + intermediate + minimum + notInitiated
  const commitments = rated + unrated
  const percent = (earned: number, of: number) => (of === 0 ? null : (100 * earned) / (HIGHEST_LEVEL * of))
  return {
    index: percent(sum, rated),
    low: percent(sum, commitments),
    high: percent(sum + HIGHEST_LEVEL * unrated, commitments),
    coverage: commitments === 0 ? 0 : rated / commitments,
    commitments,
    rated,
    composition,
  }
}

/**
 * Kinetic index − non-kinetic index, in points of 100, with the range that follows:
 * low = kinetic low − non-kinetic high, high = kinetic high − non-kinetic low.
 * Where that range spans or touches zero the verdict is `cannot-be-told` and `value` is null.
 * All null when a side has no commitments.
 */
export type Imbalance = { value: number | null; low: number | null; high: number | null; verdict: Verdict }
export type Verdict = "kinetic-ahead" | "non-kinetic-ahead" | "cannot-be-told"

export function imbalance(kinetic: Score, nonKinetic: Score): Imbalance {
  if (kinetic.low === null || kinetic.high === null || nonKinetic.low === null || nonKinetic.high === null) {
    return { value: null, low: null, high: null, verdict: "cannot-be-told" }
  }
  const low = kinetic.low - nonKinetic.high
  const high = kinetic.high - nonKinetic.low
  const told = kinetic.index !== null && nonKinetic.index !== null && (low > 0 || high < 0)
  return {
    value: told ? kinetic.index! - nonKinetic.index! : null,
    low,
    high,
    verdict: !told ? "cannot-be-told" : low > 0 ? "kinetic-ahead" : "non-kinetic-ahead",
  }
}

/**
 * Whole percentages that total exactly 100 (or are all 0 for an empty set), by the largest remainder:
 * round down, then hand the missing points to the largest fractions, first come first on ties.
 */
export function percentages(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const shares = counts.map((count, at) => ({
    at,
    whole: Math.floor((100 * count) / total),
    rest: (100 * count) % total,
  }))
  const missing = 100 - shares.reduce((sum, share) => sum + share.whole, 0)
  const lucky = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
      .slice(0, missing)
      .map((share) => share.at),
  )
  return shares.map((share) => share.whole + (lucky.has(share.at) ? 1 : 0))
}

/** Whether enough of a set is rated to tell it by one figure or level: half of it or more. */
export const isTold = ({ coverage }: Pick<Score, "coverage">) => coverage >= 0.5

/**
 * The index that a set is told by in a title, a card or a row: null where fewer than half are rated, since one commitment
 * would then speak for many. Its range and its count say what is known; tables and data give `index` all the same.
 */
export const toldIndex = (it: Pick<Score, "index" | "coverage">): number | null => (isTold(it) ? it.index : null)

/** The level nearest to the mean of the rated, or null when fewer than half are rated: a cell of the grid. */
export function nearestLevel(levels: readonly (Level | null)[]): Level | null {
  const rated = levels.filter((level) => level !== null)
  if (rated.length === 0 || !isTold({ coverage: rated.length / levels.length })) return null
  return Math.round(rated.reduce((sum: number, level) => sum + level, 0) / rated.length) as Level
}
