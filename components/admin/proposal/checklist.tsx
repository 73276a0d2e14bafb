import { adminWords } from "@/components/admin/words"
import type { Locale } from "@/lib/i18n/locale"
import { type Check, CheckCard } from "./check-card"
import { checksOf, type Draft } from "./draft"

/** What assessments still need before somebody can review them. Urdu is only flagged. */
export function Checklist({
  locale,
  draft,
  dated,
}: {
  locale: Locale
  draft: Draft
  dated: (source: string) => boolean
}) {
  const words = adminWords(locale).admin.proposal
  const each = draft.items.map((item) => checksOf(item, draft.change, dated))
  const all = (name: keyof (typeof each)[number]) => each.every((checks) => checks[name])
  const hasUrdu = all("urdu") && draft.reasonUr.trim() !== ""
  const checks: Check[] = [
    { words: words.checks.source, done: all("source") },
    { words: words.checks.dated, done: all("dated"), wished: true },
    { words: words.checks.answered, done: all("answered"), wished: true },
    { words: words.checks.date, done: all("date") },
    { words: words.checks.level, done: all("level") },
    { words: words.checks.rationale, done: all("rationale") },
    { words: words.checks.reason, done: draft.reasonEn.trim() !== "" },
    { words: hasUrdu ? words.checks.urdu : words.checks.urduMissing, done: hasUrdu, wished: true },
  ]
  return <CheckCard locale={locale} checks={checks} />
}
