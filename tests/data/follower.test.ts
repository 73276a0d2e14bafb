import pg from "pg"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { setTimeout as sleep } from "node:timers/promises"
import { ledger, ledgerHealth } from "@/lib/data/ledger"
import { publishProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { canonical } from "@/lib/domain/canonical"
import { KIND_NAMES } from "@/lib/domain/records"
import { team } from "./people"
import { commitments, proposal, startAnew, submitted } from "./samples"
import { secondInstance } from "./second-instance"

type Asked = { text: string; rows: number }
let asked: Asked[] = []
/** What the next answer about revisions waits for on its way here. */
let delay: Promise<void> | null = null
let people: Awaited<ReturnType<typeof team>>
let other: Awaited<ReturnType<typeof secondInstance>>

beforeAll(async () => {
  await seed()
  people = await team()
  other = await secondInstance()
  listen()
}, 60_000)
beforeEach(() => {
  asked = []
})
afterAll(async () => {
  vi.restoreAllMocks()
  await other.stop()
})

/** Notes every statement that goes to Postgres and how many rows came back; delays an answer where a test asks for it. */
function listen() {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const text = typeof args[0] === "string" ? args[0] : (args[0] as { text: string }).text
    const entry = { text, rows: 0 }
    asked.push(entry)
    const count = (result?: pg.QueryResult) => {
      entry.rows = result?.rows.length ?? 0
    }
    const done = args.at(-1)
    if (typeof done !== "function")
      return (query.apply(this, args) as Promise<pg.QueryResult>).then((it) => (count(it), it))
    const delayed = /FROM "public"\."Revision"/.test(text) ? delay : null
    if (delayed) delay = null
    return query.apply(this, [
      ...args.slice(0, -1),
      async (error: unknown, it?: pg.QueryResult) => {
        count(it)
        if (delayed) await delayed
        done(error, it)
      },
    ])
  } as never)
}

const tables = () => asked.map(({ text }) => /FROM "public"\."(\w+)"/.exec(text)?.[1] ?? text).sort()
const rows = () => asked.reduce((sum, each) => sum + each.rows, 0)

async function publishElsewhere(commitment: string) {
  const { id, version } = await submitted(people.editor, proposal({ commitment }))
  return other.publishProposal(people.reviewer, id, version)
}

async function untilNewest(revision: number): Promise<number> {
  const started = performance.now()
  while ((await ledger()).newest < revision) {
    if (performance.now() - started > 5000) throw new Error("the follower does not follow")
    await sleep(10)
  }
  return performance.now() - started
}

test("a process that starts loads every kind once and holds the very same facts", async () => {
  const before = await ledger()
  startAnew()
  asked = []
  const loaded = await ledger()
  expect(loaded).not.toBe(before)
  expect(loaded.revisions).toEqual(before.revisions)
  for (const kind of KIND_NAMES) {
    const said = (held: typeof loaded) => canonical([...(held.versions[kind] as Map<string, unknown>)].sort())
    const plain = (held: typeof loaded) => said(held).replaceAll(/,?"(salt|digest)":"[^"]*"/g, "")
    expect(plain(loaded), kind).toBe(plain(before))
  }
  expect(new Set(tables()).size).toBe(asked.length - 1) // "is there more?" is the only repeat
})

test("a new revision of another process is seen within a second, and only what is new is loaded", async () => {
  const took: number[] = []
  for (const commitment of await commitments(3)) {
    const { revision } = await publishElsewhere(commitment)
    asked = []
    took.push(await untilNewest(revision))
    // One revision with one assessment: those two rows, and nothing about any other kind.
    expect(rows()).toBe(2)
    expect(new Set(tables())).toEqual(new Set(["Revision", "Assessment"]))
    expect(tables().filter((table) => table === "Assessment")).toHaveLength(1)
  }
  process.stdout.write(`follower: a new revision seen after ${took.map(Math.round).join(", ")} ms\n`)
  expect(Math.max(...took)).toBeLessThan(1000)
})

test("an hour's worth of readers in a second costs the database no more than a few questions", async () => {
  await ledger()
  asked = []
  const started = performance.now()
  while (performance.now() - started < 1000) await Promise.all(Array.from({ length: 50 }, () => ledger()))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.length).toBeLessThanOrEqual(3)
  expect(rows()).toBe(0)
})

test("answers about an older revision stay as they were when the ledger grows", async () => {
  const held = await ledger()
  const older = held.revisions.slice()
  const { revision } = await publishElsewhere((await commitments(4)).at(-1)!)
  await untilNewest(revision)
  const grown = await ledger()
  expect(grown.revisions.slice(0, older.length)).toEqual(older)
  expect(grown.newest).toBe(older.length + 1)
  expect(ledgerHealth()).toEqual({ newest: grown.newest, reachable: true, fault: null })
})

test.each(["before the publisher looks", "while the publisher looks"])(
  "a publisher sees their publication, though an older question was under way and is answered %s",
  async (when) => {
    const draft = await submitted(people.editor, proposal({ commitment: (await commitments(1))[0]! }))
    await sleep(600) // past the time for which an answer counts as fresh
    let arrive = () => {}
    delay = new Promise((resolve) => (arrive = resolve))
    const older = ledger()
    await vi.waitFor(() => expect(delay).toBeNull(), { interval: 5 })
    const { revision } = await publishProposal(people.reviewer, draft.id, draft.version)
    if (when.startsWith("before")) {
      arrive()
      await older
    }
    const seen = ledger()
    arrive()
    expect((await seen).newest).toBe(revision)
    await older
  },
)
