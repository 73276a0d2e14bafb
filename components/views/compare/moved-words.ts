import { differenceWords, isBackwards, shortName } from "@/components/views/compare/words"
import type { Level, Track } from "@/lib/domain/scale"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { DifferenceVerdict, Movement } from "@/lib/domain/views/compare/difference"
import type { CompareCommitment, CompareRow } from "@/lib/domain/views/compare/rows"
import { signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

const SHOWN = 12

/** Whether strands or points are listed, not commitments; between tracks there is nothing else. */
export const isByPoint = (view: CompareView) => view.listed === "points" || view.by === "tracks"

/** Whether a row of two regions has no rating on either side: there is nothing of it to draw. */
const isBare = ({ by }: CompareView, { a, b }: CompareRow) => by === "regions" && a.rated === 0 && b.rated === 0

/**
 * The rows that the chart shows at once, what differs most first, and the rest: more, and what does not differ. `bare`
 * ones are counted in a sentence and stand in the table.
 */
export function movedRows(view: CompareView) {
  const isAlike = ({ difference }: CompareRow) => difference.verdict === "unchanged"
  const drawn = view.rows.filter((row) => !isBare(view, row))
  const shown = drawn.filter((row) => !isAlike(row)).slice(0, SHOWN)
  return { shown, rest: drawn.filter((row) => !shown.includes(row)), bare: view.rows.length - drawn.length }
}

/** What the rest is called: how many more there are, and whether none of them differs. */
export function restWords(locale: Locale, rest: readonly CompareRow[]): string {
  const words = messages(locale).compare.moved
  return (rest.every(({ difference }) => difference.verdict === "unchanged") ? words.alike : words.rest)(rest.length)
}

export function movedTitle(locale: Locale, view: CompareView): string {
  const words = messages(locale).compare.moved
  if (view.by === "tracks") return words.byTrack
  return view.by === "dates" && !isBackwards(view) ? words.title : words.differs
}

/** What a movement is called: between two days a course of things, else one side against the other. */
export function movementNames(locale: Locale, view: CompareView): Record<Movement, string> {
  const { compare } = messages(locale)
  return view.by === "dates" && !isBackwards(view) ? compare.movementDated : compare.movement
}

/** Which side is higher on how many rows, and on how many it cannot be told. */
export function movedFinding(locale: Locale, view: CompareView): string {
  const words = messages(locale).compare.moved
  if (!isByPoint(view)) {
    const { length } = view.commitments
    return length === 0 ? words.none : words.findingCommitments(view.comparable.pairs.all.pairs, length)
  }
  if (view.rows.length === 0) return view.by === "tracks" ? words.noneByTrack : words.none
  const { bare } = movedRows(view)
  if (bare === view.rows.length) return words.bare(bare)
  const count = (verdict: DifferenceVerdict) => view.rows.filter((row) => row.difference.verdict === verdict).length
  const tally = {
    ...{ higher: count("higher"), lower: count("lower") },
    ...{ unchanged: count("unchanged"), untold: count("cannot-be-told") },
  }
  const isNamed = view.by === "lanes" || view.by === "tracks"
  const name = (side: "a" | "b") => (isNamed ? shortName(locale, view, side) : messages(locale).compare.side[side])
  return words.finding(view.by === "tracks" ? "point" : "strand", view.rows.length, tally, {
    a: name("a"),
    b: name("b"),
  })
}

/** What differs, in words; `pairs` is the same over what is rated on both sides, where the whole cannot be told. */
export function rowVerdict(locale: Locale, view: CompareView, { a, b, difference, pairs }: CompareRow) {
  const words = messages(locale).compare.moved
  return {
    verdict: differenceWords(locale, difference),
    isNumber: difference.value !== null && difference.verdict !== "unchanged",
    pairs:
      difference.value !== null || view.by === "tracks"
        ? null
        : pairs.change === null
          ? words.noPairs
          : words.pairs(signed(locale, pairs.change), pairs.pairs, Math.max(a.commitments, b.commitments)),
  }
}

/** How one side of a row looks: a claim as its lane, else an index on its track, side A in outline. */
export function sideMark({ track }: CompareRow, view: CompareView, side: "a" | "b"): "claim" | IndexMark {
  if (view.by === "lanes" && view[side].lane === "claim") return "claim"
  if (track === null) return { track: view[side].track ?? "kinetic", isHollow: false }
  return { track, isHollow: view.by !== "lanes" && side === "a" }
}
type IndexMark = { track: Track; isHollow: boolean }

/** The level on each side. */
export const levelsOf = ({ a, b }: CompareCommitment): readonly [Level | null, Level | null] => [
  a?.level ?? null,
  b?.level ?? null,
]

/** By how many levels, in words. */
export function stepsWords(locale: Locale, { steps }: CompareCommitment): string {
  const { compare, terms } = messages(locale)
  const words = compare.moved
  if (steps === null) return terms.cannotBeTold
  if (steps === 0) return words.unchanged
  return (Math.abs(steps) === 1 ? words.oneStep : words.steps)(signed(locale, steps))
}
