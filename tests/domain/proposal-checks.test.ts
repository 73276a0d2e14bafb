import { expect, test } from "vitest"
import { checksOf, type CitedSource, type Item, newItem, type Published } from "@/components/admin/proposal/draft"
import { daysMeant } from "@/lib/domain/date"

const cited = (source: string, bearing: CitedSource["bearing"] = "supports") => ({
  source,
  bearing,
  quote: "",
  note: "",
})
const SOURCES: Record<string, Published> = {
  old: { on: "2017-03-01", precision: "day" },
  june: { on: "2026-06-12", precision: "day" },
  year: { on: "2026-12-31", precision: "year" },
}
const checks = (item: Partial<Item>) =>
  checksOf({ ...newItem("one", "nap2014-05.a", "finding"), ...item }, "world-changed", (id) => SOURCES[id] ?? null)

test("nothing is ticked that nobody has answered yet", () => {
  expect(checks({})).toMatchObject({ source: false, dated: false, timely: null, answered: null })
  expect(checks({ evidence: [cited("old")] }).answered).toBeNull()
  const against = [cited("old", "contradicts")]
  expect(checks({ evidence: against }).answered).toBe(false)
  expect(checks({ evidence: against, rationaleEn: "It is weighed, word for word. ".repeat(4) }).answered).toBe(true)
})

test("a source older than what it is to show is warned of, however coarse the dates", () => {
  const since = { effectiveOn: "2026-06-30", precision: "month" } as const
  const timely = (...sources: CitedSource[]) => checks({ ...since, evidence: sources }).timely
  expect(timely(cited("old"))).toBe(false)
  expect(timely(cited("old"), cited("june"))).toBe(true)
  expect(timely(cited("year"))).toBe(true)
  // What only gives context shows nothing, and an undated page says no date to set against the other.
  expect(timely(cited("old"), cited("june", "context"))).toBe(false)
  expect(timely(cited("undated"))).toBeNull()
  expect(checks({ evidence: [cited("old")] }).timely).toBeNull()
})

test("a coarse date reaches from the first of its days to the last", () => {
  expect(daysMeant("2024-02-10", "month")).toEqual({ first: "2024-02-01", last: "2024-02-29" })
  expect(daysMeant("2026-05-31", "quarter")).toEqual({ first: "2026-04-01", last: "2026-06-30" })
  expect(daysMeant("2026-05-31", "year")).toEqual({ first: "2026-01-01", last: "2026-12-31" })
  expect(daysMeant("2026-05-31", "day")).toEqual({ first: "2026-05-31", last: "2026-05-31" })
})
