import { EffectLines } from "@/components/admin/effect-card"
import { PageHead } from "@/components/admin/page-head"
import { formatMoment } from "@/components/admin/when"
import { Icon } from "@/components/ui/icon"
import type { Effect } from "@/lib/domain/effect"
import type { Snapshot } from "@/lib/domain/ledger"
import { type Proposal, withOperations } from "@/lib/domain/proposal"
import type { StepView } from "@/lib/domain/views/review"
import { commitmentHead } from "@/lib/domain/views/scope"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { Decide } from "./decide"
import { ProposalNotices } from "./notices"
import { StepDifferences } from "./step-differences"

/** What a proposal changes, against what stands, and the verdict of a second person where that is the reader's. */
export function ReviewScreen({
  locale,
  proposal,
  facts,
  steps,
  effect,
  clashing,
  mayReview,
  now,
}: {
  locale: Locale
  proposal: Proposal
  facts: Snapshot
  steps: StepView[]
  effect: Effect
  clashing: boolean
  mayReview: boolean
  now: string
}) {
  const { admin, terms } = messages(locale)
  const { review } = admin
  const known = { locale, facts: withOperations(facts, proposal.operations) }
  const isOpen = proposal.status === "submitted"
  const isApproved = proposal.reviews.some((it) => it.version === proposal.version && it.verdict === "approved")
  const { title, seeHref } = headOf(locale, known.facts, effect)
  const headsOf = (step: StepView): [string, string] => [
    proposal.revision !== null
      ? review.publishedBefore
      : step.operation.act === "add" && step.before
        ? review.inForce
        : review.publishedNow(facts.revision),
    review.proposed,
  ]
  // Sources that come in are there to be looked up, after what rests on them.
  const ordered = [...steps.filter((step) => step.kind !== "source"), ...steps.filter((step) => step.kind === "source")]
  return (
    <>
      <PageHead
        title={review.title(title)}
        sub={
          <>
            {review.sentBy(
              terms.change[proposal.change],
              proposal.author,
              formatMoment(locale, proposal.updatedAt, now),
            )}
            . {proposal.revision === null ? review.status[proposal.status] : review.publishedAs(proposal.revision)}
          </>
        }
      >
        {proposal.mine && isOpen ? (
          <a className="btn" href={`/${locale}/admin/proposals/${proposal.id}?edit=1`} title={review.editHint}>
            <Icon name="pen" />
            {review.edit}
          </a>
        ) : null}
      </PageHead>
      <ProposalNotices locale={locale} proposal={proposal} clashing={clashing} now={now} />
      {proposal.change === "correction" ? (
        <div className="amber mb-4 rounded-ui border border-amber-edge">
          <div className="wrap mx-0! max-w-none! px-4!">
            <Icon name="pen" />
            <span>
              <b>{review.correction}</b> {review.correctionText}
            </span>
          </div>
        </div>
      ) : null}
      <div className="grid">
        <div className="col-span-8 flex flex-col gap-5">
          {ordered.map((step) => (
            <section key={`${step.kind}/${step.id}`}>
              <h2 className="h-s mb-2">
                {review.kinds[step.kind]} · {review.step[step.operation.act]}
                <StepSubject locale={locale} facts={known.facts} step={step} />
                {proposal.change === "correction" && step.kind === "assessment" ? (
                  <span className="pill corr ms-2">{admin.queue.correction}</span>
                ) : null}
              </h2>
              <StepDifferences known={known} step={step} heads={headsOf(step)} />
            </section>
          ))}
          <section className="note">
            <h2 className="h-s">{review.reason}</h2>
            <p lang="en" dir="ltr">
              {proposal.reasonEn}
            </p>
            {proposal.reasonUr ? (
              <p lang="ur" dir="rtl">
                {proposal.reasonUr}
              </p>
            ) : (
              <p className="text-alert">{review.noUrdu}</p>
            )}
          </section>
          {proposal.note ? (
            <section className="note">
              <h2 className="h-s">{review.teamNote}</h2>
              <p dir="auto">{proposal.note}</p>
            </section>
          ) : null}
        </div>
        <aside className="col-span-4">
          <div className="sticky">
            {effect.commitments.length > 0 ? (
              <div className="card imp">
                <h2 className="h-s">{proposal.revision === null ? admin.proposal.effect : review.effectDone}</h2>
                <EffectLines locale={locale} effect={effect} />
              </div>
            ) : null}
            {isOpen && mayReview ? (
              <div className="card">
                <h2 className="h-s">{review.checks}</h2>
                <ul className="check mt-1.5">
                  {Object.values(review.check).map((words) => (
                    <li key={words}>
                      <Icon name="minus" />
                      {words}
                    </li>
                  ))}
                </ul>
              </div>
            ) : null}
            {isOpen && !mayReview ? (
              <p className="small muted">
                <Icon name="lock" className="inline align-[-3px]" />{" "}
                {proposal.mine ? review.ownWork : review.cannotReview}
              </p>
            ) : null}
          </div>
        </aside>
      </div>
      {isOpen && mayReview ? (
        <Decide
          locale={locale}
          id={proposal.id}
          version={proposal.version}
          isApproved={isApproved}
          clashing={clashing}
          seeHref={seeHref}
        />
      ) : null}
    </>
  )
}

function StepSubject({ locale, facts, step }: { locale: Locale; facts: Snapshot; step: StepView }) {
  const { admin, terms } = messages(locale)
  const record = step.after ?? step.before
  const commitment = facts.records.commitment.get(String(record?.commitment))
  if (!commitment) return null
  const head = commitmentHead(facts, commitment)
  const text = inLocale(locale, head.text)
  const lane = record?.lane === "claim" ? terms.lane.claim : terms.lane.finding
  return (
    <>
      {": "}
      <span className="num">{isolate(locale, head.code)}</span> <span lang={text.lang}>{text.text}</span>{" "}
      <span className="muted font-normal">
        ({admin.queue.planYear(Number(commitment.plan.replace(/^nap-/, "")))}, {lane})
      </span>
    </>
  )
}

/** The first commitment as title, and the reader's page where its change will show. */
function headOf(locale: Locale, facts: Snapshot, effect: Effect): { title: string; seeHref: string } {
  const { review } = messages(locale).admin
  const first = effect.commitments[0]?.commitment
  if (!first) return { title: review.records, seeHref: `/${locale}` }
  const point = facts.records.point.get(first.pointId)!
  const year = facts.records.plan.get(point.plan)!.adoptedOn.slice(0, 4)
  const code = isolate(locale, first.code)
  const more = effect.commitments.length - 1
  return {
    title: more > 0 ? review.manyCommitments(code, more) : `${code} ${inLocale(locale, first.text).text}`,
    seeHref: `/${locale}/points/${year}/${point.number}`,
  }
}
