import fc from "fast-check"
import { expect, test } from "vitest"
import {
  filterItems,
  filterRows,
  itemsOf,
  type QueueFilter,
  readFilter,
  searchOfFilter,
  SECTIONS,
} from "@/components/admin/queue/filter"
import type { Assignment } from "@/lib/domain/assignment"
import { snapshot } from "@/lib/domain/ledger"
import { isStale, queueOf } from "@/lib/domain/views/queue"
import { datasetLedger } from "./sample"

const TODAY = "2026-11-22"
const PLANS = ["nap-2014", "nap-2021"]
const facts = snapshot(datasetLedger(), 1)
const rows = { finding: queueOf(facts, "finding", TODAY), claim: queueOf(facts, "claim", TODAY) }

const anyFilter: fc.Arbitrary<QueueFilter> = fc.record({
  section: fc.constantFrom(...SECTIONS),
  lane: fc.constantFrom("finding" as const, "claim" as const),
  plan: fc.constantFrom(null, ...PLANS),
  track: fc.constantFrom(null, "kinetic" as const, "non-kinetic" as const),
  age: fc.constantFrom("stale" as const, "all" as const),
  level: fc.constantFrom(null, "unrated" as const, "never" as const),
  lead: fc.boolean(),
  q: fc.constantFrom("", "5b", "point 5", "ضرب", "a & b=c", "نکتہ 7"),
  all: fc.boolean(),
})

test("a filtered queue is its address: what is kept as a bookmark comes back the same", () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      expect(readFilter(new URLSearchParams(searchOfFilter(filter)), PLANS)).toEqual(filter)
    }),
  )
  const nonsense = new URLSearchParams("list=x&lane=y&plan=nap-1999&track=z&age=1&level=2&lead=no&show=some")
  expect(searchOfFilter(readFilter(nonsense, PLANS))).toBe("")
})

const all: QueueFilter = { ...readFilter(new URLSearchParams("age=all"), PLANS) }
const codes = (q: string) => filterRows(rows.finding, { ...all, q }).map((it) => it.commitment.code)

test("a code, a point's number and words of either language find what they name, and nothing else", () => {
  expect(codes("")).toEqual(expect.arrayContaining(["5b", "15b"]))
  expect(new Set(codes("5B"))).toEqual(new Set(["5b"]))
  expect(codes("point 5").length).toBeGreaterThan(0)
  expect(codes("point 5").every((code) => /^5[a-z]$/.test(code))).toBe(true)
  expect(codes("نکتہ 5")).toEqual(codes("point 5"))
  const row = rows.finding.find((it) => it.commitment.text.ur !== null)!
  expect(codes(row.commitment.text.ur!.split(" ").slice(0, 4).join(" "))).toContain(row.commitment.code)
  expect(codes(row.commitment.text.en.toUpperCase())).toContain(row.commitment.code)
  expect(codes("no such words anywhere")).toEqual([])
})

test("every part of a filter only takes rows away, and each taken away breaks it", () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const left = filterRows(rows[filter.lane], { ...filter, q: "" })
      for (const row of rows[filter.lane]) {
        const fits =
          (filter.plan === null || row.plan === filter.plan) &&
          (filter.track === null || row.commitment.track === filter.track) &&
          (!filter.lead || row.lead) &&
          (filter.level !== "never" || row.standing === null) &&
          (filter.level !== "unrated" || (row.standing !== null && row.standing.level === null)) &&
          (filter.section !== "stale" || filter.age === "all" || isStale(row))
        expect(left.includes(row)).toBe(fits)
      }
    }),
  )
})

const task = (fields: Partial<Assignment>): Assignment => ({
  id: "task",
  commitment: rows.finding[0]!.commitment.id,
  lane: "finding",
  dueOn: "2026-11-27",
  createdAt: "2026-11-01T00:00:00.000Z",
  cancelledAt: null,
  state: "open",
  doneAt: null,
  daysLate: 0,
  assignee: { id: "somebody", name: "Somebody" },
  mine: false,
  mayCancel: false,
  ...fields,
})

test("mine is what I have to check, missed is what anybody missed, in whichever lane; what is done is neither", () => {
  const [a, b, c, d] = rows.claim.map((it) => it.commitment.id) as [string, string, string, string]
  const tasks = [
    task({ id: "1", commitment: a, lane: "claim", mine: true }),
    task({ id: "2", commitment: b, mine: true, state: "missed" }),
    task({ id: "3", commitment: c, state: "missed" }),
    task({ id: "4", commitment: d, mine: true, state: "met" }),
    task({ id: "5", commitment: d, mine: true, state: "cancelled" }),
    task({ id: "6", commitment: "nap1999-01.a", mine: true }), // its commitment was withdrawn since
  ]
  const named = (section: "mine" | "missed") =>
    itemsOf(rows, tasks, { section, lane: "finding" }).map(({ row, lane, task }) => [row.commitment.id, lane, task?.id])
  expect(named("mine")).toEqual([
    [a, "claim", "1"],
    [b, "finding", "2"],
  ])
  expect(named("missed")).toEqual([
    [b, "finding", "2"],
    [c, "finding", "3"],
  ])
  const mine = itemsOf(rows, tasks, { section: "mine", lane: "finding" })
  expect(filterItems(mine, { ...all, section: "mine", age: "stale" })).toEqual(mine)
})

test("in the whole list a commitment says who has it, in its lane", () => {
  const id = rows.claim[3]!.commitment.id
  const tasks = [task({ id: "old", commitment: id, state: "missed" }), task({ id: "new", commitment: id })]
  const of = (lane: "finding" | "claim") =>
    itemsOf(rows, tasks, { section: "stale", lane }).find(({ row }) => row.commitment.id === id)!.task?.id
  expect(of("finding")).toBe("new")
  expect(of("claim")).toBeUndefined()
})
