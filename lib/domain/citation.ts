import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { type Query, QUERY_NAMES, type Question, searchOf } from "@/lib/domain/query"
import { KIND_NAMES } from "@/lib/domain/records"
import { type Answer, answerOf } from "@/lib/domain/views/answer"
import { plansOf } from "@/lib/domain/views/scope"

/** The screens that can be cited, by how their address begins. */
export const CITED_SCREENS = [
  "overview",
  "points",
  "point",
  "compare",
  "outcomes",
  "momentum",
  "explore",
  "sandbox",
  "changes",
  "record",
  "method",
  "data",
] as const
export type CitedScreen = (typeof CITED_SCREENS)[number]

const pathOf = (screen: CitedScreen): string | null =>
  screen === "overview" ? "" : screen === "point" || screen === "record" ? null : `/${screen}`

/** The addresses of the screens without language; a point's and a record's name which one they are of. */
export const SCREEN_PATHS: readonly string[] = CITED_SCREENS.flatMap((screen) => pathOf(screen) ?? [])

/** A page of the site without its language: "" is the overview, "/points/2014/5" a point. */
export type CitedPage = {
  path: string
  screen: CitedScreen
  point: { year: number; number: number } | null
  record: { kind: string; id: string } | null
}

/** The page behind a path without language; null where it is none that can be cited. */
export function citedPage(path: string): CitedPage | null {
  if (path === "/") return citedPage("")
  const [, year, number] = /^\/points\/(\d{4})\/([1-9]\d{0,2})$/.exec(path) ?? []
  if (year && number)
    return { path, screen: "point", point: { year: Number(year), number: Number(number) }, record: null }
  const [, kind, id] = /^\/changes\/record\/([A-Za-z]{1,20})\/([\w.%~-]{1,100})$/.exec(path) ?? []
  if (kind && id) return { path, screen: "record", point: null, record: { kind, id: decoded(id) } }
  const screen = CITED_SCREENS.find((name) => path === pathOf(name))
  return screen === undefined ? null : { path, screen, point: null, record: null }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * What a page's address settles of the question: a point's its plan, and that the answer is about this point alone. Null
 * for a point, and for a record, that the revision known has never heard of.
 */
export function citedQuestion(ledger: Ledger, page: CitedPage, question: Question): Question | null {
  if (page.record !== null && !isRecord(ledger, page.record, question.known)) return null
  if (page.point === null) return question
  const { year, number } = page.point
  const facts = snapshot(ledger, question.known)
  const plan = plansOf(facts).find((each) => each.year === year)
  const point = [...facts.records.point.values()].find((it) => it.plan === plan?.id && it.number === number)
  return plan && point ? { ...question, plan: plan.id, points: [number] } : null
}

function isRecord(ledger: Ledger, { kind, id }: { kind: string; id: string }, known: number): boolean {
  const found = KIND_NAMES.find((each) => each === kind)
  const versions: { revision: number }[] = (found && ledger.versions[found].get(id)) ?? []
  return versions.some(({ revision }) => revision <= known)
}

/** What a citation pins: a page, its question, and what its address says beside the question. */
export type Pinned = { page: CitedPage; question: Question; extra: readonly [string, string][] }

/** What the first format's digest is taken of (see views/cited.ts for the second); `extra` in the order of its names. */
export type CitedAnswer = { page: string; extra: readonly [string, string][]; answer: Answer }

/** The page, its own parameters and the canonical numbers of its question: altering any of them gives another digest. */
export function citedAnswer(ledger: Ledger, { page, question, extra }: Pinned): CitedAnswer {
  const inOrder = [...extra].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { page: page.path, extra: inOrder, answer: answerOf(ledger, question) }
}

/**
 * What a digest was taken of: 1 the answer to the question alone, 2 every figure of the screen. "2-later" is the second
 * from when a screen also told some of what lies beyond its day or its region (views/cited-later.ts).
 */
export type CitedFormat = 1 | 2 | "2-later"

const DIGITS = 12

/** "r12-3f9a0c77d1e2": the revision, and the first 12 hex digits of the SHA-256 of the answer. */
export const citeId = (known: number, digest: string) => `r${known}-${digest.slice(0, DIGITS)}`

/** The parts of such an id; null where it is none. */
export function readCiteId(id: string): { known: number; digest: string } | null {
  const [, known, digest] = /^r([1-9]\d{0,8})-([0-9a-f]{12})$/.exec(id) ?? []
  return known && digest ? { known: Number(known), digest } : null
}

/** What a screen narrows by only where its address names it, so that even the default says something there. */
const NAMED: Partial<Record<CitedScreen, readonly (keyof Query)[]>> = {
  changes: ["plan", "points", "track"],
  data: ["plan", "lane", "track", "region", "points"],
}

/** Whether a parameter of a screen's address is part of the question and not carried as it is. */
export const isAsked = (screen: CitedScreen | undefined, name: string) =>
  (QUERY_NAMES as string[]).includes(name) && !(screen && (NAMED[screen] as string[] | undefined)?.includes(name))

/**
 * In the address of a citation `page` names the path cited, as "/points". A list's own page of that name is a number and
 * can be told from it.
 */
const isPath = ([name, value]: [string, string]) => name === "page" && !/^\d+$/.test(value)

/** The path that the address of a citation names; "" for the overview, which it leaves out. */
export const pathIn = (params: Iterable<[string, string]>): string => [...params].find(isPath)?.[1] ?? ""

/** The same address with the path that it names. */
export function withPath(params: Iterable<[string, string]>, path: string): URLSearchParams {
  const named = [...params].filter((pair) => !isPath(pair))
  return new URLSearchParams(path === "" ? named : [...named, ["page", path]])
}

/** What a page has in its address beside the question, such as the order of a list: carried as it is. */
export function extrasOf(params: Iterable<[string, string]>, path: string): [string, string][] {
  const screen = citedPage(path)?.screen
  return [...params].filter((pair) => !isPath(pair) && !isAsked(screen, pair[0]))
}

/** The names among a page's own parameters that are not also the question's: what reading the question passes over. */
export const ownNames = (extra: readonly [string, string][]): string[] =>
  extra.map(([name]) => name).filter((name) => !(QUERY_NAMES as string[]).includes(name))

/** The page itself with both clocks pinned. */
export function pinnedAddress(locale: string, pinned: Pinned): string {
  return withExtra(`/${locale}${pinned.page.path}${searchOf(spelledQuestion(pinned))}`, pinned.extra)
}

/** The same page as it stands today. */
export function liveAddress(locale: string, pinned: Pinned): string {
  const search = searchOf({ ...spelledQuestion(pinned), asOf: null, known: null })
  return withExtra(`/${locale}${pinned.page.path}${search}`, pinned.extra)
}

/** A citation whose parameters are those that its address will be read with, however its page was asked for. */
export function pinnedTo(page: CitedPage, question: Question, extra: Pinned["extra"]): Pinned {
  const [, search = ""] = pinnedAddress("en", { page, question, extra }).split("?")
  return { page, question, extra: extrasOf(new URLSearchParams(search), page.path) }
}

/** The permanent address of a citation: the id settles the revision, the rest is the question. */
export function citeAddress(locale: string, id: string, pinned: Pinned): string {
  const { page, extra } = pinned
  const search = searchOf({ ...spelledQuestion(pinned), known: null })
  const own: [string, string][] = page.path === "" ? [] : [["page", page.path]]
  return withExtra(`/${locale}/cite/${id}${search}`, [...own, ...extra])
}

/** A point's path names plan and point already; what is carried beside the question is not spelled twice. */
function spelledQuestion({ page, question: { today: _, ...query }, extra }: Pinned): Partial<Query> {
  const carried = Object.fromEntries(extra.map(([name]) => [name, undefined]))
  return { ...query, ...(page.point !== null && { plan: undefined, points: null }), ...carried }
}

function withExtra(address: string, extra: readonly [string, string][]): string {
  if (extra.length === 0) return address
  const own = extra.map(([name, value]) => `${encodeURIComponent(name)}=${spelled(value)}`).join("&")
  return `${address}${address.includes("?") ? "&" : "?"}${own}`
}

const spelled = (value: string) => encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%2C", ",")
