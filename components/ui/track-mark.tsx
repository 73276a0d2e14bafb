import type { ReactNode } from "react"
import type { Track } from "@/lib/domain/scale"

/** "k" or "n": the class that carries a track's hue and shape. */
export function trackClass(track: Track): "k" | "n" {
  return track === "kinetic" ? "k" : "n"
}

/** A track's name behind its mark: kinetic square, non-kinetic circle; hollow for the claim lane. */
export function TrackMark({
  track,
  hollow = false,
  children,
}: {
  track: Track
  hollow?: boolean
  children: ReactNode
}) {
  return <span className={`trk ${trackClass(track)}${hollow ? " hollow" : ""}`}>{children}</span>
}
