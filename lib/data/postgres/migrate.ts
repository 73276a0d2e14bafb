import "server-only"
import { createHash, randomUUID } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Client } from "pg"

// Prisma's own lock and table, so `prisma migrate` and this runner see each other.
const LOCK = 72_707_369
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Applies the migrations under prisma/migrations that this database has not seen, in order, each in one transaction
 * together with the note that it was applied. Instances that start at once wait for each other; `after` runs under
 * the same lock. Migrations the database has and we do not know come from a newer version and are left alone.
 * Returns the names applied.
 * @throws Error naming the migration that failed, or that was edited after it had been applied.
 */
export async function migrate(
  client: Client,
  after: (client: Client) => Promise<void> = async () => {},
  folder = FOLDER,
): Promise<string[]> {
  return underLock(client, async () => {
    await client.query(TABLE)
    const applied: string[] = []
    const done = await appliedBefore(client)
    for (const migration of await migrationsIn(folder)) {
      const { name, checksum } = migration
      const before = done.get(name)
      if (before !== undefined && before !== checksum)
        throw new Error(`migration ${name} was edited after it had been applied: restore the file`)
      if (before !== undefined) continue
      await inTransaction(client, migration)
      applied.push(name)
    }
    await after(client)
    return applied
  })
}

/** Does some work while no other instance migrates or restores; waits for one that does. */
export async function underLock<T>(client: Client, work: () => Promise<T>): Promise<T> {
  // Another instance may be migrating for minutes; a reader's transaction must not hold up a migration for long.
  await client.query("SET lock_timeout = '10min'; SET statement_timeout = '10min'")
  await client.query("SELECT pg_advisory_lock($1)", [LOCK])
  try {
    await client.query("SET lock_timeout = '10s'")
    return await work()
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK])
  }
}

async function appliedBefore(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  )
  const unfinished = rows.find((row) => row.finished_at === null)
  if (unfinished)
    throw new Error(`migration ${unfinished.migration_name} did not finish: see \`prisma migrate resolve\``)
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

/** A step of the schema. `checksum` is the SHA-256 of its SQL. */
export type Migration = { name: string; sql: string; checksum: string }

export const FOLDER = join(process.cwd(), "prisma/migrations")

/** The migrations in a folder, in the order in which they are applied. */
export async function migrationsIn(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8")
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") }
    }),
  )
}

async function inTransaction(client: Client, migration: Migration) {
  await client.query("BEGIN")
  try {
    await applyAll(client, [migration])
    await client.query("COMMIT")
  } catch (error) {
    await client.query("ROLLBACK")
    throw error
  }
}

/** Applies migrations and notes them, in the transaction that is open. @throws Error naming the one that failed. */
export async function applyAll(client: Client, migrations: readonly Migration[]): Promise<void> {
  for (const { name, sql, checksum } of migrations) {
    try {
      await client.query(TABLE)
      await client.query(sql)
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), 1)`,
        [randomUUID(), checksum, name],
      )
    } catch (error) {
      throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
    }
  }
}
