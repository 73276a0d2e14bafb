import { afterAll, beforeAll, expect, test } from "vitest"
import { startTestSite, type TestSite } from "@/lib/cli/test-site"
import { ledger } from "@/lib/data/ledger"
import { changeShare, createShare, listShares, revokeShare } from "@/lib/data/share-upkeep"
import { snapshot } from "@/lib/domain/ledger"
import type { ShareInput } from "@/lib/domain/share"
import { share } from "@/tests/data/samples"
import { pick, randomFrom } from "@/tests/data/random"
import { ask, someone, type Someone } from "./client"
import { DOOR_NAMES, DOORS } from "./link-doors"

const MUTATIONS = 2000

let shut: TestSite
let owner: Someone
type Made = { token: string; id: string; outside: RegExp; isOpen: boolean }
const links: Made[] = []
/** Of a record that every link leaves out: the id and the English text of a commitment, the title of a point. */
let outsideOf: (
  kept: (point: { plan: string; number: number }, track: string) => boolean,
  own: { isBoth: boolean; panels: string[] },
) => RegExp

const P14 = "nap-2014"
const P21 = "nap-2021"
const PAPER = "https://paper.example"
const PANELS = ["pips.terrorist_attacks"]
type Kind = {
  input: Parameters<typeof share>[0]
  /** Empty for both. */
  plan: string
  points: number[] | null
  track?: string
  /** Whose figures are shown. */
  panels?: string[]
  end?: "paused" | "revoked" | "locked"
}
const compare = (comparison: object, asked: object) =>
  ({ screen: "compare", comparison, query: query(asked) }) as Parameters<typeof share>[0]
const query = (value: object) => value as never as ShareInput["query"]
const KINDS: Kind[] = [
  { input: { query: query({ plan: P14 }) }, plan: P14, points: null },
  { input: { query: query({ plan: P21 }), frozen: true }, plan: P21, points: null },
  { input: { query: query({ plan: P14, track: "kinetic" }) }, plan: P14, points: null, track: "kinetic" },
  { input: { query: query({ plan: P14, points: [12, 15] }), frozen: true }, plan: P14, points: [12, 15] },
  { input: { query: query({ plan: P21, points: [3], lane: "claim" }) }, plan: P21, points: [3] },
  { input: { screen: "points", query: query({ plan: P14, points: [1, 2, 3] }) }, plan: P14, points: [1, 2, 3] },
  { input: { screen: "points", query: query({ plan: P21 }), free: ["lane"] }, plan: P21, points: null },
  { input: { screen: "point", point: 12, query: query({ plan: P14 }) }, plan: P14, points: [12] },
  { input: { screen: "point", point: 5, query: query({ plan: P21 }), frozen: true }, plan: P21, points: [5] },
  {
    input: { screen: "point", point: 10, chart: "strand-non-kinetic", query: query({ plan: P14 }) },
    plan: P14,
    points: [10],
  },
  { input: { screen: "point", point: 7, chart: "evidence", query: query({ plan: P14 }) }, plan: P14, points: [7] },
  { input: { chart: "trend", query: query({ plan: P14, points: [6] }) }, plan: P14, points: [6] },
  { input: { chart: "imbalance", query: query({ plan: P14 }), free: ["asOf"] }, plan: P14, points: null },
  { input: { chart: "butterfly", query: query({ plan: P14, points: [4, 5] }) }, plan: P14, points: [4, 5] },
  {
    input: { query: query({ plan: P14, asOf: "2016-12-31", points: [2] }), free: ["lane", "track", "asOf"] },
    plan: P14,
    points: [2],
  },
  { input: { query: query({ plan: P14, points: [9] }), sites: ["https://paper.example"] }, plan: P14, points: [9] },
  { input: { query: query({ plan: P14, points: [8] }), downloads: false }, plan: P14, points: [8] },
  {
    input: compare({ by: "dates", against: "2016-12-31" }, { plan: P14, points: [3, 17], asOf: "2020-12-31" }),
    plan: P14,
    points: [3, 17],
  },
  {
    input: { ...compare({ by: "dates", rows: "commitments" }, { plan: P21 }), free: ["lane", "track"] },
    plan: P21,
    points: null,
  },
  {
    input: { ...compare({ by: "lanes", against: "claim" }, { plan: P14, points: [18] }), frozen: true },
    plan: P14,
    points: [18],
  },
  { input: compare({ by: "tracks", against: "kinetic" }, { plan: P14, points: [1, 19] }), plan: P14, points: [1, 19] },
  {
    input: compare({ by: "regions", against: "KP" }, { plan: P14, points: [16], track: "non-kinetic" }),
    plan: P14,
    points: [16],
    track: "non-kinetic",
  },
  {
    input: { ...compare({ by: "plans", against: P14 }, { plan: P21, track: "kinetic" }), sites: [PAPER] },
    plan: "",
    points: null,
    track: "kinetic",
  },
  {
    input: { screen: "outcomes", panels: PANELS, query: query({ plan: P14, points: [5] }), free: ["asOf"] },
    plan: P14,
    points: [5],
    panels: PANELS,
  },
  { input: { screen: "outcomes", panels: [], query: query({ plan: P21, points: [2] }) }, plan: P21, points: [2] },
  { input: { screen: "momentum", query: query({ plan: P14, points: [20] }), frozen: true }, plan: P14, points: [20] },
  {
    input: { query: query({ plan: P14, points: [11] }), password: "a long password" },
    plan: P14,
    points: [],
    end: "locked",
  },
  { input: { query: query({ plan: P14, points: [13] }) }, plan: P14, points: [], end: "paused" },
  { input: { query: query({ plan: P14, points: [14] }) }, plan: P14, points: [], end: "revoked" },
]

