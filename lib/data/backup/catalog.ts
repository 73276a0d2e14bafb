import "server-only"
import type { ClientBase } from "pg"

/** A table as the database itself describes it. `type` is as it is written in a cast. */
export type TableShape = { name: string; columns: { name: string; type: string }[] }

/** Kept by the migrations themselves, never loaded. */
export const MIGRATIONS = "_prisma_migrations"

/** How values are spelled as text and read back, whatever the server or the role has set. */
export const SPELLING = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';
  SET bytea_output = 'hex'; SET extra_float_digits = 1; SET statement_timeout = 0; SET lock_timeout = '10s'`

/**
 * Every table of ours in the database, each after those it refers to; so rows can be put in in this order. Asked of the
 * database, so that no new table can be forgotten. What is computed by the database itself is left out.
 * @throws Error for tables that refer to each other in a circle.
 */
export async function tablesOf(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: TableShape["columns"]; needs: string[] }>(
    `SELECT c.relname AS name,
       (SELECT coalesce(json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) ORDER BY attnum), '[]')
        FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
       (SELECT coalesce(json_agg(DISTINCT r.relname), '[]') FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
        WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs
     FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> $1
       AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = c.oid AND classid = 'pg_class'::regclass AND deptype = 'e')
     ORDER BY c.relname`,
    [MIGRATIONS],
  )
  const sorted: TableShape[] = []
  const done = new Set<string>()
  for (let left = rows; left.length > 0;) {
    const ready = left.filter((table) => table.needs.every((name) => done.has(name)))
    if (ready.length === 0) throw new Error(`tables refer to each other: ${left.map(({ name }) => name).join(", ")}`)
    for (const { name, columns } of ready) {
      sorted.push({ name, columns })
      done.add(name)
    }
    left = left.filter((table) => !done.has(table.name))
  }
  return sorted
}
