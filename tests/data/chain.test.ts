import { Client } from "pg"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { hashOf, newSalt, recordDigest, type StoredEntry } from "@/lib/data/chain"
import { type Checkpoint, makeCheckpoint } from "@/lib/data/checkpoints"
import { db } from "@/lib/data/db"
import { seed } from "@/lib/data/seed"
import { verify, type Verdict } from "@/lib/data/verify"
import type { RevisionKind } from "@/lib/domain/ledger"
import { SYSTEM } from "@/lib/domain/policy"
import { ownDatabase } from "./database"
import { team } from "./people"
import { commitments, proposal, published } from "./samples"

const owner = new Client({ connectionString: ownDatabase.ownerUrl })
const TABLES = ["Revision", "Assessment", "Source", "Body"]
const REVISIONS = 7
let clean: Verdict

// Somebody with the owner's password: the triggers do not stop them, the chain must tell on them.
beforeAll(async () => {
  await owner.connect()
  await seed()
  const { editor, reviewer } = await team()
  for (const commitment of await commitments(REVISIONS - 1))
    await published(
      editor,
      reviewer,
      proposal({ commitment, effectiveOn: "2024-03-01" }, { reasonEn: `About ${commitment}.` }),
    )
  clean = await verify()
  for (const table of TABLES) {
    await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
    await owner.query(`CREATE TABLE "kept_${table}" AS TABLE "${table}"`)
  }
}, 60_000)

afterEach(async () => {
  for (const table of TABLES) {
    await owner.query(`DELETE FROM "${table}"`)
    await owner.query(`INSERT INTO "${table}" SELECT * FROM "kept_${table}"`)
  }
})

afterAll(() => owner.end())

const against = (...checkpoints: Checkpoint[]) => verify(() => {}, undefined, checkpoints)

test("an untouched record verifies, and says what it covered", () => {
  expect(clean).toMatchObject({ revisions: REVISIONS, faults: [] })
  expect(clean.head).toMatch(/^[0-9a-f]{64}$/)
  expect(clean.records).toBeGreaterThan(1000)
})

test("progress is told up to the last revision", async () => {
  const told: number[] = []
  await verify((done) => told.push(done))
  expect(told.at(-1)).toBe(REVISIONS)
})

const IN_3 = `WHERE revision = 3`
const NEXT_ID = `(SELECT id FROM "Assessment" WHERE revision = 3)`
const COPY = (revision: number) =>
  `INSERT INTO "Body" SELECT 'planted', ${revision}, false, salt, digest, "nameEn", "nameUr", sector FROM "Body" LIMIT 1`

