import { imbalanceDomain } from "@/components/charts/imbalance-chart"
import {
  BREAK_GAP,
  type Box,
  imbalanceBox,
  LINE_FROM_COVERAGE,
  type Size,
  spanOf,
  trendBox,
} from "@/components/charts/plot"
import { dayNumber } from "@/components/charts/scales"
import { changesOnly } from "@/components/charts/steps"
import { type StrandAxis, strandBox, STRAND_GAP, type StrandLine } from "@/components/charts/strand-drawing"
import { toldIndex } from "@/lib/domain/indices"
import type { Lane, Track } from "@/lib/domain/scale"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * Day number (since 1970), then the values. Of a view: index, low and high of the kinetic and of the
 * non-kinetic track. Of a strand: the finding's index, low and high, the claim's index, and both lines'
 * heights, null where too little is rated to draw one.
 */
export type LiveStep = [number, ...(number | null)[]]

type LiveTime = {
  locale: Locale
  days: [number, number]
  /** The day asked about, and the day the plan was superseded where that lies before it. */
  end: number
  cut: number | null
  /** Only the days on which something changed. */
  steps: LiveStep[]
}

/** What all interactive charts of one view have in common: one object, so that it travels to the browser once. */
export type LiveView = LiveTime & {
  /** The first day of each track's line; null where there is none. */
  from: Record<Track, number | null>
  isClaim: boolean
  words: Record<Track | "range" | "unrated" | "cannotBeTold" | "imbalance", string>
}

/** One strand, finding against claim; shared by its two sizes. */
export type LiveStrand = LiveTime & { track: Track; words: Record<Lane | "range" | "unrated", string> }

/** `gap`: pixels left free on either side of the day the plan was superseded. */
type Frame = { box: Box; values: [number, number]; gap: number }
export type ViewDrawing = Frame & { kind: "trend" | "imbalance"; view: LiveView }
export type LiveStrandDrawing = Frame & { kind: "strand"; view: LiveStrand }

/** All that one interactive chart needs, small enough to travel with every page. */
export type LiveDrawing = ViewDrawing | LiveStrandDrawing

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
  kind: ViewDrawing["kind"],
): ViewDrawing {
  const { dir } = LOCALES[view.locale]
  return kind === "trend"
    ? { kind, box: trendBox(dir, size), values: [0, 100], gap: BREAK_GAP, view }
    : { kind, box: imbalanceBox(dir, size), values: imbalanceDomain(series), gap: BREAK_GAP, view }
}

/** One strand for its interactive charts; the two lines hold the same days. */
export function liveStrand(
  locale: Locale,
  { track, lines, from, until, asOf, brokenOn }: StrandAxis & { track: Track; lines: Record<Lane, StrandLine> },
): LiveStrand {
  const { charts, terms } = messages(locale)
  const all = lines.finding.map((finding, at): LiveStep => {
    const claim = lines.claim[at]!
    const values = [finding.index, finding.low, finding.high, claim.index, toldIndex(finding), toldIndex(claim)]
    return [dayNumber(finding.on), ...values.map(precise)]
  })
  return {
    locale,
    track,
    days: [dayNumber(from), dayNumber(until)],
    end: dayNumber(asOf),
    cut: brokenOn !== null && brokenOn < asOf ? dayNumber(brokenOn) : null,
    steps: changed(all),
    words: { ...terms.lane, range: charts.rangeWord, unrated: charts.cannotBeRated },
  }
}

export function liveStrandDrawing(view: LiveStrand, size: Parameters<typeof strandBox>[0]): LiveStrandDrawing {
  return { kind: "strand", box: strandBox(size, LOCALES[view.locale].dir), values: [0, 100], gap: STRAND_GAP, view }
}

function stepsOf(series: View["series"]): LiveStep[] {
  return changed(
    series.map(({ on, kinetic: k, nonKinetic: n }): LiveStep => [
      dayNumber(on),
      ...[k.index, k.low, k.high, n.index, n.low, n.high].map(precise),
    ]),
  )
}

// Four decimals: the tip rounds again, and must not round twice across a half.
const precise = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000)
const changed = (all: LiveStep[]) => changesOnly(all, (a, b) => a.slice(1).join() === b.slice(1).join())
