import "server-only"
import { spawnSync } from "node:child_process"
import { randomUUID } from "node:crypto"
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync } from "node:fs"
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mayEnter, type RunAs } from "./binaries"

/** Nothing of the operator's own settings (PGDATA, language, time zone) reaches the database. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
}

/** Where the embedded database keeps its files. */
export const dataDirectory = (folder: string) => join(folder, "postgres")

/**
 * The server that runs in this data folder, by the note it keeps there; null when none does.
 * The folder is closed to other users, so a password is only ever sent to a server that wrote this note.
 */
export function runningPostmaster(folder: string): { pid: number; port: number; ready: boolean } | null {
  const directory = dataDirectory(folder)
  let note: string[]
  try {
    note = readFileSync(join(directory, "postmaster.pid"), "utf8").split("\n")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT") return null
    throw new Error(`${directory} belongs to another user (${code}): start as that user, or set NAP_DATA`)
  }
  const pid = Number(note[0])
  if (!pid || !isOurs(pid, directory)) return null
  return { pid, port: Number(note[3]), ready: note[7]?.trim() === "ready" }
}

/** A note may outlive its server, and its number may by now be some other process's. */
function isOurs(pid: number, directory: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false
  }
  if (process.platform !== "linux") return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory)
  } catch {
    return false
  }
}

/**
 * Makes the database files at the first start and returns their folder. They are made aside and renamed, so a start
 * that was cut short leaves nothing half-made.
 */
export function makeCluster(folder: string, password: string, programs: string, as: RunAs): string {
  const directory = dataDirectory(folder)
  if ("uid" in as && !mayEnter(folder, as)) letThrough(folder)
  if (existsSync(join(directory, "PG_VERSION"))) {
    dropForeignNote(directory)
    return directory
  }
  removeDrafts(folder)
  const draft = `${directory}.${process.pid}.new`
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = join(tmpdir(), `nap-${randomUUID()}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" })
  try {
    if ("uid" in as) for (const path of [draft, passwordFile]) chownSync(path, as.uid, as.gid)
    const reachable = mayEnter(draft, as) ? draft : "/proc/self/cwd"
    const options = ["-U", "postgres", "--pwfile", passwordFile, "-A", "scram-sha-256", "--encoding=UTF8"]
    const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    const made = spawnSync(join(programs, "initdb"), ["-D", reachable, ...options, ...locale], {
      ...as,
      cwd: draft,
      env: SERVER_ENVIRONMENT,
      encoding: "utf8",
    })
    if (made.status !== 0) throw new Error(`cannot make the database: ${made.stderr || made.error?.message}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  try {
    renameSync(draft, directory)
  } catch (error) {
    // Another process made it meanwhile.
    if (!existsSync(join(directory, "PG_VERSION"))) throw error
    rmSync(draft, { recursive: true, force: true })
  }
  return directory
}

/** Postgres refuses to start while the number in its old note belongs to any living process, even one not its own. */
function dropForeignNote(directory: string) {
  const note = join(directory, "postmaster.pid")
  if (process.platform !== "linux" || !existsSync(note)) return
  const pid = Number(readFileSync(note, "utf8").split("\n")[0])
  // A dead server's note stays: Postgres reads in it which shared memory its last backends may still use.
  if (pid && existsSync(`/proc/${pid}`) && !isOurs(pid, directory)) rmSync(note, { force: true })
}

function removeDrafts(folder: string) {
  for (const name of readdirSync(folder)) {
    const pid = /^postgres\.(\d+)\.new$/.exec(name)?.[1]
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** The data folder itself is ours: let the database's user pass through it; what is inside stays closed. */
function letThrough(folder: string) {
  chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011)
}
