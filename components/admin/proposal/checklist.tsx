import { Icon } from "@/components/ui/icon"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "@/components/admin/words"
import { checksOf, type Draft } from "./draft"

/** What is still needed before somebody can review it. Urdu is only flagged. */
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
  const lines: { words: string; done: boolean; wished?: true }[] = [
    { words: words.checks.source, done: all("source") },
    { words: words.checks.dated, done: all("dated"), wished: true },
    { words: words.checks.answered, done: all("answered"), wished: true },
    { words: words.checks.date, done: all("date") },
    { words: words.checks.level, done: all("level") },
    { words: words.checks.rationale, done: all("rationale") },
    { words: words.checks.reason, done: draft.reasonEn.trim() !== "" },
    { words: hasUrdu ? words.checks.urdu : words.checks.urduMissing, done: hasUrdu, wished: true },
  ]
  return (
    <div className="card">
      <h2 className="h-s mb-1.5">{words.before}</h2>
      <ul className="check">
        {lines.map((line) => (
          <li key={line.words} className={line.done ? "" : line.wished ? "font-[550] text-alert" : "text-ink-3"}>
            <Icon name={line.done ? "check" : line.wished ? "warning" : "minus"} />
            <span>
              {line.words}
              <span className="vh">{line.done ? `, ${words.ok}` : line.wished ? "" : `, ${words.must}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
