import { afterEach, beforeAll, expect, test, vi } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { seed } from "@/lib/data/seed"
import { changeShare, createShare, listShares, openShare, revokeShare } from "@/lib/data/shares"
import { canonical } from "@/lib/domain/canonical"
import { resolve } from "@/lib/domain/query"
import { ShareInput, SharePatch } from "@/lib/domain/share"
import { overview } from "@/lib/domain/views/overview"
import { team } from "./people"
import { COMMITMENT, proposal, published, share } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)
afterEach(() => {
  vi.useRealTimers()
})

const NO_TOKENS: [string, string][] = [
  ["unknown", "A".repeat(43)],
  ["empty", ""],
  ["too short", "A".repeat(42)],
  ["too long", "A".repeat(44)],
  ["with a space", `${"A".repeat(42)} `],
  ["with a quote", `${"A".repeat(42)}'`],
  ["with a NUL", `${"A".repeat(42)}\0`],
  ["a hash", sha256("anything")],
  ["a pattern", "%".repeat(43)],
]
test.each(NO_TOKENS)("a token that is %s opens nothing", async (_, token) => {
  await createShare(people.analyst, share())
  expect(await openShare(token)).toBeNull()
})

test("a link opens its view, and its token is kept only as a hash", async () => {
  const query = { plan: "nap-2014", track: "kinetic" as const, asOf: "2020-12-31" }
  const made = await createShare(people.analyst, share({ label: "For the hearing", query: query as never }))
  expect(made.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  const opened = await openShare(made.token)
  expect(opened).toMatchObject({
    id: made.share.id,
    screen: "overview",
    frozen: false,
    query: { ...query, known: null },
  })
  // Neither the label nor who made it leaves with the view.
  expect(JSON.stringify(opened)).not.toContain("hearing")
  expect(JSON.stringify(opened)).not.toContain(people.analyst.id)

  const row = await db().share.findUniqueOrThrow({ where: { id: made.share.id } })
  expect(row.tokenHash).toBe(sha256(made.token))
  const everywhere = [row, await db().auditEntry.findMany({ where: { subject: `share:${row.id}` } })]
  expect(JSON.stringify(everywhere, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
    made.token,
  )
  expect(JSON.stringify(made.share)).not.toContain(made.token)
})

test("two links are never alike", async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => createShare(people.analyst, share())))
  expect(new Set(made.map(({ token }) => token)).size).toBe(20)
})

test("a revoked link is gone on the very next request, for good", async () => {
  const { token, share: made } = await createShare(people.analyst, share())
  expect(await openShare(token)).not.toBeNull()
  await revokeShare(people.analyst, made.id)
  expect(await openShare(token)).toBeNull()
  await revokeShare(people.analyst, made.id) // once more does no harm
  const resumed = changeShare(people.analyst, made.id, { version: made.version + 1, paused: false })
  await expect(resumed).rejects.toMatchObject({ code: "conflict" })
  expect(await openShare(token)).toBeNull()
})

test("a paused link is shut and opens again", async () => {
  const { token, share: made } = await createShare(people.analyst, share())
  const paused = await changeShare(people.analyst, made.id, { version: made.version, paused: true })
  expect(paused.state).toBe("paused")
  expect(await openShare(token)).toBeNull()
  await changeShare(people.analyst, made.id, { version: paused.version, paused: false })
  expect(await openShare(token)).not.toBeNull()
})

test("the database's clock decides about expiry, not this machine's", async () => {
  const { token, share: made } = await createShare(people.analyst, share({ expiresInDays: 1 }))
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2040-01-01") })
  expect(await openShare(token)).not.toBeNull()
  const late = await createShare(people.analyst, share({ expiresInDays: 1 }))
  vi.setSystemTime(new Date("2001-01-01"))
  const [clock] = await db().$queryRaw<{ day: string }[]>`SELECT (now() + interval '1 day')::text AS day`
  expect(Math.abs(Date.parse(late.share.expiresAt!) - Date.parse(clock!.day))).toBeLessThan(60_000)
  await db().$executeRaw`UPDATE "Share" SET "expiresAt" = now() + interval '1 second' WHERE id = ${made.id}`
  expect(await openShare(token)).not.toBeNull()
  await db().$executeRaw`UPDATE "Share" SET "expiresAt" = now() WHERE id = ${made.id}`
  expect(await openShare(token)).toBeNull()
  expect((await listShares(people.analyst)).find(({ id }) => id === made.id)?.state).toBe("expired")
})

