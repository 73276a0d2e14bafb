"use client"

import { type ComponentType, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react"
import type { LiveDrawing } from "@/components/charts/live-data"
import type { LiveProps } from "@/components/charts/live-recharts"

/**
 * The server's drawing until somebody touches, points at or tabs to it; then the interactive one, loaded
 * on demand, draws the lines in its place. Same box, same look. If loading fails the drawing stays.
 */
export function LiveChart({
  drawing,
  label,
  dir,
  className = "",
  children,
}: {
  drawing: LiveDrawing
  label: string
  dir: "ltr" | "rtl"
  className?: string
  children: ReactNode
}) {
  const [Live, setLive] = useState<ComponentType<LiveProps> | null>(null)
  const [at, setAt] = useState<number | null>(null)
  const isAsked = useRef(false)
  const { box } = drawing
  const { steps, days, end } = drawing.view

  const load = () => {
    if (isAsked.current) return
    isAsked.current = true
    import("@/components/charts/live-recharts").then(
      ({ LiveRecharts }) => setLive(() => LiveRecharts),
      () => (isAsked.current = false),
    )
  }
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    load()
    const frame = event.currentTarget.querySelector("svg")?.getBoundingClientRect()
    if (!frame) return
    const x = ((event.clientX - frame.left) / frame.width) * box.width
    const day = days[0] + ((x - box.plot.left) / (box.plot.right - box.plot.left)) * (days[1] - days[0])
    const isInside = day >= steps[0]![0] && day <= end + (days[1] - days[0]) * 0.01
    setAt(isInside ? steps.findLastIndex((step) => step[0] <= day) : null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepBy(event.key, at, steps.length - 1)
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
  }
  return (
    <div
      className={`relative data-live:[&_.drawn]:invisible [&>svg]:relative ${className}`}
      data-live={Live ? "" : undefined}
      dir="ltr"
      role="group"
      aria-label={label}
      tabIndex={0}
      onFocus={load}
      onBlur={() => setAt(null)}
      onPointerEnter={load}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onPointerLeave={(event) => event.pointerType === "mouse" && setAt(null)}
      onKeyDown={onKeyDown}
    >
      {Live ? <Live drawing={drawing} at={at} dir={dir} /> : null}
      {children}
    </div>
  )
}

/** The change a key leads to, null for none shown, undefined where the key means nothing here. */
function stepBy(key: string, at: number | null, last: number): number | null | undefined {
  if (key === "ArrowRight") return at === null ? 0 : Math.min(at + 1, last)
  if (key === "ArrowLeft") return at === null ? last : Math.max(at - 1, 0)
  if (key === "Home") return 0
  if (key === "End") return last
  return key === "Escape" ? null : undefined
}
