"use client"

import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react"

/** A day to stop at. `at` counts days from the first; `spoken` names the day and the event on or nearest to it. */
export type SliderStop = {
  on: string
  at: number
  label: string
  spoken: string
  event: string | null
  isYear: boolean
}

const SETTLE_MS = 700
/** Where the slider left, and the day it left for, until the page of that day is there. */
const LEFT = "as-of-left"

/**
 * The slider and the printed date. Time runs evenly; pointer and keys stop at years' ends and events, and the page
 * changes when a choice is made, by the stop's own link: after the last of several presses of keys, and with the focus
 * back here on the new page. The day asked about may lie between two stops.
 */
export function AsOfSlider({
  id,
  stops,
  now,
  last,
  keys,
  children,
}: {
  id: string
  stops: SliderStop[]
  now: Pick<SliderStop, "at" | "label" | "spoken">
  /** Days from the first to today. */
  last: number
  /** How the keys move, for a screen reader. */
  keys: string
  /** The stops as links (data-stop) and the field for any other day; opens from the printed date. */
  children: ReactNode
}) {
  const [value, setValue] = useState(now.at)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  const chosen = useRef<SliderStop>(undefined)
  const slider = useRef<HTMLInputElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const stop = value === now.at ? undefined : nearest(stops, value)
  const shown = stop ?? now
  useEffect(() => () => clearTimeout(settling.current), [])
  useEffect(() => {
    if (takeMark() === markOf(id, now.at) && document.activeElement === document.body) {
      slider.current?.focus({ preventScroll: true })
    }
  }, [id, now.at])

  const go = () => {
    clearTimeout(settling.current)
    const to = chosen.current
    chosen.current = undefined
    if (!to) return
    leaveMark(markOf(id, to.at))
    panel.current?.querySelector<HTMLAnchorElement>(`a[data-stop="${to.on}"]`)?.click()
  }
  const choose = (to: SliderStop, wait: number) => {
    setValue(to.at)
    chosen.current = to
    clearTimeout(settling.current)
    settling.current = setTimeout(go, wait)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") return go()
    const to = nextStop(event.key, value, stops)
    if (to === null) return
    event.preventDefault()
    if (to) choose(to, SETTLE_MS)
  }
  const part = (at: number) => `${last === 0 ? 100 : (100 * at) / last}%`
  return (
    <>
      <div className="slider needs-script [.sheet_&]:order-2" style={{ "--p": part(value) } as CSSProperties}>
        <input
          ref={slider}
          id={id}
          type="range"
          min={0}
          max={last}
          step="any"
          value={value}
          aria-valuetext={shown.spoken}
          aria-describedby={`${id}-keys`}
          onChange={(event) => setValue(Number(event.target.value))}
          onPointerUp={() => {
            const to = nearest(stops, value)
            if (to && value !== now.at) choose(to, 0)
          }}
          onKeyDown={onKeyDown}
          onBlur={go}
        />
        <div className="tk" aria-hidden="true">
          {stops.map(({ on, at, event }) => (
            <i key={on} className={event === null ? undefined : "ev"} style={{ insetInlineStart: part(at) }} />
          ))}
        </div>
        {stop?.event ? (
          <span className="tl-named" aria-hidden="true" dir="auto">
            {stop.event}
          </span>
        ) : null}
        <span className="vh" id={`${id}-keys`}>
          {keys}
        </span>
      </div>
      <details className="relative [.sheet_&]:order-1" name="view-panel" data-panel="" suppressHydrationWarning>
        <summary className="list-none underline decoration-edge decoration-dotted underline-offset-4 [&::-webkit-details-marker]:hidden">
          {/* A press must reach the summary: browsers do not open it for one on an output. */}
          <output className="num pointer-events-none" htmlFor={id}>
            {shown.label}
          </output>
        </summary>
        <div
          ref={panel}
          className="tl absolute end-0 top-full z-4 mt-2 w-72 rounded-ui border border-rule-2 bg-surface p-3 shadow-[var(--shadow)]"
        >
          {children}
        </div>
      </details>
    </>
  )
}

const markOf = (id: string, at: number) => `${id} ${at}`

// A browser that keeps nothing for a page leaves the focus where a new page begins.
function leaveMark(mark: string) {
  try {
    sessionStorage.setItem(LEFT, mark)
  } catch {
    return
  }
}

function takeMark(): string | null {
  try {
    const mark = sessionStorage.getItem(LEFT)
    sessionStorage.removeItem(LEFT)
    return mark
  } catch {
    return null
  }
}

function nearest(stops: readonly SliderStop[], value: number): SliderStop | undefined {
  return stops.reduce<SliderStop | undefined>(
    (best, stop) => (best && Math.abs(best.at - value) <= Math.abs(stop.at - value) ? best : stop),
    undefined,
  )
}

/** Where a key leads: undefined at the end of the line, null where it is not for the slider. */
function nextStop(key: string, value: number, stops: readonly SliderStop[]): SliderStop | undefined | null {
  const years = stops.filter(({ isYear }) => isYear)
  if (key === "ArrowLeft" || key === "ArrowDown") return stops.findLast(({ at }) => at < value)
  if (key === "ArrowRight" || key === "ArrowUp") return stops.find(({ at }) => at > value)
  if (key === "PageDown") return years.findLast(({ at }) => at < value)
  if (key === "PageUp") return years.find(({ at }) => at > value)
  if (key === "Home") return stops[0]
  return key === "End" ? stops.at(-1) : null
}
