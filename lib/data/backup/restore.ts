import "server-only"
import type { Client } from "pg"
import { through } from "@/lib/data/db"
import { applyAll, FOLDER, type Migration, migrationsIn, underLock } from "@/lib/data/postgres/migrate"
import { assertUsable, withClient } from "@/lib/data/postgres/open"
import { verify } from "@/lib/data/verify"
import { type Actor, assertCan } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { Prisma } from "@/prisma/generated/client"
import { MIGRATIONS, SPELLING, type TableShape, tablesOf } from "./catalog"
import { type Ended, endDoors, type Kept } from "./doors"
import { type Cell, type Header, readBackup, type Trailer } from "./format"

/**
 * How to restore. `enable`: addresses of the people who may sign in afterwards. `endedIn`: the address of the database
 * that is being replaced, to learn from it what has been closed since the backup; null when it is lost. `progress` is
 * told what is being done.
 */
export type Restoring = Kept & { progress?: (what: string) => void; migrations?: string }

/** What a restore did. `migrated`: the migrations applied on top of the backup's own schema. */
export type Restored = Header & Trailer & { migrated: string[]; ended: Ended }

/**
 * Loads a backup into an empty database, brings it to this version's schema, ends every way in that may have been
 * closed since, and verifies the record, all in one transaction: it is there whole and sound, or not at all.
 * @throws Refusal `invalid` for a backup that is damaged, foreign, of a newer version or not sound, `conflict` for a
 * database that is not empty.
 */
export async function restoreBackup(
  actor: Actor,
  url: string,
  path: string,
  { progress = () => {}, migrations: folder = FOLDER, ...kept }: Restoring,
): Promise<Restored> {
  assertCan(actor, "backup.operate")
  progress("Checking the file…")
  const { header, trailer } = await checked(path)
  const steps = stepsFor(header, await migrationsIn(folder))
  if (kept.enable.length === 0 && kept.endedIn === null && (trailer.rows.User ?? 0) > 0) {
    throw new Refusal("invalid", "Name at least one administrator who may sign in afterwards: --enable EMAIL.")
  }
  let restored: Restored | undefined
  await withClient(url, async (client) => {
    await assertUsable(client)
    await underLock(client, async () => {
      await client.query(SPELLING)
      await client.query("BEGIN")
      try {
        await makeRoom(client)
        await applyAll(client, steps.before)
        await load(client, path, trailer, progress)
        await applyAll(client, steps.after)
        const ended = await endDoors(client, header, kept)
        progress("Checking the record…")
        await assertSound(client, header)
        await client.query("COMMIT")
        restored = { ...header, ...trailer, migrated: steps.after.map(({ name }) => name), ended }
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {})
        throw error
      }
    })
  })
  return restored!
}

async function checked(path: string): Promise<{ header: Header; trailer: Trailer }> {
  let [header, trailer]: [Header?, Trailer?] = []
  for await (const part of readBackup(path)) {
    if (part.part === "header") header = part.header
    if (part.part === "trailer") trailer = part.trailer
  }
  return { header: header!, trailer: trailer! }
}

/** The migrations that make the backup's own schema, and those that came after it. */
function stepsFor({ schema, app }: Header, known: Migration[]): { before: Migration[]; after: Migration[] } {
  for (const { name, checksum } of schema) {
    const ours = known.find((it) => it.name === name)
    if (ours?.checksum === checksum) continue
    const why = ours ? "changed" : "unknown"
    const message = `This backup was made by version ${app} with migration ${name}, which is ${why} here: restore it with that version or a newer one.`
    throw new Refusal("invalid", message)
  }
  const names = new Set(schema.map(({ name }) => name))
  return { before: known.filter(({ name }) => names.has(name)), after: known.filter(({ name }) => !names.has(name)) }
}

