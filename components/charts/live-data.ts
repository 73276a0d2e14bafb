import { imbalanceDomain } from "@/components/charts/imbalance-chart"
import { type Box, imbalanceBox, LINE_FROM_COVERAGE, type Size, spanOf, trendBox } from "@/components/charts/plot"
import { dayNumber } from "@/components/charts/scales"
import { changesOnly } from "@/components/charts/steps"
import type { Track } from "@/lib/domain/scale"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Day number (since 1970), then index, low and high of the kinetic and of the non-kinetic track. */
export type LiveStep = [number, ...(number | null)[]]

/** What all interactive charts of one view have in common: one object, so that it travels to the browser once. */
export type LiveView = {
  locale: Locale
  days: [number, number]
  /** The day asked about, and the day the plan was superseded where that lies before it. */
  end: number
  cut: number | null
  /** The first day of each track's line; null where there is none. */
  from: Record<Track, number | null>
  isClaim: boolean
  /** Only the days on which something changed. */
  steps: LiveStep[]
  words: Record<Track | "range" | "unrated" | "cannotBeTold" | "imbalance", string>
}

/** All that one interactive chart needs, small enough to travel with every page. */
export type LiveDrawing = { kind: "trend" | "imbalance"; box: Box; values: [number, number]; view: LiveView }

type View = Pick<OverviewView, "series" | "asOf" | "today" | "track" | "lane">

export function liveView(locale: Locale, view: View, plan: PlanHead): LiveView {
  const { charts, terms } = messages(locale)
  const [first, last] = spanOf(plan.adoptedOn, view.today)
  const lineFrom = (track: Track, key: "kinetic" | "nonKinetic") => {
    if (view.track !== null && view.track !== track) return null
    const on = view.series.find((point) => point[key].coverage >= LINE_FROM_COVERAGE)?.on
    return on === undefined ? null : dayNumber(on)
  }
  const { supersededOn } = plan
  return {
    locale,
    days: [dayNumber(first), dayNumber(last)],
    end: dayNumber(view.asOf),
    cut: supersededOn !== null && supersededOn < view.asOf ? dayNumber(supersededOn) : null,
    from: { kinetic: lineFrom("kinetic", "kinetic"), "non-kinetic": lineFrom("non-kinetic", "nonKinetic") },
    isClaim: view.lane === "claim",
    steps: stepsOf(view.series),
    words: {
      ...terms.track,
      range: charts.rangeWord,
      unrated: charts.cannotBeRated,
      cannotBeTold: terms.cannotBeTold,
      imbalance: terms.imbalance,
    },
  }
}

export function liveDrawing(
  view: LiveView,
  series: View["series"],
  size: Size,
  kind: LiveDrawing["kind"],
): LiveDrawing {
  const { dir } = LOCALES[view.locale]
  return kind === "trend"
    ? { kind, box: trendBox(dir, size), values: [0, 100], view }
    : { kind, box: imbalanceBox(dir, size), values: imbalanceDomain(series), view }
}

function stepsOf(series: View["series"]): LiveStep[] {
  // Four decimals: the tip rounds again, and must not round twice across a half.
  const precise = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000)
  const all = series.map(({ on, kinetic: k, nonKinetic: n }): LiveStep => [
    dayNumber(on),
    ...[k.index, k.low, k.high, n.index, n.low, n.high].map(precise),
  ])
  return changesOnly(all, (a, b) => a.slice(1).join() === b.slice(1).join())
}
