import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { sha256 } from "@/lib/data/chain"
import type { Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { publish, type Published } from "@/lib/data/publish"
import { settings } from "@/lib/data/settings"
import { read, write } from "@/lib/data/write"
import { type Day, dayOf } from "@/lib/domain/date"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, assertSecondPerson, can, personOf } from "@/lib/domain/policy"
import {
  assertSound,
  type Change,
  conflicts,
  type Operation,
  type Proposal,
  type ProposalInput,
  type ProposalPatch,
  type ProposalStatus,
  type ReviewInput,
  withIds,
} from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"

const OPEN: ProposalStatus[] = ["draft", "submitted", "changes-requested"]

/**
 * Starts a draft. With an idempotency key a repeated request finds the first one's draft.
 * @throws Refusal `invalid` for operations that could not be published.
 */
export async function createProposal(actor: Actor, input: ProposalInput, key: string | null = null): Promise<Proposal> {
  assertCan(actor, "proposal.write")
  const { id: authorId } = personOf(actor)
  const held = await ledger()
  const base = checkedBase(input.base ?? held.newest, held)
  const id = key === null ? randomUUID() : `k${sha256(`${authorId}:${key}`).slice(0, 31)}`
  const existing = key === null ? null : await read((tx) => tx.proposal.findUnique({ where: { id } }))
  if (existing) return findProposal(actor, id)
  const operations = withIds(input.operations, randomName)
  assertSound(operations, input.change, snapshot(held, base), today())
  const { change, reasonEn, reasonUr, note } = input
  try {
    await write(actor, "proposal.write", async (tx) => {
      await tx.proposal.create({
        data: { id, status: "draft", authorId, base, change, reasonEn, reasonUr, note, operations },
      })
      return audited("proposal.create", id)
    })
  } catch (error) {
    // The same request twice at once: the first one's draft answers both.
    if (key === null || !(error instanceof Refusal && error.code === "conflict")) throw error
  }
  return findProposal(actor, id)
}

/** Changes one's own open proposal; it becomes a draft again, since approval is bound to exact content. */
export async function changeProposal(actor: Actor, id: string, patch: ProposalPatch): Promise<Proposal> {
  assertCan(actor, "proposal.write")
  const before = await findProposal(actor, id)
  if (!before.mine) throw missing()
  const held = await ledger()
  const { version, ...changes } = patch
  const next = {
    change: changes.change ?? before.change,
    reasonEn: changes.reasonEn ?? before.reasonEn,
    reasonUr: changes.reasonUr === undefined ? before.reasonUr : changes.reasonUr,
    note: changes.note === undefined ? before.note : changes.note,
    base: checkedBase(changes.base ?? before.base, held),
    operations: changes.operations ? withIds(changes.operations, randomName) : before.operations,
  }
  assertSound(next.operations, next.change, snapshot(held, next.base), today())
  await write(actor, "proposal.write", async (tx) => {
    await move(tx, id, version, OPEN, { ...next, status: "draft" })
    return audited("proposal.change", id)
  })
  return findProposal(actor, id)
}

/** Sends one's own draft for review. */
export async function submitProposal(actor: Actor, id: string, version: number): Promise<Proposal> {
  return step(actor, "proposal.submit", id, async (tx, before) => {
    if (!before.mine) throw missing()
    await move(tx, id, version, ["draft", "changes-requested"], { status: "submitted" })
  })
}

/** Takes one's own open proposal back. */
export async function withdrawProposal(actor: Actor, id: string, version: number): Promise<Proposal> {
  return step(actor, "proposal.withdraw", id, async (tx, before) => {
    if (!before.mine && !can(actor, "people.manage")) throw missing()
    await move(tx, id, version, OPEN, { status: "withdrawn" })
  })
}

/** A second person's verdict on one version; the database refuses a second verdict and one's own work. */
export async function reviewProposal(actor: Actor, id: string, review: ReviewInput): Promise<Proposal> {
  assertCan(actor, "proposal.review")
  const { id: reviewerId } = personOf(actor)
  const { team } = settings()
  return step(actor, `proposal.${review.verdict}`, id, async (tx) => {
    const { authorId, version } = await submitted(tx, id, review.version)
    assertSecondPerson(team, authorId, reviewerId)
    const { verdict, note } = review
    await tx.review.create({
      data: { id: randomUUID(), proposalId: id, authorId, reviewerId, version, verdict, note, team },
    })
    if (verdict === "changes-requested") {
      await tx.proposal.update({ where: { id }, data: { status: "changes-requested", updatedAt: new Date() } })
    }
  })
}

/**
 * Publishes a submitted proposal as one revision. The publisher must not be the author (unless the team has one
 * person); publishing a version nobody has judged is itself the approval.
 * @throws Refusal `conflict` when somebody published on the same record since the base, or the version moved.
 */
