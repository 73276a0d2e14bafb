import { beforeAll, expect, test } from "vitest"
import { createShare, revokeShare } from "@/lib/data/share-upkeep"
import { CHARTS, type ShareChart } from "@/lib/domain/share"
import { messages } from "@/lib/i18n/messages"
import { share } from "@/tests/data/samples"
import { ask, signIn, site, someone, type Someone } from "./client"

const open = (path: string, headers: Record<string, string> = {}) =>
  ask(path, { headers: { "accept-encoding": "identity", ...headers } })
const ancestors = (headers: Headers) =>
  /frame-ancestors ([^;]*)/.exec(headers.get("content-security-policy") ?? "")?.[1]?.trim()
const scripts = (html: string) => [...html.matchAll(/<script\b[^>]*>/g)].length
const drawings = (html: string) => new Set([...html.matchAll(/ data-drawing="([\w-]+)"/g)].map((it) => it[1]!))

const PUBLIC = [
  "overview",
  ...CHARTS.overview.map((chart) => `overview/${chart}`),
  "points",
  "point/2014/12",
  "point/2014/10/strand-kinetic",
  "point/2014/12/strand-non-kinetic",
  "point/2014/12/evidence",
]

let analyst: Someone
beforeAll(async () => {
  analyst = await someone("analyst")
})

test.each(["en", "ur"] as const)("every view of a public site can be framed by anybody, in %s", async (language) => {
  const as = await signIn(analyst)
  for (const each of PUBLIC) {
    const path = `/${language}/embed/${each}`
    const { status, headers, text } = await open(path)
    expect(status, path).toBe(200)
    expect(ancestors(headers), path).toBe("*")
    expect(headers.get("x-frame-options"), path).toBeNull()
    expect(headers.get("x-robots-tag"), path).toContain("noindex")
    expect(headers.getSetCookie()).toEqual([])
    // The one script tells how tall the view is; nothing else of ours runs.
    expect(scripts(text), path).toBe(1)
    expect(text).toContain('type:"nap-embed"')
    expect(text).toMatch(new RegExp(`<html lang="${language}" dir="${language === "ur" ? "rtl" : "ltr"}"`))
    expect(text.match(/<h1/g), path).toHaveLength(1)
    const back = path.replace("/embed/points", "/points").replace(/\/embed\/overview.*/, "")
    const page = back.replace(/\/embed\/point\/(\d+\/\d+).*/, "/points/$1")
    expect(text, path).toContain(`<link rel="canonical" href="${site}${page}"/>`)
    expect(text, path).toContain(`<a href="${page}" target="_blank"`)
    // The same for whoever is signed in.
    expect((await open(path, { cookie: as!.cookie })).text, path).toBe(text)
  }
})

test("an embedded chart is that chart and no other", async () => {
  const only = async (path: string) => [...drawings((await open(path)).text)]
  expect(await only("/en/embed/overview/trend")).toEqual(["trend"])
  expect(await only("/en/embed/overview/imbalance")).toEqual(["imbalance"])
  expect(await only("/en/embed/overview/butterfly")).toEqual([])
  expect(await only("/en/embed/point/2014/10/strand-kinetic")).toEqual(["strand-kinetic"])
  expect(await only("/en/embed/point/2014/12/evidence")).toEqual(["evidence"])
  for (const language of ["en", "ur"] as const) {
    for (const chart of Object.values(CHARTS).flat() as ShareChart[]) {
      const isPoint = CHARTS.point.includes(chart)
      const on = isPoint ? ({ screen: "point", point: 10 } as const) : {}
      const { token } = await createShare(analyst, share({ ...on, chart, sites: ["https://example.org"] }))
      const { status, text } = await open(`/${language}/embed/${token}`)
      expect(status, chart).toBe(200)
      expect([...drawings(text)], chart).toEqual(chart === "butterfly" ? [] : [chart])
      expect(text, chart).toMatch(/<table|role="table"/)
    }
  }
})

