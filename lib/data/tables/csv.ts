import "server-only"
import { Readable } from "node:stream"
import { CsvError, parse } from "csv-parse"
import { stringify } from "csv-stringify/sync"
import { type Flat, guarded } from "@/lib/domain/import/cells"
import { type Line, LONGEST_ROW, notReadable, type TableFile, textOf } from "@/lib/data/tables/format"

const BOM = "\uFEFF"

/**
 * A table as CSV that spreadsheets open without harm: UTF-8 with BOM, CRLF, numbers as numbers, and no text cell that
 * could start a formula, also where another program takes ";" for the end of a cell.
 */
export function csvOf(rows: readonly Flat[], columns?: readonly string[]): string {
  const names = columns ?? headsOf(rows)
  return `${BOM}${csvLines([Object.fromEntries(names.map((name) => [name, name])), ...rows], names)}`
}

/** What stands over the columns of a table: every name that one of its lines has, in the order in which they come. */
export function headsOf(rows: Iterable<Flat>): string[] {
  const names = new Set<string>()
  for (const row of rows) for (const name of Object.keys(row)) names.add(name)
  return [...names]
}

/** Further lines of such a table, without its head. */
export function csvLines(rows: readonly Flat[], columns: readonly string[]): string {
  return stringify([...rows], {
    columns: [...columns],
    record_delimiter: "windows",
    quoted_match: /;/,
    cast: { string: guarded, boolean: (flag) => (flag ? "true" : "false") },
  })
}

/**
 * The lines of a CSV file, read as it comes; the first is the head. The cells' separator is told from the head: a
 * comma, or the semicolon or tab that spreadsheets of some countries write.
 * @throws Refusal `invalid` where the quotation marks do not fit or it is not UTF-8.
 */
export async function* readCsv(file: TableFile): AsyncGenerator<Line> {
  const delimiter = await separatorOf(file)
  const parser = parse({ bom: true, delimiter, relax_column_count: true, max_record_size: LONGEST_ROW })
  // An error of the source reaches whoever reads the parser.
  const source = Readable.from(textOf(file)).on("error", (error) => parser.destroy(error))
  source.pipe(parser)
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      if (cells.some((cell) => cell !== "")) yield { row, cells }
    }
  } catch (error) {
    throw error instanceof CsvError ? notReadable(reasonOf(error)) : error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

async function separatorOf(file: TableFile): Promise<string> {
  let start = ""
  for await (const text of textOf(file)) if ((start += text).length > 65_536 || start.includes("\n")) break
  const head = start.split(/\r|\n/, 1)[0]!.replaceAll(/"[^"]*"/g, "")
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: head.split(mark).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark
}

function reasonOf(error: CsvError): string {
  const line = `Line ${String(error.lines ?? "?")}: `
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return `${line}a quotation mark is never closed.`
    case "CSV_MAX_RECORD_SIZE":
      return `${line}this row is longer than any record.`
    default:
      return `${line}a quotation mark stands where none may stand.`
  }
}
