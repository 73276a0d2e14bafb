import "server-only"
import { z } from "zod"
import { ledger } from "@/lib/data/ledger"
import { citedPage, citedQuestion, extrasOf, ownNames } from "@/lib/domain/citation"
import { CITE_FILES, CiteStyle, spellCitation } from "@/lib/domain/citation-style"
import { readQuery, resolve } from "@/lib/domain/query"
import { Refusal } from "@/lib/domain/refusal"
import { asRead } from "@/lib/domain/views/cited-own"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { bad, given } from "@/lib/web/api/question"
import { hasAlready, tagOf } from "@/lib/web/api/tag"
import { citedBy } from "@/lib/web/citation"

const CitationQuery = z.strictObject({
  page: z.string().max(600).default("/en").describe("A page's path and query, such as /en/points/2014/5"),
  style: CiteStyle.default("text").describe("Plain text, or a file of a reference manager"),
  lang: z.enum(["en", "ur"]).default("en").describe("The language of the words"),
})

/** Citations as files for reference managers. */
export const CITATION: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/citation",
    summary: "How to cite a page: its day and revision are pinned to now where its address leaves them open",
    access: "reader",
    query: CitationQuery,
    answer: { status: 200, schema: null, media: Object.values(CITE_FILES).map(({ mediaType }) => mediaType) },
    handle: async (call) => {
      const { page, style, lang } = given(CitationQuery, call)
      const { id, citation } = await cited(page, lang)
      const content = spellCitation(citation, style)
      const headers = { etag: tagOf(citation.revision, [style, content]), "cache-control": "no-cache" }
      if (hasAlready(call.request, headers.etag)) return { status: 304, body: null, headers }
      const { ending, mediaType } = CITE_FILES[style]
      const file = { name: `nap-${id}.${ending}`, mediaType, content }
      return { body: null, headers, file }
    },
  }),
]

/** The citation of a page's address. @throws Refusal `invalid` for no page to cite, `not_found` for no such record. */
async function cited(address: string, locale: "en" | "ur") {
  const [, path, search = ""] = /^\/(?:en|ur)((?:\/[^?#\s]*)?)(?:\?([^#]*))?$/.exec(address) ?? []
  if (path === undefined) throw bad("page", "Write a page's path, such as /en/points.")
  const held = await ledger()
  const now = new Date().toISOString()
  const given = new URLSearchParams(search)
  const page = citedPage(path.replace(/\/$/, ""))
  if (page === null) throw bad("page", "There is no such page to cite.")
  const extra = extrasOf(given, page.path)
  const { query, ignored } = readQuery(given, held, now, ownNames(extra))
  const question = resolve(query, held, now)
  if (citedQuestion(held, page, question) === null) {
    if (page.record) throw new Refusal("not_found", "There is no such record.")
    throw bad("page", "There is no such page to cite.")
  }
  const read = asRead(held, { page, question, extra }, ignored)
  const left = [...new Set([...ignored, ...read.ignored])]
  if (left.length > 0) throw bad("page", `It has an unknown parameter or value: ${left.join(", ")}.`)
  return citedBy({ ledger: held, question: read.question }, locale, page.path, read.extra)!
}
