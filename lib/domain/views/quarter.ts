import type { Task } from "@/lib/domain/assignment"
import { addDays, addMonths, type Day } from "@/lib/domain/date"
import type { Snapshot } from "@/lib/domain/ledger"
import type { Remit } from "@/lib/domain/policy"
import { isWithin } from "@/lib/domain/remit"
import type { Lane } from "@/lib/domain/scale"
import { queueOf, type QueueRow } from "@/lib/domain/views/queue"

/** How long a look keeps a commitment true; unit: months. */
export const TRUE_FOR = 3
const WEEKS_OF_A_QUARTER = 13

/** A calendar quarter, first and last day. */
export type Quarter = { from: Day; to: Day }

export function quarterOf(day: Day): Quarter {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  const from = `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`
  return { from, to: addDays(addMonths(from, 3), -1) }
}

/** 0 for Monday to 6 for Sunday. */
const weekday = (day: Day) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
const FRIDAY = 4

/** The last working day of each week of a quarter, ascending; Pakistan works Monday to Friday. */
export function weekEnds({ from, to }: Quarter): Day[] {
  const ends: Day[] = []
  for (let monday = addDays(from, -weekday(from)); monday <= to; monday = addDays(monday, 7)) {
    const friday = addDays(monday, FRIDAY)
    const end = friday <= to ? friday : to
    // A quarter that ends on a weekend has had its Friday; one that begins on a weekend begins on Monday.
    if (end >= from && weekday(end) <= FRIDAY) ends.push(end)
  }
  return ends
}

/** The last working day of the week a day is in, or of the next one where that day has come. */
export const nextWeekEnd = (day: Day): Day => addDays(day, ((FRIDAY - weekday(day) + 6) % 7) + 1)

/** Somebody a plan may give work to. */
export type Helper = { id: string; remit: Remit | null }
/** Open work that is given out already: it is neither given twice nor forgotten when the rest is spread. */
export type Taken = Pick<Task, "commitment" | "lane" | "dueOn"> & { assignee: string }

/**
 * How to have looked at everything by the end of the quarter. `all` commitments of the lane, `due` not looked at in the last
 * three months before its end, of which `assigned` are given out. `needed`: how many a week, together, from now on;
 * `usual`: how many a week keep everything true all year. `left` finds no place or nobody who works on it.
 */
export type QuarterPlan = {
  quarter: Quarter
  all: number
  due: QueueRow[]
  assigned: number
  needed: number
  usual: number
  weeks: { dueOn: Day; shares: { person: string; rows: QueueRow[] }[] }[]
  left: QueueRow[]
}

/**
 * Spreads what is due over the weeks that are left and the people: the stalest and most important first, weeks even,
 * people of a week even, nobody over their share of `perWeek` (all of them together; null for whatever it takes).
 */
export function quarterPlan(
  facts: Snapshot,
  lane: Lane,
  people: readonly Helper[],
  today: Day,
  perWeek: number | null = null,
  taken: readonly Taken[] = [],
): QuarterPlan {
  const quarter = quarterOf(today)
  const rows = queueOf(facts, lane, today)
  const limit = addMonths(quarter.to, -TRUE_FOR)
  const due = rows.filter((row) => row.checkedOn === null || row.checkedOn < limit)
  const given = new Set(taken.flatMap((it) => (it.lane === lane ? [it.commitment] : [])))
  const free = due.filter((row) => !given.has(row.commitment.id))
  // Work of a single day is no plan: a week counts while its last day is still to come.
  const ends = weekEnds(quarter).filter((end) => end > today)
  const weeks = ends.map((dueOn, at) => {
    const loads = new Map(people.map(({ id }) => [id, 0]))
    for (const it of taken) {
      const isThisWeek = it.dueOn <= dueOn && it.dueOn > (ends[at - 1] ?? today)
      if (isThisWeek && loads.has(it.assignee)) loads.set(it.assignee, loads.get(it.assignee)! + 1)
    }
    return { dueOn, loads, room: 0, shares: new Map<string, QueueRow[]>(people.map(({ id }) => [id, []])) }
  })
  const needed = weeks.length === 0 ? free.length : Math.ceil(free.length / weeks.length)
  const ceiling = perWeek ?? Infinity
  makeRoom(weeks, people.length === 0 ? 0 : free.length, ceiling)

  const shareOf = people.length === 0 ? 0 : Math.ceil(ceiling / people.length)
  const totals = new Map(people.map(({ id }) => [id, 0]))
  const left: QueueRow[] = []
  for (const row of free) {
    const able = people.filter(({ remit }) => isWithin(remit, { plan: row.plan, track: row.commitment.track }))
    const place = weeks.find((week) => week.room > 0 && able.some(({ id }) => week.loads.get(id)! < shareOf))
    if (!place) {
      left.push(row)
      continue
    }
    const person = able
      .filter(({ id }) => place.loads.get(id)! < shareOf)
      .reduce((best, next) => (isLighter(next.id, best.id, place.loads, totals) ? next : best)).id
    place.shares.get(person)!.push(row)
    place.loads.set(person, place.loads.get(person)! + 1)
    totals.set(person, totals.get(person)! + 1)
    place.room -= 1
  }
  return {
    quarter,
    all: rows.length,
    due,
    assigned: due.length - free.length,
    needed,
    usual: Math.ceil(rows.length / WEEKS_OF_A_QUARTER),
    weeks: weeks.map(({ dueOn, shares }) => ({
      dueOn,
      shares: [...shares].map(([person, mine]) => ({ person, rows: mine })),
    })),
    left,
  }
}

/** Gives the weeks room for `count` more, always the emptiest one first, none above the ceiling. */
function makeRoom(weeks: { loads: Map<string, number>; room: number }[], count: number, ceiling: number): void {
  const full = weeks.map(({ loads }) => [...loads.values()].reduce((sum, load) => sum + load, 0))
  for (let placed = 0; placed < count; placed++) {
    const at = full.indexOf(Math.min(...full))
    if (at < 0 || full[at]! >= ceiling) return
    full[at]! += 1
    weeks[at]!.room += 1
  }
}

function isLighter(a: string, b: string, loads: Map<string, number>, totals: Map<string, number>): boolean {
  return loads.get(a)! !== loads.get(b)! ? loads.get(a)! < loads.get(b)! : totals.get(a)! < totals.get(b)!
}

/** How one week of a running plan went. The week is named by its last working day. */
export type WeekProgress = { dueOn: Day; met: number; late: number; open: number; missed: number }

/** The assignments due in a quarter, by week; what was taken back in time is left out. */
export function weeksOf(assignments: readonly { dueOn: Day; state: string }[], quarter: Quarter): WeekProgress[] {
  const ends = weekEnds(quarter)
  return ends.map((dueOn, at) => {
    const isLast = at === ends.length - 1
    const mine = assignments.filter(
      (it) =>
        it.dueOn >= quarter.from && it.dueOn <= (isLast ? quarter.to : dueOn) && (at === 0 || it.dueOn > ends[at - 1]!),
    )
    const count = (state: string) => mine.filter((it) => it.state === state).length
    return { dueOn, met: count("met"), late: count("late"), open: count("open"), missed: count("missed") }
  })
}
