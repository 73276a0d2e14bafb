import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { createShare, revokeShare } from "@/lib/data/share-upkeep"
import type { ShareInput } from "@/lib/domain/share"
import { type Locale, otherLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { proposal, published, share } from "@/tests/data/samples"
import { ask, someone, type Someone, wordsOf } from "./client"

let analyst: Someone
let editor: Someone
let reviewer: Someone
beforeAll(async () => {
  analyst = await someone("analyst")
  editor = await someone("editor")
  reviewer = await someone("reviewer")
})

const LANGUAGES: Locale[] = ["en", "ur"]
const make = async (input: Partial<ShareInput> | Record<string, unknown>) =>
  (await createShare(analyst, share(input as Partial<ShareInput>))).token
/** The markup that a reader gets: whatever is still there to run is taken out, as our server does. */
const open = async (token: string, search = "", language = "en") => {
  const { status, text } = await ask(`/${language}/s/${token}${search}`)
  expect(status).toBe(200)
  return text.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
}
const shownDigest = (html: string) => /data-digest="([0-9a-f]{64})"/.exec(html)?.[1]
const hrefs = (html: string) =>
  [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"))

describe("the strip", () => {
  test.each(LANGUAGES)(
    "says whether a link is live, frozen or of an earlier revision, and who says so, in %s",
    async (l) => {
      const { share: own, linkPage } = messages(l)
      const live = wordsOf(await open(await make({ label: "Qxlabel" }), "", l))
      expect(live).toContain(own.page.live)
      expect(live).toContain(own.page.liveText)
      expect(live).toContain(own.page.sharedBy.analyst)
      const frozen = wordsOf(await open(await make({ frozen: true }), "", l))
      expect(frozen).toContain(own.page.frozen)
      expect(frozen).toContain(own.page.changes(0))
      expect(frozen).not.toContain(own.page.live)
      const pinned = wordsOf(await open(await make({ query: { known: 1 } }), "", l))
      expect(pinned).toContain(linkPage.pinned)
      expect(pinned).not.toContain(own.page.liveText)
      for (const page of [live, frozen, pinned]) expect(page).not.toContain("Qxlabel")
    },
  )

  test("counts what was published since, and leads to it", async () => {
    const token = await make({ frozen: true, query: { plan: "nap-2014", points: [7] } })
    const before = await open(token)
    expect(hrefs(before).filter((href) => href.includes("/changes"))).toEqual([])
    const { revision } = await published(editor, reviewer, proposal({ commitment: "nap2014-07.a", level: 2 }))
    const address = `/en/changes?plan=nap-2014&points=7&since=${revision - 1}`
    await expect.poll(async () => hrefs(await open(token)), { timeout: 5000 }).toContain(address)
    expect(wordsOf(await open(token))).toContain(messages("en").share.page.changes(1))
    const list = await ask(address)
    expect(list.status).toBe(200)
    expect(list.text).toContain(messages("en").changes.after(revision - 1))
    const { json } = await ask(address.replace("/en/changes", "/api/v1/changes"))
    expect(json.items.map((it: { revision: number }) => it.revision)).toEqual([revision])
  })
})

describe("a frozen answer", () => {
  test("shows its digest, which the API and the page of verification know, also when the link is gone", async () => {
    const made = await createShare(
      analyst,
      share({ label: "Qxwhom", frozen: true, query: { plan: "nap-2021" } as never }),
    )
    const html = await open(made.token)
    const digest = shownDigest(html)!
    expect(hrefs(html)).toContain(`/en/verify/${digest}`)
    const { json } = await ask(`/api/v1/digests/${digest}`)
    expect(json).toMatchObject({ digest, known: true })
    const pages = async () =>
      Promise.all(LANGUAGES.map(async (l) => wordsOf((await ask(`/${l}/verify/${digest}`)).text)))
    const before = await pages()
    await revokeShare(analyst, made.share.id)
    expect((await ask(`/en/s/${made.token}`)).status).toBe(404)
    expect(await pages()).toEqual(before)
    for (const [at, page] of before.entries()) {
      const { verify } = messages(LANGUAGES[at]!).linkPage
      expect(page).toContain(verify.known)
      expect(page).toContain(String(json.revision))
      expect(page).not.toMatch(/Qxwhom|analyst|nap-2021/)
    }
  })

  test("is told from one that was never frozen here, and from what is no digest", async () => {
    for (const l of LANGUAGES) {
      const { verify } = messages(l).linkPage
      const unknown = await ask(`/${l}/verify/${"0".repeat(64)}`)
      expect(unknown.status).toBe(200)
      expect(wordsOf(unknown.text)).toContain(verify.unknown)
      expect(wordsOf(unknown.text)).not.toContain(verify.known)
      expect(unknown.text).toMatch(/<meta name="robots" content="noindex/)
      for (const path of ["verify/nothing", "verify?digest=nothing"])
        expect(wordsOf((await ask(`/${l}/${path}`)).text), path).toContain(verify.malformed)
      // The form needs no script: it is led on to the address of the answer.
      const led = await ask(`/${l}/verify?digest=+${"0A".repeat(32)}+`)
      expect([led.status, led.headers.get("location")]).toEqual([307, `/${l}/verify/${"0a".repeat(32)}`])
    }
  })

  test("says so where the numbers are not those that were frozen", async () => {
    const made = await createShare(analyst, share({ frozen: true, query: { points: [9] } as never, free: ["lane"] }))
    const says = async (l: Locale) => wordsOf(await open(made.token, "", l)).includes(messages(l).linkPage.broken.title)
    for (const l of LANGUAGES) expect(await says(l)).toBe(false)
    // A turned control is no other answer: the digest is of the view as it was frozen.
    const turned = await open(made.token, "?lane=claim")
    expect(wordsOf(turned)).toContain(messages("en").linkPage.about.turned)
    expect(turned).not.toContain("data-broken")
    const { id } = made.share
    await db().$executeRaw`UPDATE "Share" SET digest = ${"1".repeat(64)}, version = version + 1 WHERE id = ${id}`
    for (const l of LANGUAGES) expect(await says(l)).toBe(true)
    expect(wordsOf(await open(made.token))).toContain(messages("en").linkPage.broken.text)
  })
})

describe("one chart", () => {
  const OVERVIEW = ["trend", "butterfly", "imbalance"] as const
  const POINT = ["strand-kinetic", "strand-non-kinetic", "evidence"] as const
  test("is all that its link shows", async () => {
    for (const chart of [...OVERVIEW, ...POINT]) {
      const where = POINT.includes(chart as never) ? { screen: "point", point: 6 } : { screen: "overview" }
      const html = await open(await make({ ...where, chart }))
      expect(html.match(/<figure/g), chart).toHaveLength(1)
      expect(html.match(/<h1/g), chart).toHaveLength(1)
      const drawings = new Set([...html.matchAll(/ data-drawing="([^"]*)"/g)].map(([, name]) => name))
      expect([...drawings], chart).toEqual(chart === "butterfly" ? [] : [chart])
      expect(html.includes('role="table"'), chart).toBe(chart === "butterfly")
      expect(html).not.toMatch(/id="(headline|cite|commitments|claims)"/)
      const { overview, point } = messages("en")
      const others = [overview.stand.index, overview.silences.title, overview.stale.title, point.citation.title]
      const own = wordsOf(html.slice(html.indexOf("<main"), html.indexOf('id="downloads"')))
      for (const other of others) if (other !== overview.stand.index) expect(own, chart).not.toContain(other)
      const offered = hrefs(html).flatMap((href) => /\/([\w-]+)\.(svg|png)$/.exec(href)?.[1] ?? [])
      expect([...new Set(offered)], chart).toEqual([chart])
      expect(/<title>([^<]*)/.exec(html)![1]!.length, chart).toBeGreaterThan(12)
    }
  })

  test("of a half that its visitor turned out of view says so, and shows nothing", async () => {
    const free = ["track"]
    const strand = await make({ screen: "point", point: 6, chart: "strand-kinetic", free })
    const html = await open(strand, "?track=non-kinetic")
    expect(html).not.toContain("<figure")
    expect(wordsOf(html)).toContain(messages("en").overview.grid.notInView)
    const alone = await open(await make({ chart: "imbalance", free }), "?track=kinetic")
    expect(wordsOf(alone)).toContain(messages("en").overview.imbalanceChart.oneTrack)
    expect(alone).not.toContain("data-drawing")
  })
})

const KINDS: [string, Record<string, unknown>][] = [
  ["overview", { frozen: true }],
  ["overview, free", { free: ["lane", "track", "asOf"], query: { plan: "nap-2021" } }],
  ["points", { screen: "points", query: { points: [5, 9, 10] }, free: ["lane", "asOf"] }],
  ["point", { screen: "point", point: 12, free: ["asOf"], frozen: true }],
  ["chart", { chart: "butterfly", free: ["track"] }],
  ["two dates", { screen: "compare", comparison: { by: "dates", against: "2016-12-31" }, free: ["lane", "track"] }],
  ["both lanes", { screen: "compare", comparison: { by: "lanes", against: "finding", rows: "commitments" } }],
  ["both tracks", { screen: "compare", comparison: { by: "tracks", against: "kinetic" }, frozen: true }],
  ["two regions", { screen: "compare", comparison: { by: "regions", against: "KP" }, free: ["asOf"] }],
  ["both plans", { screen: "compare", comparison: { by: "plans", against: "nap-2021" }, frozen: true }],
  ["outcomes", { screen: "outcomes", panels: ["pips.terrorist_attacks"], free: ["lane", "asOf"] }],
  ["momentum", { screen: "momentum", free: ["lane", "track", "asOf"] }],
]

test.each(KINDS)("nothing of a link leads out of it: %s", async (_, input) => {
  const token = await make(input)
  for (const l of LANGUAGES) {
    const html = await open(token, "", l)
    const inside = new RegExp(`^/(en|ur)/s/${token}(/[\\w-]+\\.(csv|json|xlsx|svg|png))?(\\?[^#]*)?(#[\\w-]+)?$`)
    const isAllowed = (href: string) =>
      inside.test(href) ||
      href.startsWith("#") ||
      href.startsWith("https://") ||
      /^\/(en|ur)\/verify\/[0-9a-f]{64}$/.test(href) ||
      /^\/api\/v1\/copies\/[0-9a-f]{64}$/.test(href) ||
      /^\/(en|ur)\/changes\?plan=/.test(href)
    expect(hrefs(html).filter((href) => !isAllowed(href))).toEqual([])
    const forms = [...html.matchAll(/<form\s[^>]*?action="([^"]*)"/g)].map(([, action]) => action!)
    expect(forms.filter((action) => !inside.test(action))).toEqual([])
    expect(hrefs(html)).toContain(`/${otherLocale(l)}/s/${token}`)
  }
})

test.each(KINDS)("nothing of a link needs a script: %s", async (_, input) => {
  const html = await open(await make(input))
  expect(html).not.toMatch(/needs-script|popovertarget|scripting:enabled|<select|type="range"|role="slider"/i)
  expect([...html.matchAll(/<button[^>]*>/g)].filter(([button]) => !button.includes('type="submit"'))).toEqual([])
  expect(html).not.toContain(messages("en").charts.explore)
})

test("what is free turns by links and a plain form, and the other language keeps it", async () => {
  const token = await make({ frozen: true, free: ["lane", "track", "asOf"] })
  const html = await open(token)
  for (const search of ["?lane=claim", "?track=kinetic"]) expect(hrefs(html)).toContain(`/en/s/${token}${search}`)
  expect(html).toMatch(new RegExp(`<form[^>]*action="/en/s/${token}"[\\s\\S]*?name="asOf"[\\s\\S]*?type="submit"`))
  const turned = await open(token, "?asOf=2017-06-30&lane=claim")
  expect(wordsOf(turned)).toContain("30 Jun 2017")
  const same = hrefs(turned).find((href) => href.startsWith("/ur/s/"))!
  expect(wordsOf(await open(token, same.slice(same.indexOf("?")), "ur"))).toContain("30 جون 2017")
  const files = hrefs(turned).filter((href) => href.includes("/data.") || href.includes(".svg"))
  expect(files.length).toBeGreaterThan(3)
  for (const href of files) expect(href).toMatch(/\?(?=.*asOf=2017-06-30)(?=.*lane=claim)/)
})

test("files are offered only where the link lets them be taken", async () => {
  const offered = async (input: Record<string, unknown>) =>
    hrefs(await open(await make(input))).filter((href) => /\.(csv|json|xlsx|svg|png)$/.test(href))
  expect(await offered({ downloads: false })).toEqual([])
  const files = await offered({})
  expect(files.map((href) => href.slice(href.lastIndexOf("/") + 1))).toEqual([
    ...["data.csv", "data.xlsx", "data.json", "trend.svg", "trend.png", "imbalance.svg", "imbalance.png"],
    ...["stand", "butterfly", "claims", "stale", "silences", "sectors"].flatMap((it) => [`${it}.svg`, `${it}.png`]),
  ])
  for (const href of [...files, ...(await offered({ screen: "point", point: 12 }))])
    expect((await ask(href)).status, href).toBe(200)
})

test("a link of one chart gives no picture of another", async () => {
  const token = await make({ chart: "butterfly" })
  expect((await ask(`/en/s/${token}/butterfly.svg`)).status).toBe(200)
  for (const name of ["stand.svg", "claims.png", "trend.svg"])
    expect((await ask(`/en/s/${token}/${name}`)).status, name).toBe(404)
})

test("a link says how its numbers are made, what they rest on and whom to ask", async () => {
  for (const l of LANGUAGES) {
    const page = wordsOf(await open(await make({ query: { points: [12] } }), "", l))
    const { method, terms, linkPage } = messages(l)
    for (const text of [
      method.index.formula,
      method.range.text,
      method.status.provisional,
      ...Object.values(terms.level),
    ])
      expect(page).toContain(text)
    expect(page).toContain(linkPage.about.madeBy.analyst)
    expect(page).toMatch(
      l === "en" ? /[1-9]\d* sources? behind these levels/ : /ان درجوں کے پیچھے (1 ماخذ|[1-9]\d* مآخذ)/,
    )
  }
})
