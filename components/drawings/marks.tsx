import { px, type Scale } from "@/components/charts/scales"
import type { Track } from "@/lib/domain/scale"

const HATCHED = { fill: "url(#hx)", stroke: "var(--edge)" }
const HOLLOW = { fill: "var(--paper)", strokeWidth: 1.75 }

/** A box from one share of a cell's width to another, about the middle `y`. */
export function Bar({
  x,
  y,
  from,
  to,
  height,
  ...look
}: {
  x: Scale
  y: number
  from: number
  to: number
  height: number
} & Pick<React.SVGProps<SVGRectElement>, "style" | "className">) {
  const [left, right] = [x(from), x(to)].sort((a, b) => a - b) as [number, number]
  return <rect x={px(left)} y={px(y - height / 2)} width={px(right - left)} height={height} {...look} />
}

/** What the state says: the hollow square of its lane. */
export function ClaimSign({ x, y }: { x: number; y: number }) {
  return <rect x={px(x - 5)} y={px(y - 5)} width="10" height="10" style={{ ...HOLLOW, stroke: "var(--ink-2)" }} />
}

/** A track's square or circle around its middle; in outline for a claim, and for the earlier of two days. */
export function TrackSign({
  track,
  x,
  y,
  size = 11,
  isHollow = false,
}: {
  track: Track
  x: number
  y: number
  size?: number
  isHollow?: boolean
}) {
  const hue = track === "kinetic" ? "var(--kin)" : "var(--non)"
  const style = isHollow ? { ...HOLLOW, stroke: hue } : { fill: hue }
  return track === "kinetic" ? (
    <rect x={px(x - size / 2)} y={px(y - size / 2)} width={size} height={size} style={style} />
  ) : (
    <circle cx={px(x)} cy={px(y)} r={size / 2 + 0.3} style={style} />
  )
}

/** The hairline of a cell from end to end. */
export function Hairline({ x, y }: { x: Scale; y: number }) {
  return <Bar {...{ x, y }} from={0} to={100} height={1} style={{ fill: "var(--rule-2)" }} />
}

/** The line that joins two marks. */
export function Joined({ x, y, from, to }: { x: Scale; y: number; from: number; to: number }) {
  return (
    <Bar {...{ x, y, from, to }} height={4} style={{ fill: "var(--gap)", stroke: "var(--rule-2)", strokeWidth: 1 }} />
  )
}

/**
 * The time waited from a share of the whole until now, or until `to`; its beginning alone where its end is not known.
 * Hollow.
 */
export function WaitedMark({
  x,
  y,
  from,
  to = from,
  isOpen,
}: {
  x: Scale
  y: number
  from: number
  to?: number
  isOpen: boolean
}) {
  const start = Math.min(100, Math.max(0, from))
  const [left, right] = [x(start), isOpen ? x(100) : Math.max(x(start) + 10, x(Math.min(100, to)))]
  return (
    <>
      <rect
        x={px(left)}
        y={px(y - 5)}
        width={px(Math.max(2, right - left))}
        height="10"
        style={{ ...HOLLOW, strokeWidth: 1.25, stroke: "var(--edge)" }}
      />
      {isOpen ? <rect x={px(right - 3)} y={px(y - 5.6)} width="3" height="11.2" className="inkf" /> : null}
    </>
  )
}

/** A score in percent of a cell: solid to its low, hatched to its high, its line from end to end. */
export function ScoreBar({ x, y, track, low, high }: { x: Scale; y: number; track: Track; low: number; high: number }) {
  const fill = track === "kinetic" ? "var(--kin)" : "var(--non)"
  return (
    <>
      <Hairline {...{ x, y }} />
      <Bar {...{ x, y }} from={0} to={low} height={14} style={{ fill }} />
      {high > low ? (
        <Bar {...{ x, y }} from={low} to={high} height={13} style={{ ...HATCHED, strokeWidth: 1 }} />
      ) : null}
    </>
  )
}
