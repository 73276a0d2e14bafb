import { createHash } from "node:crypto"
import { expect, test, vi } from "vitest"
import { canonical } from "@/lib/domain/canonical"
import { citedAnswer, citedPage, citedQuestion, citeId } from "@/lib/domain/citation"
import { resolve, strictQuery } from "@/lib/domain/query"
import { messages } from "@/lib/i18n/messages"
import { commitments, proposal, published } from "@/tests/data/samples"
import { datasetLedger } from "@/tests/domain/sample"
import { ask, csvRows, site, someone } from "./client"

const ledger = datasetLedger()
const NOW = new Date().toISOString()
/** The id worked out here, from the dataset and nothing of the site. */
function idOf(search: string, path = ""): string {
  const page = citedPage(path)!
  const asked = resolve(strictQuery(new URLSearchParams(search), ledger, NOW), ledger, NOW)
  const question = citedQuestion(ledger, page, asked)!
  const digest = createHash("sha256")
    .update(canonical(citedAnswer(ledger, { page, question, extra: [] })))
    .digest("hex")
  return citeId(question.known, digest)
}
const cite = (page: string, style: string, lang = "en") =>
  ask(`/api/v1/citation?page=${encodeURIComponent(page)}&style=${style}&lang=${lang}`)

test.each([
  ["/en?known=1&asOf=2020-12-31", "known=1&asOf=2020-12-31"],
  ["/en?known=1&asOf=2024-06-30&plan=nap-2021&lane=claim", "known=1&asOf=2024-06-30&plan=nap-2021&lane=claim"],
  ["/ur/points?known=1&asOf=2018-01-01&track=kinetic", "known=1&asOf=2018-01-01&track=kinetic"],
  ["/en/points/2014/5?known=1&asOf=2019-03-01&lane=claim", "known=1&asOf=2019-03-01&lane=claim&points=5"],
  ["/ur/points/2021/3?known=1&asOf=2023-03-01", "known=1&asOf=2023-03-01&plan=nap-2021&points=3"],
])("%s is cited by the digest of its answer, in every style and language", async (page, search) => {
  const id = idOf(search, page.replace(/\?.*/, "").slice(3))
  for (const lang of ["en", "ur"]) {
    for (const [style, type] of [
      ["text", "text/plain"],
      ["bibtex", "application/x-bibtex"],
      ["ris", "application/x-research-info-systems"],
      ["csl", "application/vnd.citationstyles.csl+json"],
    ] as const) {
      const { status, headers, text } = await cite(page, style, lang)
      expect(status).toBe(200)
      expect(headers.get("content-type")).toContain(type)
      expect(headers.get("content-disposition")).toContain(`filename="nap-${id}.`)
      expect(text).toContain(`/${lang}/cite/${id}`)
    }
  }
})

test("a permanent address shows the numbers of the data, and says that they hold", async () => {
  const url = (await cite("/en?known=1&asOf=2020-12-31", "text")).text.trim().split(" ").at(-1)!
  expect(url.startsWith(site) || url.startsWith("http")).toBe(true)
  const path = new URL(url).pathname + new URL(url).search
  const { page } = messages("en").cite
  const { status, text } = await ask(path)
  expect(status).toBe(200)
  expect(text).toContain(page.answering.holds)
  const { json } = await ask("/api/v1/overview?known=1&asOf=2020-12-31")
  expect(text).toContain(`>${json.tracks.kinetic.index.toFixed(1)}<`)
  expect(text).toContain(`>${json.tracks.nonKinetic.index.toFixed(1)}<`)
  expect(json.cite.url).toBe(url)
  // Altered, or answered otherwise by a later method: it says so, and what it gives now.
  const altered = path.replace(/-[0-9a-f]{12}/, "-000000000000")
  const wrong = (await ask(altered)).text
  expect(wrong).toContain(page.differs)
  expect(wrong).not.toContain(page.answering.holds)
  expect(wrong).toContain(json.cite.id.split("-")[1])
})

test("what was cited stays, and is told how much came after", async () => {
  const [commitment] = await commitments(1)
  const before = (await ask("/api/v1/points/nap2014-01?asOf=2024-12-31")).json
  const path = new URL(before.cite.url).pathname + new URL(before.cite.url).search
  const table = async () =>
    csvRows((await ask(`/api/v1/points/nap2014-01?asOf=2024-12-31&known=${before.revision}&format=csv`)).text)
  const first = await table()
  const { revision } = await published(
    await someone("editor"),
    await someone("reviewer"),
    proposal({ commitment: commitment!, effectiveOn: "2024-12-30", level: 3 }),
  )
  await vi.waitFor(async () => {
    expect((await ask("/api/v1/plans")).json.revision).toBeGreaterThanOrEqual(revision)
  }, 3000)
  const { text } = await ask(path)
  expect(text).toContain(messages("en").cite.page.answering.holds)
  expect(text).not.toContain(messages("en").cite.page.since.screen(0))
  expect(await table()).toEqual(first)
  const now = (await ask("/api/v1/points/nap2014-01?asOf=2024-12-31")).json
  expect(now.cite.id).not.toBe(before.cite.id)
  expect((await ask(path.replace("/en/", "/ur/"))).text).toContain(messages("ur").cite.page.answering.holds)
})

