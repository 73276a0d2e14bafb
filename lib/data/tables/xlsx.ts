import "server-only"
import { join } from "node:path"
import { Worker } from "node:worker_threads"
import writeExcelFile from "write-excel-file/node"
import { Day } from "@/lib/domain/date"
import { type Cell, type Flat, guarded } from "@/lib/domain/import/cells"
import { Refusal } from "@/lib/domain/refusal"
import { headsOf } from "@/lib/data/tables/csv"
import { bytesOf, type Line, notReadable, type TableFile } from "@/lib/data/tables/format"
import { repacked, undated } from "@/lib/data/tables/unzip"

/** What one cell of a workbook may hold, in characters. A longer text goes on in a further column, "evidence (2)". */
const LONGEST_CELL = 32_767

/** The first day that every spreadsheet counts right; an earlier one stays text. */
const FIRST_DAY = "1900-03-01"
const DAY_FORMAT = "yyyy-mm-dd"

/** A font that every spreadsheet has or has an equal of, with the letters of Urdu. */
const FONT = { fontFamily: "Arial", fontSize: 10 }
/** In letters; a column is as wide as what stands in it, up to what still leaves room for others. */
const [NARROWEST, WIDEST, WIDEST_TOLD] = [8, 60, 140]
/** In letters: what an upright page holds beside each other. A wider sheet is printed across, on fewer pages. */
const UPRIGHT = 90
/** Lines that a width is taken from. */
const MEASURED = 500

/**
 * How a sheet runs and what stands over its columns, where that is not their own name. `about` is a second sheet of
 * names and values that tells what the first one is; an import reads the first alone.
 */
export type SheetLook = {
  rightToLeft?: boolean
  labelOf?: (column: string) => string
  about?: { name: string; lines: readonly (readonly [string, string | number])[] }
}

/**
 * A table as a workbook of one sheet: numbers, truth values and days as such, everything else as text. No cell holds a
 * formula. The same table gives the same bytes whenever it is asked for.
 */
export async function xlsxOf(
  rows: readonly Flat[],
  name: string,
  columns?: readonly string[],
  { rightToLeft = false, labelOf = (column) => column, about }: SheetLook = {},
): Promise<Buffer> {
  const names = columns ?? headsOf(rows)
  const spelled = rows.map((row) => names.map((column) => piecesOf(row[column] ?? null)))
  const widths = names.map((_, at) => Math.max(1, ...spelled.map((row) => row[at]!.length)))
  const head = names.flatMap((column, at) =>
    Array.from({ length: widths[at]! }, (_, part) =>
      part === 0 ? labelOf(column) : `${labelOf(column)} (${part + 1})`,
    ),
  )
  const body = spelled.map((row) =>
    row.flatMap((pieces, at) => Array.from({ length: widths[at]! }, (_, part) => typed(pieces[part] ?? null))),
  )
  const bold = head.map((value) => ({ value, type: String, fontWeight: "bold" as const }))
  const look = { rightToLeft, dateFormat: DAY_FORMAT }
  const data = [bold, ...body]
  const sheet = { data, sheet: name.slice(0, 31), stickyRowsCount: 1, ...placed(widthsOf([head, ...body])), ...look }
  const sheets = about ? [sheet, aboutSheet(about, look)] : [sheet]
  return undated((await writeExcelFile(sheets, FONT).toBuffer()) as Buffer)
}

function aboutSheet({ name, lines }: NonNullable<SheetLook["about"]>, look: object) {
  const told = lines.map(([label, value]) => [label, typeof value === "string" ? typed(escaped(value)) : value])
  const data = told.map(([label, ...rest]) => [
    { value: String(label), type: String, fontWeight: "bold" as const },
    ...rest,
  ])
  return { data, sheet: name, ...placed(widthsOf(told, WIDEST_TOLD)), ...look }
}

/** The writer can turn a page, on A4; that a sheet shrinks to it, or repeats its head, it cannot say. */
function placed(columns: { width: number }[]) {
  const isWide = columns.reduce((total, { width }) => total + width, 0) > UPRIGHT
  return { columns, ...(isWide && { orientation: "landscape" as const }) }
}

/** Wide enough for the longest cell of each column, within bounds: a day that does not fit shows as "###". */
function widthsOf(lines: readonly (readonly (Cell | Date)[])[], widest = WIDEST): { width: number }[] {
  const longest: number[] = []
  for (const line of lines.slice(0, MEASURED)) {
    for (const [at, cell] of line.entries()) longest[at] = Math.max(longest[at] ?? 0, lettersOf(cell))
  }
  return longest.map((letters) => ({ width: Math.min(widest, Math.max(NARROWEST, letters + 2)) }))
}

