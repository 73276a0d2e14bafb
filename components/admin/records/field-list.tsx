import type { ReactNode } from "react"
import type { Kind } from "@/lib/domain/records"
import { targetOf } from "@/lib/domain/references"
import type { Fields } from "@/lib/domain/views/review"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { fieldLabel, plainPath, valueText } from "./labels"

type NameOf = (kind: Kind, id: string) => string

/** Every field of a record in words; what refers to another record leads to it. */
export function FieldList({
  locale,
  kind,
  record,
  above = "",
  nameOf,
}: {
  locale: Locale
  kind: Kind
  record: Fields
  above?: string
  nameOf: NameOf
}) {
  return (
    <dl className="text-sm">
      {Object.entries(record).map(([name, value]) => {
        const path = above === "" ? name : `${above}.${name}`
        if (path === "id") return null
        return (
          <div
            key={name}
            className="[display:grid] grid-cols-[200px_minmax(0,1fr)] gap-x-4 border-t border-rule py-2 max-[820px]:grid-cols-1"
          >
            <dt className="muted">{fieldLabel(locale, kind, path)}</dt>
            <dd className="min-w-0 break-words">
              <Value locale={locale} kind={kind} path={path} value={value} beside={record} nameOf={nameOf} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Value({
  locale,
  kind,
  path,
  value,
  beside,
  nameOf,
}: {
  locale: Locale
  kind: Kind
  path: string
  value: unknown
  beside: Fields
  nameOf: NameOf
}): ReactNode {
  const { records } = messages(locale).admin
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="muted">{records.value.empty}</span>
    return (
      <ul className="flex flex-col gap-1">
        {value.map((each: unknown, at) => (
          <li key={at}>
            <Value
              locale={locale}
              kind={kind}
              path={`${path}.${at}`}
              value={each}
              beside={each !== null && typeof each === "object" ? (each as Fields) : beside}
              nameOf={nameOf}
            />
          </li>
        ))}
      </ul>
    )
  }
  if (value !== null && typeof value === "object") {
    return <FieldList locale={locale} kind={kind} record={value as Fields} above={path} nameOf={nameOf} />
  }
  const words = valueText(locale, kind, path, value, { beside, nameOf })
  const target = typeof value === "string" ? targetOf(kind, plainPath(path)) : null
  if (target) {
    return (
      <a href={`/${locale}/admin/records/${target}/${encodeURIComponent(String(value))}`} dir="auto">
        {words}
      </a>
    )
  }
  if (value === null || value === undefined) return <span className="muted">{words}</span>
  if (typeof value === "string" && /^https:\/\//.test(value)) {
    return (
      <a href={value} rel="noopener noreferrer" dir="ltr" className="break-all">
        {value}
      </a>
    )
  }
  const lang = /Ur$/.test(path) ? "ur" : /En$/.test(path) ? "en" : undefined
  return (
    <span dir="auto" lang={lang} className="whitespace-pre-line">
      {words}
    </span>
  )
}