test("a frozen link answers the same after later changes, a live one follows", async () => {
  const query = { plan: "nap-2014", asOf: "2025-12-31" } as never
  const frozen = await createShare(people.analyst, share({ frozen: true, query }))
  const live = await createShare(people.analyst, share({ query }))
  const answer = async (token: string) => {
    const opened = await openShare(token)
    const held = await ledger()
    const { tracks, imbalance, series, grid } = overview(held, resolve(opened!.query, held, new Date().toISOString()))
    return canonical(JSON.parse(JSON.stringify({ tracks, imbalance, series, grid })))
  }
  const pinned = (await ledger()).newest
  expect((await openShare(frozen.token))!.query.known).toBe(pinned)
  const [before, liveBefore] = [await answer(frozen.token), await answer(live.token)]
  expect(liveBefore).toBe(before)
  for (const [level, effectiveOn] of [
    [0, "2024-03-01"],
    [3, "2024-05-01"],
    [1, "2024-07-01"],
  ] as const)
    await published(people.editor, people.reviewer, proposal({ commitment: COMMITMENT, level, effectiveOn }))
  expect((await openShare(frozen.token))!.query.known).toBe(pinned)
  expect(await answer(frozen.token)).toBe(before)
  expect(await answer(live.token)).not.toBe(before)
})

test("freezing keeps the revision that the view itself names", async () => {
  const { token } = await createShare(people.analyst, share({ frozen: true, query: { known: 1 } as never }))
  expect((await openShare(token))!.query.known).toBe(1)
})

test.each([
  ["an unknown plan", { query: { plan: "nap-2099" } }],
  ["an unknown region", { query: { region: "ATLANTIS" } }],
  ["a revision to come", { query: { known: 9_999 } }],
  ["a point the plan has not", { query: { points: [3, 77] } }],
  ["a point of the other plan", { query: { plan: "nap-2021", points: [20] } }],
  ["a point screen of no point", { screen: "point", point: 77 }],
])("a link to %s is refused and none is made", async (_, fields) => {
  const before = await db().share.count()
  await expect(createShare(people.analyst, share(fields as never))).rejects.toMatchObject({ code: "invalid" })
  expect(await db().share.count()).toBe(before)
})

test.each([
  ["another screen", { screen: "admin" }],
  ["the point screen without a point", { screen: "point" }],
  ["a point on another screen", { point: 3 }],
  ["a field nobody knows", { role: "admin" }],
  ["a question nobody knows", { query: { drafts: true } }],
  ["no label", { label: " " }],
  ["a label without end", { label: "x".repeat(121) }],
  ["no time", { expiresInDays: 0 }],
  ["eleven years", { expiresInDays: 4000 }],
])("what asks for %s does not get past the schema", (_, fields) => {
  expect(ShareInput.safeParse({ label: "A link", ...fields }).success).toBe(false)
})

test.each([["query"], ["screen"], ["point"], ["known"], ["frozen"], ["expiresInDays"], ["tokenHash"], ["creatorId"]])(
  "a link's %s is settled when it is made",
  (field) => {
    expect(SharePatch.safeParse({ version: 1, [field]: null }).success).toBe(false)
  },
)

test("only an admin may make a link that never expires", async () => {
  const forever = share({ expiresInDays: null })
  for (const actor of [people.analyst, people.editor, people.reviewer]) {
    await expect(createShare(actor, forever)).rejects.toMatchObject({ code: "forbidden" })
  }
  const { share: made } = await createShare(people.admin, forever)
  expect(made.expiresAt).toBeNull()
})

test("a link can be shortened, never prolonged, and changes meet on its version", async () => {
  const { share: made } = await createShare(people.analyst, share({ expiresInDays: 30 }))
  const later = changeShare(people.analyst, made.id, { version: made.version, expiresOn: "2999-01-01" })
  await expect(later).rejects.toMatchObject({ code: "invalid" })
  const both = await Promise.allSettled(
    ["One", "Two"].map((label) => changeShare(people.analyst, made.id, { version: made.version, label })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } })
})

test("somebody else's link looks like one that does not exist; an admin sees every one", async () => {
  const { token, share: made } = await createShare(people.analyst, share())
  const missing = changeShare(people.editor, "no-such-link", { version: 1, paused: true })
  const said = await missing.catch((error: Error) => error.message)
  for (const other of [people.editor, people.reviewer]) {
    const change = changeShare(other, made.id, { version: made.version, paused: true })
    await expect(change).rejects.toMatchObject({ code: "not_found", message: said })
    await expect(revokeShare(other, made.id)).rejects.toMatchObject({ code: "not_found", message: said })
    expect((await listShares(other)).map(({ id }) => id)).not.toContain(made.id)
  }
  expect(await openShare(token)).not.toBeNull()
  expect((await listShares(people.admin)).map(({ id }) => id)).toContain(made.id)
  await revokeShare(people.admin, made.id)
  expect(await openShare(token)).toBeNull()
})

test("nobody without a sign-in makes or lists links", async () => {
  await expect(createShare({ kind: "anonymous" }, share())).rejects.toMatchObject({ code: "unauthenticated" })
  await expect(listShares({ kind: "anonymous" })).rejects.toMatchObject({ code: "unauthenticated" })
})
