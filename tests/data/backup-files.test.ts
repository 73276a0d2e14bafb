import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
import { Writable } from "node:stream"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import pg from "pg"
import { beforeAll, expect, test, vi } from "vitest"
import { makeBackup } from "@/lib/data/backup/make"
import { restoreBackup } from "@/lib/data/backup/restore"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { FOLDER, migrate } from "@/lib/data/postgres/migrate"
import { prepare, withClient } from "@/lib/data/postgres/open"
import { seed } from "@/lib/data/seed"
import { verify } from "@/lib/data/verify"
import { SYSTEM } from "@/lib/domain/policy"
import { asked, backedUp, emptyDatabase, folder, on, restored } from "./backups"
import { freshDatabase, ownDatabase } from "./database"
import { person, team } from "./people"
import { published } from "./samples"

let people: Awaited<ReturnType<typeof team>>
let whole: Awaited<ReturnType<typeof backedUp>>
let bytes: Buffer
let lines: string[]
let admin: string

beforeAll(async () => {
  await seed()
  people = await team()
  admin = (await db().user.findUniqueOrThrow({ where: { id: people.admin.id } })).email
  whole = await backedUp()
  bytes = readFileSync(whole.file)
  lines = gunzipSync(bytes).toString().trimEnd().split("\n")
}, 60_000)

