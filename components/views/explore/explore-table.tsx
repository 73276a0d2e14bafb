import { Icon } from "@/components/ui/icon"
import type { ExploreNames, ExploreRow } from "@/lib/domain/views/explore"
import type { Choose, Column, ExploreChoice, ExploreSort } from "@/lib/domain/views/explore-choice"
import type { Locale } from "@/lib/i18n/locale"
import { Cell, Named } from "./cell"
import { moveByKey } from "./keys"
import { isFromAbove } from "./order-choice"
import { filled } from "./value-words"
import type { ExploreWords } from "./words"

export type TableProps = {
  locale: Locale
  words: ExploreWords
  names: ExploreNames
  rows: readonly ExploreRow[]
  choice: ExploreChoice
  year: number
  /** Where each point's page is, by number. */
  points: Record<string, string>
  address: (choice: ExploreChoice) => string
  /** Takes a choice instead of following its address. */
  choose: Choose
  /** Whether scripts run: only then are the cells one tab stop. */
  isLive: boolean
}

/** A page of commitments. One tab stop with scripts, arrow keys from cell to cell; on a phone a card each. */
export function ExploreTable(props: TableProps) {
  const { locale, words, names, rows, choice, year, points, address, choose, isLive } = props
  const stop = isLive ? { tabIndex: -1 } : {}
  const head = { words, choice, address, choose, isLive }
  return (
    <div className="xt-wrap">
      <table className="xt" {...(isLive && { role: "grid", onKeyDown: moveByKey })}>
        <caption className="vh">
          {words.table}
          {isLive ? `. ${words.keys}` : ""}
        </caption>
        <thead>
          <tr role={isLive ? "row" : undefined}>
            <Head {...head} by="commitment" label={words.commitment} />
            {choice.columns.map((column) => (
              <Head key={column} {...head} by={column} label={words.columns[column]} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const href = `${points[row.point]}#${row.code}`
            return (
              <tr key={row.id} role={isLive ? "row" : undefined} data-commitment={row.id}>
                <th
                  scope="row"
                  role={isLive ? "rowheader" : undefined}
                  {...(isLive && { tabIndex: at === 0 ? 0 : -1 })}
                >
                  <b className="num pn">{row.code}</b>{" "}
                  <a href={href} {...stop}>
                    <Named locale={locale} text={row.text} />
                  </a>
                </th>
                {choice.columns.map((column) => (
                  <td key={column} data-l={words.columns[column]} role={isLive ? "gridcell" : undefined} {...stop}>
                    <Cell
                      column={column}
                      locale={locale}
                      words={words}
                      names={names}
                      row={row}
                      year={year}
                      href={href}
                      stop={stop}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Head({
  words,
  choice,
  by,
  label,
  address,
  choose,
  isLive,
}: Pick<TableProps, "words" | "choice" | "address" | "choose" | "isLive"> & {
  by: Column | "commitment"
  label: string
}) {
  const isOrder = choice.sort?.by === by
  const next: ExploreSort | null = nextSort(choice.sort, by)
  return (
    <th
      scope="col"
      role={isLive ? "columnheader" : undefined}
      tabIndex={isLive ? -1 : undefined}
      aria-sort={isOrder ? (choice.sort!.descending ? "descending" : "ascending") : undefined}
    >
      <a
        href={address({ ...choice, sort: next, after: null })}
        title={filled(words.sortBy, { column: label })}
        className={isOrder ? "font-bold text-ink" : undefined}
        tabIndex={isLive ? -1 : undefined}
        onClick={(event) => {
          event.preventDefault()
          choose((now) => ({ ...now, sort: next, after: null }))
        }}
      >
        {label}
        {isOrder ? (
          <Icon name="chevron-down" size={12} className={choice.sort!.descending ? "inline" : "inline rotate-180"} />
        ) : null}
      </a>
    </th>
  )
}

/** This way round, then the other, then the plan's own order again. */
function nextSort(sort: ExploreSort | null, by: ExploreSort["by"]): ExploreSort | null {
  const first = isFromAbove(by)
  if (sort?.by !== by) return { by, descending: first }
  return sort.descending === first ? { by, descending: !first } : null
}
