import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { CITED_SCREENS, citedPage, citedQuestion, extrasOf, pinnedTo } from "@/lib/domain/citation"
import { Query, resolve } from "@/lib/domain/query"
import { citedFigures } from "@/lib/domain/views/cited"
import { asRead } from "@/lib/domain/views/cited-own"
import { datasetLedger, digestOf } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const YEARS_LATER = "2131-02-03T09:00:00Z"
const ledger = datasetLedger()
type Pairs = [string, string][]

/** What a page makes of an address's own parameters. */
function read(path: string, extra: Pairs, query: Partial<Query> = {}, now = NOW) {
  const page = citedPage(path)!
  const asked = resolve(Query.parse({ known: 1, asOf: "2024-12-31", ...query }), ledger, now)
  const question = citedQuestion(ledger, page, asked)!
  return { page, ...asRead(ledger, { page, question, extra }) }
}

/** Parameters that say something on each screen, in the spelling that it is cited by. */
const READ: [path: string, extra: Pairs][] = [
  ["", [["grid", "gap"]]],
  ["/points", [["sort", "gap"], ["find", "law"]]], // prettier-ignore
  ["/points/2014/5", []],
  ["/compare", [["by", "dates"], ["against", "2018-12-31"], ["rows", "commitments"]]], // prettier-ignore
  ["/compare", [["by", "plans"], ["against", "nap-2014"], ["then", "2020-12-31"]]], // prettier-ignore
  ["/outcomes", [["show", "satp.fatalities_total"]]],
  ["/momentum", []],
  ["/explore", [["q", "law"], ["gap", "claim-ahead"], ["sort", "-gap"]]], // prettier-ignore
  ["/sandbox", [["weights", "own"], ["unrated", "zero"], ["own", "5:2"]]], // prettier-ignore
  ["/changes", [["kind", "dataset"], ["plan", "nap-2014"]]], // prettier-ignore
  ["/changes", [["track", "kinetic"]]],
  ["/changes/record/plan/nap-2014", [["to", "1"]]],
  ["/method", []],
  ["/data", [["what", "events"], ["format", "xlsx"], ["plan", "nap-2014"]]], // prettier-ignore
]
const anyScreen = fc.constantFrom(...READ)

test("every screen is among these", () => {
  expect([...new Set(READ.map(([path]) => citedPage(path)!.screen))].sort()).toEqual([...CITED_SCREENS].sort())
})

test.each(READ)("what %s reads is kept, and reading it again changes nothing", (path, extra) => {
  const once = read(path, extra)
  expect(once.ignored).toEqual([])
  expect([...once.extra].sort()).toEqual([...extra].sort())
  expect(read(path, once.extra)).toEqual(once)
})

test("what no screen knows is left out and named, beside whatever it reads", () => {
  const junk = fc.constantFrom<[string, string]>(
    ["utm_source", "x"],
    ["fbclid", "1"],
    ["known2", "1"],
    ["theme", "dark"],
  )
  fc.assert(
    fc.property(anyScreen, junk, ([path, extra], pair) => {
      const { extra: left, ignored } = read(path, [...extra, pair])
      expect(left).toEqual(read(path, extra).extra)
      expect(ignored).toEqual([pair[0]])
    }),
  )
})

describe("a value that a screen passes over", () => {
  test.each<[path: string, pair: [string, string], beside: Pairs]>([
    ["", ["grid", "wide"], []],
    ["/points", ["sort", "colour"], []],
    ["/compare", ["against", "garbage"], []],
    ["/compare", ["against", "2099-01-01"], []],
    ["/compare", ["then", "2020-12-31"], []],
    ["/compare", ["then", "2099-01-01"], [["by", "plans"]]],
    ["/compare", ["by", "colours"], []],
    ["/outcomes", ["show", "nothing"], []],
    ["/explore", ["sort", "colour"], []],
    ["/explore", ["after", "nothing"], []],
    ["/sandbox", ["weights", "feelings"], []],
    ["/sandbox", ["own", "99:2"], [["weights", "own"]]],
    ["/changes", ["revision", "2"], []],
    ["/changes", ["kind", "colour"], []],
    ["/changes/record/plan/nap-2014", ["from", "2"], []],
    ["/data", ["what", "colours"], []],
    ["/data", ["format", "docx"], []],
  ])("of %s, %j, is named and is not cited", (path, pair, beside) => {
    const { extra, ignored } = read(path, [...beside, pair])
    expect(ignored).toContain(pair[0])
    expect(extra).toEqual(read(path, beside).extra)
  })

  test("what a screen settles itself is no part of its question", () => {
    const lanes = read("/compare", [["by", "lanes"]], { lane: "claim" })
    expect([lanes.question.lane, lanes.ignored]).toEqual(["finding", ["lane"]])
    const changes = read("/changes", [], { region: "KP", track: "kinetic" })
    expect([changes.question.region, changes.question.track, changes.ignored]).toEqual([
      null,
      null,
      ["track", "region"],
    ])
  })
})

test("a day that has not come is in no citation, so that it is the same once it has", () => {
  const digest = (extra: Pairs, now: string) => {
    const { page, question, extra: own } = read("/compare", extra, {}, now)
    return digestOf(citedFigures(ledger, pinnedTo(page, question, own)))
  }
  const asked = new URLSearchParams("by=dates&against=2099-01-01")
  const { extra } = read("/compare", extrasOf(asked, "/compare"))
  expect(digest(extra, YEARS_LATER)).toBe(digest(extra, NOW))
  // Carried along, it would have become another comparison on that day.
  expect(digest([...asked], YEARS_LATER)).not.toBe(digest([...asked], NOW))
})
