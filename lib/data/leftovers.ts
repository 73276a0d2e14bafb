import "server-only"
import { setTimeout as sleep } from "node:timers/promises"
import { db, type Tx } from "@/lib/data/db"
import { withClient } from "@/lib/data/postgres/open"
import { read } from "@/lib/data/write"
import { type Actor, assertCan } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

/**
 * Postgres leaves a changed row's former self in the table's file until it is cleared away; a rewritten table lies in
 * a new file. By table: the file it lay in when something was removed from it, as the audit keeps it.
 */
export type Files = Record<string, string>

/** The files that these tables lie in now. */
export async function filesOf(tx: Tx, tables: readonly string[]): Promise<Files> {
  const rows = await tx.$queryRaw<{ name: string; file: string }[]>`
    SELECT name, pg_relation_filenode(to_regclass(quote_ident(name)))::text AS file
    FROM unnest(${tables}::text[]) AS name`
  return Object.fromEntries(rows.map(({ name, file }) => [name, file]))
}

/**
 * Rewrites the tables of a removal just done. Returns those that still lie in their old file: they are in use, too
 * large for the server's patience, or not the server's to rewrite; or somebody still reads what stood before. Never
 * throws, for the removal itself is done.
 */
export async function clearLeftovers(files: Files): Promise<string[]> {
  try {
    if (await earlierReadersGone()) {
      // Where it may not, Postgres only warns: whether it was done shows in the file.
      for (const table of Object.keys(files))
        await db()
          .$executeRawUnsafe(rewrite(table))
          .catch(() => {})
    }
    const now = await read((tx) => filesOf(tx, Object.keys(files)))
    return Object.keys(files).filter((table) => now[table] === files[table])
  } catch {
    return Object.keys(files)
  }
}

/** The tables that still lie in the file they lay in when something was removed from them, by that revision. */
export async function uncleared(tx: Tx): Promise<Map<number, string[]>> {
  const rows = await tx.$queryRaw<{ revision: number; tables: string[] }[]>`
    SELECT split_part(subject, ':', 2)::int AS revision, array_agg(lain.name ORDER BY lain.name) AS tables
    FROM "AuditEntry", LATERAL jsonb_each_text(
      CASE WHEN action = 'revision.publish' AND detail->>'kind' = 'redaction' THEN detail->'files' END
    ) AS lain(name, file)
    WHERE pg_relation_filenode(to_regclass(quote_ident(lain.name)))::text = lain.file
    GROUP BY subject`
  return new Map(rows.map(({ revision, tables }) => [revision, tables]))
}

/** The names of those tables, over all removals. */
export async function unclearedTables(actor: Actor): Promise<string[]> {
  assertCan(actor, "redaction.write")
  const found = await read(uncleared)
  return [...new Set([...found.values()].flat())].sort()
}

/**
 * Rewrites those tables as the database's owner, however long it takes; each is closed to everybody meanwhile.
 * Returns their names. `progress` is told each one.
 * @throws Refusal `unavailable` while somebody reads what stood before.
 */
export async function clearAsOwner(
  actor: Actor,
  ownerUrl: string,
  progress: (table: string) => void,
): Promise<string[]> {
  assertCan(actor, "backup.operate")
  const tables = await unclearedTables(actor)
  if (tables.length > 0 && !(await earlierReadersGone())) {
    throw new Refusal("unavailable", "Somebody has been reading the database for long. Try again when they are done.")
  }
  await withClient(ownerUrl, async (client) => {
    for (const table of tables) {
      progress(table)
      await client.query(rewrite(table))
    }
  })
  return tables
}

const rewrite = (table: string) => `VACUUM (FULL) "${table}"`

/**
 * Whether nobody reads on who began before: for them, Postgres keeps what they may still see, in a new file too.
 * Waits five seconds at most.
 */
async function earlierReadersGone(): Promise<boolean> {
  const [{ since }] = await db().$queryRaw<[{ since: Date }]>`SELECT clock_timestamp() AS since`
  for (let wait = 10; ; wait *= 2) {
    const [{ count }] = await db().$queryRaw<[{ count: number }]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend' AND xact_start < ${since}
        AND pid <> pg_backend_pid()`
    if (count === 0) return true
    if (wait > 2560) return false
    await sleep(wait)
  }
}
