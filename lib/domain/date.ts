import { z } from "zod"

/** A calendar day, "2014-12-16". Days compare and sort as strings. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "Write the day as YYYY-MM-DD.")
  .refine(isCalendarDay, "There is no such day.")
  .meta({ id: "Day", description: "A calendar day, YYYY-MM-DD", examples: ["2014-12-16"] })
export type Day = z.infer<typeof Day>

/** A moment in UTC, "2026-01-31T09:30:00.000Z". */
export type Instant = string

/** How exactly a day is known. A month or year is stored as its first day, or the day inferred. */
export const Precision = z.enum(["day", "month", "quarter", "year"])
export type Precision = z.infer<typeof Precision>

function isCalendarDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return text >= "0001-01-01" && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Pakistan has kept UTC+5 without summer time since 2009; a "day" of this site is a day there. */
const PAKISTAN_OFFSET_MS = 5 * 3_600_000

/** The day it is in Pakistan at a moment. */
export function dayOf(instant: Instant): Day {
  return new Date(Date.parse(instant) + PAKISTAN_OFFSET_MS).toISOString().slice(0, 10)
}

/** The moment a day begins in Pakistan. */
export const startOfDay = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00Z`) - PAKISTAN_OFFSET_MS)

/** The last moment of a day in Pakistan, which is still of that day. */
export const endOfDay = (day: Day): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1)

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day)
  const target = year * 12 + (month - 1) + months
  const last = lastDate(Math.floor(target / 12), (target % 12) + 1)
  return `${pad(Math.floor(target / 12), 4)}-${pad((target % 12) + 1, 2)}-${pad(Math.min(date, last), 2)}`
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whole months from one day to a later one; 0 if the second is not later. */
export function monthsBetween(from: Day, to: Day): number {
  const [y1, m1, d1] = parts(from)
  const [y2, m2, d2] = parts(to)
  return Math.max(0, (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0))
}

/** Whole days from one day to another; negative if the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The first day, every month's end between, and the last day; ascending, without repeats. */
export function monthEnds(from: Day, to: Day): Day[] {
  if (to < from) return []
  const days = [from]
  let [year, month] = parts(from)
  for (;;) {
    const end = `${pad(year, 4)}-${pad(month, 2)}-${pad(lastDate(year, month), 2)}`
    if (end >= to) break
    if (end > from) days.push(end)
    if (++month > 12) [year, month] = [year + 1, 1]
  }
  if (to > from) days.push(to)
  return days
}

/** The end of every year from one day to another, the last cut short at `to`: [{ year: 2014, on: "2014-12-31" }, …]. */
export function yearEnds(from: Day, to: Day): { year: number; on: Day }[] {
  const ends = []
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const end = `${pad(year, 4)}-12-31`
    ends.push({ year, on: end < to ? end : to })
  }
  return ends
}

export const yearOf = (day: Day) => Number(day.slice(0, 4))

const parts = (day: Day) => day.split("-").map(Number) as [number, number, number]
const lastDate = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const pad = (value: number, width: number) => String(value).padStart(width, "0")

/** How many months a date of each coarser precision may lie in. */
const SPAN: Record<Exclude<Precision, "day">, number> = { month: 1, quarter: 3, year: 12 }

/** The first and the last day that a date may mean: "2026-06-30" by the month is the whole of June. */
export function daysMeant(day: Day, precision: Precision): { first: Day; last: Day } {
  if (precision === "day") return { first: day, last: day }
  const months = SPAN[precision]
  const start = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months + 1
  const first = `${day.slice(0, 4)}-${pad(start, 2)}-01`
  return { first, last: addDays(addMonths(first, months), -1) }
}
