import { type Cell, jsonIn, unguarded, wordsIn } from "@/lib/domain/import/cells"
import { type Column, columnNamed, COLUMNS } from "@/lib/domain/import/columns"
import { type Fault, shown } from "@/lib/domain/import/reasons"
import type { Kind } from "@/lib/domain/records"

/**
 * One row as its file gives it, before it is held against the record: values by column, and what could not be read.
 * `row` is its number as a person counts (in a spreadsheet the head is row 1). `notes` are no faults. `isHead`: it only
 * tells what is wrong with the head.
 */
export type Row = { row: number; values: Record<string, unknown>; faults: Fault[]; notes: Fault[]; isHead?: true }

/** The head of a table: which column stands at each place, with further places for a text too long for one cell. */
export type Head = { places: (Column | null)[]; faults: Fault[] }

/** Reads the head of a table. A column may go on in further ones: "evidence", "evidence (2)". */
export function readHead(kind: Kind, names: readonly string[]): Head {
  const faults: Fault[] = []
  const seen = new Set<string>()
  const places = names.map((given) => {
    const name = given.trim()
    const [, stem, part] = /^(.*?) \((\d+)\)$/.exec(name) ?? [null, name, null]
    const column = columnNamed(kind, stem!)
    const say = (reason: string) => void faults.push({ column: name, reason, value: null })
    if (!column) {
      say(name === "" ? "A column has no name." : "There is no such column.")
      return null
    }
    if (seen.has(`${column.name} ${part ?? ""}`)) say("This column stands there twice.")
    seen.add(`${column.name} ${part ?? ""}`)
    return column
  })
  return { places, faults }
}

/** Reads one row of a table under its head. */
export function readCells(head: Head, row: number, cells: readonly Cell[]): Row {
  const read: Row = { row, values: {}, faults: [], notes: [] }
  if (cells.length !== head.places.length) {
    const reason = `This row has ${cells.length} cells, the head has ${head.places.length}.`
    read.faults.push({ column: null, reason, value: null })
    return read
  }
  const given = new Map<Column, Cell>()
  for (const [at, column] of head.places.entries()) {
    if (!column) continue
    const before = given.get(column) ?? null
    given.set(column, before === null ? cells[at]! : `${before}${cells[at] ?? ""}`)
  }
  for (const [column, cell] of given) take(read, column, cell)
  keepPrecisions(read, given)
  return read
}

/** Reads one object of a JSON file, whose values are what they are. */
export function readObject(kind: Kind, row: number, value: unknown): Row {
  const read: Row = { row, values: {}, faults: [], notes: [] }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    read.faults.push({ column: null, reason: "This is not an object of fields.", value: shown(value) })
    return read
  }
  for (const [name, each] of Object.entries(value)) {
    if (!COLUMNS[kind].some((column) => column.name === name)) {
      read.faults.push({ column: name.slice(0, 80), reason: "There is no such column.", value: shown(each) })
    } else if (isStorable(each)) read.values[name] = each
    else read.faults.push({ column: name, reason: UNSTORABLE, value: null })
  }
  return read
}

const UNSTORABLE = "This holds a character that cannot be stored."

/** Postgres keeps neither NUL nor half a character in text, and nobody means one. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !/[\0\p{Surrogate}]/u.test(value)
  if (typeof value !== "object" || value === null) return true
  return Object.entries(value).every(([name, inner]) => isStorable(name) && isStorable(inner))
}

function take(read: Row, column: Column, cell: Cell): void {
  const say = (reason: string) => void read.faults.push({ column: column.name, reason, value: shown(cell) })
  if (cell === null || cell === "") {
    if (column.name === "id") return
    if (column.nullable) read.values[column.name] = null
    else if (Array.isArray(column.default)) read.values[column.name] = []
    else say("This cannot be empty.")
    return
  }
  if (!isStorable(cell)) return say(UNSTORABLE)
  const value = valueOf(column, typeof cell === "string" ? unguarded(cell) : cell)
  if (value === undefined) say(NOT_READ[column.holds])
  else if (!isStorable(value)) say(UNSTORABLE)
  else read.values[column.name] = value
}

const NOT_READ: Record<Column["holds"], string> = {
  text: "This must be text.",
  day: "Write the day as YYYY-MM-DD.",
  number: "This must be a number.",
  truth: "Write true or false.",
  words: 'Write a list as "a; b".',
  nested: "This must be JSON text, as in the exported file.",
}

/** What a cell says; undefined where it cannot be read. A spreadsheet may have made a number of a text. */
function valueOf({ holds }: Column, cell: string | number | boolean): unknown {
  const text = String(cell)
  switch (holds) {
    case "text":
    case "day":
      return text.trim()
    case "number":
      if (typeof cell === "number") return cell
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : undefined
    case "truth":
      return /^\s*true\s*$/i.test(text) ? true : /^\s*false\s*$/i.test(text) ? false : undefined
    case "words":
      return wordsIn(text.trim())
    case "nested":
      return jsonIn(text)
  }
}

const PARTS = [
  [/^\d{4}$/, "year", "-01-01", "Only a year is given"],
  [/^\d{4}-\d{2}$/, "month", "-01", "Only a month is given"],
] as const

/** "2025" and "2025-06" stand for their first day where the row says that it is exact to the year or month. */
function keepPrecisions(read: Row, given: ReadonlyMap<Column, Cell>): void {
  for (const column of given.keys()) {
    if (column.precision === null) continue
    const text = read.values[column.name]
    const part = PARTS.find(([pattern]) => typeof text === "string" && pattern.test(text))
    if (!part) continue
    const [, precision, rest, words] = part
    const stated = [...given].find(([{ name }]) => name === column.precision)
    const says = stated?.[1] ?? ""
    if (says !== "" && says !== precision) continue
    const first = `${String(text)}${rest}`
    read.values[column.name] = first
    read.values[column.precision] = precision
    // An empty cell beside it is answered by this.
    read.faults = read.faults.filter((fault) => fault.column !== column.precision)
    const reason = `${words}: kept as ${first}, exact to the ${precision}.`
    read.notes.push({ column: column.name, reason, value: shown(String(text)) })
  }
}
