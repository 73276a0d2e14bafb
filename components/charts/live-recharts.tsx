import { useLayoutEffect, useRef, useState } from "react"
import { Area, ComposedChart, Line, ReferenceDot, ReferenceLine, XAxis, YAxis } from "recharts"
import { CLAIM_DASH } from "@/components/charts/axes"
import { LiveTip } from "@/components/charts/live-tip"
import type { LiveDrawing, LiveStep, LiveView } from "@/components/charts/live-data"

export type LiveProps = { drawing: LiveDrawing; at: number | null; dir: "ltr" | "rtl" }

/** The lines and bands of one chart by recharts, laid exactly over the server's axes and labels. */
export function LiveRecharts({ drawing, at, dir }: LiveProps) {
  const { box, values } = drawing
  const frame = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useLayoutEffect(() => {
    const svg = frame.current?.parentElement?.querySelector("svg")
    if (!svg) return
    const measure = () => setScale(svg.getBoundingClientRect().width / box.width)
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(svg)
    return () => observer.disconnect()
  }, [box.width])
  const rows = rowsOf(drawing.view)
  const step = at === null ? undefined : drawing.view.steps[at]
  const { plot } = box
  return (
    <div ref={frame} className="pointer-events-none absolute start-0 top-0">
      <div style={{ transform: `scale(${scale})`, transformOrigin: "0 0", width: box.width, height: box.height }}>
        <ComposedChart
          width={box.width}
          height={box.height}
          data={rows}
          accessibilityLayer={false}
          margin={{ left: plot.left, right: box.width - plot.right, top: plot.top, bottom: box.height - plot.bottom }}
        >
          <XAxis dataKey="day" type="number" domain={drawing.view.days} hide allowDataOverflow />
          <YAxis type="number" domain={values} hide allowDataOverflow />
          {drawing.kind === "trend" ? trendSeries(drawing.view) : imbalanceSeries()}
          {step ? <ReferenceLine x={step[0]} stroke="var(--ink)" strokeOpacity={0.5} /> : null}
          {step ? dotsOf(drawing, step) : null}
        </ComposedChart>
      </div>
      <LiveTip drawing={drawing} step={step} scale={scale} dir={dir} />
    </div>
  )
}

type Row = Record<string, number | null | [number, number]> & { day: number }

/**
 * One row per change and one at the end. Where the plan was superseded a row without values interrupts
 * every line, and one with the values then in force starts it again.
 */
function rowsOf({ steps, cut, end, from }: LiveView): Row[] {
  const row = (day: number, [, ...v]: LiveStep): Row => {
    const [k, kl, kh, n, nl, nh] = v as (number | null)[]
    const range = (low: number | null | undefined, high: number | null | undefined) =>
      low == null || high == null ? null : ([low, high] as [number, number])
    const [low, high] = [(kl ?? 0) - (nh ?? 0), (kh ?? 0) - (nl ?? 0)]
    const hasBoth = kl != null && nl != null
    const isTold = hasBoth && k != null && n != null && (low > 0 || high < 0)
    return {
      day,
      k: from.kinetic !== null && day >= from.kinetic ? (k ?? null) : null,
      n: from["non-kinetic"] !== null && day >= from["non-kinetic"] ? (n ?? null) : null,
      kBand: range(kl, kh),
      nBand: range(nl, nh),
      told: isTold ? [low, high] : null,
      open: hasBoth && !isTold ? [low, high] : null,
      gap: isTold ? k! - n! : null,
    }
  }
  const rows: Row[] = []
  const inForce = (day: number) => steps.findLast((step) => step[0] <= day)
  for (const step of steps) {
    if (cut !== null && step[0] >= cut && (rows.at(-1)?.day ?? cut) < cut) interrupt(rows, cut)
    rows.push(row(step[0], step))
  }
  if (cut !== null && (rows.at(-1)?.day ?? cut) < cut) interrupt(rows, cut)
  const last = inForce(end)
  if (last) rows.push(row(end, last))
  return rows

  function interrupt(into: Row[], day: number) {
    const before = inForce(day)
    if (!before) return
    into.push(row(day - 35, before), { day: day - 34 }, row(day + 35, before))
  }
}

const STILL = {
  isAnimationActive: false,
  type: "stepAfter",
  dot: false,
  activeDot: false,
  connectNulls: false,
} as const

function trendSeries({ from, isClaim }: LiveView) {
  const dash = isClaim ? CLAIM_DASH : undefined
  return [
    ...(from.kinetic === null
      ? []
      : [<Area key="kb" {...STILL} dataKey="kBand" stroke="none" fill="var(--kin-band)" fillOpacity={1} />]),
    ...(from["non-kinetic"] === null
      ? []
      : [<Area key="nb" {...STILL} dataKey="nBand" stroke="none" fill="var(--non-band)" fillOpacity={1} />]),
    <Line key="kh" {...STILL} dataKey="k" stroke="var(--paper)" strokeWidth={5} />,
    <Line key="k" {...STILL} dataKey="k" stroke="var(--kin)" strokeWidth={2.5} strokeDasharray={dash} />,
    <Line key="nh" {...STILL} dataKey="n" stroke="var(--paper)" strokeWidth={5} />,
    <Line key="n" {...STILL} dataKey="n" stroke="var(--non)" strokeWidth={2.5} strokeDasharray={dash} />,
  ]
}

function imbalanceSeries() {
  return [
    <Area key="open" {...STILL} dataKey="open" stroke="none" fill="url(#hx)" fillOpacity={1} />,
    <Area key="told" {...STILL} dataKey="told" stroke="none" fill="var(--gap)" fillOpacity={1} />,
    <Line key="gap" {...STILL} dataKey="gap" stroke="var(--ink)" strokeWidth={2.25} />,
  ]
}

function dotsOf({ kind, view: { from } }: LiveDrawing, [day, k, , , n]: LiveStep) {
  if (kind === "imbalance") return null
  const dot = (key: string, y: number | null | undefined, fill: string) =>
    y == null ? null : (
      <ReferenceDot key={key} x={day} y={y} r={4.5} fill={fill} stroke="var(--paper)" strokeWidth={2} />
    )
  return [
    from.kinetic === null ? null : dot("k", k, "var(--kin)"),
    from["non-kinetic"] === null ? null : dot("n", n, "var(--non)"),
  ]
}
