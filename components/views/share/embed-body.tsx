import { Moved } from "@/components/views/compare/moved"
import { Basket, SideCards } from "@/components/views/compare/sides"
import { ledeOf as compareLede, untimelySides } from "@/components/views/compare/words"
import { NO_HREFS } from "@/components/views/hrefs"
import { StepsFigure } from "@/components/views/momentum/steps-figure"
import { ledeOf } from "@/components/views/momentum/words"
import { notAdoptedLede, notAdoptedWords } from "@/components/views/not-adopted"
import { OutcomesFigure } from "@/components/views/outcomes/outcomes-screen"
import { ImbalanceScale } from "@/components/views/overview/imbalance-scale"
import { Stand } from "@/components/views/overview/stand"
import { Trend } from "@/components/views/overview/trend"
import { trendFinding } from "@/components/views/overview/words"
import { pointHeadline } from "@/components/views/point/strand-words"
import { StrandsSection } from "@/components/views/point/strands-section"
import { PointsTable } from "@/components/views/points/points-table"
import type { Shown } from "@/components/views/share/embed"
import { chartOf } from "@/components/views/share/link-chart"
import type { ShareChart } from "@/lib/domain/share"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { OverviewView } from "@/lib/domain/views/overview"
import { unadopted } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What an embedded view shows under its finding: the screen's main drawings, or its only chart. */
export function EmbedBody({ locale, shared, chart }: { locale: Locale; shared: Shown; chart: ShareChart | null }) {
  if (chart !== null) return chartOf({ locale, shared, chart, hrefs: NO_HREFS }).figure
  if (unadopted(shared.view) && shared.screen !== "compare" && shared.screen !== "outcomes") {
    // Of a point the words above are its title alone.
    const words = shared.screen === "point" ? notAdoptedWords : notAdoptedLede
    return <p className="lead">{words(locale, shared.view)}</p>
  }
  if (shared.screen === "overview") return <OverviewBody locale={locale} view={shared.view} />
  if (shared.screen === "compare") return <CompareBody locale={locale} view={shared.view} />
  if (shared.screen === "outcomes") {
    return (
      <>
        <p className="lead">
          {messages(locale).outcomes.lede} {notAdoptedWords(locale, shared.view)}
        </p>
        <OutcomesFigure locale={locale} view={shared.view} />
      </>
    )
  }
  if (shared.screen === "momentum") {
    return (
      <>
        <p className="lead">{ledeOf(locale, shared.view)}</p>
        <StepsFigure locale={locale} view={shared.view} hrefs={NO_HREFS} />
      </>
    )
  }
  return shared.screen === "point" ? (
    <>
      <p className="lead">{pointHeadline(locale, shared.view)}</p>
      <StrandsSection locale={locale} view={shared.view} alone />
    </>
  ) : (
    <>
      <p className="lead">{messages(locale).points.unit}</p>
      <PointsTable locale={locale} view={shared.view} rows={shared.view.rows} hrefs={NO_HREFS} />
    </>
  )
}

function CompareBody({ locale, view }: { locale: Locale; view: CompareView }) {
  return (
    <>
      <p className="lead">{compareLede(locale, view)}</p>
      {untimelySides(view).length > 0 ? null : (
        <>
          <Basket locale={locale} view={view} />
          <SideCards locale={locale} view={view} />
          <Moved locale={locale} view={view} hrefs={NO_HREFS} className="mt-6" />
        </>
      )}
    </>
  )
}

function OverviewBody({ locale, view }: { locale: Locale; view: OverviewView }) {
  const plan = view.plans.find((each) => each.id === view.plan)
  if (!plan) return null
  return (
    <>
      <p className="lead">{trendFinding(locale, view)}</p>
      <div className="halves">
        <Trend locale={locale} view={view} plan={plan} alone />
        <div>
          <Stand locale={locale} view={view} hrefs={NO_HREFS} />
          {view.track === null ? <ImbalanceScale locale={locale} imbalance={view.imbalance} /> : null}
        </div>
      </div>
    </>
  )
}
