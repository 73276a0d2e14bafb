import { AsOfLine, HaloLines, TimeAxis, ValueAxis } from "@/components/charts/axes"
import { Canvas } from "@/components/charts/canvas"
import { apart, type Box, BREAK_GAP, LINE_FROM_COVERAGE, type Size, spanOf } from "@/components/charts/plot"
import { linear, px, timeScale, yearTicks } from "@/components/charts/scales"
import { cutAt, stepBand, stepLine } from "@/components/charts/steps"
import { VALUE_TICKS } from "@/components/charts/trend-chart"
import { run } from "@/components/charts/trend-marks"
import type { Day } from "@/lib/domain/date"
import type { DrawingName } from "@/lib/domain/drawing"
import type { Track } from "@/lib/domain/scale"
import type { Reach } from "@/lib/domain/views/series"
import { range, wholeNumber } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"

/** One of two lines of a track. `bandUntil` ends its band, for a line that goes on where another has taken over. */
export type PairLine = {
  key: string
  name: string
  points: readonly ({ on: Day } & Reach)[]
  isDashed?: boolean
  isThin?: boolean
  bandUntil?: Day
}

const SIDES = {
  ltr: { wide: [30, 470], narrow: [28, 262] },
  rtl: { wide: [8, 450], narrow: [4, 240] },
} as const
const ROOM = 44

function boxOf(dir: "ltr" | "rtl", size: Size): Box {
  const [left, right] = SIDES[dir][size]
  return size === "wide"
    ? { width: 612, height: 268, plot: { left, right, top: 16, bottom: 240 } }
    : { width: 358, height: 232, plot: { left, right, top: 16, bottom: 204 } }
}

/**
 * Two lines of one track with their bands, each cut where a plan was superseded; nothing ever joins one line with the
 * other. Time runs left to right in both languages.
 */
export function PairChart({
  locale,
  name,
  size,
  track,
  lines,
  from,
  cut,
  cutLabel,
  asOf,
  today,
  label,
}: {
  locale: Locale
  name: DrawingName
  size: Size
  track: Track
  lines: readonly PairLine[]
  from: Day
  cut: Day | null
  /** What happened on the day of the cut. */
  cutLabel: string
  asOf: Day
  today: Day
  /** The finding, for a screen reader. */
  label: string
}) {
  const { dir } = LOCALES[locale]
  const box = boxOf(dir, size)
  const { plot } = box
  const span = spanOf(from, today)
  const x = timeScale(span, [plot.left, plot.right])
  const y = linear([0, 100], [plot.bottom, plot.top])
  const end = x(asOf)
  const [band, stroke] = track === "kinetic" ? ["kb", "kl"] : ["nb", "nl"]
  const parts = lines.flatMap((line) => {
    const pieces = cutAt(line.points, cut)
    return pieces.map((points, at) => {
      const [first, last] = [points[0]?.on ?? from, points.at(-1)?.on ?? from]
      const isLast = at === pieces.length - 1
      const start = at === 0 ? x(first) : x(first) + BREAK_GAP
      return { line, points, start, end: isLast ? x(last) : x(pieces[at + 1]![0]!.on) - BREAK_GAP, isLast }
    })
  })
  return (
    <Canvas name={name} label={label} width={box.width} height={box.height} isWide={size === "wide"}>
      <g className="drawn">
        {parts.map(({ line, points, ...reach }, at) =>
          line.bandUntil && points[0] && points[0].on >= line.bandUntil ? null : (
            <path key={at} className={band} d={stepBand(points, x, y, reach)} />
          ),
        )}
      </g>
      <ValueAxis box={box} y={y} dir={dir} ticks={VALUE_TICKS.map((value) => ({ value, label: String(value) }))} />
      <TimeAxis box={box} ticks={yearTicks(span, x, size === "wide" ? 24 : 18)} />
      {cut === null || cut > asOf ? null : (
        <>
          <line className="evr" x1={px(x(cut))} x2={px(x(cut))} y1={plot.top - 12} y2={plot.bottom} />
          <text x={px(x(cut) - 5)} y={plot.top - 3} textAnchor="end" className="xs t2 paperstroke">
            {run(locale, cutLabel)}
          </text>
        </>
      )}
      {asOf < today ? <AsOfLine box={box} x={end} /> : null}
      <g className="drawn">
        <HaloLines
          lines={parts.map(({ line, points, ...reach }) => {
            const begun = line.points.find((it) => it.coverage >= LINE_FROM_COVERAGE)?.on
            const values = points.map((it) => ({
              on: it.on,
              value: begun !== undefined && it.on >= begun ? it.index : null,
            }))
            return {
              className: line.isThin ? `${stroke} thin` : stroke,
              isDashed: line.isDashed ?? false,
              isFaint: line.isThin ?? false,
              d: stepLine(values, x, y, reach),
            }
          })}
        />
      </g>
      <Ends {...{ locale, lines, track, y, box, size }} x={end + (dir === "rtl" && asOf === today ? 34 : 10)} />
    </Canvas>
  )
}

function Ends({
  locale,
  lines,
  track,
  x,
  y,
  box,
}: {
  locale: Locale
  lines: readonly PairLine[]
  track: Track
  x: number
  y: (value: number) => number
  box: Box
}) {
  const ink = track === "kinetic" ? "tk-k" : "tk-n"
  const ends = lines
    .flatMap((line) => {
      const last = line.points.at(-1)
      if (!last || last.low === null || last.high === null) return []
      return [{ line, last, low: last.low, high: last.high, at: y(last.index ?? (last.low + last.high) / 2) }]
    })
    .sort((a, b) => a.at - b.at)
  const bounds = [box.plot.top + 18, box.plot.bottom - 18] as const
  const [upper, lower] = ends
  const places = lower ? apart(upper!.at + 4, lower.at + 4, ROOM, bounds) : [upper?.at ?? 0]
  return ends.map(({ line, last, low, high }, at) => (
    <g key={line.key}>
      <text x={px(x)} y={px(places[at]! - 11)} className={`xs b ${ink} paperstroke`}>
        {run(locale, line.name)}
      </text>
      <text x={px(x)} y={px(places[at]! + 10)} className={`bigv ${ink} paperstroke`} style={{ fontSize: 21 }}>
        {last.index === null ? "–" : wholeNumber(last.index)}
      </text>
      <text x={px(x + 32)} y={px(places[at]! + 9)} className={`xs ${ink} paperstroke`}>
        {range(locale, low, high)}
      </text>
    </g>
  ))
}
