import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { beforeAll, expect, test } from "vitest"
import { createProposal } from "@/lib/data/proposals"
import { createShare } from "@/lib/data/share-upkeep"
import { verify } from "@/lib/data/verify"
import { addDays } from "@/lib/domain/date"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { proposal, published, share } from "@/tests/data/samples"
import { ask, csvRows, someone, type Someone } from "./client"

let editor: Someone
let reviewer: Someone
let other: Someone
let admin: Someone
beforeAll(async () => {
  ;[editor, reviewer, other, admin] = [
    await someone("editor"),
    await someone("reviewer"),
    await someone("reviewer"),
    await someone("admin"),
  ]
})

const COMMITMENT = "nap2014-06.a"
const AT_ONCE = 4

test("what the law took out is in no page, list, export or link any more, whatever revision is asked about", async () => {
  const text = `Ustad "Qurban" of Lyari ${randomUUID().slice(0, 8)}`
  const said = `It was ${text} who said so.`
  const evidence = [{ source: "reuters_dp", bearing: "supports" as const, quote: said, note: said }]
  // Recent, so that it is the one in force and pages tell it in full.
  const effectiveOn = addDays("2026-06-01", Math.floor(Math.random() * 100))
  const record = { commitment: COMMITMENT, effectiveOn, rationaleEn: said, rationaleUr: said, evidence }
  const { revision } = await published(editor, reviewer, proposal(record, { reasonEn: said, reasonUr: said }))
  const live = await createShare(editor, share({ screen: "point", point: 6 }))
  const frozen = await createShare(editor, share({ screen: "point", point: 6, frozen: true }))
  await createProposal(editor, proposal({ commitment: COMMITMENT, rationaleEn: said }, { note: said }))

  const lists = ENDPOINTS.filter(({ method, access }) => method === "GET" && access === "reader")
  const addresses = [
    ...["en", "ur"].flatMap((language) =>
      ["", "/points", "/points/2014/6", "/method", "/changes", `/changes?revision=${revision}`].map(
        (page) => `/${language}${page}`,
      ),
    ),
    ...lists.flatMap(({ path, csv }) => {
      const address = path.replace("{id}", path.includes("points") ? "nap2014-06" : "any")
      return [`${address}?limit=500`, ...(csv ? [`${address}?format=csv`] : [])]
    }),
    `/en/s/${live.token}`,
    `/en/s/${frozen.token}`,
  ]
  const asKnown = addresses
    .filter((address) => !/\/s\/|revision=|\/ur|csv/.test(address))
    .map((address) => `${address}${address.includes("?") ? "&" : "?"}known=${revision}`)
  const holding = async () => {
    const all = [...addresses, ...asKnown]
    // Escaped in one way in HTML, in another in JSON, in a third in CSV: its end is not.
    const found: string[] = []
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const some = all.slice(from, from + AT_ONCE)
      const answers = await Promise.all(some.map((address) => ask(address)))
      // An answer that failed proves nothing.
      expect(some.filter((_, at) => answers[at]!.status >= 500)).toEqual([])
      found.push(...some.filter((_, at) => answers[at]!.text.includes(text.slice(-16))))
    }
    return found
  }
  const before = await holding()
  // It stood where readers look: on the point's page in both languages, in lists, exports, old answers and both links.
  for (const address of [
    "/en/points/2014/6",
    "/ur/points/2014/6",
    `/en/points/2014/6?known=${revision}`,
    "/api/v1/assessments?format=csv",
    `/en/s/${live.token}`,
    `/en/s/${frozen.token}`,
  ])
    expect(before).toContain(address)

  const sought = { text, copies: [] }
  const found = await ask("/api/v1/redaction-requests/look-up", { body: sought, as: reviewer })
  expect(found.json).toMatchObject({ records: [{ kind: "assessment", revision }], reasons: [{ revision }] })
  const asked = await ask("/api/v1/redaction-requests", {
    body: { reasonClass: "court-order", ...sought },
    as: reviewer,
  })
  expect(asked.status).toBe(201)
  const approve = `/api/v1/redaction-requests/${asked.json.id}/approve`
  const own = await ask(approve, { method: "POST", as: reviewer })
  expect([own.status, own.json.reason]).toEqual([403, "own-proposal"])
  const done = await ask(approve, { method: "POST", as: other })
  expect(done.status).toBe(200)
  await sleep(1000)

  expect(await holding()).toEqual([])
  const { json } = await ask("/api/v1/redactions")
  expect(json.items[0]).toMatchObject({
    revision: done.json.revision,
    reasonClass: "court-order",
    records: [{ kind: "assessment" }],
    reasons: [revision],
  })
  const [row] = csvRows((await ask("/api/v1/redactions?format=csv")).text)
  expect(row).toMatchObject({ revision: String(done.json.revision), reasonClass: "court-order" })
  expect((await ask(`/en/changes?revision=${done.json.revision}`)).text).toContain("Removed by law: order of a court.")
  expect(await verify()).toMatchObject({ faults: [] })
}, 600_000)

test("one call starts the draft that reverses a revision, and says where it is", async () => {
  const { revision } = await published(editor, reviewer, proposal({ commitment: COMMITMENT }))
  const answer = await ask(`/api/v1/revisions/${revision}/undo`, { method: "POST", as: other })
  expect(answer.status).toBe(201)
  const { proposal: draft, clashes } = answer.json
  expect(draft).toMatchObject({ status: "draft", undoes: revision, base: revision, operations: [{ act: "withdraw" }] })
  expect(clashes).toEqual([])
  expect(answer.headers.get("location")).toBe(`/api/v1/proposals/${draft.id}`)
  expect((await ask(answer.headers.get("location")!, { as: other })).json.proposal.id).toBe(draft.id)
})

test("an undo of what others have built on says what is in its way", async () => {
  const first = await published(editor, reviewer, proposal({ commitment: COMMITMENT }))
  const second = await published(editor, reviewer, proposal({ commitment: COMMITMENT }))
  const { json } = await ask(`/api/v1/revisions/${first.revision}/undo`, { method: "POST", as: other })
  expect(json.clashes).toMatchObject([{ revision: second.revision }])
})

test("the audit answers an admin as JSON and as CSV, narrowed and page by page", async () => {
  await createProposal(editor, proposal())
  const { json } = await ask(`/api/v1/audit?who=${editor.id}&action=proposal&limit=2`, { as: admin })
  expect(json.items).toHaveLength(2)
  for (const item of json.items) expect(item).toMatchObject({ who: { id: editor.id, name: editor.name } })
  const older = await ask(`/api/v1/audit?who=${editor.id}&action=proposal&limit=2&cursor=${json.next}`, { as: admin })
  expect(BigInt(older.json.items[0].id)).toBeLessThan(BigInt(json.next))
  const csv = await ask(`/api/v1/audit?who=${editor.id}&format=csv`, { as: admin })
  expect(csv.headers.get("content-type")).toMatch(/text\/csv/)
  const rows = csvRows(csv.text)
  expect(rows.length).toBeGreaterThan(2)
  for (const row of rows) expect(row).toMatchObject({ who: editor.name, at: expect.stringMatching(/^\d{4}-/) })
  expect(csv.text).not.toContain(editor.email)
})

test.each(["limit=0", "limit=501", "limit=x", "from=yesterday", "action=%27", "cursor=x", "who=a&who=b", "nothing=1"])(
  "the audit refuses %s by name",
  async (search) => {
    const { status, json } = await ask(`/api/v1/audit?${search}`, { as: admin })
    expect([status, Object.keys(json.errors)]).toEqual([400, [search.split("=")[0]]])
  },
)
