import { hasImbalance, trendTitle } from "@/components/views/overview/words"
import { hasDatedEvidence } from "@/components/views/point/evidence-section"
import type { DrawingName } from "@/lib/domain/drawing"
import { TRACKS } from "@/lib/domain/scale"
import type { CitedView } from "@/lib/domain/views/cited"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PointView } from "@/lib/domain/views/point"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { drawnApart } from "./drawing-apart"
import { isUntimely } from "./untimely"

/** A drawing of a page that can be had as a file, under the title that it has there. */
export type Drawn = { name: DrawingName; title: string }

/** The pictures of a screen: those of its drawings that it shows, and its other charts drawn for the picture alone. */
export const drawingsOf = (locale: Locale, shown: CitedView): Drawn[] =>
  isUntimely(shown) ? [] : [...inPage(locale, shown), ...drawnApart(locale, shown)]

function inPage(locale: Locale, { screen, view }: CitedView): Drawn[] {
  const { momentum, outcomes, sandbox } = messages(locale)
  switch (screen) {
    case "overview":
      return ofOverview(locale, view)
    case "point":
      return ofPoint(locale, view)
    case "compare":
      return ofCompare(locale, view)
    case "outcomes":
      return [{ name: "outcomes", title: outcomes.figure.title }]
    case "momentum":
      return [
        { name: "steps", title: momentum.steps.title },
        { name: "composition", title: momentum.composition.title },
      ]
    case "sandbox":
      return [{ name: "methods", title: sandbox.chart }]
    default:
      return []
  }
}

function ofOverview(locale: Locale, view: OverviewView): Drawn[] {
  const trend: Drawn = {
    name: "trend",
    title: trendTitle(
      locale,
      view,
      view.plans.find((it) => it.id === view.plan)!,
    ),
  }
  const { title } = messages(locale).overview.imbalanceChart
  return hasImbalance(view) ? [trend, { name: "imbalance", title }] : [trend]
}

function ofPoint(locale: Locale, view: PointView): Drawn[] {
  const { evidence, strands } = messages(locale).point
  const drawn = view.strands.flatMap(({ track, commitments }): Drawn[] =>
    commitments.length > 0 ? [{ name: `strand-${track}`, title: strands.named[track] }] : [],
  )
  return hasDatedEvidence(view) ? [...drawn, { name: "evidence", title: evidence.title }] : drawn
}

/** The core of two plans, where any link joins them, or both lanes, in each track shown. */
function ofCompare(locale: Locale, view: CompareView): Drawn[] {
  const { core, claims } = messages(locale).compare
  const tracks = TRACKS.filter((track) => view.track === null || view.track === track)
  if (view.claims) return tracks.map((track) => ({ name: `lanes-${track}`, title: claims.lanesTitle[track] }))
  const hasCore = view.plansCompared !== null && view.plansCompared.core.changedAt !== null
  return hasCore ? tracks.map((track) => ({ name: `core-${track}`, title: core.title[track] })) : []
}
