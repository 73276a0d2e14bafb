import { beforeAll, expect, test } from "vitest"
import { changeShare, createShare, revokeShare } from "@/lib/data/share-upkeep"
import { messages } from "@/lib/i18n/messages"
import { share } from "@/tests/data/samples"
import { ask, site, someone, type Someone } from "./client"

const oembed = (url: string, more = "") => ask(`/api/v1/oembed?url=${encodeURIComponent(url)}${more}`)
const srcIn = (html: string) => /src="([^"]+)"/.exec(html)![1]!.replaceAll("&amp;", "&")

let analyst: Someone
beforeAll(async () => {
  analyst = await someone("analyst")
})

test.each([
  ["/en", "/en/embed/overview"],
  ["/ur?plan=nap-2021&asOf=2023-01-31", "/ur/embed/overview?plan=nap-2021&asOf=2023-01-31"],
  ["/en/points?track=kinetic", "/en/embed/points?track=kinetic"],
  ["/ur/points/2014/12", "/ur/embed/point/2014/12"],
  ["/en/points/2021/3?known=1", "/en/embed/point/2021/3?known=1"],
  ["/en/embed/overview/butterfly", "/en/embed/overview/butterfly"],
  ["/ur/embed/point/2014/12/strand-non-kinetic", "/ur/embed/point/2014/12/strand-non-kinetic"],
])("the address %s can be embedded, by what is answered alone", async (path, frame) => {
  const { status, json, headers } = await oembed(site + path)
  expect(status).toBe(200)
  expect(headers.get("content-type")).toContain("application/json")
  const language = path.slice(1, 3) as "en" | "ur"
  expect(json).toMatchObject({
    version: "1.0",
    type: "rich",
    provider_name: messages(language).site.name,
    provider_url: site,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  })
  expect(json.title).toContain(messages(language).site.name)
  expect(srcIn(json.html)).toBe(site + frame)
  const framed = await fetch(site + frame)
  expect(framed.status).toBe(200)
  expect(framed.headers.get("content-security-policy")).toContain("frame-ancestors *")
  const thumbnail = await fetch(json.thumbnail_url)
  expect([thumbnail.status, thumbnail.headers.get("content-type")]).toEqual([200, "image/png"])
})

test("a page says itself where to ask, and the answer fits the room there is", async () => {
  const { text } = await ask("/en/points/2014/12?asOf=2020-12-31")
  const [, href] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)" title="[^"]+"/.exec(text)!
  const found = await (await fetch(`${href!.replaceAll("&amp;", "&")}&maxwidth=400&maxheight=300`)).json()
  expect(found).toMatchObject({ type: "rich", width: 400, height: 300 })
  expect(found.html).toContain('width="400" height="300"')
  expect(srcIn(found.html)).toBe(`${site}/en/embed/point/2014/12?asOf=2020-12-31`)
})

test("whatever cannot be embedded is answered alike: another site's, unknown, not a screen, a link that is none", async () => {
  const embeddable = () => share({ sites: ["https://example.org"] })
  const [open, locked, nowhere, paused, revoked] = await Promise.all([
    createShare(analyst, embeddable()),
    createShare(analyst, share({ sites: ["https://example.org"], password: true })),
    createShare(analyst, share()),
    createShare(analyst, embeddable()),
    createShare(analyst, embeddable()),
  ])
  await changeShare(analyst, paused.share.id, { version: 1, paused: true })
  await revokeShare(analyst, revoked.share.id)
  const bare = ({ status, json }: Awaited<ReturnType<typeof oembed>>) => ({ status, ...json, requestId: "" })
  const wanted = bare(await oembed(`${site}/en/s/${"A".repeat(43)}`))
  expect(wanted).toMatchObject({ status: 404, code: "not_found" })
  for (const url of [
    "https://example.org/en",
    site.replace("http:", "https:") + "/en",
    "/en",
    "no address",
    `${site}/en/method`,
    `${site}/en/admin`,
    `${site}/en/points/2014/99`,
    `${site}/en/embed/overview/evidence`,
    `${site}/en/embed/point/2014/12/trend`,
    ...[locked, nowhere, paused, revoked].flatMap(({ token }) => [`${site}/en/s/${token}`, `${site}/s/${token}`]),
  ])
    expect(bare(await oembed(url)), url).toEqual(wanted)

  for (const path of [`/en/s/${open.token}`, `/s/${open.token}`, `/embed/${open.token}`]) {
    const { status, json, headers } = await oembed(site + path)
    expect(status, path).toBe(200)
    expect(srcIn(json.html)).toMatch(new RegExp(`^${site}/(en|ur)/embed/${open.token}$`))
    expect(json.cache_age).toBe(0)
    expect(headers.get("cache-control")).toBe("no-store")
  }
  const discovered = (token: string) =>
    ask(`/en/s/${token}`).then(({ text }) => text.includes("application/json+oembed"))
  expect(await discovered(open.token)).toBe(true)
  expect(await discovered(nowhere.token)).toBe(false)
})

test("json alone is spoken, and what makes no sense is refused", async () => {
  expect((await oembed(`${site}/en`, "&format=xml")).status).toBe(501)
  expect((await oembed(`${site}/en`, "&format=json")).status).toBe(200)
  for (const more of ["&format=yaml", "&format=csv", "&maxwidth=0", "&maxwidth=wide", "&maxheight=-1", "&nothing=1"])
    expect((await oembed(`${site}/en`, more)).status, more).toBe(400)
  expect((await ask("/api/v1/oembed")).status).toBe(400)
})

test("a title cannot break out of the code that is answered", async () => {
  const { json } = await oembed(`${site}/en?region=%22%3E%3Cscript%3E&lane=%22onload%3D`)
  expect(json.html).not.toMatch(/<script|"onload/)
  expect(json.html.match(/</g)).toHaveLength(2)
})
