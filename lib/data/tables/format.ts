import "server-only"
import { z } from "zod"
import type { Cell } from "@/lib/domain/import/cells"
import { Refusal } from "@/lib/domain/refusal"

/** The files a table may come in. `jsonl`: one JSON object a line. */
export const TableFormat = z.enum(["csv", "json", "jsonl", "xlsx"])
export type TableFormat = z.infer<typeof TableFormat>

/** A file that can be read more than once, in pieces. `size` in bytes, for showing how far the reading is. */
export type TableFile = {
  name: string | null
  size: number
  open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** One line of a table or one object of a JSON file, with its number as a person counts. */
export type Line = { row: number } & ({ cells: Cell[] } | { object: unknown })

/** More columns than any table of ours has, several times over. */
export const MOST_COLUMNS = 200
/** The longest row, in characters: a record's texts and evidence at their fullest. */
export const LONGEST_ROW = 1024 * 1024
/** What is read whole into memory at most. Bytes. */
const LARGEST_WHOLE = 64 * 1024 * 1024

export const notReadable = (reason: string) => new Refusal("invalid", reason, { file: [reason] })

/** The format of a file, from its first bytes and its name. @throws Refusal `invalid` for what is no table. */
export async function formatOf(file: TableFile): Promise<TableFormat> {
  const start = await beginning(file)
  const text = start.toString("latin1")
  if (text.startsWith("PK\u0003\u0004")) return "xlsx"
  assertNoOther(text)
  const ending = /\.(csv|json|jsonl|ndjson)$/i.exec(file.name ?? "")?.[1]?.toLowerCase()
  if (ending !== undefined) return ending === "ndjson" ? "jsonl" : (ending as TableFormat)
  const first = text.replace(/^\u00ef\u00bb\u00bf/, "").trimStart()
  if (first.startsWith("[")) return "json"
  if (!first.startsWith("{")) return "csv"
  return /^\{[^\n]*\}\s*\n\s*\{/.test(first) ? "jsonl" : "json"
}

/** Refuses a file that says another format than it is. @throws Refusal `invalid`. */
export async function assertFormat(file: TableFile, format: TableFormat): Promise<void> {
  const text = (await beginning(file)).toString("latin1")
  const isZip = text.startsWith("PK\u0003\u0004")
  if (format === "xlsx" && !isZip) throw notReadable("This is no Excel workbook (.xlsx).")
  if (format !== "xlsx" && isZip) throw notReadable("This is an Excel workbook or another zip file, not text.")
  assertNoOther(text)
}

function assertNoOther(text: string): void {
  if (text.startsWith("%PDF")) throw notReadable("This is a PDF, not a table.")
  if (text.startsWith("\u00d0\u00cf\u0011\u00e0"))
    throw notReadable("This is an old Excel file (.xls): save it as .xlsx.")
  if (/^(\u00ff\u00fe|\u00fe\u00ff)/.test(text)) throw notReadable("This is UTF-16: save it as CSV UTF-8.")
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(!doctype|html)/i.test(text)) throw notReadable("This is a web page, not a table.")
}

async function beginning(file: TableFile): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of file.open()) {
    parts.push(part)
    if ((size += part.length) >= 4096) break
  }
  if (size === 0) throw notReadable("The file is empty.")
  return Buffer.concat(parts).subarray(0, 4096)
}

/** A file's text piece by piece, without a byte order mark. @throws Refusal `invalid` where it is not UTF-8. */
export async function* textOf(file: TableFile): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let size = 0
  try {
    for await (const part of file.open()) {
      size += part.length
      yield decoder.decode(part, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw notReadable(`This is not UTF-8 text (before byte ${size}): save it as CSV UTF-8.`)
  }
}

/** A whole file. @throws Refusal `too_large`. */
export async function bytesOf(file: TableFile): Promise<Buffer> {
  if (file.size > LARGEST_WHOLE) throw tooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of file.open()) {
    size += part.length
    if (size > LARGEST_WHOLE) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const tooLarge = () =>
  new Refusal("too_large", "This file is too large to be read whole: save it as CSV or as JSON Lines.")
