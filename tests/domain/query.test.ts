import fc from "fast-check"
import { expect, test } from "vitest"
import {
  addMonths,
  daysBetween,
  dayOf,
  endOfDay,
  monthEnds,
  monthsBetween,
  startOfDay,
  yearEnds,
} from "@/lib/domain/date"
import { emptyLedger } from "@/lib/domain/ledger"
import { Query, readQuery, resolve, searchOf, strictQuery } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { datasetLedger, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const ledger = datasetLedger()
const readOf = (text: string) => readQuery(new URLSearchParams(text), ledger, NOW)

const queries = fc.record({
  plan: fc.constantFrom("nap-2014", "nap-2021"),
  asOf: fc.constantFrom(null, "2014-12-24", "2020-02-29", "2026-11-22"),
  known: fc.constantFrom(null, 1),
  lane: fc.constantFrom("finding" as const, "claim" as const),
  track: fc.constantFrom(null, "kinetic" as const, "non-kinetic" as const),
  region: fc.constantFrom(null, "KP", "BALOCHISTAN"),
  points: fc.constantFrom<number[] | null>(null, [1], [2, 5, 10]),
})

test("a query survives its spelling in an address", () => {
  fc.assert(
    fc.property(queries, (query) => {
      expect(readOf(searchOf(query))).toEqual({ query, ignored: [] })
    }),
  )
})

test("the default question has an empty address", () => {
  expect(searchOf(Query.parse({}))).toBe("")
})

test.each([
  ["asOf=2026-11-23", "asOf"], // tomorrow
  ["asOf=2020-02-30", "asOf"],
  ["known=2", "known"],
  ["known=1e0", "known"],
  ["plan=nap-1999", "plan"],
  ["lane=opinion", "lane"],
  ["track=Kinetic", "track"],
  ["region=MARS", "region"],
  ["points=21", "points"],
  ["points=5,,6", "points"],
  ["utm_source=x", "utm_source"],
  ["__proto__=x", "__proto__"],
  ["lane=claim&lane=finding", "lane"],
])("%s is ignored with its name on pages and refused in the API", (text, name) => {
  expect(readOf(text).ignored).toEqual([name])
  expect(() => strictQuery(new URLSearchParams(text), ledger, NOW)).toThrowError(
    expect.objectContaining({ code: "invalid", fields: { [name]: expect.any(Array) } }) as Error,
  )
})

test("an earlier revision is not asked for a plan, region or point that it did not know", () => {
  const [plan, region, point] = [rows("plan")[0]!, rows("region")[0]!, rows("point")[0]!]
  const grown = published(datasetLedger(), [
    { act: "add", kind: "region", record: { ...region, id: "NEW" } },
    { act: "add", kind: "plan", record: { ...plan, id: "nap-new" } },
    { act: "add", kind: "point", record: { ...point, id: "new-99", plan: "nap-2014", number: 99 } },
    { act: "add", kind: "point", record: { ...point, id: "napnew-1", plan: "nap-new", number: 1 } },
  ])
  const asks = ["plan=nap-new", "region=NEW", "points=1,99", "plan=nap-new&region=NEW&points=1"]
  for (const text of asks) {
    expect(readQuery(new URLSearchParams(text), grown, NOW).ignored, text).toEqual([])
    const { query, ignored } = readQuery(new URLSearchParams(`${text}&known=1`), grown, NOW)
    const names = text.replaceAll(/=[^&]*/g, "").split("&")
    // Point 1 is also one of the plan that is answered instead.
    expect(ignored, text).toEqual(names.length === 3 ? ["plan", "region"] : names)
    expect(query).toMatchObject({ plan: "nap-2014", region: null, known: 1 })
    expect(() => overview(grown, resolve(query, grown, NOW))).not.toThrow()
    expect(() => strictQuery(new URLSearchParams(`${text}&known=1`), grown, NOW)).toThrow()
  }
})

test("a revision that did not know even the usual plan is left out", () => {
  const [plan] = rows("plan")
  const only = (id: string) => ({ act: "add" as const, kind: "plan" as const, record: { ...plan!, id } })
  const grown = published(published(emptyLedger(), [only("nap-old")]), [only("nap-2014")])
  const read = (text: string) => readQuery(new URLSearchParams(text), grown, NOW)
  expect(read("known=1")).toMatchObject({ query: { plan: "nap-2014", known: null }, ignored: ["known"] })
  expect(read("known=1&plan=nap-old")).toMatchObject({ query: { plan: "nap-old", known: 1 }, ignored: [] })
})

test("the day begins at midnight in Pakistan", () => {
  expect(dayOf("2026-11-21T18:59:59Z")).toBe("2026-11-21")
  expect(dayOf("2026-11-21T19:00:00Z")).toBe("2026-11-22")
  expect(startOfDay("2026-11-22").toISOString()).toBe("2026-11-21T19:00:00.000Z")
  expect(endOfDay("2026-11-21").toISOString()).toBe("2026-11-21T18:59:59.999Z")
  expect(resolve(Query.parse({}), ledger, NOW)).toMatchObject({ asOf: "2026-11-22", known: 1 })
})

test("months and years end where calendars say", () => {
  expect(monthEnds("2015-12-24", "2016-03-01")).toEqual([
    "2015-12-24",
    "2015-12-31",
    "2016-01-31",
    "2016-02-29",
    "2016-03-01",
  ])
  expect(monthEnds("2015-12-24", "2015-12-24")).toEqual(["2015-12-24"])
  expect(yearEnds("2014-12-24", "2016-05-01")).toEqual([
    { year: 2014, on: "2014-12-31" },
    { year: 2015, on: "2015-12-31" },
    { year: 2016, on: "2016-05-01" },
  ])
  expect(addMonths("2016-02-29", -12)).toBe("2015-02-28")
  expect(monthsBetween("2015-03-31", "2015-04-30")).toBe(0)
  expect(monthsBetween("2015-03-30", "2016-04-30")).toBe(13)
  expect(daysBetween("2015-02-28", "2015-03-01")).toBe(1)
})
