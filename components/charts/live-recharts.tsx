import { useLayoutEffect, useRef, useState } from "react"
import { Area, ComposedChart, Line, ReferenceDot, ReferenceLine, XAxis, YAxis } from "recharts"
import { CLAIM_DASH, SHOWS_THROUGH } from "@/components/charts/axes"
import type { LiveDrawing, LiveStep, LiveStrand, LiveView } from "@/components/charts/live-data"
import { rowsOf } from "@/components/charts/live-rows"
import { LiveTip } from "@/components/charts/live-tip"
import type { Box } from "@/components/charts/plot"
import { STRAND_CLAIM_DASH, StrandGrid } from "@/components/charts/strand-drawing"

export type LiveProps = { drawing: LiveDrawing; at: number | null; dir: "ltr" | "rtl" }

/** The lines and bands of one chart by recharts, laid exactly over the server's axes and labels. */
export function LiveRecharts({ drawing, at, dir }: LiveProps) {
  const { box, values } = drawing
  const frame = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useLayoutEffect(() => {
    const svg = frame.current?.parentElement?.querySelector(":scope > svg")
    if (!svg) return
    const measure = () => setScale(svg.getBoundingClientRect().width / box.width)
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(svg)
    return () => observer.disconnect()
  }, [box.width])
  const rows = rowsOf(drawing)
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
          <YAxis type="number" domain={values} hide allowDataOverflow={drawing.kind !== "strand"} />
          {seriesOf(drawing)}
          {step ? <ReferenceLine x={step[0]} stroke="var(--ink)" strokeOpacity={0.5} /> : null}
          {step ? dotsOf(drawing, step) : null}
        </ComposedChart>
      </div>
      <LiveTip drawing={drawing} step={step} scale={scale} dir={dir} />
    </div>
  )
}

const STILL = {
  isAnimationActive: false,
  type: "stepAfter",
  dot: false,
  activeDot: false,
  connectNulls: false,
} as const

function seriesOf(drawing: LiveDrawing) {
  if (drawing.kind === "strand") return strandSeries(drawing.view, drawing.box)
  return drawing.kind === "trend" ? trendSeries(drawing.view) : imbalanceSeries()
}

function trendSeries({ from, isClaim }: LiveView) {
  const dash = isClaim ? CLAIM_DASH : undefined
  const through = SHOWS_THROUGH[isClaim ? "dashed" : "whole"]
  return [
    ...(from.kinetic === null
      ? []
      : [<Area key="kb" {...STILL} dataKey="kBand" stroke="none" fill="var(--kin-band)" fillOpacity={1} />]),
    ...(from["non-kinetic"] === null
      ? []
      : [<Area key="nb" {...STILL} dataKey="nBand" stroke="none" fill="var(--non-band)" fillOpacity={1} />]),
    <Line key="kh" {...STILL} dataKey="k" stroke="var(--paper)" strokeWidth={5} />,
    <Line key="nh" {...STILL} dataKey="n" stroke="var(--paper)" strokeWidth={5} />,
    <Line key="k" {...STILL} dataKey="k" stroke="var(--kin)" strokeWidth={2.5} strokeDasharray={dash} />,
    <Line key="n" {...STILL} dataKey="n" stroke="var(--non)" strokeWidth={2.5} strokeDasharray={dash} />,
    <Line
      key="kt"
      {...STILL}
      dataKey="k"
      stroke="var(--kin)"
      strokeWidth={SHOWS_THROUGH.width}
      strokeDasharray={through}
    />,
  ]
}

function imbalanceSeries() {
  return [
    <Area key="open" {...STILL} dataKey="open" stroke="none" fill="url(#hx)" fillOpacity={1} />,
    <Area key="told" {...STILL} dataKey="told" stroke="none" fill="var(--gap)" fillOpacity={1} />,
    <Line key="gap" {...STILL} dataKey="gap" stroke="var(--ink)" strokeWidth={2.25} />,
  ]
}

function strandSeries({ track }: LiveStrand, box: Box) {
  const hue = track === "kinetic" ? "kin" : "non"
  return [
    <Area key="open" {...STILL} dataKey="open" stroke="none" fill="url(#hx)" fillOpacity={1} />,
    <Area key="band" {...STILL} dataKey="band" stroke="none" fill={`var(--${hue}-band)`} fillOpacity={1} />,
    <StrandGrid key="grid" box={box} />,
    <Line key="halo" {...STILL} dataKey="finding" stroke="var(--paper)" strokeWidth={5} />,
    <Line key="finding" {...STILL} dataKey="finding" stroke={`var(--${hue})`} strokeWidth={2.5} />,
    <Line
      key="claim"
      {...STILL}
      dataKey="claim"
      stroke="var(--ink-2)"
      strokeWidth={2}
      strokeDasharray={STRAND_CLAIM_DASH}
    />,
  ]
}

function dotsOf(drawing: LiveDrawing, [day, ...values]: LiveStep) {
  const dot = (key: string, y: number | null | undefined, fill: string) =>
    y == null ? null : (
      <ReferenceDot key={key} x={day} y={y} r={4.5} fill={fill} stroke="var(--paper)" strokeWidth={2} />
    )
  if (drawing.kind === "imbalance") return null
  if (drawing.kind === "strand") {
    const [, , , , finding, claim] = values
    const hue = drawing.view.track === "kinetic" ? "var(--kin)" : "var(--non)"
    return [dot("claim", claim, "var(--ink-2)"), dot("finding", finding, hue)]
  }
  const { from } = drawing.view
  const [k, , , n] = values
  return [
    from.kinetic === null ? null : dot("k", k, "var(--kin)"),
    from["non-kinetic"] === null ? null : dot("n", n, "var(--non)"),
  ]
}
