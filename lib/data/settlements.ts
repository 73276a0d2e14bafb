import "server-only"
import { ledger } from "@/lib/data/ledger"
import { clashes, findProposal } from "@/lib/data/proposal-list"
import { missing, moved } from "@/lib/data/proposal-step"
import { changeProposal } from "@/lib/data/proposals"
import { clashesSince, settled, type SettleInput } from "@/lib/domain/conflict"
import { dayOf } from "@/lib/domain/date"
import { type Actor, assertCan } from "@/lib/domain/policy"
import { OPEN, type Proposal } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { clashesOf } from "@/lib/domain/views/review"

/**
 * Writes one's own proposal anew on the newest revision, each field as chosen where both sides changed it. The steps
 * themselves stay here, so that an import of thousands can be settled too.
 * @throws Refusal `not_found`; `conflict` when the proposal moved, or when somebody published on it once more;
 * `invalid` when nothing is left of it or a step cannot go on, by its place among those kept.
 */
export async function settleConflict(actor: Actor, id: string, input: SettleInput): Promise<Proposal> {
  assertCan(actor, "proposal.write")
  const proposal = await findProposal(actor, id)
  if (!proposal.mine) throw missing()
  if (proposal.version !== input.version || !OPEN.includes(proposal.status)) throw moved(proposal)
  const held = await ledger()
  const since = clashesSince(held, proposal.operations, Math.min(input.newest, held.newest))
  if (since.length > 0) {
    throw new Refusal("conflict", "Somebody published on the same record once more.", {}, { conflicts: since })
  }
  const today = dayOf(new Date().toISOString())
  const { operations, change } = settled(proposal, clashesOf(held, proposal, clashes(held, proposal), today), input)
  if (operations.length === 0) {
    throw new Refusal("invalid", "Nothing is left of it.", { operations: ["Propose at least one change."] })
  }
  return changeProposal(actor, id, { version: input.version, base: held.newest, operations, change })
}
