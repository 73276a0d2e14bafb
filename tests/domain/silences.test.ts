import fc from "fast-check"
import { expect, test } from "vitest"
import { snapshot } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import type { Silence } from "@/lib/domain/records"
import { recordsIn } from "@/lib/domain/views/lists"
import { momentumView } from "@/lib/domain/views/momentum"
import { pointView } from "@/lib/domain/views/point"
import { pointsList } from "@/lib/domain/views/points"
import { silencesOf } from "@/lib/domain/views/rankings"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
const facts = snapshot(ledger, 1)
const NOW = "2026-11-22T09:00:00Z"
const asked = (query: Partial<Query>) => resolve(Query.parse(query), ledger, NOW)
const plan = fc.constantFrom("nap-2014", "nap-2021")
const day = fc
  .date({ min: new Date("2014-01-01"), max: new Date("2026-11-22"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const startOf = (it: Silence) => it.promisedOn ?? it.dueOn ?? it.asOf

test("a silence is shown from the day of its promise, and nothing of it that was found later", () => {
  let withheld = 0
  fc.assert(
    fc.property(plan, day, (plan, asOf) => {
      const shown = new Map(silencesOf(facts, asked({ plan, asOf })).map((it) => [it.id, it]))
      const promised = rows("silence").filter((it) => it.plan === plan && startOf(it) <= asOf)
      expect([...shown.keys()].sort()).toEqual(promised.map((it) => it.id).sort())
      for (const it of promised) {
        const found = it.asOf <= asOf
        const status = found || it.status === "not-found" ? it.status : "not-known"
        expect(shown.get(it.id)).toMatchObject({ status, note: found ? it.note : null })
        if (!found && it.note !== null) withheld++
      }
      // A record is listed whole, so not before all of it was known.
      const listed = recordsIn("silence", ledger, asked({ plan, asOf }), new Set(["plan"])) as Silence[]
      expect(listed).toEqual(rows("silence").filter((it) => it.plan === plan && it.asOf <= asOf))
    }),
    { numRuns: 100 },
  )
  expect(withheld).toBeGreaterThan(0)
})

test("years before we looked, it is not told that a census came 753 days late, nor counted as never found", () => {
  const late = rows("silence").find((it) => it.id === "silence-10")!
  const at = (asOf: string) => momentumView(ledger, asked({ asOf })).promises
  const report = (asOf: string) => at(asOf).reports.find((it) => it.id === late.id)
  expect(report("2016-01-01")).toMatchObject({ status: "not-known", note: null, isDue: true })
  expect(report("2026-03-01")).toMatchObject({ status: "late", note: late.note })
  expect(at("2016-01-01").past.open).toBe(0)
})

test("the list of points counts the silences that a point's page shows on that day", () => {
  fc.assert(
    fc.property(plan, day, (plan, asOf) => {
      const question = asked({ plan, asOf })
      for (const row of pointsList(ledger, question).rows) {
        if (row.silences === 0 && !rows("silence").some((it) => it.point === row.point.id)) continue
        expect(row.silences).toBe(pointView(ledger, question, row.point.number)!.silences.length)
      }
    }),
    { numRuns: 30 },
  )
})
