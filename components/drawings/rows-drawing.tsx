import type { ReactNode } from "react"
import { Canvas } from "@/components/charts/canvas"
import { DrawingKey, type KeyItem, placedKey } from "@/components/charts/drawing-key"
import { textWidth } from "@/components/charts/event-layout"
import { hair, linear, px, type Scale } from "@/components/charts/scales"
import { run } from "@/components/charts/trend-marks"
import type { DrawingName } from "@/lib/domain/drawing"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { heightOf, type Line, type Side, Words } from "./words"

/** Something drawn in a cell: `x` maps 0 to 100 on the cell's width, from where reading begins; `y` is its middle. */
export type Sketch = { height: number; draw: (place: { x: Scale; y: number }) => ReactNode }
export type Cell = readonly Line[] | Sketch | null
/** Time runs left to right in both languages, all else from where reading begins. */
export type Column = { width: number; side?: Side; isTime?: boolean }
export type Row = { key: string; cells: readonly Cell[] }

const BETWEEN = 20
const AIR = 7
const HEAD = 24
const AXIS = 20

const isSketch = (cell: Cell): cell is Sketch => cell !== null && "draw" in cell

/**
 * A chart of rows as one drawing: words and marks in columns, a hairline between the rows. `heads` name the columns;
 * `axis` is told below one of them; `items` is the key, and `note` what the page says beside the chart.
 */
export function RowsDrawing({
  locale,
  name,
  label,
  columns,
  rows,
  heads,
  axis,
  items = [],
  note,
}: {
  locale: Locale
  name: DrawingName
  label: string
  columns: readonly Column[]
  rows: readonly Row[]
  heads?: readonly (Line | null)[]
  axis?: { column: number; ticks: readonly { at: number; label: string }[] }
  items?: readonly KeyItem[]
  note?: string | undefined
}) {
  const isRtl = LOCALES[locale].dir === "rtl"
  const width = columns.reduce((total, it) => total + it.width, 0) + (columns.length - 1) * BETWEEN
  const boxes = columns.map((column, at) => {
    const start = columns.slice(0, at).reduce((total, it) => total + it.width + BETWEEN, 0)
    const left = isRtl ? width - start - column.width : start
    const right = left + column.width
    const x = linear([0, 100], isRtl && !column.isTime ? [right, left] : [left, right])
    return { left, right, x, side: column.side ?? "start" }
  })
  const taken = (cell: Cell, at: number) =>
    cell === null ? 0 : isSketch(cell) ? cell.height : heightOf(locale, cell, columns[at]!.width)
  const heights = rows.map(({ cells }) => Math.max(...cells.map(taken)) + 2 * AIR)
  const first = heads ? HEAD : 0
  const tops = rows.map((_, at) => first + heights.slice(0, at).reduce((total, it) => total + it, 0))
  const bottom = first + heights.reduce((total, it) => total + it, 0)
  const foot = bottom + (axis ? AXIS : 0)
  const under = foot + placedKey(items, width).height + 8
  const lines = note ? [{ words: note, look: "xs" }] : []
  const height = Math.ceil(under - 6 + (note ? 6 + heightOf(locale, lines, width) : 0))
  return (
    <Canvas name={name} label={label} width={width} height={height}>
      {(heads ?? []).map((head, at) =>
        head ? <Words key={at} {...{ locale, ...boxes[at]! }} lines={[{ look: "xs", ...head }]} top={2} /> : null,
      )}
      {rows.map((row, at) => (
        <g key={row.key} data-row={row.key}>
          {at > 0 || heads ? <line className="gl" x1="0" x2={width} y1={hair(tops[at]!)} y2={hair(tops[at]!)} /> : null}
          {row.cells.map((cell, column) => {
            const [box, middle] = [boxes[column]!, tops[at]! + heights[at]! / 2]
            if (cell === null) return null
            if (isSketch(cell)) return <g key={column}>{cell.draw({ x: box.x, y: middle })}</g>
            return <Words key={column} {...{ locale, ...box }} lines={cell} top={middle - taken(cell, column) / 2} />
          })}
        </g>
      ))}
      {(axis?.ticks ?? []).map(({ at, label: words }) => {
        // At the drawing's edge a label has half its room.
        const half = textWidth(words) * 0.48
        const x = Math.min(Math.max(boxes[axis!.column]!.x(at), half), width - half)
        return (
          <text key={at} x={px(x)} y={bottom + 14} textAnchor="middle" className="xs">
            {run(locale, words)}
          </text>
        )
      })}
      <DrawingKey {...{ locale, items }} left={0} right={width} top={foot} />
      <Words {...{ locale, lines }} left={0} right={width} top={under} />
    </Canvas>
  )
}
