import { createWriteStream, renameSync, rmSync } from "node:fs"
import { open } from "node:fs/promises"
import { resolve } from "node:path"
import type { Writable } from "node:stream"
import { makeBackup } from "@/lib/data/backup/make"
import { reachDatabase } from "@/lib/data/postgres/open"
import { settings } from "@/lib/data/settings"
import { SYSTEM } from "@/lib/domain/policy"
import { say } from "@/lib/cli/say"
import { answer, facts } from "./answer"
import { actionOf, type Given } from "./arguments"

/**
 * `nap backup`: everything in the database, as it is in one moment, into one file that only its owner may read; or to
 * stdout. The site may run. The database is left as it is: nothing is migrated.
 */
export const run = actionOf("backup", {
  usage: "[FILE|-]",
  flags: {},
  more: 1,
  run: async (given) => {
    const path = given.words[0] ?? `nap-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "")}.ndjson.gz`
    const database = await reachDatabase()
    try {
      if (path === "-") await backUp(database.ownerUrl, process.stdout)
      else await intoFile(given, database.ownerUrl, resolve(path))
    } finally {
      await database.stop()
    }
  },
})

const backUp = (url: string, to: Writable) => makeBackup(SYSTEM, url, to, (table) => say(`Reading ${table}…`))

/** Written aside and renamed, so that what bears the name is whole. */
async function intoFile(given: Given, url: string, path: string): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  try {
    const made = await backUp(url, createWriteStream(draft, { mode: 0o600, flags: "wx" }))
    const file = await open(draft)
    await file.sync()
    const { size } = await file.stat()
    await file.close()
    renameSync(draft, path)
    const { revision, head, createdAt, rows, sha256 } = made
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    answer(given, { file: path, size, revision, head, createdAt, rows: total, sha256 }, () =>
      facts([
        ["Backup", path],
        ["Size", `${size} bytes`],
        ["Revision", `${revision}, head ${head}`],
        ["Rows", String(total)],
        ["Not in it", `${resolve(settings().dataFolder, "secrets.json")}: keep a copy of it, apart from the backup`],
      ]),
    )
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
