import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, addMonths, type Day } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import type { Remit } from "@/lib/domain/policy"
import { type Helper, nextWeekEnd, quarterOf, quarterPlan, weekEnds, weeksOf } from "@/lib/domain/views/quarter"
import { queueOf } from "@/lib/domain/views/queue"
import { datasetLedger, published } from "./sample"

const held = datasetLedger()
const facts = snapshot(held, 1)
const someDay = fc.integer({ min: 0, max: 1460 }).map((at) => addDays("2026-01-01", at))
const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay()
const helpers = (count: number, remit: Remit | null = null): Helper[] =>
  Array.from({ length: count }, (_, at) => ({ id: `person-${at}`, remit }))

test("a quarter is three whole months, and its weeks end on working days in rising order", () => {
  expect(quarterOf("2026-11-22")).toEqual({ from: "2026-10-01", to: "2026-12-31" })
  expect(quarterOf("2028-02-29")).toEqual({ from: "2028-01-01", to: "2028-03-31" })
  // The last day is a Thursday: it stands in for its Friday.
  expect(weekEnds(quarterOf("2026-11-22")).slice(-2)).toEqual(["2026-12-25", "2026-12-31"])
  fc.assert(
    fc.property(someDay, (day) => {
      const quarter = quarterOf(day)
      expect(quarter.from <= day && day <= quarter.to).toBe(true)
      expect(quarter.to).toBe(addDays(addMonths(quarter.from, 3), -1))
      const ends = weekEnds(quarter)
      expect(ends.length).toBeGreaterThanOrEqual(13)
      expect(ends.length).toBeLessThanOrEqual(14)
      expect([...ends].sort()).toEqual(ends)
      for (const end of ends) {
        expect(end >= quarter.from && end <= quarter.to).toBe(true)
        // Never a weekend, and a Friday unless the quarter is over before.
        expect([1, 2, 3, 4, 5]).toContain(weekday(end))
        expect(weekday(end) === 5 || end === quarter.to).toBe(true)
      }
    }),
  )
})

test("what is handed out by hand is proposed for a Friday still to come", () => {
  expect(nextWeekEnd("2026-11-22")).toBe("2026-11-27")
  expect(nextWeekEnd("2026-11-27")).toBe("2026-12-04")
  fc.assert(
    fc.property(someDay, (day) => {
      const end = nextWeekEnd(day)
      expect(weekday(end)).toBe(5)
      expect(end > day && end <= addDays(day, 7)).toBe(true)
    }),
  )
})

const question = fc.record({
  today: someDay,
  people: fc.integer({ min: 1, max: 5 }),
  perWeek: fc.option(fc.integer({ min: 1, max: 30 })),
  lane: fc.constantFrom("finding" as const, "claim" as const),
})

test("every commitment that is due is given to exactly one person in one week, or left over by name", () => {
  fc.assert(
    fc.property(question, ({ today, people, perWeek, lane }) => {
      const plan = quarterPlan(facts, lane, helpers(people), today, perWeek)
      const given = plan.weeks.flatMap(({ shares }) => shares.flatMap(({ rows }) => rows.map((it) => it.commitment.id)))
      const all = [...given, ...plan.left.map((it) => it.commitment.id)]
      expect(new Set(all).size).toBe(all.length)
      expect([...all].sort()).toEqual(plan.due.map((it) => it.commitment.id).sort())
      if (perWeek === null && plan.weeks.length > 0) expect(plan.left).toEqual([])
    }),
  )
})

test("weeks are even, people of a week are even, and nobody has more than their share", () => {
  fc.assert(
    fc.property(question, ({ today, people, perWeek, lane }) => {
      const plan = quarterPlan(facts, lane, helpers(people), today, perWeek)
      const weekly = plan.weeks.map(({ shares }) => shares.reduce((sum, { rows }) => sum + rows.length, 0))
      if (weekly.length > 0) expect(Math.max(...weekly) - Math.min(...weekly)).toBeLessThanOrEqual(1)
      for (const { shares } of plan.weeks) {
        const loads = shares.map(({ rows }) => rows.length)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
        if (perWeek !== null) {
          expect(loads.reduce((sum, load) => sum + load, 0)).toBeLessThanOrEqual(perWeek)
          expect(Math.max(...loads)).toBeLessThanOrEqual(Math.ceil(perWeek / people))
        }
      }
      const totals = helpers(people).map(
        ({ id }) =>
          plan.weeks.flatMap(({ shares }) => shares.filter((it) => it.person === id).flatMap((it) => it.rows)).length,
      )
      expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(1)
      // As many as it takes is what the plan says it takes.
      if (perWeek === null && weekly.length > 0) expect(Math.max(...weekly)).toBe(plan.needed)
    }),
  )
})

