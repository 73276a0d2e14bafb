import { type Check, CheckCard } from "@/components/admin/proposal/check-card"
import { adminWords } from "@/components/admin/words"
import type { FormField } from "@/lib/domain/form/shapes"
import type { FieldsByKind } from "@/lib/domain/form/steps"
import type { Typed } from "@/lib/domain/form/typed"
import type { Locale } from "@/lib/i18n/locale"
import { type ChangeSet, isCompleteStep } from "./change-set"

/** What the steps still need before somebody can review them. Urdu is only flagged. */
export function SetChecks({ locale, draft, fields }: { locale: Locale; draft: ChangeSet; fields: FieldsByKind }) {
  const { checks } = adminWords(locale).admin.records.set
  const hasUrdu = draft.reasonUr.trim() !== "" && draft.steps.every((it) => !it.typed || isInUrdu(fields[it.kind], it.typed)) // prettier-ignore
  const lines: Check[] = [
    { words: checks.steps, done: draft.steps.length > 0 && draft.steps.every((step) => isCompleteStep(step, fields)) },
    { words: checks.reason, done: draft.reasonEn.trim() !== "" },
    { words: hasUrdu ? checks.urdu : checks.urduMissing, done: hasUrdu, wished: true },
  ]
  return <CheckCard locale={locale} checks={lines} />
}

/** Whether every text that has an Urdu side has one. */
const isInUrdu = (fields: readonly FormField[], typed: Typed) =>
  fields.every((field) => !("lang" in field) || field.lang !== "ur" || String(typed[field.name] ?? "").trim() !== "")
