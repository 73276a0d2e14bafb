import type { ReactNode } from "react"
import { AsOfLine, HaloLines, ValueNames, ValueRules, YearName } from "@/components/charts/axes"
import { Canvas } from "@/components/charts/canvas"
import type { Box } from "@/components/charts/plot"
import { hair, linear, px, timeScale, yearTicks } from "@/components/charts/scales"
import { changesOnly, cutAt, stepBand, stepLine } from "@/components/charts/steps"
import type { Day } from "@/lib/domain/date"
import { toldIndex } from "@/lib/domain/indices"
import type { Lane, Track } from "@/lib/domain/scale"
import type { Reach } from "@/lib/domain/views/series"
import { wholeNumber } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"

export type StrandLine = ({ on: Day } & Reach)[]

export const STRAND_WIDE = { width: 600, height: 250, aside: 118, label: 52 }
export const STRAND_NARROW = { width: 358, height: 210, aside: 98, label: 40 }

const TOP = 16
/** From the edge to the plot: beside the value axis, which stands on the right in Urdu, and on the other side. */
const SIDE = { ltr: 30, rtl: 8 } as const
/** From the end of a line to its names; beyond the value axis where that stands between. */
const TO_NAMES = 12
const PAST_AXIS = 34
const AXIS = 26
const GRID = [0, 33, 67, 100]
/** A name and its figure under it, with the room that Urdu letters take below their line. */
const LABEL_HEIGHT = 36
/** Half the gap, in pixels, at the day the plan was revised: nothing joins across it. */
export const STRAND_GAP = 3.6
export const STRAND_CLAIM_DASH = "5 4"

export type StrandAxis = {
  from: Day
  asOf: Day
  until: Day // the axis runs on to today where an earlier day is asked for
  brokenOn: Day | null
}

/** The drawing's box; its plot is where the lines lie, as wide in both languages. */
export const strandBox = ({ width, height, aside }: typeof STRAND_WIDE, dir: "ltr" | "rtl"): Box => ({
  width,
  height,
  plot: { left: SIDE[dir], right: width - aside - SIDE.ltr + SIDE[dir], top: TOP, bottom: height - AXIS },
})

/**
 * One strand over time: the finding solid with the range its unrated commitments leave, the claim dashed
 * with hollow squares, broken on the day the plan was revised. Time runs left to right in both languages.
 */
export function StrandDrawing({
  locale,
  track,
  lines,
  from,
  asOf,
  until,
  brokenOn,
  size,
  label,
  names,
  over,
}: {
  locale: Locale
  track: Track
  lines: Record<Lane, StrandLine>
  size: typeof STRAND_WIDE
  label: string
  names: Record<Lane, string>
  /** Lies over the drawing. */
  over?: ReactNode
} & StrandAxis) {
  const { dir } = LOCALES[locale]
  const box = strandBox(size, dir)
  const { width, height, plot } = box
  const { bottom, right } = plot
  const x = timeScale([from, until], [plot.left, right])
  const y = linear([0, 100], [bottom, TOP])
  const hue = track === "kinetic" ? "k" : "n"
  const parts = (line: StrandLine) =>
    cutAt(line, brokenOn).map((points, at, all) => ({
      points,
      reach: {
        start: at === 0 ? x(from) : x(points[0]!.on) + STRAND_GAP,
        end: at === all.length - 1 ? x(asOf) : x(all[at + 1]![0]!.on) - STRAND_GAP,
      },
    }))
  const finding = parts(lines.finding)
  const broken = finding[1]?.points[0]?.on ?? null
  const paths = (of: ReturnType<typeof parts>) =>
    of
      .map(({ points, reach }) =>
        stepLine(
          points.map((it) => ({ on: it.on, value: toldIndex(it) })),
          x,
          y,
          reach,
        ),
      )
      .join("")
  const bands = (rated: boolean) =>
    finding
      .map(({ points, reach }) =>
        stepBand(
          points.map((it) => (open(it, rated) ? it : { on: it.on, low: null, high: null })),
          x,
          y,
          reach,
        ),
      )
      .join("")
  const claims = changesOnly(lines.claim, (a, b) => toldIndex(a) === toldIndex(b)).filter(
    (it) => toldIndex(it) !== null,
  )
  const [solid, dashed, band, unknown] = [paths(finding), paths(parts(lines.claim)), bands(true), bands(false)]
  const ends = endLabels(lastOf(lines.finding), lastOf(lines.claim), y, bottom)
  const endX = px(x(asOf))
  const namesX = endX + (dir === "rtl" && asOf === until ? PAST_AXIS : TO_NAMES)

  return (
    <Canvas name={`strand-${track}`} label={label} width={width} height={height} isWide={size === STRAND_WIDE}>
      <g className="drawn">
        {unknown ? <path className="fx" d={unknown} /> : null}
        {band ? <path className={`${hue}b`} d={band} /> : null}
      </g>
      <g className="drawn">
        <StrandGrid box={box} />
      </g>
      <ValueNames {...{ box, y, dir }} ticks={GRID.map((value) => ({ value, label: String(value) }))} />
      <Years from={from} to={until} x={x} bottom={bottom} room={size.label} />
      {broken ? <line className="evr" x1={px(x(broken))} x2={px(x(broken))} y1={TOP - 6} y2={bottom} /> : null}
      {asOf < until ? <AsOfLine box={box} x={endX} /> : null}
      <g className="drawn">
        <HaloLines lines={[{ className: `${hue}l`, d: solid }]} />
        {/* Over the finding: where both stand at the same level each shows between the other's dashes. */}
        <path
          d={dashed}
          style={{ fill: "none", stroke: "var(--ink-2)", strokeWidth: 2, strokeDasharray: STRAND_CLAIM_DASH }}
        />
      </g>
      {claims.map((it) => (
        <rect
          key={it.on}
          x={px(x(it.on) - 4)}
          y={px(y(toldIndex(it)!) - 4)}
          width="8"
          height="8"
          style={{ fill: "var(--paper)", stroke: "var(--ink-2)", strokeWidth: 1.6 }}
        />
      ))}
      {ends.finding ? <EndMark track={track} x={endX} y={px(y(ends.finding.value))} /> : null}
      {ends.claim ? <EndLabel x={namesX} end={ends.claim} name={names.claim} look="ti" /> : null}
      {ends.finding ? <EndLabel x={namesX} end={ends.finding} name={names.finding} look={`tk-${hue}`} /> : null}
      {over}
    </Canvas>
  )
}

