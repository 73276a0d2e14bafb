import "server-only"
import { readCsv } from "@/lib/data/tables/csv"
import {
  assertFormat,
  formatOf,
  type Line,
  MOST_COLUMNS,
  notReadable,
  type TableFile,
  type TableFormat,
} from "@/lib/data/tables/format"
import { readJson, readJsonLines } from "@/lib/data/tables/json"
import { readXlsx } from "@/lib/data/tables/xlsx"
import { kindOf } from "@/lib/domain/import/columns"
import { type Head, readCells, readHead, readObject, type Row } from "@/lib/domain/import/rows"
import type { Kind } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"

const READERS: Record<TableFormat, (file: TableFile) => AsyncGenerator<Line>> = {
  csv: readCsv,
  json: readJson,
  jsonl: readJsonLines,
  xlsx: readXlsx,
}

/** A file whose format and kind of record are known. */
export type Table = { file: TableFile; format: TableFormat; kind: Kind }

/**
 * Tells the format of a file and the kind of its records, where the caller does not say.
 * @throws Refusal `invalid` for what is no table, or where the kind cannot be told.
 */
export async function recognise(file: TableFile, said: { format: TableFormat | null; kind: Kind | null }) {
  const format = said.format ?? (await formatOf(file))
  await assertFormat(file, format)
  const kind = said.kind ?? kindOf(await columnsOf(file, format), file.name)
  if (kind === null) {
    const reason = "Say which kind of records this is: its columns do not tell."
    throw new Refusal("invalid", reason, { kind: [reason] })
  }
  return { file, format, kind } satisfies Table
}

async function columnsOf(file: TableFile, format: TableFormat): Promise<string[]> {
  for await (const line of READERS[format](file)) {
    if ("cells" in line) return line.cells.map((cell) => String(cell ?? "").replace(/ \(\d+\)$/, ""))
    return Object.keys(Object(line.object) as object)
  }
  throw notReadable("The file is empty.")
}

const ROWS_AT_A_TIME = 2000

/** The rows of a table in batches. What is wrong with its head comes as a row of its own, the first. */
export async function* batchesOf({ file, format, kind }: Table, mostRows: number): AsyncGenerator<Row[]> {
  let batch: Row[] = []
  let head: Head | null = null
  let rows = 0
  for await (const line of READERS[format](file)) {
    if ("cells" in line && !head) {
      head = headOf(kind, line)
      if (head.faults.length > 0)
        batch.push({ row: line.row, values: {}, faults: head.faults, notes: [], isHead: true })
      continue
    }
    if (++rows > mostRows) {
      throw new Refusal("too_large", `At most ${mostRows} rows here; a longer file goes in at the command line.`)
    }
    batch.push("cells" in line ? readCells(head!, line.row, line.cells) : readObject(kind, line.row, line.object))
    if (batch.length < ROWS_AT_A_TIME) continue
    yield batch
    batch = []
  }
  if (rows === 0) throw notReadable("There are no rows in this file.")
  yield batch
}

function headOf(kind: Kind, line: Line & { cells: unknown[] }): Head {
  if (line.cells.length > MOST_COLUMNS)
    throw notReadable(`More than ${MOST_COLUMNS} columns: this is no table of ours.`)
  const head = readHead(
    kind,
    line.cells.map((cell) => String(cell ?? "")),
  )
  if (head.places.every((place) => place === null)) {
    throw notReadable("No column of this file has a name that belongs to these records.")
  }
  return head
}
