import type { ReactElement } from "react"
import { isByPoint, movedTitle } from "@/components/views/compare/moved-words"
import { untimelySides } from "@/components/views/compare/words"
import type { GridLook } from "@/components/views/overview/butterfly-cells"
import { crosswalkOf } from "@/components/views/point/crosswalk-links"
import type { Pinned } from "@/lib/domain/citation"
import { type DrawingApart, drawnApartOf, isGapGrid } from "@/lib/domain/drawing"
import type { CitedView } from "@/lib/domain/views/cited"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PointView } from "@/lib/domain/views/point"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ButterflyDrawing } from "./butterfly-drawing"
import { ClaimsDrawing } from "./claims-drawing"
import { LaneClaimsDrawing, SidesDrawing } from "./compare-drawings"
import { CrosswalkDrawing } from "./crosswalk-drawing"
import { LeadsDrawing, PromisesDrawing, StaleHeadlineDrawing } from "./momentum-drawings"
import { MovedDrawing } from "./moved-drawing"
import { SectorsDrawing, SilencesDrawing, StaleDrawing, StandDrawing } from "./overview-drawings"
import { PointProvincesDrawing } from "./point-provinces-drawing"
import { ProvincesDrawing } from "./provinces-drawing"
import { isUntimely } from "./untimely"

/** A chart under the title that it has on its page. */
type Titled = { title: string; drawing: ReactElement }
type Charts = Partial<Record<DrawingApart, Titled | null>>

/**
 * A chart of a screen that its page sets in text and boxes, as one drawing; null where the screen has no such chart.
 * `extra`: the page's own parameters, as a citation keeps them.
 */
export const drawingApart = (
  locale: Locale,
  shown: CitedView,
  name: DrawingApart,
  extra: Pinned["extra"] = [],
): ReactElement | null => chartsOf(locale, shown, extra)[name]?.drawing ?? null

/** The charts of a screen that are drawn apart, with their titles, in their order on it. */
export const drawnApart = (locale: Locale, shown: CitedView): { name: DrawingApart; title: string }[] => {
  const charts = chartsOf(locale, shown, [])
  return drawnApartOf(shown.screen).flatMap((name) => (charts[name] ? [{ name, title: charts[name].title }] : []))
}

function chartsOf(locale: Locale, shown: CitedView, extra: Pinned["extra"]): Charts {
  if (isUntimely(shown)) return {}
  if (shown.screen === "overview") return overviewCharts(locale, shown.view, lookOf(shown.view, extra))
  if (shown.screen === "compare") return compareCharts(locale, shown.view)
  if (shown.screen === "momentum") return momentumCharts(locale, shown.view)
  if (shown.screen === "point") return pointCharts(locale, shown.view)
  return {}
}

/** What the page's grid shows: the lane asked about, or how far claim and finding lie apart. */
const lookOf = ({ lane }: OverviewView, extra: Pinned["extra"]): GridLook => (isGapGrid(extra) ? "gap" : lane)

function overviewCharts(locale: Locale, view: OverviewView, look: GridLook): Charts {
  const { claims, grid, sectors, silences, stale, stand } = messages(locale).overview
  const { all } = view.tracks
  const of = { locale, view }
  return {
    stand: shownIf(all.commitments > 0, stand.title(all.commitments), <StandDrawing {...of} />),
    butterfly: shownIf(view.grid.rows.length > 0, grid.title, <ButterflyDrawing {...of} look={look} />),
    claims: shownIf(view.gaps.length > 0, claims.title, <ClaimsDrawing {...of} />),
    stale: shownIf(view.stalest.length > 0, stale.title, <StaleDrawing {...of} />),
    silences: shownIf(view.silences.length > 0, silences.title, <SilencesDrawing {...of} />),
    sectors: shownIf(view.sectors.length > 0, sectors.title, <SectorsDrawing {...of} />),
  }
}

function compareCharts(locale: Locale, view: CompareView): Charts {
  const { compare } = messages(locale)
  const { claims, comparable } = view
  if (untimelySides(view).length > 0) return {}
  const of = { locale, view }
  const hasSides = comparable.a.all.commitments + comparable.b.all.commitments > 0
  const rows = isByPoint(view) ? view.rows : view.commitments
  return {
    sides: shownIf(hasSides, compare.sides, <SidesDrawing {...of} />),
    moved: shownIf(rows.length > 0, movedTitle(locale, view), <MovedDrawing {...of} />),
    claims:
      claims === null
        ? null
        : shownIf(
            claims.rows.length > 0 && claims.years.length > 0,
            compare.claims.title,
            <LaneClaimsDrawing {...of} claims={claims} />,
          ),
  }
}

function momentumCharts(locale: Locale, view: MomentumView): Charts {
  const { leads, promises, provinces, stale } = messages(locale).momentum
  const { commitments, reports } = view.promises
  const of = { locale, view }
  return {
    stale: shownIf(view.tracks.all.commitments > 0, stale.title, <StaleHeadlineDrawing {...of} />),
    promises: shownIf(commitments.length + reports.length > 0, promises.title, <PromisesDrawing {...of} />),
    leads: shownIf(view.leads.kinds.length > 0, leads.title, <LeadsDrawing {...of} />),
    provinces: shownIf(view.provinces.regions.length > 0, provinces.title, <ProvincesDrawing {...of} />),
  }
}

function pointCharts(locale: Locale, view: PointView): Charts {
  const { crosswalk, provinces } = messages(locale).point
  const { links, other } = crosswalkOf(view)
  const of = { locale, view }
  return {
    provinces: shownIf(view.regions.length > 0, provinces.title, <PointProvincesDrawing {...of} />),
    crosswalk: shownIf(view.plans.length > 1 && links.length > 0, crosswalk.in(other), <CrosswalkDrawing {...of} />),
  }
}

const shownIf = (isThere: boolean, title: string, drawing: ReactElement): Titled | null =>
  isThere ? { title, drawing } : null