/** The lines across, over the bands and under the lines of the strand. */
export function StrandGrid({ box }: { box: Box }) {
  return <ValueRules box={box} y={linear([0, 100], [box.plot.bottom, box.plot.top])} ticks={GRID} />
}

const open = (it: Reach, rated: boolean) =>
  it.low !== null && it.high !== null && it.high > it.low && (it.index !== null) === rated
const lastOf = (line: StrandLine) => {
  const last = line.at(-1)
  return last ? toldIndex(last) : null
}

/** Ticks at New Year; every year labelled where there is room, the first in full, then "’17". */
function Years({
  from,
  to,
  x,
  bottom,
  room,
}: {
  from: Day
  to: Day
  x: (day: Day) => number
  bottom: number
  room: number
}) {
  const years = yearTicks([from, to], x, 20)
  const perYear = years.length > 1 ? years[1]!.start - years[0]!.start : room
  const every = Math.ceil(room / perYear)
  return years.map(({ year, start, middle }, at) => (
    <g key={year}>
      <line className="gl0" x1={hair(start)} x2={hair(start)} y1={bottom} y2={bottom + 4} />
      {at % every === 0 ? <YearName x={middle} y={bottom + 17} year={year} isShort={at > 0} /> : null}
    </g>
  ))
}

function EndMark({ track, x, y }: { track: Track; x: number; y: number }) {
  return track === "kinetic" ? (
    <rect className="kf" x={x - 4.8} y={y - 4.8} width="9.6" height="9.6" />
  ) : (
    <circle className="nf" cx={x} cy={y} r="5.4" />
  )
}

type End = { value: number; label: number }

function EndLabel({ x, end, name, look }: { x: number; end: End; name: string; look: string }) {
  return (
    <>
      <text x={x} y={px(end.label + 2)} className={`${look} b`}>
        {name}
      </text>
      <text x={x} y={px(end.label + 20)} className={look} style={{ fontSize: 15, fontWeight: 650 }}>
        {wholeNumber(end.value)}
      </text>
    </>
  )
}

/** Where the two names stand at the line's end: apart from each other and inside the drawing. */
function endLabels(finding: number | null, claim: number | null, y: (index: number) => number, bottom: number) {
  const lowest = bottom - 17
  const end = (value: number | null): End | null =>
    value === null ? null : { value, label: Math.min(Math.max(y(value), TOP), lowest) }
  const ends = { finding: end(finding), claim: end(claim) }
  if (ends.finding && ends.claim && Math.abs(ends.finding.label - ends.claim.label) < LABEL_HEIGHT) {
    const [upper, lower] =
      ends.claim.value >= ends.finding.value ? [ends.claim, ends.finding] : [ends.finding, ends.claim]
    const middle = (upper.label + lower.label) / 2
    upper.label = Math.min(Math.max(middle - LABEL_HEIGHT / 2, TOP), lowest - LABEL_HEIGHT)
    lower.label = upper.label + LABEL_HEIGHT
  }
  return ends
}
