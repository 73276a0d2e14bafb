import { formatMoment } from "@/components/admin/when"
import type { AuditItem } from "@/lib/domain/audit"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The audit as a table. Acts and subjects are names of the system and stay as they are in both languages. */
export function AuditTable({ locale, items, now }: { locale: Locale; items: AuditItem[]; now: string }) {
  const words = messages(locale).admin.ledger.audit
  if (items.length === 0) return <p className="py-6">{words.none}</p>
  return (
    <table className="q">
      <thead>
        <tr>
          <th scope="col">{words.columns.when}</th>
          <th scope="col">{words.columns.who}</th>
          <th scope="col">{words.columns.action}</th>
          <th scope="col">{words.columns.subject}</th>
          <th scope="col">{words.columns.detail}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} className="align-top max-[820px]:grid-cols-[minmax(0,1fr)_auto]!">
            <td className="small num max-[820px]:order-2">
              <time dateTime={item.at} title={item.at}>
                {formatMoment(locale, item.at, now)}
              </time>
            </td>
            <td className="w min-w-[110px] max-[820px]:order-1">
              <bdi>{item.who === null ? words.operator : item.who.name || words.gone}</bdi>
            </td>
            <td className="mono small max-[820px]:order-3" dir="ltr">
              {item.action}
            </td>
            <td
              className="w mono small [overflow-wrap:anywhere] max-[820px]:order-4 max-[820px]:col-span-full"
              dir="ltr"
            >
              <Subject locale={locale} subject={item.subject} />
            </td>
            <td
              className="w mono small [overflow-wrap:anywhere] max-[820px]:order-5 max-[820px]:col-span-full"
              dir="ltr"
            >
              {Object.entries(item.detail)
                .filter(([, value]) => value !== null)
                .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
                .join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Subject({ locale, subject }: { locale: Locale; subject: string }) {
  const [kind, id] = [subject.slice(0, subject.indexOf(":")), subject.slice(subject.indexOf(":") + 1)]
  if (kind === "proposal") return <a href={`/${locale}/admin/proposals/${id}`}>{subject}</a>
  if (kind === "revision") return <a href={`/${locale}/admin/ledger?upTo=${id}#r${id}`}>{subject}</a>
  return subject
}
