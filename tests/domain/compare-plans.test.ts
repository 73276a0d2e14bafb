import fc from "fast-check"
import { expect, test } from "vitest"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import type { Crosswalk } from "@/lib/domain/records"
import { compareView } from "@/lib/domain/views/compare/compare"
import { comparableCore, coreChangedAt } from "@/lib/domain/views/compare/core"
import type { Comparison } from "@/lib/domain/views/compare/sides"
import { addDays } from "@/lib/domain/date"
import { datasetLedger, published, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const PLANS = ["nap-2014", "nap-2021"] as const
const core = (ledger: Ledger) => comparableCore(snapshot(ledger, ledger.newest), ...PLANS)
const changedAt = (ledger: Ledger) => coreChangedAt(ledger, snapshot(ledger, ledger.newest), ...PLANS)
const ends: Comparison = { by: "plans", against: null, then: null, rows: "points" }
const view = (ledger: Ledger, query: Partial<Query> = {}, comparison: Partial<Comparison> = {}) =>
  compareView(ledger, resolve(Query.parse(query), ledger, NOW), { ...ends, ...comparison })

const links = rows("crosswalk")
const linking = links.filter((it) => it.from !== null && it.to !== null)
const ending = links.filter((it) => it.from === null || it.to === null)

/** Anything but a link between the two plans: levels, texts, ratings, events, and what was dropped or is new. */
const aside: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...rows("assessment").filter((it) => it.level !== null)), fc.constantFrom(0, 1, 2, 3))
    .map(([it, level]) => ({ act: "change", kind: "assessment", record: { ...it, level } }) as Operation),
  fc.constantFrom(...rows("assessment")).map((it) => ({ act: "withdraw", kind: "assessment", id: it.id }) as Operation),
  fc
    .tuple(fc.constantFrom(...rows("commitment")), fc.constantFrom("kinetic", "non-kinetic"))
    .map(
      ([it, track]) => ({ act: "change", kind: "commitment", record: { ...it, track, continues: [] } }) as Operation,
    ),
  fc
    .constantFrom(...rows("point"))
    .map((it) => ({ act: "change", kind: "point", record: { ...it, titleEn: "Another title" } }) as Operation),
  fc
    .constantFrom(...ending)
    .map((it) => ({ act: "change", kind: "crosswalk", record: { ...it, note: "Another note" } }) as Operation),
  fc.constantFrom(...ending).map((it) => ({ act: "withdraw", kind: "crosswalk", id: it.id }) as Operation),
)

test("the comparable core stays as it is whatever else changes, and says so", () => {
  const before = core(datasetLedger())
  fc.assert(
    fc.property(fc.array(aside, { minLength: 1, maxLength: 6 }), (operations) => {
      let ledger = datasetLedger()
      const done = new Set<string>()
      for (const it of operations) {
        const id = it.act === "withdraw" ? it.id : it.record.id
        if (done.has(id)) continue
        done.add(id)
        ledger = published(ledger, [it])
      }
      expect(core(ledger)).toEqual(before)
      expect(changedAt(ledger)).toBe(1)
    }),
    { numRuns: 40 },
  )
})

test("a link of the core changes it, and the page says at which revision", () => {
  const before = core(datasetLedger())
  const act: fc.Arbitrary<Operation> = fc.oneof(
    fc
      .tuple(fc.constantFrom(...linking), fc.constantFrom("widened" as const, "split" as const))
      .filter(([it, relation]) => it.relation !== relation)
      .map(([it, relation]) => ({ act: "change", kind: "crosswalk", record: { ...it, relation } }) as Operation),
    fc
      .constantFrom(...linking)
      .map(
        (it) => ({ act: "change", kind: "crosswalk", record: { ...it, to: null, relation: "dropped" } }) as Operation,
      ),
    fc.constantFrom(...linking).map((it) => ({ act: "withdraw", kind: "crosswalk", id: it.id }) as Operation),
    fc.constant({
      act: "add",
      kind: "crosswalk",
      record: { ...(linking[0] as Crosswalk), id: "cw-new", from: "nap2014-01", to: "nap2021-05" },
    } as Operation),
  )
  fc.assert(
    fc.property(act, aside, (change, other) => {
      const ledger = published(published(datasetLedger(), [change]), [other])
      expect(core(ledger)).not.toEqual(before)
      expect(changedAt(ledger)).toBe(2)
      expect(view(ledger).plansCompared!.core.changedAt!.revision).toBe(2)
      // As known before, it is what it was.
      expect(view(ledger, { known: 1 }).plansCompared).toEqual(view(datasetLedger()).plansCompared)
    }),
    { numRuns: 24 },
  )
})

test("the core is what the crosswalk links, and the rest is told", () => {
  const { plansCompared, comparable, basket, a, b } = view(datasetLedger())
  const points = (side: "from" | "to") => new Set(linking.map((it) => it[side]))
  const { cover, lines } = plansCompared!.core
  const own = (side: "from" | "to") => rows("commitment").filter((it) => points(side).has(it.point)).length
  expect(cover).toEqual({
    a: { points: points("from").size, ofPoints: 20, commitments: own("from"), ofCommitments: 59 },
    b: { points: points("to").size, ofPoints: 14, commitments: own("to"), ofCommitments: 36 },
  })
  expect(plansCompared!.dropped.map((it) => it.number)).toEqual([1, 16])
  expect(plansCompared!.added.map((it) => it.number)).toEqual([5, 14])
  expect(plansCompared!.partly.map((it) => it.number)).toEqual([2, 4, 9, 13])
  expect(plansCompared!.links).toHaveLength(links.length)
  for (const link of plansCompared!.links) expect(link).toMatchObject({ provisional: true, revision: 1 })
  expect(basket).toEqual({ kind: "apart", shared: 0, onlyA: 59, onlyB: 36 })
  // Compared is the core alone; the whole plans stand aside.
  expect(comparable.a.all.commitments).toBe(own("from"))
  expect(comparable.b.all.commitments).toBe(own("to"))
  expect([a.tracks.all.commitments, b.tracks.all.commitments]).toEqual([59, 36])
  // Side A on the day the newer plan took over; its line ends in force the day before, the other begins there.
  expect([a.asOf, b.asOf]).toEqual(["2021-09-09", "2026-11-22"])
  expect(lines.a.inForceTo).toBe(addDays(lines.b!.series[0]!.on, -1))
  expect(lines.a.series.at(-1)!.all.index).not.toBeNull()
})

test("swapping the plans on one day turns every row's figures round", () => {
  const [there, back] = [
    view(datasetLedger(), {}, { then: "2026-11-22" }),
    view(datasetLedger(), { plan: "nap-2014" }, { against: "nap-2021", then: "2026-11-22" }),
  ]
  expect([back.a, back.b]).toEqual([there.b, there.a])
  const { kinetic, nonKinetic } = there.comparable.differences
  expect(back.comparable.differences.kinetic).toMatchObject({ low: -kinetic.high!, high: -kinetic.low! })
  expect(back.comparable.differences.nonKinetic).toMatchObject({ low: -nonKinetic.high!, high: -nonKinetic.low! })
  expect(back.comparable.pairs.all.change).toBeCloseTo(-there.comparable.pairs.all.change!, 9)
})

test("before the newer plan was adopted it has no line, and nothing of it is rated", () => {
  const then = view(datasetLedger(), { asOf: "2020-06-01" })
  expect(then.plansCompared!.core.lines.b).toBeNull()
  expect(then.comparable.b.all.rated).toBe(0)
  expect(then.comparable.differences.all.value).toBeNull()
})
