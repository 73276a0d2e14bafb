import { createWriteStream, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client, type QueryResultRow } from "pg"
import { afterAll } from "vitest"
import { type Backup, makeBackup } from "@/lib/data/backup/make"
import { restoreBackup, type Restored, type Restoring } from "@/lib/data/backup/restore"
import { closeDb } from "@/lib/data/db"
import { SYSTEM } from "@/lib/domain/policy"
import { freshDatabase, ownDatabase } from "./database"

/** A folder for the files of one test file. */
export const folder = mkdtempSync(join(tmpdir(), "nap-backup-"))
const made: { drop(): Promise<void> }[] = []
afterAll(async () => {
  for (const database of made) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** The address of a database without a single table, as its owner. */
export async function emptyDatabase(): Promise<string> {
  const database = await freshDatabase(null)
  made.push(database)
  return database.ownerUrl
}

let files = 0
/** A backup of a database; of this test file's own if none is named. */
export async function backedUp(url = ownDatabase.ownerUrl): Promise<Backup & { file: string }> {
  const file = join(folder, `${++files}.ndjson.gz`)
  return { ...(await makeBackup(SYSTEM, url, createWriteStream(file))), file }
}

/** A backup put into a new database, with the address of that. */
export async function restored(file: string, how: Partial<Restoring> = {}): Promise<Restored & { url: string }> {
  const url = await emptyDatabase()
  return { ...(await restoreBackup(SYSTEM, url, file, { enable: [], endedIn: null, ...how })), url }
}

/** What a statement answers in a database, as its owner. */
export async function asked<T extends QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url, options: "-c TimeZone=UTC" })
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

/** Does some work with another database in the place of this test file's own. */
export async function on<T>(url: string, work: () => Promise<T>): Promise<T> {
  await closeDb()
  process.env.DATABASE_URL = url
  try {
    return await work()
  } finally {
    await closeDb()
    process.env.DATABASE_URL = ownDatabase.url
  }
}
