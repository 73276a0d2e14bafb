import { afterEach, beforeAll, expect, test, vi } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { seed } from "@/lib/data/seed"
import {
  changeShare,
  createShare,
  listShares,
  lookUpDigest,
  replaceAddress,
  revokeAllOf,
  revokeShare,
} from "@/lib/data/share-upkeep"
import { keepVisits, noteVisit, visitOf } from "@/lib/data/share-counts"
import { openShare, unlockShare } from "@/lib/data/shares"
import { canonical } from "@/lib/domain/canonical"
import { addDays, dayOf } from "@/lib/domain/date"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { sharedAnswer } from "@/lib/domain/views/shared"
import { team } from "./people"
import { COMMITMENT, proposal, published, share } from "./samples"

/** A link that is open to whoever has it. */
async function opened(token: string) {
  const found = await openShare(token)
  if (!found || found.locked) throw new Error("the link is shut")
  return found
}

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)
afterEach(() => {
  vi.useRealTimers()
})

test("a link keeps what its screen settles of its own, and an older one has nothing of the kind", async () => {
  const comparison = { by: "plans", against: "nap-2014", then: "2020-12-31", rows: "commitments" } as const
  const input = { screen: "compare", comparison, query: { plan: "nap-2021" } } as never
  const made = await createShare(people.analyst, share(input))
  expect(await opened(made.token)).toMatchObject({ screen: "compare", comparison, panels: null })
  const [listed] = (await listShares(people.analyst)).filter(({ id }) => id === made.share.id)
  expect(listed).toMatchObject({ comparison, query: { plan: "nap-2021" } })
  expect(listed!.query).not.toHaveProperty("comparison")
  const counted = await createShare(people.analyst, share({ screen: "outcomes", panels: ["pips.terrorist_attacks"] }))
  expect(await opened(counted.token)).toMatchObject({ comparison: null, panels: ["pips.terrorist_attacks"] })
  // A row as it was written before there were such screens.
  const old = await createShare(people.analyst, share())
  const { query } = await db().share.findUniqueOrThrow({ where: { id: old.share.id } })
  expect(query).toEqual(Query.parse({}))
  expect(await opened(old.token)).toMatchObject({ comparison: null, panels: null })
})

const GONE: [what: string, input: object, field: string][] = [
  ["plan", { screen: "compare", comparison: { by: "plans", against: "nap-2030" } }, "comparison.against"],
  ["region", { screen: "compare", comparison: { by: "regions", against: "MOON" } }, "comparison.against"],
  ["day", { screen: "compare", comparison: { by: "dates", against: "2999-01-01" } }, "comparison.against"],
  ["panel", { screen: "outcomes", panels: ["nobody.nothing"] }, "panels"],
  [
    "panel in this region",
    { screen: "outcomes", panels: ["pips.terrorist_attacks"], query: { region: "KP" } },
    "panels",
  ],
]
test.each(GONE)("no link is made to a %s that is not there", async (_, input, field) => {
  const count = async () => (await listShares(people.analyst)).length
  const before = await count()
  const refused = createShare(people.analyst, share(input as never))
  await expect(refused).rejects.toMatchObject({ code: "invalid", fields: { [field]: [expect.stringMatching(/[.]$/)] } })
  expect(await count()).toBe(before)
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
  const found = await openShare(made.token)
  expect(found).toMatchObject({
    id: made.share.id,
    screen: "overview",
    frozen: false,
    query: { ...query, known: null },
  })
  // Neither the label nor who made it leaves with the view.
  expect(JSON.stringify(found)).not.toContain("hearing")
  expect(JSON.stringify(found)).not.toContain(people.analyst.id)

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
    const { query } = await opened(token)
    const held = await ledger()
    const { tracks, imbalance, series, grid } = overview(held, resolve(query, held, new Date().toISOString()))
    return canonical(JSON.parse(JSON.stringify({ tracks, imbalance, series, grid })))
  }
  const pinned = (await ledger()).newest
  expect((await opened(frozen.token)).query.known).toBe(pinned)
  const [before, liveBefore] = [await answer(frozen.token), await answer(live.token)]
  expect(liveBefore).toBe(before)
  for (const [level, effectiveOn] of [
    [0, "2024-03-01"],
    [3, "2024-05-01"],
    [1, "2024-07-01"],
  ] as const)
    await published(people.editor, people.reviewer, proposal({ commitment: COMMITMENT, level, effectiveOn }))
  expect((await opened(frozen.token)).query.known).toBe(pinned)
  expect(await answer(frozen.token)).toBe(before)
  expect(await answer(live.token)).not.toBe(before)
})