beforeAll(async () => {
  owner = await someone("analyst")
  shut = await startTestSite({ NAP_DATA: process.env.NAP_TEST_DATA!, NAP_VISIBILITY: "private" })
  const held = await ledger()
  const facts = snapshot(held, held.newest)
  const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
  outsideOf = (kept, { isBoth, panels }) => {
    const isShown = (series: string) => panels.some((panel) => series.startsWith(panel))
    // A series as a table or a drawing names it, not as an address that is said back to whoever asked.
    const series = [...facts.records.indicator.values()].filter(({ id }) => !isShown(id))
    const words = series.map(({ id }) => `(?<![=\\w.,])${escaped(id)}(?=[",-])`)
    // The links of the crosswalk are told by what they say; only a comparison of both plans shows any.
    const links = isBoth ? [] : [...facts.records.crosswalk.values()]
    words.push(...links.flatMap(({ to, note }) => (to && note ? [escaped(note)] : [])))
    const shown: string[] = []
    for (const it of facts.records.commitment.values()) {
      const point = facts.records.point.get(it.point)!
      const isInside = kept(point, it.track)
      if (!isInside) words.push(`${escaped(it.id)}(?![\\w.])`)
      ;(isInside ? shown : words).push(escaped(it.textEn))
    }
    // A text that also stands inside the view tells nothing.
    return new RegExp(words.filter((word) => !shown.includes(word)).join("|"))
  }
  for (const { input, plan, points, track, panels = [], end } of KINDS) {
    const made = await createShare(owner, share(input))
    const { id, version } = made.share
    if (end === "paused") await changeShare(owner, id, { version, paused: true })
    if (end === "revoked") await revokeShare(owner, id)
    const outside = outsideOf(
      (point, half) =>
        (plan === "" || point.plan === plan) &&
        (points === null || points.includes(point.number)) &&
        (!track || half === track),
      { isBoth: plan === "", panels },
    )
    links.push({ token: made.token, id, outside, isOpen: end === undefined })
  }
}, 180_000)
afterAll(async () => {
  await shut?.stop()
})