/** Takes the empty tables of an earlier start away, so that the backup's own schema can be made. Touches nothing else. */
async function makeRoom(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
  )
  const tables = rows.map(({ name }) => name)
  const ours = new Set<string>([...Object.values(Prisma.ModelName), MIGRATIONS])
  const foreign = tables.find((name) => !ours.has(name))
  if (foreign !== undefined) {
    throw new Refusal("conflict", `This database is used by something else: it has a table "${foreign}". ${ELSEWHERE}`)
  }
  if (tables.length === 0) return
  const named = tables.map((name) => client.escapeIdentifier(name)).join(", ")
  await client.query(`LOCK TABLE ${named} IN ACCESS EXCLUSIVE MODE`)
  for (const name of tables.filter((it) => it !== MIGRATIONS)) {
    const { rowCount } = await client.query(`SELECT FROM ${client.escapeIdentifier(name)} LIMIT 1`)
    if (rowCount)
      throw new Refusal("conflict", `This database is not empty: there is something in "${name}". ${ELSEWHERE}`)
  }
  await client.query(`DROP TABLE ${named} CASCADE`)
  await client.query(`DO $$ DECLARE made regprocedure; BEGIN
    FOR made IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (
      SELECT FROM pg_depend WHERE objid = pg_proc.oid AND classid = 'pg_proc'::regclass AND deptype = 'e')
    LOOP EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', made); END LOOP; END $$`)
}

const ELSEWHERE = "Restore into a new one: another folder in NAP_DATA, or a new database in DATABASE_URL."

async function load(client: Client, path: string, whole: Trailer, progress: (what: string) => void): Promise<void> {
  const shapes = new Map((await tablesOf(client)).map((shape) => [shape.name, shape]))
  // What stamps or forbids rows was done when they were written first; it must not be done to them again.
  const quiet = (verb: "DISABLE" | "ENABLE") => (name: string) =>
    client.query(`ALTER TABLE ${client.escapeIdentifier(name)} ${verb} TRIGGER USER`)
  for (const name of shapes.keys()) await quiet("DISABLE")(name)
  let insert = ""
  for await (const part of readBackup(path)) {
    if (part.part === "table") {
      const rows = whole.rows[part.table]!
      if (rows > 0) progress(`Loading ${part.table}: ${rows} rows…`)
      insert = insertInto(client, shapes.get(part.table), part)
    }
    if (part.part === "rows") await client.query(insert, columnwise(part.rows))
    if (part.part === "trailer" && part.trailer.sha256 !== whole.sha256) {
      throw new Refusal("invalid", "The file was changed while it was being read. Nothing was restored.")
    }
  }
  for (const name of shapes.keys()) await quiet("ENABLE")(name)
  for (const shape of shapes.values()) await setSequences(client, shape)
}

/** A statement that takes a batch as one array for each column: texts, which Postgres reads as what they were. */
function insertInto(client: Client, shape: TableShape | undefined, part: { table: string; columns: string[] }): string {
  const types = new Map(shape?.columns.map(({ name, type }) => [name, type]))
  if (types.size !== part.columns.length || !part.columns.every((name) => types.has(name))) {
    throw new Refusal("invalid", `The table ${part.table} of this backup does not fit its own schema.`)
  }
  const columns = part.columns.map((name) => client.escapeIdentifier(name)).join(", ")
  const values = part.columns.map((name, at) => `c${at}::${types.get(name)}`).join(", ")
  const arrays = part.columns.map((_, at) => `$${at + 1}::text[]`).join(", ")
  const names = part.columns.map((_, at) => `c${at}`).join(", ")
  return `INSERT INTO ${client.escapeIdentifier(part.table)} (${columns}) OVERRIDING SYSTEM VALUE
    SELECT ${values} FROM unnest(${arrays}) AS batch (${names})`
}

const columnwise = (rows: Cell[][]) => rows[0]!.map((_, at) => rows.map((row) => row[at]!))

/** Numbers that the database gives out go on after the highest there is. */
async function setSequences(client: Client, { name, columns }: TableShape): Promise<void> {
  const table = client.escapeIdentifier(name)
  for (const column of columns) {
    const number = client.escapeIdentifier(column.name)
    const { rows } = await client.query<{ sequence: string | null }>(
      "SELECT pg_get_serial_sequence($1, $2) AS sequence",
      [table, column.name],
    )
    const { sequence } = rows[0]!
    if (sequence !== null)
      await client.query(`SELECT setval($1, coalesce(max(${number}), 1), max(${number}) IS NOT NULL) FROM ${table}`, [
        sequence,
      ])
  }
}

async function assertSound(client: Client, header: Header): Promise<void> {
  const { revisions, head, faults } = await verify(() => {}, through(client))
  const [first] = faults.toSorted((a, b) => a.revision - b.revision)
  if (first) {
    const message = `The record in this backup is not sound, first at revision ${first.revision}: ${first.what}. Nothing was restored.`
    throw new Refusal("invalid", message, {}, { faults: faults.length })
  }
  if (revisions !== header.revision || head !== header.head) {
    throw new Refusal("invalid", "The record in this backup is not the one its first line names. Nothing was restored.")
  }
}
