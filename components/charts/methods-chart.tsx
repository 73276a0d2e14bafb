import { Canvas } from "@/components/charts/canvas"
import { textWidth } from "@/components/charts/event-layout"
import type { Size } from "@/components/charts/plot"
import { hair, linear, px } from "@/components/charts/scales"
import type { OwnScore } from "@/lib/domain/own-method"

export type MethodRow = { key: string; words: string; isChosen: boolean; kinetic: OwnScore; nonKinetic: OwnScore }

const TICKS = [0, 25, 50, 75, 100]
const SIZES = {
  wide: { width: 726, row: 34, from: 372, to: 706, over: 0 },
  narrow: { width: 358, row: 52, from: 16, to: 342, over: 20 },
} as const
const TOP = 12
const AXIS = 26

/**
 * One row a method: both tracks' indices on one scale of 0 to 100 with the ranges left open. The scale runs left to right
 * in both languages; the words stand before it, on a phone above.
 */
export function MethodsChart({ rows, size, label }: { rows: readonly MethodRow[]; size: Size; label: string }) {
  const { width, row: step, from, to, over } = SIZES[size]
  const bottom = TOP + rows.length * step
  const x = linear([0, 100], [from, to])
  return (
    <Canvas name="methods" label={label} width={width} height={bottom + AXIS} isWide={size === "wide"}>
      {TICKS.map((index) => (
        <g key={index}>
          <line className={index === 0 ? "gl0" : "gl"} x1={hair(x(index))} x2={hair(x(index))} y1={TOP} y2={bottom} />
          <text x={px(x(index))} y={bottom + 17} textAnchor="middle" className="xs">
            {index}
          </text>
        </g>
      ))}
      {rows.map((row, at) => {
        const top = TOP + at * step
        const middle = top + over + (step - over) / 2
        return (
          <g key={row.key}>
            {row.isChosen ? <rect x="0" y={top} width={width} height={step} style={{ fill: "var(--sunken)" }} /> : null}
            {over > 0 && !row.isChosen ? (
              <rect x="0" y={top} width={width} height={over} style={{ fill: "var(--paper)" }} />
            ) : null}
            <text
              x={over > 0 ? from : from - 16}
              y={over > 0 ? top + 16 : px(middle + 4)}
              textAnchor={over > 0 ? "start" : "end"}
              className={row.isChosen ? "xs b" : "xs"}
              {...(over > 0 &&
                textWidth(row.words) * 0.95 > to - from && { textLength: to - from, lengthAdjust: "spacingAndGlyphs" })}
            >
              {row.words}
            </text>
            <Reach score={row.kinetic} x={x} y={middle - 5} hue="k" />
            <Reach score={row.nonKinetic} x={x} y={middle + 5} hue="n" />
          </g>
        )
      })}
    </Canvas>
  )
}

function Reach({ score, x, y, hue }: { score: OwnScore; x: (index: number) => number; y: number; hue: "k" | "n" }) {
  const { index, low, high } = score
  if (low === null || high === null) return null
  return (
    <>
      <path className={`${hue}b`} d={`M${px(x(low))},${px(y - 3)}H${px(x(high))}v6H${px(x(low))}Z`} />
      {index === null ? null : hue === "k" ? (
        <rect className="kf" x={px(x(index) - 4.4)} y={px(y - 4.4)} width="8.8" height="8.8" />
      ) : (
        <circle className="nf" cx={px(x(index))} cy={px(y)} r="4.9" />
      )}
    </>
  )
}