const NAMES = [
  ...["plan", "points", "track", "region", "lane", "asOf", "known", "screen", "point", "chart", "free", "frozen"],
  ...["token", "id", "cursor", "limit", "format", "download", "scope", "revision", "creator", "admin", "theme", "_rsc"],
  ...["__proto__", "constructor", "query", "query.plan", "wrong", "next", "page", "sort", "grid"],
  ...["by", "against", "then", "rows", "show", "comparison", "panels", "comparison.against"],
]
const VALUES = [
  ...["nap-2014", "nap-2021", "1", "2", "999", "-1", "kinetic", "non-kinetic", "claim", "finding", "PK-KP", "PK-BA"],
  ...["2014-12-24", "2026-01-01", "9999-12-31", "overview", "points", "point", "trend", "true", "false", "null", "*"],
  ...["1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20", "nap2014-01", "nap2014-10.a", "csv", "xlsx", "json"],
  ...["' OR 1=1 --", "%00", "../../points", "{}", "[]", "500", "evidence", "strand-kinetic", "", "\u0661"],
  ...["plans", "dates", "regions", "compare", "outcomes", "gti.gti_deaths", "satp.fatalities_total", "commitments"],
]
const FILES = [
  ...["data.csv", "data.json", "data.xlsx", "data.xml", "DATA.CSV", "data.csv.json", "trend.svg", "trend.png"],
  ...["imbalance.svg", "butterfly.svg", "evidence.svg", "strand-kinetic.svg", "strand-non-kinetic.png", "preview.png"],
  ...["outcomes.svg", "core-kinetic.svg", "lanes-kinetic.png", "steps.svg", "composition.svg"],
  ...[
    "preview.svg",
    "points",
    "method",
    "opengraph-image",
    "page.txt",
    "index.html",
    "..",
    ".",
    "%2e%2e",
    "data.csv/..",
  ],
]
const HEADERS: [string, string[]][] = [
  ["x-nap-proof", ["AAAA", "x".repeat(43)]],
  ["x-nap-path", ["/en", "/en/points"]],
  ["rsc", ["1"]],
  ["next-router-prefetch", ["1"]],
  ["next-router-state-tree", ["%5B%22%22%5D"]],
  ["next-url", ["/en/points"]],
  ["next-action", ["0".repeat(40)]],
  ["x-middleware-subrequest", ["middleware", "src/middleware"]],
  ["x-middleware-rewrite", ["/en/points"]],
  ["x-original-url", ["/en/points"]],
  ["x-rewrite-url", ["/api/v1/points"]],
  ["x-forwarded-host", ["evil.example"]],
  ["x-forwarded-for", ["127.0.0.1"]],
  ["x-http-method-override", ["PATCH", "DELETE"]],
  ["referer", ["https://paper.example/", "http://127.0.0.1/en"]],
  ["accept", ["application/json", "text/csv", "text/x-component", "image/png"]],
  ["cookie", ["nap_link=x", "nap.session_token=x.y", "__Secure-nap=1"]],
  ["authorization", ["Basic YTpi", "Link x"]],
  ["purpose", ["prefetch"]],
  ["sec-purpose", ["prefetch;prerender"]],
  ["range", ["bytes=0-100", "bytes=100-"]],
  ["if-none-match", ["*", '"x"']],
]
const METHODS = ["GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

test(`${MUTATIONS} requests bent in every way get nothing from outside a link's view`, async () => {
  const random = randomFrom(20261122)
  const found = { views: 0, refusals: 0 }
  const bent = () => {
    const link = pick(random, links)
    const door = pick(random, DOOR_NAMES)
    let path: string = DOORS[door](link.token, shut.url)
    const headers: Record<string, string> = { "accept-encoding": "identity" }
    for (let turns = 1 + Math.floor(random() * 3); turns > 0; turns--) {
      const turn = Math.floor(random() * 8)
      const [head, tail = ""] = path.split("?", 2)
      if (turn <= 2) {
        const pair = `${encodeURIComponent(pick(random, NAMES))}=${encodeURIComponent(pick(random, VALUES))}`
        path = `${head}?${tail ? `${tail}&` : ""}${pair}`
      } else if (turn === 3) path = `${head}/${pick(random, FILES)}${tail ? `?${tail}` : ""}`
      else if (turn === 4) {
        const [name, values] = pick(random, HEADERS)
        headers[name] = pick(random, values)
      } else if (turn === 5) path = path.replace(/^\/en\//, pick(random, ["/ur/", "//en/", "/EN/", "/en//", "/"]))
      else if (turn === 6) {
        const at = Math.floor(random() * 43)
        path = path.replace(
          link.token,
          link.token.slice(0, at) + pick(random, [..."aZ9_-."]) + link.token.slice(at + 1),
        )
      } else
        path = path.replace(/^\/[a-z]{2}\/(s|embed)\//, pick(random, ["/en/embed/", "/api/v1/links/", "/s/", "/en/S/"]))
    }
    return { link, path, headers, method: pick(random, METHODS) }
  }
  for (let round = 0; round < MUTATIONS; round += 8) {
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { link, path, headers, method } = bent()
        const body = ["POST", "PUT", "PATCH"].includes(method)
          ? { query: { plan: "nap-2021" }, password: "x" }
          : undefined
        const answer = await ask(path, { at: shut.url, method, headers, body })
        const what = `${method} ${path} ${JSON.stringify(headers)}`
        expect(answer.status, what).toBeLessThan(500)
        expect(answer.text, what).not.toMatch(link.outside)
        if (answer.status === 200) found.views++
        else found.refusals++
      }),
    )
  }
  // A test that only ever hears "no" would prove nothing.
  expect(found.views).toBeGreaterThan(MUTATIONS / 10)
  expect(found.refusals).toBeGreaterThan(MUTATIONS / 10)
  for (const { token, isOpen } of links.filter((each) => each.isOpen)) {
    expect((await ask(`/en/s/${token}`, { at: shut.url })).status, String(isOpen)).toBe(200)
  }
}, 180_000)

test("of a link neither its view, its revision, its address nor its maker can be changed", async () => {
  const before = (await listShares(owner)).map(({ counts: _, seenOn: __, ...rest }) => rest)
  const other = await someone("analyst")
  const given: object[] = [
    { query: { plan: "nap-2021" } },
    { screen: "points" },
    { point: 3 },
    { chart: "trend" },
    { comparison: { by: "plans", against: "nap-2021" } },
    { panels: ["gti.gti_deaths"] },
    { free: ["lane", "track", "asOf"] },
    { frozen: true },
    { known: 1 },
    { revision: 1 },
    { language: "ur" },
    { token: "A".repeat(43) },
    { tokenHash: "0" },
    { digest: "0".repeat(64) },
    { creatorId: other.id },
    { creator: other.id },
    { createdAt: "2020-01-01T00:00:00Z" },
    { expiresInDays: 3650 },
    { expiresOn: "2099-01-01" },
  ]
  for (const { id } of links.slice(0, 3)) {
    const { version } = before.find((each) => each.id === id)!
    for (const fields of given) {
      const answer = await ask(`/api/v1/shares/${id}`, { method: "PATCH", as: owner, body: { version, ...fields } })
      expect(answer.status, JSON.stringify(fields)).toBe(400)
    }
  }
  expect((await listShares(owner)).map(({ counts: _, seenOn: __, ...rest }) => rest)).toEqual(before)
})
