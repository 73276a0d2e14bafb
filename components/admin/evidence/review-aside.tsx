import type { Snapshot } from "@/lib/domain/ledger"
import type { Proposal } from "@/lib/domain/proposal"
import type { Warning } from "@/lib/domain/scan"
import { commitmentHead } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { InternalEvidence } from "./internal-evidence"
import { ScanWarnings } from "./scan-warnings"

/** An import may touch hundreds of commitments; what the team knows of each is one click from its own proposal. */
const MOST_COMMITMENTS = 6

/** What a reviewer must know beside the differences: what may lead to a person, and what the team keeps to itself. */
export function ReviewAside({
  locale,
  proposal,
  warnings,
  facts,
}: {
  locale: Locale
  proposal: Proposal
  warnings: readonly Warning[]
  facts: Snapshot
}) {
  const ids = proposal.operations.flatMap((operation) => {
    if (operation.kind !== "assessment") return []
    const record = operation.act === "withdraw" ? facts.records.assessment.get(operation.id) : operation.record
    return record ? [record.commitment] : []
  })
  const commitments = [...new Set(ids)].slice(0, MOST_COMMITMENTS).flatMap((id) => {
    const record = facts.records.commitment.get(id)
    return record ? [commitmentHead(facts, record)] : []
  })
  return (
    <>
      <ScanWarnings locale={locale} warnings={warnings} operations={proposal.operations} />
      {commitments.map(({ id, code }) => (
        <InternalEvidence key={id} locale={locale} commitment={id} code={commitments.length > 1 ? code : undefined} />
      ))}
    </>
  )
}
