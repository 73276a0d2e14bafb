import { strFromU8, unzipSync } from "fflate"
import { readSheet } from "read-excel-file/node"
import { expect, test } from "vitest"
import { ask, site } from "./client"

const bytesOf = async (path: string) => new Uint8Array(await (await fetch(site + path)).arrayBuffer())

const CLOCKS = "known=1&asOf=2024-12-31"
/** Every view with files of its own: its screen, its endpoint, and the parameters that both understand. */
const VIEWS: [screen: string, api: string, search: string][] = [
  ["", "overview", "&lane=claim"],
  ["/points/2014/12", "points/nap2014-12", ""],
  ["/compare", "compare", "&by=lanes"],
  ["/compare", "compare", "&by=dates&against=2020-01-01&rows=commitments"],
  ["/outcomes", "outcomes", ""],
  ["/momentum", "momentum", "&track=kinetic"],
  ["/explore", "explore", "&sort=-gap&gap=claim-ahead&points=1,3,12"],
  ["/sandbox", "sandbox", "&weights=point&unrated=zero"],
  ["/changes", "changes", "&plan=nap-2014&points=5"],
]

test.each(VIEWS)("every file of %s (%s%s) has the id that the page is cited by", async (screen, api, search) => {
  const html = (await ask(`/en${screen}?${CLOCKS}${search}`)).text
  const [, id] = /\/en\/cite\/(r1-[0-9a-f]{12})\?/.exec(html)!
  // On paper the page says it beside its words.
  const paper = /class="(?:on-paper|brief-foot)"[\s\S]*?<\/(?:div|p)>\s*<\//.exec(html)![0]
  expect(paper).toContain(id)

  const from = `/api/v1/${api}?${CLOCKS}${search}`
  const { json, headers } = await ask(from)
  expect(json.cite).toEqual({ id, url: expect.stringContaining(`/en/cite/${id}?`) })
  expect(headers.get("link")).toBe(`<${json.cite.url}>; rel="cite-as"`)
  const csv = await ask(`${from}&format=csv`)
  expect(csv.headers.get("link")).toBe(headers.get("link"))
  expect(csv.headers.get("content-disposition")).toContain(`${id}-2024-12-31.csv"`)
  const xlsx = await ask(`${from}&format=xlsx`)
  expect(xlsx.headers.get("content-disposition")).toContain(`${id}-2024-12-31.xlsx"`)
  const about = await readSheet(Buffer.from(await bytesOf(`${from}&format=xlsx`)), 2)
  expect(about.flat()).toEqual(expect.arrayContaining([id, json.cite.url]))
})

test("the archive of a revision says how to cite it, the same on every day", async () => {
  const files = unzipSync(await bytesOf("/api/v1/export.zip?known=1"))
  const { cite, publishedAt } = JSON.parse(strFromU8(files["manifest.json"]!))
  const readme = strFromU8(files["README.txt"]!)
  for (const language of ["en", "ur"]) expect(readme).toContain(`/${language}/cite/${cite.id}?`)
  const { pathname, searchParams } = new URL(cite.url)
  const opened = await ask(`${pathname}?${searchParams}`)
  expect(opened.status).toBe(200)
  expect(opened.text).toContain("Every figure is the one that was cited.")
  // Pinned to the day on which the revision was published, in Pakistan.
  const day = new Date(Date.parse(publishedAt) + 5 * 3_600_000).toISOString().slice(0, 10)
  expect(searchParams.get("asOf")).toBe(day)
})

test.each(["overview", "overview/trend", "points", "point/2014/12", "point/2014/12/evidence"])(
  "the public embed %s names the id of its view",
  async (path) => {
    const { status, text } = await ask(`/en/embed/${path}?${CLOCKS}`)
    expect(status).toBe(200)
    const screen = path.replace(/^overview.*/, "").replace(/^point(s?)(.*?)(\/evidence)?$/, "/points$2")
    const html = (await ask(`/en${screen}?${CLOCKS}`)).text
    const [, id] = /\/en\/cite\/(r1-[0-9a-f]{12})\?/.exec(html)!
    expect(text).toContain(`/en/cite/${id}?`)
  },
)
