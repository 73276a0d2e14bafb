import "server-only"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Track } from "@/lib/domain/scale"
import { outcomes } from "@/lib/domain/views/outcomes"
import { formatDay, isolate, list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** Drawings that set what the state says beside what evidence shows, whichever lane the question names. */
const BOTH_LANES = /^(lanes-|strand-|evidence$)/
const ONE_TRACK = /-(non-kinetic|kinetic)$/

type Picture = {
  name: string
  /** Whether it was added up by a reader's own method. */
  isOwn?: boolean
  /** Ids of the panels of outcomes chosen; empty for the usual ones. */
  show?: readonly string[]
}

/**
 * Where the numbers of a picture come from, as its last line says: the lanes drawn, the revision and the day, and what
 * they are narrowed to. A picture travels without its page, so nothing of this may be left to the page.
 */
export function sourceOf(ledger: Ledger, question: Question, locale: Locale, picture: Picture): string {
  const { name, isOwn = false, show = [] } = picture
  const { charts, cite, cited, sandbox } = messages(locale)
  const { asOf, known, lane, region, points } = question
  const facts = snapshot(ledger, known)
  const lanes = BOTH_LANES.test(name) ? "both" : lane
  const day = formatDay(locale, asOf)
  const track = (ONE_TRACK.exec(name)?.[1] as Track | undefined) ?? question.track
  const named = region === null ? undefined : facts.records.region.get(region)
  const publishers = name === "outcomes" ? outcomes(ledger, question, show).panels.map((it) => it.publisher) : []
  const parts = [
    lanes === "both" || !isOwn ? charts.source(lanes, known, day) : sandbox.source(lanes, known, day),
    track === null ? null : cite.track[track],
    named ? inLocale(locale, { en: named.nameEn, ur: named.nameUr }).text : null,
    points === null ? null : cite.points(isolate(locale, points.join(", "))),
    publishers.length === 0 ? null : cited.outcomesBy(list(locale, publisherNames(locale, publishers))),
  ]
  return parts.filter((part) => part !== null).join(locale === "ur" ? "؛ " : "; ")
}

const publisherNames = (locale: Locale, publishers: readonly string[]) =>
  [...new Set(publishers)].map((each) => messages(locale).outcomes.publisher[each] ?? each)
