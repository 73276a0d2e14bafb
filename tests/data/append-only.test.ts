import { Client } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { seed } from "@/lib/data/seed"
import { recheck } from "@/lib/data/rechecks"
import { ownDatabase } from "./database"
import { team } from "./people"
import { COMMITMENT, published, SOURCE } from "./samples"

// Written out by hand: a table that somebody forgets to protect must fail here.
const PROTECTED = [
  ...["Revision", "Region", "Body", "Source", "Plan", "Point", "Commitment", "Assessment", "Check", "Rating"],
  ...["Silence", "Crosswalk", "Event", "Indicator", "Observation", "SecondCoding", "Review", "AuditEntry"],
]

const owner = new Client({ connectionString: ownDatabase.ownerUrl })
const app = new Client({ connectionString: ownDatabase.url })

beforeAll(async () => {
  await Promise.all([owner.connect(), app.connect()])
  await seed()
  const { editor, reviewer } = await team()
  await published(editor, reviewer)
  await recheck(editor, {
    commitment: COMMITMENT,
    lane: "claim",
    region: null,
    source: SOURCE,
    checkedOn: null,
    base: null,
  })
}, 60_000)

afterAll(() => Promise.all([owner.end(), app.end()]))

const column = (table: string) => (table === "Revision" ? `"hash" = "hash"` : `"id" = "id"`)

test.each(PROTECTED)("%s: nobody changes, removes or empties what was written", async (table) => {
  const { rows } = await owner.query<{ count: string }>(`SELECT count(*) FROM "${table}"`)
  expect(Number(rows[0]!.count)).toBeGreaterThan(0)
  for (const statement of [
    `UPDATE "${table}" SET ${column(table)}`,
    `DELETE FROM "${table}"`,
    `TRUNCATE "${table}" CASCADE`,
  ]) {
    await expect(owner.query(statement), `owner: ${statement}`).rejects.toThrow(/append-only/)
    await expect(app.query(statement), `server: ${statement}`).rejects.toThrow(/permission denied|append-only/)
  }
  const after = await owner.query<{ count: string }>(`SELECT count(*) FROM "${table}"`)
  expect(after.rows).toEqual(rows)
})

test("the role the server works as has no right to rewrite history, nor to lift the protection", async () => {
  const { rows } = await app.query<{ table: string; may: boolean }>(
    `SELECT name AS table, bool_or(has_table_privilege('nap_app', format('%I', name), privilege)) AS may
     FROM unnest($1::text[]) name, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) privilege
     GROUP BY name`,
    [PROTECTED],
  )
  expect(rows.map((row) => row.table).sort()).toEqual([...PROTECTED].sort())
  expect(rows.filter((row) => row.may)).toEqual([])
  await expect(app.query(`ALTER TABLE "Revision" DISABLE TRIGGER append_only`)).rejects.toThrow(/owner/)
  await expect(app.query(`DROP TABLE "Review"`)).rejects.toThrow(/owner/)
  await expect(app.query(`SET session_replication_role = replica`)).rejects.toThrow(/permission denied/)
  await expect(app.query(`INSERT INTO _prisma_migrations (id) VALUES ('x')`)).rejects.toThrow(/permission denied/)
})

test("every table of published records is protected, whatever a later migration adds", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('salt', 'reasonSalt')
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
  )
  expect(rows.map((row) => row.name).filter((name) => !PROTECTED.includes(name))).toEqual([])
})
