import { formatMoment } from "@/components/admin/when"
import type { Snapshot } from "@/lib/domain/ledger"
import { type ProposalBrief, withOperations } from "@/lib/domain/proposal"
import { stepsOf } from "@/lib/domain/views/review"
import { commitmentHead } from "@/lib/domain/views/scope"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { stepName } from "./value-lines"

/**
 * Proposals that wait for a second person, those that ask the reader first. Says what each is about and never what
 * level it proposes, which would end the blindness of whoever wants to code it first.
 */
export function WaitingList({
  locale,
  facts,
  proposals,
  codable,
  reader,
  now,
}: {
  locale: Locale
  facts: Snapshot
  proposals: ProposalBrief[]
  /** Ids of those that the reader can still code blind. */
  codable: ReadonlySet<string>
  reader: string
  now: string
}) {
  const { review, queue } = messages(locale).admin
  if (proposals.length === 0) return <p className="small muted">{review.listEmpty}</p>
  const isAsked = (it: ProposalBrief) => it.asked?.id === reader
  const ordered = [...proposals.filter(isAsked), ...proposals.filter((it) => !isAsked(it))]
  return (
    <ul className="waiting">
      {ordered.map((proposal) => {
        const { code, words } = subjectOf(locale, facts, proposal)
        const href = `/${locale}/admin/proposals/${proposal.id}`
        return (
          <li key={proposal.id}>
            <b className="num pn">{code}</b>
            <div>
              <a href={href}>{words}</a>
              <p className="small muted">
                {review.sentLine(proposal.author, formatMoment(locale, proposal.sentAt ?? proposal.updatedAt, now))} ·{" "}
                {review.steps(proposal.steps)}
                {proposal.change === "correction" ? ` · ${queue.correction}` : ""}
              </p>
            </div>
            <div className="acts">
              {isAsked(proposal) ? (
                <span className="pill solid">{review.askedYou}</span>
              ) : proposal.asked ? (
                <span className="pill dash">{review.askedName(proposal.asked.name)}</span>
              ) : null}
              {codable.has(proposal.id) ? (
                <a className="btn sm inline-flex!" href={`${href}/blind`}>
                  {review.codeFirst}
                </a>
              ) : null}
              <a className="btn sm inline-flex!" href={href}>
                {review.open}
              </a>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** "5b" and the promise, or the name of the record it is about. */
function subjectOf(locale: Locale, facts: Snapshot, proposal: ProposalBrief): { code: string; words: string } {
  const { admin } = messages(locale)
  const after = withOperations(facts, proposal.named)
  const steps = stepsOf(facts, proposal.named)
  const first = steps.find((step) => step.kind === "assessment") ?? steps[0]
  if (!first) return { code: "", words: admin.review.records }
  const record = first.kind === "assessment" ? (first.after ?? first.before) : null
  const commitment = record && after.records.commitment.get(String(record.commitment))
  if (commitment) {
    const head = commitmentHead(after, commitment)
    return { code: isolate(locale, head.code), words: inLocale(locale, head.text).text }
  }
  const name = stepName({ locale, facts: after }, first)
  return { code: "", words: `${admin.records.kind[first.kind]}: \u2068${name}\u2069` }
}
