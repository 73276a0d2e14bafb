import "server-only"
import { asDateColumn, type Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { read, write } from "@/lib/data/write"
import { looksOf, type Task } from "@/lib/domain/assignment"
import { addDays, dayOf, type Instant } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { REMIND_BEFORE, reminderOf } from "@/lib/domain/notice"
import { type Actor, assertCan } from "@/lib/domain/policy"
import type { Lane } from "@/lib/domain/scale"
import { commitmentHead } from "@/lib/domain/views/scope"

/** A re-check missed longer ago than this was told of, or its person was not yet here; unit: days. */
const LOOK_BACK = 60

/**
 * Leaves the reminders of a day: re-checks due within three days and those that were missed, each told once, ever,
 * however many instances look at once. Returns how many were left.
 */
export async function remind(actor: Actor, now: Instant): Promise<number> {
  assertCan(actor, "assignment.write")
  const due = await read((tx) => dueReminders(tx, now))
  if (due.length === 0) return 0
  return write(actor, "assignment.write", async (tx) => {
    const { count } = await tx.notice.createMany({ data: due, skipDuplicates: true })
    return { value: count, audit: { action: "notices.remind", subject: "assignments", detail: { count } } }
  })
}

async function dueReminders(tx: Tx, now: Instant) {
  const today = dayOf(now)
  const rows = await tx.assignment.findMany({
    where: {
      cancelledAt: null,
      dueOn: { gte: asDateColumn(addDays(today, -LOOK_BACK)), lte: asDateColumn(addDays(today, REMIND_BEFORE)) },
    },
  })
  const told = await tx.notice.findMany({
    where: {
      subject: { in: rows.map(({ id }) => `assignment:${id}`) },
      kind: { in: ["recheck-due", "recheck-missed"] },
    },
    select: { subject: true, kind: true },
  })
  const isTold = new Set(told.map(({ subject, kind }) => `${subject}/${kind}`))
  const held = await ledger()
  const [looks, facts] = [looksOf(held), snapshot(held, held.newest)]
  return rows.flatMap((row) => {
    const task: Task = {
      commitment: row.commitment,
      lane: row.lane as Lane,
      dueOn: row.dueOn.toISOString().slice(0, 10),
      createdAt: row.createdAt.toISOString(),
      cancelledAt: null,
    }
    const kind = reminderOf(task, looks, today)
    const subject = `assignment:${row.id}`
    const commitment = facts.records.commitment.get(row.commitment)
    if (kind === null || !commitment || isTold.has(`${subject}/${kind}`)) return []
    const { code } = commitmentHead(facts, commitment)
    const detail = { commitment: row.commitment, code, lane: row.lane, dueOn: task.dueOn }
    return [{ personId: row.assigneeId, kind, subject, detail }]
  })
}
