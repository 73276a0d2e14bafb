import "server-only"
import { randomUUID } from "node:crypto"
import { asDateColumn, type Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { notify } from "@/lib/data/notices"
import { read, write } from "@/lib/data/write"
import {
  type Assignment,
  type AssignmentInput,
  type AssignmentState,
  looksOf,
  progressOf,
  type Task,
} from "@/lib/domain/assignment"
import { type Day, dayOf } from "@/lib/domain/date"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, can, personOf, POLICY, Remit, type Role } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { isWithin, outsideRemit } from "@/lib/domain/remit"
import type { Lane } from "@/lib/domain/scale"
import { commitmentHead } from "@/lib/domain/views/scope"

/** Somebody who may check, and what their work is limited to (null: nothing). */
export type Colleague = { id: string; name: string; role: Role; remit: Remit | null }

/** Everybody active who may re-check, by name. For people who hand out work; never public. */
export async function colleagues(actor: Actor): Promise<Colleague[]> {
  assertCan(actor, "assignment.write")
  return read(async (tx) => {
    const rows = await tx.user.findMany({
      where: { role: { in: [...POLICY["recheck.publish"]] }, disabledAt: null },
      select: { id: true, name: true, role: true, remit: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    })
    return rows.map((row) => ({ ...row, role: row.role as Role, remit: Remit.nullable().parse(row.remit) }))
  })
}

/** Whether somebody may give work to others; everybody else only takes it on. */
export const mayAssignOthers = (actor: Actor) => can(actor, "proposal.review")

/**
 * Hands out commitments to check, all of them or none, and tells those who get them. A due day never moves: what is
 * open already must be taken back first, what was missed may be given out anew.
 * @throws Refusal `invalid` by field ("items.0.assignee"), `forbidden` for others' work and outside the remit,
 * `conflict` with `assigned`, the items that are open already.
 */
export async function assign(actor: Actor, { items }: AssignmentInput): Promise<Assignment[]> {
  assertCan(actor, "assignment.write")
  const { id: byId } = personOf(actor)
  if (!mayAssignOthers(actor) && items.some((it) => it.assignee !== byId)) {
    throw new Refusal("forbidden", "Your role may only take work on, not hand it out.", {}, { reason: "others-work" })
  }
  const held = await ledger()
  assertPossible(actor, items, held, await colleagues(actor))
  return write(actor, "assignment.write", async (tx) => {
    // Two people handing out the same commitment at once must not both succeed.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ASSIGNING})`
    const cells = items.map(({ commitment, lane }) => ({ commitment, lane }))
    const before = await shown(tx, actor, { OR: cells, cancelledAt: null })
    const fields = wrong(items, ({ commitment, lane }) =>
      before.some((it) => it.state === "open" && it.commitment === commitment && it.lane === lane)
        ? ["commitment", "Somebody has this to check already."]
        : null,
    )
    if (fields) throw new Refusal("conflict", "Somebody has some of these to check already.", fields)
    const data = items.map(({ commitment, lane, assignee, dueOn }) => ({
      id: randomUUID(),
      commitment,
      lane,
      assigneeId: assignee,
      dueOn: asDateColumn(dueOn),
      byId,
    }))
    await tx.assignment.createMany({ data })
    for (const assignee of new Set(items.map((it) => it.assignee))) {
      if (assignee === byId) continue
      const theirs = data.filter((it) => it.assigneeId === assignee)
      const first = items.filter((it) => it.assignee === assignee).reduce((a, b) => (b.dueOn < a.dueOn ? b : a))
      await notify(tx, [assignee], "assigned", {
        subject: `assignment:${theirs[0]!.id}`,
        detail: {
          commitment: first.commitment,
          code: codeOf(held, first.commitment),
          dueOn: first.dueOn,
          count: theirs.length,
        },
      })
    }
    const people = new Set(items.map((it) => it.assignee)).size
    return {
      value: (await shown(tx, actor, { id: { in: data.map(({ id }) => id) } })).map(withoutGiver),
      audit: {
        action: "assignment.create",
        subject: `assignment:${data[0]!.id}`,
        detail: { count: data.length, people },
      },
    }
  })
}

type Item = AssignmentInput["items"][number]

/** @throws Refusal `invalid`, `forbidden` for what could be given to nobody or not by or to these. */
function assertPossible(actor: Actor, items: readonly Item[], held: Ledger, able: readonly Colleague[]): void {
  const { commitment: commitments } = snapshot(held, held.newest).records
  const day = today()
  const seen = new Set<string>()
  const fields = wrong(items, (it) => {
    const name = `${it.commitment}/${it.lane}`
    if (seen.has(name)) return ["commitment", "This is named twice."]
    seen.add(name)
    const record = commitments.get(it.commitment)
    if (!record) return ["commitment", "There is no such commitment."]
    if (it.dueOn < day) return ["dueOn", "This day has passed."]
    const person = able.find(({ id }) => id === it.assignee)
    if (!person) return ["assignee", "This person cannot check anything here."]
    return isWithin(person.remit, record) ? null : ["assignee", "This person does not work on this plan or track."]
  })
  if (fields) throw new Refusal("invalid", "Some of this cannot be handed out.", fields)
  const remit = actor.kind === "person" ? (actor.remit ?? null) : null
  if (items.some((it) => !isWithin(remit, commitments.get(it.commitment)!))) throw outsideRemit()
}

/** Messages by field of a list ("items.0.dueOn"), or null where nothing is wrong. */
function wrong(items: readonly Item[], ask: (item: Item) => [field: string, message: string] | null) {
  const fields: Record<string, string[]> = {}
  items.forEach((item, at) => {
    const said = ask(item)
    if (said) fields[`items.${at}.${said[0]}`] = [said[1]]
  })
  return Object.keys(fields).length > 0 ? fields : null
}

const codeOf = (held: Ledger, commitment: string) => {
  const facts = snapshot(held, held.newest)
  return commitmentHead(facts, facts.records.commitment.get(commitment)!).code
}
const today = (): Day => dayOf(new Date().toISOString())

/** Our advisory lock for handing out work: "DUE" in bytes. */
const ASSIGNING = 0x445545

export type AssignmentFilter = {
  assignee?: string
  lane?: Lane
  commitment?: string
  states?: readonly AssignmentState[]
}

/** The most that one list holds, latest due day first: years of the work of a team. */
const MOST_LISTED = 5000

/** Assignments by due day, the earliest first, each with how it stands today. */
export async function listAssignments(actor: Actor, filter: AssignmentFilter = {}): Promise<Assignment[]> {
  assertCan(actor, "assignment.write")
  const { assignee, lane, commitment, states } = filter
  const all = await read((tx) => shown(tx, actor, { assigneeId: assignee, lane, commitment }))
  return (states ? all.filter((it) => states.includes(it.state)) : all).map(withoutGiver)
}

/**
 * Takes open work back. What was met, late or missed stays as it is.
 * @throws Refusal `not_found`, `forbidden` for somebody else's, `invalid` once its day has passed.
 */
export async function cancelAssignment(actor: Actor, id: string): Promise<void> {
  await write(actor, "assignment.write", async (tx) => {
    const [found] = await shown(tx, actor, { id })
    if (!found) throw new Refusal("not_found", "There is no such assignment.")
    if (!mayCancel(actor, found.byId)) throw new Refusal("forbidden", "Somebody else gave this out.")
    if (found.state !== "open" && found.state !== "cancelled") {
      throw new Refusal("invalid", "Its day has passed or it is done: it stays as it is.")
    }
    await tx.assignment.updateMany({ where: { id, cancelledAt: null }, data: { cancelledAt: new Date() } })
    return {
      value: undefined,
      audit: {
        action: "assignment.cancel",
        subject: `assignment:${id}`,
        detail: { commitment: found.commitment, lane: found.lane },
      },
    }
  })
}

const mayCancel = (actor: Actor, byId: string | null) =>
  mayAssignOthers(actor) || (actor.kind === "person" && byId === actor.id)

/** Who gave it out is nobody else's business. */
const withoutGiver = ({ byId: _, ...it }: Assignment & { byId: string | null }): Assignment => it

type Where = NonNullable<Parameters<Tx["assignment"]["findMany"]>[0]>["where"]

async function shown(tx: Tx, actor: Actor, where: Where): Promise<(Assignment & { byId: string | null })[]> {
  const rows = await tx.assignment.findMany({
    where,
    orderBy: [{ dueOn: "desc" }, { commitment: "desc" }, { id: "asc" }],
    take: MOST_LISTED,
  })
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.assigneeId))] } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const [looks, day] = [looksOf(await ledger()), today()]
  return rows.toReversed().map((row) => {
    const task: Task = {
      commitment: row.commitment,
      lane: row.lane as Lane,
      dueOn: row.dueOn.toISOString().slice(0, 10),
      createdAt: row.createdAt.toISOString(),
      cancelledAt: row.cancelledAt?.toISOString() ?? null,
    }
    const progress = progressOf(task, looks, day)
    return {
      id: row.id,
      ...task,
      ...progress,
      assignee: { id: row.assigneeId, name: names.get(row.assigneeId) ?? "" },
      mine: actor.kind === "person" && actor.id === row.assigneeId,
      mayCancel: progress.state === "open" && mayCancel(actor, row.byId),
      byId: row.byId,
    }
  })
}
