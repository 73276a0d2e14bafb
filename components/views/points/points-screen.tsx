import type { ReactNode } from "react"
import { exportLinks, ViewControls } from "@/components/views/controls"
import type { Hrefs } from "@/components/views/hrefs"
import { NotAdopted } from "@/components/views/not-adopted"
import type { CitationView } from "@/lib/domain/citation-style"
import type { Query } from "@/lib/domain/query"
import type { Track } from "@/lib/domain/scale"
import { finder, searchable } from "@/lib/domain/search"
import type { PointRow, PointsView } from "@/lib/domain/views/points"
import { unadopted } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { PointFilters } from "./filters"
import { PointsTable } from "./points-table"

/** The points of a plan, filtered and ordered. `find` keeps those whose title, number or named bodies hold the words. */
export function PointsScreen({
  locale,
  view,
  query,
  hrefs,
  share,
  cite,
  embed,
  controls,
  find = "",
}: {
  locale: Locale
  view: PointsView
  query: Query
  hrefs: Hrefs
  share?: ReactNode
  cite?: CitationView | undefined
  embed?: ReactNode
  /** In place of the site's own view bar. */
  controls?: ReactNode
  find?: string
}) {
  const { points } = messages(locale)
  const finds = finder(find)
  const rows = view.rows.filter((row) => holds(row, finds))
  const plan = view.plans.find((each) => each.id === view.plan)!
  const exports = hrefs.here({}) === null ? [] : exportLinks(locale, "/api/v1/points", query)
  const sum = (of: (row: PointRow) => number) => view.rows.reduce((total, row) => total + of(row), 0)
  const both = view.rows.filter((row) => row.kinetic.commitments > 0 && row.nonKinetic.commitments > 0)
  const ahead = (track: Track) => both.filter((row) => row.imbalance.verdict === `${track}-ahead`).length
  return (
    <>
      {controls ?? <ViewControls {...{ locale, view, query, hrefs, share, exports, cite, embed }} />}
      <div className="wrap">
        {unadopted(view) ? (
          <NotAdopted {...{ locale, view, hrefs }} />
        ) : (
          <>
            <header className="hero !pb-2">
              <h1>{points.heading(view.rows.length, plan.year)}</h1>
              <p className="lede max-w-[62ch]">
                {view.track === null
                  ? `${points.both(both.length, { kinetic: ahead("kinetic"), "non-kinetic": ahead("non-kinetic") })} `
                  : ""}
                {points.reach(
                  sum((row) => row.all.rated),
                  sum((row) => row.all.commitments),
                )}
              </p>
            </header>
            <PointFilters locale={locale} view={view} query={query} hrefs={hrefs} find={find} />
            <p className="small muted mt-4 flex flex-wrap justify-between gap-x-6">
              <span className="num" role="status">
                {points.shown(rows.length, plan.pointCount)}
              </span>
              <span>{points.unit}</span>
            </p>
            {rows.length > 0 ? (
              <PointsTable locale={locale} view={view} rows={rows} hrefs={hrefs} />
            ) : (
              <div className="state mt-4 !min-h-[180px]">
                <h2>{points.none}</h2>
                <p>{points.noneHint}</p>
              </div>
            )}
            <p className="src">{points.source}</p>
          </>
        )}
      </div>
    </>
  )
}

function holds(row: PointRow, finds: ReturnType<typeof finder>): boolean {
  const texts = [row.point.title, ...row.leads].flatMap((text) => [text.en, text.ur])
  return finds(searchable([String(row.point.number), ...texts]))
}
