import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { createShare } from "@/lib/data/share-upkeep"
import { verify } from "@/lib/data/verify"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { assessment, COMMITMENT, proposal, share, SOURCE } from "@/tests/data/samples"
import { pick, randomFrom } from "@/tests/data/random"
import { ask, type Ask, signIn, site, someone, type Someone } from "./client"

const HOW_MANY = Number(process.env.NAP_MALFORMED ?? 50)
let editor: Someone
let reviewer: Someone
let cookie: Ask["as"]
let ids: Record<string, string>

beforeAll(async () => {
  editor = await someone("editor")
  reviewer = await someone("reviewer")
  cookie = await signIn(editor)
  const draft = await createProposal(editor, proposal())
  const waiting = await createProposal(editor, proposal())
  await submitProposal(editor, waiting.id, waiting.version)
  const link = await createShare(editor, share())
  ids = { draft: draft.id, waiting: waiting.id, share: link.share.id }
})

const VALID: Record<string, object> = {
  "POST /api/v1/links/{token}/unlock": { password: "a long password" },
  "POST /api/v1/proposals": {
    change: "world-changed",
    reasonEn: "Why",
    reasonUr: null,
    note: null,
    base: 1,
    operations: [assessment()],
  },
  "POST /api/v1/proposals/preview": { change: "world-changed", operations: [assessment()] },
  "PATCH /api/v1/proposals/{id}": { version: 1, reasonEn: "Why", note: null, operations: [assessment()] },
  "POST /api/v1/proposals/{id}/submit": { version: 1 },
  "POST /api/v1/proposals/{id}/withdraw": { version: 1 },
  "POST /api/v1/proposals/{id}/review": { version: 2, verdict: "approved", note: null },
  "POST /api/v1/proposals/{id}/publish": { version: 2 },
  "POST /api/v1/rechecks": {
    commitment: COMMITMENT,
    lane: "finding",
    region: null,
    source: SOURCE,
    checkedOn: null,
    base: null,
  },
  "POST /api/v1/proposals/{id}/blind": {
    version: 2,
    codings: [{ step: 0, level: 1, unratedReason: null, certainty: "medium", reason: "One meeting." }],
  },
  "POST /api/v1/proposals/{id}/settle": {
    version: 1,
    newest: 1,
    dropped: [0],
    choices: [{ step: 0, field: "level", choice: "yours" }],
  },
  "POST /api/v1/assignments": {
    items: [{ commitment: COMMITMENT, lane: "finding", assignee: "nobody", dueOn: "2099-01-01" }],
  },
  "POST /api/v1/rechecks/bulk": {
    commitments: [COMMITMENT],
    lane: "claim",
    region: null,
    source: SOURCE,
    checkedOn: null,
    base: null,
  },
  "POST /api/v1/redaction-requests": {
    reasonClass: "personal-data",
    text: "Nobody wrote this anywhere",
    copies: ["0".repeat(64)],
    note: null,
  },
  "POST /api/v1/redaction-requests/look-up": { text: "Nobody wrote this anywhere", copies: ["0".repeat(64)] },
  "POST /api/v1/notices/read": { ids: ["1"] },
  "PATCH /api/v1/notices/settings": { mail: true },
  "POST /api/v1/drafts": { form: "records", title: "An event", content: { text: { reasonEn: "Typed." } } },
  "PATCH /api/v1/drafts/{id}": { version: 1, title: "An event", content: { text: { reasonEn: "Typed." } } },
  "PATCH /api/v1/proposals/{id}/steps": {
    version: 1,
    change: "correction",
    base: 1,
    reasonEn: "A mistake.",
    reasonUr: null,
    note: null,
    steps: [0, { act: "withdraw", kind: "event", id: "ev-01" }],
  },
  "PATCH /api/v1/people/{id}": { role: "editor" },
  "POST /api/v1/people/invitations": {
    email: "new@nap.test",
    name: "Sana",
    role: "editor",
    remit: { plans: ["nap-2021"], tracks: ["kinetic"] },
  },
  "POST /api/v1/join": { token: "A".repeat(43), name: "Sana", password: "violet harbour at noon", language: "ur" },
  "PATCH /api/v1/account": { language: "ur" },
  "POST /api/v1/account/password": { password: "not it at all 123", next: "violet harbour at noon" },
  "POST /api/v1/account/second-factor/confirm": { password: "not it at all 123", code: "123456" },
  "POST /api/v1/account/second-factor/remove": { password: "not it at all 123", code: "123456" },
  "POST /api/v1/account/second-factor/recovery-codes": { password: "not it at all 123", code: "123456" },
  "POST /api/v1/account/tokens": { label: "A key", expiresInDays: 30, password: "not it at all 123" },
  "POST /api/v1/shares": {
    label: "A link",
    screen: "overview",
    point: null,
    chart: "trend",
    query: { plan: "nap-2014" },
    free: ["lane"],
    frozen: false,
    language: "ur",
    expiresInDays: 3,
    downloads: false,
    sites: ["https://example.org"],
  },
  "POST /api/v1/internal-evidence": {
    commitment: COMMITMENT,
    title: "Letter",
    publisher: null,
    url: "https://example.org",
    note: "Vacant.",
    copy: null,
  },
  "PATCH /api/v1/shares/{id}": {
    version: 1,
    label: "New",
    paused: false,
    expiresOn: "2026-12-01",
    downloads: false,
    sites: ["https://example.org"],
  },
  "POST /api/v1/shares/{id}/address": { version: 1 },
  "POST /api/v1/shares/revocations": { person: "nobody" },
}

