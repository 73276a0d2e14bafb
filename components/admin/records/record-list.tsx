import { valueText } from "@/components/admin/records/labels"
import { Icon } from "@/components/ui/icon"
import type { Kind } from "@/lib/domain/records"
import type { RecordRow } from "@/lib/domain/views/records"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** A page of the records of one kind, with the search above it; works without a script. */
export function RecordList({
  locale,
  kind,
  rows,
  text,
  page,
  pages,
  counts,
  nameOf,
}: {
  locale: Locale
  kind: Kind
  rows: RecordRow[]
  text: string
  page: number
  pages: number
  counts: { found: number; all: number }
  nameOf: (kind: Kind, id: string) => string
}) {
  const { records } = messages(locale).admin
  const base = `/${locale}/admin/records/${kind}`
  const to = (page: number) => `${base}?${new URLSearchParams({ ...(text && { q: text }), page: String(page) })}`
  return (
    <>
      <form className="mb-3 flex flex-wrap items-center gap-3" action={base} role="search">
        <input
          className="in w-[320px]! max-w-full"
          type="search"
          name="q"
          aria-label={records.search}
          placeholder={records.searchHint}
          defaultValue={text}
        />
        <button type="submit" className="btn">
          <Icon name="search" />
          {records.show}
        </button>
        {text === "" ? null : (
          <a className="small" href={base}>
            {records.clear}
          </a>
        )}
        <span className="small muted num">{records.count(counts.found, counts.all)}</span>
      </form>
      {rows.length === 0 ? <p className="py-6">{records.nothing}</p> : null}
      {rows.length > 0 ? (
        <table className="q">
          <thead>
            <tr>
              <th scope="col">{records.columns.name}</th>
              <th scope="col">{records.columns.detail}</th>
              <th scope="col">{records.columns.revision}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const name = inLocale(locale, row.name)
              const detail = row.detail.flatMap((field) => {
                const said = row.record[field]
                if (said === null && field !== "level") return []
                const value = said ?? row.record.unratedReason
                const path = said === null ? "unratedReason" : field
                return valueText(locale, kind, path, value, { beside: row.record, nameOf }) ?? []
              })
              return (
                <tr key={row.id} className="grid-cols-[minmax(0,1fr)_auto]!">
                  <td className="w">
                    <a
                      className="font-[550]"
                      href={`${base}/${encodeURIComponent(row.id)}`}
                      lang={name.lang}
                      dir="auto"
                    >
                      {name.text}
                    </a>
                    <br />
                    <bdi className="small muted">{row.id}</bdi>
                  </td>
                  <td className="w max-[820px]:col-span-2">{detail.join(" · ")}</td>
                  <td className="num max-[820px]:col-start-2! max-[820px]:row-start-1!">
                    {isolate(locale, `r${row.revision}`)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
      {pages > 1 ? (
        <nav className="mt-4 flex flex-wrap items-center gap-3" aria-label={records.pages}>
          {page > 1 ? (
            <a className="btn" href={to(page - 1)}>
              {records.previous}
            </a>
          ) : null}
          <span className="small num">{records.page(page, pages)}</span>
          {page < pages ? (
            <a className="btn" href={to(page + 1)}>
              {records.next}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}
