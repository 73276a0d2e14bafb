import fc from "fast-check"
import { addDays } from "@/lib/domain/date"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import type { Assessment } from "@/lib/domain/records"
import { addition, datasetLedger, fact, published } from "./sample"

export const COMMITMENTS = ["nap2014-05.a", "nap2014-05.b", "nap2014-12.a", "nap2014-20.c", "nap2021-03.a"]
export const correction = (record: Assessment): Operation => ({ act: "change", kind: "assessment", record })

/** A year of work on the record: additions, corrections of them, withdrawals and re-checks, in any order. */
export const work = fc.array(
  fc.record({
    what: fc.constantFrom("add", "change", "withdraw", "check"),
    at: fc.nat(20),
    commitment: fc.constantFrom(...COMMITMENTS),
    effectiveOn: fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2015-01-01", days)),
    level: fc.constantFrom(0, 1, 2, 3, null),
    lane: fc.constantFrom("finding", "claim"),
  }),
  { maxLength: 14 },
)
type Work = typeof work extends fc.Arbitrary<infer T> ? T : never

export function grown(steps: Work): Ledger {
  const ledger = datasetLedger()
  steps.forEach(({ what, at, ...rest }, step) => {
    const level = rest.level as Assessment["level"]
    const own = [...snapshot(ledger, ledger.newest).records.assessment.keys()].filter((id) => id.startsWith("new-"))
    const id = own[at % Math.max(1, own.length)]
    const record = fact(id ?? "", {
      ...(rest as Partial<Assessment>),
      level,
      unratedReason: level === null ? "secret" : null,
    })
    if (what === "check") {
      const { commitment, lane } = record
      const check = { id: `check-${step}`, commitment, lane, region: null, checkedOn: "2026-10-01", source: "satp20" }
      published(ledger, [{ act: "add", kind: "check", record: check }], "re-check")
    } else if (what === "add" || id === undefined) published(ledger, [addition({ ...record, id: `new-${step}` })])
    else if (what === "change") published(ledger, [correction(record)], "correction")
    else published(ledger, [{ act: "withdraw", kind: "assessment", id }], "correction")
  })
  return ledger
}
