import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, dayOf, daysBetween } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { publishedBy, timelineOf } from "@/lib/domain/views/timeline"
import { changesFound, EVERY_CHANGE, readFilter } from "@/lib/domain/views/changes"
import { pastOf } from "@/lib/domain/views/past"
import { datasetLedger, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const ledger = datasetLedger()
for (const { id } of rows("event").slice(0, 5)) published(ledger, [{ act: "withdraw", kind: "event", id }])
const timeline = (query: Partial<Query> = {}) => {
  const question = resolve(Query.parse(query), ledger, NOW)
  return timelineOf(ledger, snapshot(ledger, question.known), question)
}

test("every year and every event named on the charts is a stop, each day once, in order", () => {
  for (const plan of ["nap-2014", "nap-2021"]) {
    const { from, to, stops } = timeline({ plan, known: 1 })
    expect(to).toBe("2026-11-22")
    expect(stops.map(({ on }) => on)).toEqual([...new Set(stops.map(({ on }) => on))].sort())
    const years = stops.flatMap(({ year }) => year ?? [])
    expect(years).toEqual(
      Array.from({ length: 2027 - Number(from.slice(0, 4)) }, (_, at) => Number(from.slice(0, 4)) + at),
    )
    const named = rows("event").filter((it) => it.onChart && it.date >= from)
    expect(stops.filter(({ event }) => event).map(({ on }) => on)).toEqual(named.map((it) => it.date).sort())
    expect(stops.at(-1)!.on).toBe(to)
  }
})

test("the nearest event is nearest, of two as near the earlier", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4300 }), (days) => {
      const asOf = addDays("2014-12-24", days)
      const { stops, nearest } = timeline({ asOf, known: 1 })
      const away = (on: string) => Math.abs(daysBetween(on, asOf))
      const events = stops.filter(({ event }) => event !== null)
      const best = Math.min(...events.map(({ on }) => away(on)))
      expect(nearest!.on).toBe(events.find(({ on }) => away(on) === best)!.on)
    }),
  )
})

test("what was known then is the newest revision of that day, and nothing before the first", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 6 }), (days, known) => {
      const day = addDays("2026-01-01", days)
      const then = publishedBy(ledger, day, known)
      const by = ledger.revisions.slice(0, known).filter(({ publishedAt }) => dayOf(publishedAt) <= day)
      expect(then?.revision ?? 0).toBe(by.length)
    }),
  )
  expect(timeline({ asOf: "2018-01-01" }).knownThen).toBeNull()
  expect(timeline().knownThen).toMatchObject({ revision: ledger.newest })
  // What a later revision did is no part of an answer by an earlier one.
  expect(timeline({ known: 3 }).knownThen).toMatchObject({ revision: 3 })
})

test("changes since a revision are all those after it and no other", () => {
  const question = resolve(Query.parse({}), ledger, NOW)
  for (let since = 1; since <= ledger.newest; since++) {
    const { filter, ignored } = readFilter(new URLSearchParams({ since: String(since) }), question)
    expect(ignored).toEqual([])
    const found = changesFound(ledger, pastOf(ledger), question, filter).map(({ number }) => number)
    expect(found).toEqual(Array.from({ length: ledger.newest - since }, (_, at) => ledger.newest - at))
  }
  expect(readFilter(new URLSearchParams({ since: "99" }), question)).toMatchObject({
    filter: EVERY_CHANGE,
    ignored: ["since"],
  })
})
