import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The kinds of record, what each is, and how many there are. */
export function KindList({ locale, counts }: { locale: Locale; counts: Record<Kind, number> }) {
  const { records } = messages(locale).admin
  return (
    <ul className="[display:grid] grid-cols-3 gap-3 max-[1160px]:grid-cols-2 max-[820px]:grid-cols-1">
      {KIND_NAMES.map((kind) => (
        <li key={kind} className="rounded-ui border border-rule-2 bg-surface p-4 text-sm">
          <p className="flex items-baseline justify-between gap-3">
            <a className="font-semibold" href={`/${locale}/admin/records/${kind}`}>
              {records.kinds[kind]}
            </a>
            <b className="av num">{counts[kind]}</b>
          </p>
          <p className="small muted mt-1">{records.about[kind]}</p>
        </li>
      ))}
    </ul>
  )
}
