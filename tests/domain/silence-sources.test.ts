import { expect, test } from "vitest"
import { snapshot } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { silencesOf } from "@/lib/domain/views/rankings"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
const facts = snapshot(ledger, 1)
const of = (plan: string, asOf: string) =>
  silencesOf(facts, resolve(Query.parse({ plan, asOf }), ledger, "2026-11-22T09:00:00Z"))

test("a silence names the publications it rests on, and none before we had found it", () => {
  const sources = new Map(rows("source").map((it) => [it.id, it]))
  let named = 0
  for (const plan of ["nap-2014", "nap-2021"]) {
    for (const asOf of ["2016-12-31", "2021-08-15", "2026-11-22"]) {
      for (const shown of of(plan, asOf)) {
        const kept = rows("silence").find(({ id }) => id === shown.id)!
        const expected = kept.asOf <= asOf ? kept.sources : []
        expect(shown.cited.map(({ id }) => id)).toEqual(expected)
        for (const { id, title, publisher, href } of shown.cited) {
          const source = sources.get(id)!
          expect({ title, publisher }).toEqual({ title: source.title, publisher: source.publisher })
          if (href !== null) expect(href).toBe(source.url)
          named++
        }
      }
    }
  }
  expect(named).toBeGreaterThan(10)
})
