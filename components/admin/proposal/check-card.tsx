import { adminWords } from "@/components/admin/words"
import { Icon } from "@/components/ui/icon"
import type { Locale } from "@/lib/i18n/locale"

/** One thing to do before a review; `wished`: it can wait. */
export type Check = { words: string; done: boolean; wished?: true }

/** What is still needed before somebody can review a proposal. */
export function CheckCard({ locale, checks }: { locale: Locale; checks: readonly Check[] }) {
  const words = adminWords(locale).admin.proposal
  return (
    <div className="card">
      <h2 className="h-s mb-1.5">{words.before}</h2>
      <ul className="check">
        {checks.map((line) => (
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
