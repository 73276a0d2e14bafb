import fc from "fast-check"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, test } from "vitest"
import { CitationScreen } from "@/components/views/citation-screen"
import { citedFinding } from "@/components/views/cited-finding"
import { canonical } from "@/lib/domain/canonical"
import {
  CITED_SCREENS,
  citeAddress,
  citedAnswer,
  type CitedFormat,
  type CitedScreen,
  citedPage,
  citedQuestion,
  citeId,
  extrasOf,
  liveAddress,
  ownNames,
  pinnedAddress,
  pinnedTo,
  readCiteId,
} from "@/lib/domain/citation"
import { addDays } from "@/lib/domain/date"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, type Question, readQuery, resolve } from "@/lib/domain/query"
import { citationAnswer } from "@/lib/domain/views/citation"
import { messages } from "@/lib/i18n/messages"
import { anyQuery } from "./any-query"
import { datasetLedger, digestOf, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const digest = (ledger: Ledger, question: Question, path = "", extra: [string, string][] = []) =>
  digestOf(citedAnswer(ledger, { page: citedPage(path)!, question, extra }))

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

test("a digest of the first format holds whatever is published later", () => {
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

test("another page and other parameters have another digest, in whatever order they are written", () => {
  const ledger = datasetLedger()
  const question = resolve(Query.parse({}), ledger, NOW)
  const extra: [string, string][] = [
    ["by", "lanes"],
    ["rows", "points"],
  ]
  const cited = digest(ledger, question, "/compare", extra)
  expect(digest(ledger, question, "/compare", [...extra].reverse())).toBe(cited)
  expect(digest(ledger, question, "/outcomes", extra)).not.toBe(cited)
  const edited = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 12 }))
  fc.assert(
    fc.property(fc.nat(1), edited, (at, pair) => {
      fc.pre(canonical(extra[at]) !== canonical(pair))
      const altered = extra.with(at, pair)
      expect(digest(ledger, question, "/compare", altered)).not.toBe(cited)
      expect(digest(ledger, question, "/compare", [...extra, pair])).not.toBe(cited)
    }),
    { numRuns: 20 },
  )
})

