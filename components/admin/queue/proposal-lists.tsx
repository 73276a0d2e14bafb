import type { ProposalBrief } from "@/lib/domain/proposal"
import type { Snapshot } from "@/lib/domain/ledger"
import { stepsOf } from "@/lib/domain/views/review"
import { commitmentHead } from "@/lib/domain/views/scope"
import type { Level } from "@/lib/domain/scale"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { formatMoment } from "@/components/admin/when"

/**
 * What a proposal is about, in one line: "5b" and "Minimum to Intermediate". Of another's no level is named, which would
 * end the blindness of whoever wants to code it first.
 */
function proposalInBrief(locale: Locale, facts: Snapshot, proposal: ProposalBrief) {
  const { admin, terms } = messages(locale)
  const { queue } = admin
  const name = (level: unknown) => (level === null ? terms.unrated : terms.level[level as Level])
  const first = stepsOf(facts, proposal.named).find((step) => step.kind === "assessment")
  if (!first) return { code: "", words: queue.otherChange }
  const record = facts.records.commitment.get(String((first.after ?? first.before)?.commitment))
  const code = record ? isolate(locale, commitmentHead(facts, record).code) : ""
  if (proposal.levels > 1) return { code, words: queue.steps(proposal.levels) }
  if (!first.after) return { code, words: queue.withdrawal }
  if (!proposal.mine) return { code, words: queue.someLevel }
  if (!first.before) return { code, words: queue.firstLevel(name(first.after.level)) }
  return { code, words: queue.levelTo(name(first.before.level), name(first.after.level)) }
}

/** A short list of proposals with their state. `by` says whether the author or the time is of interest. */
export function ProposalList({
  locale,
  facts,
  proposals,
  now,
  empty,
}: {
  locale: Locale
  facts: Snapshot
  proposals: ProposalBrief[]
  now: string
  empty: string
}) {
  const { admin, terms } = messages(locale)
  const { queue } = admin
  if (proposals.length === 0) return <p className="small muted">{empty}</p>
  const look = {
    draft: "dash",
    submitted: "solid",
    "changes-requested": "hot",
    published: "",
    rejected: "dash",
    withdrawn: "dash",
  }
  return (
    <ul className="mini">
      {proposals.map((proposal) => {
        const { code, words } = proposalInBrief(locale, facts, proposal)
        const when = formatMoment(locale, proposal.updatedAt, now)
        return (
          <li key={proposal.id}>
            <b className="num pn">{code}</b>
            <span>
              <a href={`/${locale}/admin/proposals/${proposal.id}`}>{words}</a>
              <br />
              <span className="small muted">
                {proposal.mine ? queue.saved(when) : queue.from(proposal.author)}
                {proposal.change === "correction" ? ` · ${queue.correction}` : ""}
              </span>
            </span>
            <span className={`pill ${look[proposal.status]}`}>{terms.proposalStatus[proposal.status]}</span>
          </li>
        )
      })}
    </ul>
  )
}
