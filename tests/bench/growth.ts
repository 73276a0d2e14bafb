import { addDays } from "@/lib/domain/date"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { datasetLedger, published, rows } from "../domain/sample"
import { figure, median, timed } from "./figures"
import { seeded } from "./seeded"

const NOW = "2026-11-22T09:00:00Z"
const DAYS = 4200

/** How the overview's time grows with the number of assessments, at random as-of days. Seeded: the same every run. */
export async function* growth(): AsyncGenerator<string> {
  const [small, large] = [680, 68_000].map(ledgerOf) as [Ledger, Ledger]
  const ask = (ledger: Ledger, at: number) =>
    overview(ledger, resolve(Query.parse({ asOf: addDays("2015-01-01", at) }), ledger, NOW))
  for (const ledger of [small, large]) ask(ledger, 100)
  const taken: [number[], number[]] = [[], []]
  const random = seeded(7)
  for (let round = 0; round < 30; round++) {
    const day = Math.floor(random() * DAYS)
    taken[0].push(...(await timed(1, () => ask(small, day))))
    taken[1].push(...(await timed(1, () => ask(large, day))))
  }
  const ratio = median(taken[1]) / median(taken[0])
  yield `overview at 680 assessments:    ${figure(taken[0], "ms")}`
  yield `overview at 68,000 assessments: ${figure(taken[1], "ms")}, × ${ratio.toFixed(2)} (goal ≤ 3)`

  const steps: [number[], number[]] = [[], []]
  for (let round = 0; round < 10; round++) {
    for (const [at, ledger] of [small, large].entries()) {
      const operation = added(`grown-${round}`, 0, 100 + round)
      steps[at]!.push(...(await timed(1, () => published(ledger, [operation]))))
    }
  }
  yield `one revision more, at 680 and at 68,000: ${figure(steps[0], "ms")}, ${figure(steps[1], "ms")} (with its snapshot)`
}

function ledgerOf(size: number): Ledger {
  const ledger = datasetLedger()
  const random = seeded(size)
  const operations: Operation[] = []
  for (let at = rows("assessment").length; at < size; at++) operations.push(added(`new-${at}`, at, random() * DAYS))
  if (operations.length > 0) published(ledger, operations)
  snapshot(ledger, ledger.newest)
  return ledger
}

const commitments = rows("commitment")
const pattern = rows("assessment").find((it) => it.level !== null && it.region === null)!
function added(id: string, at: number, day: number): Operation {
  const record = {
    ...pattern,
    id,
    commitment: commitments[at % commitments.length]!.id,
    effectiveOn: addDays("2015-01-01", Math.floor(day)),
    level: (at % 4) as 0 | 1 | 2 | 3,
  }
  return { act: "add", kind: "assessment", record }
}
