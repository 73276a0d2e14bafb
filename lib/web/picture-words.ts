import "server-only"
import { ledger as heldLedger } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import { citedPage, extrasOf } from "@/lib/domain/citation"
import type { Day, Instant } from "@/lib/domain/date"
import { isGapGrid } from "@/lib/domain/drawing"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { isPublished, readMethod } from "@/lib/domain/own-method"
import { type Question, readQuery, resolve, searchOf } from "@/lib/domain/query"
import type { Track } from "@/lib/domain/scale"
import { asRead } from "@/lib/domain/views/cited-own"
import { CompareKind } from "@/lib/domain/views/compare/sides"
import { outcomes } from "@/lib/domain/views/outcomes"
import { provisionalOf } from "@/lib/domain/views/overview"
import { formatDay, isolate, list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { citedBy } from "./citation"
import type { PictureWords } from "./pictures"

/** Drawings that set what the state says beside what evidence shows, whichever lane the question names. */
const BOTH_LANES = /^(lanes-|strand-|evidence$|claims$)/
/** Drawings that rest on no level: which point became which, and what was promised of the plan and never seen. */
const NO_LEVEL = /^(crosswalk|silences)$/
const ONE_TRACK = /-(non-kinetic|kinetic)$/

/** The site's own name, as previews give it. */
export const host = () => new URL(settings().baseUrl).host

/** What a picture of a page is drawn from: the page's own question and citation. `path` is without language. */
export function pictured(held: Ledger, locale: Locale, path: string, search: URLSearchParams, now: Instant) {
  const { query, ignored } = readQuery(search, held, now)
  const by = path === "/compare" ? (CompareKind.safeParse(search.get("by")).data ?? "dates") : null
  const asked = resolve(query, held, now)
  const page = citedPage(path)
  if (page === null) return { query, by, asked, cited: null }
  const { question, extra } = asRead(held, { page, question: asked, extra: extrasOf(search, path) }, ignored)
  return { query, by, asked: question, cited: citedBy({ ledger: held, question }, locale, path, extra) }
}

/** What stands on a picture besides its drawing: where its numbers come from, with the address that keeps them. */
export async function pictureWords(page: string, name: string, search: URLSearchParams): Promise<PictureWords> {
  const held = await heldLedger()
  const locale = page.startsWith("/ur") ? "ur" : "en"
  const { query, by, asked, cited } = pictured(held, locale, page.slice(3), search, new Date().toISOString())
  // Of a point the title tells which.
  const question = { ...(cited?.question ?? asked), ...(cited?.page.point && { points: null }) }
  const { asOf, known } = question
  const isProvisional = provisionalOf(held, cited?.question ?? asked) > 0
  const source = sourceOf(held, question, locale, {
    name,
    isProvisional,
    isPoint: Boolean(cited?.page.point),
    by,
    isGap: name === "butterfly" && isGapGrid(cited?.extra ?? []),
    isOwn: page.endsWith("/sandbox") && !isPublished(readMethod(cited?.extra ?? search).method),
    show: search.getAll("show").flatMap((ids) => ids.split(",")),
  })
  const url = cited?.citation.url ?? `${settings().baseUrl}${page}${searchOf({ ...query, asOf, known })}`
  const strip = stripOf(locale, asOf, isProvisional)
  return { title: cited?.citation.title ?? "", source: `${source}${locale === "ur" ? "۔" : "."} ${url}`, strip }
}

/** The last line of a preview: whose it is, of which day, and that nobody has reviewed its coding where that is so. */
export const stripOf = (locale: Locale, asOf: Day, isProvisional: boolean) =>
  [host(), formatDay(locale, asOf), ...(isProvisional ? [messages(locale).site.provisional.title] : [])].join(" · ")

type Picture = {
  name: string
  /** Whether its page rests on ratings that no editor has reviewed. */
  isProvisional: boolean
  /** Whether it is of one point's page, which shows every track and province whatever the question is narrowed to. */
  isPoint?: boolean
  /** What a comparison sets side by side; null for another screen. */
  by?: CompareKind | null
  /** Whether it shows how far claim and finding lie apart, in place of one lane. */
  isGap?: boolean
  /** Whether it was added up by a reader's own method. */
  isOwn?: boolean
  /** Ids of the panels of outcomes chosen; empty for the usual ones. */
  show?: readonly string[]
}

/**
 * Where the numbers of a picture come from, as its last line says: the lanes drawn, the revision and the day, and what
 * they are narrowed to, after the notice of coding that nobody has reviewed. A picture travels without its page, so
 * nothing of this may be left to the page.
 */
export function sourceOf(ledger: Ledger, question: Question, locale: Locale, picture: Picture): string {
  const { name, isProvisional, isPoint = false, by = null, isGap = false, isOwn = false, show = [] } = picture
  const { charts, cite, cited, sandbox, site } = messages(locale)
  const { asOf, known, lane, points } = question
  const isWhole = NO_LEVEL.test(name) || (isPoint && name === "provinces")
  const asked = isWhole ? null : question.track
  // Of two regions each side is named on the drawing.
  const region = isWhole || by === "regions" ? null : question.region
  const facts = snapshot(ledger, known)
  const isBoth = isGap || by === "lanes" || BOTH_LANES.test(name)
  const lanes = NO_LEVEL.test(name) ? "neither" : isBoth ? "both" : lane
  const day = formatDay(locale, asOf)
  const track = (ONE_TRACK.exec(name)?.[1] as Track | undefined) ?? asked
  const named = region === null ? undefined : facts.records.region.get(region)
  const publishers = name === "outcomes" ? outcomes(ledger, question, show).panels.map((it) => it.publisher) : []
  const parts = [
    lanes === "both" || lanes === "neither" || !isOwn
      ? charts.source(lanes, known, day)
      : sandbox.source(lanes, known, day),
    track === null ? null : cite.track[track],
    named ? inLocale(locale, { en: named.nameEn, ur: named.nameUr }).text : null,
    points === null ? null : cite.points(isolate(locale, points.join(", ")), points.length),
    publishers.length === 0 ? null : cited.outcomesBy(list(locale, publisherNames(locale, publishers))),
  ]
  const source = parts.filter((part) => part !== null).join(locale === "ur" ? "؛ " : "; ")
  const { title, text } = site.provisional
  return isProvisional ? `${title}${locale === "ur" ? "۔" : "."} ${text} ${source}` : source
}

const publisherNames = (locale: Locale, publishers: readonly string[]) =>
  [...new Set(publishers)].map((each) => messages(locale).outcomes.publisher[each] ?? each)
