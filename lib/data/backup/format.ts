import "server-only"
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { createGunzip } from "node:zlib"
import { z } from "zod"
import { Refusal } from "@/lib/domain/refusal"

/** The spelling of backups that this version writes and reads. */
export const FORMAT = 1

/** A value as Postgres spells it in text, which it reads back as the very same value; null for NULL. */
export type Cell = string | null

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The first line: what made the backup, on which schema, and the head of the record it holds. */
export const Header = z.strictObject({
  backup: z.literal("nap-tracker"),
  format: z.literal(FORMAT),
  app: z.string(),
  createdAt: z.iso.datetime(),
  schema: z.array(z.strictObject({ name: z.string(), checksum: Sha256 })),
  revision: z.int().min(0),
  head: Sha256,
})
export type Header = z.infer<typeof Header>

const TableLine = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) })
const RowLine = z.array(z.string().nullable())

/** The last line: how many rows each table has, and the SHA-256 of every byte before this line. */
export const Trailer = z.strictObject({ rows: z.record(z.string(), z.int().min(0)), sha256: Sha256 })
export type Trailer = z.infer<typeof Trailer>

/** A backup as it is read: its header, then each table with its rows by the batch, then its trailer. */
export type Part =
  | { part: "header"; header: Header }
  | { part: "table"; table: string; columns: string[] }
  | { part: "rows"; rows: Cell[][] }
  | { part: "trailer"; trailer: Trailer }

const ROWS_AT_A_TIME = 500
const BYTES_AT_A_TIME = 1 << 20
/** Longer than any row of ours (an archived copy has 10 MiB); what runs on without a line's end is no backup. */
const LONGEST_LINE = 1 << 28

/**
 * Reads a backup in order, a batch in memory at a time. The trailer is handed on only if everything before it is what
 * was written, so whoever has seen the trailer has seen a whole backup.
 * @throws Refusal `invalid` for a file that is no backup, cut short, changed, or of a format to come.
 */
export async function* readBackup(path: string): AsyncGenerator<Part> {
  const hash = createHash("sha256")
  const counted: Record<string, number> = {}
  let table: { name: string; width: number } | null = null
  let rows: Cell[][] = []
  let [bytes, at, isOver] = [0, 0, false]
  for await (const line of linesOf(path)) {
    if (isOver) throw damaged("something follows its end")
    const value = jsonOf(line, at)
    if (at++ === 0) {
      yield { part: "header", header: headerOf(value) }
    } else if (Array.isArray(value)) {
      const row = RowLine.safeParse(value)
      if (!row.success || row.data.length !== table?.width) throw damaged(`line ${at} is no row of its table`)
      rows.push(row.data)
      counted[table.name]!++
      bytes += line.length
      if (rows.length < ROWS_AT_A_TIME && bytes < BYTES_AT_A_TIME) {
        hash.update(line)
        continue
      }
      yield { part: "rows", rows }
      ;[rows, bytes] = [[], 0]
    } else {
      if (rows.length > 0) yield { part: "rows", rows }
      ;[rows, bytes] = [[], 0]
      const next = TableLine.safeParse(value)
      if (next.success) {
        if (next.data.table in counted) throw damaged(`table ${next.data.table} comes twice`)
        table = { name: next.data.table, width: next.data.columns.length }
        counted[table.name] = 0
        yield { part: "table", ...next.data }
      } else {
        const trailer = trailerOf(value, hash.digest("hex"), counted)
        isOver = true
        yield { part: "trailer", trailer }
        continue
      }
    }
    hash.update(line)
  }
  if (!isOver) throw damaged("it ends before its end")
}

function jsonOf(line: Buffer, at: number): unknown {
  try {
    return JSON.parse(line.toString("utf8"))
  } catch {
    throw at === 0 ? foreign() : damaged(`line ${at + 1} cannot be read`)
  }
}

function headerOf(value: unknown): Header {
  const { backup, format } = (value ?? {}) as { backup?: unknown; format?: unknown }
  if (backup !== "nap-tracker") throw foreign()
  if (format !== FORMAT) {
    throw new Refusal(
      "invalid",
      `This backup has format ${String(format)}; this version of NAP Tracker reads ${FORMAT}.`,
    )
  }
  const header = Header.safeParse(value)
  if (!header.success) throw damaged("its first line is not complete")
  return header.data
}

function trailerOf(value: unknown, sha256: string, counted: Record<string, number>): Trailer {
  const trailer = Trailer.safeParse(value)
  if (!trailer.success) throw damaged("a line is neither table, row nor end")
  if (trailer.data.sha256 !== sha256) throw damaged("its checksum does not fit its content")
  const names = new Set([...Object.keys(counted), ...Object.keys(trailer.data.rows)])
  const wrong = [...names].find((name) => counted[name] !== trailer.data.rows[name])
  if (wrong !== undefined) throw damaged(`rows of ${wrong} are missing`)
  return trailer.data
}

/** Lines with their ends. By bytes, because a text may hold characters that other readers take for a line's end. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const plain = createGunzip()
  file.on("error", (error) => plain.destroy(error))
  let pieces: Buffer[] = []
  let length = 0
  let isFirst = true
  try {
    for await (const chunk of file.pipe(plain) as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
        pieces.push(chunk.subarray(from, end + 1))
        yield pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
        ;[pieces, length, from, isFirst] = [[], 0, end + 1, false]
      }
      pieces.push(chunk.subarray(from))
      length += chunk.length - from
      if (length > LONGEST_LINE) throw foreign()
    }
  } catch (error) {
    throw whyUnread(error as NodeJS.ErrnoException, path)
  } finally {
    file.destroy()
  }
  if (length > 0) throw isFirst ? foreign() : damaged("it ends in the middle of a line")
}

function whyUnread(error: NodeJS.ErrnoException, path: string): Error {
  const { code = "" } = error
  if (code === "ENOENT") return new Refusal("not_found", `There is no file ${path}.`)
  if (code === "Z_BUF_ERROR") return damaged("it ends before its end")
  if (code === "Z_DATA_ERROR") return /header/.test(error.message) ? foreign() : damaged("it cannot be unpacked")
  return error
}

const foreign = () => new Refusal("invalid", "This is no backup of NAP Tracker.")
const damaged = (what: string) => new Refusal("invalid", `This backup is damaged: ${what}. Nothing was restored.`)