/** What is done behind the server's back, and the revision that must be named first. */
const TAMPERINGS: [what: string, revision: number, ...statements: string[]][] = [
  ["a level", 3, `UPDATE "Assessment" SET level = 3 ${IN_3}`],
  ["a level turned into a reason", 3, `UPDATE "Assessment" SET level = NULL, "unratedReason" = 'secret' ${IN_3}`],
  ["a rationale", 3, `UPDATE "Assessment" SET "rationaleEn" = 'It was done.' ${IN_3}`],
  ["a day", 3, `UPDATE "Assessment" SET "effectiveOn" = '2020-01-01' ${IN_3}`],
  ["evidence", 3, `UPDATE "Assessment" SET evidence = jsonb_set(evidence, '{0,quote}', '"They did."') ${IN_3}`],
  ["a withdrawn mark", 3, `UPDATE "Assessment" SET withdrawn = true ${IN_3}`],
  ["a salt", 3, `UPDATE "Assessment" SET salt = md5(salt) ${IN_3}`],
  ["a digest", 3, `UPDATE "Assessment" SET digest = repeat('0', 64) ${IN_3}`],
  ["an id", 3, `UPDATE "Assessment" SET id = 'another' ${IN_3}`],
  ["a row of the starting data", 1, `UPDATE "Source" SET publisher = 'Nobody' WHERE id = 'reuters_dp'`],
  [
    "a null written over",
    1,
    `UPDATE "Source" SET notes = 'planted' WHERE id = (SELECT min(id) FROM "Source" WHERE notes IS NULL)`,
  ],
  ["a reason", 4, `UPDATE "Revision" SET "reasonEn" = 'Because.' WHERE number = 4`],
  ["an Urdu reason added", 4, `UPDATE "Revision" SET "reasonUr" = 'کیونکہ' WHERE number = 4`],
  [
    "a reason and its digest",
    4,
    `UPDATE "Revision" SET "reasonSalt" = 'x', "reasonDigest" = repeat('0', 64) WHERE number = 4`,
  ],
  ["a moment", 4, `UPDATE "Revision" SET "publishedAt" = "publishedAt" - interval '1 day' WHERE number = 4`],
  ["a kind", 4, `UPDATE "Revision" SET kind = 'correction' WHERE number = 4`],
  ["the team setting", 4, `UPDATE "Revision" SET team = 'one-person' WHERE number = 4`],
  [
    "an act in the list of entries",
    4,
    `UPDATE "Revision" SET entries = jsonb_set(entries, '{0,act}', '"change"') WHERE number = 4`,
  ],
  ["an entry dropped from the list", 4, `UPDATE "Revision" SET entries = '[]' WHERE number = 4`],
  ["a hash", 4, `UPDATE "Revision" SET hash = repeat('a', 64) WHERE number = 4`],
  ["a link to the revision before", 4, `UPDATE "Revision" SET "previousHash" = repeat('a', 64) WHERE number = 4`],
  ["a deleted row", 3, `DELETE FROM "Assessment" ${IN_3}`],
  ["a deleted row of the starting data", 1, `DELETE FROM "Source" WHERE id = 'reuters_dp'`],
  ["a deleted revision", 3, `DELETE FROM "Revision" WHERE number = 3`],
  ["the first revision deleted", 1, `DELETE FROM "Revision" WHERE number = 1`],
  ["a row slipped into a revision", 3, COPY(3)],
  ["a row slipped in before the first revision", 0, COPY(0)],
  ["a row that waits for a revision to come", 9, COPY(9)],
  ["a row that waits far ahead", 100_000, COPY(100_000)],
  ["a row moved to another revision", 2, `UPDATE "Assessment" SET revision = 2 ${IN_3}`],
  ["a row moved far ahead", 3, `UPDATE "Assessment" SET revision = 100000 WHERE id = ${NEXT_ID}`],
  ["a revision renumbered", 3, `UPDATE "Revision" SET number = 50 WHERE number = 3`],
  [
    "the newest revision renumbered far ahead",
    REVISIONS,
    `UPDATE "Revision" SET number = 100000 WHERE number = ${REVISIONS}`,
  ],
  [
    "two revisions swapped",
    3,
    `UPDATE "Revision" SET number = 1000 WHERE number = 3`,
    `UPDATE "Revision" SET number = 3 WHERE number = 4`,
    `UPDATE "Revision" SET number = 4 WHERE number = 1000`,
  ],
  [
    "two revisions swapped with their rows",
    3,
    `UPDATE "Revision" SET number = 1000 WHERE number = 3`,
    `UPDATE "Revision" SET number = 3 WHERE number = 4`,
    `UPDATE "Revision" SET number = 4 WHERE number = 1000`,
    `UPDATE "Assessment" SET revision = CASE revision WHEN 3 THEN 4 ELSE 3 END WHERE revision IN (3, 4)`,
  ],
]

test.each(TAMPERINGS)("verify finds %s and names revision %i", async (_, revision, ...statements) => {
  for (const statement of statements) {
    const { rowCount } = await owner.query(statement)
    expect(rowCount).toBeGreaterThan(0)
  }
  const { faults } = await verify()
  expect(faults.length).toBeGreaterThan(0)
  expect(Math.min(...faults.map((fault) => fault.revision))).toBe(revision)
})

