import "server-only"
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { Client } from "pg"
import { secrets, settings } from "@/lib/data/settings"
import { dataDirectory } from "./cluster"
import { startEmbedded } from "./embedded"
import { migrate } from "./migrate"
import { APP_ROLE, grantRights } from "./rights"

const OLDEST = 15
const NAME = "nap"

export type OpenDatabase = {
  /** What the server and commands connect with; also in process.env.DATABASE_URL from now on. */
  url: string
  /** For migrations only. The same as `url` on an operator's own Postgres. */
  ownerUrl: string
  embedded: boolean
  /** Lets go of the embedded database; it stops when no other process of ours uses it. */
  stop(): Promise<void>
}

/**
 * The database, ready to use: the operator's own (DATABASE_URL) or the embedded one, new enough, durable, migrated.
 * @throws Error whose message tells the operator what to do.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const { databaseUrl } = settings()
  if (databaseUrl) {
    await prepare(databaseUrl)
    return { url: databaseUrl, ownerUrl: databaseUrl, embedded: false, stop: async () => {} }
  }
  const { ownerUrl, appUrl, stop } = await reachEmbedded()
  try {
    await prepare(ownerUrl, secrets().appPassword)
    process.env.DATABASE_URL = appUrl
    return { url: appUrl, ownerUrl, embedded: true, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * The database as it stands, without a migration: for backup and restore. The embedded one is made, empty, where there
 * is none. @throws Error as openDatabase.
 */
export async function reachDatabase(): Promise<Pick<OpenDatabase, "ownerUrl" | "stop">> {
  const { databaseUrl } = settings()
  return databaseUrl ? { ownerUrl: databaseUrl, stop: async () => {} } : reachEmbedded()
}

async function reachEmbedded() {
  const { databasePassword, appPassword } = secrets()
  const server = await startEmbedded(settings().dataFolder, databasePassword)
  try {
    await createDatabase(server.url("postgres"), NAME)
    const appUrl = server.url(NAME, { name: APP_ROLE, password: appPassword })
    return { ownerUrl: server.url(NAME), appUrl, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * A database that is served no more, to be looked into: by its address, or by the data folder of an embedded one.
 * @throws Error for a folder that holds none.
 */
export async function reachReplaced(place: string): Promise<{ url: string; stop(): Promise<void> }> {
  if (/^postgres(ql)?:/.test(place)) return { url: place, stop: async () => {} }
  const folder = resolve(place)
  for (const needed of [join(dataDirectory(folder), "PG_VERSION"), join(folder, "secrets.json")]) {
    if (!existsSync(needed)) throw new Error(`${folder} is no data folder with a database: ${needed} is missing`)
  }
  const server = await startEmbedded(folder, secrets(folder).databasePassword)
  return { url: server.url(NAME), stop: server.stop }
}

/** Migrates one database; with a password also makes the role that the server works as. */
export async function prepare(ownerUrl: string, appPassword?: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await assertUsable(client)
    await migrate(client, async () => {
      if (appPassword) await grantRights(client, appPassword)
    })
  })
}

/** Creates a database unless it exists, empty or as a copy of another one. */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])
    if (found.rowCount) return
    const copy = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : ""
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${copy}`)
    } catch (error) {
      // Another process of ours was faster.
      if (!["42P04", "23505"].includes((error as { code?: string }).code ?? "")) throw error
    }
  })
}

/** @throws Error for a Postgres that is too old or may lose what was published. */
export async function assertUsable(client: Client) {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings WHERE name IN ('server_version_num', 'fsync', 'full_page_writes')",
  )
  const setting = Object.fromEntries(rows.map((row) => [row.name, row.setting]))
  const version = Math.floor(Number(setting.server_version_num) / 10_000)
  if (version < OLDEST) throw new Error(`the database is Postgres ${version}; ${OLDEST} or newer is needed`)
  for (const name of ["fsync", "full_page_writes"])
    if (setting[name] === "off")
      throw new Error(`the database has ${name} off and may lose what was published: turn it on`)
}

/** Does some work on a connection of its own. @throws Error naming the host when it cannot be reached. */
export async function withClient(url: string, work: (client: Client) => Promise<void>) {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    options: "-c TimeZone=UTC",
    application_name: "nap",
  })
  client.on("error", () => {})
  try {
    await client.connect()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Error(`cannot reach the database (${new URL(url).host}): ${message || code}`, { cause: error })
  }
  try {
    await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
