import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Client } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { clearAsOwner, unclearedTables } from "@/lib/data/leftovers"
import { approveRedaction, listRedactions, requestRedaction } from "@/lib/data/redactions"
import { seed } from "@/lib/data/seed"
import { SYSTEM } from "@/lib/domain/policy"
import { RedactionInput } from "@/lib/domain/redaction"
import { ownDatabase } from "./database"
import { team } from "./people"
import { proposal, published } from "./samples"

const owner = new Client({ connectionString: ownDatabase.ownerUrl })
const reader = new Client({ connectionString: ownDatabase.url })
let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await Promise.all([owner.connect(), reader.connect()])
  await seed()
  people = await team()
}, 60_000)
afterAll(() => Promise.all([owner.end(), reader.end()]))

/** Whether a word lies in the file of the published assessments. */
async function liesInFile(word: string): Promise<boolean> {
  await owner.query("CHECKPOINT")
  const { rows } = await owner.query<{ folder: string; path: string }>(
    `SELECT current_setting('data_directory') AS folder, pg_relation_filepath('"Assessment"') AS path`,
  )
  return readFileSync(join(rows[0]!.folder, rows[0]!.path)).includes(word)
}

/** A published word and the request to take it out. */
async function requested(word: string): Promise<string> {
  await published(people.editor, people.reviewer, proposal({ rationaleEn: `They met in ${word}, it is said.` }))
  const input = RedactionInput.parse({ reasonClass: "safety", text: word })
  return (await requestRedaction(people.reviewer, input)).id
}

const listed = async (id: string) => (await listRedactions(people.reviewer)).find((it) => it.id === id)!.uncleared
const nap = (...args: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, ["lib/cli/bootstrap.mjs", ...args], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: ownDatabase.ownerUrl, NODE_ENV: "production" },
  })
  return { status, stdout }
}

test("a table the server may not rewrite is named to the approver, in the list and to the operator, until it is rewritten", async () => {
  const id = await requested("Karkhanabad")
  await owner.query(`REVOKE MAINTAIN ON "Assessment" FROM nap_app`)
  const { uncleared } = await approveRedaction(people.otherReviewer, id)
  await owner.query(`GRANT MAINTAIN ON "Assessment" TO nap_app`)
  expect(uncleared).toEqual(["Assessment"])
  expect(await listed(id)).toEqual(["Assessment"])
  expect(await unclearedTables(SYSTEM)).toEqual(["Assessment"])
  await expect(unclearedTables(people.editor)).rejects.toMatchObject({ code: "forbidden" })
  await expect(clearAsOwner(people.admin, ownDatabase.ownerUrl, () => {})).rejects.toMatchObject({ code: "forbidden" })
  expect(await liesInFile("Karkhanabad")).toBe(true)

  expect(nap("status").stdout).toMatch(/NOT CLEARED .*Assessment/)
  expect(JSON.parse(nap("vacuum", "--json").stdout)).toEqual({ cleared: ["Assessment"] })
  expect(await liesInFile("Karkhanabad")).toBe(false)
  expect([await listed(id), await unclearedTables(SYSTEM)]).toEqual([[], []])
  expect(nap("status").stdout).not.toContain("NOT CLEARED")
  expect(nap("vacuum")).toEqual({ status: 0, stdout: "Nothing to rewrite.\n" })
}, 120_000)

test("while somebody reads who began before, a rewritten file would keep it: nothing passes for cleared", async () => {
  const id = await requested("Darwazapur")
  await reader.query("BEGIN ISOLATION LEVEL REPEATABLE READ")
  await reader.query("SELECT count(*) FROM pg_class")
  const { uncleared } = await approveRedaction(people.otherReviewer, id)
  expect(uncleared).toEqual(expect.arrayContaining(["Assessment", "Proposal", "Redaction"]))
  expect(await listed(id)).toEqual(uncleared.toSorted())
  await expect(clearAsOwner(SYSTEM, ownDatabase.ownerUrl, () => {})).rejects.toMatchObject({ code: "unavailable" })
  await reader.query("COMMIT")
  expect(await clearAsOwner(SYSTEM, ownDatabase.ownerUrl, () => {})).toEqual(uncleared.toSorted())
  expect(await liesInFile("Darwazapur")).toBe(false)
  expect(await listed(id)).toEqual([])
}, 60_000)
