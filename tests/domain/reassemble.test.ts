import fc from "fast-check"
import { expect, test } from "vitest"
import { assemble, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { withOperations } from "@/lib/domain/proposal"
import { datasetLedger, rows } from "./sample"

const facts = snapshot(datasetLedger(), 1)
const commitments = rows("commitment").map(({ id }) => id)
const [sample] = rows("assessment")
const known = rows("assessment").map(({ id }) => id)

const step = fc.record({
  act: fc.constantFrom("put", "take", "check"),
  id: fc.oneof(fc.constantFrom(...known.slice(0, 40)), fc.constantFrom("new-a", "new-b", "new-c")),
  commitment: fc.constantFrom(...commitments.slice(0, 6)),
  lane: fc.constantFrom("finding" as const, "claim" as const),
  day: fc.constantFrom("2015-01-01", "2016-01-01", "2020-06-30"),
})

test("what stands after any steps is indexed as if it were indexed from the beginning", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const operations = steps.map(({ act, id, commitment, lane, day }): Operation => {
        if (act === "take") return { act: "withdraw", kind: "assessment", id }
        const cell = { commitment, lane, region: null }
        if (act === "check") {
          return { act: "add", kind: "check", record: { id, ...cell, checkedOn: day, source: "reuters_dp" } }
        }
        return { act: "change", kind: "assessment", record: { ...sample!, id, ...cell, effectiveOn: day } }
      })
      const after = withOperations(facts, operations)
      const anew = assemble(facts.revision, after.records, facts.publishedBy)
      expect([...after.assessments].sort()).toEqual([...anew.assessments].sort())
      expect([...after.checks].sort()).toEqual([...anew.checks].sort())
    }),
    { numRuns: 200 },
  )
})
