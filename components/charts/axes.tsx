import { hair, px, type Scale, type YearTick } from "@/components/charts/scales"
import type { Box } from "@/components/charts/plot"
import { shortYear } from "@/lib/i18n/format"

type Values = {
  box: Box
  y: Scale
  /** The value whose rule is strong. */
  base?: number
}
type ValueTick = { value: number; label: string }

/** Horizontal rules with their values, on the left, or on the right in a right-to-left language. */
export function ValueAxis({ dir, ticks, ...values }: Values & { ticks: ValueTick[]; dir: "ltr" | "rtl" }) {
  return (
    <>
      <ValueRules {...values} ticks={ticks.map(({ value }) => value)} />
      <ValueNames {...values} {...{ ticks, dir }} />
    </>
  )
}

export function ValueRules({ box: { plot }, y, ticks, base = 0 }: Values & { ticks: readonly number[] }) {
  return ticks.map((value) => {
    const at = hair(y(value))
    return <line key={value} className={value === base ? "gl0" : "gl"} x1={plot.left} x2={plot.right} y1={at} y2={at} />
  })
}

export function ValueNames({ box: { plot }, y, ticks, dir }: Values & { ticks: ValueTick[]; dir: "ltr" | "rtl" }) {
  const isRtl = dir === "rtl"
  return ticks.map(({ value, label }) => (
    <text
      key={value}
      x={isRtl ? plot.right + 9 : plot.left - 7}
      y={px(hair(y(value)) + 3.5)}
      textAnchor={isRtl ? "start" : "end"}
      className="xs"
    >
      {label}
    </text>
  ))
}

/** Years under the plot; a narrow plot names every second one. */
export function TimeAxis({ box: { plot }, ticks }: { box: Box; ticks: YearTick[] }) {
  const isTight = ticks.length > 1 && ticks[1]!.start - ticks[0]!.start < 27
  return ticks.map(({ year, start, middle }, at) => (
    <g key={year}>
      <line className="gl0" x1={hair(start)} x2={hair(start)} y1={plot.bottom} y2={plot.bottom + 4} />
      {isTight && at % 2 === 1 ? null : (
        <YearName
          x={isTight && at === 0 ? middle + 2 : middle}
          y={plot.bottom + 17}
          year={year}
          isShort={isTight && at > 0}
        />
      )}
    </g>
  ))
}

/** A year under its place. */
export function YearName({ x, y, year, isShort }: { x: number; y: number; year: number; isShort: boolean }) {
  return (
    <text x={px(x)} y={y} textAnchor="middle" className="xs">
      {isShort ? shortYear(year) : year}
    </text>
  )
}

/** The day asked about, where it is not today. */
export function AsOfLine({ box: { plot }, x }: { box: Box; x: number }) {
  return (
    <line
      x1={px(x)}
      x2={px(x)}
      y1={plot.top - 6}
      y2={plot.bottom}
      style={{ stroke: "var(--amber-edge)", strokeWidth: 2 }}
    />
  )
}

/** What the state says of itself is dashed. */
export const CLAIM_DASH = "6 3"

export type ChartLine = { d: string; className: string; isDashed?: boolean; isFaint?: boolean }

/** Even dashes for a whole line; every second of a claim's own. Narrower than the line, so that on itself none is seen. */
export const SHOWS_THROUGH = { whole: "6 6", dashed: "6 12", width: 1.75 }

/**
 * Lines over halos of paper, so that they stay apart from what they cross. No halo covers another of the lines, and where
 * one lies on another the lower shows through in dashes: equal values are no reason for a line to be gone.
 */
export function HaloLines({ lines }: { lines: readonly ChartLine[] }) {
  const drawn = lines.filter(({ d }) => d)
  return (
    <>
      {drawn.map(({ d }, at) => (
        <path key={`halo${at}`} className="halo" d={d} style={{ strokeWidth: 5 }} />
      ))}
      {drawn.map(({ isDashed, isFaint, ...path }, at) => (
        <path
          key={`line${at}`}
          {...path}
          strokeDasharray={isDashed ? CLAIM_DASH : undefined}
          strokeOpacity={isFaint ? 0.75 : undefined}
        />
      ))}
      {drawn.slice(0, -1).map(({ isDashed, className, d }, at) => (
        <path
          key={`through${at}`}
          {...{ className, d }}
          strokeDasharray={SHOWS_THROUGH[isDashed ? "dashed" : "whole"]}
          style={{ strokeWidth: SHOWS_THROUGH.width }}
        />
      ))}
    </>
  )
}
