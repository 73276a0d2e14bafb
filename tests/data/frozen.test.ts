import { cpSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { ledger } from "@/lib/data/ledger"
import { FOLDER, migrate } from "@/lib/data/postgres/migrate"
import { withClient } from "@/lib/data/postgres/open"
import { seed } from "@/lib/data/seed"
import { createShare } from "@/lib/data/share-upkeep"
import { openShare } from "@/lib/data/shares"
import { verify } from "@/lib/data/verify"
import { canonical } from "@/lib/domain/canonical"
import { addDays } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { type DraftOperation, ProposalInput } from "@/lib/domain/proposal"
import { Query, resolve } from "@/lib/domain/query"
import type { Assessment } from "@/lib/domain/records"
import { answerOf } from "@/lib/domain/views/answer"
import { sharedAnswer } from "@/lib/domain/views/shared"
import { asked, backedUp, folder, on, restored } from "./backups"
import { ownDatabase } from "./database"
import { team } from "./people"
import { assessment, published, share, startAnew } from "./samples"

const SCOPES: [what: string, input: object][] = [
  ["a plan", { query: { plan: "nap-2014" } }],
  ["a plan on a day", { query: { plan: "nap-2014", asOf: "2019-06-30" } }],
  ["what the state claims", { query: { plan: "nap-2021", lane: "claim" } }],
  ["one track", { query: { plan: "nap-2014", track: "non-kinetic" } }],
  ["one region", { query: { plan: "nap-2014", region: "PK-KP" } }],
  ["a list of points", { screen: "points", query: { plan: "nap-2014", points: [1, 2, 3] } }],
  ["one point", { screen: "point", point: 1, query: { plan: "nap-2014" } }],
  ["two days", { screen: "compare", comparison: { by: "dates", against: "2016-12-31" }, query: { plan: "nap-2014" } }],
  ["two lanes", { screen: "compare", comparison: { by: "lanes", against: "claim" }, query: { plan: "nap-2021" } }],
  ["two plans", { screen: "compare", comparison: { by: "plans", against: "nap-2014" }, query: { plan: "nap-2021" } }],
  ["outcomes", { screen: "outcomes", panels: ["pips.terrorist_attacks"], query: { plan: "nap-2014" } }],
  ["momentum", { screen: "momentum", query: { plan: "nap-2014" } }],
]
const EDITS = 1000

let people: Awaited<ReturnType<typeof team>>
/** Each link with the digest that it was made with. */
const frozen = new Map<string, { token: string; digest: string }>()
/** What was answered at each revision when it was the newest, by the question and the revision. */
const answered = new Map<string, string>()

beforeAll(async () => {
  await seed()
  people = await team()
  const regions = [...snapshot(await ledger(), 1).records.region.keys()]
  for (const [what, input] of SCOPES) {
    const asking = input as { query: { region?: string } }
    if (asking.query.region) asking.query.region = regions.find((id) => id !== "FEDERAL")!
    const made = await createShare(people.analyst, share({ frozen: true, ...input } as never))
    const found = await openShare(made.token)
    if (!found || found.locked) throw new Error("the link is shut")
    frozen.set(what, { token: made.token, digest: found.digest! })
  }
  await noteAnswers()
}, 60_000)

/** The digest of what each link answers now, through its door, long after it was made. */
async function digests(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [what, { token }] of frozen) {
    const opened = await openShare(token)
    if (!opened || opened.locked) throw new Error(`${what}: the link is shut`)
    expect(opened.digest).toBe(frozen.get(what)!.digest)
    found[what] = sha256(canonical(sharedAnswer(await ledger(), opened, "2034-01-01T00:00:00Z")))
  }
  return found
}
const asMade = () => Object.fromEntries([...frozen].map(([what, { digest }]) => [what, digest]))

async function answersAt(known: number): Promise<[string, string][]> {
  const held = await ledger()
  return SCOPES.map(([what, { query }]: [string, { query?: object }]) => {
    const question = resolve(Query.parse({ asOf: "2026-11-22", ...query, known }), held, "2026-11-22T12:00:00Z")
    return [`${what} as known at ${known}`, sha256(canonical(answerOf(held, question)))]
  })
}

async function noteAnswers(): Promise<void> {
  for (const [name, digest] of await answersAt((await ledger()).newest)) answered.set(name, digest)
}

async function answersNow(): Promise<Map<string, string>> {
  const revisions = new Set([...answered.keys()].map((name) => Number(name.split(" ").at(-1))))
  return new Map((await Promise.all([...revisions].map(answersAt))).flat())
}

