import { readFileSync } from "node:fs"
import { beforeAll, expect, test } from "vitest"
import { canonical } from "@/lib/domain/canonical"
import { type Kind, KIND_NAMES, KINDS, LATE_FIELDS } from "@/lib/domain/records"
import { GENESIS } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { DATASET, seed } from "@/lib/data/seed"
import { readSince } from "@/lib/data/ledger"
import { verify } from "@/lib/data/verify"

const files = Object.entries(DATASET).map(([kind, file]) => ({
  kind: kind as keyof typeof DATASET,
  rows: JSON.parse(readFileSync(`prisma/dataset/${file}`, "utf8")) as { id: string }[],
}))
const recordsInFiles = files.reduce((sum, { rows }) => sum + rows.length, 0)

beforeAll(async () => {
  expect(await seed()).toEqual({ published: true, revision: 1 })
}, 60_000)

test("the starting data are revision 1 of the same log, with an audit entry and a chain", async () => {
  const [first, ...more] = await db().revision.findMany()
  expect(more).toEqual([])
  expect(first).toMatchObject({ number: 1, kind: "dataset", previousHash: GENESIS, authorId: null, publisherId: null })
  expect(first!.entries).toHaveLength(recordsInFiles)
  const audit = await db().auditEntry.findMany()
  expect(audit).toMatchObject([{ actorId: null, action: "revision.publish", subject: "revision:1" }])
  expect(await verify()).toMatchObject({ revisions: 1, records: recordsInFiles, faults: [] })
})

test("a second start changes nothing", async () => {
  const before = await db().revision.findMany()
  expect(await seed()).toEqual({ published: false, revision: 1 })
  expect(await db().revision.findMany()).toEqual(before)
  expect(await db().auditEntry.count()).toBe(1)
})

test.each(files)("every $kind of the dataset comes back from Postgres as it was written", async ({ kind, rows }) => {
  expect(rows.length).toBeGreaterThan(0)
  const stored = (await readSince(db(), 0))!.versions[kind]!
  expect(stored.every((version) => version.revision === 1 && !version.withdrawn)).toBe(true)
  const texts = (records: object[]) => records.map((record) => canonical(record)).sort()
  expect(texts(stored.map((version) => version.record))).toEqual(texts(rows.map((row) => KINDS[kind].parse(row))))
  // The schemas must not quietly drop or change what a person wrote in the file.
  const written = new Map(rows.map((row) => [row.id, row]))
  for (const { record } of stored) expect(record).toEqual({ ...unsaid(kind), ...written.get(record.id) })
})

/** Fields that came later; the files need not name them. */
const unsaid = (kind: Kind) => Object.fromEntries((LATE_FIELDS[kind] ?? []).map((name) => [name, null]))

test("no kind of record is left out of the dataset but re-checks, which begin with the first editor", () => {
  expect(KIND_NAMES.filter((kind) => !(kind in DATASET))).toEqual(["check"])
})
