import { Icon } from "@/components/ui/icon"
import type { Proposal } from "@/lib/domain/proposal"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { formatMoment } from "@/components/admin/when"

/** What its reader must know before anything else: somebody published meanwhile, or a reviewer asked for changes. */
export function ProposalNotices({
  locale,
  proposal,
  clashing,
  now,
}: {
  locale: Locale
  proposal: Proposal
  clashing: boolean
  now: string
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
                {it.version === proposal.version ? "" : ` (${review.earlier})`}
                {it.note ? (
                  <>
                    : <q dir="auto">{it.note}</q>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
