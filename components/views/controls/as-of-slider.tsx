"use client"

import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react"

export type YearEnd = { label: string; href: string }

const SETTLE_MS = 700

/**
 * The slider and the printed date. Pointer and keys snap to years' ends; the page changes when a choice
 * is made. `at` may stand between two ends, where the address names another day.
 */
export function AsOfSlider({
  id,
  stops,
  at,
  day,
  children,
}: {
  id: string
  stops: YearEnd[]
  at: number
  day: string
  /** The field for any other day; opens from the printed date. */
  children: ReactNode
}) {
  const [value, setValue] = useState(at)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = stops.length - 1
  const shown = value === at ? day : (stops[value]?.label ?? day)
  useEffect(() => () => clearTimeout(settling.current), [])

  const choose = (stop: number, wait: number) => {
    const snapped = Math.min(Math.max(stop, 0), last)
    setValue(snapped)
    clearTimeout(settling.current)
    const target = stops[snapped]
    if (target) settling.current = setTimeout(() => location.assign(target.href), wait)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const stop = nextStop(event.key, value, last)
    if (stop === null) return
    event.preventDefault()
    choose(stop, SETTLE_MS)
  }
  return (
    <>
      <div
        className="slider needs-script [.sheet_&]:order-2"
        style={{ "--p": `${last === 0 ? 100 : (100 * value) / last}%` } as CSSProperties}
      >
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          step="any"
          value={value}
          aria-valuetext={shown}
          onChange={(event) => setValue(Math.round(Number(event.target.value)))}
          onPointerUp={() => choose(Math.round(value), 0)}
          onKeyDown={onKeyDown}
        />
        <div className="tk" aria-hidden="true">
          {stops.map(({ label }) => (
            <i key={label} />
          ))}
        </div>
      </div>
      <details className="relative [.sheet_&]:order-1" name="view-panel" data-panel="" suppressHydrationWarning>
        <summary className="list-none underline decoration-edge decoration-dotted underline-offset-4 [&::-webkit-details-marker]:hidden">
          {/* A press must reach the summary: browsers do not open it for one on an output. */}
          <output className="num pointer-events-none" htmlFor={id}>
            {shown}
          </output>
        </summary>
        <div className="absolute end-0 top-full z-4 mt-2 w-64 rounded-ui border border-rule-2 bg-surface p-3 shadow-[var(--shadow)]">
          {children}
        </div>
      </details>
    </>
  )
}

function nextStop(key: string, value: number, last: number): number | null {
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.ceil(value) - 1
  if (key === "ArrowRight" || key === "ArrowUp") return Math.floor(value) + 1
  if (key === "Home") return 0
  return key === "End" ? last : null
}
