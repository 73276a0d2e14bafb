import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { QUERY_NAMES, type Question, searchOf } from "@/lib/domain/query"
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
  "claims",
  "explore",
  "sandbox",
  "changes",
  "record",
  "method",
  "data",
] as const
export type CitedScreen = (typeof CITED_SCREENS)[number]

/** A page of the site without its language: "" is the overview, "/points/2014/5" a point. */
export type CitedPage = { path: string; screen: CitedScreen; point: { year: number; number: number } | null }

/** The page behind a path without language; null where it is none that can be cited. */
export function citedPage(path: string): CitedPage | null {
  if (path === "" || path === "/") return { path: "", screen: "overview", point: null }
  const [, year, number] = /^\/points\/(\d{4})\/([1-9]\d{0,2})$/.exec(path) ?? []
  if (year && number) return { path, screen: "point", point: { year: Number(year), number: Number(number) } }
  if (/^\/changes\/record\/[A-Za-z]{1,20}\/[\w.%~-]{1,100}$/.test(path)) return { path, screen: "record", point: null }
  const screen = CITED_SCREENS.find((name) => path === `/${name}`)
  return screen === undefined || ["overview", "point", "record"].includes(screen) ? null : { path, screen, point: null }
}

/** What a point's address settles of the question: its plan, and that the answer is about this point alone. */
export function citedQuestion(ledger: Ledger, page: CitedPage, question: Question): Question | null {
  if (page.point === null) return question
  const { year, number } = page.point
  const facts = snapshot(ledger, question.known)
  const plan = plansOf(facts).find((each) => each.year === year)
  const point = [...facts.records.point.values()].find((it) => it.plan === plan?.id && it.number === number)
  return plan && point ? { ...question, plan: plan.id, points: [number] } : null
}

/** What the digest of a citation is taken of: the canonical numbers of its question. */
export const citedAnswer = (ledger: Ledger, question: Question): Answer => answerOf(ledger, question)

const DIGITS = 12

/** "r12-3f9a0c77d1e2": the revision, and the first 12 hex digits of the SHA-256 of the answer. */
export const citeId = (known: number, digest: string) => `r${known}-${digest.slice(0, DIGITS)}`

/** The parts of such an id; null where it is none. */
export function readCiteId(id: string): { known: number; digest: string } | null {
  const [, known, digest] = /^r([1-9]\d{0,8})-([0-9a-f]{12})$/.exec(id) ?? []
  return known && digest ? { known: Number(known), digest } : null
}

/** What a page has in its address beside the question, such as the order of a list: carried as it is. */
export const extrasOf = (params: Iterable<[string, string]>): [string, string][] =>
  [...params].filter(([name]) => !(QUERY_NAMES as string[]).includes(name) && name !== "page")

type Pinned = { page: CitedPage; question: Question; extra: readonly [string, string][] }

/** The page itself with both clocks pinned. */
export function pinnedAddress(locale: string, { page, question, extra }: Pinned): string {
  return withExtra(`/${locale}${page.path}${searchOf(spelledQuestion(page, question))}`, extra)
}

/** The permanent address of a citation: the id settles the revision, the rest is the question. */
export function citeAddress(locale: string, id: string, { page, question, extra }: Pinned): string {
  const search = searchOf({ ...spelledQuestion(page, question), known: null })
  const own: [string, string][] = page.path === "" ? [] : [["page", page.path]]
  return withExtra(`/${locale}/cite/${id}${search}`, [...own, ...extra])
}

/** A point's path names plan and point already. */
function spelledQuestion(page: CitedPage, { today: _, ...query }: Question) {
  return page.point === null ? query : { ...query, plan: undefined, points: null }
}

function withExtra(address: string, extra: readonly [string, string][]): string {
  if (extra.length === 0) return address
  const own = extra.map(([name, value]) => `${encodeURIComponent(name)}=${spelled(value)}`).join("&")
  return `${address}${address.includes("?") ? "&" : "?"}${own}`
}

const spelled = (value: string) => encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%2C", ",")
