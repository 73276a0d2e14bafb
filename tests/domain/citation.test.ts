import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { canonical } from "@/lib/domain/canonical"
import {
  citeAddress,
  citedAnswer,
  citedPage,
  citedQuestion,
  citeId,
  extrasOf,
  pinnedAddress,
  readCiteId,
} from "@/lib/domain/citation"
import { type Citation, CiteStyle, spellCitation } from "@/lib/domain/citation-style"
import { addDays } from "@/lib/domain/date"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, type Question, readQuery, resolve } from "@/lib/domain/query"
import { datasetLedger, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const digest = (ledger: Ledger, question: Question) =>
  createHash("sha256")
    .update(canonical(citedAnswer(ledger, question)))
    .digest("hex")

const anyQuery = fc
  .record({
    plan: fc.constantFrom("nap-2014", "nap-2021"),
    asOf: fc.option(fc.integer({ min: 0, max: 4300 }).map((days) => addDays("2014-12-24", days))),
    lane: fc.constantFrom("finding" as const, "claim" as const),
    track: fc.constantFrom(null, "kinetic" as const, "non-kinetic" as const),
    region: fc.constantFrom(null, "KP", "BALOCHISTAN"),
    points: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 5 })),
  })
  .map((it) => Query.parse({ ...it, points: it.points?.sort((a, b) => a - b) ?? null }))

const [sample] = rows("assessment")
const commitments = rows("commitment").map(({ id }) => id)
/** What later revisions may do to the record: new facts, facts redated or withdrawn. */
const later = fc.array(
  fc.record({
    act: fc.constantFrom("add", "change", "withdraw"),
    at: fc.nat(500),
    commitment: fc.constantFrom(...commitments),
    effectiveOn: fc.integer({ min: 0, max: 4300 }).map((days) => addDays("2014-12-24", days)),
    level: fc.constantFrom(0, 1, 2, 3),
  }),
  { minLength: 1, maxLength: 5 },
)

function publish(ledger: Ledger, work: (typeof later extends fc.Arbitrary<infer T> ? T : never)[number], at: number) {
  const standing = [...snapshot(ledger, ledger.newest).records.assessment.values()]
  const old = standing[work.at % standing.length]!
  const { commitment, effectiveOn } = work
  const level = work.level as 0 | 1 | 2 | 3
  const operation: Operation =
    work.act === "withdraw"
      ? { act: "withdraw", kind: "assessment", id: old.id }
      : work.act === "change"
        ? { act: "change", kind: "assessment", record: { ...old, effectiveOn, level, unratedReason: null } }
        : {
            act: "add",
            kind: "assessment",
            record: { ...sample!, id: `later-${at}`, commitment, effectiveOn, level, unratedReason: null },
          }
  published(ledger, [operation], at % 2 === 0 ? "world-changed" : "correction")
}

test("the digest of a citation holds whatever is published later", () => {
  fc.assert(
    fc.property(anyQuery, later, (query, work) => {
      const ledger = datasetLedger()
      publish(ledger, { act: "add", at: 0, commitment: commitments[0]!, effectiveOn: "2020-01-01", level: 3 }, -2)
      const cited = [1, 2].map((known) => resolve({ ...query, known }, ledger, NOW))
      const before = cited.map((question) => digest(ledger, question))
      for (const [at, each] of work.entries()) publish(ledger, each, at)
      expect(cited.map((question) => digest(ledger, question))).toEqual(before)
    }),
    { numRuns: 25 },
  )
}, 60_000)

test("another answer has another digest", () => {
  const ledger = datasetLedger()
  const before = digest(ledger, resolve(Query.parse({}), ledger, NOW))
  publish(ledger, { act: "change", at: 3, commitment: "", effectiveOn: "2015-02-01", level: 3 }, 1)
  expect(digest(ledger, resolve(Query.parse({ plan: "nap-2014" }), ledger, NOW))).not.toBe(before)
})

describe("ids", () => {
  test("an id says its revision and digits, and nothing else is one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.stringMatching(/^[0-9a-f]{64}$/), (known, hex) => {
        expect(readCiteId(citeId(known, hex))).toEqual({ known, digest: hex.slice(0, 12) })
      }),
    )
    for (const wrong of ["", "r0-0123456789ab", "r1", "r1-0123456789a", "r1-0123456789AB", "r01-0123456789ab", "x"])
      expect(readCiteId(wrong), wrong).toBeNull()
  })
})

