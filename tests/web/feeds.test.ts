import { beforeAll, describe, expect, test, vi } from "vitest"
import { messages } from "@/lib/i18n/messages"
import { commitments, proposal, published } from "@/tests/data/samples"
import { ask, site, someone } from "./client"

const WORDS = "Feeds & <b>marks</b>"
let revision: number
let correction: number

beforeAll(async () => {
  const [editor, reviewer] = [await someone("editor", "Feed Editor"), await someone("reviewer", "Feed Reviewer")]
  const [, second] = await commitments(2)
  const at = (change: "world-changed" | "correction") =>
    published(editor, reviewer, proposal({ commitment: second! }, { change, reasonEn: WORDS }))
  revision = (await at("world-changed")).revision
  correction = (await at("correction")).revision
  await vi.waitFor(async () => {
    expect((await ask("/api/v1/plans")).json.revision).toBeGreaterThanOrEqual(correction)
  }, 3000)
})

type Item = { id: string; url: string; title: string; content_text: string; date_published: string; tags: string[] }
const items = async (search = "", locale = "en"): Promise<Item[]> =>
  (await ask(`/feeds/${locale}/changes.json${search}`)).json.items
const of = (number: number) => (item: Item) => item.url.endsWith(`?revision=${number}`)

test.each(["en", "ur"])("the JSON Feed in %s is one by its specification", async (locale) => {
  const { status, headers, json } = await ask(`/feeds/${locale}/changes.json`)
  expect(status).toBe(200)
  expect(headers.get("content-type")).toBe("application/feed+json; charset=utf-8")
  expect(json).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    title: messages(locale as "en").data.feed.title,
    language: locale,
    feed_url: expect.stringMatching(new RegExp(`/feeds/${locale}/changes\\.json$`)),
    home_page_url: expect.stringMatching(new RegExp(`/${locale}/changes$`)),
  })
  for (const item of json.items) {
    expect(item.id).toMatch(/^tag:[\w.-]+,\d{4}-\d\d-\d\d:changes\/\d+\//)
    expect(URL.canParse(item.url)).toBe(true)
    expect(Number.isNaN(Date.parse(item.date_published))).toBe(false)
    expect(item.title + item.content_text).not.toMatch(/Feed (Editor|Reviewer)|@nap\.test/)
  }
  expect(new Set(json.items.map(({ id }: Item) => id)).size).toBe(json.items.length)
})

test("the Atom feed holds the same entries, well formed", async () => {
  const { headers, text } = await ask("/feeds/en/changes.atom")
  expect(headers.get("content-type")).toBe("application/atom+xml; charset=utf-8")
  expect(text.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true)
  const ids = [...text.matchAll(/<entry>\n<id>(.*?)<\/id>/g)].map((match) => match[1])
  expect(ids).toEqual((await items()).map(({ id }) => id))
  expect(text).toContain("Feeds &amp; &lt;b&gt;marks&lt;/b&gt;")
  // Every tag that opens closes, in order.
  const open: string[] = []
  for (const [, end, name, empty] of text.replace(/^<\?.*?\?>/, "").matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name)
    else if (!empty) open.push(name!)
  }
  expect(open).toEqual([])
  for (const rel of ['rel="self" type="application/atom+xml"', 'rel="alternate" type="text/html"'])
    expect(text).toContain(rel)
  expect(/<updated>(.*?)<\/updated>/.exec(text)![1]).toBe((await items())[0]!.date_published)
})

describe("a feed narrowed", () => {
  test("by kind follows corrections or the world alone", async () => {
    expect((await items("?kind=correction")).some(of(correction))).toBe(true)
    expect((await items("?kind=correction")).some(of(revision))).toBe(false)
    expect((await items("?kind=world")).some(of(revision))).toBe(true)
    expect((await items("?kind=world")).every(({ tags }) => tags[0] === "world-changed")).toBe(true)
  })

  test("by plan, point and track leaves out what is not theirs", async () => {
    expect((await items("?plan=nap-2014")).some(of(revision))).toBe(true)
    expect((await items("?plan=nap-2021")).some(of(revision))).toBe(false)
    expect((await items("?plan=nap-2014&point=1")).some(of(revision))).toBe(true)
    expect((await items("?plan=nap-2014&point=19")).some(of(revision))).toBe(false)
    const [kinetic, other] = [await items("?track=kinetic"), await items("?track=non-kinetic")]
    expect(kinetic.some(of(revision))).not.toBe(other.some(of(revision)))
  })

  test("by what makes no sense is refused", async () => {
    for (const [name, value] of [
      ["kind", "x"],
      ["plan", "x"],
      ["point", "x"],
      ["track", "x"],
      ["lane", "claim"],
      ["who", "me"],
    ])
      expect((await ask(`/feeds/en/changes.atom?${name}=${value}`)).status, name).toBe(400)
    for (const path of ["/feeds/fr/changes.atom", "/feeds/en/changes.rss", "/feeds/en/other.atom"])
      expect((await ask(path)).status, path).toBe(404)
  })
})

