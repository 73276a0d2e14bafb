import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ReviewAside } from "@/components/admin/evidence/review-aside"
import { type Draft, draftOf, isOfAssessments } from "@/components/admin/proposal/draft"
import { ProposalForm } from "@/components/admin/proposal/proposal-form"
import type { ChangeSet } from "@/components/admin/records/set/change-set"
import { ChangeSetForm, type ChangeSetProps } from "@/components/admin/records/set/change-set-form"
import { ProposalNotices } from "@/components/admin/review/notices"
import { ReviewScreen } from "@/components/admin/review/review-screen"
import { warningsOf } from "@/lib/data/copies"
import { ledger } from "@/lib/data/ledger"
import { findProposal } from "@/lib/data/proposal-list"
import type { Effect } from "@/lib/domain/effect"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { OPEN, type Proposal } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { type AdminPage, type Admitted, admit } from "@/app/[locale]/admin/admit"
import { changeSetProps, stepsWithin, storedSteps } from "@/app/[locale]/admin/change-set-props"
import { commitmentsWithin, formProps, openedDraft } from "@/app/[locale]/admin/form-props"
import { reviewProps } from "@/app/[locale]/admin/review-props"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

type Page = AdminPage<"id">

export const generateMetadata = ({ params }: Page): Promise<Metadata> =>
  titled(params, (admin) => admin.review.listTitle)

/** Its author writes on; everybody else, and the author of what is already sent, sees what it changes. */
export default async function ProposalPage(page: Page) {
  const { id } = await page.params
  const admitted = await admit(page, `/admin/proposals/${id}`, "proposal.write")
  const { actor, search } = admitted
  const proposal = await findProposal(actor, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound()
    throw error
  })
  const held = await ledger()
  const isOpen = proposal.status === "draft" || proposal.status === "changes-requested" || search.get("edit") === "1"
  const isEditable = proposal.mine && isOpen && OPEN.includes(proposal.status)

  const review = await reviewProps(admitted, proposal)
  if (!isEditable) {
    const warnings = await warningsOf(actor, proposal)
    return <ReviewScreen {...review} aside={<ReviewAside {...review} warnings={warnings} />} />
  }

  const isForm = isOfAssessments(proposal) && search.get("as") !== "records" ? "assessments" : "records"
  const form = isForm === "records" ? `proposal:${id}:records` : `proposal:${id}`
  const shared = {
    stored: proposal,
    form,
    keepAs: `${admitted.person.id}:${form}`,
    opened: await openedDraft(actor, null, form),
  }
  return (
    <>
      <ProposalNotices {...review} />
      {isForm === "assessments" ? (
        <AssessmentsForm admitted={admitted} held={held} proposal={proposal} shared={shared} />
      ) : (
        <RecordsForm admitted={admitted} held={held} proposal={proposal} shared={shared} effect={review.effect} />
      )}
    </>
  )
}

type Shared = Pick<ChangeSetProps, "stored" | "form" | "keepAs" | "opened">
type FormGiven = { admitted: Admitted; held: Ledger; proposal: Proposal; shared: Shared }

async function AssessmentsForm({ admitted: { locale, actor, search }, held, proposal, shared }: FormGiven) {
  const initial: Draft = draftOf(proposal, (name) => snapshot(held, proposal.base).records.assessment.get(name))
  const props = await formProps(locale, actor, [
    ...initial.items.map((item) => item.commitment),
    ...commitmentsWithin(shared.opened?.content),
    ...search.getAll("commitment"),
  ])
  return <ProposalForm key={proposal.id} {...props} {...shared} initial={initial} />
}

async function RecordsForm({
  admitted: { locale, actor },
  held,
  proposal,
  shared,
  effect,
}: FormGiven & { effect: Effect }) {
  const { change, base, reasonEn, reasonUr, note, asked } = proposal
  const steps = storedSteps(held, proposal)
  const initial: ChangeSet = {
    ...{ change, base, reasonEn, reasonUr: reasonUr ?? "", note: note ?? "" },
    asked: asked?.id ?? null,
    steps,
  }
  const all = [...steps, ...stepsWithin(shared.opened?.content)]
  const props = await changeSetProps(locale, actor, all, base)
  return <ChangeSetForm key={proposal.id} {...props} {...shared} initial={initial} effect={effect} />
}
