import "server-only"
import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { binaries, mayEnter, runAs, type RunAs } from "./binaries"
import { dataDirectory, makeCluster, runningPostmaster, SERVER_ENVIRONMENT } from "./cluster"

/**
 * A real Postgres in the data folder, shared by every process of ours that works there: whoever comes first starts it,
 * whoever leaves last stops it. After a crash it may still run; then it is adopted.
 */
export type Embedded = {
  /** Address of a database for its owner, or for another role with its password. */
  url(database: string, role?: { name: string; password: string }): string
  /** Lets go of the server, and stops it when nobody else holds it. */
  stop(): Promise<void>
}

const OWNER = "postgres"
const PATIENCE = 30_000
// Everyone who uses the server holds this lock shared; the one who gets it alone knows to be the last.
const HOLDERS = 1_312_060_001
const WRONG_PASSWORD = "28P01"

type Held = { port: number; client: Client }

/**
 * Starts or adopts the Postgres of this data folder.
 * @throws Error with the end of the server's log when it does not come up within 30 seconds.
 */
export async function startEmbedded(folder: string, password: string): Promise<Embedded> {
  let held = await hold(folder, password)
  let stopping = false

  // Only the postmaster's death ends this connection; readers go on from memory until it is back on the same port.
  const watch = () => held.client.once("end", () => void (stopping || revive()))
  const revive = async () => {
    while (!stopping) {
      try {
        held = await hold(folder, password)
        return stopping ? void (await leave(folder, held.client)) : watch()
      } catch {
        await sleep(1000)
      }
    }
  }
  watch()

  return {
    url: (database, role = { name: OWNER, password }) => address(held.port, database, role),
    stop: async () => {
      stopping = true
      await leave(folder, held.client)
    },
  }
}

async function hold(folder: string, password: string): Promise<Held> {
  const deadline = Date.now() + PATIENCE
  let reason = "it did not answer"
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const as = runAs()
  while (Date.now() < deadline) {
    const running = runningPostmaster(folder)
    if (running?.ready) {
      const entered = await enter(running.port, password)
      if (entered instanceof Client) return { port: running.port, client: entered }
      reason = entered.message
      if (entered.code === WRONG_PASSWORD) break
    } else if (!running) {
      reason = (await launch(folder, password, as, deadline)) ?? reason
    }
    await sleep(50)
  }
  throw new Error(`the embedded database in ${dataDirectory(folder)} did not start: ${reason}`)
}

/** The lock waits while someone is stopping the server, and fails when it is gone: then we start it again. */
async function enter(port: number, password: string): Promise<Client | NodeJS.ErrnoException> {
  const connectionString = address(port, "postgres", { name: OWNER, password })
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
    application_name: "nap",
  })
  client.on("error", () => {})
  try {
    await client.connect()
    await client.query("SELECT pg_advisory_lock_shared($1)", [HOLDERS])
    return client
  } catch (error) {
    await client.end().catch(() => {})
    return error as NodeJS.ErrnoException
  }
}

/** Starts the server and waits until it is ready. Returns why it exited when it did. */
async function launch(folder: string, password: string, as: RunAs, deadline: number): Promise<string | null> {
  const programs = binaries(as)
  const directory = makeCluster(folder, password, programs, as)
  const port = await portFor(folder)
  const log = openSync(join(folder, "postgres.log"), "w", 0o600)
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    timezone: "UTC",
    // The server's log keeps causes, not what people typed.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
  }
  const settings = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  // Its own process group: Ctrl-C in the terminal must reach our server first, the database last.
  const child = spawn(join(programs, "postgres"), ["-D", pathFor(directory, as), "-p", String(port), ...settings], {
    ...as,
    cwd: directory,
    detached: true,
    stdio: ["ignore", log, log],
    env: SERVER_ENVIRONMENT,
  })
  closeSync(log)
  child.unref()
  let failed: string | null = null
  child.on("error", (error) => (failed = error.message))
  child.on("exit", () => (failed ??= "it exited"))
  while (Date.now() < deadline && failed === null) {
    if (runningPostmaster(folder)?.ready) return null
    await sleep(25)
  }
  const words = readFileSync(join(folder, "postgres.log"), "utf8").slice(-2000)
  if (/address already in use/i.test(words)) writeFileSync(portFile(folder), "")
  // After a kill -9 the old backends hold the shared memory for a second or two.
  if (/postmaster\.pid|shared memory|lock file/.test(words)) await sleep(400)
  return words.trim() || failed
}

/**
 * Linux resolves /proc/self/cwd for every process to its own working folder without walking the path, so an
 * unprivileged server can live in a folder below a closed one (a checkout of mode 0700 that root started).
 */
function pathFor(directory: string, as: RunAs): string {
  return mayEnter(directory, as) ? directory : "/proc/self/cwd"
}

const portFile = (folder: string) => join(folder, "postgres.port")

/** The port stays the same from start to start, so that a reconnecting process finds the database again. */
async function portFor(folder: string): Promise<number> {
  const remembered = Number(readOr(portFile(folder), ""))
  if (remembered > 0) return remembered
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  writeFileSync(portFile(folder), `${port}\n`)
  return port
}

async function leave(folder: string, client: Client) {
  try {
    await client.query("SELECT pg_advisory_unlock_shared($1)", [HOLDERS])
    const alone = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [HOLDERS])
    if (alone.rows[0]?.got) await stopServer(folder)
  } catch {
    // The server is gone already.
  } finally {
    await client.end().catch(() => {})
  }
}

async function stopServer(folder: string) {
  const running = runningPostmaster(folder)
  if (!running) return
  process.kill(running.pid, "SIGINT")
  const deadline = Date.now() + 10_000
  while (runningPostmaster(folder)?.pid === running.pid) {
    if (Date.now() > deadline) return process.kill(running.pid, "SIGQUIT")
    await sleep(25)
  }
}

function address(port: number, database: string, role: { name: string; password: string }): string {
  return `postgresql://${role.name}:${encodeURIComponent(role.password)}@127.0.0.1:${port}/${database}`
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return otherwise
  }
}
