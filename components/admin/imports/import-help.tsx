import { LIST_NAMES } from "@/lib/domain/import/columns"
import { KIND_NAMES } from "@/lib/domain/records"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

const FORMATS = ["csv", "xlsx"] as const
const SHOWN = { csv: "CSV", xlsx: "Excel" }

/** How rows are read, and every published table to start from. */
export function ImportHelp({ locale }: { locale: Locale }) {
  const { imports: words, records } = messages(locale).admin
  return (
    <div className="imp-h">
      <section>
        <h2>{words.rules}</h2>
        <ul className="small">
          {words.rule.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.start}</h2>
        <p className="small muted mb-2">{words.startText}</p>
        <ul className="imp-x">
          {KIND_NAMES.map((kind) => (
            <li key={kind}>
              <span>{records.kinds[kind]}</span>
              {FORMATS.map((format) => (
                <a
                  key={format}
                  href={`/api/v1/${LIST_NAMES[kind]}?format=${format}`}
                  aria-label={words.exportAs(records.kinds[kind], SHOWN[format])}
                  download
                >
                  {SHOWN[format]}
                </a>
              ))}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
