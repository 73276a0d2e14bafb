import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { setTimeout as sleep } from "node:timers/promises"
import { closeDb, db } from "@/lib/data/db"
import { ledger, ledgerHealth } from "@/lib/data/ledger"
import { listProposals } from "@/lib/data/proposal-list"
import { createProposal } from "@/lib/data/proposals"
import { recheck } from "@/lib/data/rechecks"
import { seed } from "@/lib/data/seed"
import { createShare } from "@/lib/data/share-upkeep"
import { openShare } from "@/lib/data/shares"
import { personOfToken } from "@/lib/data/tokens"
import { ownDatabase } from "./database"
import { team } from "./people"
import { type Road, roadTo } from "./proxy"
import { COMMITMENT, proposal, share, SOURCE } from "./samples"

let road: Road
let people: Awaited<ReturnType<typeof team>>
let token: string

beforeAll(async () => {
  await seed()
  people = await team()
  token = (await createShare(people.analyst, share())).token
  road = await roadTo(ownDatabase.url)
}, 60_000)
beforeEach(async () => {
  await closeDb()
  process.env.DATABASE_URL = road.url
  await ledger()
  // A pool that is warm, as after a morning's work.
  await Promise.all(Array.from({ length: 5 }, () => db().revision.count()))
})
afterEach(() => road.restore())
afterAll(async () => {
  await closeDb()
  await road.close()
  process.env.DATABASE_URL = ownDatabase.url
})

async function timed<T>(work: () => Promise<T>) {
  const started = performance.now()
  const [result] = await Promise.allSettled([work()])
  return { result: result!, ms: performance.now() - started }
}

const refused = { status: "rejected", reason: { code: "unavailable" } }

test.each([
  ["gone", () => road.cut()],
  ["hung", () => Promise.resolve(road.hang())],
])(
  "the database is %s: readers are answered from memory, writers told within 3 s, and it comes back by itself",
  async (_, fail) => {
    const { newest } = await ledger()
    const drafts = await db().proposal.count()
    await fail()
    await sleep(600) // past the time for which an answer counts as fresh

    const waits: number[] = []
    for (let reader = 0; reader < 20; reader++) {
      const { result, ms } = await timed(ledger)
      expect(result).toMatchObject({ status: "fulfilled", value: { newest } })
      waits.push(ms)
      await sleep(50)
    }
    expect(Math.max(...waits)).toBeLessThan(500)
    expect(ledgerHealth()).toEqual({ newest, reachable: false, fault: null })

    const writes = await Promise.all([
      timed(() => createProposal(people.editor, proposal())),
      timed(() => createShare(people.analyst, share())),
      timed(() =>
        recheck(people.editor, {
          commitment: COMMITMENT,
          lane: "claim",
          region: null,
          source: SOURCE,
          checkedOn: null,
          base: null,
        }),
      ),
    ])
    const reads = await Promise.all([
      timed(() => listProposals(people.editor)),
      timed(() => personOfToken(`nap_${"x".repeat(43)}`)),
      // A link whose state cannot be read must not open.
      timed(() => openShare(token)),
    ])
    for (const { result } of [...writes, ...reads]) expect(result).toMatchObject(refused)
    const slowest = Math.max(...[...writes, ...reads].map(({ ms }) => ms))
    process.stdout.write(
      `outage: readers waited at most ${Math.round(Math.max(...waits))} ms, others ${Math.round(slowest)} ms\n`,
    )
    expect(slowest).toBeLessThan(3000)

    await road.restore()
    const started = performance.now()
    for (;;) {
      await ledger()
      if (ledgerHealth().reachable && (await openShare(token).catch(() => null))) break
      expect(performance.now() - started).toBeLessThan(10_000)
      await sleep(100)
    }
    expect(await db().proposal.count()).toBe(drafts)
    await expect(createProposal(people.editor, proposal())).resolves.toMatchObject({ status: "draft" })
  },
  60_000,
)

test("a process that starts without its database says that it cannot answer yet", async () => {
  await road.cut()
  ;(globalThis as { napFollower?: unknown }).napFollower = undefined
  await expect(ledger()).rejects.toMatchObject({ code: "unavailable" })
  expect(ledgerHealth()).toEqual({ newest: 0, reachable: false, fault: null })
  await road.restore()
  await sleep(600)
  expect((await ledger()).newest).toBe(1)
})
