import fc from "fast-check"
import { expect, test } from "vitest"
import { ordinalAlpha } from "@/lib/domain/agreement"
import { imbalance, nearestLevel, percentages, score } from "@/lib/domain/indices"
import type { Level } from "@/lib/domain/scale"

const level = fc.constantFrom<Level | null>(0, 1, 2, 3, null)
const levels = fc.array(level, { maxLength: 60 })
const some = fc.array(level, { minLength: 1, maxLength: 60 })

test("the index is the mean level of the rated, in percent of complete", () => {
  expect(score([3, 3, 0, 0])).toMatchObject({ index: 50, low: 50, high: 50, coverage: 1 })
  expect(score([1, null])).toMatchObject({ low: 100 / 6, high: 400 / 6, coverage: 0.5, commitments: 2, rated: 1 })
  expect(score([1, null]).index).toBeCloseTo(33.333, 3)
})

test("nothing rated is unknown, not zero; an empty set has no range at all", () => {
  expect(score([null, null])).toMatchObject({ index: null, low: 0, high: 100, coverage: 0 })
  expect(score([])).toMatchObject({ index: null, low: null, high: null, coverage: 0 })
})

test("an unrated commitment moves range and coverage, never the index", () => {
  fc.assert(
    fc.property(some, (set) => {
      const before = score(set)
      const after = score([...set, null])
      expect(after.index).toBe(before.index)
      expect(after.low!).toBeLessThanOrEqual(before.low!)
      expect(after.high!).toBeGreaterThanOrEqual(before.high!)
      expect(after.high! - after.low!).toBeGreaterThan(before.high! - before.low! - 1e-9)
      if (before.rated > 0) expect(after.coverage).toBeLessThan(before.coverage)
    }),
  )
})

test("low ≤ index ≤ high, and order does not matter", () => {
  fc.assert(
    fc.property(levels, fc.infiniteStream(fc.nat()), (set, keys) => {
      const whole = score(set)
      if (whole.index !== null) {
        expect(whole.low!).toBeLessThanOrEqual(whole.index + 1e-9)
        expect(whole.high!).toBeGreaterThanOrEqual(whole.index - 1e-9)
      }
      const shuffled = set
        .map((each) => ({ each, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each)
      expect(score(shuffled)).toEqual(whole)
    }),
  )
})

test("the range is what the worst and the best reading of the unrated would give", () => {
  fc.assert(
    fc.property(some, (set) => {
      const { low, high } = score(set)
      expect(low).toBe(score(set.map((each) => each ?? 0)).index)
      expect(high).toBe(score(set.map((each) => each ?? 3)).index)
    }),
  )
})

test("an imbalance has a figure only where its range keeps clear of zero", () => {
  fc.assert(
    fc.property(some, some, (kinetic, nonKinetic) => {
      const it = imbalance(score(kinetic), score(nonKinetic))
      if (it.low! <= 0 && it.high! >= 0) expect(it).toMatchObject({ value: null, verdict: "cannot-be-told" })
      else {
        expect(it.value).toBeCloseTo(score(kinetic).index! - score(nonKinetic).index!)
        expect(it.verdict).toBe(it.low! > 0 ? "kinetic-ahead" : "non-kinetic-ahead")
      }
    }),
  )
})

test("an imbalance changes its sign with its sides", () => {
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [there, back] = [imbalance(score(a), score(b)), imbalance(score(b), score(a))]
      expect(there.low).toBeCloseTo(-back.high!)
      expect(there.verdict === "kinetic-ahead").toBe(back.verdict === "non-kinetic-ahead")
    }),
  )
})

test("a track without commitments leaves the imbalance untold", () => {
  expect(imbalance(score([]), score([3]))).toEqual({ value: null, low: null, high: null, verdict: "cannot-be-told" })
})

test("percentages total 100 and stay within one point of the truth", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 8 }), (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0)
      const shares = percentages(counts)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : 100)
      counts.forEach((count, at) => {
        if (total > 0) expect(Math.abs(shares[at]! - (100 * count) / total)).toBeLessThan(1)
      })
    }),
  )
  expect(percentages([1, 1, 1])).toEqual([34, 33, 33])
})

test("a strand's cell is hatched when under half of it is rated", () => {
  expect(nearestLevel([3, null, null])).toBeNull()
  expect(nearestLevel([3, null])).toBe(3)
  expect(nearestLevel([1, 2, 2])).toBe(2)
  expect(nearestLevel([])).toBeNull()
})

test("Krippendorff's alpha: perfect agreement is 1, a known table gives its known value", () => {
  expect(ordinalAlpha([[0, 0], [1, 1], [3, 3]])).toBe(1) // prettier-ignore
  expect(ordinalAlpha([[1, 1]])).toBeNull()
  expect(ordinalAlpha([[2, 2], [2, 2]])).toBeNull() // prettier-ignore
  // Two values only: ordinal distance is then the same for every disagreement, as in the nominal
  // example of Krippendorff (2011), section B, whose alpha is 0.095.
  const [a, b] = ["0100000010", "1110010000"].map((row) => [...row].map(Number)) as [number[], number[]]
  expect(ordinalAlpha(a.map((value, at) => [value, b[at]!]))).toBeCloseTo(0.095, 3)
})
