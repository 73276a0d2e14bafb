import { beforeAll, expect, test } from "vitest"
import { createShare, revokeShare } from "@/lib/data/share-upkeep"
import { CITED_SCREENS } from "@/lib/domain/citation"
import { messages } from "@/lib/i18n/messages"
import { share } from "@/tests/data/samples"
import { ask, site, someone, type Someone } from "./client"

/** How the crawlers of chat apps and networks ask, as their makers document it. */
const CRAWLERS = {
  WhatsApp: { "user-agent": "WhatsApp/2.23.20.0" },
  X: { "user-agent": "Twitterbot/1.0" },
  Facebook: {
    "user-agent": "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    range: "bytes=0-524288",
  },
  Slack: { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", range: "bytes=0-32768" },
  LinkedIn: { "user-agent": "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)" },
  "a browser": { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36" },
}
const PAGES = ["", "/points", "/points/2014/12", "/points/2021/3", "/changes", "/method"]
/** The shortest that any of them reads of a page; the largest picture that all of them show. */
const [READ, LARGEST] = [32 * 1024, 300 * 1024]

const ENTITIES: Record<string, string> = { amp: "&", quot: '"', lt: "<", gt: ">", "#x27": "'" }
const plain = (text: string) => text.replaceAll(/&(\w+|#\w+);/g, (all, name: string) => ENTITIES[name] ?? all)

/** What the first bytes of a page tell about it, by property or name. */
function told(html: string): Record<string, string> {
  const head = Buffer.from(html).subarray(0, READ).toString()
  return Object.fromEntries(
    [...head.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map((it) => [it[1]!, plain(it[2]!)]),
  )
}

const asked = (path: string, headers: Record<string, string> = {}) =>
  ask(path, { headers: { "accept-encoding": "identity", ...headers } })

/** A picture as a crawler fetches it, without a cookie; its size as the file itself says it. */
async function picture(url: string, headers: Record<string, string>) {
  const answer = await fetch(url, { headers, redirect: "manual" })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  return { status: answer.status, headers: answer.headers, bytes: bytes.length, ...size }
}

let analyst: Someone
beforeAll(async () => {
  analyst = await someone("analyst")
})

test.each(Object.entries(CRAWLERS))("%s finds a preview of every public page in its first bytes", async (_, agent) => {
  for (const language of ["en", "ur"] as const) {
    for (const page of PAGES) {
      const path = `/${language}${page}`
      const { status, text, headers } = await asked(path, agent)
      expect(status, path).toBe(200)
      expect(headers.getSetCookie()).toEqual([])
      const meta = told(text)
      expect(meta, path).toMatchObject({
        "og:type": "website",
        "og:url": site + path,
        "og:site_name": messages(language).site.name,
        "og:locale": `${language}_PK`,
        "og:locale:alternate": language === "en" ? "ur_PK" : "en_PK",
        "og:image": `${site}${path}/preview.png`,
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
        "twitter:image": `${site}${path}/preview.png`,
      })
      expect(meta["og:title"]!.length, path).toBeGreaterThan(5)
      expect(meta["twitter:title"], path).toBe(meta["og:title"])
      expect(meta["og:description"]!.length, path).toBeGreaterThan(40)
      expect(meta["og:description"], path).toBe(meta.description)
      expect(meta["og:image:alt"], path).toContain(meta["og:description"])
      for (const each of ["en", "ur"])
        expect(text).toMatch(new RegExp(`hrefLang="${each}" href="${site}/${each}${page}"`))
      expect(text).toContain(`<link rel="canonical" href="${site}${path}"/>`)
    }
  }
})

test("a preview says the numbers of its page: both indices, their ranges and the day", async () => {
  for (const search of ["", "?plan=nap-2021", "?asOf=2019-06-30&lane=claim"]) {
    const { json } = await ask(`/api/v1/overview${search}`)
    for (const language of ["en", "ur"]) {
      const meta = told((await asked(`/${language}${search}`)).text)
      const bare = meta["og:description"]!.replaceAll(/[\u2066\u2069]/g, "")
      for (const { index, low, high } of [json.tracks.kinetic, json.tracks.nonKinetic]) {
        if (index === null) continue
        expect(bare).toContain(String(Math.round(index)))
        expect(bare).toContain(`${Math.round(low)}–${Math.round(high)}`)
      }
      expect(bare).toContain(json.asOf.slice(0, 4))
      expect(meta["og:image"]).toBe(`${site}/${language}/preview.png${search}`)
    }
  }
})

test.each(["en", "ur"])("every preview picture in %s is one that all of them show, for anybody", async (language) => {
  for (const page of PAGES) {
    const url = told((await asked(`/${language}${page}`)).text)["og:image"]!
    const found = await picture(url, CRAWLERS.WhatsApp)
    expect(found, url).toMatchObject({ status: 200, width: 1200, height: 630 })
    expect(found.bytes, url).toBeLessThan(LARGEST)
    expect(found.headers.get("content-type")).toBe("image/png")
    expect(found.headers.getSetCookie()).toEqual([])
    const head = await fetch(url, { method: "HEAD", headers: CRAWLERS.X })
    expect([head.status, Number(head.headers.get("content-length"))]).toEqual([200, found.bytes])
  }
})

test("robots may fetch what previews are made of, and find every page in the site map", async () => {
  const { text: robots, headers } = await ask("/robots.txt")
  expect(headers.get("content-type")).toContain("text/plain")
  const points: string[] = (await ask("/api/v1/points?limit=500")).json.items.map(
    (it: { plan: string; number: number }) => `/points/${it.plan.slice(-4)}/${it.number}`,
  )
  const screens = CITED_SCREENS.filter((screen) => !["overview", "point", "record"].includes(screen))
  const every = ["", ...screens.map((screen) => `/${screen}`), ...points]
  const barred = [...robots.matchAll(/^Disallow: (.+)$/gm)].map((line) => line[1]!)
  for (const page of every)
    for (const path of [`/en${page}`, `/ur${page}/preview.png`])
      expect(
        barred.some((prefix) => path.startsWith(prefix)),
        path,
      ).toBe(false)
  expect(barred).toContain("/api/")
  expect(robots).toContain(`Sitemap: ${site}/sitemap.xml`)
  const { text: map } = await ask("/sitemap.xml")
  for (const page of every)
    for (const language of ["en", "ur"]) expect(map).toContain(`<loc>${site}/${language}${page}</loc>`)
  expect(map).not.toMatch(/admin|\/s\/|\/api\//)
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((it) => it[1]!)
  expect([points.length, listed.length]).toEqual([20 + 14, 2 * every.length])
  for (const url of listed.filter((it, at) => at % 19 === 0 || !it.includes("/points/")))
    expect((await fetch(url)).status, url).toBe(200)
})

test("a link's preview tells its finding; one that is locked, or opens nothing, tells the site's name alone", async () => {
  const query = { plan: "nap-2014", asOf: "2020-12-31" } as never
  const open = await createShare(analyst, share({ query }))
  const chart = await createShare(analyst, share({ query, chart: "trend" }))
  for (const { token } of [open, chart]) {
    for (const agent of Object.values(CRAWLERS)) {
      const meta = told((await asked(`/ur/s/${token}`, agent)).text)
      expect(meta).toMatchObject({
        "og:url": `${site}/ur/s/${token}`,
        "og:image": `${site}/ur/s/${token}/preview.png`,
        "og:site_name": messages("ur").site.name,
        "twitter:card": "summary_large_image",
        robots: "noindex, nofollow",
      })
      expect(meta["og:description"]).toContain("2020")
    }
    const found = await picture(`${site}/ur/s/${token}/preview.png`, CRAWLERS.WhatsApp)
    expect(found).toMatchObject({ status: 200, width: 1200, height: 630 })
    expect(found.bytes).toBeLessThan(LARGEST)
  }
  const locked = await createShare(analyst, share({ query, password: true }))
  await revokeShare(analyst, open.share.id)
  for (const [language, token] of [
    ["en", locked.token],
    ["ur", locked.token],
    ["en", open.token],
    ["ur", "A".repeat(43)],
  ] as const) {
    const { text } = await asked(`/${language}/s/${token}`, CRAWLERS.WhatsApp)
    const { site: words } = messages(language)
    const meta = told(text)
    expect(meta).toMatchObject({
      "og:title": words.name,
      "og:description": words.description,
      "og:image": `${site}/preview-${language}.png`,
    })
    expect(JSON.stringify(meta)).not.toContain("2020")
    expect(text).not.toContain("oembed")
    const found = await picture(meta["og:image"]!, CRAWLERS.WhatsApp)
    expect(found).toMatchObject({ status: 200, width: 1200, height: 630 })
    expect(found.bytes).toBeLessThan(100 * 1024)
  }
})
