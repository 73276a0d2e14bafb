import "server-only"
import { stringify } from "csv-stringify/sync"

/** One line of a table: plain values under column names. */
export type Flat = Record<string, string | number | boolean | null>

const BOM = "\uFEFF"

/**
 * A table as CSV that spreadsheets open without harm: UTF-8 with BOM, CRLF, numbers as numbers, and no text cell that
 * could start a formula.
 */
export function csvOf(rows: readonly Flat[], columns?: readonly string[]): string {
  const names = columns ?? [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return (
    BOM +
    stringify([...rows], {
      header: true,
      columns: [...names],
      record_delimiter: "windows",
      cast: {
        string: (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text),
        boolean: (flag) => (flag ? "true" : "false"),
      },
    })
  )
}

/** A record as one line: nested values as JSON text, lists of plain words joined by "; ". */
export function flatten(record: object): Flat {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      if (value === null || ["string", "number", "boolean"].includes(typeof value)) return [name, value as Flat[string]]
      if (Array.isArray(value) && value.every((each) => typeof each === "string")) return [name, value.join("; ")]
      return [name, JSON.stringify(value)]
    }),
  )
}
