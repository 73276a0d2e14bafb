import type { ReactNode } from "react"
import type { Drawn } from "@/components/drawings/offered"
import { Icon } from "@/components/ui/icon"
import { Cite, CitedOnPaper, CiteWords } from "@/components/views/cite"
import { AsOf } from "@/components/views/controls/as-of"
import { ClosePanels } from "@/components/views/controls/close-panels"
import { Known, KnownCard } from "@/components/views/controls/known"
import { LaneChoice, Narrowed, RegionChoice, TrackChoice } from "@/components/views/controls/narrow"
import { Panel } from "@/components/views/controls/panel"
import { Pictures } from "@/components/views/controls/pictures"
import { PlanChoice } from "@/components/views/controls/segment"
import { Sheet } from "@/components/views/controls/sheet"
import { narrowings, summaryOf } from "@/components/views/controls/words"
import type { Hrefs } from "@/components/views/hrefs"
import type { CitationView } from "@/lib/domain/citation-style"
import { type Query, searchOf } from "@/lib/domain/query"
import type { Frame } from "@/lib/domain/views/overview"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

export type ExportLink = { label: string; href: string }

type ControlsProps = {
  locale: Locale
  view: Frame
  query: Query
  hrefs: Hrefs
  /** The button that makes a link to this view; shown twice, on the bar and on a phone's summary line. */
  share?: ReactNode
  exports?: ExportLink[]
  /** The drawings that the export panel offers as pictures: those the page shows. */
  drawn?: Drawn[]
  /** How to cite the view; nothing inside a link, which leads nowhere else. */
  cite?: CitationView | undefined
  /** The code that puts the view into another site's page (EmbedCode); stands with the exports. */
  embed?: ReactNode
  /** Controls of one screen only, such as the order of a list; below the bar. */
  extra?: ReactNode
  /** False where the address settles the plan, as on a point's page. */
  plans?: boolean
  /** False where the screen itself offers the tracks. */
  tracks?: boolean
}

/**
 * What is being looked at, and how to look at something else: every choice is a link or a GET form, so the
 * same address always gives the same page. Where nothing else is reachable it only says what is shown.
 */
export function ViewControls(props: ControlsProps) {
  const {
    locale,
    view,
    query,
    hrefs,
    share,
    exports = [],
    drawn = [],
    cite,
    embed,
    extra,
    plans = true,
    tracks = true,
  } = props
  const { controls } = messages(locale)
  const here = hrefs.here({})
  const isFixed = here === null
  const narrowed = narrowings(locale, view, hrefs)
  const parts = { locale, view, query, hrefs }
  const pictures =
    here === null || hrefs.isLink || drawn.length === 0 ? null : <Pictures {...{ locale, here, drawn }} />
  return (
    <div className="wrap">
      <div className="view relative" role="group" aria-label={controls.label}>
        {plans ? <PlanChoice {...parts} /> : null}
        <AsOf {...parts} id="asof" />
        {isFixed ? (
          <span className="small muted">{summaryOf(locale, view, query)}</span>
        ) : (
          <>
            {query.known === null ? <Known {...parts} /> : null}
            <Panel label={controls.narrow} icon="filter">
              <div className="flex flex-col gap-4">
                <LaneChoice {...parts} />
                {tracks ? <TrackChoice {...parts} /> : null}
                <RegionChoice {...parts} id="region" />
              </div>
            </Panel>
          </>
        )}
        {/* Together, so that a narrow bar takes all of them to its second line. */}
        <div className="ms-auto flex gap-2">
          {share}
          {exports.length > 0 ? (
            <Panel label={controls.export} icon="download" look="btn" end>
              <ExportLinks links={exports} />
              {pictures}
              {embed}
            </Panel>
          ) : null}
          {cite ? <Cite locale={locale} citation={cite} /> : null}
        </div>
      </div>
      <div className="viewsum">
        <span>{summaryOf(locale, view, query)}</span>
        {isFixed ? null : (
          <button type="button" className="btn" popoverTarget="view-sheet">
            <Icon name="filter" />
            {controls.change}
          </button>
        )}
        {share}
      </div>
      {cite ? <CitedOnPaper locale={locale} citation={cite} summary={summaryOf(locale, view, query)} /> : null}
      {isFixed ? null : (
        <Sheet {...parts} plans={plans} tracks={tracks}>
          {exports.length > 0 ? <ExportLinks links={exports} /> : null}
          {pictures}
          {embed}
          {cite ? <CiteWords locale={locale} citation={cite} /> : null}
        </Sheet>
      )}
      {isFixed || query.known === null ? null : <KnownCard {...parts} />}
      {extra || narrowed.length > 0 ? (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          {narrowed.length > 0 ? <Narrowed locale={locale} items={narrowed} /> : null}
          {extra}
        </div>
      ) : null}
      <ClosePanels />
    </div>
  )
}

function ExportLinks({ links }: { links: ExportLink[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {links.map((link) => (
        <li key={link.href}>
          <a className="btn ghost w-full justify-start!" href={link.href} download>
            <Icon name="download" />
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The table and the data of a view, from the same question: `path` is the view's own, "/api/v1/overview". */
export function exportLinks(
  locale: Locale,
  path: string,
  query: Partial<Query>,
  /** Parameters of the screen's own. */
  own: Record<string, string> = {},
): ExportLink[] {
  const { exportAs } = messages(locale).controls
  const [asked, more] = [searchOf(query), new URLSearchParams(own).toString()]
  const search = more ? `${asked}${asked ? "&" : "?"}${more}` : asked
  return [
    { label: exportAs.csv, href: `${path}${search}${search ? "&" : "?"}format=csv` },
    { label: exportAs.json, href: `${path}${search}` },
    { label: exportAs.xlsx, href: `${path}${search}${search ? "&" : "?"}format=xlsx&lang=${locale}` },
  ]
}