test("its sentences stand on the page of changes", async () => {
  const found = (await items()).find(of(revision))!
  const { text } = await ask(`/en/changes?revision=${revision}`)
  const table = /<tbody>.*?<\/tbody>/s.exec(text)![0]
  // A level has its mark beside its word.
  const words = table.replaceAll(/<i\b[^>]*>[^<]*<\/i>/g, "").replaceAll(/<[^>]*>/g, "")
  const close = (all: string) => all.replaceAll(/\s+/g, "")
  expect(close(words)).toContain(close(found.title))
})

test("pages name the feed that follows what they show, and a tag saves the second reading", async () => {
  for (const [page, search] of [
    ["/en", "plan=nap-2014"],
    ["/ur/points/2021/3", "plan=nap-2021&point=3"],
    ["/en/changes?kind=correction", "kind=correction"],
  ] as const) {
    const { text } = await ask(page)
    const links = [...text.matchAll(/<link rel="alternate"[^>]*type="application\/(atom\+xml|feed\+json)"[^>]*>/g)]
    expect(links.map((match) => match[1]).sort(), page).toEqual(["atom+xml", "feed+json"])
    for (const [link] of links) {
      const href = /href="([^"]+)"/.exec(link)![1]!.replaceAll("&amp;", "&")
      expect(new URL(href).searchParams.toString()).toBe(search)
      expect((await ask(new URL(href).pathname + new URL(href).search)).status).toBe(200)
    }
  }
  const tag = (await ask("/feeds/en/changes.atom")).headers.get("etag")!
  expect((await ask("/feeds/en/changes.atom", { headers: { "if-none-match": tag } })).status).toBe(304)
})

test("two versions of a record can be compared from what changed", async () => {
  const id = (await items()).find(of(revision))!.id.split("/").at(-1)!
  const path = `/en/changes/record/assessment/${id}`
  const { status, text } = await ask(path)
  expect(status).toBe(200)
  expect(text).toContain(messages("en").data.record.onlyOne)
  expect((await ask(`${path}?known=${revision - 1}`)).status).toBe(404)
  for (const wrong of ["/en/changes/record/nothing/x", "/en/changes/record/event/none"])
    expect((await ask(wrong)).status, wrong).toBe(404)
})

/** What RFC 4287 and its RELAX NG schema ask of a feed, and what the W3C's validator warns of. */
test.each([
  "",
  "?kind=correction",
  "?kind=world",
  "?plan=nap-2014&point=5",
  "?track=kinetic",
  "?known=1&asOf=2020-12-31",
])("the Atom feed %s has each element as often as it may, whole addresses, and names that hold", async (search) => {
  for (const locale of ["en", "ur"]) {
    const path = `/feeds/${locale}/changes.atom${search}`
    const { text } = await ask(path)
    const [head, ...entries] = text.split("<entry>")
    const count = (part: string, name: string) => part.split(`<${name}>`).length - 1
    for (const name of ["id", "title", "updated", "author", "rights", "subtitle"]) expect(count(head!, name)).toBe(1)
    expect(head).toContain(`xml:lang="${locale}"`)
    expect(head).toContain('<link rel="license" type="text/html" href="https://creativecommons.org/licenses/by/4.0/"/>')
    const self = /<link rel="self" type="application\/atom\+xml" href="([^"]+)"/.exec(head!)![1]!
    expect(self.replaceAll("&amp;", "&")).toBe(site + path)
    for (const entry of entries) {
      for (const name of ["id", "title", "updated", "published"]) expect(count(entry, name)).toBe(1)
      expect(entry.split('<link rel="alternate"')).toHaveLength(2)
      expect(entry.split("<content ")).toHaveLength(2)
    }
    for (const [, href] of text.matchAll(/href="([^"]+)"/g)) expect(href).toMatch(/^https?:\/\//)
    const times = [...text.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, time]) => time!)
    for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
    expect([...times].sort().reverse()).toEqual(times)
    // RFC 4151: a name bears no day that had not begun, in UTC, when it was given.
    for (const entry of entries) {
      const [, day] = /<id>tag:[\w.-]+,(\d{4}-\d\d-\d\d):changes\/\d+\/\S+<\/id>/.exec(entry)!
      expect(/<published>(.*?)<\/published>/.exec(entry)![1]!.startsWith(day!)).toBe(true)
      const title = /<title>(.*?)<\/title>/s.exec(entry)![1]!
      if (locale === "ur") expect(title.startsWith("\u200F")).toBe(true)
    }
    const page = /<link rel="alternate" type="text\/html" href="([^"]+)"/.exec(head!)![1]!.replaceAll("&amp;", "&")
    const asked = new URL(page).searchParams
    expect([asked.get("known"), asked.get("asOf")]).toEqual(
      search.includes("known") ? ["1", "2020-12-31"] : [null, null],
    )
    expect((await ask(page.replace(site, ""))).status).toBe(200)
  }
})
