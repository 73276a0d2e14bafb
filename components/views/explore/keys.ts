import type { KeyboardEvent } from "react"

const CELL = "th, td"

/**
 * Arrow keys move from cell to cell of a table that is one tab stop; Home and End to the ends of a row, with Ctrl to
 * those of the table; Enter follows the cell's own link, or the row's. In Urdu rows run from right to left.
 */
export function moveByKey(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>(CELL)
  if (!cell || event.altKey || event.metaKey) return
  if (event.key === "Enter" && event.target === cell) {
    const link = cell.querySelector("a") ?? cell.closest("tr")!.querySelector("a")
    link?.click()
    return
  }
  const table = event.currentTarget
  const rows = [...table.rows]
  const row = rows.indexOf(cell.closest("tr")!)
  const isRtl = getComputedStyle(table).direction === "rtl"
  const to = target(event, [row, cell.cellIndex], [rows.length - 1, cell.closest("tr")!.cells.length - 1], isRtl)
  const next = to && rows[to[0]]?.cells[to[1]]
  if (!next) return
  event.preventDefault()
  for (const each of table.querySelectorAll<HTMLElement>("[tabindex='0']")) each.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

/** Gives a table a cell to be entered by, if the one that was has gone with its row. */
export function keepEntrance(table: HTMLTableElement | null): void {
  if (!table || table.querySelector("tbody [tabindex='0'], thead [tabindex='0']")) return
  const first = table.querySelector<HTMLElement>("tbody th")
  if (first) first.tabIndex = 0
}

type Place = [row: number, column: number]

function target(
  event: KeyboardEvent,
  [row, column]: Place,
  [lastRow, lastColumn]: Place,
  isRtl: boolean,
): Place | null {
  const clamped = (value: number, last: number) => Math.min(Math.max(value, 0), last)
  const along = isRtl ? -1 : 1
  switch (event.key) {
    case "ArrowDown":
      return [clamped(row + 1, lastRow), column]
    case "ArrowUp":
      return [clamped(row - 1, lastRow), column]
    case "ArrowRight":
      return [row, clamped(column + along, lastColumn)]
    case "ArrowLeft":
      return [row, clamped(column - along, lastColumn)]
    case "PageDown":
      return [clamped(row + 10, lastRow), column]
    case "PageUp":
      return [clamped(row - 10, lastRow), column]
    case "Home":
      return [event.ctrlKey ? 0 : row, 0]
    case "End":
      return [event.ctrlKey ? lastRow : row, lastColumn]
    default:
      return null
  }
}
