import fc from "fast-check"
import { expect, test } from "vitest"
import { CITED_SCREENS, citeAddress, citedPage, citedQuestion, citeId, extrasOf, pathIn } from "@/lib/domain/citation"
import { type Pinned, pinnedAddress, pinnedTo } from "@/lib/domain/citation"
import { addDays } from "@/lib/domain/date"
import type { Ledger } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { citationAnswer } from "@/lib/domain/views/citation"
import { citedFigures, citedView, type CitedView, figuresOf, LATE_FIGURES } from "@/lib/domain/views/cited"
import { COMPARE_KINDS } from "@/lib/domain/views/compare/sides"
import { anyQuery } from "./any-query"
import { afterwards, later } from "./later"
import { datasetLedger, digestOf, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const YEARS_LATER = "2031-02-03T09:00:00Z"
const digest = (ledger: Ledger, pinned: Pinned, shown?: CitedView) => digestOf(citedFigures(ledger, pinned, shown))

const [sample] = rows("assessment").filter((it) => it.level !== null && it.lane === "finding" && it.region === null)
type Extra = [string, string][]

/** Every screen with what its address can say beside the question. */
const PAGES: [path: string, extra: Extra][] = [
  ["", [["grid", "gap"]]],
  ["/points", [["sort", "gap"]]],
  ["/points/2014/5", []],
  ...COMPARE_KINDS.map((by): [string, Extra] => ["/compare", [["by", by]]]),
  ["/outcomes", []],
  ["/momentum", []],
  ["/explore", [["sort", "-gap"]]],
  ["/sandbox", Object.entries({ weights: "point", unrated: "zero" })],
  ["/changes", []],
  [`/changes/record/assessment/${sample!.id}`, []],
  ["/method", []],
  ["/data", [["what", "events"]]],
]
const anyPage = fc.constantFrom(...PAGES)

function pinnedOf(ledger: Ledger, path: string, extra: Extra, query: Partial<Query>, now = NOW): Pinned {
  const page = citedPage(path)!
  const question = citedQuestion(ledger, page, resolve(Query.parse(query), ledger, now))!
  return pinnedTo(page, question, extra)
}

/** The dataset with a level of the sample's commitment moved in a second revision. */
const moved = (level: 0 | 1 | 2 | 3) =>
  published(datasetLedger(), [{ act: "change", kind: "assessment", record: { ...sample!, level } }], "correction")

test("every screen can be cited here", () => {
  const screens = new Set(PAGES.map(([path]) => citedPage(path)!.screen))
  expect([...screens].sort()).toEqual([...CITED_SCREENS].sort())
})

test("whatever is published later, and whenever it is opened, the figures of a citation have the same digest", () => {
  fc.assert(
    fc.property(fc.array(anyPage, { minLength: 1, maxLength: 4 }), anyQuery, later, (pages, query, steps) => {
      const before = moved(1)
      const cited = pages.flatMap(([path, extra]) =>
        [1, 2].map((known) => pinnedOf(before, path, extra, { ...query, known })),
      )
      const digests = cited.map((pinned) => digest(before, pinned))
      const after = afterwards(before, steps)
      const opened = cited.map(({ page, question: { asOf, known, ...question }, extra }) => {
        const { today } = resolve(Query.parse({}), after, YEARS_LATER)
        return { page, question: { ...question, asOf, known, today }, extra }
      })
      expect(opened.map((pinned) => digest(after, pinned))).toEqual(digests)
    }),
    { numRuns: 60 },
  )
}, 120_000)

/** Every number within the figures, by the keys that lead to it. */
function numbersIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === "number") return [path]
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, [...path, name]))
}

function altered<T>(value: T, [name, ...rest]: (string | number)[]): T {
  if (name === undefined) return ((value as number) + 1) as T
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>
  copy[name] = altered(copy[name], rest)
  return copy as T
}

/** What is told of the question and of the moment of reading, or follows from the rows beside it. */
const BESIDE = /^(newest|recent|changesSince|timeline|plans|revision|points|items|built\.first)(\.|$)/

/** What came into a View after its digest, and follows from what the digest covers. */
function isLate(at: (string | number)[]): boolean {
  const path = at.filter((step) => !/^\d+$/.test(String(step))).join(".")
  return [...LATE_FIGURES].some((late) => path === late || path.startsWith(`${late}.`))
}

test.each(PAGES)("changing any number that %s %j shows changes the digest", (path, extra) => {
  const ledger = moved(3)
  const pinned = pinnedOf(ledger, path, extra, { asOf: "2025-06-30" })
  const shown = citedView(ledger, pinned)
  const cited = digest(ledger, pinned, shown)
  const numbers = numbersIn(shown.view).filter((at) => !BESIDE.test(at.join(".")) && !isLate(at))
  expect(numbers.length).toBeGreaterThan(0)
  fc.assert(
    fc.property(fc.constantFrom(...numbers), (at) => {
      const other = { ...shown, view: altered(shown.view, at) } as CitedView
      expect(digest(ledger, pinned, other), at.join(".")).not.toBe(cited)
    }),
    { numRuns: 40 },
  )
})