let files = 0
function fileOf(content: Buffer): string {
  const path = join(folder, `given-${++files}`)
  writeFileSync(path, content)
  return path
}
const packed = (given: string[]) => gzipSync(`${given.join("\n")}\n`)
/** Lines with an end that fits them, as somebody who knows the format would write it. */
const sealed = (given: string[]) => {
  const rows = JSON.parse(lines.at(-1)!).rows
  return packed([...given, JSON.stringify({ rows, sha256: sha256(given.map((line) => `${line}\n`).join("")) })])
}
const header = (change: object) => JSON.stringify({ ...JSON.parse(lines[0]!), ...change })
const tablesIn = (url: string) => asked(url, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")

async function refusal(file: string, how: object = {}, url?: string): Promise<string> {
  const target = url ?? (await emptyDatabase())
  const restoring = restoreBackup(SYSTEM, target, file, { enable: [admin], endedIn: null, ...how })
  const said = await restoring.then(
    () => "restored",
    ({ name, message }: Error) => `${name}: ${message}`,
  )
  if (!url) expect(await tablesIn(target)).toEqual([])
  return said
}

const DAMAGED: [what: string, make: () => Buffer, says: RegExp][] = [
  ["cut in half", () => bytes.subarray(0, bytes.length / 2), /damaged: it ends before its end/],
  ["without its last byte", () => bytes.subarray(0, -1), /damaged: it ends before its end/],
  ["empty", () => Buffer.alloc(0), /damaged: it ends before its end/],
  ["without its last line", () => packed(lines.slice(0, -1)), /damaged: it ends before its end/],
  ["cut at a line and unfinished", () => gzipSync(lines.join("\n")), /damaged: it ends in the middle of a line/],
  ["with a row less", () => packed(lines.toSpliced(200, 1)), /damaged: its checksum does not fit/],
  ["with a letter changed", () => packed(lines.with(200, lines[200]!.replace(/[a-z]/, "X"))), /damaged: its checksum/],
  ["with rows in another order", () => packed(lines.with(200, lines[201]!).with(201, lines[200]!)), /its checksum/],
  [
    "with a row less and a checksum that fits",
    () => sealed(lines.slice(0, -1).toSpliced(200, 1)),
    /rows of \w+ are missing/,
  ],
  ["going on after its end", () => packed([...lines, lines[0]!]), /damaged: something follows its end/],
  ["with a row too short", () => packed(lines.with(200, "[]")), /damaged: line 201 is no row of its table/],
  ["a text", () => Buffer.from("number,hash\n1,2\n"), /This is no backup/],
  ["a text, packed", () => gzipSync("number,hash\n1,2\n"), /This is no backup/],
  ["another program's JSON, packed", () => gzipSync('{"format":1}\n'), /This is no backup/],
  ["of a format to come", () => sealed([header({ format: 2 }), ...lines.slice(1, -1)]), /has format 2/],
]
test.each(DAMAGED)("a file that is %s is refused before anything is touched", async (_, make, says) => {
  expect(await refusal(fileOf(make()))).toMatch(says)
})

test("a flipped bit anywhere is found", async () => {
  for (let round = 0; round < 40; round++) {
    const at = 10 + Math.floor(((bytes.length - 10) * round) / 40)
    const flipped = Buffer.from(bytes)
    flipped[at] = flipped[at]! ^ (1 << (round % 8))
    expect([at, await refusal(fileOf(flipped))]).toEqual([at, expect.stringMatching(/damaged|This is no backup/)])
  }
})

test("a file that is not there is said to be missing", async () => {
  expect(await refusal(join(folder, "nothing"))).toMatch(/There is no file/)
})

test("nobody who signs in may make or restore a backup, an admin neither", async () => {
  for (const actor of [people.admin, people.editor, { kind: "anonymous" as const }]) {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
    await expect(makeBackup(actor, ownDatabase.ownerUrl, nowhere)).rejects.toThrow()
    const restoring = restoreBackup(actor, await emptyDatabase(), whole.file, { enable: [admin], endedIn: null })
    await expect(restoring).rejects.toMatchObject({ name: "Refusal" })
  }
})

test("a database that holds anything is left alone", async () => {
  const one = await freshDatabase()
  await on(one.url, () => person("editor"))
  const before = await tablesIn(one.ownerUrl)
  expect(await refusal(whole.file, {}, one.ownerUrl)).toMatch(/not empty: there is something in "User"/)
  expect(await tablesIn(one.ownerUrl)).toEqual(before)
  expect(await asked(one.ownerUrl, `SELECT role FROM "User"`)).toEqual([{ role: "editor" }])
  await one.drop()

  const other = await emptyDatabase()
  await asked(other, "CREATE TABLE invoices (id int)")
  expect(await refusal(whole.file, {}, other)).toMatch(/used by something else: it has a table "invoices"/)
  expect(await tablesIn(other)).toEqual([{ relname: "invoices" }])
})

test("a database that was only migrated counts as empty", async () => {
  const url = await emptyDatabase()
  await prepare(url)
  expect(await refusal(whole.file, {}, url)).toBe("restored")
})

test("a backup whose record was tampered with, by somebody who also wrote a checksum that fits, is not restored", async () => {
  const row = lines.findIndex((line) => line.includes('"medium"'))
  const forged = lines.slice(0, -1).with(row, lines[row]!.replace('"medium"', '"high"'))
  expect(await refusal(fileOf(sealed(forged)))).toMatch(/not sound, first at revision 1/)
  const renamed = [header({ head: "0".repeat(64) }), ...lines.slice(1, -1)]
  expect(await refusal(fileOf(sealed(renamed)))).toMatch(/not the one its first line names/)
})

/** The migrations of a version before or after ours. */
function otherMigrations(change: (path: string) => void): string {
  const path = join(folder, `migrations-${++files}`)
  cpSync(FOLDER, path, { recursive: true })
  change(path)
  return path
}
const NEXT = "9999_next"
const withNext = () =>
  otherMigrations((path) => {
    mkdirSync(join(path, NEXT))
    const sql = `ALTER TABLE "Share" ADD COLUMN motto TEXT NOT NULL DEFAULT 'new'; UPDATE "User" SET name = name || ' (moved)';`
    writeFileSync(join(path, NEXT, "migration.sql"), sql)
  })

test("a backup of a newer version is refused by the name of what is unknown, one of another history too", async () => {
  const last = JSON.parse(lines[0]!).schema.at(-1).name
  const older = otherMigrations((path) => rmSync(join(path, last), { recursive: true }))
  expect(await refusal(whole.file, { migrations: older })).toMatch(
    new RegExp(`migration ${last}, which is unknown here`),
  )
  const edited = otherMigrations((path) => writeFileSync(join(path, last, "migration.sql"), "SELECT 1"))
  expect(await refusal(whole.file, { migrations: edited })).toMatch(new RegExp(`migration ${last}, which is changed`))
})

test("a backup of an older version is brought up to date, on top of what it held", async () => {
  const back = await restored(whole.file, { enable: [admin], migrations: withNext() })
  expect(back.migrated).toEqual([NEXT])
  const names = await asked<{ name: string }>(back.url, `SELECT name FROM "User"`)
  expect(names).toHaveLength(6)
  expect(names.every(({ name }) => name.endsWith(" (moved)"))).toBe(true)
  expect((await on(back.url, () => verify())).faults).toEqual([])
})

test("a backup from before links had passwords is restored into today's schema", async () => {
  const url = await emptyDatabase()
  const old = otherMigrations((path) => {
    for (const name of ["0007_links", "0008_screens"]) rmSync(join(path, name), { recursive: true })
  })
  await withClient(url, async (client) => void (await migrate(client, undefined, old)))
  await asked(url, `INSERT INTO "User" (id, name, email, role) VALUES ('a', 'A', 'a@nap.test', 'admin')`)
  await asked(
    url,
    `INSERT INTO "Share" (id, "tokenHash", label, screen, query) VALUES ('s', 'h', 'Old', 'overview', '{}')`,
  )
  const { file } = await backedUp(url)
  const back = await restored(file, { enable: ["A@nap.test"] })
  expect(back.migrated).toContain("0007_links")
  const links = await asked(back.url, `SELECT label, "passwordNumber", sites, "pausedAt" IS NULL AS open FROM "Share"`)
  expect(links).toEqual([{ label: "Old", passwordNumber: expect.any(Number), sites: [], open: false }])
  // No number that may have been given out since: an old proof would open whatever gets a password later.
  expect(links[0]!.passwordNumber).toBeGreaterThanOrEqual(1000)
})

/** A place that takes nothing until it is let. */
function dam() {
  const waiting: (() => void)[] = []
  let isOpen = false
  const to = new Writable({
    write: (_chunk, _encoding, done) => void (isOpen ? done() : waiting.push(done)),
  })
  return { to, open: () => ((isOpen = true), waiting.forEach((done) => done())) }
}

test("a long table is read no faster than it is written, a batch at a time", async () => {
  const rows = 20_000
  await asked(
    ownDatabase.ownerUrl,
    `INSERT INTO "AuditEntry" (action, subject, detail)
     SELECT 'x.y', 'x', jsonb_build_object('noise', (SELECT string_agg(md5(n::text || m), '') FROM generate_series(1, 16) m))
     FROM generate_series(1, ${rows}) n`,
  )
  const fetched: number[] = []
  const query = pg.Client.prototype.query as (...args: unknown[]) => Promise<pg.QueryResult>
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(async function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    const answer = await query.apply(this, args)
    const { text = "" } = args[0] as { text?: string }
    if (text.startsWith("FETCH")) fetched.push(answer.rows.length)
    return answer
  } as never)
  const { to, open } = dam()
  const making = makeBackup(SYSTEM, ownDatabase.ownerUrl, to)
  await vi.waitFor(() => expect(fetched.length).toBeGreaterThan(0))
  await new Promise((done) => setTimeout(done, 700))
  // Whatever lies in pipes between here and there is a few batches, not the tables.
  const [batches, before] = [fetched.length, fetched.reduce((sum, count) => sum + count, 0)]
  open()
  const made = await making
  spy.mockRestore()
  expect(made.rows.AuditEntry).toBeGreaterThanOrEqual(rows)
  expect(before).toBeLessThan(4000)
  expect(fetched.length).toBeGreaterThan(batches + 10)
  // 16 × 32 characters and more a row: a batch stays about a megabyte.
  expect(Math.max(...fetched)).toBeLessThanOrEqual(1000)
})

