import "server-only"
import type { Client } from "pg"

export const APP_ROLE = "nap_app"

/**
 * Makes the role the server works as, and its rights: it may read and add to every table, and change or remove rows
 * only where no `append_only` trigger stands. So published records are safe from the server itself, not only by the
 * trigger. Safe to repeat; what a new migration adds is covered at the next start.
 */
export async function grantRights(client: Client, password: string): Promise<void> {
  const role = client.escapeIdentifier(APP_ROLE)
  const exists = (await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP_ROLE])).rowCount
  await client.query("BEGIN")
  try {
    await client.query(
      `${exists ? "ALTER" : "CREATE"} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS
       PASSWORD ${client.escapeLiteral(password)}`,
    )
    await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`)
    await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`)
    await client.query(`GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO ${role}`)
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`)
    await client.query(`REVOKE INSERT ON _prisma_migrations FROM ${role}`)
    // The one way to rewrite what was published: what two people settled, and nothing else (0005_redaction).
    await client.query(`GRANT EXECUTE ON FUNCTION redact(text) TO ${role}`)
    // After a removal by law the server clears what is left on disk; before Postgres 17 only the owner can.
    if (await hasMaintain(client)) await client.query(`GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO ${role}`)
    for (const table of await changeableTables(client))
      await client.query(`GRANT UPDATE, DELETE ON ${client.escapeIdentifier(table)} TO ${role}`)
    await client.query("COMMIT")
  } catch (error) {
    await client.query("ROLLBACK")
    throw error
  }
}

async function hasMaintain(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num")
  return Number(rows[0]!.server_version_num) >= 170_000
}

async function changeableTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations'
       AND NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'append_only')`,
  )
  return rows.map((row) => row.name)
}
