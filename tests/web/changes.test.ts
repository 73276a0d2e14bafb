import { beforeAll, describe, expect, test, vi } from "vitest"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { ProposalInput } from "@/lib/domain/proposal"
import { assessment } from "@/tests/data/samples"
import { ask, csvRows, someone } from "./client"

const tag = Date.now().toString(36)
const WORLD = `The committee met ${tag}`
const MISTAKE = `We misread the source ${tag}`
let added: number
let corrected: number

beforeAll(async () => {
  const [editor, reviewer] = [await someone("editor"), await someone("reviewer")]
  const publish = async (change: string, reasonEn: string, operations: unknown[]) => {
    const draft = await createProposal(editor, ProposalInput.parse({ change, reasonEn, operations }))
    const { id, version } = await submitProposal(editor, draft.id, draft.version)
    return (await publishProposal(reviewer, id, version)).revision
  }
  const { record } = assessment({ commitment: "nap2014-07.a", level: 2 })
  const own = { ...record, id: `changes-${tag}` }
  added = await publish("world-changed", WORLD, [{ act: "add", kind: "assessment", record: own }])
  corrected = await publish("correction", MISTAKE, [
    { act: "change", kind: "assessment", record: { ...own, level: 1, rationaleEn: "A committee was named, no more." } },
  ])
  // The site follows the log within a second.
  await vi.waitFor(
    async () => expect((await ask("/api/v1/changes")).json.revision).toBeGreaterThanOrEqual(corrected),
    5000,
  )
}, 60_000)

const page = async (search: string, language = "en") => (await ask(`/${language}/changes${search}`)).text

describe("the page and the API", () => {
  test("tell the same of one revision", async () => {
    const { json } = await ask(`/api/v1/changes?revision=${corrected}`)
    expect(json).toMatchObject({ total: 1, page: 1, pages: 1 })
    const [item] = json.items[0].items
    expect(json.items[0]).toMatchObject({
      revision: corrected,
      kind: "correction",
      reason: { en: MISTAKE },
      unnamed: 0,
    })
    expect(item).toMatchObject({ id: `changes-${tag}`, act: "change", commitment: { code: "7a" } })
    expect(item.rated).toMatchObject({ before: { level: 2 }, after: { level: 1 } })
    for (const language of ["en", "ur"]) {
      const text = await page(`?revision=${corrected}`, language)
      expect(text).toContain(MISTAKE)
      expect(text).toContain(json.items[0].hash)
      expect(text).toContain(`/${language}/points/2014/7#7a`)
      // The wording before and after, word by word.
      expect(text).toMatch(/<del>[^<]*met once/)
      expect(text).toMatch(/<ins>[^<]*no more/)
    }
  })

  test("tell a changed world from a correction", async () => {
    const [corrections, world] = [await page("?kind=correction"), await page("?kind=world-changed")]
    expect([corrections.includes(MISTAKE), corrections.includes(WORLD)]).toEqual([true, false])
    expect([world.includes(MISTAKE), world.includes(WORLD)]).toEqual([false, true])
    const kinds = async (search: string) =>
      new Set((await ask(`/api/v1/changes${search}`)).json.items.map((it: { kind: string }) => it.kind))
    expect(await kinds("?kind=correction")).toEqual(new Set(["correction"]))
  })

  test("show only what was known, and what is about the point asked for", async () => {
    const then = await page(`?known=${added}`)
    expect([then.includes(WORLD), then.includes(MISTAKE)]).toEqual([true, false])
    expect(await page("?plan=nap-2014&points=7")).toContain(WORLD)
    expect(await page("?plan=nap-2014&points=8")).not.toContain(WORLD)
    expect(await page("?plan=nap-2021")).not.toContain(WORLD)
  })

  test("show one track alone, on the page, in the API, in its citation and in the feed that is offered", async () => {
    const { track } = (await ask(`/api/v1/changes?revision=${added}`)).json.items[0].items[0].commitment
    const other = track === "kinetic" ? "non-kinetic" : "kinetic"
    for (const [of, isThere] of [
      [track, true],
      [other, false],
    ] as const) {
      const shown = await page(`?track=${of}`)
      expect([shown.includes(WORLD), shown.includes(MISTAKE)]).toEqual([isThere, isThere])
      const { items, cite } = (await ask(`/api/v1/changes?track=${of}`)).json
      expect(items.some((it: { revision: number }) => it.revision === added)).toBe(isThere)
      const cited = await ask(new URL(cite.url).pathname + new URL(cite.url).search)
      expect([cited.status, cited.text.includes(`track=${of}`)]).toEqual([200, true])
      expect(shown).toContain(`/feeds/en/changes.json?track=${of}`)
    }
  })
})

test("the table has one line a record, of every page", async () => {
  const { text } = await ask(`/api/v1/changes?format=csv&kind=correction`)
  const rows = csvRows(text)
  const mine = rows.filter((row) => row.id === `changes-${tag}`)
  expect(mine).toMatchObject([
    { revision: String(corrected), act: "change", record: "assessment", levelBefore: "2", levelAfter: "1" },
  ])
  expect(mine[0]!.fields).toContain("rationaleEn")
  expect((await ask("/api/v1/changes?format=csv&revision=1")).text.split("\r\n").length).toBeGreaterThan(1000)
})

test.each([
  "kind=rumour",
  "page=0",
  "page=999999",
  "page=x",
  "revision=999999",
  "lane=claim",
  "track=x",
  "points=99",
  "limit=5",
])("the API refuses %s, the page leaves it out and says so", async (search) => {
  const name = search.split("=")[0]!
  const { status, json } = await ask(`/api/v1/changes?${search}`)
  expect([status, Object.keys(json.errors)]).toEqual([400, [name]])
  if (search === "page=999999") return
  const answer = await ask(`/en/changes?${search}`)
  expect(answer.status).toBe(200)
  expect(answer.text).toMatch(new RegExp(`left out of this view:[^<]*${name}`))
})
