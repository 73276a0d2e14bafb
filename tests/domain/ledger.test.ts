import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "@/lib/domain/date"
import { cellOf, emptyLedger, grow, lastChecked, snapshot, standing } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import type { Assessment } from "@/lib/domain/records"
import { overview } from "@/lib/domain/views/overview"
import { addition, datasetLedger, fact, published } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const CELL = cellOf({ commitment: "nap2014-05.a", lane: "finding", region: null })
const COMMITMENTS = ["nap2014-05.a", "nap2014-05.b", "nap2014-12.a", "nap2014-20.c", "nap2014-08.a"]

const facts = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 10_000 }).map((number) => `new-${number}`),
    commitment: fc.constantFrom(...COMMITMENTS),
    effectiveOn: fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2015-01-01", days)),
    level: fc.constantFrom(0, 1, 2, 3, null),
  }),
  { selector: (it) => it.id, minLength: 1, maxLength: 12 },
)
const built = (it: { id: string; commitment: string; effectiveOn: string; level: number | null }) =>
  fact(it.id, {
    ...it,
    level: it.level as Assessment["level"],
    unratedReason: it.level === null ? "secret" : null,
  })
const ask = (ledger: ReturnType<typeof datasetLedger>, change: object = {}) => resolve(Query.parse(change), ledger, NOW)

test("the fact in force is the newest up to the day, and a later day's fact is never seen", () => {
  const ledger = published(datasetLedger(), [addition(fact("x", { effectiveOn: "2026-03-01", level: 3 }))])
  const now = snapshot(ledger, ledger.newest)
  expect(standing(now, CELL, "2026-02-28")?.id).not.toBe("x")
  expect(standing(now, CELL, "2026-03-01")?.level).toBe(3)
})

test("the order in which facts are published does not matter", () => {
  fc.assert(
    fc.property(facts, fc.nat(), (list, seed) => {
      const operations = list.map(built).map(addition)
      const turned = operations.toSorted((a, b) => ((seed ^ hash(a)) % 97) - ((seed ^ hash(b)) % 97))
      const one = operations.reduce((ledger, operation) => published(ledger, [operation]), datasetLedger())
      const other = turned.reduce((ledger, operation) => published(ledger, [operation]), datasetLedger())
      const [a, b] = [one, other].map((ledger) => overview(ledger, ask(ledger)))
      expect({ tracks: a!.tracks, series: a!.series }).toEqual({ tracks: b!.tracks, series: b!.series })
    }),
    { numRuns: 15 },
  )
})
const hash = (operation: Operation) => [...JSON.stringify(operation)].reduce((sum, char) => sum + char.charCodeAt(0), 0)

test("no later revision changes an answer given with an earlier `known`", () => {
  fc.assert(
    fc.property(facts, (list) => {
      const ledger = datasetLedger()
      const question = ask(ledger, { known: 1, asOf: "2025-12-31" })
      const { newest: _, recent: __, changesSince: ___, ...before } = overview(ledger, question)
      for (const record of list.map(built)) published(ledger, [addition(record)])
      const withdrawn = [...snapshot(ledger, 1).records.assessment.keys()].slice(0, 2)
      published(ledger, withdrawn.map((id) => ({ act: "withdraw", kind: "assessment", id })), "correction") // prettier-ignore
      const { newest, recent, changesSince, ...after } = overview(ledger, question)
      expect(after).toEqual(before)
      expect(newest).toBe(ledger.newest)
      expect(recent[0]!.revision).toBe(ledger.newest)
      expect(changesSince).toBeGreaterThan(0)
    }),
    { numRuns: 15 },
  )
})

test("a correction replaces the fact for every day, but not what was known before", () => {
  const ledger = datasetLedger()
  const old = standing(snapshot(ledger, 1), CELL, "2025-12-31")!
  published(
    ledger,
    [{ act: "change", kind: "assessment", record: { ...old, level: 0, unratedReason: null } }],
    "correction",
  )
  expect(standing(snapshot(ledger, 2), CELL, "2025-12-31")!.level).toBe(0)
  expect(standing(snapshot(ledger, 1), CELL, "2025-12-31")!.level).toBe(old.level)
})

test("a rating for one province never counts in the national index", () => {
  const ledger = datasetLedger()
  const before = overview(ledger, ask(ledger)).tracks
  published(ledger, [
    addition(fact("kp", { commitment: "nap2014-12.a", region: "KP", level: 0, effectiveOn: "2026-05-01" })),
  ])
  expect(overview(ledger, ask(ledger)).tracks).toEqual(before)
})

test("a re-check moves the last-checked day and no number", () => {
  const ledger = datasetLedger()
  const before = overview(ledger, ask(ledger))
  published(
    ledger,
    [{ act: "add", kind: "check", record: { id: "c1", commitment: "nap2014-05.a", lane: "finding", region: null, checkedOn: "2026-11-01", source: "satp20" } }], // prettier-ignore
    "re-check",
  )
  expect(lastChecked(snapshot(ledger, 2), CELL, "2026-11-22")).toBe("2026-11-01")
  expect(lastChecked(snapshot(ledger, 2), CELL, "2026-10-31")).not.toBe("2026-11-01")
  expect(overview(ledger, ask(ledger)).tracks).toEqual(before.tracks)
})

test("growth that was brought twice counts once", () => {
  const ledger = published(datasetLedger(), [addition(fact("x", { level: 3 }))])
  const copy = datasetLedger()
  const growth = {
    revisions: [ledger.revisions[1]!],
    versions: { assessment: ledger.versions.assessment.get("x")! },
  }
  grow(copy, growth)
  grow(copy, growth)
  expect(copy.newest).toBe(2)
  expect(copy.versions.assessment.get("x")).toHaveLength(1)
  expect(snapshot(emptyLedger(), 5).revision).toBe(0)
})