test("the stalest and most important come in the first weeks", () => {
  const plan = quarterPlan(facts, "finding", helpers(2), "2026-11-22")
  const order = plan.due.map((it) => it.commitment.id)
  const place = plan.weeks.map(({ shares }) =>
    shares.flatMap(({ rows }) => rows.map((it) => order.indexOf(it.commitment.id))),
  )
  place.slice(1).forEach((week, at) => expect(Math.min(...week)).toBeGreaterThan(Math.max(...place[at]!)))
})

test("due means: not looked at in the last three months before the quarter's end", () => {
  const fresh = datasetLedger()
  const [a, b] = queueOf(facts, "finding", "2026-11-22")
    .filter((it) => it.standing)
    .map((it) => it.commitment.id)
  const check = (commitment: string, checkedOn: Day) => ({
    act: "add" as const,
    kind: "check" as const,
    record: { id: `${commitment}-check`, commitment, lane: "finding" as const, region: null, checkedOn, source: "reuters_dp" }, // prettier-ignore
  })
  published(fresh, [check(a!, "2026-09-30"), check(b!, "2026-09-29")], "re-check")
  const due = quarterPlan(snapshot(fresh, 2), "finding", [], "2026-11-22").due.map((it) => it.commitment.id)
  expect(due).not.toContain(a)
  expect(due).toContain(b)
})

test("what is assigned already is neither given twice nor forgotten in the weeks", () => {
  const today = "2026-11-22"
  const bare = quarterPlan(facts, "finding", helpers(2), today)
  const taken = bare.weeks[0]!.shares.flatMap(({ person, rows }) =>
    rows.map((row) => ({
      commitment: row.commitment.id,
      lane: "finding" as const,
      dueOn: bare.weeks[0]!.dueOn,
      assignee: person,
    })),
  )
  const plan = quarterPlan(facts, "finding", helpers(2), today, bare.needed, taken)
  const given = plan.weeks.map(({ shares }) => shares.flatMap(({ rows }) => rows.map((it) => it.commitment.id)))
  expect(plan.assigned).toBe(taken.length)
  expect(given.flat().filter((id) => taken.some((it) => it.commitment === id))).toEqual([])
  // Its first week is as full as it may be; the rest goes to the others.
  expect(given[0]).toEqual([])
  expect(given.flat().length).toBe(plan.due.length - taken.length)
})

test("a person gets only what lies within their remit; what nobody may check is left over", () => {
  const kinetic: Helper = { id: "k", remit: { plans: null, tracks: ["kinetic"] } }
  const plan = quarterPlan(facts, "finding", [kinetic], "2026-11-22")
  const given = plan.weeks.flatMap(({ shares }) => shares.flatMap(({ rows }) => rows))
  expect(given.length).toBeGreaterThan(10)
  expect(given.every((row) => row.commitment.track === "kinetic")).toBe(true)
  expect(plan.left.length).toBeGreaterThan(10)
  expect(plan.left.every((row) => row.commitment.track === "non-kinetic")).toBe(true)
})

test("with nobody to do it, or no week left, everything is left over", () => {
  expect(quarterPlan(facts, "finding", [], "2026-11-22").left.length).toBe(95)
  const late = quarterPlan(facts, "finding", helpers(2), "2026-12-31")
  expect(late.weeks).toEqual([])
  expect(late.left.length).toBe(late.due.length)
})

test("the weeks of a running plan count every assignment due in the quarter once, whatever its day", () => {
  const states = fc.constantFrom("met", "late", "open", "missed")
  const assignment = fc.record({ dueOn: someDay, state: states })
  fc.assert(
    fc.property(someDay, fc.array(assignment, { maxLength: 60 }), (day, assignments) => {
      const quarter = quarterOf(day)
      const weeks = weeksOf(assignments, quarter)
      for (const state of ["met", "late", "open", "missed"] as const) {
        const inQuarter = assignments.filter(
          (it) => it.state === state && it.dueOn >= quarter.from && it.dueOn <= quarter.to,
        )
        expect(weeks.reduce((sum, week) => sum + week[state], 0)).toBe(inQuarter.length)
      }
    }),
  )
})
