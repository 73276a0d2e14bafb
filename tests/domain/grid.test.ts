import { expect, test } from "vitest"
import { Query, resolve } from "@/lib/domain/query"
import { wasDropped } from "@/lib/domain/views/grid"
import { overview } from "@/lib/domain/views/overview"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
/** The points that the grid marks as dropped by the newer plan. */
function droppedOn(asOf: string, plan = "nap-2014"): string[] {
  const view = overview(ledger, resolve(Query.parse({ plan, asOf }), ledger, "2026-11-22T09:00:00Z"))
  return view.grid.rows.filter((row) => wasDropped(row, view)).map(({ point }) => point.id)
}

test("which points a newer plan dropped is said from the day it was in force, never before", () => {
  const { supersededOn } = rows("plan").find(({ id }) => id === "nap-2014")!
  const dropped = rows("crosswalk").flatMap(({ from, to }) => (to === null ? [from] : []))
  expect(dropped.length).toBeGreaterThan(0)
  for (const day of [supersededOn!, "2026-11-22"]) expect(droppedOn(day).sort()).toEqual([...dropped].sort())
  for (const day of ["2014-12-24", "2016-12-31", "2021-09-08"]) expect(droppedOn(day)).toEqual([])
  expect(droppedOn("2026-11-22", "nap-2021")).toEqual([])
})
