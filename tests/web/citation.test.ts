import { beforeAll, expect, test, vi } from "vitest"
import { CITED_SCREENS, citedAnswer, citedPage, citedQuestion, citeId, pinnedTo } from "@/lib/domain/citation"
import { resolve, strictQuery } from "@/lib/domain/query"
import { citedFigures } from "@/lib/domain/views/cited"
import { withElsewhere, withLater } from "@/lib/domain/views/cited-later"
import { messages } from "@/lib/i18n/messages"
import { commitments, proposal, published } from "@/tests/data/samples"
import { datasetLedger, digestOf } from "@/tests/domain/sample"
import { ask, csvRows, site, someone } from "./client"

const ledger = datasetLedger()
const NOW = new Date().toISOString()
beforeAll(async () => {
  const [first] = (await ask("/api/v1/revisions?known=1")).json.items
  Object.assign(ledger.revisions[0]!, { hash: first.hash, publishedAt: first.publishedAt })
})

/** The id worked out here, from the dataset and the site's public log; by the first format from the dataset alone. */
function idOf(
  search: string,
  path = "",
  made: typeof citedFigures | typeof citedAnswer = citedFigures,
  extra: [string, string][] = [],
): string {
  const page = citedPage(path)!
  const asked = resolve(strictQuery(new URLSearchParams(search), ledger, NOW), ledger, NOW)
  const question = citedQuestion(ledger, page, asked)!
  return citeId(question.known, digestOf(made(ledger, pinnedTo(page, question, extra))))
}
/** What the page of an address offers to be cited by. */
const offeredBy = async (address: string) => {
  const lang = address.slice(1, 3)
  const [, found = ""] = new RegExp(`href="(/${lang}/cite/[^"]*)"`).exec((await ask(address)).text) ?? []
  return found.replaceAll("&amp;", "&")
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
  const { cite: words, cited } = messages("en")
  const { status, text } = await ask(path)
  expect(status).toBe(200)
  expect(text).toContain(cited.holds)
  const { json } = await ask("/api/v1/overview?known=1&asOf=2020-12-31")
  expect(text).toContain(`>${json.tracks.kinetic.index.toFixed(1)}<`)
  expect(text).toContain(`>${json.tracks.nonKinetic.index.toFixed(1)}<`)
  expect(json.cite.url).toBe(url)
  // Altered, or answered otherwise by a later method: it says so, and what it gives now.
  const altered = path.replace(/-[0-9a-f]{12}/, "-000000000000")
  const wrong = (await ask(altered)).text
  expect(wrong).toContain(words.page.differs)
  expect(wrong).not.toContain(cited.holds)
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
  expect(text).toContain(messages("en").cited.holds)
  expect(text).not.toContain(messages("en").cite.page.since.screen(0))
  expect(text).toContain(messages("en").cited.newest.other)
  expect(await table()).toEqual(first)
  const now = (await ask("/api/v1/points/nap2014-01?asOf=2024-12-31")).json
  expect(now.cite.id).not.toBe(before.cite.id)
  expect((await ask(path.replace("/en/", "/ur/"))).text).toContain(messages("ur").cited.holds)
})

test("a citation made when the digest covered less still holds, and promises no more than it did", async () => {
  for (const [path, said] of [
    ["", "answering"],
    ["/points/2014/5", "answering"],
    ["/outcomes", "pinning"],
    ["/compare", "pinning"],
  ] as const) {
    const search = "known=1&asOf=2020-12-31"
    const id = idOf(path === "/points/2014/5" ? `${search}&points=5` : search, path, citedAnswer)
    const address = `/en/cite/${id}?asOf=2020-12-31${path && `&page=${path}`}`
    const { text } = await ask(address)
    expect(text, path).toContain(messages("en").cite.page[said].holds)
    expect(text, path).not.toContain(messages("en").cited.holds)
    // The citation that is offered from there on is of all figures.
    expect(text, path).toContain(idOf(path === "/points/2014/5" ? `${search}&points=5` : search, path))
  }
})

test("a citation made when a screen told what lies beyond its day or its region still holds, and says so", async () => {
  for (const [path, search, put] of [
    ["/points/2014/4", "known=1&asOf=2016-12-31&points=4", withLater],
    ["/method", "known=1&asOf=2016-12-31", withLater],
    ["/points/2014/5", "known=1&asOf=2016-12-31&points=5&region=KP", withElsewhere],
    ["/outcomes", "known=1&asOf=2016-12-31&region=KP", withElsewhere],
  ] as const) {
    const more: typeof citedFigures = (held, pinned) => citedFigures(held, pinned, put(held, pinned))
    const asked = search.replace(/^known=1&|&points=\d+/g, "")
    for (const lang of ["en", "ur"] as const) {
      const { cited } = messages(lang)
      const told = async (id: string) => (await ask(`/${lang}/cite/${id}?${asked}&page=${path}`)).text
      const before = await told(idOf(search, path, more))
      for (const words of [cited.holds, cited.later]) expect(before, path).toContain(words)
      const now = await told(idOf(search, path))
      expect(now, path).toContain(cited.holds)
      expect(now, path).not.toContain(cited.later)
    }
  }
})

