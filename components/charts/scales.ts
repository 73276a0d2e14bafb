import { type Day, yearOf } from "@/lib/domain/date"

/** A straight map from a quantity to pixels. */
export type Scale = (value: number) => number

export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const perUnit = to === from ? 0 : (end - start) / (to - from)
  return (value) => start + (value - from) * perUnit
}

/** Days since 1970, the number a day stands for on a time axis. */
export const dayNumber = (day: Day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

export type TimeScale = (day: Day) => number

/** A map from days to pixels; time runs left to right in both languages. */
export function timeScale([from, to]: readonly [Day, Day], range: readonly [number, number]): TimeScale {
  const scale = linear([dayNumber(from), dayNumber(to)], range)
  return (day) => scale(dayNumber(day))
}

/** The years an axis shows: where each begins, and the middle of the part in view, for its label. */
export type YearTick = { year: number; start: number; middle: number }

/** Where a day stands in a span, in percent; one outside it stands at its end. */
export const shareOfSpan = (span: readonly [Day, Day], day: Day): number =>
  Math.min(100, Math.max(0, timeScale(span, [0, 100])(day)))

/** Years from the first 1 January in view; a last year too short for its label (`room` pixels) has none. */
export function yearTicks([from, to]: readonly [Day, Day], x: TimeScale, room = 24): YearTick[] {
  const ticks = []
  for (let year = yearOf(from) + 1; year <= yearOf(to); year++) {
    const start = x(`${year}-01-01`)
    const end = Math.min(x(`${year + 1}-01-01`), x(to))
    if (end - start >= room || year < yearOf(to)) ticks.push({ year, start, middle: (start + end) / 2 })
  }
  return ticks
}

/** Coordinates with one decimal: half a hair's breadth, and short in the page. */
export const px = (value: number) => Math.round(value * 10) / 10

/** On the middle of a pixel, for crisp hairlines. */
export const hair = (value: number) => Math.floor(value) + 0.5
