import fc from "fast-check"
import { expect, test } from "vitest"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { datasetLedger, published, rows } from "./sample"

const [sample] = rows("assessment")
const ids = [
  ...rows("assessment")
    .slice(0, 5)
    .map(({ id }) => id),
  "new-1",
  "new-2",
]

/** A revision on some records: put back or changed where they are there, else added; or taken away. */
function next(ledger: Ledger, steps: { id: string; level: 0 | 1 | 2 | 3; isTaken: boolean }[]): void {
  const standing = snapshot(ledger, ledger.newest).records.assessment
  const operations = [...new Map(steps.map((step) => [step.id, step])).values()].flatMap(
    ({ id, level, isTaken }): Operation[] => {
      const before = standing.get(id)
      if (isTaken) return before ? [{ act: "withdraw", kind: "assessment", id }] : []
      const record = { ...(before ?? sample!), id, level, unratedReason: null }
      return [{ act: before ? "change" : "add", kind: "assessment", record }]
    },
  )
  if (operations.length > 0) published(ledger, operations)
}

/** The same log, held by somebody who asked nothing on the way. */
const fresh = (ledger: Ledger): Ledger => ({ ...ledger, revisions: [...ledger.revisions], versions: ledger.versions })

const step = fc.record({
  id: fc.constantFrom(...ids),
  level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  isTaken: fc.boolean(),
})

test("a snapshot is the same, to the order of its records, however the ones before it were asked for", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      (revisions) => {
        const ledger = datasetLedger()
        for (const steps of revisions) next(ledger, steps)
        for (let known = 1; known <= ledger.newest; known++) {
          const asked = snapshot(ledger, known)
          const cut = snapshot(fresh(ledger), known)
          expect([...asked.records.assessment]).toEqual([...cut.records.assessment])
          expect([...asked.assessments].sort()).toEqual([...cut.assessments].sort())
          expect(new Map([...asked.publishedBy].sort())).toEqual(new Map([...cut.publishedBy].sort()))
          expect(asked.revision).toBe(cut.revision)
        }
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

test("what no revision touched is shared, not copied", () => {
  const ledger = datasetLedger()
  const before = snapshot(ledger, ledger.newest)
  next(ledger, [{ id: "new-1", level: 2, isTaken: false }])
  const after = snapshot(ledger, ledger.newest)
  expect(after.records.source).toBe(before.records.source)
  expect(after.records.assessment).not.toBe(before.records.assessment)
  expect(before.records.assessment.has("new-1")).toBe(false)
})