describe("what a citation says of later revisions", () => {
  const PATHS: Partial<Record<CitedScreen, string>> = {
    overview: "",
    point: "/points/2014/5",
    record: "/changes/record/plan/nap-2014",
  }
  const screens = (ledger: Ledger, known: number) => {
    const asked = resolve({ ...Query.parse({}), known }, ledger, NOW)
    return Object.fromEntries(
      CITED_SCREENS.map((screen) => {
        const page = citedPage(PATHS[screen] ?? `/${screen}`)!
        const question = citedQuestion(ledger, page, asked)!
        return [screen, citationAnswer(ledger, { page, question, extra: [] })]
      }),
    )
  }

  test("only of screens whose facts are counted is it told that nothing touched them", () => {
    const ledger = datasetLedger()
    const event = rows("event")[0]!
    published(ledger, [{ act: "add", kind: "event", record: { ...event, id: "later-event" } }], "world-changed")
    const views = screens(ledger, 1)
    expect(views.overview!.since).toMatchObject({ of: "screen", count: 0 })
    for (const screen of ["outcomes", "compare", "record", "data", "changes", "method"])
      expect(views[screen]!.since, screen).toMatchObject({ of: "record", count: 1 })
    for (const { since } of Object.values(screens(ledger, ledger.newest))) expect(since.count).toBe(0)
  })

  test("the answer alone stands only for screens whose numbers it is", () => {
    const views = screens(datasetLedger(), 1)
    const answering = CITED_SCREENS.filter((screen) => views[screen]!.isAnswer)
    expect(answering).toEqual(["overview", "points", "point", "explore"])
  })

  test.each(["en", "ur"] as const)(
    "the page tells what was found, and promises what its digest covers, in %s",
    (locale) => {
      const views = screens(datasetLedger(), 1)
      const { cite, cited } = messages(locale)
      const { page } = cite
      for (const screen of CITED_SCREENS) {
        const view = views[screen]!
        const finding = citedFinding(locale, view, [])
        const shown = (format: CitedFormat | null) => {
          const citation = { id: "r1-0123456789ab", text: "", path: "/", url: "/", files: [] }
          const given = { locale, id: citation.id, view, finding, citation, format, now: "0123456789ab" }
          return renderToStaticMarkup(
            CitationScreen({ ...given, title: "", pinned: `/${locale}/x?by=lanes`, live: "/", changes: "/" }),
          )
        }
        const [first, second, later, none] = [shown(1), shown(2), shown("2-later"), shown(null)]
        expect(finding.sentences.length, screen).toBeGreaterThan(0)
        expect(finding.rows.length, screen).toBeGreaterThan(0)
        expect(finding.rows.flatMap(({ cells }) => cells).join(" "), screen).toMatch(/\d/)
        for (const html of [first, second, later, none]) {
          for (const text of [...finding.sentences, ...finding.rows.flatMap(({ head, cells }) => [head, ...cells])])
            expect(html, screen).toContain(renderToStaticMarkup(createElement("i", null, text)).slice(3, -4))
        }
        expect(second, screen).toContain(cited.holds)
        expect(second, screen).toContain(cited.digested)
        expect(later, screen).toContain(cited.holds)
        for (const html of [first, second, later, none]) expect(html.includes(cited.later)).toBe(html === later)
        expect(first, screen).not.toContain(cited.holds)
        expect(first.includes(page.answering.holds), screen).toBe(view.isAnswer)
        expect(first.includes(page.pinning.digested), screen).toBe(!view.isAnswer)
        expect(none, screen).toContain(page.differs)
        expect(none, screen).not.toContain(cited.holds)
        expect(second.includes(page.since.screen(0)), screen).toBe(view.since.of === "screen")
      }
    },
  )
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
          const given = pinnedTo(page, question, extra === "" ? [] : [["find", extra]])
          const id = citeId(question.known, "0".repeat(64))
          const address = new URL(citeAddress("ur", id, given), "https://nap.example")
          expect(address.pathname).toBe(`/ur/cite/${id}`)
          expect(address.searchParams.get("page") ?? "").toBe(path)
          expect(extrasOf(address.searchParams, path)).toEqual(given.extra)
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

  test("a default that was named narrows a list, so its address keeps the name", () => {
    const question = resolve(Query.parse({}), ledger, NOW)
    for (const [path, extra] of [
      ["/changes", { since: "1", plan: "nap-2014" }],
      ["/changes", { plan: "nap-2014", points: "5" }],
      ["/data", { what: "events", format: "xlsx", plan: "nap-2014", lane: "finding" }],
    ] as const) {
      const page = citedPage(path)!
      const points = "points" in extra ? [5] : null
      const pinned = { page, question: { ...question, points }, extra: Object.entries(extra) }
      const id = citeId(1, "0".repeat(64))
      for (const made of [citeAddress("en", id, pinned), pinnedAddress("en", pinned), liveAddress("en", pinned)]) {
        const { searchParams } = new URL(made, "https://nap.example")
        for (const [name, value] of pinned.extra) expect(searchParams.getAll(name), made).toEqual([value])
        expect(extrasOf(searchParams, path)).toEqual(pinned.extra)
        const { query, ignored } = readQuery(searchParams, ledger, NOW, ["page", ...ownNames(pinned.extra)])
        expect(ignored).toEqual([])
        expect(query).toMatchObject({ plan: "nap-2014", lane: "finding", points })
      }
      expect(liveAddress("en", pinned)).not.toMatch(/asOf|known/)
    }
    expect(extrasOf(new URLSearchParams("plan=nap-2014&sort=gap"), "/points")).toEqual([["sort", "gap"]])
  })

  test("a record that the revision has not heard of cannot be cited", () => {
    const later = datasetLedger()
    const event = rows("event")[0]!
    published(later, [{ act: "add", kind: "event", record: { ...event, id: "later-event" } }], "world-changed")
    const found = (path: string, known: number) =>
      citedQuestion(later, citedPage(path)!, resolve({ ...Query.parse({}), known }, later, NOW))
    expect(found("/changes/record/event/later-event", 2)).not.toBeNull()
    expect(found("/changes/record/event/later-event", 1)).toBeNull()
    for (const path of ["event/none", "nothing/later-event", "event/%zz", "plan/later-event"])
      expect(found(`/changes/record/${path}`, 2), path).toBeNull()
  })

  test("what is no page of readers cannot be cited", () => {
    for (const path of [
      "/admin",
      "/s/abc",
      "/points/2014",
      "/points/2014/0",
      "/overview",
      "/point",
      "/claims",
      "/cite/r1-0",
      "//x",
    ])
      expect(citedPage(path), path).toBeNull()
    const asked = resolve(Query.parse({}), ledger, NOW)
    expect(citedQuestion(ledger, citedPage("/points/2021/15")!, asked)).toBeNull()
    expect(citedQuestion(ledger, citedPage("/points/1999/1")!, asked)).toBeNull()
  })
})
