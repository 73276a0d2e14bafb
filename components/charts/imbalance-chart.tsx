import type { ReactNode } from "react"
import { AsOfLine, TimeAxis, ValueAxis } from "@/components/charts/axes"
import { Canvas } from "@/components/charts/canvas"
import { imbalanceBox, type Size, spanOf } from "@/components/charts/plot"
import { linear, px, timeScale, yearTicks } from "@/components/charts/scales"
import { partsOf, stepBand, stepLine } from "@/components/charts/steps"
import { run } from "@/components/charts/trend-marks"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import type { SeriesPoint } from "@/lib/domain/views/series"
import { signed, signedRange } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * Kinetic minus non-kinetic. Where the range spans zero it is hatched and there is no line: which half
 * leads cannot be told there.
 */
export function ImbalanceChart({
  locale,
  view,
  plan,
  size,
  label,
  over,
}: {
  locale: Locale
  view: Pick<OverviewView, "series" | "imbalance" | "asOf" | "today">
  plan: PlanHead
  size: Size
  label: string
  /** Lies over the drawing. */
  over?: ReactNode
}) {
  const { charts } = messages(locale)
  const { dir } = LOCALES[locale]
  const isWide = size === "wide"
  const box = imbalanceBox(dir, size)
  const { plot } = box
  const span = spanOf(plan.adoptedOn, view.today)
  const x = timeScale(span, [plot.left, plot.right])
  const [bottom, top] = imbalanceDomain(view.series)
  const y = linear([bottom, top], [plot.bottom, plot.top])
  const end = x(view.asOf)
  const { cut, parts } = partsOf(view.series, plan, x, end)
  const words = (text: string, at: number, className: string) => (
    <text x={px(end - 6)} y={px(at)} textAnchor="end" className={`xs paperstroke ${className}`}>
      {run(locale, text)}
    </text>
  )
  return (
    <Canvas name="imbalance" label={label} width={box.width} height={box.height} isWide={isWide}>
      <g className="drawn">
        {parts.map(({ points, reach }, at) => (
          <g key={at}>
            <path style={{ fill: "url(#hx)" }} d={stepBand(band(points, false), x, y, reach)} />
            <path className="gapfill" d={stepBand(band(points, true), x, y, reach)} />
          </g>
        ))}
      </g>
      <ValueAxis
        box={box}
        y={y}
        dir={dir}
        ticks={imbalanceTicks([bottom, top]).map((value) => ({ value, label: signed("en", value) }))}
      />
      <g className="drawn">
        {parts.map(({ points, reach }, at) => (
          <path
            key={at}
            fill="none"
            style={{ stroke: "var(--ink)", strokeWidth: 2.25 }}
            d={stepLine(
              points.map((it) => ({ on: it.on, value: it.imbalance.value })),
              x,
              y,
              reach,
            )}
          />
        ))}
      </g>
      {cut === null ? null : <line className="evr" x1={px(cut)} x2={px(cut)} y1={plot.top} y2={plot.bottom} />}
      {view.asOf < view.today ? <AsOfLine box={box} x={end} /> : null}
      <TimeAxis box={box} ticks={yearTicks(span, x, isWide ? 24 : 18)} />
      {end - plot.left > 120 ? (
        <>
          {words(charts.kineticAhead, y(0) - 6, "tk-k")}
          {words(charts.nonKineticAhead, y(0) + 14, "tk-n")}
        </>
      ) : null}
      <Verdict
        {...{ locale, view, size }}
        x={end}
        y={y(0)}
        labelX={end + labelGap(dir, isWide, view.asOf === view.today)}
        valueY={y}
      />
      {over}
    </Canvas>
  )
}

const labelGap = (dir: "ltr" | "rtl", isWide: boolean, isToday: boolean) =>
  dir === "rtl" && isToday ? (isWide ? 42 : 34) : isWide ? 14 : 10

function Verdict({
  locale,
  view: { imbalance },
  size,
  x,
  y,
  labelX,
  valueY,
}: {
  locale: Locale
  view: Pick<OverviewView, "imbalance">
  size: Size
  x: number
  y: number
  labelX: number
  valueY: (value: number) => number
}) {
  const { charts, terms } = messages(locale)
  const isWide = size === "wide"
  const { value, low, high } = imbalance
  if (low === null || high === null) return null
  // Beside a narrow plot only the two ends fit.
  const reach = signedRange(locale, low, high)
  const split = reach.lastIndexOf(" ")
  const ends = isWide ? [charts.range(reach)] : [reach.slice(0, split), reach.slice(split + 1)]
  if (value === null) {
    const lines = isWide ? [terms.cannotBeTold] : terms.cannotBeTold.split(" ")
    const from = y - 14 * (lines.length - 1) - 2
    return (
      <>
        {lines.map((line, at) => (
          <text key={line} x={px(labelX)} y={px(from + at * 14)} className="ti b paperstroke">
            {run(locale, line)}
          </text>
        ))}
        {ends.map((line, at) => (
          <text key={line} x={px(labelX)} y={px(y + 14 + at * 13)} className="xs t2 paperstroke">
            {run(locale, line)}
          </text>
        ))}
      </>
    )
  }
  const at = valueY(value)
  return (
    <>
      <rect
        x={px(x - 5)}
        y={px(at - 5)}
        width="10"
        height="10"
        className="inkf"
        transform={`rotate(45 ${px(x)} ${px(at)})`}
      />
      <text x={px(labelX + 4)} y={px(at + 9)} className="bigv ti paperstroke" style={{ fontSize: isWide ? 26 : 22 }}>
        {signed("en", value)}
      </text>
      {ends.map((line, order) => (
        <text key={line} x={px(labelX + 4)} y={px(at + 25 + order * 13)} className="xs t2 paperstroke">
          {run(locale, line)}
        </text>
      ))}
    </>
  )
}

/** Whole steps of 25 around everything the series reaches, at least from −25 to +25. */
export function imbalanceDomain(series: readonly SeriesPoint[]): [number, number] {
  const lows = series.map((it) => it.imbalance.low ?? 0)
  const highs = series.map((it) => it.imbalance.high ?? 0)
  return [Math.floor(Math.min(-25, ...lows) / 25) * 25, Math.ceil(Math.max(25, ...highs) / 25) * 25]
}

function imbalanceTicks([bottom, top]: readonly [number, number]): number[] {
  const step = top - bottom > 125 ? 50 : 25
  const ticks = []
  for (let value = Math.ceil(bottom / step) * step; value <= top; value += step)
    if (Math.abs(value) < 100) ticks.push(value)
  return ticks
}

const band = (part: readonly SeriesPoint[], told: boolean) =>
  part.map(({ on, imbalance: { low, high, value } }) =>
    (value !== null) === told ? { on, low, high } : { on, low: null, high: null },
  )
