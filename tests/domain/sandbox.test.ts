import fc from "fast-check"
import { expect, test } from "vitest"
import { score } from "@/lib/domain/indices"
import {
  above,
  isPublished,
  methodParameters,
  type OwnMethod,
  ownScore,
  PUBLISHED_METHOD,
  readMethod,
  Treatment,
  type Weighed,
  Weighting,
} from "@/lib/domain/own-method"
import { Query, resolve } from "@/lib/domain/query"
import type { Level } from "@/lib/domain/scale"
import { overview } from "@/lib/domain/views/overview"
import { sandbox } from "@/lib/domain/views/sandbox"
import { datasetLedger } from "./sample"

const NOW = "2026-03-01T09:00:00Z"
const level = fc.constantFrom<(Level | null)[]>(null, 0, 1, 2, 3)
const item = fc.record({
  point: fc.integer({ min: 1, max: 6 }),
  track: fc.constantFrom("kinetic", "non-kinetic"),
  level,
})
const items = fc.array(item, { maxLength: 40 })
const ownWeights = fc
  .dictionary(fc.constantFrom("1", "2", "3", "4"), fc.constantFrom(0, 0.5, 2, 3))
  .map((weights) => weights as Record<number, number>)
const method = fc.record<OwnMethod>({
  weights: fc.constantFrom(...Weighting.options),
  unrated: fc.constantFrom(...Treatment.options),
  own: ownWeights,
})

/** The same by hand, a commitment at a time, with exact fractions of the whole weight. */
function byHand(all: readonly Weighed[], { weights, unrated, own }: OwnMethod) {
  let [earned, of] = [0, 0]
  for (const it of all) {
    const same = all.filter((other) =>
      weights === "track" ? other.track === it.track : other.point === it.point,
    ).length
    const weight = weights === "commitment" ? 1 : weights === "own" ? (own[it.point] ?? 1) : 1 / same
    if (it.level === null && unrated !== "zero") continue
    earned += weight * (it.level ?? 0)
    of += weight
  }
  return of === 0 ? null : (100 * earned) / (3 * of)
}
const close = (a: number | null, b: number | null) => {
  if (a === null || b === null) expect(a).toBe(b)
  else expect(a).toBeCloseTo(b, 8)
}

test("equal weights with the unrated left open are the published method", () => {
  fc.assert(
    fc.property(items, (all) => {
      const { index, low, high, coverage, rated } = score(all.map((it) => it.level))
      const own = ownScore(all, PUBLISHED_METHOD)
      close(own.index, index)
      close(own.low, low)
      close(own.high, high)
      close(own.coverage, coverage)
      expect(own.rated).toBe(rated)
    }),
  )
})

test("every method gives what adding up by hand gives", () => {
  fc.assert(fc.property(items, method, (all, as) => close(ownScore(all, as).index, byHand(all, as))))
})

test("whatever the unrated are taken for lies in the range that leaves them open", () => {
  fc.assert(
    fc.property(items, method, (all, as) => {
      const open = ownScore(all, { ...as, unrated: "range" })
      for (const unrated of ["excluded", "zero"] as const) {
        const { index } = ownScore(all, { ...as, unrated })
        if (index === null || open.low === null || open.high === null) continue
        expect(index).toBeGreaterThanOrEqual(open.low - 1e-9)
        expect(index).toBeLessThanOrEqual(open.high + 1e-9)
      }
      close(ownScore(all, { ...as, unrated: "zero" }).index, open.low)
    }),
  )
})

test("weights that are all larger by the same factor change nothing, and a point that weighs nothing is not there", () => {
  const own = (weights: Record<number, number>): OwnMethod => ({ weights: "own", unrated: "range", own: weights })
  fc.assert(
    fc.property(items, ownWeights, (all, weights) => {
      const full = Object.fromEntries([1, 2, 3, 4, 5, 6].map((point) => [point, weights[point] ?? 1]))
      const double = Object.fromEntries(Object.entries(full).map(([point, weight]) => [point, weight * 2]))
      close(ownScore(all, own(full)).index, ownScore(all, own(double)).index)
      close(
        ownScore(all, own({ ...full, 1: 0 })).index,
        ownScore(
          all.filter((it) => it.point !== 1),
          own(full),
        ).index,
      )
    }),
  )
})

test("what is above is never told where the ranges touch, and is the same seen from the other side", () => {
  const other = { first: "second", second: "first", equal: "equal", "cannot-be-told": "cannot-be-told" }
  fc.assert(
    fc.property(items, items, method, (one, two, as) => {
      const [a, b] = [ownScore(one, as), ownScore(two, as)]
      const found = above(a, b)
      expect(above(b, a)).toBe(other[found])
      if (found === "first") expect(a.low!).toBeGreaterThan(b.high!)
      if (found === "second") expect(b.low!).toBeGreaterThan(a.high!)
    }),
  )
})

test("a method is read back from its address, and nonsense is named instead of guessed", () => {
  fc.assert(
    fc.property(method, (as) => {
      const own = as.weights === "own" ? as.own : {}
      expect(readMethod(Object.entries(methodParameters(as)))).toEqual({ method: { ...as, own }, ignored: [] })
    }),
  )
  const bad: [string, string][] = [
    ["weights", "best"],
    ["unrated", "three"],
    ["own", "7:11"],
  ]
  expect(readMethod(bad)).toEqual({ method: PUBLISHED_METHOD, ignored: ["weights", "unrated", "own"] })
  expect(
    readMethod([
      ["own", "7:2"],
      ["own", ""],
      ["own", "12:0.5"],
    ]).method.own,
  ).toEqual({ 7: 2, 12: 0.5 })
  expect(isPublished(PUBLISHED_METHOD)).toBe(true)
})

const ledger = datasetLedger()
const question = fc
  .record({
    plan: fc.constantFrom("nap-2014", "nap-2021"),
    lane: fc.constantFrom("finding", "claim"),
    track: fc.constantFrom(null, "kinetic", "non-kinetic"),
    asOf: fc.constantFrom("2016-12-31", "2021-08-31", "2026-02-28"),
    points: fc.constantFrom(null, [1, 2, 3], [12]),
  })
  .map((given) => resolve(Query.parse(given), ledger, NOW))

test("with the published method the screen shows the overview's own numbers, for any question", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { tracks, imbalance } = overview(ledger, asked)
      const view = sandbox(ledger, asked, PUBLISHED_METHOD)
      for (const name of ["kinetic", "nonKinetic", "all"] as const) {
        const { composition: _, ...published } = tracks[name]
        for (const [field, value] of Object.entries(published)) close(view.tracks[name][field as "index"], value)
      }
      expect(view.imbalance.verdict).toBe(imbalance.verdict)
      close(view.imbalance.value, imbalance.value)
    }),
    { numRuns: 40 },
  )
})

test("a conclusion is said to hold only where every method says it", () => {
  fc.assert(
    fc.property(question, method, (asked, as) => {
      const view = sandbox(ledger, asked, as)
      expect(view.combinations).toHaveLength(as.weights === "own" ? 12 : 9)
      for (const { conclusion, answer, counts } of view.holdings) {
        const answers = view.combinations.map((each) => each[conclusion])
        expect(answer).toBe(new Set(answers).size === 1 ? answers[0] : null)
        for (const [name, count] of Object.entries(counts))
          expect(answers.filter((it) => it === name)).toHaveLength(count)
      }
    }),
    { numRuns: 40 },
  )
})