test("what is published while a backup is being made is in it whole or not at all", async () => {
  const before = await verify()
  const path = join(folder, "meanwhile.gz")
  const pieces: Buffer[] = []
  let meanwhile: Promise<unknown> | undefined
  const to = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      pieces.push(chunk)
      meanwhile ??= publishTwice()
      void meanwhile.then(() => done(), done)
    },
  })
  const publishTwice = async () => {
    for (let round = 0; round < 2; round++) await published(people.editor, people.reviewer)
  }
  const made = await makeBackup(SYSTEM, ownDatabase.ownerUrl, to)
  expect((await verify()).revisions).toBe(before.revisions + 2)
  expect([made.revision, made.head]).toEqual([before.revisions, before.head])
  writeFileSync(`${path}.part`, Buffer.concat(pieces))
  renameSync(`${path}.part`, path)
  const back = await restored(path, { enable: [admin] })
  expect(await on(back.url, () => verify())).toEqual(before)
  expect(await asked(back.url, `SELECT id FROM "Proposal" WHERE status <> 'published'`)).toEqual([])
})

test("the commands write a file for its owner alone, and restore it from there", async () => {
  const nap = (url: string, ...args: string[]) =>
    spawnSync(process.execPath, ["lib/cli/bootstrap.mjs", ...args], {
      env: { ...process.env, DATABASE_URL: url, NODE_ENV: "production" },
      maxBuffer: 1 << 28,
    })
  const path = join(folder, "by-hand.ndjson.gz")
  const made = nap(ownDatabase.ownerUrl, "backup", path, "--json")
  expect([made.status, String(made.stderr)]).toEqual([0, expect.any(String)])
  const said = JSON.parse(String(made.stdout))
  expect(said).toMatchObject({ file: path, size: statSync(path).size, head: (await verify()).head })
  expect(statSync(path).mode & 0o777).toBe(0o600)

  const url = await emptyDatabase()
  const refused = nap(url, "restore", path)
  expect([refused.status, String(refused.stderr)]).toEqual([1, expect.stringMatching(/Refused: Name at least one/)])
  const done = nap(url, "restore", path, "--enable", admin)
  expect([done.status, String(done.stdout)]).toEqual([0, expect.stringContaining(`can sign in: ${admin}`)])
  expect(await on(url, () => verify())).toEqual(await verify())

  const piped = nap(ownDatabase.ownerUrl, "backup", "-")
  expect(piped.status).toBe(0)
  const piping = fileOf(piped.stdout)
  expect(await refusal(piping, {}, await emptyDatabase())).toBe("restored")
  expect(nap(ownDatabase.ownerUrl, "backup", join(folder, "no", "such", "folder")).status).toBe(1)
}, 60_000)
