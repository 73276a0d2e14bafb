import type { ReactNode } from "react"
import { AsOfLine, HaloLine, TimeAxis, ValueAxis } from "@/components/charts/axes"
import { Canvas } from "@/components/charts/canvas"
import { EndLabels } from "@/components/charts/end-labels"
import { BREAK_GAP, LINE_FROM_COVERAGE, type Size, spanOf, trendBox } from "@/components/charts/plot"
import { linear, px, timeScale, yearTicks } from "@/components/charts/scales"
import { cutAt, stepBand, stepLine } from "@/components/charts/steps"
import {
  EventDiscs,
  EventLines,
  EventNames,
  type NamedEvent,
  placeEvents,
  PlanBrackets,
} from "@/components/charts/trend-marks"
import { TRACKS, type Track } from "@/lib/domain/scale"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { Reach, SeriesPoint } from "@/lib/domain/views/series"
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
  const parts = cutAt(view.series, plan.supersededOn)
  const shown = TRACKS.filter((track) => view.track === null || view.track === track)
  const placed = size === "wide" ? placeEvents(events, x, box) : []
  const cut = parts.length > 1 && plan.supersededOn !== null ? x(plan.supersededOn) : null
  const reachOf = (part: number) => ({
    start: part === 0 ? x(plan.adoptedOn) : (cut ?? 0) + BREAK_GAP,
    end: cut !== null && part === 0 ? cut - BREAK_GAP : end,
  })
  return (
    <Canvas name="trend" label={label} width={box.width} height={box.height} isWide={size === "wide"}>
      <g className="drawn">
        {parts.map((part, at) =>
          shown.map((track) => (
            <path
              key={`${at}${track}`}
              className={track === "kinetic" ? "kb" : "nb"}
              d={stepBand(
                part.map((it) => ({ on: it.on, ...of(it, track) })),
                x,
                y,
                reachOf(at),
              )}
            />
          )),
        )}
      </g>
      <ValueAxis box={box} y={y} dir={dir} ticks={VALUE_TICKS.map((value) => ({ value, label: String(value) }))} />
      <TimeAxis box={box} ticks={yearTicks(span, x, size === "wide" ? 24 : 18)} />
      {size === "wide" ? <EventLines placed={placed} box={box} /> : <EventDiscs events={events} x={x} box={box} />}
      {view.asOf < view.today ? <AsOfLine box={box} x={end} /> : null}
      <g className="drawn">
        {parts.map((part, at) =>
          shown.map((track) => (
            <HaloLine
              key={`${at}${track}`}
              className={track === "kinetic" ? "kl" : "nl"}
              isDashed={view.lane === "claim"}
              d={stepLine(lineFrom(view.series, part, track), x, y, reachOf(at))}
            />
          )),
        )}
      </g>
      {cut === null ? null : (
        <path
          d={`M${px(cut - 5)},${plot.bottom + 6}l4,-12M${px(cut + 1)},${plot.bottom + 6}l4,-12`}
          style={{ stroke: "var(--ink)", strokeWidth: 1.5 }}
        />
      )}
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

const of = (point: SeriesPoint, track: Track): Reach => (track === "kinetic" ? point.kinetic : point.nonKinetic)

/** A track's values, null before enough of it was rated for a line to mean something. */
export function lineFrom(series: readonly SeriesPoint[], part: readonly SeriesPoint[], track: Track) {
  const first = series.find((point) => of(point, track).coverage >= LINE_FROM_COVERAGE)?.on
  return part.map((point) => ({
    on: point.on,
    value: first !== undefined && point.on >= first ? of(point, track).index : null,
  }))
}
