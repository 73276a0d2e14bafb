import fc from "fast-check"
import { expect, test } from "vitest"
import { type Looks, looksOf, progressOf, type Task } from "@/lib/domain/assignment"
import { addDays } from "@/lib/domain/date"
import { cellOf, type Ledger } from "@/lib/domain/ledger"
import type { Assessment, Check } from "@/lib/domain/records"
import { datasetLedger, published, rows } from "./sample"

const CELL = cellOf({ commitment: "nap2014-01.a", lane: "finding", region: null })
const START = "2026-01-01"
const day = (at: number) => addDays(START, at)
/** Noon in Pakistan: nobody doubts which day it is. */
const noon = (at: number) => `${day(at)}T07:00:00.000Z`
const task = (fields: Partial<Task> = {}): Task => ({
  commitment: "nap2014-01.a",
  lane: "finding",
  createdAt: noon(0),
  dueOn: day(7),
  cancelledAt: null,
  ...fields,
})
const looks = (...days: number[]): Looks => new Map([[CELL, days.map(noon)]])
const state = (it: Task, seen: Looks, today: number) => progressOf(it, seen, day(today)).state

test("it is met when somebody publishes on it by the end of its due day, in Pakistan's time", () => {
  expect(state(task(), looks(7), 7)).toBe("met")
  const endOfDay: Looks = new Map([[CELL, [`${day(7)}T18:59:59.999Z`]]])
  const nextDay: Looks = new Map([[CELL, [`${day(7)}T19:00:00.000Z`]]])
  expect(state(task(), endOfDay, 20)).toBe("met")
  expect(progressOf(task(), nextDay, day(20))).toMatchObject({ state: "late", daysLate: 1 })
})

test("what was published before it was given out does not settle it", () => {
  expect(state(task(), looks(0), 3)).toBe("open")
  expect(state(task({ createdAt: noon(2) }), looks(1), 3)).toBe("open")
  expect(state(task({ createdAt: noon(2) }), looks(1, 4), 9)).toBe("met")
})

test("its due day itself is still open, the day after it is missed, a later look makes it late", () => {
  expect(state(task(), looks(), 7)).toBe("open")
  expect(progressOf(task(), looks(), day(9))).toEqual({ state: "missed", doneAt: null, daysLate: 2 })
  expect(progressOf(task(), looks(12), day(30))).toEqual({ state: "late", doneAt: noon(12), daysLate: 5 })
})

test("taking it back counts only while there is time: a missed day cannot be hidden", () => {
  expect(state(task({ cancelledAt: noon(3) }), looks(), 20)).toBe("cancelled")
  expect(state(task({ cancelledAt: noon(8) }), looks(), 20)).toBe("missed")
  expect(state(task({ cancelledAt: noon(5) }), looks(4), 20)).toBe("met")
  expect(state(task({ cancelledAt: noon(3) }), looks(4), 20)).toBe("cancelled")
})

test("another lane or a province settles nothing", () => {
  const other: Looks = new Map([
    [cellOf({ commitment: "nap2014-01.a", lane: "claim", region: null }), [noon(3)]],
    [cellOf({ commitment: "nap2014-01.a", lane: "finding", region: "KP" }), [noon(3)]],
  ])
  expect(state(task(), other, 5)).toBe("open")
})

test("as time goes on and looks are added, missed never becomes open or met again, and met stays met", () => {
  const given = fc.record({
    due: fc.integer({ min: 0, max: 20 }),
    seen: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
    cancelled: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  fc.assert(
    fc.property(given, ({ due, seen, cancelled }) => {
      const states = Array.from({ length: 42 }, (_, now) => {
        // Only what has happened by that evening is known.
        const known = looks(...[...seen].sort((a, b) => a - b).filter((at) => at <= now))
        const cancelledAt = cancelled !== null && cancelled <= now ? noon(cancelled) : null
        return state(task({ dueOn: day(due), cancelledAt }), known, now)
      })
      const NEXT = {
        open: ["open", "met", "missed", "late", "cancelled"],
        missed: ["missed", "late"],
        met: ["met"],
        late: ["late"],
        cancelled: ["cancelled"],
      }
      states.slice(1).forEach((next, at) => expect(NEXT[states[at]!]).toContain(next))
      states.forEach((each, now) => {
        if (now > due) expect(each).not.toBe("open")
      })
    }),
  )
})

const first = rows("assessment").find((it) => it.commitment === "nap2014-01.a" && it.lane === "finding")!
const check = (id: string, fields: Partial<Check> = {}) => ({
  act: "add" as const,
  kind: "check" as const,
  record: {
    id,
    commitment: "nap2014-01.a",
    lane: "finding" as const,
    region: null,
    checkedOn: "2026-01-01",
    source: "reuters_dp",
    ...fields,
  },
})
const at = (held: Ledger, number: number) => held.revisions[number - 1]!.publishedAt

test("a look is a published check or assessment of the cell; the starting data is none", () => {
  const held = datasetLedger()
  expect(looksOf(held).size).toBe(0)
  published(held, [check("check-1"), check("check-claim", { lane: "claim" })], "re-check")
  const changed: Assessment = { ...first, rationaleEn: "Looked at again." }
  published(held, [{ act: "change", kind: "assessment", record: changed }], "correction")
  expect(looksOf(held).get(first.region === null ? CELL : cellOf(first))).toContain(at(held, 3))
  expect(looksOf(held).get(CELL)).toContain(at(held, 2))
  expect(looksOf(held).get(cellOf({ commitment: "nap2014-01.a", lane: "claim", region: null }))).toEqual([at(held, 2)])
})

test("a check that was taken back is a look no longer", () => {
  const held = datasetLedger()
  published(held, [check("check-1")], "re-check")
  published(held, [{ act: "withdraw", kind: "check", id: "check-1" }], "correction")
  expect(looksOf(held).get(CELL)).toBeUndefined()
})

test("a removal by law is no look", () => {
  const held = datasetLedger()
  published(held, [{ act: "change", kind: "assessment", record: first }], "redaction")
  expect(looksOf(held).size).toBe(0)
})
