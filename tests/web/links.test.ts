import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { changeShare, createShare, revokeShare } from "@/lib/data/share-upkeep"
import { proposal, share } from "@/tests/data/samples"
import { pick, randomFrom } from "@/tests/data/random"
import { ask, someone, type Someone } from "./client"

let analyst: Someone
let editor: Someone
let reviewer: Someone
beforeAll(async () => {
  analyst = await someone("analyst")
  editor = await someone("editor")
  reviewer = await someone("reviewer")
})

// Compressed, the length would tell of the token's letters.
const open = (token: string, language = "en", search = "") =>
  ask(`/${language}/s/${token}${search}`, { headers: { "accept-encoding": "identity" } })
/** An answer without what differs from request to request: the token in the address, ids, times. */
const bare = ({ status, text, headers }: Awaited<ReturnType<typeof ask>>, token: string) => ({
  status,
  text: text.replaceAll(token, "TOKEN").replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, "ID"),
  headers: [...headers].filter(([name]) => !["date", "x-request-id", "content-security-policy"].includes(name)),
})
const unknown = () => Array.from({ length: 43 }, (_, at) => "abcDEF123_-"[(at * 7) % 11]).join("")

test.each(["en", "ur"])("revoked, paused, expired and never made look alike, in %s", async (language) => {
  const links = await Promise.all(Array.from({ length: 3 }, () => createShare(analyst, share())))
  for (const { token } of links) expect((await open(token, language)).status).toBe(200)
  const [revoked, paused, expired] = links as [(typeof links)[0], (typeof links)[0], (typeof links)[0]]
  await revokeShare(analyst, revoked!.share.id)
  await changeShare(analyst, paused!.share.id, { version: 1, paused: true })
  await db().$executeRaw`UPDATE "Share" SET "expiresAt" = now() WHERE id = ${expired!.share.id}`
  const wanted = bare(await open(unknown(), language), unknown())
  expect(wanted.status).toBe(404)
  for (const { token } of links) expect(bare(await open(token, language), token)).toEqual(wanted)
})

test("a malformed address is answered with the same status as an unknown one, never with an error", async () => {
  for (const token of ["x", "a".repeat(42), "a".repeat(44), "a".repeat(5000), "%27", "%00", "..%2f..", "💥"]) {
    expect((await open(encodeURI(token))).status, token).toBe(404)
  }
})

test("a link that is revoked is refused on the very next request, again and again", async () => {
  for (let round = 0; round < 5; round++) {
    const { token, share: made } = await createShare(analyst, share())
    const [first, second] = [await open(token), await open(token)]
    expect([first.status, second.status]).toEqual([200, 200])
    expect((await ask(`/api/v1/shares/${made.id}`, { method: "DELETE", as: analyst })).status).toBe(204)
    expect((await open(token)).status).toBe(404)
  }
})

test("a live link follows the record on the next request; a frozen one stays and keeps its words", async () => {
  const query = { plan: "nap-2014", asOf: "2025-12-31", points: [12] } as never
  const frozen = (await createShare(analyst, share({ frozen: true, query }))).token
  const live = (await createShare(analyst, share({ query }))).token
  const numbers = (html: string) =>
    html
      .replaceAll(/<script[\s\S]*?<\/script>/g, "")
      .replaceAll(/<[^>]*>/g, " ")
      .match(/\d+(\.\d+)?/g)
  const [before, liveBefore] = [await open(frozen), await open(live)]
  expect([before.status, liveBefore.status]).toEqual([200, 200])
  const facts = (await ask("/api/v1/commitments?points=12&plan=nap-2014&limit=500")).json.items as { id: string }[]
  for (const [at, { id: commitment }] of facts.entries()) {
    const level = ((at % 2) * 3) as 0 | 3
    const draft = await createProposal(editor, proposal({ commitment, level, effectiveOn: "2025-10-01" }))
    const sent = await submitProposal(editor, draft.id, draft.version)
    await publishProposal(reviewer, sent.id, sent.version)
  }
  await expect
    .poll(async () => numbers((await open(live)).text), { timeout: 3000 })
    .not.toEqual(numbers(liveBefore.text))
  const after = await open(frozen)
  expect(after.status).toBe(200)
  const headline = (html: string) => /<h1[\s\S]*?<\/h1>/.exec(html)?.[0]
  expect(headline(after.text)).toBe(headline(before.text))
  expect(headline(after.text)).toBeTruthy()
})

test("nothing added to a link's address widens what it shows", async () => {
  const query = { plan: "nap-2014", points: [12], track: "kinetic", asOf: "2019-12-31", known: 1 } as never
  const { token } = await createShare(analyst, share({ query, frozen: true }))
  const shown = (html: string) => html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "").replaceAll(/<[^>]*>/g, "\n")
  const wanted = shown((await open(token)).text)
  expect(wanted.length).toBeGreaterThan(500)
  const random = randomFrom(9)
  const names = [
    "plan",
    "asOf",
    "known",
    "lane",
    "track",
    "region",
    "points",
    "screen",
    "point",
    "token",
    "admin",
    "frozen",
  ]
  const values = [
    "nap-2021",
    "2026-01-01",
    "1",
    "2",
    "claim",
    "non-kinetic",
    "KP",
    "1,2,3",
    "overview",
    "true",
    "'",
    "__proto__",
  ]
  for (let at = 0; at < 30; at++) {
    const search = Array.from(
      { length: 3 },
      () => `${pick(random, names)}=${encodeURIComponent(pick(random, values))}`,
    ).join("&")
    const answer = await open(token, "en", `?${search}`)
    expect(answer.status).toBe(200)
    expect(shown(answer.text), search).toBe(wanted)
  }
}, 60_000)

test("a link's page is kept by nobody, and is not for search engines or the next site", async () => {
  const { token } = await createShare(analyst, share())
  const { headers, text } = await open(token)
  expect(headers.get("cache-control")).toContain("no-store")
  expect(headers.get("referrer-policy")).toBe("no-referrer")
  expect(headers.get("x-robots-tag")).toContain("noindex")
  expect(headers.getSetCookie()).toEqual([])
  // Out of a link leads nothing but the link itself in the other language, and its files.
  const leads = [...text.matchAll(/<a\s[^>]*href="(\/[^"]*)"/g)].map(([, href]) => href!)
  expect(leads.filter((href) => !/^\/(en|ur)\/s\/[^/]+(\/[\w.-]+)?$/.test(href))).toEqual([])
})

test("after thirty tries the form says so in words, in the page's language, and when to come again", async () => {
  const { token } = await createShare(analyst, share({ password: "a long password" }))
  const form = { "content-type": "application/x-www-form-urlencoded" }
  const tryOnce = () => ask(`/ur/s/${token}`, { method: "POST", body: "password=another", headers: form })
  for (let round = 0; round < 30; round++) expect((await tryOnce()).status).toBe(303)
  const late = await tryOnce()
  expect([late.status, late.headers.get("retry-after")]).toEqual([429, "600"])
  expect(late.headers.get("content-type")).toMatch(/^text\/html/)
  expect(late.text).toContain('lang="ur"')
  expect(late.text).toContain('type="password"')
})
