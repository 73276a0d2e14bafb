import { type Day, addDays, daysBetween } from "@/lib/domain/date"

/** The box of a drawing and the part of it that is the plot, in pixels. The box never changes its size. */
export type Box = { width: number; height: number; plot: { left: number; right: number; top: number; bottom: number } }
export type Size = "wide" | "narrow"

const SIDES = {
  ltr: { wide: [30, 614], narrow: [28, 292] },
  // In Urdu the value axis stands on the right, between the plot and the labels at its end.
  rtl: { wide: [8, 586], narrow: [4, 268] },
} as const

const boxOf = (width: number, height: number, sides: readonly [number, number], top: number, bottom: number): Box => ({
  width,
  height,
  plot: { left: sides[0], right: sides[1], top, bottom },
})

export const trendBox = (dir: "ltr" | "rtl", size: Size): Box =>
  size === "wide" ? boxOf(726, 408, SIDES[dir].wide, 132, 356) : boxOf(358, 330, SIDES[dir].narrow, 56, 284)

export const imbalanceBox = (dir: "ltr" | "rtl", size: Size): Box =>
  size === "wide" ? boxOf(726, 142, SIDES[dir].wide, 10, 118) : boxOf(358, 150, SIDES[dir].narrow, 10, 126)

/** The time axis of a plan: a little before it was adopted until today, whatever day is asked about. */
export function spanOf(adoptedOn: Day, today: Day): [Day, Day] {
  return [addDays(adoptedOn, -Math.round(daysBetween(adoptedOn, today) * 0.035) - 20), today]
}

/** Pixels left free on either side of the line where a plan was superseded. */
export const BREAK_GAP = 4.6
/** A line begins once this share of commitments is rated; the band is there from the first day. */
export const LINE_FROM_COVERAGE = 0.3

/** Both ends' labels moved apart until neither covers the other; `upper` is the smaller y. */
export function apart(upper: number, lower: number, room: number, [top, bottom]: readonly [number, number]) {
  const missing = Math.max(0, room - (lower - upper))
  let [a, b] = [upper - missing / 2, lower + missing / 2]
  if (a < top) [a, b] = [top, Math.max(b, top + room)]
  if (b > bottom) [a, b] = [Math.min(a, bottom - room), bottom]
  return [a, b] as const
}
