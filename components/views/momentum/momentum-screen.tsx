import type { ReactNode } from "react"
import { drawingsOf } from "@/components/drawings/offered"
import { exportLinks, ViewControls } from "@/components/views/controls"
import type { Hrefs } from "@/components/views/hrefs"
import { NotAdopted } from "@/components/views/not-adopted"
import type { CitationView } from "@/lib/domain/citation-style"
import { type Query, searchOf } from "@/lib/domain/query"
import type { MomentumView } from "@/lib/domain/views/momentum"
import { unadopted } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { CompositionFigure } from "./composition-figure"
import { LeadsFigure } from "./leads-figure"
import { PromisesFigure } from "./promises-figure"
import { ProvincesFigure } from "./provinces-figure"
import { StaleFigure } from "./stale-figure"
import { StepsFigure } from "./steps-figure"
import { ledeOf } from "./words"

/** What moved, and what the headline stands on. */
export function MomentumScreen({
  locale,
  view,
  query,
  hrefs,
  cite,
  share,
  controls,
}: {
  locale: Locale
  view: MomentumView
  query: Query
  hrefs: Hrefs
  cite?: CitationView | undefined
  share?: ReactNode
  /** In place of the site's own view bar. */
  controls?: ReactNode
}) {
  const { momentum } = messages(locale)
  const plan = view.plans.find((each) => each.id === view.plan)!
  return (
    <>
      {controls ?? (
        <ViewControls
          {...{ locale, view, query, hrefs, share, cite }}
          exports={exportLinks(locale, "/api/v1/momentum", query)}
          drawn={drawingsOf(locale, { screen: "momentum", view })}
        />
      )}
      <div className="wrap">
        {unadopted(view) ? (
          <NotAdopted {...{ locale, view, hrefs }} />
        ) : (
          <>
            <header className="hero !pb-6">
              <h1 className="max-w-[24em]">{momentum.heading}</h1>
              <p className="lede max-w-[46em]">{ledeOf(locale, view)}</p>
            </header>
            <section className="sec grid">
              <StepsFigure locale={locale} view={view} hrefs={hrefs} />
              <CompositionFigure locale={locale} view={view} />
            </section>
            <section className="sec grid">
              <StaleFigure locale={locale} view={view} hrefs={hrefs} />
            </section>
            <section className="sec grid">
              <PromisesFigure locale={locale} view={view} plan={plan} hrefs={hrefs} />
              <Ladder locale={locale} query={query} hrefs={hrefs} />
            </section>
            <section className="sec grid">
              <LeadsFigure locale={locale} view={view} hrefs={hrefs} />
            </section>
            <section className="sec grid">
              <ProvincesFigure locale={locale} view={view} hrefs={hrefs} />
            </section>
          </>
        )}
      </div>
    </>
  )
}

/** The record has no such distinction, and the page says so. */
function Ladder({ locale, query, hrefs }: { locale: Locale; query: Query; hrefs: Hrefs }) {
  const { ladder } = messages(locale).momentum
  return (
    <section className="col-span-6" aria-labelledby="ladder">
      <h2 id="ladder" className="text-[1.375rem]">
        {ladder.title}
      </h2>
      <p className="mt-2 max-w-[60ch]">{ladder.text}</p>
      {hrefs.isLink ? null : (
        <ul className="small mt-3 flex flex-col gap-2">
          <li>
            <a href={`${hrefs.method()}#byType`}>{ladder.types}</a>
          </li>
          <li>
            <a href={`/${locale}/outcomes${searchOf(query)}`}>{ladder.outcomes}</a>
          </li>
        </ul>
      )}
    </section>
  )
}