test("a level rewritten with its own digest, and even with its revision's hash, still breaks the chain", async () => {
  const row = await db().revision.findUniqueOrThrow({ where: { number: 3 } })
  const salt = newSalt()
  const { rows } = await owner.query(`SELECT * FROM "Assessment" WHERE revision = 3`)
  const entries = row.entries as { kind: "assessment"; id: string; key: string; act: "add"; digest: string }[]
  const { salt: _salt, digest: _digest, revision: _revision, redaction: _redaction, withdrawn, ...attributes } = rows[0]
  const record = { ...attributes, level: 3, effectiveOn: "2024-03-01" }
  const digest = recordDigest(salt, "assessment", withdrawn, record)
  await owner.query(`UPDATE "Assessment" SET level = 3, salt = $1, digest = $2 WHERE revision = 3`, [salt, digest])
  expect((await verify()).faults).toMatchObject([{ revision: 3 }])

  const forged = [{ ...entries[0]!, digest }]
  const { number, kind, team: inTeam, reasonDigest, previousHash, publishedAt } = row
  const link = { number, kind: kind as RevisionKind, team: inTeam, reasonDigest }
  const hash = hashOf(previousHash, { ...link, publishedAt: publishedAt.toISOString(), entries: forged })
  await owner.query(`UPDATE "Revision" SET entries = $1, hash = $2 WHERE number = 3`, [JSON.stringify(forged), hash])
  expect((await verify()).faults).toMatchObject([{ revision: 4 }])
})

test("a tail cut off with its rows is sound in itself; a checkpoint of before tells, and so it does when all is gone", async () => {
  const checkpoint = await makeCheckpoint(SYSTEM)
  expect(checkpoint).toMatchObject({ revision: REVISIONS, hash: clean.head })
  await owner.query(`DELETE FROM "Revision" WHERE number >= ${REVISIONS - 1}`)
  expect((await verify()).faults).toMatchObject([{ revision: REVISIONS - 1 }, { revision: REVISIONS }]) // by their rows
  await owner.query(`DELETE FROM "Assessment" WHERE revision >= ${REVISIONS - 1}`)
  expect(await verify()).toMatchObject({ revisions: REVISIONS - 2, faults: [] })
  const what = expect.stringMatching(/is missing: .* there were 7/)
  expect((await against(checkpoint)).faults).toEqual([{ revision: REVISIONS - 1, what }])
  for (const table of TABLES) await owner.query(`DELETE FROM "${table}"`)
  expect((await against(checkpoint)).faults).toContainEqual({ revision: 1, what })
})

test("a record rewritten from a revision on, with every hash after, is sound in itself; checkpoints bound where", async () => {
  const now = await makeCheckpoint(SYSTEM)
  const before = await db().revision.findUniqueOrThrow({ where: { number: 3 } })
  await owner.query(`UPDATE "Revision" SET team = 'one-person' WHERE number = 4`)
  let previousHash = before.hash
  for (const row of await db().revision.findMany({ where: { number: { gt: 3 } }, orderBy: { number: "asc" } })) {
    const { number, kind, team: inTeam, reasonDigest, publishedAt, entries } = row
    const link = { number, kind: kind as RevisionKind, team: inTeam, reasonDigest, entries: entries as StoredEntry[] }
    const hash = hashOf(previousHash, { ...link, publishedAt: publishedAt.toISOString() })
    await owner.query(`UPDATE "Revision" SET "previousHash" = $1, hash = $2 WHERE number = $3`, [
      ...[previousHash, hash, number],
    ])
    previousHash = hash
  }
  expect(await verify()).toMatchObject({ revisions: REVISIONS, faults: [] })
  expect((await against({ ...now, revision: 3, hash: before.hash })).faults).toEqual([])
  const noted = await owner.query(`SELECT hash FROM "kept_Revision" WHERE number = 5`)
  const { faults } = await against(now, { ...now, revision: 5, hash: noted.rows[0].hash })
  expect(faults).toMatchObject([
    { revision: 5, what: expect.stringContaining("was rewritten") },
    { revision: REVISIONS },
  ])
})

test("an edit is named beside a checkpoint, and an unsound record gets none", async () => {
  const checkpoint = await makeCheckpoint(SYSTEM)
  await owner.query(`UPDATE "Assessment" SET level = 3 ${IN_3}`)
  expect((await against(checkpoint)).faults).toMatchObject([{ revision: 3 }])
  await expect(makeCheckpoint(SYSTEM)).rejects.toMatchObject({ code: "conflict" })
})

test("what was put back verifies again, so each finding above was about what was done there", async () => {
  expect(await verify()).toEqual(clean)
})
