"use client"

import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react"
import { FRAME } from "./butterfly-cells"

type Tip = { words: string; x: number; y: number }

const CELLS = "i:not(.fut):not(.s):not(.h)"
const STOPS = `.bf-c ${CELLS}, .bf-t a`

/**
 * The grid's behaviour: on a phone a switch between both halves and one; one tab stop, from which the
 * arrow keys move by cell and Enter opens the point; and a cell's point, year and level in words.
 * Without JavaScript the grid is whole, and every title is a link.
 */
export function ButterflyFrame({
  fixed,
  words,
  years,
  levels,
  tracks,
  bar,
  children,
}: {
  /** The only half in view, if the question names one. */
  fixed: "k" | "n" | null
  words: { show: string; both: string }
  years: string[]
  /** A cell's value → its words; "x" is what cannot be rated. */
  levels: Record<string, string>
  tracks: { kinetic: string; "non-kinetic": string }
  bar: ReactNode
  children: ReactNode
}) {
  const [show, setShow] = useState<"both" | "k" | "n">(fixed ?? "both")
  const [tip, setTip] = useState<Tip | null>(null)
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    frame.current
      ?.querySelectorAll(".bf-t a")
      .forEach((link, at) => link.setAttribute("tabindex", at === 0 ? "0" : "-1"))
  }, [])

  const say = (cell: Element | null) => {
    const words = cell && describe(cell, years, levels, tracks)
    const box = frame.current?.getBoundingClientRect()
    if (!cell || !words || !box) return setTip(null)
    const at = cell.getBoundingClientRect()
    setTip({
      words,
      x: Math.min(Math.max(at.left - box.left + at.width / 2, 120), box.width - 120),
      y: at.top - box.top,
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const from = event.target as HTMLElement
    if (!from.matches(STOPS)) return
    if (event.key === "Escape") return setTip(null)
    if (event.key === "Enter" && from.tagName === "I") return from.closest("[role=row]")?.querySelector("a")?.click()
    const to = neighbour(from, event.key)
    if (!to) return
    event.preventDefault()
    focusOn(to, describe(to, years, levels, tracks))
  }
  const seg = [
    ["both", words.both],
    ["k", tracks.kinetic],
    ["n", tracks["non-kinetic"]],
  ] as const
  return (
    <>
      <div className="bfbar">
        {fixed === null ? (
          <div className="seg only-s2 needs-script" role="group" aria-label={words.show}>
            {seg.map(([value, name]) => (
              <button key={value} type="button" aria-pressed={show === value} onClick={() => setShow(value)}>
                {name}
              </button>
            ))}
          </div>
        ) : null}
        {bar}
      </div>
      <div
        ref={frame}
        className={FRAME}
        data-show={show}
        style={{ ["--years" as string]: years.length }}
        onKeyDown={onKeyDown}
        onFocus={(event: FocusEvent) => say((event.target as Element).closest(CELLS))}
        onBlur={() => setTip(null)}
        onPointerOver={(event: PointerEvent) => say((event.target as Element).closest(`.bf-c ${CELLS}`))}
        onPointerLeave={() => setTip(null)}
      >
        {children}
        <div role="status" className="pointer-events-none absolute inset-x-0 top-0" dir="ltr">
          {tip ? (
            <span
              className="tip absolute w-max max-w-60 -translate-x-1/2 translate-y-[calc(-100%-6px)] text-center"
              dir="auto"
              style={{ insetInlineStart: tip.x, insetBlockStart: tip.y }}
            >
              {tip.words}
            </span>
          ) : null}
        </div>
      </div>
    </>
  )
}

/** "12 FATA reforms…, Non-kinetic, 2019: Intermediate". */
function describe(
  cell: Element,
  years: string[],
  levels: Record<string, string>,
  tracks: Record<string, string>,
): string | null {
  const strip = cell.parentElement
  const values = strip?.dataset.values?.split(",")
  if (!strip || !values) return null
  const at = [...strip.querySelectorAll("i")].indexOf(cell as HTMLElement)
  const value = values[at]
  const title = strip.closest("[role=row]")?.querySelector("[data-title]")?.textContent ?? ""
  if (value === undefined) return null
  return `${title.trim()}. ${tracks[strip.dataset.track ?? ""] ?? ""}, ${years[at] ?? ""}: ${levels[value] ?? value}`
}

/** The next stop in the direction of a key: along the row as it is seen, or in the row above or below. */
function neighbour(from: HTMLElement, key: string): HTMLElement | null {
  const row = from.closest("[role=row]")
  const rows = [...(row?.parentElement?.querySelectorAll("[role=row][data-point]") ?? [])]
  const along = stopsOf(row)
  const at = along.indexOf(from)
  if (key === "ArrowRight") return along[at + 1] ?? null
  if (key === "ArrowLeft") return along[at - 1] ?? null
  if (key === "Home") return along[0] ?? null
  if (key === "End") return along.at(-1) ?? null
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0
  const target = step === 0 || !row ? undefined : rows[rows.indexOf(row) + step]
  if (!target) return null
  const x = middle(from)
  return stopsOf(target).sort((a, b) => Math.abs(middle(a) - x) - Math.abs(middle(b) - x))[0] ?? null
}

const stopsOf = (row: Element | null | undefined) =>
  [...(row?.querySelectorAll<HTMLElement>(STOPS) ?? [])]
    .filter((stop) => stop.offsetParent !== null)
    .sort((a, b) => middle(a) - middle(b))

function middle(element: Element): number {
  const { left, width } = element.getBoundingClientRect()
  return left + width / 2
}

function focusOn(target: HTMLElement, label: string | null): void {
  target
    .closest(".bf")
    ?.querySelectorAll("[tabindex='0']")
    .forEach((stop) => stop.setAttribute("tabindex", "-1"))
  target.tabIndex = 0
  if (label && target.tagName === "I") {
    target.setAttribute("role", "img")
    target.setAttribute("aria-label", label)
  }
  target.focus()
}
