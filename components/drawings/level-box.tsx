import type { CSSProperties } from "react"
import { textWidth } from "@/components/charts/event-layout"
import { px } from "@/components/charts/scales"
import type { GridLook } from "@/components/views/overview/butterfly-cells"
import type { Level } from "@/lib/domain/scale"

/** How a box is filled, an outline inside it, what lies over it, and the ink of its words. */
type Fill = { fill: string; edge?: { stroke: string; strokeWidth: number }; over?: CSSProperties; ink: string }

const edged = (stroke: string, strokeWidth = 1) => ({ stroke, strokeWidth })
const HATCHED: Fill = { fill: "url(#hx)", edge: edged("var(--rule-2)"), ink: "var(--ink)" }
const BEHIND: Fill = { fill: "var(--paper)", edge: edged("var(--gap-ink)", 2), ink: "var(--ink)" }
const GAPS: readonly Fill[] = [
  { fill: "var(--sunken)", ink: "var(--ink-2)" },
  { fill: "var(--gap)", ink: "var(--ink)" },
  { fill: "var(--gap)", over: { fill: "var(--gap-ink)", fillOpacity: 0.38 }, ink: "var(--ink)" },
  { fill: "var(--gap-ink)", ink: "var(--paper)" },
]

/** A level from paper to ink, hatched where there is none; or how far the claim stands above the finding. */
function fillOf(look: GridLook, value: number | null): Fill {
  if (value === null) return HATCHED
  if (look === "gap") return value < 0 ? BEHIND : (GAPS[value] ?? BEHIND)
  return {
    fill: `var(--l${value as Level})`,
    ink: `var(--on-l${value as Level})`,
    ...(value === 0 && { edge: edged("var(--l0-edge)") }),
  }
}

/** The box of a level with its digit, as the classes of levels.css fill it on a page; a fall points down. */
export function LevelBox({
  look = "finding",
  value,
  x,
  y,
  width,
  height,
  isFall = false,
  words = "",
}: {
  look?: GridLook
  value: number | null
  x: number
  y: number
  width: number
  height: number
  isFall?: boolean
  words?: string
}) {
  const { fill, edge, over, ink } = fillOf(look, value)
  const inset = (edge?.strokeWidth ?? 0) / 2
  const [left, top, right, bottom] = [x + inset, y + inset, x + width - inset, y + height - inset].map(px)
  const shoulder = px(isFall ? y + height * 0.78 : y + height - inset)
  const d = `M${left} ${top}H${right}V${shoulder}${isFall ? `L${px(x + width / 2)} ${bottom}` : ""}L${left} ${shoulder}Z`
  const backing = textWidth(words) + 4
  return (
    <>
      <path d={d} style={{ fill, ...edge }} />
      {over ? <path d={d} style={over} /> : null}
      {words !== "" && value === null ? (
        <rect
          x={px(x + width / 2 - backing / 2)}
          y={px(y + 3)}
          width={px(backing)}
          height={px(height - 6)}
          style={{ fill: "var(--paper)" }}
        />
      ) : null}
      {words === "" ? null : (
        <text
          x={px(x + width / 2)}
          y={px(y + height / 2 + 4)}
          textAnchor="middle"
          className="xs b"
          style={{ fill: ink }}
        >
          {words}
        </text>
      )}
    </>
  )
}

/** The box as a sign of a key. */
export const levelSign = (look: GridLook, value: number | null) => (
  <LevelBox look={look} value={value} x={0} y={0} width={12} height={12} />
)
