import { Icon } from "@/components/ui/icon"
import { fieldLabel } from "@/components/admin/records/labels"
import { CODEBOOK, type CodebookField } from "@/lib/domain/codebook"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import { KIND_NAMES } from "@/lib/domain/records"
import { meaningOf } from "@/lib/i18n/codebook"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Every field of every list, one table a list, read off the schemas. */
export function CodebookSection({ locale }: { locale: Locale }) {
  const { admin, codebook, data } = messages(locale)
  const { columns } = codebook
  return (
    <section className="sec" aria-labelledby="codebook">
      <h2 id="codebook">{data.codebook.title}</h2>
      <p className="muted mt-1 max-w-[72ch] text-(length:--t-m)">{data.codebook.text}</p>
      <div className="mt-3">
        {KIND_NAMES.map((kind) => {
          const fields = CODEBOOK.filter((field) => field.kind === kind)
          return (
            <details key={kind} className="ref" id={`codebook-${LIST_NAMES[kind]}`}>
              <summary>
                <Icon name="chevron-down" />
                <b>{admin.records.kinds[kind]}</b> <code dir="ltr">{LIST_NAMES[kind]}</code>{" "}
                <span className="small muted">{data.codebook.fields(fields.length)}</span>
              </summary>
              <p className="small mt-1">{codebook.kind[kind]}</p>
              <div className="scroll">
                <table className="cbk">
                  <thead>
                    <tr>
                      <th scope="col">{columns.field}</th>
                      <th scope="col">{columns.meaning}</th>
                      <th scope="col">{columns.type}</th>
                      <th scope="col">{columns.nullable}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {fields.map((field) => (
                      <tr key={field.path}>
                        <th scope="row">
                          <code dir="ltr">{field.path}</code>
                          <span className="small muted block">{fieldLabel(locale, kind, field.path)}</span>
                        </th>
                        <td>{meaningOf(locale, field)}</td>
                        <td className="small">
                          <TypeWords locale={locale} field={field} />
                        </td>
                        <td className="small">{field.nullable ? data.codebook.yes : data.codebook.no}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </details>
          )
        })}
      </div>
    </section>
  )
}

function TypeWords({ locale, field }: { locale: Locale; field: CodebookField }) {
  const { admin, codebook } = messages(locale)
  return (
    <>
      {codebook.type[field.type]}
      {field.unit === null ? null : ` (${codebook.unit[field.unit]})`}
      {field.refersTo === null ? null : (
        <span className="block">
          {codebook.columns.refersTo}: {admin.records.kinds[field.refersTo]}
        </span>
      )}
      {field.values === null ? null : (
        <span className="muted block" dir="ltr">
          {field.values.join(" · ")}
        </span>
      )}
    </>
  )
}
