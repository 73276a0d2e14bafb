import { formatMoment } from "@/components/admin/when"
import { Icon } from "@/components/ui/icon"
import { idOf, type Proposal } from "@/lib/domain/proposal"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * What its reader must know before anything else: somebody published meanwhile, or a reviewer asked for changes.
 * `isBesideSteps`: the screen shows comments beside their steps itself, so that they need no second place here.
 */
export function ProposalNotices({
  locale,
  proposal,
  clashing,
  now,
  isBesideSteps = false,
}: {
  locale: Locale
  proposal: Proposal
  clashing: boolean
  now: string
  isBesideSteps?: boolean
}) {
  const { review } = messages(locale).admin
  if (!clashing && proposal.reviews.length === 0) return null
  return (
    <div className="mb-5 flex flex-col gap-3">
      {clashing ? (
        <div className="amber rounded-ui border border-amber-edge">
          <div className="wrap mx-0! max-w-none! px-4!">
            <Icon name="warning" />
            <span>{proposal.mine ? review.clashMine : review.clash}</span>
            {proposal.mine ? (
              <a className="btn" href={`/${locale}/admin/proposals/${proposal.id}/conflict`}>
                {review.compare}
              </a>
            ) : null}
          </div>
        </div>
      ) : null}
      {proposal.reviews.length > 0 ? (
        <section className="note">
          <h2 className="h-s">{review.verdicts}</h2>
          <ul>
            {proposal.reviews.map((it) => (
              <li key={`${it.version}${it.at}`}>
                <b className="font-semibold" dir="auto">
                  {it.reviewer}
                </b>{" "}
                {review.verdict[it.verdict]} · {formatMoment(locale, it.at, now)}
                {isEarlier(proposal, it) ? ` (${review.earlier})` : ""}
                {it.note ? (
                  <>
                    : <q dir="auto">{it.note}</q>
                  </>
                ) : null}
                {isBesideSteps || it.comments.length === 0 ? null : (
                  <ul className="ms-4 list-disc">
                    {it.comments.map((comment) => (
                      <li key={comment.step}>
                        {stepName(locale, proposal, comment.step)}: <q dir="auto">{comment.text}</q>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

/** A draft counts on with every change, so that a verdict on what was sent is of an earlier version from then on. */
export const isEarlier = (proposal: Proposal, { version }: { version: number }) => version !== proposal.version

/** "Step 2, Assessment nap2014-05.b": steps are counted, since a reviewer spoke of the version that was sent. */
function stepName(locale: Locale, proposal: Proposal, step: number): string {
  const { records, review } = messages(locale).admin
  const operation = proposal.operations[step]
  const number = review.stepNumber(step + 1)
  if (!operation) return number
  const subject =
    operation.act !== "withdraw" && "commitment" in operation.record ? operation.record.commitment : idOf(operation)
  return `${number} (${records.kind[operation.kind]} \u2068${subject}\u2069)`
}
