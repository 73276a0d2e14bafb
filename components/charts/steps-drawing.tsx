import { linear } from "@/components/charts/scales"
import { type Column, Piece, YearPlots, type YearPlotsProps } from "@/components/charts/year-plots"
import type { Track } from "@/lib/domain/scale"
import type { YearSteps } from "@/lib/domain/views/momentum/steps"

/** The looks of a step on a track: solid where a level rose, hollow where it fell, hatched on the edge of the unrated. */
export const stepLook = (track: Track, kind: "up" | "down" | "newlyRated" | "unrated") => {
  const hue = track === "kinetic" ? "var(--kin)" : "var(--non)"
  if (kind === "up") return { fill: hue, stroke: hue, strokeWidth: 1 }
  if (kind === "down") return { fill: "var(--paper)", stroke: hue, strokeWidth: 1.5 }
  return { fill: "url(#hx)", stroke: hue, strokeWidth: 1, ...(kind === "unrated" && { strokeDasharray: "3 2" }) }
}

/** Room under the digits of a count. */
const LEAST_FOR_DIGITS = 13

/** How many commitments moved each year, up above the line and down below it, on one scale for both tracks. */
export function StepsDrawing({ steps, ...asked }: YearPlotsProps & { steps: readonly YearSteps[] }) {
  const most = Math.max(1, ...steps.map((it) => it.up + it.newlyRated))
  const least = Math.max(1, ...steps.map((it) => it.down + it.unrated))
  return (
    <YearPlots
      {...asked}
      name="steps"
      values={steps}
      scaleOf={({ top, bottom }) => linear([-least, most], [bottom - 8, top + 4])}
      ticks={ticksOf(-least, most)}
      column={(column) => <Moves {...column} />}
    />
  )
}

function Moves({ it, y, middle, width }: Column<YearSteps>) {
  const parts = [
    { kind: "up", from: 0, to: it.up },
    { kind: "newlyRated", from: it.up, to: it.up + it.newlyRated },
    { kind: "down", from: 0, to: -it.down },
    { kind: "unrated", from: -it.down, to: -it.down - it.unrated },
  ] as const
  return parts.map(({ kind, from, to }) => {
    if (from === to) return null
    const [top, bottom] = [Math.min(y(from), y(to)), Math.max(y(from), y(to))]
    return (
      <Piece
        key={kind}
        {...{ middle, width, top, bottom }}
        look={stepLook(it.track, kind)}
        number={bottom - top >= LEAST_FOR_DIGITS ? Math.abs(to - from) : null}
        className={kind === "up" ? "b xs" : "ti b xs paperstroke"}
        fill={kind === "up" ? "var(--paper)" : undefined}
      />
    )
  })
}

/** Zero and whole numbers around it, at most about five. */
function ticksOf(bottom: number, top: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((each) => (top - bottom) / each <= 5) ?? 100
  const ticks = []
  for (let value = Math.ceil(bottom / step) * step; value <= top; value += step) ticks.push(value || 0)
  return ticks
}
