import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { forgetFreshness, ledger } from "@/lib/data/ledger"
import { seed } from "@/lib/data/seed"
import { snapshot } from "@/lib/domain/ledger"
import { ownDatabase } from "./database"
import { emailOf, person } from "./people"

const folder = mkdtempSync(join(tmpdir(), "nap-import-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let editor: string
let reviewer: string
beforeAll(async () => {
  await seed()
  editor = await emailOf(await person("editor"))
  reviewer = await emailOf(await person("reviewer"))
}, 60_000)

/** The command as an operator calls it, on the database of this file. */
function nap(args: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["lib/cli/bootstrap.mjs", ...args], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: ownDatabase.ownerUrl, NODE_ENV: "production", ...environment },
  })
  return { status, stdout, stderr, json: args.includes("--json") && stdout ? JSON.parse(stdout) : null }
}
function written(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const series = (ids: string[], more = "") =>
  `id,indicator,publisher,unit\n${ids.map((id) => `${id},Attacks,A publisher,attacks\n`).join("")}${more}`
const state = async () => [await db().proposal.count(), await db().revision.count()]

test("what was exported, all of it and in every format, comes back as no change", () => {
  for (const format of ["csv", "json", "xlsx"]) {
    const to = join(folder, format)
    const { status, json } = nap(["export", "--all", "--to", to, "--format", format, "--json"])
    expect(status).toBe(0)
    expect(json.files).toHaveLength(15)
    expect(readdirSync(to).sort()).toEqual(
      json.files.map(({ file }: { file: string }) => file.split("/").at(-1)).sort(),
    )
    // The command starts anew for each file; the other kinds are tested beside it.
    const { json: dry } = nap(["import", join(to, `assessments.${format}`), "--dry-run", "--json"])
    expect(dry.totals).toEqual({
      rows: dry.totals.same,
      same: dry.totals.rows,
      add: 0,
      change: 0,
      warning: 0,
      error: 0,
    })
    expect(dry.totals.rows).toBeGreaterThan(100)
  }
}, 240_000)

test("errors stand in a file beside it, the exit code says so, and nothing is written", async () => {
  const path = written("bad.csv", series(["cli-bad"], "cli-bad,Attacks,,attacks\n"))
  const before = await state()
  const { status, stdout } = nap(["import", path, "--as", editor])
  expect(status).toBe(1)
  expect(stdout).toContain("nothing was written")
  expect(readFileSync(`${path}.errors.csv`, "utf8")).toBe(
    "\uFEFFrow,column,reason,value\r\n3,publisher,This cannot be empty.,\r\n",
  )
  expect(await state()).toEqual(before)
  // Repaired and run again, the file of errors is gone.
  writeFileSync(path, series(["cli-good"]))
  expect(nap(["import", path, "--dry-run"]).status).toBe(0)
  expect(existsSync(`${path}.errors.csv`)).toBe(false)
  expect(await state()).toEqual(before)
}, 60_000)

test("without --publish it leaves a draft of the person named; with it a revision in two names", async () => {
  const path = written("series.jsonl", '{"id":"cli-a","indicator":"Attacks","publisher":"P","unit":"attacks"}\n')
  const draft = nap(["import", path, "--as", editor, "--json"])
  expect(draft.json.proposals).toMatchObject([{ operations: 1, revision: null }])
  expect(await db().proposal.findUnique({ where: { id: draft.json.proposals[0].id } })).toMatchObject({
    status: "draft",
  })

  const alone = nap(["import", path, "--as", editor, "--publish"])
  expect(alone).toMatchObject({ status: 2, stderr: expect.stringContaining("--by is missing") })
  expect(nap(["import", path, "--as", reviewer, "--publish", "--by", reviewer])).toMatchObject({ status: 1 })
  expect(nap(["import", path, "--as", editor, "--publish", "--by", editor])).toMatchObject({ status: 1 })

  const both = nap(["import", path, "--as", editor, "--publish", "--by", reviewer, "--reason", "A series.", "--json"])
  const [{ revision }] = both.json.proposals
  forgetFreshness()
  const held = await ledger()
  expect(revision).toBe(held.newest)
  expect(held.revisions.at(-1)).toMatchObject({ reason: { en: "A series." }, entries: [{ act: "add", id: "cli-a" }] })
  expect(snapshot(held, revision).records.indicator.get("cli-a")).toMatchObject({ publisher: "P" })
  // Once more: no change, and nobody is asked to judge nothing.
  const again = nap(["import", path, "--as", editor, "--publish", "--by", reviewer, "--json"])
  expect(again.json).toMatchObject({ totals: { same: 1 }, proposals: [] })
}, 120_000)

test("a team of one may publish alone where the operator says so", async () => {
  const path = written("alone.csv", series(["cli-alone"]))
  const one = nap(["import", path, "--as", reviewer, "--publish", "--json"], { NAP_TEAM: "one-person" })
  expect(one.json.proposals).toMatchObject([{ operations: 1, revision: expect.any(Number) }])
}, 60_000)

test("a call that makes no sense is answered with its usage", () => {
  const path = written("usage.csv", series(["cli-usage"]))
  expect(nap(["import"])).toMatchObject({ status: 2, stderr: expect.stringContaining("Something is missing") })
  expect(nap(["import", path])).toMatchObject({ status: 2, stderr: expect.stringContaining("--as is missing") })
  expect(nap(["import", path, "--kind", "planet"])).toMatchObject({ status: 2 })
  expect(nap(["import", join(folder, "nowhere.csv"), "--dry-run"])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("There is no file"),
  })
  expect(nap(["export", "--to", folder])).toMatchObject({ status: 2 })
}, 60_000)
