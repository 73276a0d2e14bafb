import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { LANES } from "@/lib/domain/scale"
import { lineOf, seriesOf } from "@/lib/domain/views/series"
import { imbalanceOf, scoreOf, tracksOf } from "@/lib/domain/views/scope"
import { datasetLedger, published, rows } from "./sample"

const FROM = "2014-12-24"
const commitments = rows("commitment").filter(({ plan }) => plan === "nap-2014")
const pattern = rows("assessment").find((it) => it.level !== null && it.region === null)!
const level = fc.constantFrom(0, 1, 2, 3, null) as fc.Arbitrary<0 | 1 | 2 | 3 | null>
const added = fc.record({
  at: fc.nat(commitments.length - 1),
  day: fc.nat(4300),
  level,
  lane: fc.constantFrom(...LANES),
  region: fc.constantFrom(null, "KP"),
})
const reachOf = ({ index, low, high, coverage }: ReturnType<typeof scoreOf>) => ({ index, low, high, coverage })

test("each day of a series and of a line says what the indices of that day are", () => {
  fc.assert(
    fc.property(
      fc.array(added, { maxLength: 40 }),
      fc.constantFrom(...LANES),
      fc.constantFrom(null, "KP"),
      fc.nat(4300),
      fc.nat(commitments.length),
      (facts, lane, region, end, few) => {
        const operations = facts.map(({ at, day, level, ...own }, number): Operation => {
          const unratedReason = level === null ? ("no-public-evidence" as const) : null
          const where = { commitment: commitments[at]!.id, effectiveOn: addDays(FROM, day), level, unratedReason }
          return { act: "add", kind: "assessment", record: { ...pattern, ...own, ...where, id: `made-${number}` } }
        })
        const ledger = datasetLedger()
        if (operations.length > 0) published(ledger, operations)
        const held = snapshot(ledger, ledger.newest)
        const [own, reading, to] = [commitments.slice(0, few), { lane, region }, addDays(FROM, end)]
        const series = seriesOf(held, own, reading, FROM, to)
        expect(series.at(-1)!.on).toBe(to)
        for (const { on, imbalance, ...each } of series) {
          const tracks = tracksOf(held, own, reading, on)
          const { kinetic, nonKinetic, all } = tracks
          expect(each).toEqual({ kinetic: reachOf(kinetic), nonKinetic: reachOf(nonKinetic), all: reachOf(all) })
          expect(imbalance).toEqual(imbalanceOf(tracks))
        }
        for (const { on, ...reach } of lineOf(held, own, reading, FROM, to))
          expect(reach).toEqual(reachOf(scoreOf(held, own, reading, on)))
      },
    ),
    { numRuns: 30 },
  )
})
