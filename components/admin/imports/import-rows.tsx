import { adminWords } from "@/components/admin/words"
import { Icon, type IconName } from "@/components/ui/icon"
import { TELLING } from "@/lib/domain/import/columns"
import type { Outcome } from "@/lib/domain/import/judge"
import type { Kind } from "@/lib/domain/records"
import { list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import type { ImportRow } from "./api"

const LOOK: Record<Outcome, { icon: IconName; style: string }> = {
  add: { icon: "check", style: "ok" },
  change: { icon: "check", style: "ok" },
  same: { icon: "minus", style: "same" },
  warning: { icon: "warning", style: "warn" },
  error: { icon: "close", style: "err" },
}

/** The rows of a dry run, each with what it comes to. */
export function ImportRows({ locale, kind, rows }: { locale: Locale; kind: Kind; rows: ImportRow[] }) {
  const { imports: words } = adminWords(locale).admin
  const label = labels(locale)
  if (rows.length === 0) return <p className="py-6">{words.none}</p>
  return (
    <table className="q imp-t">
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          {TELLING[kind].map((column) => (
            <th key={column} scope="col" title={column}>
              {label(column)}
            </th>
          ))}
          <th scope="col">{words.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { icon, style } = LOOK[row.outcome]
          return (
            <tr key={row.row}>
              <td className="pn num">{row.row}</td>
              {TELLING[kind].map((column) => {
                const isBad = row.errors.some((error) => error.column === column)
                return (
                  <td key={column} className="c" title={row.telling[column] ?? undefined}>
                    <span className={isBad ? "bad" : undefined} dir="auto">
                      {row.telling[column] ?? ""}
                    </span>
                  </td>
                )
              })}
              <td className="w">
                <span className={`res ${style}`}>
                  <Icon name={icon} />
                  <span>
                    <b>{words.outcome[row.outcome]}</b> <Said locale={locale} row={row} />
                  </span>
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Why, or what would change. */
function Said({ locale, row }: { locale: Locale; row: ImportRow }) {
  const { imports: words } = adminWords(locale).admin
  const label = labels(locale)
  const sentence = ({ column, reason }: { column: string | null; reason: string }) =>
    column === null ? words.say(reason) : words.inColumn(label(column), words.say(reason))
  const told = [...row.errors, ...row.notes].map(sentence)
  const effect =
    row.differs.length > 0
      ? words.changes(list(locale, row.differs.map(label)))
      : row.id === null
        ? words.isNew
        : words.newId(row.id)
  if (row.outcome === "same") return words.sameText
  if (row.outcome === "add" || row.outcome === "change") return effect
  if (told.length === 1) return told[0]
  return (
    <ul>
      {told.map((text, at) => (
        <li key={at}>{text}</li>
      ))}
    </ul>
  )
}

/** The name of a column in the reader's language; one that no record has stays as the file spells it. */
function labels(locale: Locale): (column: string) => string {
  const names: Record<string, string> = adminWords(locale).admin.records.field
  return (column) => (Object.hasOwn(names, column) ? names[column]! : `\u2068${column}\u2069`)
}