const CLOCKS = "known=1&asOf=2024-12-31"
const SCREENS: [path: string, api: string, numbers: (json: Json) => (number | string)[]][] = [
  [`?${CLOCKS}`, "overview", ({ tracks }) => [tracks.kinetic.index.toFixed(1), tracks.all.index.toFixed(1)]],
  [`/points?${CLOCKS}&sort=gap`, "overview", ({ tracks }) => [tracks.kinetic.index.toFixed(1)]],
  [`/points/2014/12?${CLOCKS}`, "points/nap2014-12", ({ tracks }) => [tracks.finding.all.index.toFixed(1)]],
  [`/compare?${CLOCKS}&by=dates`, "compare", ({ a, b }) => [a, b].map((side) => round(side.tracks.kinetic.index))],
  [`/compare?${CLOCKS}&by=plans`, "compare", ({ a, b }) => [a, b].map((side) => round(side.tracks.all.index))],
  [`/outcomes?${CLOCKS}`, "outcomes", ({ panels }) => panels.map((it: Json) => thousands(lastMain(it)))],
  [`/momentum?${CLOCKS}`, "momentum", ({ totals }) => totals.flatMap((it: Json) => [it.up, it.down, it.newlyRated])],
  [`/explore?${CLOCKS}&gap=claim-ahead`, "explore", ({ total }) => [`${total} of 59 commitments`]],
  [`/sandbox?${CLOCKS}&weights=point`, "sandbox", ({ tracks }) => [round(tracks.kinetic.index)]],
  [`/changes?known=1`, "changes", ({ items }) => items.map((it: Json) => total(it.counts))],
  [`/changes/record/plan/nap-2014?known=1`, "revisions", ({ total }) => [`Revision ${total}`]],
  [`/method?known=1`, "assessments", ({ total }) => [total]],
  [`/data?known=1&what=events`, "events", ({ total }) => [total]],
]
type Json = ReturnType<typeof JSON.parse>
const round = (value: number) => String(Math.round(value))
const thousands = (value: number) => value.toLocaleString("en")
const lastMain = ({ figures }: Json) => figures.findLast((it: Json) => it.isMain).value
const total = (counts: Json[]) => counts.reduce((sum, it) => sum + it.count, 0)

test("every screen is among these", () => {
  const screens = SCREENS.map(([path]) => citedPage(path.replace(/\?.*/, ""))!.screen)
  expect([...new Set(screens)].sort()).toEqual([...CITED_SCREENS].sort())
})

test.each(SCREENS)(
  "the citation of %s opens on its finding, with the numbers of /api/v1/%s",
  async (path, api, numbers) => {
    const search = new URLSearchParams(path.split("?")[1])
    for (const own of ["what", "sort"]) search.delete(own)
    const { json } = await ask(`/api/v1/${api}?${search}`)
    for (const lang of ["en", "ur"] as const) {
      const address = await offeredBy(`/${lang}${path}`)
      const { status, text } = await ask(address)
      const { cite: words, cited } = messages(lang)
      expect(status).toBe(200)
      expect(text).toContain(cited.holds)
      const told = text.slice(text.indexOf(cited.finding), text.indexOf(words.page.open)).replaceAll(/<!--.*?-->/g, "")
      // In the screen's own words, not the numbers alone.
      expect(told).toMatch(/<p class="mt-3[^"]*">[^<]{10,}/)
      for (const number of numbers(json)) if (lang === "en") expect(told, `${number}`).toContain(String(number))
      const newest = (await ask("/api/v1/plans")).json.revision
      if (newest > 1) {
        expect(text).toMatch(new RegExp(`${cited.newest.same}|${cited.newest.other}`))
        const isTold = [words.page.since.screen, words.page.since.record].some((since) =>
          [...Array(newest).keys()].some((count) => text.includes(since(count))),
        )
        expect(isTold, path).toBe(true)
      }
      // Whoever alters a parameter of it reads that this is not what was cited.
      const altered = address.replace("asOf=20", "asOf=2025-01-01&was=20")
      expect((await ask(altered)).text).toContain(words.page.differs)
    }
  },
  60_000,
)

test("a page of changes is cited by its number", async () => {
  const offered = await Promise.all(["", "&page=2"].map((page) => offeredBy(`/en/changes?known=1${page}`)))
  // Of one page there is no second: asked for, it shows the first, and is cited as that.
  expect(offered[1]).toBe(offered[0])
  const spelled = (await cite("/en/changes?known=1&page=2", "text")).text.trim().split(" ").at(-1)!
  expect(new URL(spelled).searchParams.getAll("page")).toEqual(["/changes"])
  // Citations once named what was asked for: such a one still holds.
  const before = idOf("known=1&asOf=2024-12-31", "/changes", citedFigures, [["page", "2"]])
  const address = `/en/cite/${before}?asOf=2024-12-31&page=/changes`
  const { text } = await ask(`${address}&page=2`)
  expect(text).toContain(messages("en").cited.holds)
  expect(text).toContain("page=2")
  expect((await ask(address)).text).toContain(messages("en").cite.page.differs)
})

