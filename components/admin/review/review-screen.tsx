import type { ReactNode } from "react"
import { EffectLines } from "@/components/admin/effect-card"
import { PageHead } from "@/components/admin/page-head"
import { formatMoment } from "@/components/admin/when"
import { Icon } from "@/components/ui/icon"
import type { BlindCoding } from "@/lib/domain/coding"
import type { Effect } from "@/lib/domain/effect"
import type { Snapshot } from "@/lib/domain/ledger"
import { type Proposal, withOperations } from "@/lib/domain/proposal"
import type { StepView } from "@/lib/domain/views/review"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { Decide } from "./decide"
import { JudgingText } from "./judging"
import { ProposalNotices } from "./notices"
import { type NumberedStep, StepSection } from "./step-section"
import { stepName } from "./value-lines"

/** An import may bring thousands of steps: more than this a page does not show at once. */
const STEPS_PER_PAGE = 20

export type ReviewScreenProps = {
  locale: Locale
  proposal: Proposal
  facts: Snapshot
  steps: StepView[]
  effect: Effect
  clashing: boolean
  mayReview: boolean
  /** Who reads, to be told when they were asked. */
  reader: string
  codings: BlindCoding[]
  page: number
  now: string
  /** What may lead to a person, and what the team alone knows: see components/admin/evidence. */
  aside?: ReactNode
}

/** What a proposal changes, against what stands, and the verdict of a second person where that is the reader's. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { locale, proposal, facts, effect, clashing, mayReview, codings, now } = props
  const { admin } = messages(locale)
  const { review } = admin
  const known = { locale, facts: withOperations(facts, proposal.operations) }
  const isOpen = proposal.status === "submitted"
  const judges = isOpen && mayReview
  const isApproved = proposal.reviews.some((it) => it.version === proposal.version && it.verdict === "approved")
  const { title, seeHref } = headOf(locale, known.facts, effect, props.steps)
  const headsOf = (step: StepView): [string, string] => [
    proposal.revision !== null
      ? review.publishedBefore
      : step.operation.act === "add" && step.before
        ? review.inForce
        : review.publishedNow(facts.revision),
    review.proposed,
  ]
  const { shown, page, pages, all } = pageOf(props.steps, props.page)
  const body = (
    <>
      <div className="grid">
        <div className="col-span-8 flex flex-col gap-7">
          {pages > 1 ? <Pages locale={locale} proposal={proposal} page={page} pages={pages} all={all} /> : null}
          {shown.map((step) => (
            <StepSection
              key={step.at}
              known={known}
              proposal={proposal}
              step={step}
              heads={headsOf(step)}
              codings={codings}
              now={now}
            />
          ))}
          {pages > 1 ? <Pages locale={locale} proposal={proposal} page={page} pages={pages} all={all} /> : null}
          <Reasons locale={locale} proposal={proposal} />
        </div>
        <aside className="col-span-4">
          <div className="sticky">
            {effect.commitments.length > 0 ? (
              <div className="card imp">
                <h2 className="h-s">{proposal.revision === null ? admin.proposal.effect : review.effectDone}</h2>
                <EffectLines locale={locale} effect={effect} />
              </div>
            ) : null}
            {props.aside}
            {judges ? (
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
      {mayReview ? (
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
  return (
    <>
      <PageHead title={review.title(title)} sub={<Sub {...props} />}>
        {proposal.mine && isOpen ? (
          <a className="btn" href={`/${locale}/admin/proposals/${proposal.id}?edit=1`} title={review.editHint}>
            <Icon name="pen" />
            {review.edit}
          </a>
        ) : null}
      </PageHead>
      <ProposalNotices locale={locale} proposal={proposal} clashing={clashing} now={now} isBesideSteps />
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
      {/* Stays when the verdict is given, and with it the line that says so. */}
      {mayReview ? (
        <JudgingText key={proposal.version} id={proposal.id} version={proposal.version} isOpen={isOpen}>
          {body}
        </JudgingText>
      ) : (
        body
      )}
    </>
  )
}