async function publish(change: "world-changed" | "correction", operations: DraftOperation[]): Promise<number> {
  const input = ProposalInput.parse({ change, reasonEn: "One of a thousand edits.", operations })
  await published(people.editor, people.reviewer, input)
  await noteAnswers()
  return operations.length
}

const standing = async () => {
  const held = await ledger()
  const { records } = snapshot(held, held.newest)
  return { assessments: [...records.assessment.values()], commitments: [...records.commitment.values()] }
}

/** Every assessment of these says something else of another day. */
const redated = (records: Assessment[], shift: number): DraftOperation[] =>
  records.map((record) => ({
    act: "change",
    kind: "assessment",
    record: {
      ...record,
      effectiveOn: addDays(record.effectiveOn, shift),
      ...(record.level !== null && { level: ((record.level + 1) % 4) as Assessment["level"] }),
    },
  }))

test("frozen links of different views freeze different answers", () => {
  const all = [...frozen.values()].map(({ digest }) => digest)
  expect(new Set(all).size).toBe(SCOPES.length)
  expect(all.every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true)
})

test("a thousand published edits, of the very records in view, leave every frozen and every earlier answer alone", async () => {
  const before = await verify()
  let edits = 0
  const { commitments, assessments: first } = await standing()
  edits += await publish(
    "world-changed",
    commitments.flatMap(({ id }, at) =>
      ([0, 1, 2, 3] as const).map((level) =>
        assessment({ commitment: id, level, effectiveOn: addDays("2018-01-01", at + level * 400) }),
      ),
    ),
  )
  edits += await publish("correction", redated(first.slice(0, 300), -1))
  edits += await publish(
    "correction",
    first.slice(300).map(({ id }) => ({ act: "withdraw", kind: "assessment", id })),
  )
  edits += await publish(
    "correction",
    commitments.map((record) => ({
      act: "change",
      kind: "commitment",
      record: {
        ...record,
        textEn: `${record.textEn} (reworded)`,
        promisedBy: "2015-06-30",
        promisedByPrecision: "day",
        track: record.track === "kinetic" ? "non-kinetic" : "kinetic",
      },
    })),
  )
  const { assessments: now } = await standing()
  edits += await publish("correction", redated(now.slice(0, Math.max(0, EDITS - edits)), 2))
  expect(edits).toBeGreaterThanOrEqual(EDITS)
  expect((await verify()).records - before.records).toBe(edits)

  expect(await digests()).toEqual(asMade())
  expect(await answersNow()).toEqual(answered)
  // The edits did say something: the same questions, asked of the newest revision, are answered otherwise.
  const [newest, oldest] = [await answersAt((await ledger()).newest), await answersAt(1)]
  for (const [at, [name, digest]] of newest.entries()) expect([name, digest]).not.toEqual([name, oldest[at]![1]])
}, 60_000)

/** Our migrations and one more, which adds to the tables that answers rest on and writes all their rows anew. */
function withOneMore(): string {
  const path = join(folder, "migrations")
  cpSync(FOLDER, path, { recursive: true })
  mkdirSync(join(path, "9999_more"))
  const tables = ["Assessment", "Commitment", "Share", "Revision"]
  const sql = tables.map(
    (name) => `ALTER TABLE "${name}" ADD COLUMN more TEXT NOT NULL DEFAULT md5(random()::text);
      CREATE INDEX "${name}_more" ON "${name}" (more DESC); CLUSTER "${name}" USING "${name}_more";`,
  )
  writeFileSync(join(path, "9999_more", "migration.sql"), sql.join("\n"))
  return path
}

test("a migration leaves them alone, for a server that starts after it", async () => {
  const [{ place } = { place: "" }] = await asked<{ place: string }>(
    ownDatabase.ownerUrl,
    `SELECT string_agg(id, ',') AS place FROM "Assessment"`,
  )
  await withClient(ownDatabase.ownerUrl, async (client) => {
    expect(await migrate(client, undefined, withOneMore())).toEqual(["9999_more"])
  })
  const moved = await asked(ownDatabase.ownerUrl, `SELECT string_agg(id, ',') AS place FROM "Assessment"`)
  expect(moved).not.toEqual([{ place }])
  const before = await ledger()
  startAnew()
  expect(await ledger()).not.toBe(before)
  expect(await digests()).toEqual(asMade())
  expect(await answersNow()).toEqual(answered)
}, 60_000)

test("a backup and its restore into another database leave them alone", async () => {
  const { file } = await backedUp()
  const back = await restored(file, { endedIn: ownDatabase.ownerUrl, migrations: join(folder, "migrations") })
  await on(back.url, async () => {
    expect((await ledger()).newest).toBe(back.revision)
    expect(await digests()).toEqual(asMade())
    expect(await answersNow()).toEqual(answered)
  })
}, 60_000)