const WRONG: unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    "",
    " ",
    "x",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "x".repeat(5000),
    "2023-02-30",
  ],
  ...[
    "0000-00-00",
    "__proto__",
    "' OR 1=1 --",
    "<script>",
    [],
    [[]],
    [null],
    {},
    { a: {} },
    { toString: 1 },
    { length: -1 },
  ],
]

type Place = { holder: Record<string, unknown> | unknown[]; name: string | number }
function places(value: unknown, found: Place[] = []): Place[] {
  if (value === null || typeof value !== "object") return found
  for (const name of Object.keys(value)) {
    found.push({ holder: value as Record<string, unknown>, name })
    places((value as Record<string, unknown>)[name], found)
  }
  return found
}

/** A body that cannot be right: broken text, or a right one with one thing wrong in it. */
function malformed(valid: object, random: () => number): string {
  const text = JSON.stringify(valid)
  const kind = Math.floor(random() * 10)
  if (kind === 0) return text.slice(0, 1 + Math.floor(random() * (text.length - 1)))
  if (kind === 1)
    return pick(random, [
      "null",
      "[]",
      "7",
      '"text"',
      "{",
      "\u0000",
      "NaN",
      "undefined",
      "[".repeat(3000),
      "{}}",
      "\ufeff{}",
    ])
  const copy = structuredClone(valid) as Record<string, unknown>
  const { holder, name } = pick(random, places(copy))
  if (kind === 2) (holder as Record<string, unknown>)[`${name}x`] = 1
  else if (kind === 3) copy.unknown = pick(random, WRONG)
  else (holder as Record<string, unknown>)[name] = pick(random, WRONG)
  return kind === 4 ? `${JSON.stringify(copy)},` : JSON.stringify(copy)
}

const withBody = ENDPOINTS.filter(({ body }) => body !== undefined).map(({ method, path }) => `${method} ${path}`)

test("every endpoint that takes a body is tried", () => {
  expect(Object.keys(VALID).sort()).toEqual(withBody.sort())
})

describe(`${HOW_MANY} malformed bodies`, () => {
  test.each(withBody)(
    "%s",
    async (name) => {
      const [method, template] = name.split(" ") as [string, string]
      const random = randomFrom(name.length * 7919)
      const asks = /review|publish|blind|redaction/.test(name) ? reviewer : editor
      const id = template.includes("/shares/")
        ? ids.share!
        : /review|publish|blind/.test(name)
          ? ids.waiting!
          : ids.draft!
      const wrong: string[] = []
      let slowest = 0
      for (let at = 0; at < HOW_MANY; at++) {
        const body = malformed(VALID[name]!, random)
        const started = performance.now()
        const answer = await ask(template.replace(/\{\w+\}/, id), { method, body, as: asks })
        slowest = Math.max(slowest, performance.now() - started)
        // A change may hit upon something that is allowed after all; never may it break us.
        const isProblem = answer.headers.get("content-type") === "application/problem+json"
        if (answer.status >= 500 || (answer.status >= 400 && !isProblem))
          wrong.push(`${answer.status} for ${body.slice(0, 300)}`)
        if (/\n\s+at |node_modules|[Pp]risma|violates/.test(answer.text))
          wrong.push(`inner words for ${body.slice(0, 300)}`)
      }
      expect(wrong).toEqual([])
      expect(slowest).toBeLessThan(2000)
    },
    60_000,
  )

  test("POST /api/auth/sign-in/email", async () => {
    const random = randomFrom(5)
    const bodies = Array.from({ length: HOW_MANY }, () => malformed({ email: "a@nap.test", password: "x" }, random))
    for (const body of bodies) {
      const answer = await ask("/api/auth/sign-in/email", { body })
      expect([400, 401, 429], body).toContain(answer.status)
      expect(answer.text).not.toMatch(/\n\s+at |node_modules|[Pp]risma/)
    }
  }, 60_000)
})

test("a body beyond the limit is refused, said large or found large", async () => {
  const body = JSON.stringify({ change: "world-changed", reasonEn: "x".repeat(70_000) })
  expect(await ask("/api/v1/proposals", { body, as: editor })).toMatchObject({
    status: 413,
    json: { code: "too_large" },
  })
})

test.each(["__proto__", "constructor", "toString"])(
  "a field called %s is refused like any unknown one",
  async (name) => {
    const body = `{"${name}":{"role":"admin"},"label":"A link"}`
    expect(await ask("/api/v1/shares", { as: editor, body })).toMatchObject({ status: 400, json: { code: "invalid" } })
  },
)

