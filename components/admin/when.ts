import type { Day } from "@/lib/domain/date"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

/** Pakistan has kept UTC+5 without summer time since 2009. */
const PAKISTAN_OFFSET_MS = 5 * 3_600_000

/** A moment as its clock in Pakistan today ("14:02") or else its day there ("21 Nov 2025"). `now` is a moment too. */
export function formatMoment(locale: Locale, moment: string, now: string): string {
  const there = inPakistan(moment)
  if (there.slice(0, 10) !== inPakistan(now).slice(0, 10)) return formatDay(locale, there.slice(0, 10))
  return isolate(locale, there.slice(11, 16))
}

const inPakistan = (moment: string) => new Date(Date.parse(moment) + PAKISTAN_OFFSET_MS).toISOString()

/** The day it was in Pakistan at a moment. */
export const dayOfMoment = (moment: string): Day => inPakistan(moment).slice(0, 10)
