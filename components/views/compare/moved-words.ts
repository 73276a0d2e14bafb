import { differenceWords, isBackwards } from "@/components/views/compare/words"
import type { Level, Track } from "@/lib/domain/scale"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { Movement } from "@/lib/domain/views/compare/difference"
import type { CompareCommitment, CompareRow } from "@/lib/domain/views/compare/rows"
import { signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

const SHOWN = 12

/** Whether strands or points are listed, not commitments; between tracks there is nothing else. */
export const isByPoint = (view: CompareView) => view.listed === "points" || view.by === "tracks"

/** The rows that the chart shows at once, what differs most first, and the rest. */
export const movedRows = ({ rows }: CompareView) => ({ shown: rows.slice(0, SHOWN), rest: rows.slice(SHOWN) })

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

/** Of how many rows a difference can be told. */
export function movedFinding(locale: Locale, view: CompareView): string {
  const words = messages(locale).compare.moved
  if (!isByPoint(view)) {
    const { length } = view.commitments
    return length === 0 ? words.none : words.findingCommitments(view.comparable.pairs.all.pairs, length)
  }
  if (view.rows.length === 0) return view.by === "tracks" ? words.noneByTrack : words.none
  const told = view.rows.filter((row) => row.difference.value).length
  const same = view.rows.filter((row) => row.difference.verdict === "unchanged").length
  return (view.by === "tracks" ? words.findingTracks : words.finding)(told, view.rows.length, same)
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
