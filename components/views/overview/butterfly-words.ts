import { cellsOf, type GridLook } from "@/components/views/overview/butterfly-cells"
import { gapsFinding } from "@/components/views/overview/claims"
import { gridFinding, scoreOfTrack } from "@/components/views/overview/words"
import { yearOf } from "@/lib/domain/date"
import { TRACKS, type Track } from "@/lib/domain/scale"
import { type GridRow, leftOut, type Strand } from "@/lib/domain/views/grid"
import type { OverviewView } from "@/lib/domain/views/overview"
import { wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The sentence above the grid: how the strands are spread, or how often the claim is ahead. */
export function findingOf(locale: Locale, view: OverviewView, look: GridLook): string {
  if (look !== "gap") return gridFinding(locale, view, look)
  return gapsFinding(locale, view)
}

/** "26 commitments, index 54": the sum over one half's rows. */
export function summaryOf(locale: Locale, view: OverviewView, look: GridLook, track: Track): string {
  const { overview, terms } = messages(locale)
  const score = scoreOfTrack(view, track)
  const commitments = terms.commitments(score.commitments)
  if (view.track !== null && view.track !== track) return overview.grid.notInView
  if (score.commitments === 0) return terms.nothingPromised
  if (look === "gap") return commitments
  return score.index === null
    ? overview.grid.summaryUnrated(commitments)
    : overview.grid.summary(commitments, wholeNumber(score.index))
}

/** Why a half of a point has no cells. */
export function absence(locale: Locale, { state }: Strand): string {
  const { overview, terms } = messages(locale)
  return state === "out-of-view" ? overview.grid.notInView : terms.nothingPromised
}

/** The columns: every year up to the day asked about, then as many left `blank` as have passed since. */
export function yearsOf(view: OverviewView): { years: number[]; blank: number } {
  const { years } = view.grid
  const blank = Math.max(0, yearOf(view.today) - (years.at(-1)?.year ?? yearOf(view.today)))
  const later = Array.from({ length: blank }, (_, at) => yearOf(view.asOf) + 1 + at)
  return { years: [...years.map(({ year }) => year), ...later], blank }
}

/** The mark of a point that the newer plan left out, or a part of which it did. */
export const LEFT_OUT = { not: "†", partly: "‡" } as const

/** Which of these marks a grid has. */
export const leftOutIn = (view: OverviewView) =>
  (["not", "partly"] as const).filter((kept) => view.grid.rows.some((row) => leftOut(row, view) === kept))

/** Both halves of a point with their cells. */
export const halvesOf = (view: OverviewView, { point, kinetic, nonKinetic }: GridRow, look: GridLook) =>
  TRACKS.map((track) => {
    const strand = track === "kinetic" ? kinetic : nonKinetic
    const gap = view.gaps.find((each) => each.point.id === point.id && each.track === track) ?? null
    return { track, strand, shown: cellsOf(strand, look, gap) }
  })
