import type { ReactNode } from "react"
import { fieldLabel, valueText } from "@/components/admin/records/labels"
import { PRECISION_OF } from "@/lib/domain/form/shapes"
import type { Kind } from "@/lib/domain/records"
import type { FieldChange } from "@/lib/domain/views/change-item"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** The fields of a record that has no version before, as they stand: nothing to strike out, nothing to underline. */
export function FieldValues({ locale, kind, fields }: { locale: Locale; kind: Kind; fields: readonly FieldChange[] }) {
  // How exact a day is goes with the day.
  const exactness = Object.values(PRECISION_OF)
  const shown = fields.filter(({ field }) => !exactness.includes(field))
  return (
    <dl className="fch">
      {shown.map((change) => (
        <div key={change.field}>
          <dt>{fieldLabel(locale, kind, change.field)}</dt>
          <dd>
            <Value locale={locale} kind={kind} change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ locale, kind, change }: { locale: Locale; kind: Kind; change: FieldChange }): ReactNode {
  const { field, after, beside } = change
  if (after.as === "parts") return messages(locale).data.record.parts(after.count)
  if (after.as === "names") {
    return (
      <ul>
        {after.names.map((name, at) => (
          <li key={at}>
            <bdi>{inLocale(locale, name).text}</bdi>
          </li>
        ))}
      </ul>
    )
  }
  const text = valueText(locale, kind, field, after.value, { beside: beside.after })
  // What the record says in English stays so on an Urdu page, and the other way round.
  const lang = /Ur$/.test(field) ? "ur" : /En$/.test(field) ? "en" : undefined
  return (
    <span lang={lang} dir={lang === "ur" ? "rtl" : lang === "en" ? "ltr" : "auto"} className="block">
      {text}
    </span>
  )
}
