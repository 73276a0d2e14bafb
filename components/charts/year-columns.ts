import type { Box, Size } from "@/components/charts/plot"
import { px } from "@/components/charts/scales"

/** Columns by year, one plot per track under another, on the same years. */
export type YearColumns = {
  box: Box
  plots: Box[]
  /** The middle and the width of each year's column. */
  at: (column: number) => { middle: number; width: number }
}

const SIDES = {
  ltr: { wide: [34, 606], narrow: [30, 354] },
  rtl: { wide: [6, 578], narrow: [4, 328] },
} as const

const HEADING = 30
const HEIGHT = { wide: 190, narrow: 170 }
const AXIS = 28
/** The part of a year that its column takes. */
const FILLED = 0.72

export function yearColumns(
  dir: "ltr" | "rtl",
  size: Size,
  plots: number,
  years: number,
  /** The height that the key below the years takes. */
  key: number,
): YearColumns {
  const width = size === "wide" ? 612 : 358
  const [left, right] = SIDES[dir][size]
  const each = HEADING + HEIGHT[size]
  const total = plots * each + AXIS + key
  const boxOf = (top: number, bottom: number): Box => ({ width, height: total, plot: { left, right, top, bottom } })
  const slot = (right - left) / Math.max(1, years)
  return {
    box: boxOf(HEADING, plots * each),
    plots: Array.from({ length: plots }, (_, at) => boxOf(at * each + HEADING, (at + 1) * each)),
    at: (column) => ({ middle: px(left + (column + 0.5) * slot), width: px(slot * FILLED) }),
  }
}