export async function publishProposal(actor: Actor, id: string, version: number): Promise<Published> {
  assertCan(actor, "proposal.publish")
  const { id: publisherId } = personOf(actor)
  const { team } = settings()
  return publish(
    actor,
    "proposal.publish",
    async (tx) => {
      const row = await submitted(tx, id, version)
      assertSecondPerson(team, row.authorId, publisherId)
      const judged = await tx.review.findFirst({ where: { proposalId: id, version } })
      if (!judged) {
        await tx.review.create({
          data: {
            id: randomUUID(),
            proposalId: id,
            authorId: row.authorId,
            reviewerId: publisherId,
            version,
            verdict: "approved",
            note: null,
            team,
          },
        })
      }
      return {
        kind: row.change as Change,
        reason: { en: row.reasonEn, ur: row.reasonUr },
        operations: row.operations as Operation[],
        base: row.base,
        proposalId: id,
        authorId: row.authorId,
        publisherId,
        team,
      }
    },
    async (tx) => {
      await tx.proposal.update({ where: { id }, data: { status: "published", updatedAt: new Date() } })
    },
  )
}

/** One proposal. A draft is its author's alone: to others it is missing. @throws Refusal `not_found`. */
export async function findProposal(actor: Actor, id: string): Promise<Proposal> {
  assertCan(actor, "proposal.write")
  const [found] = await listed(actor, { id })
  if (!found) throw missing()
  return found
}

/** Proposals the reader may see, newest change first. */
export async function listProposals(actor: Actor, statuses: ProposalStatus[] = OPEN): Promise<Proposal[]> {
  assertCan(actor, "proposal.write")
  return listed(actor, { status: { in: statuses } })
}

/** The keys that somebody published on since the proposal's base, with the newest such revision. */
export function clashes(held: Ledger, proposal: Pick<Proposal, "operations" | "base">) {
  const facts = snapshot(held, held.newest)
  return conflicts(proposal.operations, facts, held.revisions.slice(proposal.base), proposal.base)
}

async function listed(actor: Actor, where: { id: string } | { status: { in: ProposalStatus[] } }): Promise<Proposal[]> {
  const { id: reader } = personOf(actor)
  return read(async (tx) => {
    const rows = await tx.proposal.findMany({
      where: { AND: [where, { OR: [{ authorId: reader }, { status: { not: "draft" } }] }] },
      include: { reviews: { orderBy: { at: "asc" } } },
      orderBy: { updatedAt: "desc" },
      take: 200,
    })
    const people = await tx.user.findMany({
      where: { id: { in: rows.flatMap((row) => [row.authorId, ...row.reviews.map((review) => review.reviewerId)]) } },
      select: { id: true, name: true },
    })
    const revisions = await tx.revision.findMany({
      where: { proposalId: { in: rows.map((row) => row.id) } },
      select: { number: true, proposalId: true },
    })
    const name = (id: string) => people.find((person) => person.id === id)?.name ?? ""
    return rows.map((row) => ({
      id: row.id,
      version: row.version,
      status: row.status as ProposalStatus,
      base: row.base,
      change: row.change as Change,
      reasonEn: row.reasonEn,
      reasonUr: row.reasonUr,
      note: row.note,
      operations: row.operations as Operation[],
      author: name(row.authorId),
      mine: row.authorId === reader,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      reviews: row.reviews.map(({ version, verdict, note, reviewerId, at }) => ({
        version,
        verdict: verdict as "approved" | "changes-requested",
        note,
        reviewer: name(reviewerId),
        at: at.toISOString(),
      })),
      revision: revisions.find((revision) => revision.proposalId === row.id)?.number ?? null,
    }))
  })
}

async function step(
  actor: Actor,
  action: string,
  id: string,
  work: (tx: Tx, before: Proposal) => Promise<void>,
): Promise<Proposal> {
  const before = await findProposal(actor, id)
  await write(actor, "proposal.write", async (tx) => {
    await work(tx, before)
    return audited(action, id)
  })
  return findProposal(actor, id)
}

/** The row of a submitted proposal at the version somebody looked at, locked until the transaction ends. */
async function submitted(tx: Tx, id: string, version: number) {
  await tx.$queryRaw`SELECT id FROM "Proposal" WHERE id = ${id} FOR UPDATE`
  const row = await tx.proposal.findUnique({ where: { id } })
  if (!row || row.status === "draft") throw missing()
  if (row.status !== "submitted" || row.version !== version) throw moved(row)
  return row
}

async function move(tx: Tx, id: string, version: number, from: ProposalStatus[], data: object): Promise<void> {
  const { count } = await tx.proposal.updateMany({
    where: { id, version, status: { in: from } },
    data: { ...data, version: { increment: 1 }, updatedAt: new Date() },
  })
  if (count === 1) return
  const row = await tx.proposal.findUnique({ where: { id } })
  throw row ? moved(row) : missing()
}

const moved = (row: { version: number; status: string }) =>
  new Refusal(
    "conflict",
    "The proposal has changed since you opened it.",
    {},
    { version: row.version, status: row.status },
  )
const missing = () => new Refusal("not_found", "There is no such proposal.")
const audited = (action: string, id: string) => ({
  value: undefined,
  audit: { action, subject: `proposal:${id}`, detail: {} },
})
const randomName = () => randomBytes(4).toString("hex")
const today = (): Day => dayOf(new Date().toISOString())

function checkedBase(base: number, held: Ledger): number {
  if (base > held.newest)
    throw new Refusal("invalid", "There is no such revision.", { base: ["There is no such revision."] })
  return base
}
