import { z } from "zod"
import { Day, dayOf, daysBetween, type Instant } from "@/lib/domain/date"
import { type Cell, cellOf, type Ledger, order, type Version } from "@/lib/domain/ledger"
import type { Assessment, Check } from "@/lib/domain/records"
import { Lane } from "@/lib/domain/scale"

/**
 * How an assignment stands. `met`: published on within its days; `late`: after its due day; `missed`: the day has
 * passed and nobody has looked; `open`: there is still time; `cancelled`: taken back before its day had passed.
 */
export const AssignmentState = z.enum(["open", "met", "late", "missed", "cancelled"])
export type AssignmentState = z.infer<typeof AssignmentState>

/** The most commitments one request may hand out: a whole quarter of a plan and more. */
export const MOST_ASSIGNMENTS = 200

const AssignmentItem = z.strictObject({
  commitment: z.string().max(80),
  lane: Lane.default("finding"),
  assignee: z.string().max(80).describe("Id of the person who is to check it."),
  dueOn: Day.describe("The last day for it. It never moves; a missed one stays missed."),
})

/** Who is to check what by when; all of it or none. */
export const AssignmentInput = z
  .strictObject({ items: z.array(AssignmentItem).min(1, "Choose at least one commitment.").max(MOST_ASSIGNMENTS) })
  .meta({ id: "AssignmentInput" })
export type AssignmentInput = z.infer<typeof AssignmentInput>

/** One commitment in one lane, whole territory, that somebody is to check by a day. */
export type Task = {
  commitment: string
  lane: Lane
  dueOn: Day
  createdAt: Instant
  cancelledAt: Instant | null
}

/** `doneAt`: the publication that settled it. `daysLate`: how long after its day, so far or for good; 0 if not late. */
export type Progress = { state: AssignmentState; doneAt: Instant | null; daysLate: number }

/** An assignment as the team sees it. Names a person; for signed-in editors only. */
export type Assignment = Task &
  Progress & {
    id: string
    assignee: { id: string; name: string }
    mine: boolean
    /** Whether the reader may take it back. */
    mayCancel: boolean
  }

/** When somebody published a check or an assessment of a cell, oldest first. */
export type Looks = ReadonlyMap<Cell, readonly Instant[]>

/**
 * Every published look at every cell. What was taken back does not count, and neither does what nobody looked for:
 * the starting data and a removal by law.
 */
export function looksOf(ledger: Ledger): Looks {
  const looks = new Map<Cell, Instant[]>()
  const tables = [ledger.versions.assessment, ledger.versions.check] as Map<string, Version<"assessment" | "check">[]>[]
  for (const table of tables) {
    for (const versions of table.values()) {
      if (versions.at(-1)!.withdrawn) continue
      for (const { revision, record, withdrawn } of versions) {
        const { kind, publishedAt } = ledger.revisions[revision - 1]!
        if (withdrawn || kind === "dataset" || kind === "redaction") continue
        const cell = cellOf(record as Assessment | Check)
        looks.set(cell, [...(looks.get(cell) ?? []), publishedAt])
      }
    }
  }
  for (const list of looks.values()) list.sort(order)
  return looks
}

/**
 * How a task stands on a day. Its due day never moves: once missed it can only become late. Taking it back after its
 * day had passed changes nothing.
 */
export function progressOf(task: Task, looks: Looks, today: Day): Progress {
  const cell = cellOf({ commitment: task.commitment, lane: task.lane, region: null })
  const doneAt = looks.get(cell)?.find((at) => at > task.createdAt) ?? null
  const cancelledAt = task.cancelledAt !== null && dayOf(task.cancelledAt) <= task.dueOn ? task.cancelledAt : null
  if (doneAt !== null && dayOf(doneAt) <= task.dueOn && (cancelledAt === null || doneAt < cancelledAt)) {
    return { state: "met", doneAt, daysLate: 0 }
  }
  if (cancelledAt !== null) return { state: "cancelled", doneAt: null, daysLate: 0 }
  if (doneAt !== null) return { state: "late", doneAt, daysLate: daysBetween(task.dueOn, dayOf(doneAt)) }
  if (today > task.dueOn) return { state: "missed", doneAt: null, daysLate: daysBetween(task.dueOn, today) }
  return { state: "open", doneAt: null, daysLate: 0 }
}
