import { readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { approveRedaction, cancelRedaction, listRedactions, lookUp, requestRedaction } from "@/lib/data/redactions"
import { seed } from "@/lib/data/seed"
import { verify } from "@/lib/data/verify"
import { snapshot } from "@/lib/domain/ledger"
import { KIND_NAMES, type Kind } from "@/lib/domain/records"
import { MARK, RedactionInput, redactionsOf } from "@/lib/domain/redaction"
import { ownDatabase } from "./database"
import { team } from "./people"
import { dump, holds, plant, said, SCAN, SHA, TEXT, WORD } from "./planted-text"
import { assessment } from "./samples"
import { secondInstance } from "./second-instance"

const owner = new Client({ connectionString: ownDatabase.ownerUrl })
const app = new Client({ connectionString: ownDatabase.url })
let people: Awaited<ReturnType<typeof team>>
let other: Awaited<ReturnType<typeof secondInstance>>
let planted: number[]
let draft: string

const input = (overrides: object = {}) =>
  RedactionInput.parse({ reasonClass: "personal-data", text: TEXT, note: `Order about ${TEXT}`, ...overrides })

beforeAll(async () => {
  await Promise.all([owner.connect(), app.connect()])
  await seed()
  people = await team()
  other = await secondInstance()
  ;({ planted, draft } = await plant(people))
}, 90_000)
afterAll(async () => {
  await Promise.all([owner.end(), app.end(), other.stop()])
})

const tableOf = (kind: Kind) => kind[0]!.toUpperCase() + kind.slice(1)
const heldAnywhere = async () => {
  const held = await ledger()
  return (
    holds(held.revisions) ||
    KIND_NAMES.some((kind) => holds([...held.versions[kind].values()])) ||
    held.revisions.some(({ number }) => holds(Object.values(snapshot(held, number).records).map((it) => [...it.values()]))) // prettier-ignore
  )
}

test("the look-up finds every place, shows what is published and only counts the rest", async () => {
  const found = await lookUp(people.reviewer, { text: TEXT, copies: [] })
  const kinds = new Set(found.records.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(KIND_NAMES.filter((kind) => kind !== "check").sort())
  for (const { excerpt, fields } of found.records) {
    expect(excerpt).toContain(TEXT)
    expect(fields.length).toBeGreaterThan(0)
  }
  expect(found.reasons.map(({ revision }) => revision)).toEqual([planted[0], planted[2]])
  expect(found.copies).toEqual([{ sha256: SHA, name: "minutes.txt", size: 10 }])
  const places = found.elsewhere.map(({ place }) => place)
  expect(places.sort()).toEqual(
    ["AuditEntry", "BlindCoding", "Draft", "InternalEvidence", "Notice", "Proposal", "Review", "Share", "Token"].sort(),
  )
  expect(JSON.stringify(found.elsewhere)).not.toContain(WORD)
})

test("a look-up changes nothing, and what it finds is all there is", async () => {
  const before = await dump(owner)
  const found = await lookUp(people.reviewer, { text: TEXT, copies: [] })
  expect(await dump(owner)).toEqual(before)
  const tables = [...found.records.map(({ kind }) => tableOf(kind)), ...found.elsewhere.map(({ place }) => place)]
  expect([...before.keys()].sort()).toEqual([...new Set([...tables, "Revision", "Copy"])].sort())
})

test.each([
  ["a field's name", "rationaleEn"],
  ["a fixed word", "supports"],
  ["part of an id", "nap2014-01"],
  ["a year", "2014"],
  ["a day", "2026-01-01"],
  ["a few digits of a hash", "e3b0c4"],
  ["what stands nowhere", "Nobody ever wrote this"],
])("%s cannot be asked for", async (_, text) => {
  const before = await db().redaction.count()
  await expect(requestRedaction(people.reviewer, input({ text }))).rejects.toMatchObject({
    code: "invalid",
    fields: { text: [expect.any(String)] },
  })
  expect(await db().redaction.count()).toBe(before)
})

test("an editor may not ask for a removal, look anything up, or see the requests", async () => {
  const refused = { code: "forbidden" }
  await expect(lookUp(people.editor, { text: TEXT, copies: [] })).rejects.toMatchObject(refused)
  await expect(requestRedaction(people.editor, input())).rejects.toMatchObject(refused)
  await expect(listRedactions(people.editor)).rejects.toMatchObject(refused)
})

test("a request changes nothing until a second person approves it; whoever asked cannot", async () => {
  const request = await requestRedaction(people.reviewer, input({ reasonClass: "safety" }))
  expect(request).toMatchObject({ state: "waiting", mine: true, text: TEXT, approvedBy: null, revision: null })
  await expect(approveRedaction(people.reviewer, request.id)).rejects.toMatchObject({ code: "forbidden" })
  await expect(approveRedaction(people.editor, request.id)).rejects.toMatchObject({ code: "forbidden" })
  // The database refuses it too, whatever the server says.
  await expect(
    app.query(`UPDATE "Redaction" SET "approvedById" = "requestedById" WHERE id = $1`, [request.id]),
  ).rejects.toThrow(/second_person/)
  await expect(app.query("SELECT redact($1)", [request.id])).rejects.toThrow(/not settled/)
  expect((await dump(owner)).size).toBeGreaterThan(15)
  expect(await cancelRedaction(people.otherReviewer, request.id)).toMatchObject({ state: "cancelled", text: null })
  await expect(approveRedaction(people.otherReviewer, request.id)).rejects.toMatchObject({ code: "conflict" })
})

test("the door is as narrow as the request: nobody rewrites anything else by it", async () => {
  const { id } = await requestRedaction(people.reviewer, input())
  await expect(app.query(`SET nap.redaction = '${id}'`)).resolves.toBeDefined()
  await expect(app.query(`UPDATE "Assessment" SET "rationaleEn" = 'x'`)).rejects.toThrow(/permission denied/)
  await app.query("RESET nap.redaction")

  const row = `id = (SELECT min(id) FROM "Assessment" WHERE "rationaleEn" LIKE '%${WORD}%')`
  for (const [what, approved, statement] of [
    ["nothing approved", false, `SET "rationaleEn" = replace("rationaleEn", $1, '${MARK}')`],
    ["other words", true, `SET "rationaleEn" = 'All is well.', "rationaleUr" = NULL, salt = '', redaction = '${id}'`],
    ["a level too", true, `SET level = 3, salt = '', redaction = '${id}'`],
    ["without its mark", true, `SET "rationaleEn" = replace("rationaleEn", $1, '${MARK}')`],
  ] as const) {
    await owner.query("BEGIN")
    await owner.query(`SET LOCAL nap.redaction = '${id}'`)
    if (approved) await owner.query(`UPDATE "Redaction" SET "approvedById" = 'x' WHERE id = '${id}'`)
    const values = statement.includes("$1") ? [TEXT] : []
    await expect(owner.query(`UPDATE "Assessment" ${statement} WHERE ${row}`, values), what).rejects.toThrow(
      /append-only/,
    )
    await owner.query("ROLLBACK")
  }
  await cancelRedaction(people.reviewer, id)
})

test("after an approval the text is nowhere, and the record says in public that something was removed", async () => {
  const before = await ledger()
  const newest = before.newest
  await other.ledger()
  expect(await other.holds(TEXT)).toBe(true)
  expect(await heldAnywhere()).toBe(true)
  const { id } = await requestRedaction(people.reviewer, input({ copies: [SCAN] }))
  // Somebody who began to read before may see the old rows to the end; that must not keep them in the files.
  await app.query("BEGIN ISOLATION LEVEL REPEATABLE READ")
  await app.query("SELECT count(*) FROM pg_class")
  const reading = sleep(1500).then(() => app.query("COMMIT"))
  const { revision, uncleared } = await approveRedaction(people.otherReviewer, id)
  await reading
  expect(uncleared).toEqual([])
  const approved = performance.now()
  expect(revision).toBe(newest + 1)

  // In every instance, about every revision.
  while (await other.holds(TEXT)) {
    if (performance.now() - approved > 1000) throw new Error("another instance still has it")
    await sleep(20)
  }
  process.stdout.write(`redaction: gone from another instance after ${Math.round(performance.now() - approved)} ms\n`)
  expect(await heldAnywhere()).toBe(false)
  // In the database: no row of any table, and not in the files that the rows lay in.
  expect(await dump(owner)).toEqual(new Map())
  await owner.query("CHECKPOINT")
  const [{ folder }] = (await owner.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder")).rows as [{ folder: string }] // prettier-ignore
  const { rows: files } = await owner.query<{ path: string }>(
    `SELECT pg_relation_filepath(oid) AS path FROM pg_class WHERE relkind IN ('r', 't', 'i') AND relnamespace IN ('public'::regnamespace, 'pg_toast'::regnamespace)
     AND pg_relation_filepath(oid) IS NOT NULL`,
  )
  const inFiles = files.filter(({ path }) => readFileSync(join(folder, path)).includes(WORD))
  expect(inFiles).toEqual([])

  const held = await ledger()
  expect(redactionsOf(held)).toMatchObject([
    { revision, reasonClass: "personal-data", reasons: [planted[0], planted[2]] },
  ])
  const kinds = new Set(redactionsOf(held)[0]!.records.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(KIND_NAMES.filter((kind) => kind !== "check").sort())
  expect(redactionsOf(held, newest)).toEqual([])
  const row = await db().revision.findUniqueOrThrow({ where: { number: revision } })
  expect(row).toMatchObject({ kind: "redaction", authorId: people.reviewer.id, publisherId: people.otherReviewer.id })
  expect(await verify()).toMatchObject({ revisions: revision, faults: [] })
}, 60_000)

test("what stood around the text still stands; addresses and copies that held it are gone", async () => {
  const held = await ledger()
  const facts = snapshot(held, planted[0]!)
  const left = said.replace(TEXT, MARK)
  const source = [...facts.records.source.values()].find((it) => it.notes === left)!
  expect(source).toMatchObject({ title: left, url: null, copy: null })
  expect([...facts.records.silence.values()].map((it) => it.whatEn)).toContain(left)
  expect([...facts.records.point.values()].flatMap((it) => it.wordingVariants.map((each) => each.textEn))).toContain(
    left,
  )
  expect(held.revisions[planted[0]! - 1]!.reason.en).toBe(`Because of ${MARK}.`)
  expect(await db().copy.count()).toBe(0)
  expect(await db().internalEvidence.findFirst()).toMatchObject({ note: left, url: null, copySha256: null })
  const proposed = await db().proposal.findUniqueOrThrow({ where: { id: draft } })
  expect(proposed).toMatchObject({ note: left, reasonEn: left })
  expect(proposed.operations).toMatchObject([{ record: { ...assessment().record, ...shape(), rationaleEn: left } }])
  const [request] = await listRedactions(people.reviewer)
  expect(request).toMatchObject({
    state: "done",
    text: null,
    note: `Order about ${MARK}`,
    approvedBy: "Another reviewer",
  })
})
const shape = () => ({ id: expect.any(String), effectiveOn: expect.any(String) })

test("a blanked row has lost its salt, and keeps the digest that the chain covers", async () => {
  const rows = await db().assessment.findMany({ where: { redaction: { not: null } } })
  expect(rows.length).toBeGreaterThan(1)
  for (const row of rows) {
    expect(row.salt).toBe("")
    expect(row.digest).toMatch(/^[0-9a-f]{64}$/)
  }
  const reasons = await db().revision.findMany({ where: { redaction: { not: null } } })
  expect(reasons.map(({ number, reasonSalt }) => [number, reasonSalt])).toEqual([
    [planted[0], ""],
    [planted[2], ""],
  ])
})

test("a removal is done once, even when several approve it at the same moment", async () => {
  const text = "committee was named and has met"
  const { id } = await requestRedaction(people.admin, input({ text, note: null }))
  const approvals = [people.reviewer, people.otherReviewer, people.reviewer].map((who) => approveRedaction(who, id))
  const results = await Promise.allSettled(approvals)
  expect(results.filter((it) => it.status === "fulfilled")).toHaveLength(1)
  for (const it of results) if (it.status === "rejected") expect(it.reason).toMatchObject({ code: "conflict" })
  await expect(app.query("SELECT redact($1)", [id])).rejects.toThrow(/not settled/)
  expect(await verify()).toMatchObject({ faults: [] })
})

test("a second removal from the same version verifies too", async () => {
  const { id } = await requestRedaction(people.admin, input({ text: "who said so", note: null }))
  await approveRedaction(people.reviewer, id)
  const held = await ledger()
  expect(JSON.stringify([...held.versions.silence.values()])).toContain(`It was ${MARK} ${MARK}.`)
  expect(await verify()).toMatchObject({ faults: [] })
})

/** Done with the owner's password behind the server's back, after a lawful removal; the revision that must be named. */
const FORGERIES: [what: string, table: string, where: string, set: string, revision: () => number][] = [
  [
    "other words in a row that was blanked by law",
    "Silence",
    `"whatEn" LIKE '%${MARK}%'`,
    `"whatEn" = 'The report was published in time.'`,
    () => planted[0]!,
  ],
  [
    "a row of the starting data passed off as blanked",
    "Source",
    "id = 'reuters_dp' AND revision = 1",
    `notes = 'planted', salt = '', redaction = 'x'`,
    () => 1,
  ],
  [
    "another version of a record that was blanked by law",
    "Silence",
    `revision = 1 AND id IN (SELECT id FROM "Silence" WHERE redaction IS NOT NULL)`,
    `"whatEn" = 'planted', salt = '', redaction = (SELECT max(redaction) FROM "Silence")`,
    () => 1,
  ],
  [
    "a reason passed off as blanked",
    "Revision",
    "number = 1",
    `"reasonEn" = 'planted', "reasonSalt" = '', redaction = 'x'`,
    () => 1,
  ],
  ["other words in a blanked reason", "Revision", "redaction IS NOT NULL", `"reasonEn" = 'planted'`, () => planted[0]!],
]

test.each(FORGERIES)("verify finds %s", async (_, table, where, set, revision) => {
  await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
  await owner.query(`CREATE TABLE kept AS TABLE "${table}"`)
  const { rowCount } = await owner.query(`UPDATE "${table}" SET ${set} WHERE ${where}`)
  const { faults } = await verify()
  await owner.query(`DELETE FROM "${table}"`)
  await owner.query(`INSERT INTO "${table}" SELECT * FROM kept`)
  await owner.query("DROP TABLE kept")
  await owner.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
  expect(rowCount).toBeGreaterThan(0)
  expect(Math.min(...faults.map((fault) => fault.revision))).toBe(revision())
  expect(await verify()).toMatchObject({ faults: [] })
})

test("a process that starts afterwards never sees the text, and holds what the others hold", async () => {
  const before = await ledger()
  ;(globalThis as { napFollower?: unknown }).napFollower = undefined
  const loaded = await ledger()
  expect(loaded).not.toBe(before)
  expect(loaded.revisions).toEqual(before.revisions)
  for (const kind of KIND_NAMES) {
    const records = (held: typeof loaded) =>
      [...held.versions[kind].values()]
        .flat()
        .map(({ revision, withdrawn, record }) => ({ revision, withdrawn, record }))
    expect(records(loaded), kind).toEqual(records(before))
  }
})
