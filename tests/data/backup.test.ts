import { randomUUID } from "node:crypto"
import { beforeAll, expect, test } from "vitest"
import { tablesOf } from "@/lib/data/backup/catalog"
import { db } from "@/lib/data/db"
import { withClient } from "@/lib/data/postgres/open"
import { recheck } from "@/lib/data/rechecks"
import { seed } from "@/lib/data/seed"
import { createShare } from "@/lib/data/share-upkeep"
import { verify } from "@/lib/data/verify"
import { write } from "@/lib/data/write"
import { SYSTEM } from "@/lib/domain/policy"
import { asked, backedUp, on, restored } from "./backups"
import { ownDatabase } from "./database"
import { team } from "./people"
import { COMMITMENT, published, share, SOURCE } from "./samples"

/** What a careless spelling would lose: quotes, ends of lines of every kind, what looks like null or like an array. */
const ODD = `"It's" \\ \\n NULL {a,"b"} \r\n\t\u2028\u2029\u0085 █ ٹ 🇵🇰 null`
const soon = new Date(Date.now() + 86_400_000)
const at = new Date("2026-11-22T09:30:00.123Z")

beforeAll(async () => {
  await seed()
  const { editor, reviewer, analyst } = await team()
  const { revision } = await published(editor, reviewer)
  await recheck(editor, {
    ...{ commitment: COMMITMENT, lane: "claim", region: null, source: SOURCE, checkedOn: null, base: null },
  })
  const { share: link } = await createShare(analyst, share({ password: true, sites: ["https://news.example"] }))
  const id = () => randomUUID()
  await db().account.create({
    data: { id: id(), accountId: analyst.id, providerId: "credential", userId: analyst.id, updatedAt: at },
  })
  await db().user.update({ where: { id: analyst.id }, data: { recoveryCodes: ["a,b", 'c"d', "NULL", ""] } })
  await db().session.create({ data: { id: id(), expiresAt: soon, token: id(), updatedAt: at, userId: editor.id } })
  await db().verification.create({ data: { id: id(), identifier: "x", value: "y", expiresAt: soon } })
  await db().rateLimit.create({ data: { id: id(), key: ODD, count: 1, lastRequest: 9_007_199_254_740_993n } })
  await db().token.create({ data: { id: id(), tokenHash: id(), label: ODD, userId: editor.id, createdAt: at } })
  await db().invitation.create({
    data: {
      ...{ id: id(), tokenHash: id(), purpose: "join", email: "n@nap.test", name: ODD, role: "editor" },
      ...{ remit: { plans: ["nap-2014"], tracks: null }, expiresAt: soon },
    },
  })
  await db().redaction.create({
    data: {
      id: id(),
      reasonClass: "safety",
      copies: [ODD, ""],
      note: ODD,
      team: "two-person",
      requestedById: editor.id,
    },
  })
  await db().blindCoding.create({
    data: {
      ...{ id: id(), proposalId: id(), version: 1, step: 0, coderId: reviewer.id, level: 2 },
      certainty: "low",
      reason: ODD,
    },
  })
  await db().draft.create({
    data: { id: id(), authorId: editor.id, form: "assessment", title: ODD, content: { deep: [1e-7, 0.1, null, ODD] } },
  })
  await db().copy.create({
    data: {
      ...{ sha256: "a".repeat(64), originalSha256: "b".repeat(64), name: ODD, mediaType: "text/plain", size: 256 },
      ...{ content: Uint8Array.from({ length: 256 }, (_, byte) => byte), text: ODD, uploaderId: editor.id },
    },
  })
  await db().internalEvidence.create({
    data: { id: id(), commitment: COMMITMENT, title: ODD, note: "", authorId: editor.id },
  })
  await db().assignment.create({
    data: { id: id(), commitment: COMMITMENT, lane: "claim", assigneeId: editor.id, dueOn: new Date("2026-12-01") },
  })
  await db().notice.create({ data: { personId: editor.id, kind: "x", subject: "x", detail: {}, at } })
  await db().delivery.upsert({ where: { revision }, create: { revision, nextAt: at }, update: {} })
  const day = new Date("2026-11-22")
  await db().shareCount.create({ data: { shareId: link.id, day, kind: "person", count: 3 } })
  await db().shareSite.create({ data: { shareId: link.id, site: "https://news.example", lastOn: day } })
}, 60_000)

