import { fieldLabel } from "@/components/admin/records/labels"
import { adminWords } from "@/components/admin/words"
import { Icon } from "@/components/ui/icon"
import type { DraftOperation } from "@/lib/domain/proposal"
import type { Warning } from "@/lib/domain/scan"
import type { Locale } from "@/lib/i18n/locale"

const SHOWN = 12

/** What in a proposal may lead to a person, and where it stands. Nothing when there is nothing. */
export function ScanWarnings({
  locale,
  warnings,
  operations,
}: {
  locale: Locale
  warnings: readonly Warning[]
  operations: readonly DraftOperation[]
}) {
  const { admin } = adminWords(locale)
  const words = admin.evidence
  if (warnings.length === 0) return null
  const placeOf = ({ step, field }: Warning) => {
    const operation = step === null ? undefined : operations[step]
    if (!operation) return words.inReason[field] ?? field
    return `${admin.records.kind[operation.kind]}: ${fieldLabel(locale, operation.kind, field)}`
  }
  return (
    <section className="card border-amber-edge bg-amber" aria-label={words.warnings(warnings.length)}>
      <h2 className="h-s flex items-center gap-2">
        <Icon name="warning" />
        {words.warnings(warnings.length)}
      </h2>
      <p className="small">{words.warningsText}</p>
      <ul className="small mt-2 flex flex-col gap-2">
        {warnings.slice(0, SHOWN).map((warning, at) => (
          <li key={at}>
            <b className="font-semibold">{words.mark[warning.kind]}</b>
            <br />
            <span className="muted">{placeOf(warning)}</span> <q dir="auto">{warning.excerpt}</q>
          </li>
        ))}
      </ul>
      {warnings.length > SHOWN ? <p className="small mt-2">{words.moreWarnings(warnings.length - SHOWN)}</p> : null}
    </section>
  )
}
