import type { CSSProperties } from "react"
import { ValueAxis } from "@/components/charts/axes"
import { BreakMark } from "@/components/charts/index-panel"
import { textWidth } from "@/components/charts/event-layout"
import { countTicks } from "@/components/charts/outcomes-box"
import type { Box, Size } from "@/components/charts/plot"
import { linear, px, type Scale, type TimeScale } from "@/components/charts/scales"
import type { OutcomePanel } from "@/lib/domain/views/outcomes"
import type { Figure } from "@/lib/domain/views/outcomes/panels"
import { thousands } from "@/lib/i18n/format"

/**
 * The looks of a figure: solid as published, hollow for another vintage, hatched where its year was not over, hollow and
 * dotted where no published page is known to hold it.
 */
export const FIGURE_LOOK = {
  main: { fill: "var(--l1)", stroke: "var(--l2)", strokeWidth: 1 },
  other: { fill: "var(--paper)", stroke: "var(--ink-2)", strokeWidth: 1.2, strokeDasharray: "3 2" },
  partial: { fill: "url(#hx)", stroke: "var(--ink-2)", strokeWidth: 1.2 },
  memory: { fill: "var(--paper)", stroke: "var(--ink-2)", strokeWidth: 1.6, strokeDasharray: "1.6 2.4" },
} as const

type Looked = Pick<Figure, "confidence" | "isMain" | "isPartial">
export const isRemembered = ({ confidence }: Pick<Figure, "confidence">) => confidence === "from-memory"

export function figureLook(it: Looked): CSSProperties {
  const { main, other, partial, memory } = FIGURE_LOOK
  if (isRemembered(it)) return it.isPartial ? { ...memory, fill: partial.fill } : memory
  return it.isPartial ? partial : it.isMain ? main : other
}

/** The part of a year that its bars take. */
const FILLED = 0.7

/**
 * What one publisher counts, year by year, on its own scale from zero. A year without a figure stays empty. Ranks and
 * scores are no amounts, so they are dots.
 */
export function CountPanel({
  box,
  x,
  panel,
  size,
  dir,
}: {
  box: Box
  x: TimeScale
  panel: OutcomePanel
  size: Size
  dir: "ltr" | "rtl"
}) {
  const { plot } = box
  const ticks = countTicks(Math.max(0, ...panel.figures.map((it) => it.value)))
  const y = linear([0, ticks[2]], [plot.bottom, plot.top])
  const named = labelled(panel.figures, size)
  return (
    <>
      <ValueAxis box={box} y={y} dir={dir} ticks={ticks.map((value) => ({ value, label: thousands(value) }))} />
      {panel.figures.map((it) => {
        const mark = markOf(panel.figures, it, x)
        return (
          <Mark key={it.id} {...{ it, y, mark, plot }} isDot={panel.measure === "other"} isNamed={named.has(it.id)} />
        )
      })}
      {panel.figures
        .filter((it) => it.isBreak)
        .map((it) => (
          <BreakMark key={it.id} x={x(`${it.year}-01-01`)} y={plot.bottom} />
        ))}
    </>
  )
}

type Place = { start: number; width: number }

/** Several figures of one year stand side by side. */
function markOf(all: readonly Figure[], it: Figure, x: TimeScale): Place {
  const [from, to] = [x(`${it.year}-01-01`), x(`${it.year}-12-31`)]
  const together = all.filter((each) => each.year === it.year)
  const room = (to - from) * FILLED
  const width = room / together.length
  return {
    start: from + (to - from - room) / 2 + together.indexOf(it) * width,
    width: width - (together.length > 1 ? 1 : 0),
  }
}

function Mark({
  it,
  y,
  mark: { start, width },
  plot,
  isDot,
  isNamed,
}: {
  it: Figure
  y: Scale
  mark: Place
  plot: Box["plot"]
  isDot: boolean
  isNamed: boolean
}) {
  const look = figureLook(it)
  const [top, middle] = [y(it.value), start + width / 2]
  const words = `${thousands(it.value)}${isRemembered(it) ? "§" : ""}${it.before ? "*" : ""}`
  return (
    <g>
      {isDot ? (
        <circle cx={px(middle)} cy={px(top)} r="4.5" style={look}>
          <title>{`${it.year}: ${words}`}</title>
        </circle>
      ) : (
        <rect
          x={px(start)}
          y={px(Math.min(top, plot.bottom - 1))}
          width={px(width)}
          height={px(Math.max(1, plot.bottom - top))}
          style={look}
        >
          <title>{`${it.year}: ${words}`}</title>
        </rect>
      )}
      {isNamed ? (
        <text
          // A label of the first year would reach over the drawing's own edge.
          x={px(Math.max(middle, textWidth(words) / 2 + 1))}
          y={px(top - 6)}
          textAnchor="middle"
          className="ti b xs paperstroke"
        >
          {words}
        </text>
      ) : null}
    </g>
  )
}

/** On a wide drawing every main figure says its value; on a narrow one the highest and the last, where both fit. */
function labelled(figures: readonly Figure[], size: Size): Set<string> {
  const mains = figures.filter((it) => it.isMain)
  if (size === "wide") return new Set(mains.map((it) => it.id))
  const last = mains.at(-1)
  const most = mains.toSorted((a, b) => b.value - a.value)[0]
  return new Set([last, ...(most && last && last.year - most.year > 2 ? [most] : [])].flatMap((it) => it?.id ?? []))
}
