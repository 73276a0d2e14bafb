import type { ReactNode } from "react"
import { fieldLabel, valueText } from "@/components/admin/records/labels"
import { PRECISION_OF } from "@/lib/domain/form/shapes"
import { wordDifferences } from "@/components/ui/word-differences"
import type { Kind } from "@/lib/domain/records"
import type { FieldChange, FieldValue } from "@/lib/domain/views/change-item"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** A text shorter than this is told whole, before and after; a longer one word by word. */
const LONG = 60

/** The fields that differ: struck what was there, underlined what is there now. */
export function FieldChanges({ locale, kind, fields }: { locale: Locale; kind: Kind; fields: readonly FieldChange[] }) {
  const { changes } = messages(locale)
  // How exact a day is goes with the day.
  const exactness = Object.values(PRECISION_OF)
  const hasDay = (field: string) => fields.some((it) => PRECISION_OF[it.field] === field)
  const shown = fields.filter(({ field }) => !(exactness.includes(field) && hasDay(field)))
  return (
    <>
      <p className="vh">
        {changes.gone} {changes.fresh}
      </p>
      <dl className="fch">
        {shown.map((change) => (
          <div key={change.field}>
            <dt>{fieldLabel(locale, kind, change.field)}</dt>
            <dd>
              <Difference locale={locale} kind={kind} change={change} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Difference({ locale, kind, change }: { locale: Locale; kind: Kind; change: FieldChange }): ReactNode {
  const { changes } = messages(locale)
  const { field, before, after, beside } = change
  if (before.as === "names" || after.as === "names") return <Names locale={locale} before={before} after={after} />
  if (before.as === "parts" || after.as === "parts") return <span className="muted">{changes.partsDiffer}</span>
  const lang = /Ur$/.test(field) ? "ur" : /En$/.test(field) ? "en" : undefined
  const dir = lang === "ur" ? "rtl" : lang === "en" ? "ltr" : "auto"
  const [was, is] = [before.value, after.value]
  if (typeof was === "string" && typeof is === "string" && Math.max(was.length, is.length) > LONG) {
    return (
      <span className="block" lang={lang} dir={dir}>
        {wordDifferences(was, is).map((run, at) =>
          run.kind === "same" ? (
            <span key={at}>{run.text}</span>
          ) : run.kind === "gone" ? (
            <del key={at}>{run.text}</del>
          ) : (
            <ins key={at}>{run.text}</ins>
          ),
        )}
      </span>
    )
  }
  const words = (value: typeof was, own: Record<string, unknown>) =>
    value === null || value === "" ? changes.empty : valueText(locale, kind, field, value, { beside: own })
  return (
    <span lang={lang} dir={lang ? dir : undefined}>
      <del>{words(was, beside.before)}</del> <ins>{words(is, beside.after)}</ins>
    </span>
  )
}

/** What is referred to on one side only; where both name the same, what is said of it differs. */
function Names({ locale, before, after }: { locale: Locale; before: FieldValue; after: FieldValue }) {
  const { changes } = messages(locale)
  const names = (value: FieldValue) =>
    value.as === "names" ? [...new Set(value.names.map((name) => inLocale(locale, name).text))] : []
  const [was, is] = [names(before), names(after)]
  const gone = was.filter((name) => !is.includes(name))
  const fresh = is.filter((name) => !was.includes(name))
  if (gone.length + fresh.length === 0) return <span className="muted">{changes.partsDiffer}</span>
  return (
    <ul>
      {gone.map((name) => (
        <li key={name} dir="auto">
          <del>{name}</del>
        </li>
      ))}
      {fresh.map((name) => (
        <li key={name} dir="auto">
          <ins>{name}</ins>
        </li>
      ))}
    </ul>
  )
}
