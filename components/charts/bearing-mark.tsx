import type { Evidence } from "@/lib/domain/records"

const HOLLOW = { fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 1.5 }

/** ▲ supports, ▽ contradicts, ● context: never by colour alone. The words stand beside it. */
export function BearingMark({ bearing }: { bearing: Evidence["bearing"] }) {
  return (
    <svg width="12" height="12" className="di" aria-hidden="true">
      <BearingShape bearing={bearing} x={6} y={6} />
    </svg>
  )
}

/** The same mark inside a drawing, centred on a place. */
export function BearingShape({ bearing, x, y }: { bearing: Evidence["bearing"]; x: number; y: number }) {
  if (bearing === "supports") return <path d={`M${x - 5} ${y + 5}h10l-5-10z`} className="inkf" />
  if (bearing === "contradicts") return <path d={`M${x - 5} ${y - 5}h10l-5 10z`} style={HOLLOW} />
  return <circle cx={x} cy={y} r="4" style={{ fill: "var(--ink-3)" }} />
}