const tables = async (url = ownDatabase.ownerUrl) => {
  let found: string[] = []
  await withClient(url, async (client) => {
    found = (await tablesOf(client)).map(({ name }) => name)
  })
  return found
}

/** What a restore changes on purpose, taken out of a row before comparing; null: the table is emptied. */
const ENDED: Record<string, string | null> = {
  Session: null,
  Verification: null,
  Token: "revokedAt",
  Invitation: "revokedAt",
  Share: "passwordNumber",
}

async function fingerprint(url: string, table: string) {
  const row = ENDED[table] ? `(to_jsonb(t) - '${ENDED[table]}')::text` : "t::text"
  const where = table === "AuditEntry" ? `WHERE action <> 'backup.restore'` : ""
  const [found] = await asked<{ rows: string; md5: string }>(
    url,
    `SELECT count(*) AS rows, md5(string_agg(md5(${row}), '' ORDER BY md5(${row}))) FROM "${table}" t ${where}`,
  )
  return found!
}

test("every table comes back byte by byte, but for what a restore ends", async () => {
  const { file, rows } = await backedUp()
  const back = await restored(file, { endedIn: ownDatabase.ownerUrl })
  const names = await tables()
  expect(Object.keys(rows).sort()).toEqual(names.toSorted())
  expect(await tables(back.url)).toEqual(names)
  for (const name of names) {
    const before = await fingerprint(ownDatabase.ownerUrl, name)
    // An empty table would prove nothing about its columns.
    expect([name, Number(before.rows) > 0]).toEqual([name, true])
    expect(rows[name]).toBe(Number(before.rows))
    expect([name, await fingerprint(back.url, name)]).toEqual([
      name,
      ENDED[name] === null ? { rows: "0", md5: null } : before,
    ])
  }
  const migrations = `SELECT migration_name, checksum FROM _prisma_migrations ORDER BY 1`
  expect(await asked(back.url, migrations)).toEqual(await asked(ownDatabase.ownerUrl, migrations))
})

test("what was restored is sound, grows where it stopped, and is as append-only as before", async () => {
  const made = await backedUp()
  const back = await restored(made.file, { endedIn: ownDatabase.ownerUrl })
  const verdict = await verify()
  expect([made.revision, made.head]).toEqual([verdict.revisions, verdict.head])
  expect(await on(back.url, () => verify())).toEqual(verdict)

  const [{ highest } = { highest: "" }] = await asked<{ highest: string }>(
    back.url,
    `SELECT max(id) AS highest FROM "AuditEntry"`,
  )
  await on(back.url, () =>
    write(SYSTEM, "people.manage", async () => ({ value: 0, audit: { action: "x.y", subject: "x", detail: {} } })),
  )
  const newest = await asked<{ id: string }>(back.url, `SELECT id FROM "AuditEntry" WHERE action = 'x.y'`)
  expect(newest).toEqual([{ id: String(BigInt(highest) + 1n) }])

  const triggers = `SELECT tgrelid::regclass::text AS name, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`
  expect(await asked(back.url, triggers)).toEqual(await asked(ownDatabase.ownerUrl, triggers))
  await expect(asked(back.url, `UPDATE "Revision" SET kind = kind`)).rejects.toThrow(/append-only/)
  const { editor, reviewer } = await on(back.url, team)
  const next = await on(back.url, () => published(editor, reviewer))
  expect(next.revision).toBe(made.revision + 1)
})

test("a restore leaves one entry in the audit, in the operator's name", async () => {
  const { file, revision, head, createdAt } = await backedUp()
  const { url } = await restored(file, { endedIn: ownDatabase.ownerUrl })
  const entries = await asked(
    url,
    `SELECT "actorId", subject, detail FROM "AuditEntry" WHERE action = 'backup.restore'`,
  )
  expect(entries).toMatchObject([
    {
      actorId: null,
      subject: `revision:${revision}`,
      detail: { backupOf: createdAt, head, compared: true, sessions: 1, tokens: 1, invitations: 1, verifications: 1 },
    },
  ])
  expect(JSON.stringify(entries)).not.toContain("@")
})
