import "server-only"
import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Readable, type Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import type { Client } from "pg"
import { GENESIS } from "@/lib/data/chain"
import { withClient } from "@/lib/data/postgres/open"
import { type Actor, assertCan } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { MIGRATIONS, SPELLING, type TableShape, tablesOf } from "./catalog"
import { type Cell, FORMAT, type Header, type Trailer } from "./format"

const BYTES_AT_A_TIME = 1 << 20
const ROWS_AT_A_TIME = 1000

/** What a backup holds. `rows` by table; `sha256` is that of the lines before the last, as the last one says it. */
export type Backup = Header & Trailer

/**
 * Writes everything in a database as it was in one moment, gzipped, to a stream, and ends the stream. People may go on
 * working meanwhile. Needs memory for a batch of rows, however long the tables are. `progress` is told each table.
 * The secrets of the data folder are not part of it.
 * @throws Refusal `unavailable` for a database that nothing was ever put into.
 */
export async function makeBackup(
  actor: Actor,
  url: string,
  to: Writable,
  progress: (table: string) => void = () => {},
): Promise<Backup> {
  assertCan(actor, "backup.operate")
  let made: Backup | undefined
  await withClient(url, async (client) => {
    await client.query(SPELLING)
    const names = (await tablesOf(client)).map(({ name }) => client.escapeIdentifier(name))
    if (names.length === 0) throw new Refusal("unavailable", "There is nothing in this database yet.")
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    // Before the moment is fixed by the first reading: a migration that rewrites a table would empty it for us.
    await client.query(`LOCK TABLE ${names.join(", ")} IN ACCESS SHARE MODE`)
    const header = await headerOf(client)
    const lines = sealed(header, linesOf(client, progress), (trailer) => (made = { ...header, ...trailer }))
    await pipeline(Readable.from(lines, { objectMode: false }), createGzip(), to)
    await client.query("COMMIT")
  })
  return made!
}

async function headerOf(client: Client): Promise<Header> {
  const { rows: schema } = await client.query<Header["schema"][number]>(
    `SELECT migration_name AS name, checksum FROM ${MIGRATIONS}
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name`,
  )
  const { rows: newest } = await client.query<{ revision: number; head: string }>(
    `SELECT number AS revision, hash AS head FROM "Revision" ORDER BY number DESC LIMIT 1`,
  )
  const { version } = JSON.parse(await readFile(join(process.cwd(), "package.json"), "utf8")) as { version: string }
  const createdAt = new Date().toISOString()
  const { revision, head } = newest[0] ?? { revision: 0, head: GENESIS }
  return { backup: "nap-tracker", format: FORMAT, app: version, createdAt, schema, revision, head }
}

/** A line of text about a table, or a batch of lines with the rows of the one named last. */
type Lines = { table: string; rows: number; text: string }

async function* linesOf(client: Client, progress: (table: string) => void): AsyncGenerator<Lines> {
  for (const shape of await tablesOf(client)) {
    const { name: table, columns } = shape
    progress(table)
    yield { table, rows: 0, text: lineOf({ table, columns: columns.map(({ name }) => name) }) }
    const from = `FROM ${client.escapeIdentifier(table)}`
    const values = columns.map(({ name }) => `${client.escapeIdentifier(name)}::text`).join(", ")
    const fetch = {
      text: `FETCH FORWARD ${await batchSize(client, shape, from)} FROM backup`,
      rowMode: "array" as const,
    }
    await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT ${values} ${from}`)
    for (;;) {
      const { rows } = await client.query<Cell[]>(fetch)
      if (rows.length === 0) break
      yield { table, rows: rows.length, text: rows.map(lineOf).join("") }
    }
    await client.query("CLOSE backup")
  }
}

/** As many rows as surely fit into a batch: an archived copy may have 10 MiB, most rows have a few hundred bytes. */
async function batchSize(client: Client, { columns }: TableShape, from: string): Promise<number> {
  const sizes = columns.map(({ name, type }) => {
    const column = client.escapeIdentifier(name)
    return `coalesce(${type === "bytea" ? `2 * octet_length(${column})` : `octet_length(${column}::text)`}, 0)`
  })
  const { rows } = await client.query<{ widest: number | null }>(
    `SELECT max(${sizes.join(" + ")})::int AS widest ${from}`,
  )
  return Math.min(ROWS_AT_A_TIME, Math.max(1, Math.floor(BYTES_AT_A_TIME / (rows[0]!.widest ?? 1))))
}

async function* sealed(
  header: Header,
  lines: AsyncGenerator<Lines>,
  done: (trailer: Trailer) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256")
  const counted: Trailer["rows"] = {}
  const hashed = (text: string) => {
    const bytes = Buffer.from(text)
    hash.update(bytes)
    return bytes
  }
  yield hashed(lineOf(header))
  for await (const { table, rows, text } of lines) {
    counted[table] = (counted[table] ?? 0) + rows
    yield hashed(text)
  }
  const trailer = { rows: counted, sha256: hash.digest("hex") }
  yield Buffer.from(lineOf(trailer))
  done(trailer)
}

const lineOf = (value: unknown) => `${JSON.stringify(value)}\n`
