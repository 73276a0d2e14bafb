import type { ReactNode } from "react"
import { AsOfLine, TimeAxis } from "@/components/charts/axes"
import { Canvas } from "@/components/charts/canvas"
import { EndLabels } from "@/components/charts/end-labels"
import { IndexPanel } from "@/components/charts/index-panel"
import { BREAK_GAP, type Size, spanOf, trendBox } from "@/components/charts/plot"
import { linear, timeScale, yearTicks } from "@/components/charts/scales"
import { partsOf } from "@/components/charts/steps"
import {
  EventDiscs,
  EventLines,
  EventNames,
  type NamedEvent,
  placeEvents,
  PlanBrackets,
} from "@/components/charts/trend-marks"
import { TRACKS } from "@/lib/domain/scale"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import { type Locale, LOCALES } from "@/lib/i18n/locale"

export const VALUE_TICKS = [0, 25, 50, 75, 100]

/**
 * Both tracks as steps with the band left open by what cannot be rated, cut where the plan was
 * superseded. The canonical drawing: rendered on the server, and all there is without JavaScript.
 */
export function TrendChart({
  locale,
  view,
  plan,
  events,
  size,
  label,
  over,
}: {
  locale: Locale
  view: Pick<OverviewView, "series" | "tracks" | "track" | "lane" | "asOf" | "today">
  plan: PlanHead
  events: readonly NamedEvent[]
  size: Size
  /** The finding, for a screen reader. */
  label: string
  /** Lies over the drawing. */
  over?: ReactNode
}) {
  const { dir } = LOCALES[locale]
  const box = trendBox(dir, size)
  const { plot } = box
  const span = spanOf(plan.adoptedOn, view.today)
  const x = timeScale(span, [plot.left, plot.right])
  const y = linear([0, 100], [plot.bottom, plot.top])
  const end = x(view.asOf)
  const { cut } = partsOf(view.series, plan, x, end)
  const shown = TRACKS.filter((track) => view.track === null || view.track === track)
  const placed = size === "wide" ? placeEvents(events, x, box) : []
  return (
    <Canvas name="trend" label={label} width={box.width} height={box.height} isWide={size === "wide"}>
      <IndexPanel
        {...{ box, x, plan, dir }}
        series={view.series}
        tracks={shown}
        lane={view.lane}
        asOf={view.asOf}
        ticks={VALUE_TICKS}
      >
        <TimeAxis box={box} ticks={yearTicks(span, x, size === "wide" ? 24 : 18)} />
        {size === "wide" ? <EventLines placed={placed} box={box} /> : <EventDiscs events={events} x={x} box={box} />}
        {view.asOf < view.today ? <AsOfLine box={box} x={end} /> : null}
      </IndexPanel>
      <EventNames placed={placed} locale={locale} />
      <EndLabels
        {...{ locale, y, box, size }}
        ends={shown.map((track) => ({
          track,
          score: track === "kinetic" ? view.tracks.kinetic : view.tracks.nonKinetic,
        }))}
        x={end}
        labelX={
          end + (dir === "rtl" && view.asOf === view.today ? (size === "wide" ? 42 : 34) : size === "wide" ? 14 : 10)
        }
      />
      <PlanBrackets {...{ locale, plan, x, box, size }} end={plot.right} isRevised={cut !== null} gap={BREAK_GAP} />
      {over}
    </Canvas>
  )
}