test("freezing keeps the revision that the view itself names", async () => {
  const { token } = await createShare(people.analyst, share({ frozen: true, query: { known: 1 } as never }))
  expect((await opened(token)).query.known).toBe(1)
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

test("only an admin may make a link that never expires", async () => {
  const forever = share({ expiresInDays: null })
  for (const actor of [people.analyst, people.editor, people.reviewer]) {
    await expect(createShare(actor, forever)).rejects.toMatchObject({ code: "forbidden" })
  }
  const { share: made } = await createShare(people.admin, forever)
  expect(made.expiresAt).toBeNull()
})

test("a link given a last day opens until that day ends in Pakistan, and shows that day", async () => {
  const { share: made } = await createShare(people.analyst, share({ expiresInDays: 30 }))
  const lastDay = addDays(dayOf(made.createdAt), 12)
  const { expiresAt } = await changeShare(people.analyst, made.id, { version: made.version, expiresOn: lastDay })
  expect(dayOf(expiresAt!)).toBe(lastDay)
  expect(dayOf(new Date(Date.parse(expiresAt!) + 1).toISOString())).toBe(addDays(lastDay, 1))
})

test.each(["T00:30:00Z", "T20:30:00Z"])(
  "the day shown as a link's last may be kept; its hour %s stays",
  async (hour) => {
    const { share: made } = await createShare(people.analyst, share({ expiresInDays: 30 }))
    const ends = new Date(`2099-12-05${hour}`)
    await db().$executeRaw`UPDATE "Share" SET "expiresAt" = ${ends} WHERE id = ${made.id}`
    const lastDay = dayOf(ends.toISOString())
    const later = changeShare(people.analyst, made.id, { version: made.version, expiresOn: addDays(lastDay, 1) })
    await expect(later).rejects.toMatchObject({ code: "invalid" })
    const kept = await changeShare(people.analyst, made.id, { version: made.version, expiresOn: lastDay })
    expect(kept.expiresAt).toBe(ends.toISOString())
  },
)

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

test("a link with a password is locked until its proof comes along; a new password voids the old proof at once", async () => {
  const made = await createShare(people.analyst, share({ password: true, language: "ur" }))
  expect(made.password).toMatch(/^([a-z]{4}-){4}[a-z]{4}$/)
  const row = await db().share.findUniqueOrThrow({ where: { id: made.share.id } })
  expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
  expect(made.share).toMatchObject({ hasPassword: true })
  expect(await openShare(made.token)).toEqual({ locked: true, id: made.share.id, language: "ur" })

  expect(await unlockShare(made.token, "not the password")).toBeNull()
  const unlocked = (await unlockShare(made.token, made.password!))!
  expect(await openShare(made.token, unlocked.proof)).toMatchObject({ locked: false, screen: "overview" })
  // A proof is good for its own link alone, and no letter of it may differ.
  const other = await createShare(people.analyst, share({ password: "another long one" }))
  for (const proof of [null, "", unlocked.proof.slice(1), `${unlocked.proof}A`])
    expect(await openShare(made.token, proof)).toMatchObject({ locked: true })
  expect(await openShare(other.token, unlocked.proof)).toMatchObject({ locked: true })

  const { version } = made.share
  const changed = await changeShare(people.analyst, made.share.id, { version, password: "a new and longer one" })
  expect(changed.password).toBeNull()
  expect(await openShare(made.token, unlocked.proof)).toMatchObject({ locked: true })
  const again = (await unlockShare(made.token, "a new and longer one"))!
  expect(await openShare(made.token, again.proof)).toMatchObject({ locked: false })
  await changeShare(people.analyst, made.share.id, { version: changed.version, password: null })
  expect(await openShare(made.token)).toMatchObject({ locked: false })
  expect(await unlockShare(made.token, "a new and longer one")).toBeNull()
})

test("an hour takes thirty guesses at a link's password, wherever they come from; the thirty-first is not even looked at", async () => {
  const { token } = await createShare(people.analyst, share({ password: "the right password" }))
  const guesses = await Promise.all(
    Array.from({ length: 40 }, (_, at) => unlockShare(token, `guess ${at}`).catch(String)),
  )
  expect(guesses.filter((it) => it === null)).toHaveLength(30)
  await expect(unlockShare(token, "the right password")).rejects.toMatchObject({ code: "too_many" })
}, 30_000)

test("a new address kills the old one and keeps the link", async () => {
  const { token, share: made } = await createShare(people.analyst, share({ label: "For the court" }))
  const replaced = await replaceAddress(people.analyst, made.id, made.version)
  expect(await openShare(token)).toBeNull()
  expect(await opened(replaced.token)).toMatchObject({ id: made.id })
  expect(replaced.share).toMatchObject({ id: made.id, label: "For the court", version: made.version + 1 })
  await expect(replaceAddress(people.analyst, made.id, made.version)).rejects.toMatchObject({ code: "conflict" })
  await expect(replaceAddress(people.editor, made.id, made.version + 1)).rejects.toMatchObject({ code: "not_found" })
})

test("all links of one person end at once, by an admin or by themselves, and nobody else's", async () => {
  const mine = await Promise.all(Array.from({ length: 3 }, () => createShare(people.otherReviewer, share())))
  const theirs = await createShare(people.editor, share())
  await expect(revokeAllOf(people.editor, people.otherReviewer.id)).rejects.toMatchObject({ code: "not_found" })
  expect(await revokeAllOf(people.admin, people.otherReviewer.id)).toBe(3)
  for (const { token } of mine) expect(await openShare(token)).toBeNull()
  expect(await openShare(theirs.token)).not.toBeNull()
  expect(await revokeAllOf(people.editor, people.editor.id)).toBeGreaterThan(0)
  expect(await openShare(theirs.token)).toBeNull()
})

test("a frozen link keeps the digest of its answer, which stays the same after later changes and can be looked up", async () => {
  const query = { plan: "nap-2014", lane: "finding", track: "kinetic" } as never
  const made = await createShare(people.analyst, share({ frozen: true, query }))
  const { digest } = await opened(made.token)
  const now = async () => {
    const scope = await opened(made.token)
    return sha256(canonical(sharedAnswer(await ledger(), scope, "2031-01-01T00:00:00Z")))
  }
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(await now()).toBe(digest)
  for (const level of [0, 1, 2, 3] as const)
    await published(people.editor, people.reviewer, proposal({ commitment: COMMITMENT, level }))
  expect(await now()).toBe(digest)
  expect(await lookUpDigest(digest!)).toMatchObject({ known: true, revision: (await opened(made.token)).query.known })
  expect(await lookUpDigest("0".repeat(64))).toMatchObject({ known: false, revision: null, frozenOn: null })
  expect(await lookUpDigest("not a digest")).toMatchObject({ known: false })
  expect((await opened((await createShare(people.analyst, share())).token)).digest).toBeNull()
})

test("visits are counted by day and kind, and nothing of a reader is kept", async () => {
  const { share: made } = await createShare(people.analyst, share({ sites: ["https://News.example/paper?x=1"] }))
  expect(made.sites).toEqual(["https://news.example"])
  const browser = "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile"
  const visit = (userAgent: string, more: object = {}) => visitOf({ userAgent, purpose: "", isEmbed: false, ...more })
  expect(visit(browser)).toBe("person")
  expect(visit(browser, { isEmbed: true })).toBe("embed")
  expect(visit(browser, { purpose: "prefetch;prerender" })).toBeNull()
  expect(visit("curl/8.5")).toBeNull()
  for (const bot of [
    "WhatsApp/2.23",
    "facebookexternalhit/1.1",
    "Twitterbot/1.0",
    "Mozilla/5.0 (compatible; Slackbot 1.0)",
  ])
    expect(visit(bot), bot).toBe("preview")

  const now = "2026-11-22T10:00:00Z"
  for (let at = 0; at < 5; at++) noteVisit(made.id, "person", now)
  noteVisit(made.id, "preview", now)
  noteVisit(made.id, "embed", "2026-11-23T10:00:00Z", "https://news.example")
  await keepVisits()
  noteVisit(made.id, "person", now)
  await keepVisits()
  const listed = (await listShares(people.analyst)).find(({ id }) => id === made.id)!
  expect(listed.counts).toEqual({ people: 6, previews: 1, embeds: 1, lastSeenOn: "2026-11-23" })
  expect(listed.seenOn).toEqual(["https://news.example"])
  expect(JSON.stringify(await db().shareCount.findMany())).not.toContain("Android")
})
