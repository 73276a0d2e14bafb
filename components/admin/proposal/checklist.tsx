import { adminWords } from "@/components/admin/words"
import type { Locale } from "@/lib/i18n/locale"
import { type Check, CheckCard } from "./check-card"
import { checksOf, type Draft, type Published } from "./draft"

/** What assessments still need before somebody can review them. Urdu is only flagged. */
export function Checklist({
  locale,
  draft,
  published,
}: {
  locale: Locale
  draft: Draft
  published: (source: string) => Published | null
}) {
  const words = adminWords(locale).admin.proposal
  const each = draft.items.map((item) => checksOf(item, draft.change, published))
  const all = (name: keyof (typeof each)[number]) => each.every((checks) => checks[name])
  // Of what cannot be told yet the list says nothing: a tick would claim that somebody looked.
  const told = (name: "answered" | "timely", words: string): Check[] => {
    const known = each.flatMap((checks) => checks[name] ?? [])
    return known.length === 0 ? [] : [{ words, done: known.every(Boolean), wished: true }]
  }
  const hasUrdu = all("urdu") && draft.reasonUr.trim() !== ""
  const checks: Check[] = [
    { words: words.checks.source, done: all("source") },
    { words: words.checks.dated, done: all("dated"), wished: true },
    ...told("timely", words.checks.timely),
    ...told("answered", words.checks.answered),
    { words: words.checks.date, done: all("date") },
    { words: words.checks.level, done: all("level") },
    { words: words.checks.rationale, done: all("rationale") },
    { words: words.checks.reason, done: draft.reasonEn.trim() !== "" },
    { words: hasUrdu ? words.checks.urdu : words.checks.urduMissing, done: hasUrdu, wished: true },
  ]
  return <CheckCard locale={locale} checks={checks} />
}