/** Who sent it and when, where it stands, who was asked, and what it reverses. */
function Sub({ locale, proposal, reader, now }: ReviewScreenProps) {
  const { admin, terms } = messages(locale)
  const { review } = admin
  const { asked, undoes, revision } = proposal
  const sent = review.sentBy(
    terms.change[proposal.change],
    proposal.author,
    formatMoment(locale, proposal.sentAt ?? proposal.updatedAt, now),
  )
  return (
    <>
      {sent}. {revision === null ? review.status[proposal.status] : review.publishedAs(revision)}
      {asked === null ? null : <> {asked.id === reader ? <b>{review.askedMe}</b> : review.asked(asked.name)}</>}
      {undoes === null ? null : <> {review.undoes(undoes)}</>}
    </>
  )
}

function Reasons({ locale, proposal }: { locale: Locale; proposal: Proposal }) {
  const { review } = messages(locale).admin
  return (
    <>
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
    </>
  )
}

type PagesProps = { locale: Locale; proposal: Proposal; page: number; pages: number; all: number }

function Pages({ locale, proposal, page, pages, all }: PagesProps) {
  const { review } = messages(locale).admin
  const href = (to: number) => `/${locale}/admin/proposals/${proposal.id}?page=${to}`
  const from = (page - 1) * STEPS_PER_PAGE + 1
  return (
    <nav className="flex flex-wrap items-center gap-3" aria-label={review.pages}>
      <span className="small">{review.stepsOnPage(from, Math.min(from + STEPS_PER_PAGE - 1, all), all)}</span>
      {page > 1 ? (
        <a className="btn sm inline-flex!" href={href(page - 1)}>
          {review.previousPage}
        </a>
      ) : null}
      {page < pages ? (
        <a className="btn sm inline-flex!" href={href(page + 1)}>
          {review.nextPage}
        </a>
      ) : null}
    </nav>
  )
}

/** The steps of one page. Sources that come in are there to be looked up, after what rests on them. */
function pageOf(steps: StepView[], wanted: number) {
  const numbered = steps.map((step, at): NumberedStep => ({ ...step, at }))
  const isNewSource = (step: StepView) => step.kind === "source" && step.operation.act === "add"
  const ordered = [...numbered.filter((step) => !isNewSource(step)), ...numbered.filter(isNewSource)]
  const pages = Math.max(1, Math.ceil(ordered.length / STEPS_PER_PAGE))
  const page = Math.min(Math.max(wanted, 1), pages)
  const shown = ordered.slice((page - 1) * STEPS_PER_PAGE, page * STEPS_PER_PAGE)
  return { shown, page, pages, all: ordered.length }
}

/** The first commitment or record as title, and the reader's page where its change will show. */
function headOf(locale: Locale, facts: Snapshot, effect: Effect, steps: readonly StepView[]) {
  const { admin } = messages(locale)
  const { review } = admin
  const first = effect.commitments[0]?.commitment
  const point = first && facts.records.point.get(first.pointId)
  const plan = point && facts.records.plan.get(point.plan)
  if (!plan) {
    const [step] = steps
    if (!step) return { title: review.records, seeHref: `/${locale}` }
    const title = `${admin.records.kind[step.kind]}, \u2068${stepName({ locale, facts }, step)}\u2069`
    return { title: steps.length > 1 ? review.manyCommitments(title, steps.length - 1) : title, seeHref: `/${locale}` }
  }
  const code = isolate(locale, first.code)
  const more = effect.commitments.length - 1
  return {
    title: more > 0 ? review.manyCommitments(code, more) : `${code} ${inLocale(locale, first.text).text}`,
    seeHref: `/${locale}/points/${plan.adoptedOn.slice(0, 4)}/${point.number}`,
  }
}
