import "server-only"
import type { Tx } from "@/lib/data/db"
import { findProposal } from "@/lib/data/proposal-list"
import { write } from "@/lib/data/write"
import type { Actor } from "@/lib/domain/policy"
import type { Proposal, ProposalStatus } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"

/** One act on a proposal the reader can see, with its audit entry; answers with the proposal as it then is. */
export async function step(
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

/** Moves an open proposal on, if it is still at the version somebody saw. @throws Refusal `conflict`, `not_found`. */
export async function move(tx: Tx, id: string, version: number, from: ProposalStatus[], data: object): Promise<void> {
  const { count } = await tx.proposal.updateMany({
    where: { id, version, status: { in: from } },
    data: { ...data, version: { increment: 1 }, updatedAt: new Date() },
  })
  if (count === 1) return
  const row = await tx.proposal.findUnique({ where: { id } })
  throw row ? moved(row) : missing()
}

export const moved = (row: { version: number; status: string }) =>
  new Refusal(
    "conflict",
    "The proposal has changed since you opened it.",
    {},
    { version: row.version, status: row.status },
  )
export const missing = () => new Refusal("not_found", "There is no such proposal.")
export const audited = (action: string, id: string) => ({
  value: undefined,
  audit: { action, subject: `proposal:${id}`, detail: {} },
})
/** What a notice about a proposal carries. */
export const about = (id: string, reason: string, revision: number | null = null) => ({
  subject: `proposal:${id}`,
  detail: { reason, revision },
})
