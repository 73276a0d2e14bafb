import { expect, test } from "vitest"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
const rowsOn = (asOf: string, plan = "nap-2014") =>
  overview(ledger, resolve(Query.parse({ plan, asOf }), ledger, "2026-11-22T09:00:00Z")).grid.rows

test("which points a newer plan dropped is said from the day it was in force, never before", () => {
  const { supersededOn } = rows("plan").find(({ id }) => id === "nap-2014")!
  const dropped = rows("crosswalk").flatMap(({ from, to }) => (to === null ? [from] : []))
  expect(dropped.length).toBeGreaterThan(0)
  for (const { point, carried } of rowsOn(supersededOn!)) expect(carried, point.id).toBe(!dropped.includes(point.id))
  for (const day of ["2014-12-24", "2016-12-31", "2021-09-08"])
    expect(rowsOn(day).every(({ carried }) => carried === null)).toBe(true)
  expect(rowsOn("2026-11-22", "nap-2021").every(({ carried }) => carried === null)).toBe(true)
})
