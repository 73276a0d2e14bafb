import { expect, test } from "vitest"
import { Query, resolve } from "@/lib/domain/query"
import { compareView } from "@/lib/domain/views/compare/compare"
import { leftOut } from "@/lib/domain/views/grid"
import { overview } from "@/lib/domain/views/overview"
import { pointsList } from "@/lib/domain/views/points"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
const ask = (asOf: string, plan = "nap-2014") => resolve(Query.parse({ plan, asOf }), ledger, "2026-11-22T09:00:00Z")

/** The points that the grid marks as left out by the newer plan, wholly ("not") or partly. */
function markedOn(asOf: string, plan?: string) {
  const view = overview(ledger, ask(asOf, plan))
  const marked = (as: "not" | "partly") =>
    view.grid.rows.filter((row) => leftOut(row, view) === as).map(({ point }) => point.id)
  return { not: marked("not"), partly: marked("partly") }
}

test("what a newer plan left out is said from the day it was in force, never before", () => {
  const { supersededOn } = rows("plan").find(({ id }) => id === "nap-2014")!
  const links = rows("crosswalk")
  const cut = new Set(links.flatMap(({ from, to }) => (to === null ? [from!] : [])))
  const kept = new Set(links.flatMap(({ from, to }) => (to === null ? [] : [from])))
  const expected = { not: [...cut].filter((id) => !kept.has(id)), partly: [...cut].filter((id) => kept.has(id)) }
  expect([expected.not.length, expected.partly.length]).toEqual([2, 4])
  for (const day of [supersededOn!, "2026-11-22"]) expect(markedOn(day)).toEqual(expected)
  for (const day of ["2014-12-24", "2016-12-31", "2021-09-08"]) expect(markedOn(day)).toEqual({ not: [], partly: [] })
  expect(markedOn("2026-11-22", "nap-2021")).toEqual({ not: [], partly: [] })
})

test("the overview, the list of points and Compare tell alike which points ended, and which in part", () => {
  const marked = markedOn("2026-11-22")
  const view = pointsList(ledger, ask("2026-11-22"))
  const listed = (as: "not" | "partly") =>
    view.rows.filter((row) => leftOut(row, view) === as).map(({ point }) => point.id)
  expect({ not: listed("not"), partly: listed("partly") }).toEqual(marked)
  const against = { by: "plans", against: "nap-2014", then: null, rows: "points" } as const
  const { dropped, partly } = compareView(ledger, ask("2026-11-22", "nap-2021"), against).plansCompared!
  expect({ not: dropped.map(({ id }) => id), partly: partly.map(({ id }) => id) }).toEqual(marked)
})
