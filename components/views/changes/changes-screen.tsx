import { Icon } from "@/components/ui/icon"
import { Cite, CitedOnPaper } from "@/components/views/cite"
import { exportLinks } from "@/components/views/controls"
import type { Hrefs } from "@/components/views/hrefs"
import type { CitationView } from "@/lib/domain/citation-style"
import type { Query } from "@/lib/domain/query"
import { type ChangeFilter, CHANGES_PER_PAGE, type ChangesView } from "@/lib/domain/views/changes"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { changesAddress } from "./address"
import { ChangeFilters } from "./filters"
import { RevisionRow } from "./revision-row"

type Props = { locale: Locale; view: ChangesView; query: Query; hrefs: Hrefs }

const FEED_FORMATS = ["atom", "json"] as const
const FEED_TYPES = { atom: "application/atom+xml", json: "application/feed+json" }

/** What was published, newest first: the world's changes told from corrections, re-checks and removals. */
export function ChangesScreen({ locale, view, query, hrefs, cite }: Props & { cite?: CitationView | undefined }) {
  const { changes, data } = messages(locale)
  const { filter } = view
  const { title, lede } = titleOfChanges(locale, filter)
  const from = (view.page - 1) * CHANGES_PER_PAGE
  return (
    <div className="wrap">
      <header className="hero pb-2!">
        <h1>{title}</h1>
        <p className="lede max-w-[46em]">{lede}</p>
        <div className="acts mt-3.5">
          {exportLinks(locale, "/api/v1/changes", {}).map(({ label, href }) => (
            <a key={href} className="btn" href={withFilter(href, changesAddress(locale, filter, query))} download>
              <Icon name="download" />
              {label}
            </a>
          ))}
          {FEED_FORMATS.map((format) => (
            <a key={format} className="btn" href={feedAddress(locale, filter, format)} type={FEED_TYPES[format]}>
              {data.feeds[format]}
            </a>
          ))}
          {cite ? <Cite locale={locale} citation={cite} /> : null}
        </div>
        {cite ? <CitedOnPaper locale={locale} citation={cite} /> : null}
      </header>
      <ChangeFilters locale={locale} view={view} query={query} />
      <p className="small muted mt-4 flex flex-wrap justify-between gap-x-6">
        <span className="num" role="status">
          {changes.shown(from + 1, from + view.revisions.length, view.total)}
        </span>
        <span>{changes.effectNote(formatDay(locale, view.asOf))}</span>
      </p>
      {view.revisions.length === 0 ? (
        <div className="state mt-4 min-h-[180px]!">
          <h2>{changes.none}</h2>
          <p>
            <a href={changesAddress(locale, {}, query)}>{changes.everything}</a>
          </p>
        </div>
      ) : (
        <table className="evd cor mt-4">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{changes.columns.published}</th>
              <th scope="col">{changes.columns.changed}</th>
              <th scope="col">{changes.columns.effect}</th>
            </tr>
          </thead>
          <tbody>
            {view.revisions.map((revision) => (
              <RevisionRow
                key={revision.revision}
                locale={locale}
                view={view}
                query={query}
                hrefs={hrefs}
                revision={revision}
              />
            ))}
          </tbody>
        </table>
      )}
      <Pager locale={locale} view={view} query={query} />
      <p className="src">{changes.source}</p>
    </div>
  )
}

/** What a list of changes is called, on the page and in the browser. */
export function titleOfChanges(locale: Locale, filter: ChangeFilter): { title: string; lede: string } {
  const { changes } = messages(locale)
  return filter.revision === null ? changes.headings[filter.kind ?? "all"] : changes.one(filter.revision)
}

/** The same changes to follow in a feed reader, as far as a feed can be narrowed so. */
function feedAddress(
  locale: Locale,
  { kind, plan, points, track }: ChangeFilter,
  format: (typeof FEED_FORMATS)[number],
): string {
  const search = new URLSearchParams({
    ...(kind === "correction" && { kind }),
    ...(kind === "world-changed" && { kind: "world" }),
    ...(plan !== null && { plan }),
    ...(points?.length === 1 && { point: String(points[0]) }),
    ...(track !== null && { track }),
  })
  return `/feeds/${locale}/changes.${format}${search.size > 0 ? `?${search}` : ""}`
}

/** The same parameters as the page's, for the table and the data. */
function withFilter(href: string, page: string): string {
  const [path = "", search = ""] = href.split("?")
  const own = page.split("?")[1] ?? ""
  const all = [own, search].filter(Boolean).join("&")
  return all ? `${path}?${all}` : path
}

function Pager({ locale, view, query }: Omit<Props, "hrefs">) {
  const { changes } = messages(locale)
  if (view.pages === 1) return null
  const to = (page: number) => changesAddress(locale, view.filter, query, page)
  return (
    <nav className="acts mt-5 items-center" aria-label={changes.pages}>
      {view.page > 1 ? (
        <a className="btn" href={to(view.page - 1)} rel="prev">
          {changes.newer}
        </a>
      ) : null}
      <span className="small num">{changes.page(view.page, view.pages)}</span>
      {view.page < view.pages ? (
        <a className="btn" href={to(view.page + 1)} rel="next">
          {changes.older}
        </a>
      ) : null}
    </nav>
  )
}
