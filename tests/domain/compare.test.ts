import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { score } from "@/lib/domain/indices"
import { snapshot } from "@/lib/domain/ledger"
import { Query, type Question, resolve } from "@/lib/domain/query"
import type { Level } from "@/lib/domain/scale"
import { compareView } from "@/lib/domain/views/compare/compare"
import { differenceOf, movementOf, pairsOf } from "@/lib/domain/views/compare/difference"
import { COMPARE_KINDS, type Comparison, readComparison, sidesOf } from "@/lib/domain/views/compare/sides"
import { overview } from "@/lib/domain/views/overview"
import { levelChanges } from "@/lib/domain/views/rankings"
import { commitmentsInScope } from "@/lib/domain/views/scope"
import { datasetLedger, rows } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const ledger = datasetLedger()
const facts = snapshot(ledger, ledger.newest)
const question = (query: Partial<Query> = {}) => resolve(Query.parse(query), ledger, NOW)
const by = (kind: Comparison["by"], against: string | null = null, more: Partial<Comparison> = {}): Comparison => ({
  by: kind,
  against,
  then: null,
  rows: "points",
  ...more,
})

const day = fc.integer({ min: 0, max: 143 }).map((month) => {
  const [year, at] = [2014 + Math.floor((month + 11) / 12), ((month + 11) % 12) + 1]
  return `${year}-${String(at).padStart(2, "0")}-28`
})
const narrowing = fc.record({
  plan: fc.constantFrom("nap-2014", "nap-2021"),
  lane: fc.constantFrom("finding" as const, "claim" as const),
  track: fc.constantFrom("kinetic" as const, "non-kinetic" as const, null),
  region: fc.constantFrom("KP", "BALOCHISTAN", null),
})
const level = fc.constantFrom<Level | null>(0, 1, 2, 3, null)

describe("a difference", () => {
  const sides = fc.tuple(fc.array(level, { maxLength: 9 }), fc.array(level, { maxLength: 9 }))

  test("is told exactly where the ranges do not overlap, and is then what the indices say", () => {
    fc.assert(
      fc.property(sides, ([x, y]) => {
        const [a, b] = [score(x), score(y)]
        const { value, verdict } = differenceOf(a, b)
        if (a.low === null || b.low === null) {
          expect([value, verdict]).toEqual([null, "cannot-be-told"])
          return
        }
        const isApart = a.index !== null && b.index !== null && (b.low > a.high! || b.high! < a.low)
        const isOne = a.low === b.high && a.high === b.low
        expect(verdict === "higher" || verdict === "lower").toBe(isApart)
        expect(verdict === "unchanged").toBe(isOne)
        if (isApart) expect(value).toBeCloseTo(b.index! - a.index!, 9)
        else expect(value).toBe(isOne ? 0 : null)
      }),
    )
  })

  test("of swapped sides is the same with the other sign", () => {
    fc.assert(
      fc.property(sides, ([x, y]) => {
        const [there, back] = [differenceOf(score(x), score(y)), differenceOf(score(y), score(x))]
        const negated = (it: number | null) => (it === null ? null : 0 - it)
        expect([back.value, back.low, back.high]).toEqual([there.value, there.high, there.low].map(negated))
        const other = { higher: "lower", lower: "higher" } as Record<string, string>
        expect(back.verdict).toBe(other[there.verdict] ?? there.verdict)
      }),
    )
  })

  test("over pairs counts only what is rated on both sides", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: level, b: level }), { maxLength: 12 }), (levels) => {
        const { pairs, change } = pairsOf(levels)
        const rated = levels.filter((it) => it.a !== null && it.b !== null)
        expect(pairs).toBe(rated.length)
        const sum = rated.reduce((total, it) => total + it.b! - it.a!, 0)
        if (rated.length === 0) expect(change).toBeNull()
        else expect(change).toBeCloseTo((100 * sum) / (3 * rated.length), 9)
      }),
    )
  })
})

test.each([
  [1, 3, "up"],
  [3, 0, "down"],
  [2, 2, "same"],
  [null, 0, "newly-rated"],
  [0, null, "unrated-since"],
  [null, null, "unrated"],
] as const)("from %s to %s is %s", (a, b, movement) => {
  expect(movementOf({ a, b })).toBe(movement)
})

