import { adminWords } from "@/components/admin/words"
import { Icon } from "@/components/ui/icon"
import type { FormField } from "@/lib/domain/form/shapes"
import type { FieldsByKind } from "@/lib/domain/form/steps"
import type { Typed } from "@/lib/domain/form/typed"
import type { Locale } from "@/lib/i18n/locale"
import { type ChangeSet, isCompleteStep } from "./change-set"

/** What is still needed before somebody can review it. Urdu is only flagged. */
export function SetChecks({ locale, draft, fields }: { locale: Locale; draft: ChangeSet; fields: FieldsByKind }) {
  const { proposal, records } = adminWords(locale).admin
  const { checks } = records.set
  const hasUrdu = draft.reasonUr.trim() !== "" && draft.steps.every((it) => !it.typed || isInUrdu(fields[it.kind], it.typed)) // prettier-ignore
  const lines = [
    { words: checks.steps, done: draft.steps.length > 0 && draft.steps.every((step) => isCompleteStep(step, fields)) },
    { words: checks.reason, done: draft.reasonEn.trim() !== "" },
    { words: hasUrdu ? checks.urdu : checks.urduMissing, done: hasUrdu, wished: true },
  ]
  return (
    <div className="card">
      <h2 className="h-s mb-1.5">{proposal.before}</h2>
      <ul className="check">
        {lines.map((line) => (
          <li key={line.words} className={line.done ? "" : line.wished ? "font-[550] text-alert" : "text-ink-3"}>
            <Icon name={line.done ? "check" : line.wished ? "warning" : "minus"} />
            <span>
              {line.words}
              <span className="vh">{line.done ? `, ${proposal.ok}` : line.wished ? "" : `, ${proposal.must}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whether every text that has an Urdu side has one. */
const isInUrdu = (fields: readonly FormField[], typed: Typed) =>
  fields.every((field) => !("lang" in field) || field.lang !== "ur" || String(typed[field.name] ?? "").trim() !== "")
