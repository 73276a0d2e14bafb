import { readdirSync } from "node:fs"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { ProposalInput } from "@/lib/domain/proposal"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { assessment } from "@/tests/data/samples"
import { ask, csvRows, someone } from "./client"

/** Two clocks on every screen and endpoint: what was true on a day, and what a revision knew of it. */
const DAY = "2016-06-30"
const PLACES: Record<string, string> = { "/api/v1/points/{id}": "/api/v1/points/nap2014-03" }
/** What has no clock to set, and why. */
const CLOCKLESS: Record<string, string> = {
  "/api/v1/copies/{id}": "the bytes of one file, known by their hash",
  "/api/v1/citation": "says itself which view it pins",
  "/api/v1/digests/{id}": "whether an answer was ever frozen here, whatever is known now",
  "/api/v1/redactions": "the public list of what was removed by law",
  "/api/v1/export.zip": "a file; its own tests open it",
}
const READING = ENDPOINTS.filter((it) => it.method === "GET" && it.access === "reader" && !(it.path in CLOCKLESS))
const addressOf = (path: string) => PLACES[path] ?? path

/** What tells of later revisions beside the answer itself. */
const BESIDE = ["newest", "recent", "changesSince"]
const answerOf = (json: Record<string, unknown>) =>
  JSON.stringify(json, (name, value: unknown) => (BESIDE.includes(name) ? undefined : value))

const before = new Map<string, string>()
let known: number
let id: string

beforeAll(async () => {
  known = (await ask("/api/v1/overview")).json.revision
  for (const { path } of READING) {
    const { json } = await ask(`${addressOf(path)}?asOf=${DAY}&known=${known}`)
    before.set(path, answerOf(json))
  }
  const [editor, reviewer] = [await someone("editor"), await someone("reviewer")]
  id = `clocks-${Date.now().toString(36)}`
  const { record } = assessment({ commitment: "nap2014-03.b", level: 3 })
  const operation = { act: "add", kind: "assessment", record: { ...record, id, effectiveOn: "2016-01-15" } }
  const input = ProposalInput.parse({ change: "correction", reasonEn: "Found later.", operations: [operation] })
  const draft = await createProposal(editor, input)
  const { version } = await submitProposal(editor, draft.id, draft.version)
  const { revision } = await publishProposal(reviewer, draft.id, version)
  await vi.waitFor(
    async () => expect((await ask("/api/v1/overview")).json.revision).toBeGreaterThanOrEqual(revision),
    5000,
  )
}, 60_000)

test("an endpoint without a clock says why", () => {
  const reading = ENDPOINTS.filter((it) => it.method === "GET" && it.access === "reader").map(({ path }) => path)
  expect(Object.keys(CLOCKLESS).filter((path) => !reading.includes(path as never))).toEqual([])
})

describe.each(READING.map(({ path, csv }) => [path, csv] as const))("%s", (path, csv) => {
  test("takes both clocks and says which it answered by", async () => {
    const { status, json } = await ask(`${addressOf(path)}?asOf=${DAY}&known=1`)
    expect(status).toBe(200)
    expect(json).toMatchObject({ asOf: DAY, revision: 1 })
  })

  test("refuses a revision nobody published and a day that has not come", async () => {
    for (const bad of ["known=999999", "known=0", "asOf=2999-01-01", "asOf=2016-02-30"])
      expect((await ask(`${addressOf(path)}?${bad}`)).status, bad).toBe(400)
  })

  test("answers by an earlier revision as it did before a later one", async () => {
    const { json } = await ask(`${addressOf(path)}?asOf=${DAY}&known=${known}`)
    expect(answerOf(json)).toBe(before.get(path))
  })

  if (csv) {
    test("gives the same clocks to its table", async () => {
      const of = async (search: string) => (await ask(`${addressOf(path)}?format=csv&${search}`)).text
      expect(await of(`known=${known}`)).not.toContain(id)
      const [line] = csvRows(await of(`asOf=${DAY}&known=1`))
      if (line && "asOf" in line && "revision" in line) expect(line).toMatchObject({ asOf: DAY, revision: "1" })
    })
  }
})

test("the later fact is there for who asks now, not for who asks as it was known", async () => {
  const of = async (search: string) => (await ask(`/api/v1/assessments?limit=500&plan=nap-2014${search}&points=3`)).text
  expect(await of("")).toContain(id)
  expect(await of(`&asOf=${DAY}`)).toContain(id)
  expect(await of(`&known=${known}`)).not.toContain(id)
  expect(await of("&asOf=2016-01-14")).not.toContain(id)
})

const PAGES = readdirSync("app/[locale]/(site)", { withFileTypes: true })
  .filter((it) => it.isDirectory())
  .map(({ name }) => name)
/** Pages that answer no question. */
const PLAIN = ["404", "[...rest]", "join", "sign-in", "cite"]

describe.each(["", "points/2014/5", ...PAGES.filter((name) => !PLAIN.includes(name))])("the page /%s", (name) => {
  test.each(["en", "ur"])("in %s shows the amber strip when a clock is off, and only then", async (language) => {
    const page = async (search: string) => (await ask(`/${language}/${name}${search}`.replace(/\/(?=\?|$)/, ""))).text
    const strip = /<div class="amber" role="status">/
    expect(await page("")).not.toMatch(strip)
    for (const search of [`?asOf=${DAY}`, "?known=1", `?asOf=${DAY}&known=1`]) expect(await page(search)).toMatch(strip)
  })
})
