import "server-only"
import { read } from "@/lib/data/write"
import { clashesSince } from "@/lib/domain/conflict"
import type { Ledger } from "@/lib/domain/ledger"
import { type Actor, assertCan, personOf } from "@/lib/domain/policy"
import {
  type Change,
  OPEN,
  type Operation,
  type Proposal,
  type ProposalStatus,
  type StepComment,
  type Verdict,
} from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"

/** One proposal. A draft is its author's alone: to others it is missing. @throws Refusal `not_found`. */
export async function findProposal(actor: Actor, id: string): Promise<Proposal> {
  assertCan(actor, "proposal.write")
  const [found] = await listed(actor, { id })
  if (!found) throw new Refusal("not_found", "There is no such proposal.")
  return found
}

/** Proposals the reader may see, newest change first. */
export async function listProposals(actor: Actor, statuses: ProposalStatus[] = OPEN): Promise<Proposal[]> {
  assertCan(actor, "proposal.write")
  return listed(actor, { status: { in: statuses } })
}

/** The keys that somebody published on since the proposal's base, with the newest such revision. */
export const clashes = (held: Ledger, { operations, base }: Pick<Proposal, "operations" | "base">) =>
  clashesSince(held, operations, base)

async function listed(actor: Actor, where: { id: string } | { status: { in: ProposalStatus[] } }): Promise<Proposal[]> {
  const { id: reader } = personOf(actor)
  return read(async (tx) => {
    const rows = await tx.proposal.findMany({
      where: { AND: [where, { OR: [{ authorId: reader }, { status: { not: "draft" } }] }] },
      include: { reviews: { orderBy: { at: "asc" } } },
      orderBy: { updatedAt: "desc" },
      take: 200,
    })
    const named = rows.flatMap((row) =>
      [row.authorId, row.askedId ?? [], row.reviews.map((it) => it.reviewerId)].flat(),
    )
    const people = await tx.user.findMany({
      where: { id: { in: named } },
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
      reviews: row.reviews.map(({ version, verdict, note, comments, reviewerId, at }) => ({
        version,
        verdict: verdict as Verdict,
        note,
        comments: comments as StepComment[],
        reviewer: name(reviewerId),
        at: at.toISOString(),
      })),
      undoes: row.undoes,
      asked: row.askedId === null ? null : { id: row.askedId, name: name(row.askedId) },
      revision: revisions.find((revision) => revision.proposalId === row.id)?.number ?? null,
    }))
  })
}