describe("addresses", () => {
  const ledger = datasetLedger()
  const paths = ["", "/points", "/points/2014/5", "/points/2021/14", "/method", "/changes", "/data"]

  test("a permanent address leads back to the very question, and so does the pinned page", () => {
    fc.assert(
      fc.property(
        anyQuery,
        fc.constantFrom(...paths),
        fc.stringMatching(/^[\p{L} &=?#%/]{0,9}$/u),
        (query, path, extra) => {
          const page = citedPage(path)!
          const question = citedQuestion(ledger, page, resolve({ ...query, known: 1 }, ledger, NOW))!
          const given = { page, question, extra: extra === "" ? [] : [["find", extra] as [string, string]] }
          const id = citeId(question.known, "0".repeat(64))
          const address = new URL(citeAddress("ur", id, given), "https://nap.example")
          expect(address.pathname).toBe(`/ur/cite/${id}`)
          expect(address.searchParams.get("page") ?? "").toBe(path)
          expect(extrasOf(address.searchParams)).toEqual(given.extra)
          const read = (search: URLSearchParams, known: number | null) => {
            const { query: found, ignored } = readQuery(search, ledger, NOW, ["page", "find"])
            expect(ignored).toEqual([])
            return citedQuestion(ledger, page, resolve({ ...found, ...(known && { known }) }, ledger, NOW))
          }
          expect(read(address.searchParams, readCiteId(id)!.known)).toEqual(question)
          const pinned = new URL(pinnedAddress("en", given), "https://nap.example")
          expect(pinned.pathname).toBe(`/en${path}`)
          expect(pinned.searchParams.get("known")).toBe("1")
          expect(pinned.searchParams.get("asOf")).toBe(question.asOf)
          expect(read(pinned.searchParams, null)).toEqual(question)
        },
      ),
    )
  })

  test("what is no page of readers cannot be cited", () => {
    for (const path of [
      "/admin",
      "/s/abc",
      "/points/2014",
      "/points/2014/0",
      "/overview",
      "/point",
      "/cite/r1-0",
      "//x",
    ])
      expect(citedPage(path), path).toBeNull()
    const asked = resolve(Query.parse({}), ledger, NOW)
    expect(citedQuestion(ledger, citedPage("/points/2021/15")!, asked)).toBeNull()
    expect(citedQuestion(ledger, citedPage("/points/1999/1")!, asked)).toBeNull()
  })
})

describe("styles", () => {
  const citation: Citation = {
    id: "r12-3f9a0c77d1e2",
    author: "NAP Tracker",
    title: "Point 5: {Smuggling} & 100 % of #drugs_\\",
    version: "Data set, revision 12; findings; as of 22 Nov 2026",
    revision: 12,
    publishedOn: "2026-11-22",
    published: "22 Nov 2026",
    url: "https://nap.example/en/cite/r12-3f9a0c77d1e2?asOf=2026-11-22",
    language: "en",
  }

  test("words, BibTeX, RIS and CSL-JSON say the same", () => {
    for (const style of CiteStyle.options) {
      const text = spellCitation(citation, style)
      expect(text, style).toContain("NAP Tracker")
      expect(text, style).toContain(citation.url)
      expect(text, style).toContain("2026")
    }
    expect(spellCitation(citation, "bibtex")).toContain(
      "title = {{Point 5: \\{Smuggling\\} \\& 100 \\% of \\#drugs\\_\\textbackslash{}}}",
    )
    expect(spellCitation(citation, "ris")).toMatch(/^TY {2}- DATA\r\n(.*\r\n)*ER {2}- \r\n$/)
    expect(JSON.parse(spellCitation(citation, "csl"))).toEqual([
      expect.objectContaining({ type: "dataset", version: "12", URL: citation.url, title: citation.title }),
    ])
  })

  const anyTitle = fc
    .array(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("\r\nER  - ", "\nAU  - Somebody", "}}", "{", "\\")),
    )
    .map((parts) => parts.join(""))

  test("no title breaks out of its field", () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const lines = spellCitation({ ...citation, title }, "ris").split("\r\n")
        expect(lines.filter((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toHaveLength(11)
        const bib = spellCitation({ ...citation, title }, "bibtex").replaceAll(/\\[\\{}]/g, "")
        expect(bib.split("{").length).toBe(bib.split("}").length)
      }),
    )
  })
})
