import type { ReactNode } from "react"
import { HaloLines, ValueAxis } from "@/components/charts/axes"
import { type Box, LINE_FROM_COVERAGE } from "@/components/charts/plot"
import { linear, px, type TimeScale } from "@/components/charts/scales"
import { partsOf, stepBand, stepLine } from "@/components/charts/steps"
import type { Day } from "@/lib/domain/date"
import type { Lane, Track } from "@/lib/domain/scale"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { Reach, SeriesPoint } from "@/lib/domain/views/series"

/** The indices of the tracks: bands under the rules, steps over them, cut where the plan was superseded. */
export function IndexPanel({
  box,
  x,
  series,
  tracks,
  lane,
  asOf,
  plan,
  dir,
  ticks,
  children,
}: {
  box: Box
  x: TimeScale
  series: readonly SeriesPoint[]
  tracks: readonly Track[]
  lane: Lane
  asOf: Day
  plan: PlanHead
  dir: "ltr" | "rtl"
  ticks: readonly number[]
  /** Lies over the rules and under the steps. */
  children?: ReactNode
}) {
  const { plot } = box
  const y = linear([0, 100], [plot.bottom, plot.top])
  const { cut, parts } = partsOf(series, plan, x, x(asOf))
  return (
    <>
      <g className="drawn">
        {parts.flatMap(({ points, reach }, at) =>
          tracks.map((track) => {
            const ranges = points.map((it) => ({ on: it.on, ...of(it, track) }))
            const look = track === "kinetic" ? "kb" : "nb"
            return <path key={`${at}${track}`} className={look} d={stepBand(ranges, x, y, reach)} />
          }),
        )}
      </g>
      <ValueAxis box={box} y={y} dir={dir} ticks={ticks.map((value) => ({ value, label: String(value) }))} />
      {children}
      <g className="drawn">
        <HaloLines
          lines={tracks.map((track) => ({
            className: track === "kinetic" ? "kl" : "nl",
            isDashed: lane === "claim",
            d: parts.map(({ points, reach }) => stepLine(lineFrom(series, points, track), x, y, reach)).join(""),
          }))}
        />
      </g>
      {cut === null ? null : <BreakMark x={cut} y={plot.bottom} />}
    </>
  )
}

const of = (point: SeriesPoint, track: Track): Reach => (track === "kinetic" ? point.kinetic : point.nonKinetic)

/** A track's values, null before enough of it was rated for a line to mean something. */
function lineFrom(series: readonly SeriesPoint[], part: readonly SeriesPoint[], track: Track) {
  const first = series.find((point) => of(point, track).coverage >= LINE_FROM_COVERAGE)?.on
  return part.map((point) => ({
    on: point.on,
    value: first !== undefined && point.on >= first ? of(point, track).index : null,
  }))
}

/** Two strokes through an axis: what stands before it and after it does not compare. */
export function BreakMark({ x, y }: { x: number; y: number }) {
  return (
    <path
      d={`M${px(x - 5)},${px(y + 6)}l4,-12M${px(x + 1)},${px(y + 6)}l4,-12`}
      style={{ stroke: "var(--ink)", strokeWidth: 1.5 }}
    />
  )
}
