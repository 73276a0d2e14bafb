/**
 * How a record is spelled in a table, in both directions: numbers and truth values as themselves, nothing as an empty
 * cell, lists of words as "a; b", everything nested as JSON text. A table that was exported can be edited in a
 * spreadsheet and imported back; what was not touched reads as exactly what it was.
 */

/** One cell as a spreadsheet holds it. */
export type Cell = string | number | boolean | null
/** One line of a table: cells by column. */
export type Flat = Record<string, Cell>

/** A record (or a line of a view) as one line of a table. */
export function flatten(record: object): Flat {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, cellOf(value)]))
}

function cellOf(value: unknown): Cell {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value as Cell
  if (Array.isArray(value) && value.every(isPlainWord)) return value.length === 0 ? null : value.join("; ")
  return JSON.stringify(value)
}

/** A word that is the same after a list was joined and taken apart again, and does not make the list look like JSON. */
const isPlainWord = (value: unknown) =>
  typeof value === "string" && value !== "" && value === value.trim() && !/[;[]/.test(value)

/** What a spreadsheet may take for the start of a formula, in ASCII and in the full-width forms it also knows. */
const FORMULA = "=+\\-@\\t\\r\\n＝＋－＠"
const NEEDS_GUARD = new RegExp(`^(?:[${FORMULA}']|$)`)
const IS_GUARDED = new RegExp(`^'(?:[${FORMULA}']|$)`)

/**
 * A text cell that starts no formula: an apostrophe goes before whatever could, before another apostrophe, and stands
 * for a text that is empty.
 */
export const guarded = (text: string) => (NEEDS_GUARD.test(text) ? `'${text}` : text)

/** The text of a guarded cell; a text that nobody guarded stays as it is. */
export const unguarded = (text: string) => (IS_GUARDED.test(text) ? text.slice(1) : text)

/** The words of a cell that lists them, or of the JSON text that stands for words which hold a ";". */
export function wordsIn(text: string): unknown {
  if (text.startsWith("[")) return jsonIn(text)
  return text
    .split(";")
    .map((word) => word.trim())
    .filter((word) => word !== "")
}

/** The value of JSON text; undefined where it is none, or nested deeper than any record of ours. */
export function jsonIn(text: string): unknown {
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const DEEPEST = 32

/** Whether JSON text nests so deeply that walking it could exhaust the stack. Told without parsing. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]
    if (quoted && mark === "\\") at++
    else if (mark === '"') quoted = !quoted
    else if (quoted) continue
    else if (mark === "[" || mark === "{") depth++
    else if (mark === "]" || mark === "}") depth--
    if (depth > DEEPEST) return true
  }
  return false
}
