import { DraftList } from "@/components/admin/proposal/draft-list"
import type { KeptDraft } from "@/lib/domain/form/draft"
import type { Snapshot } from "@/lib/domain/ledger"
import type { ProposalBrief } from "@/lib/domain/proposal"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ProposalList } from "./proposal-lists"

/** All that one has begun: proposals stored as drafts, and what is kept of forms that are no proposal yet. */
export function MyDrafts({
  locale,
  facts,
  drafts,
  kept,
  now,
}: {
  locale: Locale
  facts: Snapshot
  drafts: ProposalBrief[]
  kept: KeptDraft[]
  now: string
}) {
  const none = kept.length === 0 ? messages(locale).admin.queue.noDrafts : null
  return (
    <>
      {drafts.length > 0 || none !== null ? (
        <ProposalList locale={locale} facts={facts} proposals={drafts} now={now} empty={none ?? ""} />
      ) : null}
      {kept.length > 0 ? <DraftList locale={locale} drafts={kept} now={now} /> : null}
    </>
  )
}
