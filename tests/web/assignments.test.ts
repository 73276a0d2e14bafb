import { beforeAll, expect, test } from "vitest"
import { createToken } from "@/lib/data/tokens"
import { addDays, dayOf } from "@/lib/domain/date"
import { SYSTEM } from "@/lib/domain/policy"
import { db } from "@/lib/data/db"
import { SOURCE } from "@/tests/data/samples"
import { ask, csvRows, someone, type Someone } from "./client"

const dueOn = addDays(dayOf(new Date().toISOString()), 4)
const COMMITMENTS = ["nap2014-18.a", "nap2014-18.b"]
let editor: Someone
let reviewer: Someone

beforeAll(async () => {
  editor = await someone("editor", "An assignee")
  reviewer = await someone("reviewer")
  // What an earlier run left open would refuse what this one hands out.
  await db().assignment.updateMany({ where: { commitment: { in: COMMITMENTS } }, data: { cancelledAt: new Date() } })
})

test("work is handed out, listed as JSON and CSV, settled by one bulk re-check, and told of", async () => {
  const items = COMMITMENTS.map((commitment) => ({ commitment, assignee: editor.id, dueOn }))
  const made = await ask("/api/v1/assignments", { body: { items }, as: reviewer })
  expect(made.status).toBe(201)
  expect(made.json.items).toMatchObject([
    { commitment: COMMITMENTS[0], lane: "finding", dueOn, state: "open", mine: false, mayCancel: true },
    { commitment: COMMITMENTS[1], state: "open" },
  ])
  const again = await ask("/api/v1/assignments", { body: { items }, as: reviewer })
  expect(again.status).toBe(409)
  expect(Object.keys(again.json.errors)).toEqual(["items.0.commitment", "items.1.commitment"])

  const mine = await ask("/api/v1/assignments?assignee=me&state=open", { as: editor })
  expect(mine.json.items).toHaveLength(2)
  expect(mine.json.items[0]).toMatchObject({ mine: true, mayCancel: false, assignee: { name: "An assignee" } })
  const csv = csvRows((await ask("/api/v1/assignments?assignee=me&format=csv", { as: editor })).text)
  expect(csv.map(({ commitment, state }) => `${commitment} ${state}`)).toEqual(
    COMMITMENTS.map((commitment) => `${commitment} open`),
  )

  const body = { commitments: COMMITMENTS, lane: "finding", source: SOURCE }
  const checked = await ask("/api/v1/rechecks/bulk", { body, as: editor })
  expect(checked.status).toBe(201)
  const met = await ask("/api/v1/assignments?assignee=me&state=met", { as: editor })
  expect(met.json.items.map((it: { commitment: string }) => it.commitment)).toEqual(COMMITMENTS)
})

test("a bulk re-check on an old base names what changed and publishes nothing", async () => {
  const newest = async () => (await ask("/api/v1/revisions?limit=1")).json.revision as number
  const before = await newest()
  const author = await someone("editor")
  const record = {
    commitment: COMMITMENTS[0],
    lane: "finding",
    region: null,
    level: 1,
    unratedReason: null,
    effectiveOn: addDays("1200-01-01", Math.floor(Math.random() * 200_000)),
    precision: "day",
    rationaleEn: "It has begun.",
    rationaleUr: null,
    certainty: "low",
    rule: "r-fall",
    lifecycle: null,
    evidence: [{ source: SOURCE, bearing: "supports", quote: null, note: null }],
  }
  const input = { change: "world-changed", reasonEn: "It has begun.", operations: [{ act: "add", kind: "assessment", record }] } // prettier-ignore
  const { proposal } = (await ask("/api/v1/proposals", { body: input, as: author })).json
  await ask(`/api/v1/proposals/${proposal.id}/submit`, { body: {}, as: author })
  expect((await ask(`/api/v1/proposals/${proposal.id}/publish`, { body: { version: proposal.version + 1 }, as: reviewer })).status).toBe(200) // prettier-ignore
  const body = { commitments: COMMITMENTS, lane: "finding", source: SOURCE, base: before }
  const refused = await ask("/api/v1/rechecks/bulk", { body, as: editor })
  expect(refused.status).toBe(409)
  expect(refused.json.conflicts.map((it: { key: string }) => it.key)).toEqual([
    `assessment/${COMMITMENTS[0]}/finding/-`,
  ])
  expect((await ask("/api/v1/rechecks/bulk", { body: { ...body, commitments: [COMMITMENTS[1]] }, as: editor })).status).toBe(201) // prettier-ignore
})

test.each([
  ["?state=soon", "state"],
  ["?lane=rumour", "lane"],
  ["?who=me", "who"],
])("a list asked for %s is refused by name", async (query, field) => {
  const { status, json } = await ask(`/api/v1/assignments${query}`, { as: editor })
  expect(status).toBe(400)
  expect(Object.keys(json.errors)).toEqual([field])
})

test("the queue and the plan show an editor their colleagues' names, and no address of anybody", async () => {
  const { token } = await createToken(SYSTEM, editor.id, "list", 1)
  const { json, text } = await ask("/api/v1/colleagues", { as: { token } })
  expect(json.items).toContainEqual({ id: editor.id, name: "An assignee", role: "editor" })
  expect(text).not.toContain("@")
})
