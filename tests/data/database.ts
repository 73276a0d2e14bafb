import { randomUUID } from "node:crypto"
import { Client } from "pg"
import { afterAll, inject } from "vitest"
import { closeDb } from "@/lib/data/db"
import { createDatabase } from "@/lib/data/postgres/open"

const { folder, ownerUrl, appUrl, template } = inject("cluster")

/**
 * A migrated, empty database of its own: `url` for the server's role, `ownerUrl` for whoever owns the tables. `from` is
 * the database it is a copy of; null for one without a single table.
 */
export async function freshDatabase(
  from: string | null = template,
): Promise<{ url: string; ownerUrl: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`
  await createDatabase(ownerUrl.replace("{name}", "postgres"), name, from ?? undefined)
  return {
    url: appUrl.replace("{name}", name),
    ownerUrl: ownerUrl.replace("{name}", name),
    drop: async () => {
      const client = new Client({ connectionString: ownerUrl.replace("{name}", "postgres") })
      await client.connect()
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await client.end()
    },
  }
}

// Every test file starts with one that lib/data uses, and leaves nothing behind.
const own = await freshDatabase()
process.env.DATABASE_URL = own.url
process.env.NAP_DATA = folder

afterAll(async () => {
  await closeDb()
  await own.drop()
})

/** The database of this test file, as its owner: for looking behind the server's back. */
export const ownDatabase = own
