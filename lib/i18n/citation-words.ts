import type { CitedPage, Pinned } from "@/lib/domain/citation"
import type { Citation } from "@/lib/domain/citation-style"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { type SideHead, sideHead } from "@/lib/domain/views/compare/compare"
import { type CompareKind, type Comparison, readComparison, sidesOf } from "@/lib/domain/views/compare/sides"
import { pointsInScope } from "@/lib/domain/views/scope"
import { formatDay, isolate } from "./format"
import type { Locale } from "./locale"
import { messages } from "./messages"
import { sideName } from "./side-name"
import { inLocale } from "./text"

/** What a citation says of what it pins: the title, and which data set, narrowed to what, of which day. */
export function citationWords(ledger: Ledger, locale: Locale, pinned: Pinned): Pick<Citation, "title" | "version"> {
  const { page, question } = pinned
  const compared = comparedIn(ledger, pinned)
  const day = compared ? comparedDays(locale, compared) : formatDay(locale, question.asOf)
  return {
    title: compared ? comparedTitle(locale, compared) : titleOf(ledger, locale, page, question),
    version: messages(locale).cite.version(question.known, narrowings(ledger, locale, pinned, compared), day),
  }
}

/** What a page is called where it stands alone: in a citation, and above a picture taken from it. Not of a comparison. */
export function titleOf(
  ledger: Ledger,
  locale: Locale,
  page: { screen: CitedPage["screen"]; point: unknown },
  question: Pick<Question, "plan" | "points" | "known">,
): string {
  const { cite, point } = messages(locale)
  const facts = snapshot(ledger, question.known)
  const year = Number(facts.records.plan.get(question.plan)!.adoptedOn.slice(0, 4))
  const [found] = page.point ? pointsInScope(facts, question) : []
  if (!found) return cite.screen[page.screen](year)
  const title = inLocale(locale, { en: found.titleEn, ur: found.titleUr }).text
  return cite.pointTitle(point.title(found.number, title), year)
}

/** The two sides of a comparison, which its address names beside the question; null of any other screen. */
function comparedIn(ledger: Ledger, { page, question, extra }: Pinned): Compared | null {
  if (page.screen !== "compare") return null
  const given = new URLSearchParams(extra.map(([name, value]) => [name, value]))
  const { comparison } = readComparison(given, question, snapshot(ledger, question.known))
  return sidesIn(ledger, question, comparison)
}
type Compared = { by: CompareKind; a: SideHead; b: SideHead }

function sidesIn(ledger: Ledger, question: Question, comparison: Comparison): Compared {
  const facts = snapshot(ledger, question.known)
  const [a, b] = sidesOf(facts, question, comparison)
  return { by: comparison.by, a: sideHead(facts, a), b: sideHead(facts, b) }
}

/** What a comparison is called where it stands alone, by its two sides. */
export const comparisonTitle = (ledger: Ledger, locale: Locale, question: Question, comparison: Comparison): string =>
  comparedTitle(locale, sidesIn(ledger, question, comparison))

function comparedTitle(locale: Locale, { by, a, b }: Compared): string {
  const { cite } = messages(locale)
  const name = (side: SideHead) =>
    by === "lanes" ? cite.lane[side.lane] : by === "tracks" ? cite.track[side.track!] : sideName(locale, by, side)
  return cite.compared(by === "plans" ? null : b.plan.year, cite.both(name(a), name(b)))
}

function comparedDays(locale: Locale, { a, b }: Compared): string {
  const [dayA, dayB] = [formatDay(locale, a.asOf), formatDay(locale, b.asOf)]
  return a.asOf === b.asOf ? dayB : messages(locale).cite.both(dayA, dayB)
}

/** What may narrow an answer beside its plan and its day. */
const NARROWING = ["lane", "track", "region", "points"] as const
type Narrowing = (typeof NARROWING)[number]

/** What a comparison sets side by side, or has no meaning on both sides. */
const APART: Record<CompareKind, Narrowing | null> = {
  dates: null,
  lanes: "lane",
  tracks: "track",
  regions: "region",
  plans: "points",
}

/**
 * What of it says something of a screen: not what a comparison sets side by side, and nothing of what is said of the
 * record as a whole. Lists are narrowed only by what their address names.
 */
function saying({ page, question, extra }: Pinned, compared: Compared | null): readonly Narrowing[] {
  if (compared) {
    return NARROWING.filter((name) => name !== APART[compared.by])
  }
  const isNamed = (name: string) => extra.some(([each]) => each === name)
  if (page.screen === "data") return NARROWING.filter(isNamed)
  if (page.screen === "changes") return isNamed("points") ? ["points"] : []
  // The codebook's tables are of the findings unless it is asked for the claims.
  if (page.screen === "method") return question.lane === "claim" ? ["lane"] : []
  if (page.screen === "record") return []
  return page.point ? ["lane", "track", "region"] : NARROWING
}

/** What the answer is narrowed to, in words. */
function narrowings(ledger: Ledger, locale: Locale, pinned: Pinned, compared: Compared | null): string[] {
  const { cite, controls } = messages(locale)
  const { page, question, extra } = pinned
  const { records } = snapshot(ledger, question.known)
  const region = question.region === null ? null : records.region.get(question.region)
  const words: Record<Narrowing, string | null> = {
    lane: cite.lane[question.lane],
    track: question.track && cite.track[question.track],
    region: region ? inLocale(locale, { en: region.nameEn, ur: region.nameUr }).text : null,
    points: question.points && cite.points(isolate(locale, question.points.join(", ")), question.points.length),
  }
  // The titles of these name no plan.
  const isOfPlan =
    ["changes", "data"].includes(page.screen) && extra.some(([name]) => name === "plan" || name === "points")
  const plan = isOfPlan ? controls.planYear(Number(records.plan.get(question.plan)!.adoptedOn.slice(0, 4))) : null
  return [plan, ...saying(pinned, compared).map((name) => words[name])].filter((it) => it !== null)
}
