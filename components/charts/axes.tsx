import { hair, px, type Scale, type YearTick } from "@/components/charts/scales"
import type { Box } from "@/components/charts/plot"

/** Horizontal rules with their values, on the left, or on the right in a right-to-left language. */
export function ValueAxis({
  box: { plot },
  y,
  ticks,
  dir,
  base = 0,
}: {
  box: Box
  y: Scale
  ticks: { value: number; label: string }[]
  dir: "ltr" | "rtl"
  /** The value whose rule is strong. */
  base?: number
}) {
  const isRtl = dir === "rtl"
  return ticks.map(({ value, label }) => {
    const at = hair(y(value))
    return (
      <g key={value}>
        <line className={value === base ? "gl0" : "gl"} x1={plot.left} x2={plot.right} y1={at} y2={at} />
        <text
          x={isRtl ? plot.right + 9 : plot.left - 7}
          y={px(at + 3.5)}
          textAnchor={isRtl ? "start" : "end"}
          className="xs"
        >
          {label}
        </text>
      </g>
    )
  })
}

/** Years under the plot; a narrow plot names every second one. */
export function TimeAxis({ box: { plot }, ticks }: { box: Box; ticks: YearTick[] }) {
  const isTight = ticks.length > 1 && ticks[1]!.start - ticks[0]!.start < 27
  return ticks.map(({ year, start, middle }, at) => (
    <g key={year}>
      <line className="gl0" x1={hair(start)} x2={hair(start)} y1={plot.bottom} y2={plot.bottom + 4} />
      {isTight && at % 2 === 1 ? null : (
        <text x={px(isTight && at === 0 ? middle + 2 : middle)} y={plot.bottom + 17} textAnchor="middle" className="xs">
          {isTight && at > 0 ? `’${String(year).slice(2)}` : year}
        </text>
      )}
    </g>
  ))
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

/** A line over a halo of paper, so that it stays apart from what it crosses. */
export function HaloLine({ d, className, isDashed = false }: { d: string; className: string; isDashed?: boolean }) {
  return d ? (
    <>
      <path className="halo" d={d} style={{ strokeWidth: 5 }} />
      <path className={className} d={d} strokeDasharray={isDashed ? CLAIM_DASH : undefined} />
    </>
  ) : null
}
