import "server-only"
import { createHash } from "node:crypto"
import { settings } from "@/lib/data/settings"
import { canonical } from "@/lib/domain/canonical"
import {
  citeAddress,
  citedAnswer,
  type CitedFormat,
  citedPage,
  citedQuestion,
  citeId,
  liveAddress,
  type Pinned,
  pinnedAddress,
  pinnedTo,
} from "@/lib/domain/citation"
import { type Citation, citationText, type CitationView, CiteStyle } from "@/lib/domain/citation-style"
import { dayOf } from "@/lib/domain/date"
import type { Ledger } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { citedFigures, type CitedView } from "@/lib/domain/views/cited"
import { withElsewhere, withLater } from "@/lib/domain/views/cited-later"
import { citationWords } from "@/lib/i18n/citation-words"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Everything a citation is made of. `digest` is the whole SHA-256 of what it pins in hex. */
export type Cited = Pinned & {
  digest: string
  id: string
  citation: Citation
  /** Where the permanent address, the pinned page and the page of today are, without the site. */
  path: string
  pinned: string
  live: string
}

/** `shown`: the View of the page, where it has been made already. */
type Asked = { ledger: Ledger; question: Question; shown?: CitedView }

const sha256 = (value: unknown) => createHash("sha256").update(canonical(value)).digest("hex")

/** As many digests are kept of one ledger; what they are taken of never changes. */
const MOST_DIGESTS = 500
const digests = new WeakMap<Ledger, Map<string, string>>()

/** The SHA-256 of the page, its own parameters, the answer to its question and every figure it shows. */
function digestOf(ledger: Ledger, pinned: Pinned, shown: CitedView | undefined): string {
  const { today: _, ...question } = pinned.question
  const key = canonical([pinned.page.path, pinned.extra, question])
  const kept = digests.get(ledger) ?? new Map<string, string>()
  digests.set(ledger, kept)
  const made = shown?.screen === pinned.page.screen ? shown : undefined
  const digest = kept.get(key) ?? sha256(citedFigures(ledger, pinned, made))
  kept.delete(key)
  kept.set(key, digest)
  if (kept.size > MOST_DIGESTS) kept.delete(kept.keys().next().value!)
  return digest
}

/**
 * Which format of digest the digits of an id are of, worked out again. Null where none gives them: the address was
 * altered, or the method has changed.
 */
export function formatOf(ledger: Ledger, cited: Cited, digits: string): CitedFormat | null {
  if (cited.digest.startsWith(digits)) return 2
  const { page, question, extra } = cited
  const pinned = { page, question, extra }
  if (sha256(citedAnswer(ledger, pinned)).startsWith(digits)) return 1
  const isOf = (shown: CitedView) => sha256(citedFigures(ledger, pinned, shown)).startsWith(digits)
  return isOf(withElsewhere(ledger, pinned)) || isOf(withLater(ledger, pinned)) ? "2-later" : null
}

/** A page's citation as of the question's clocks; null for what cannot be cited. `path` is without language. */
export function citedBy(asked: Asked, locale: Locale, path: string, extra: readonly [string, string][] = []) {
  const page = citedPage(path)
  const question = page && citedQuestion(asked.ledger, page, asked.question)
  if (!page || !question) return null
  const pinned = pinnedTo(page, question, extra)
  const digest = digestOf(asked.ledger, pinned, asked.shown)
  const id = citeId(question.known, digest)
  const address = citeAddress(locale, id, pinned)
  const publishedOn = dayOf(asked.ledger.revisions[question.known - 1]!.publishedAt)
  const citation: Citation = {
    id,
    author: messages(locale).cite.author,
    ...citationWords(asked.ledger, locale, pinned),
    revision: question.known,
    publishedOn,
    published: formatDay(locale, publishedOn),
    url: settings().baseUrl + address,
    language: locale,
  }
  const addresses = { path: address, pinned: pinnedAddress(locale, pinned), live: liveAddress(locale, pinned) }
  const cited: Cited = { ...pinned, digest, id, citation, ...addresses }
  return cited
}

/** What a screen shows of its citation. */
export function citationView(
  asked: Asked,
  locale: Locale,
  path: string,
  extra: Record<string, string | undefined> = {},
): CitationView | undefined {
  const given = Object.entries(extra).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const cited = citedBy(asked, locale, path, given)
  return cited ? viewOf(cited, locale) : undefined
}

export function viewOf({ id, citation, path, pinned }: Cited, locale: Locale): CitationView {
  const file = (style: CiteStyle) =>
    `/api/v1/citation?page=${encodeURIComponent(pinned).replaceAll("%2F", "/")}&style=${style}&lang=${locale}`
  return {
    id,
    text: citationText(citation),
    path,
    url: citation.url,
    files: CiteStyle.options.map((style) => ({ style, href: file(style) })),
  }
}
