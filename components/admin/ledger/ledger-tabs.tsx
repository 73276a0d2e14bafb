import { type Actor, can } from "@/lib/domain/policy"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Part = "revisions" | "audit" | "redactions"

/** The parts of the ledger that somebody may see; nothing to choose from for who sees one. */
export function LedgerTabs({ locale, actor, here }: { locale: Locale; actor: Actor; here: Part }) {
  const { tabs } = messages(locale).admin.ledger
  const base = `/${locale}/admin/ledger`
  const all = [
    { part: "revisions", href: base, may: can(actor, "proposal.write") },
    { part: "audit", href: `${base}/audit`, may: can(actor, "audit.read") },
    { part: "redactions", href: `${base}/redactions`, may: can(actor, "redaction.write") },
  ] as const
  const parts = all.filter(({ may }) => may)
  if (parts.length === 1) return null
  return (
    <nav className="seg mb-4" aria-label={tabs.label}>
      {parts.map(({ part, href }) => (
        <a key={part} href={href} aria-current={part === here ? "page" : undefined}>
          {tabs[part]}
        </a>
      ))}
    </nav>
  )
}