test("what a page passes over is no part of its citation, of its pictures, nor of what the API cites", async () => {
  for (const [path, junk, picture] of [
    ["/compare?known=1&asOf=2020-12-31&by=dates", "against=2099-01-01", "moved"],
    ["/compare?known=1&asOf=2020-12-31&by=dates", "against=garbage", "moved"],
    ["/compare?known=1&asOf=2020-12-31&by=plans", "then=2099-01-01", "core-kinetic"],
    ["/compare?known=1&asOf=2020-12-31&by=lanes", "lane=claim", "lanes-kinetic"],
    ["?known=1&asOf=2020-12-31", "utm_source=x", "trend"],
    ["?known=1&asOf=2020-12-31&grid=gap", "utm_source=x", "butterfly"],
    ["/momentum?known=1&asOf=2020-12-31", "sort=gap", "leads"],
    ["/points?known=1&asOf=2020-12-31&sort=gap", "find=&fbclid=1", null],
    ["/explore?known=1&asOf=2020-12-31", "sort=nothing", null],
    ["/outcomes?known=1&asOf=2020-12-31", "show=nothing", "outcomes"],
    ["/changes?known=1&asOf=2020-12-31", "region=KP&revision=9999", null],
    ["/changes/record/plan/nap-2014?known=1&asOf=2020-12-31", "from=9999", null],
    ["/data?known=1&asOf=2020-12-31&what=events", "format=docx", null],
  ] as const) {
    const offered = await offeredBy(`/en${path}`)
    const id = /cite\/(r1-[0-9a-f]{12})/.exec(offered)![1]!
    expect(await offeredBy(`/en${path}&${junk}`), path).toBe(offered)
    expect((await cite(`/en${path}`, "text")).text, path).toContain(id)
    expect(await cite(`/en${path}&${junk}`, "text"), `${path} ${junk}`).toMatchObject({
      status: 400,
      json: { errors: { page: [expect.stringContaining(junk.split("=").at(-2)!.split("&").at(-1)!)] } },
    })
    if (picture === null) continue
    const [page, search] = path.split("?")
    expect((await ask(`/en${page}/${picture}.svg?${search}&${junk}`)).text, path).toContain(`/en/cite/${id}`)
  }
}, 120_000)

test("what is added to a permanent address leaves it what it was; a citation that carried it is still known", async () => {
  const offered = await offeredBy("/en?known=1&asOf=2020-12-31")
  const { cited } = messages("en")
  const added = (await ask(`${offered}&utm_source=x`)).text
  expect(added).toContain(cited.holds)
  const before = idOf("known=1&asOf=2020-12-31", "", citedFigures, [["utm_source", "x"]])
  expect(offered).not.toContain(before)
  const { text } = await ask(`/en/cite/${before}?asOf=2020-12-31&utm_source=x`)
  expect(text).toContain(cited.holds)
  expect(text).toContain(/cite\/(r1-[0-9a-f]{12})/.exec(offered)![1])
})

test("a screen's own parameters are pinned, and altering one shows", async () => {
  const url = (await cite("/en/compare?known=1&asOf=2020-12-31&by=dates&against=2018-12-31", "text")).text
  const { pathname, search } = new URL(url.trim().split(" ").at(-1)!)
  const { cite: words, cited } = messages("en")
  const { text } = await ask(pathname + search)
  expect(text).toContain(cited.holds)
  expect(text).not.toContain(words.page.since.screen(0))
  const altered = (await ask(pathname + search.replace("2018-12-31", "2017-12-31"))).text
  expect(altered).toContain(words.page.differs)
  expect(altered).not.toContain(cited.holds)
})

test("an address keeps what narrows the list, also a default that was named", async () => {
  for (const [path, kept] of [
    ["/changes?known=1&plan=nap-2014", ["plan=nap-2014"]],
    ["/changes?known=1&since=1", ["since=1"]],
    ["/data?known=1&what=events&format=xlsx&plan=nap-2014", ["what=events", "format=xlsx", "plan=nap-2014"]],
  ] as const) {
    const address = await offeredBy(`/en${path}`)
    for (const each of kept) expect(address, path).toContain(each)
    expect((await ask(address)).text, path).toContain(messages("en").cited.holds)
  }
  // What a kind of comparison settles itself is no part of the question that it answers.
  expect(await offeredBy("/en/compare?known=1&asOf=2020-12-31&by=lanes&lane=claim")).not.toContain("lane=claim")
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
}, 120_000)

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
