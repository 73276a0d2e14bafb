import type { ReactNode } from "react"
import { Figure } from "@/components/charts/figure"
import { KeyList } from "@/components/charts/key-list"
import { OutcomesChart } from "@/components/charts/outcomes-chart"
import { EventList, namedEvents } from "@/components/charts/trend-marks"
import { drawingsOf } from "@/components/drawings/offered"
import { Disclosure } from "@/components/ui/disclosure"
import { exportLinks, ViewControls } from "@/components/views/controls"
import type { Hrefs } from "@/components/views/hrefs"
import { notAdoptedWords } from "@/components/views/not-adopted"
import { onlyOf } from "@/components/views/only-of"
import { countsFinding, coursesFinding, outcomeLabel } from "@/components/views/outcomes/words"
import { EventTable } from "@/components/views/overview/trend"
import type { CitationView } from "@/lib/domain/citation-style"
import type { Query } from "@/lib/domain/query"
import type { OutcomesView } from "@/lib/domain/views/outcomes"
import { formatDay } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ChoosePanels } from "./choose-panels"
import { Downloads } from "./downloads"
import { figureKey } from "./figure-key"
import { OutcomesTable } from "./outcomes-table"
import { SourcesTable } from "./sources-table"

const SIZES = [
  { size: "wide", only: "only-l" },
  { size: "narrow", only: "only-s" },
] as const

/** The index beside what publishers counted. `show`: the reader's own choice of panels, by comma; empty without one. */
export function OutcomesScreen({
  locale,
  view,
  query,
  hrefs,
  cite,
  share,
  controls,
  show,
}: {
  locale: Locale
  view: OutcomesView
  query: Query
  hrefs: Hrefs
  cite?: CitationView | undefined
  share?: ReactNode
  /** In place of the site's own view bar. */
  controls?: ReactNode
  show: string
}) {
  const { outcomes } = messages(locale)
  const own = show ? { show } : undefined
  return (
    <>
      {controls ?? (
        <ViewControls
          {...{ locale, view, query, hrefs, share, cite }}
          exports={exportLinks(locale, "/api/v1/outcomes", query, own)}
          drawn={drawingsOf(locale, { screen: "outcomes", view })}
        />
      )}
      <div className="wrap">
        <header className="hero !pb-6">
          <h1 className="max-w-[24em]">{outcomes.heading}</h1>
          <p className="lede max-w-[46em]">
            <b>{outcomes.lede}</b> {notAdoptedWords(locale, view)}
          </p>
        </header>
        <OutcomesFigure locale={locale} view={view} />
        {hrefs.isLink ? null : (
          <>
            <ChoosePanels locale={locale} view={view} hrefs={hrefs} isChosen={show !== ""} />
            <Downloads locale={locale} query={query} own={own} />
          </>
        )}
      </div>
    </>
  )
}

/** The index above, a panel of each count below, on one time axis, with every figure and event behind it. */
export function OutcomesFigure({ locale, view }: { locale: Locale; view: OutcomesView }) {
  const { outcomes, charts } = messages(locale)
  const plan = view.plans.find((each) => each.id === view.plan)!
  const next = view.plans.find((each) => each.adoptedOn > plan.adoptedOn) ?? null
  const events = namedEvents(locale, view, plan, next)
  const counts = countsFinding(locale, view)
  const figures = view.panels.reduce((sum, panel) => sum + panel.figures.length, 0)
  return (
    <Figure
      locale={locale}
      id="outcomes"
      title={outcomes.figure.title}
      className="osub"
      finding={coursesFinding(locale, view)}
      note={[view.panels.length > 0 ? outcomes.figure.note(view.panels.length) : null, onlyOf(locale, "events", view)]
        .filter(Boolean)
        .join(" ")}
      table={<OutcomesTable locale={locale} view={view} plan={plan} />}
      more={
        <>
          {figures > 0 ? (
            <Disclosure label={outcomes.sources.button(figures)} icon="list">
              <SourcesTable locale={locale} view={view} />
            </Disclosure>
          ) : null}
          {view.events.length > 0 ? (
            <Disclosure label={outcomes.figure.events(view.events.length)} icon="list">
              <EventTable locale={locale} view={view} />
            </Disclosure>
          ) : null}
        </>
      }
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      <KeyList items={figureKey(locale, view)} />
      {SIZES.map(({ size, only }) => (
        <div key={size} className={only} dir="ltr" lang={LOCALES[locale].dir === "rtl" ? locale : undefined}>
          <OutcomesChart {...{ locale, view, plan, events, size }} label={outcomeLabel(locale, view)} />
        </div>
      ))}
      <div className="only-s">
        <EventList locale={locale} events={events} />
      </div>
      {counts ? <p className="sub">{counts}</p> : null}
    </Figure>
  )
}