test("a level of the pinned revision that had been another gives every screen that shows it another digest", () => {
  const [one, other] = [moved(1), moved(3)]
  for (const [path, extra] of PAGES) {
    if (path === "/data") continue // it counts records, and shows the level of none
    const query = { asOf: addDays(sample!.effectiveOn, 10) }
    const own = path.startsWith("/points/") ? `/points/2014/${Number(sample!.commitment.slice(8, 10))}` : path
    const digests = [one, other].map((ledger) => digest(ledger, pinnedOf(ledger, own, extra, query)))
    expect(digests[0], path).not.toBe(digests[1])
  }
})

test("of the table of commitments the rows that a choice leaves are cited, in their order", () => {
  const ledger = datasetLedger()
  const cited = (extra: Extra) => digest(ledger, pinnedOf(ledger, "/explore", extra, {}))
  const rowsOf = (extra: Extra) => {
    const pinned = pinnedOf(ledger, "/explore", extra, {})
    return (figuresOf(citedView(ledger, pinned), pinned.extra) as { rows: { id: string }[] }).rows.map(({ id }) => id)
  }
  expect(cited([["sort", "-gap"]])).not.toBe(cited([["sort", "gap"]]))
  expect(rowsOf([["sort", "-gap"]])).not.toEqual(rowsOf([]))
  expect(rowsOf([["sort", "-gap"]]).toSorted()).toEqual(rowsOf([]).toSorted())
  expect(rowsOf([["gap", "claim-ahead"]]).length).toBeLessThan(rowsOf([]).length)
})

test("a page of changes is cited by its number, and its address leads back to it", () => {
  const ledger = datasetLedger()
  for (let at = 0; at < 120; at++)
    published(ledger, [{ act: "add", kind: "assessment", record: { ...sample!, id: `later-${at}` } }])
  const on = (page: number): Extra => (page > 1 ? [["page", String(page)]] : [])
  const pages = [1, 2, 3].map((page) => pinnedOf(ledger, "/changes", on(page), { known: 121 }))
  expect(new Set(pages.map((pinned) => digest(ledger, pinned))).size).toBe(3)
  const revisions = pages.map((pinned) => {
    const shown = citedView(ledger, pinned)
    return shown.screen === "changes" ? shown.view.revisions.map(({ revision }) => revision) : []
  })
  expect(revisions.map((of) => [of[0], of.at(-1)])).toEqual([
    [121, 72],
    [71, 22],
    [21, 1],
  ])
  for (const pinned of pages) {
    const id = citeId(121, digest(ledger, pinned))
    const { searchParams } = new URL(citeAddress("en", id, pinned), "https://nap.example")
    expect(pathIn(searchParams)).toBe("/changes")
    expect(extrasOf(searchParams, "/changes")).toEqual(pinned.extra)
    const live = new URL(pinnedAddress("en", pinned), "https://nap.example")
    expect(live.searchParams.getAll("page")).toEqual(pinned.extra.map(([, value]) => value))
  }
})

test("a permanent address says whether the newest revision gives the same figures", () => {
  const ledger = moved(1)
  const told = (path: string, extra: Extra = []) => {
    const pinned = pinnedOf(ledger, path, extra, { known: 1, asOf: "2025-06-30" })
    return citationAnswer(ledger, pinned).since.isSame
  }
  expect(told("")).toBe(false)
  expect(told("/points/2021/3")).toBe(true)
  expect(told("/data", [["what", "events"]])).toBe(true)
  expect(told("/changes")).toBe(false)
  expect(citationAnswer(ledger, pinnedOf(ledger, "", [], {})).since.isSame).toBeNull()
})

/** The names of fields within figures, under the name of what they are fields of; ids and numbers as keys count as "*". */
function shapeOf(value: unknown, shape: Map<string, Set<string>>, under = ""): void {
  if (value === null || typeof value !== "object") return
  if (Array.isArray(value)) return value.forEach((each) => shapeOf(each, shape, under))
  for (const [name, inner] of Object.entries(value)) {
    const isKey = /^[A-Z0-9]/.test(name)
    const names = shape.get(under) ?? new Set()
    shape.set(under, names.add(isKey ? "*" : name))
    shapeOf(inner, shape, isKey ? `${under}.*` : name)
  }
}

test("the figures that digests are taken of keep their names: a new one goes into LATE_FIGURES", async () => {
  const ledger = moved(3)
  const shapes = new Map<string, Map<string, Set<string>>>()
  const more: typeof PAGES = ["/points/2014/1", "/points/2014/10", "/points/2014/12"].map((path) => [path, []])
  for (const plan of ["nap-2014", "nap-2021"]) {
    for (const [path, extra] of [...PAGES, ...more]) {
      const pinned = pinnedOf(ledger, path, extra, { plan, asOf: "2025-06-30" })
      const shape = shapes.get(pinned.page.screen) ?? new Map<string, Set<string>>()
      shapes.set(pinned.page.screen, shape)
      shapeOf(figuresOf(citedView(ledger, pinned), pinned.extra), shape)
    }
  }
  const spelled = Object.fromEntries(
    [...shapes].map(([screen, shape]) => [
      screen,
      Object.fromEntries([...shape].sort().map(([under, names]) => [under, [...names].sort().join(" ")])),
    ]),
  )
  // Written anew only with a new format: what has been cited rests on these names.
  await expect(`${JSON.stringify(spelled, null, 2)}\n`).toMatchFileSnapshot("./cited-shape.json")
})
