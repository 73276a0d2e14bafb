import { HaloLine, ValueAxis } from "@/components/charts/axes"
import { type Box, BREAK_GAP } from "@/components/charts/plot"
import { linear, px, type TimeScale } from "@/components/charts/scales"
import { cutAt, stepBand, stepLine } from "@/components/charts/steps"
import { lineFrom } from "@/components/charts/trend-chart"
import type { Day } from "@/lib/domain/date"
import type { Lane, Track } from "@/lib/domain/scale"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { SeriesPoint } from "@/lib/domain/views/series"

/** The indices as one panel among others: bands under the rules, steps over them, cut where the plan was superseded. */
export function IndexPanel({
  box,
  x,
  series,
  tracks,
  lane,
  asOf,
  plan,
  dir,
}: {
  box: Box
  x: TimeScale
  series: readonly SeriesPoint[]
  tracks: readonly Track[]
  lane: Lane
  asOf: Day
  plan: PlanHead
  dir: "ltr" | "rtl"
}) {
  const { plot } = box
  const y = linear([0, 100], [plot.bottom, plot.top])
  const parts = cutAt(series, plan.supersededOn)
  const cut = parts.length > 1 && plan.supersededOn !== null ? x(plan.supersededOn) : null
  const reachOf = (part: number) => ({
    start: part === 0 ? x(plan.adoptedOn) : (cut ?? 0) + BREAK_GAP,
    end: cut !== null && part === 0 ? cut - BREAK_GAP : x(asOf),
  })
  const reach = (point: SeriesPoint, track: Track) => (track === "kinetic" ? point.kinetic : point.nonKinetic)
  return (
    <>
      <g className="drawn">
        {parts.flatMap((part, at) =>
          tracks.map((track) => {
            const points = part.map((it) => ({ on: it.on, ...reach(it, track) }))
            const look = track === "kinetic" ? "kb" : "nb"
            return <path key={`${at}${track}`} className={look} d={stepBand(points, x, y, reachOf(at))} />
          }),
        )}
      </g>
      <ValueAxis box={box} y={y} dir={dir} ticks={[0, 50, 100].map((value) => ({ value, label: String(value) }))} />
      <g className="drawn">
        {parts.flatMap((part, at) =>
          tracks.map((track) => (
            <HaloLine
              key={`${at}${track}`}
              className={track === "kinetic" ? "kl" : "nl"}
              isDashed={lane === "claim"}
              d={stepLine(lineFrom(series, part, track), x, y, reachOf(at))}
            />
          )),
        )}
      </g>
      {cut === null ? null : <BreakMark x={cut} y={plot.bottom} />}
    </>
  )
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