test("a screen's own parameters are pinned, and altering one shows", async () => {
  const url = (await cite("/en/compare?known=1&asOf=2020-12-31&by=dates&against=2018-12-31", "text")).text
  const { pathname, search } = new URL(url.trim().split(" ").at(-1)!)
  const { page } = messages("en").cite
  const { text } = await ask(pathname + search)
  expect(text).toContain(page.pinning.holds)
  expect(text).not.toContain(page.answering.holds)
  expect(text).not.toContain(page.since.screen(0))
  const altered = (await ask(pathname + search.replace("2018-12-31", "2017-12-31"))).text
  expect(altered).toContain(page.differs)
  expect(altered).not.toContain(page.pinning.holds)
})

test("an address keeps what narrows the list, also a default that was named", async () => {
  for (const [path, kept] of [
    ["/changes?known=1&plan=nap-2014", ["plan=nap-2014"]],
    ["/changes?known=1&since=1", ["since=1"]],
    ["/data?known=1&what=events&format=xlsx&plan=nap-2014", ["what=events", "format=xlsx", "plan=nap-2014"]],
  ] as const) {
    const [, address = ""] = /href="(\/en\/cite\/[^"]*)"/.exec((await ask(`/en${path}`)).text) ?? []
    for (const each of kept) expect(address, path).toContain(each)
    expect((await ask(address.replaceAll("&amp;", "&"))).text, path).toContain(messages("en").cite.page.pinning.holds)
  }
  // What a kind of comparison settles itself is no part of the question that it answers.
  const { text } = await ask("/en/compare?known=1&asOf=2020-12-31&by=lanes&lane=claim")
  expect(/href="(\/en\/cite\/[^"]*)"/.exec(text)![1]).not.toContain("lane=claim")
})

test("a record that does not exist is not found", async () => {
  expect((await cite("/en/changes/record/plan/nap-2014?known=1", "text")).status).toBe(200)
  for (const path of ["plan/nap-1999", "nothing/nap-2014"])
    expect((await cite(`/en/changes/record/${path}?known=1`, "text")).status, path).toBe(404)
})

test("every screen offers the citation of what it shows", async () => {
  for (const [path, search] of [
    ["", "?known=1&asOf=2020-12-31"],
    ["/points", "?known=1&asOf=2020-12-31&plan=nap-2021"],
    ["/points/2014/5", "?known=1&asOf=2020-12-31"],
    ["/method", "?known=1"],
    ["/changes", "?known=1"],
    ["/data", "?known=1"],
    ["/changes/record/plan/nap-2014", "?known=1"],
    ...["/compare", "/outcomes", "/momentum", "/sandbox", "/explore"].map((path) => [path, "?known=1&asOf=2020-12-31"]),
  ]) {
    const { text } = await ask(`/en${path}${search}`)
    const [, id] = /\/en\/cite\/(r1-[0-9a-f]{12})\?/.exec(text) ?? []
    expect(id, path).toBeDefined()
    for (const style of ["text", "bibtex", "ris", "csl"]) expect(text, path).toContain(`style=${style}`)
  }
  const wanted = idOf("known=1&asOf=2020-12-31", "/points/2014/5")
  expect((await ask("/en/points/2014/5?known=1&asOf=2020-12-31")).text).toContain(wanted)
})

test("what is no citation leads nowhere, and is nobody's fault but the caller's", async () => {
  for (const id of ["r1", "r0-000000000000", "r1-00000000000g", "r99999999-000000000000", "x"])
    expect((await ask(`/en/cite/${id}`)).status, id).toBe(404)
  for (const page of [
    "/en/admin",
    "/en/points/2014/99",
    "/xx",
    "https://elsewhere.example/",
    "/en?asOf=never",
    "/en/s/x",
  ])
    expect(await cite(page, "text"), page).toMatchObject({ status: 400, json: { errors: { page: expect.any(Array) } } })
  expect(await cite("/en", "endnote")).toMatchObject({ status: 400, json: { errors: { style: expect.any(Array) } } })
})
