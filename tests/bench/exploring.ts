import { addDays } from "@/lib/domain/date"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import { exploreView } from "@/lib/domain/views/explore"
import { type ExploreChoice, explored, NOTHING_CHOSEN, pageOf } from "@/lib/domain/views/explore-choice"
import { datasetLedger, published, rows } from "../domain/sample"
import { figure, timed } from "./figures"

const NOW = "2026-11-22T09:00:00Z"
const ROWS = 3000

/** The table of commitments at 3,000 rows: the view on the server, then what every keystroke costs in the browser. */
export async function* exploring(): AsyncGenerator<string> {
  const ledger = ledgerOf(ROWS)
  const ask = (asOf: string) => exploreView(ledger, resolve(Query.parse({ asOf }), ledger, NOW))
  ask("2026-01-01")
  const days = Array.from({ length: 9 }, (_, at) => `2025-0${at + 1}-01`)
  const server: number[] = []
  for (const day of days) server.push(...(await timed(1, () => ask(day))))
  const view = ask("2026-11-22")
  yield `view of ${view.items.length} commitments: ${figure(server, "ms")}`
  const text = JSON.stringify({ items: view.items, names: view.names })
  yield `as JSON: ${(text.length / 1024).toFixed(0)} kB, parsed in ${figure(await timed(9, () => JSON.parse(text)), "ms")}`

  const first: ExploreChoice = { ...NOTHING_CHOSEN, q: "c" }
  yield `first search, which reads every row: ${figure(await timed(1, () => explored(view, first)), "ms")}`
  const typed = [..."courts punjab"].map((_, at) => "courts punjab".slice(0, at + 1))
  const keys: number[] = []
  for (let round = 0; round < 5; round++)
    for (const q of typed)
      keys.push(
        ...(await timed(1, () => {
          const sort = { by: "gap", descending: true } as const
          const { rows: found } = explored(view, { ...NOTHING_CHOSEN, q, sort, facets: { finding: ["1", "unrated"] } })
          return pageOf(found, null)
        })),
      )
  yield `a keystroke with facets and order: ${figure(keys, "ms")} (goal: with the drawing of 100 rows ≤ 200 ms at a quarter of the speed)`
}

function ledgerOf(size: number): Ledger {
  const ledger = datasetLedger()
  const commitments = rows("commitment").filter(({ plan }) => plan === "nap-2014")
  const found = rows("assessment").find((it) => it.level !== null && it.region === null)!
  const operations: Operation[] = []
  for (let at = commitments.length; at < size; at++) {
    const record = { ...commitments[at % commitments.length]!, id: `grown-${String(at).padStart(5, "0")}.a` }
    operations.push({ act: "add", kind: "commitment", record })
    for (const [lane, level] of [
      ["finding", at % 4],
      ["claim", (at + 1) % 4],
    ] as const) {
      const own = { id: `${record.id}-${lane}`, commitment: record.id, lane, effectiveOn: addDays("2015-01-01", at) }
      operations.push({ act: "add", kind: "assessment", record: { ...found, ...own, level: level as 0 | 1 | 2 | 3 } })
    }
  }
  published(ledger, operations)
  snapshot(ledger, ledger.newest)
  return ledger
}
