import type { ReactNode } from "react"
import { Disclosure } from "@/components/ui/disclosure"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * The frame of every chart: title, the finding in a sentence, the drawing, the full table and the source.
 * The table is the content, there without JavaScript, in print and for a screen reader; the drawing
 * (with role="img" and a sentence of its own) is its illustration.
 */
export function Figure({
  locale,
  id,
  title,
  finding,
  note,
  aside,
  acts,
  table,
  more,
  source,
  className = "",
  children,
}: {
  locale: Locale
  id: string
  title: ReactNode
  finding?: ReactNode
  /** How to read the drawing. */
  note?: ReactNode
  /** Stands beside the title on a wide screen, such as a key. */
  aside?: ReactNode
  /** What can be done with this drawing, on the line of its title where another stands under it. */
  acts?: ReactNode
  table?: ReactNode
  /** Further disclosures beside the table. */
  more?: ReactNode
  source?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <figure className={`fig ${className}`} aria-labelledby={id}>
      <header className={aside ? "hd2" : undefined}>
        <div>
          {acts ? (
            <div className="figh">
              <h2 id={id}>{title}</h2>
              {acts}
            </div>
          ) : (
            <h2 id={id}>{title}</h2>
          )}
          {finding || note ? (
            <p className="sub">
              {finding ? <span className="text-ink-2">{finding}</span> : null} {note}
            </p>
          ) : null}
        </div>
        {aside}
      </header>
      {children}
      {table || more || source ? (
        <div className="src">
          {table ? <Disclosure label={messages(locale).charts.viewAsTable}>{table}</Disclosure> : null}
          {more}
          {source ? <span>{source}</span> : null}
        </div>
      ) : null}
    </figure>
  )
}

export type TableRow = { key: string; head: ReactNode; cells: ReactNode[] }

/** The table behind a chart. The first column heads each row; `isText` where the cells are words, not numbers. */
export function ChartTable({
  caption,
  head,
  rows,
  isText = false,
}: {
  caption: string
  head: string[]
  rows: TableRow[]
  isText?: boolean
}) {
  return (
    <table className={isText ? "words" : "figs"}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {head.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.head}</th>
            {row.cells.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