describe("two dates", () => {
  test("that are one day show no change anywhere", () => {
    fc.assert(
      fc.property(day, narrowing, (asOf, query) => {
        const view = compareView(ledger, question({ ...query, asOf }), by("dates", asOf))
        expect(view.moves).toEqual([])
        expect(view.events).toEqual([])
        expect([view.counts.up, view.counts.down, view.counts["newly-rated"], view.counts["unrated-since"]]).toEqual([
          0, 0, 0, 0,
        ])
        for (const row of view.rows) expect(row.difference).toMatchObject({ value: 0, verdict: "unchanged" })
        expect(view.comparable.differences.all.value ?? 0).toBe(0)
      }),
      { numRuns: 30 },
    )
  })

  test("swapped turn every figure round", () => {
    fc.assert(
      fc.property(day, day, narrowing, (first, second, query) => {
        const there = compareView(ledger, question({ ...query, asOf: second }), by("dates", first))
        const back = compareView(ledger, question({ ...query, asOf: first }), by("dates", second))
        expect([back.a.tracks, back.b.tracks]).toEqual([there.b.tracks, there.a.tracks])
        expect([back.counts.up, back.counts.down]).toEqual([there.counts.down, there.counts.up])
        expect([back.counts["newly-rated"], back.counts["unrated-since"]]).toEqual([
          there.counts["unrated-since"],
          there.counts["newly-rated"],
        ])
        const change = there.comparable.pairs.all.change
        expect(back.comparable.pairs.all.change ?? 0).toBeCloseTo(-(change ?? 0), 9)
        // Why is the same whichever way one looks.
        expect([back.moves, back.events]).toEqual([there.moves, there.events])
      }),
      { numRuns: 30 },
    )
  })

  test("count every commitment once, and give every move its reason", () => {
    fc.assert(
      fc.property(day, day, narrowing, (first, second, query) => {
        const asked = question({ ...query, asOf: first > second ? first : second })
        const then = first > second ? second : first
        const view = compareView(ledger, asked, by("dates", then))
        const own = commitmentsInScope(facts, asked)
        expect(view.commitments.map((it) => it.commitment.id).sort()).toEqual(own.map((it) => it.id))
        expect(Object.values(view.counts).reduce((sum, count) => sum + count, 0)).toBe(own.length)
        const moved = new Set(view.moves.map((it) => it.commitment.id))
        for (const { movement, commitment, a, b } of view.commitments) {
          expect(movement).toBe(movementOf({ a: a?.level ?? null, b: b?.level ?? null }))
          if (movement !== "same" && movement !== "unrated") expect(moved).toContain(commitment.id)
        }
        for (const { to } of view.moves) {
          expect(to.effectiveOn > then && to.effectiveOn <= asked.asOf).toBe(true)
          expect(to.evidence.length).toBeGreaterThan(0)
        }
        const changes = levelChanges(facts, own, asked, asked.asOf).filter((it) => it.on > then)
        expect(view.moves.filter((it) => !it.isFirst).map((it) => it.to.id)).toEqual(changes.map((it) => it.id))
      }),
      { numRuns: 30 },
    )
  })
})

describe.each(COMPARE_KINDS)("two %s", (kind) => {
  const sideOfOverview = (side: Question) => {
    const { tracks, imbalance } = overview(ledger, side)
    return { tracks, imbalance }
  }

  test("each stand on the numbers of the overview for the same question", () => {
    fc.assert(
      fc.property(day, narrowing, (asOf, query) => {
        const asked = question({ ...query, asOf })
        const comparison = by(kind)
        const [a, b] = sidesOf(facts, asked, comparison)
        const view = compareView(ledger, asked, comparison)
        expect(view.a).toMatchObject(sideOfOverview(a))
        expect(view.b).toMatchObject(sideOfOverview(b))
        expect(view.basket.shared + view.basket.onlyA).toBe(view.a.tracks.all.commitments)
        expect(view.basket.shared + view.basket.onlyB).toBe(view.b.tracks.all.commitments)
      }),
      { numRuns: 12 },
    )
  })

  test("never print a figure where the ranges of a row overlap", () => {
    const view = compareView(ledger, question(), by(kind))
    expect(view.rows.length).toBeGreaterThan(0)
    for (const { a, b, difference } of view.rows) {
      const isTold = a.low !== null && b.low !== null && (b.low > a.high! || b.high! < a.low)
      expect(difference.value !== null && difference.value !== 0).toBe(isTold)
      // Two unknowns are not alike; only between two days of one lane and region is it the same unknown.
      if (difference.verdict === "unchanged" && kind !== "dates") expect([a.coverage, b.coverage]).toEqual([1, 1])
    }
  })
})

test("the tracks' difference is the imbalance", () => {
  const { comparable } = compareView(ledger, question(), by("tracks"))
  const { imbalance } = overview(ledger, question())
  const { value, low, high } = comparable.differences.all
  expect({ value, low, high }).toEqual({ value: imbalance.value, low: imbalance.low, high: imbalance.high })
})

test("two regions are compared only on what applies in both", () => {
  const view = compareView(ledger, question({ region: "PUNJAB" }), by("regions", "KP"))
  const applies = (region: string) =>
    rows("commitment")
      .filter((it) => it.plan === "nap-2014" && [region, "FEDERAL"].some((id) => it.regions.includes(id)))
      .map((it) => it.id)
  const both = applies("KP").filter((id) => applies("PUNJAB").includes(id))
  expect(view.basket).toMatchObject({ kind: "overlap", shared: both.length })
  expect(view.basket.onlyA).toBeGreaterThan(0)
  expect(view.comparable.a.all.commitments).toBe(both.length)
  expect(view.commitments.map((it) => it.commitment.id).sort()).toEqual(both.sort())
})

test("an address that makes no sense is named, and the rest still stands", () => {
  const read = (search: string) => readComparison(new URLSearchParams(search), question(), facts)
  expect(read("by=dates&against=2021-08-30").ignored).toEqual([])
  expect(read("by=dates&against=2999-01-01").ignored).toEqual(["against"])
  expect(read("by=dates&against=2021-02-30").ignored).toEqual(["against"])
  expect(read("by=moods&rows=all").ignored).toEqual(["by", "rows"])
  expect(read("by=lanes&against=KP&lane=claim").ignored).toEqual(["against", "lane"])
  expect(read("by=plans&points=1&then=2020-01-01").ignored).toEqual(["points"])
  expect(read("by=regions&against=ATLANTIS").comparison).toMatchObject({ by: "regions", against: null })
})
