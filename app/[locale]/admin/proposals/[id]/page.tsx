import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { type Draft, draftOf } from "@/components/admin/proposal/draft"
import { ProposalForm } from "@/components/admin/proposal/proposal-form"
import { ProposalNotices } from "@/components/admin/review/notices"
import { ReviewScreen } from "@/components/admin/review/review-screen"
import { ledger } from "@/lib/data/ledger"
import { clashes, findProposal } from "@/lib/data/proposal-list"
import { settings } from "@/lib/data/settings"
import { dayOf } from "@/lib/domain/date"
import { effectOf } from "@/lib/domain/effect"
import { snapshot } from "@/lib/domain/ledger"
import { can } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { stepsOf } from "@/lib/domain/views/review"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { formProps } from "@/app/[locale]/admin/form-props"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

type Page = AdminPage<"id">

export const generateMetadata = ({ params }: Page): Promise<Metadata> =>
  titled(params, (admin) => admin.review.listTitle)

/** Its author writes on; everybody else, and the author of what is already sent, sees what it changes. */
export default async function ProposalPage(page: Page) {
  const { id } = await page.params
  const { locale, actor, search } = await admit(page, `/admin/proposals/${id}`, "proposal.write")
  const proposal = await findProposal(actor, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound()
    throw error
  })
  const held = await ledger()
  const found = ["published", "withdrawn"].includes(proposal.status) ? [] : clashes(held, proposal)
  const isOpen = proposal.status === "draft" || proposal.status === "changes-requested" || search.get("edit") === "1"
  const isEditable = proposal.mine && isOpen && !["published", "withdrawn"].includes(proposal.status)

  // A published proposal is shown against what stood before it.
  const facts = snapshot(held, proposal.revision === null ? held.newest : proposal.revision - 1)
  const now = new Date().toISOString()
  const review = {
    locale,
    proposal,
    facts,
    steps: stepsOf(facts, proposal.operations),
    effect: effectOf(facts, proposal.operations, dayOf(now)),
    clashing: found.length > 0,
    mayReview: can(actor, "proposal.review") && (!proposal.mine || settings().team === "one-person"),
    now,
  }
  if (!isEditable) return <ReviewScreen {...review} />

  const initial: Draft = draftOf(proposal, (name) => snapshot(held, proposal.base).records.assessment.get(name))
  const props = await formProps(locale, [
    ...initial.items.map((item) => item.commitment),
    ...search.getAll("commitment"),
  ])
  return (
    <>
      <ProposalNotices {...review} />
      <ProposalForm key={proposal.id} {...props} initial={initial} stored={proposal} keepAs={proposal.id} />
    </>
  )
}
