import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { daysBetween } from "@/lib/domain/date"
import { score } from "@/lib/domain/indices"
import { snapshot } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import type { Level } from "@/lib/domain/scale"
import { claimsView, rankOf } from "@/lib/domain/views/compare/claims"
import { differenceOf } from "@/lib/domain/views/compare/difference"
import { gapsOf } from "@/lib/domain/views/rankings"
import { commitmentsInScope, scoreOf } from "@/lib/domain/views/scope"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
const facts = snapshot(ledger, ledger.newest)
const question = (query: Partial<Query> = {}) => resolve(Query.parse(query), ledger, "2026-11-22T09:00:00Z")
const claimsOf = (query: Partial<Query> = {}) => {
  const asked = question(query)
  return claimsView(facts, commitmentsInScope(facts, asked), asked)
}

const level = fc.constantFrom<Level | null>(0, 1, 2, 3, null)
const gap = fc
  .array(fc.tuple(level, level), { minLength: 1, maxLength: 6 })
  .map((levels) => ({ gap: differenceOf(score(levels.map(([a]) => a)), score(levels.map(([, b]) => b))) }))

test("a rank is one place only where no other range overlaps, and never misses the true one", () => {
  fc.assert(
    fc.property(
      fc.array(gap, { minLength: 1, maxLength: 8 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
      (all, at) => {
        const ranks = all.map((it) => rankOf(it.gap, all))
        // Whatever the unrated turn out to be, the order that follows lies within the ranks.
        const truth = all.map(({ gap: { low, high } }, index) => low! + (at[index] ?? 0.5) * (high! - low!))
        truth.forEach((value, index) => {
          const place = 1 + truth.filter((other) => other > value).length
          expect(place).toBeGreaterThanOrEqual(ranks[index]!.best)
          expect(place).toBeLessThanOrEqual(ranks[index]!.worst)
        })
        all.forEach(({ gap: own }, index) => {
          const isApart = all.every(
            (it, other) => other === index || it.gap.low! > own.high! || it.gap.high! < own.low!,
          )
          expect(ranks[index]!.best === ranks[index]!.worst).toBe(isApart)
        })
      },
    ),
  )
})

describe.each(["nap-2014", "nap-2021"])("%s", (plan) => {
  const { rows: found, years } = claimsOf({ plan })

  test("has every point once, the widest gap first", () => {
    const points = rows("commitment").filter((it) => it.plan === plan)
    expect(found.map((it) => it.point.id).sort()).toEqual([...new Set(points.map((it) => it.point))].sort())
    const gaps = found.map((it) => it.pairs.change ?? -Infinity)
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a))
  })

  test("has the gaps and indices of the overview", () => {
    const asked = question({ plan })
    const own = commitmentsInScope(facts, asked)
    for (const row of found) {
      const mine = own.filter((it) => it.point === row.point.id)
      for (const lane of ["claim", "finding"] as const) {
        expect(row[lane]).toEqual(scoreOf(facts, mine, { lane, region: null }, asked.asOf))
        expect(row.line.at(-1)![lane].index).toBe(row[lane].index)
      }
      const gaps = gapsOf(facts, mine, asked)
      const pairs = gaps.reduce((sum, it) => sum + it.pairs, 0)
      expect(row.pairs.pairs).toBe(pairs)
      if (pairs > 0)
        expect(row.pairs.change).toBeCloseTo(gaps.reduce((sum, it) => sum + it.gap * it.pairs, 0) / pairs, 9)
      for (const it of row.commitments) expect(it.cells.claim).toHaveLength(years.length)
    }
  })

  test("names the last official word, and none that comes later", () => {
    const official = (point: string, upTo: string) => {
      const own = new Set(
        rows("commitment")
          .filter((it) => it.point === point)
          .map((it) => it.id),
      )
      return [
        ...rows("assessment")
          .filter((it) => own.has(it.commitment) && it.lane === "claim" && it.level !== null && it.region === null)
          .map((it) => it.effectiveOn),
        ...rows("rating")
          .filter((it) => it.point === point && ["government-self", "military"].includes(it.kind))
          .map((it) => it.date),
      ].filter((on) => on <= upTo)
    }
    for (const asOf of ["2022-06-30", "2026-11-22"]) {
      for (const { point, lastOfficial } of claimsOf({ plan, asOf }).rows) {
        const last = official(point.id, asOf).sort().at(-1) ?? null
        expect(lastOfficial?.on ?? null).toBe(last)
        if (last) expect(lastOfficial!.days).toBe(daysBetween(last, asOf))
      }
    }
  })
})

test("ratings stand in their own words beside their point, silences with the days since due", () => {
  const { rows: found, silences } = claimsOf()
  const words = found.flatMap((it) => it.ratings.map((rating) => rating.rawLabel)).sort()
  const ours = rows("rating").filter((it) => it.point?.startsWith("nap2014") && it.date <= "2026-11-22")
  expect(words).toEqual(ours.map((it) => it.rawLabel).sort())
  const waited = [...silences, ...found.flatMap((it) => it.silences)]
  expect(waited).toHaveLength(rows("silence").filter((it) => it.plan === "nap-2014").length)
  for (const it of waited) {
    const since = it.dueOn ?? it.promisedOn
    expect(it.days).toBe(since === null ? null : daysBetween(since, "2026-11-22"))
  }
})