test.each(["%00", "%ff", "%E0%A4%A", "a%2Fb", "x".repeat(3000)])(
  "an object called %s is missing, not an error",
  async (id) => {
    for (const [path, method] of [
      ["proposals", "GET"],
      ["proposals", "PATCH"],
      ["shares", "DELETE"],
    ] as const) {
      const body = method === "GET" ? undefined : method === "PATCH" ? { version: 1 } : undefined
      const answer = await ask(`/api/v1/${path}/${id}`, { method, as: editor, body })
      expect([400, 404], `${method} ${path}`).toContain(answer.status)
    }
  },
)

test("odd letters are kept as they were typed or refused, and the chain still verifies", async () => {
  const words = [
    "zero\u0000width",
    "\ud800 alone",
    "\u202eright to left",
    "emoji 🇵🇰",
    "اردو متن",
    "e\u0301 and é",
    "line\u2028end",
    "\ufffe",
  ]
  for (const rationaleEn of words) {
    const made = await ask("/api/v1/proposals", {
      as: editor,
      body: proposal({ rationaleEn }),
    })
    expect([201, 400], JSON.stringify(rationaleEn)).toContain(made.status)
    if (made.status !== 201) continue
    const { id, version } = made.json.proposal
    expect(made.json.proposal.operations[0].record.rationaleEn).toBe(rationaleEn)
    const sent = await ask(`/api/v1/proposals/${id}/submit`, { as: editor, body: { version } })
    const { revision } = (
      await ask(`/api/v1/proposals/${id}/publish`, { as: reviewer, body: { version: sent.json.proposal.version } })
    ).json
    const row = await db().assessment.findFirstOrThrow({ where: { revision } })
    expect(row.rationaleEn).toBe(rationaleEn)
  }
  expect((await verify()).faults).toEqual([])
})

test.each(["0000-01-01", "0001-01-01", "1947-08-14", "9999-12-31"])(
  "the day %s is kept or refused",
  async (effectiveOn) => {
    const body = { ...proposal(), operations: [assessment({ effectiveOn })] }
    const answer = await ask("/api/v1/proposals", { as: editor, body })
    expect([201, 400]).toContain(answer.status)
    if (answer.status !== 201) return
    const { id, version } = answer.json.proposal
    const sent = await ask(`/api/v1/proposals/${id}/submit`, { as: editor, body: { version } })
    const done = await ask(`/api/v1/proposals/${id}/publish`, {
      as: reviewer,
      body: { version: sent.json.proposal.version },
    })
    expect(done.status).toBeLessThan(500)
    if (done.status === 200) expect((await verify()).faults).toEqual([])
  },
)

describe("requests of other sites", () => {
  const body = { label: "Not asked for" }
  const foreign: [string, Record<string, string>][] = [
    ["a browser that says cross-site", { "sec-fetch-site": "cross-site" }],
    ["a browser that says same-site", { "sec-fetch-site": "same-site" }],
    ["an older browser by Origin", { origin: "https://evil.example" }],
    ["a page without origin", { origin: "null" }],
    ["a form, which cannot send JSON", { "content-type": "text/plain" }],
    ["a form of the usual kind", { "content-type": "application/x-www-form-urlencoded" }],
  ]
  test.each(foreign)("%s gets 403 with our cookie, and nothing happens", async (_, headers) => {
    const own = { label: body.label }
    const before = await db().share.count({ where: own })
    const answer = await ask("/api/v1/shares", { as: cookie, body, headers })
    expect(answer).toMatchObject({ status: 403, json: { code: "forbidden" } })
    const patch = await ask(`/api/v1/shares/${ids.share}`, {
      as: cookie,
      method: "PATCH",
      body: { version: 1 },
      headers,
    })
    expect(patch.status).toBe(403)
    // No form can send a DELETE, so only what is said of the origin counts there.
    if (!("content-type" in headers)) {
      const revoke = await ask(`/api/v1/shares/${ids.share}`, { as: cookie, method: "DELETE", headers })
      expect(revoke.status).toBe(403)
    }
    expect(await db().share.count({ where: own })).toBe(before)
    expect(await db().share.count({ where: { id: ids.share!, revokedAt: null } })).toBe(1)
    expect((await ask("/api/auth/sign-in/email", { body: editor, headers })).status).toBe(403)
  })
  test.each([
    ["our own page", { "sec-fetch-site": "same-origin", origin: site }],
    ["our own page in an older browser", { origin: site }],
  ])("%s is served", async (_, headers) => {
    expect((await ask("/api/v1/shares", { as: cookie, body, headers })).status).toBe(201)
  })
  test("a page that only reads with our cookie is answered, but no other site may look at it", async () => {
    const answer = await ask("/api/v1/me", { as: cookie, headers: { origin: "https://evil.example" } })
    expect(answer.headers.get("access-control-allow-origin")).toBeNull()
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin")
  })
})
