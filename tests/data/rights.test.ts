import { Client } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { prepare } from "@/lib/data/postgres/open"
import { ownDatabase } from "./database"

const REFUSED = { code: "42501" }
const server = new Client({ connectionString: ownDatabase.url })
const owner = new Client({ connectionString: ownDatabase.ownerUrl })

beforeAll(() => Promise.all([server.connect(), owner.connect()]))
afterAll(() => Promise.all([server.end(), owner.end()]))

async function names(sql: string): Promise<string[]> {
  return (await owner.query<{ name: string }>(sql)).rows.map((row) => row.name)
}

const published = () =>
  names("SELECT relname AS name FROM pg_class JOIN pg_trigger ON tgrelid = pg_class.oid WHERE tgname = 'append_only'")

test("the server cannot change, remove or empty a published record", async () => {
  const tables = await published()
  expect(tables.length).toBeGreaterThan(0)
  for (const table of tables) {
    const [column] = await names(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = '"${table}"'::regclass AND attnum > 0 LIMIT 1`,
    )
    await expect(server.query(`UPDATE "${table}" SET "${column}" = "${column}"`)).rejects.toMatchObject(REFUSED)
    await expect(server.query(`DELETE FROM "${table}"`)).rejects.toMatchObject(REFUSED)
    await expect(server.query(`TRUNCATE "${table}" CASCADE`)).rejects.toMatchObject(REFUSED)
    await expect(server.query(`ALTER TABLE "${table}" DISABLE TRIGGER append_only`)).rejects.toMatchObject(REFUSED)
  }
})

test("the server can read and add to every table, and cannot touch the list of migrations", async () => {
  const tables = await names(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  )
  for (const table of tables.filter((name) => name !== "_prisma_migrations")) {
    const { rows } = await server.query(
      "SELECT has_table_privilege($1, 'SELECT') AND has_table_privilege($1, 'INSERT') AS may",
      [`"${table}"`],
    )
    expect([table, rows[0]]).toEqual([table, { may: true }])
  }
  await expect(server.query("DELETE FROM _prisma_migrations")).rejects.toMatchObject(REFUSED)
})

test("preparing a database again changes nothing, even when two do it at once", async () => {
  const applied = () => names("SELECT migration_name AS name FROM _prisma_migrations ORDER BY name")
  const before = await applied()
  await Promise.all([prepare(ownDatabase.ownerUrl), prepare(ownDatabase.ownerUrl)])
  expect(await applied()).toEqual(before)
})
