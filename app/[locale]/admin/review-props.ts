import type { ReviewScreenProps } from "@/components/admin/review/review-screen"
import { codingsOf } from "@/lib/data/blind-codings"
import { ledger } from "@/lib/data/ledger"
import { clashes } from "@/lib/data/proposal-list"
import { settings } from "@/lib/data/settings"
import { dayOf } from "@/lib/domain/date"
import { effectOf } from "@/lib/domain/effect"
import { snapshot } from "@/lib/domain/ledger"
import { can } from "@/lib/domain/policy"
import { OPEN, type Proposal } from "@/lib/domain/proposal"
import { stepsOf } from "@/lib/domain/views/review"
import type { Admitted } from "@/app/[locale]/admin/admit"

/** What the review screen needs of a proposal, for whoever was let in. */
export async function reviewProps(
  { locale, actor, person, search }: Admitted,
  proposal: Proposal,
): Promise<ReviewScreenProps> {
  const held = await ledger()
  // A published proposal is shown against what stood before it.
  const facts = snapshot(held, proposal.revision === null ? held.newest : proposal.revision - 1)
  const now = new Date().toISOString()
  return {
    locale,
    proposal,
    facts,
    steps: stepsOf(facts, proposal.operations),
    effect: effectOf(facts, proposal.operations, dayOf(now)),
    clashing: OPEN.includes(proposal.status) && clashes(held, proposal).length > 0,
    mayReview: can(actor, "proposal.review") && (!proposal.mine || settings().team === "one-person"),
    reader: person.id,
    codings: await codingsOf(actor, proposal.id),
    page: Number(search.get("page")) || 1,
    now,
  }
}
