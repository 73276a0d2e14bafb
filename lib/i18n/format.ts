import type { Day, Precision } from "@/lib/domain/date"
import { LOCALES, type Locale } from "./locale"

const MINUS = "\u2212"
const EN_DASH = "\u2013"

const shortDay = {
  en: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
  ur: new Intl.DateTimeFormat(LOCALES.ur.intl, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
}
const shortMonth = {
  en: new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }),
  ur: new Intl.DateTimeFormat(LOCALES.ur.intl, { month: "long", timeZone: "UTC" }),
}

/**
 * A left-to-right run (number, sign, range, code) held together inside Urdu text.
 * English text is returned unchanged.
 */
export function isolate(locale: Locale, run: string): string {
  return locale === "ur" ? `\u2066${run}\u2069` : run
}

/** "2025-12-31" → "31 Dec 2025" or "31 دسمبر 2025"; a coarser precision names only what is known. */
export function formatDay(locale: Locale, day: Day, precision: Precision = "day"): string {
  if (precision === "year") return day.slice(0, 4)
  if (precision === "quarter") return formatQuarter(locale, day)
  if (precision === "month") return formatMonthYear(locale, day)
  const parts = shortDay[locale].formatToParts(utc(day))
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ""
  return `${part("day")} ${month(locale, day)} ${part("year")}`
}

/** "2025-12-31" or "2025-12" → "Dec 2025" or "دسمبر 2025". */
export function formatMonthYear(locale: Locale, day: string): string {
  return `${month(locale, day)} ${day.slice(0, 4)}`
}

/** "2017-05-01" → "Apr–Jun 2017" or "اپریل تا جون 2017". */
function formatQuarter(locale: Locale, day: string): string {
  const year = day.slice(0, 4)
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  const name = (number: number) => month(locale, `${year}-${String(number).padStart(2, "0")}`)
  const between = locale === "ur" ? " تا " : EN_DASH
  return `${name(first)}${between}${name(first + 2)} ${year}`
}

/** 2014 → "’14", where there is no room for more. */
export function shortYear(year: number): string {
  return `’${String(year).slice(2)}`
}

/** 70.6 → "71". Negative zero prints as "0". */
export function wholeNumber(value: number): string {
  return withMinus(Math.round(value) || 0, 0)
}

/** 70.64 → "70.6". */
export function oneDecimal(value: number): string {
  return withMinus(Math.round(value * 10) / 10 || 0, 1)
}

/** 11704 → "11,704", 9.065 → "9.065"; as published, without rounding. */
export function thousands(value: number): string {
  const [whole = "", fraction] = String(Math.abs(value)).split(".")
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")
  return `${value < 0 ? MINUS : ""}${grouped}${fraction ? `.${fraction}` : ""}`
}

/** 36.7 → "+37", -36.7 → "−37" (U+2212), 0.2 → "0"; isolated in Urdu, or the sign would change sides. */
export function signed(locale: Locale, value: number, decimals: 0 | 1 = 0): string {
  const text = decimals === 0 ? wholeNumber(value) : oneDecimal(value)
  return isolate(locale, Number(text.replace(MINUS, "-")) > 0 ? `+${text}` : text)
}

/** Whole numbers joined by an en dash, for labels: "61–76"; isolated in Urdu, or the ends would change places. */
export function range(locale: Locale, low: number, high: number): string {
  return isolate(locale, `${wholeNumber(low)}${EN_DASH}${wholeNumber(high)}`)
}

/** Signed ends joined by a word, for sentences: "+16 to +47", in Urdu by "تا". */
export function signedRange(locale: Locale, low: number, high: number): string {
  const to = locale === "ur" ? "تا" : "to"
  return `${signed(locale, low)} ${to} ${signed(locale, high)}`
}

/** A share between 0 and 1 as "61 %" (no-break space) or "61 فیصد". */
export function percent(locale: Locale, share: number): string {
  return `${wholeNumber(share * 100)}\u00a0${locale === "ur" ? "فیصد" : "%"}`
}

/** 120400 → "120 kB" (no-break space) or "120 کلو بائٹ"; from a million on with one decimal, "1.2 MB". */
export function fileSize(locale: Locale, bytes: number): string {
  const [value, en, ur] =
    bytes < 1000
      ? [String(bytes), "bytes", "بائٹ"]
      : bytes < 1e6
        ? [wholeNumber(bytes / 1000), "kB", "کلو بائٹ"]
        : [oneDecimal(bytes / 1e6), "MB", "میگا بائٹ"]
  return `${value}\u00a0${locale === "ur" ? ur : en}`
}

/** 1 → "1 month", 47 → "47 months" or "47 ماہ". */
export function months(locale: Locale, count: number): string {
  return locale === "ur" ? `${count} ماہ` : plural(count, "1 month", `${count} months`)
}

/** The singular words for exactly one, the plural words otherwise. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}

/** "Kinetic, non-kinetic and all" or the same with Urdu comma and "اور", which takes no comma before it. */
export function list(locale: Locale, items: string[]): string {
  return new Intl.ListFormat(locale === "ur" ? LOCALES.ur.intl : "en-GB", { type: "conjunction" })
    .formatToParts(items)
    .map(({ type, value }) => (type === "literal" ? value.replace(/^،(?= اور )/u, "") : value))
    .join("")
}

function month(locale: Locale, day: string): string {
  const name = shortMonth[locale].format(utc(day))
  return name === "Sept" ? "Sep" : name
}

function utc(day: string): Date {
  return new Date(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`)
}

function withMinus(value: number, decimals: 0 | 1): string {
  return value.toFixed(decimals).replace("-", MINUS)
}