test("an embed shows the page's own numbers, of the day and the revision its address names", async () => {
  for (const search of ["", "?asOf=2019-06-30", "?plan=nap-2021&lane=claim", "?known=1&track=kinetic"]) {
    const { json } = await ask(`/api/v1/overview${search}`)
    const { text } = await open(`/en/embed/overview${search}`)
    for (const [track, score] of [
      ["kinetic", json.tracks.kinetic],
      ["non-kinetic", json.tracks.nonKinetic],
    ]) {
      const shown = new RegExp(`data-testid="index-${track}" data-value="([\\d.]+)"`).exec(text)?.[1]
      const isShown = score.index !== null && (json.track ?? track) === track
      expect(shown === undefined ? null : Number(shown), search).toBe(isShown ? score.index : null)
    }
    expect(text).toContain(search.includes("known") ? "always revision 1" : `live, revision ${json.revision}`)
  }
})

test("the look and the language are the address's, and nonsense in it shows nothing else", async () => {
  const themed = async (search: string) =>
    /<article[^>]*class="embed"[^>]*>/.exec((await open(`/en/embed/overview${search}`)).text)![0]
  expect(await themed("?theme=dark")).toContain('data-theme="dark"')
  expect(await themed("?theme=light")).toContain('data-theme="light"')
  for (const search of ["", "?theme=auto", "?theme=%22%3E"]) expect(await themed(search)).not.toContain("data-theme")
  for (const path of [
    "/en/embed/overview/evidence",
    "/en/embed/overview/trend/more",
    "/en/embed/points/trend",
    "/en/embed/point/2014/99",
    "/en/embed/point/1999/1",
    "/en/embed/point/2014/12/trend",
    "/en/embed/point/2014/12/strand-kinetic",
    "/en/embed/none",
  ]) {
    const { status, headers } = await open(path)
    expect(status, path).toBe(404)
    expect(headers.getSetCookie()).toEqual([])
  }
})

test("a link's embed is framed by its own sites and nobody else, until it is revoked", async () => {
  const sites = ["https://example.org", "https://news.example"]
  const { token, share: made } = await createShare(analyst, share({ sites, frozen: true, chart: "trend" }))
  for (const language of ["en", "ur"] as const) {
    const { status, headers, text } = await open(`/${language}/embed/${token}`)
    expect(status).toBe(200)
    expect(ancestors(headers)).toBe(sites.join(" "))
    expect(headers.get("x-frame-options")).toBeNull()
    expect(headers.get("cache-control")).toContain("no-store")
    expect(headers.getSetCookie()).toEqual([])
    expect(scripts(text)).toBe(1)
    const frozen = messages(language).share.embed.frozen("", made.known!, "").split(/[:،]/)[0]!
    expect(text).toContain(frozen)
    // Elsewhere nothing of a link may be framed.
    expect(ancestors((await open(`/${language}/s/${token}`)).headers)).toBe("'none'")
  }
  const plain = await createShare(analyst, share())
  const locked = await createShare(analyst, share({ sites, password: true }))
  await revokeShare(analyst, made.id)
  for (const each of [token, plain.token, locked.token, "A".repeat(43), "overviews"]) {
    const { status, headers } = await open(`/en/embed/${each}`)
    expect(status, each).toBe(404)
    expect(ancestors(headers), each).toBe("'none'")
  }
})

test("readers' pages give the code of their embeds; links and embeds do not", async () => {
  const codes = (html: string) =>
    [...html.matchAll(/<textarea[^>]*>([\s\S]*?)<\/textarea>/g)].flatMap(
      (it) => /&lt;iframe src=&quot;([^&]+)/.exec(it[1]!)?.[1] ?? [],
    )
  const { text } = await open("/en?plan=nap-2021")
  const offered = codes(text)
  for (const each of ["", "/trend", "/butterfly", "/imbalance"])
    expect(offered).toContain(`${site}/en/embed/overview${each}?plan=nap-2021`)
  expect(codes((await open("/ur/points")).text)).toContain(`${site}/ur/embed/points`)
  const point = codes((await open("/en/points/2014/12")).text)
  for (const each of ["", "/strand-non-kinetic", "/evidence"])
    expect(point).toContain(`${site}/en/embed/point/2014/12${each}`)
  for (const url of new Set([...offered, ...point])) expect((await fetch(url)).status, url).toBe(200)
  const { token } = await createShare(analyst, share())
  for (const path of [`/en/s/${token}`, "/en/embed/overview"]) expect(codes((await open(path)).text)).toEqual([])
})