/** A number is shown with as many digits as fit, so a long fraction needs no room of its own. */
const lettersOf = (cell: Cell | Date): number =>
  cell === null
    ? 0
    : cell instanceof Date
      ? DAY_FORMAT.length
      : Math.min(String(cell).length, typeof cell === "number" ? 10 : WIDEST_TOLD)

/** A day of the calendar as a date of the spreadsheet's; read back, it is the same text again. */
const typed = (cell: Cell): Cell | Date =>
  typeof cell === "string" && cell.length === FIRST_DAY.length && cell >= FIRST_DAY && Day.safeParse(cell).success
    ? new Date(`${cell}T00:00:00Z`)
    : cell

function piecesOf(cell: Cell): Cell[] {
  if (typeof cell !== "string") return [cell]
  const text = guarded(cell)
  const pieces: string[] = []
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + LONGEST_CELL)
    // Never between the two halves of a character.
    if (to < text.length && /[\uD800-\uDBFF]/.test(text[to - 1]!)) to--
    pieces.push(escaped(text.slice(from, to)))
    from = to
  }
  return pieces
}

/**
 * XML 1.0 has no control characters; a workbook writes them as _x0001_, and a text that looks like that as
 * _x005F_x0001_. What XML only advises against goes the same way, since the writer drops it: further controls, what
 * stands for an unreadable letter, and places where there is no character. A word that every JavaScript object knows ("constructor") is written so too: the writer looks texts
 * up in a plain object and would take it for one it has seen.
 */
function escaped(text: string): string {
  if (text in {}) return code(text[0]!) + text.slice(1)
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll(/[\u0001-\u0008\u000B-\u001F\u007F-\u009F\uFFFD\p{Noncharacter_Code_Point}]/gu, code)
}

const code = (mark: string) =>
  mark
    .split("")
    .map((half) => `_x${half.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .join("")

/** The lines of a workbook's first sheet; the first is the head. @throws Refusal `invalid`, `too_large`. */
export async function* readXlsx(file: TableFile): AsyncGenerator<Line> {
  const rows = await (sheets.get(file) ?? firstReading(file))
  for (const [at, cells] of rows.entries()) {
    if (cells.some((cell) => cell !== null)) yield { row: at + 1, cells: cells.map(plain) }
  }
}

// A dry run and what follows it read the same file several times; a workbook is unpacked once.
const sheets = new WeakMap<TableFile, Promise<SheetCell[][]>>()

function firstReading(file: TableFile): Promise<SheetCell[][]> {
  const rows = bytesOf(file).then(repacked).then(sheetOf)
  sheets.set(file, rows)
  return rows
}

type SheetCell = Cell | Date

/** A day of the spreadsheet's calendar as our own; a time of day stays visible, for the schema to refuse. */
function plain(cell: SheetCell): Cell {
  if (!(cell instanceof Date)) return cell
  if (Number.isNaN(cell.getTime())) return "not a day"
  const text = cell.toISOString()
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text
}

// A sheet is read by itself, beside the server: one that names its last possible cell would fill any memory with
// empty ones, and a large one takes seconds.
const READER = `
  const { parentPort, workerData } = require("node:worker_threads")
  const { readSheet } = require("node:module").createRequire(workerData.from)("read-excel-file/node")
  readSheet(Buffer.from(workerData.bytes), { trim: false }).then(
    (rows) => parentPort.postMessage({ rows }),
    (error) => parentPort.postMessage({ reason: String(error && error.message) }),
  )
`
const MEMORY_MB = 384
const PATIENCE_MS = 60_000

function sheetOf(bytes: Buffer): Promise<SheetCell[][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(READER, {
      eval: true,
      workerData: { bytes, from: join(process.cwd(), "package.json") },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      execArgv: [],
      env: {},
    })
    const timer = setTimeout(() => end(() => reject(tooLarge())), PATIENCE_MS)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    worker.on("message", (answer: { rows?: SheetCell[][]; reason?: string }) =>
      end(() => (answer.rows ? resolve(answer.rows) : reject(notReadable(reasonOf(answer.reason ?? ""))))),
    )
    worker.on("error", (error: NodeJS.ErrnoException) =>
      end(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge() : error)),
    )
  })
}

/** The reader names the place of a cell it cannot read ("<c/> at row 3, col 2: …"); the rest is its own affair. */
function reasonOf(message: string): string {
  const [, row, column] = /at row (\d+), col (\d+)/.exec(message) ?? []
  return row ? `Row ${row}, column ${column}: this cell cannot be read.` : "This Excel workbook is damaged or not one."
}

const tooLarge = () => new Refusal("too_large", "This sheet has more rows or columns than can be read from a workbook.")
