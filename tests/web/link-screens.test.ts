import { beforeAll, describe, expect, test } from "vitest"
import { createShare } from "@/lib/data/share-upkeep"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { share } from "@/tests/data/samples"
import { ask, csvRows, site, someone, type Someone, wordsOf } from "./client"
import { rowsIn, wordsIn } from "./svg"

const LANGUAGES: Locale[] = ["en", "ur"]
const PAPER = "https://paper.example"

/** What a link is made of, the site's own address of the same view, and which drawings it has. */
type Screen = { input: object; address: string; drawings: string[] }
const compare = (comparison: object, query: object = {}) => ({ screen: "compare", comparison, query })
const SCREENS: [name: string, screen: Screen][] = [
  [
    "two dates",
    {
      input: compare({ by: "dates", against: "2016-12-31" }, { asOf: "2021-06-30", points: [6, 12, 15] }),
      address: "compare?points=6,12,15&asOf=2021-06-30&against=2016-12-31",
      drawings: ["sides", "moved"],
    },
  ],
  [
    "two dates, by commitment",
    {
      input: compare({ by: "dates", against: "2016-12-31", rows: "commitments" }, { asOf: "2021-06-30" }),
      address: "compare?asOf=2021-06-30&against=2016-12-31&rows=commitments",
      drawings: ["sides", "moved"],
    },
  ],
  [
    "both lanes",
    {
      input: compare({ by: "lanes", against: "finding" }, { track: "non-kinetic", asOf: "2025-12-31" }),
      address: "compare?by=lanes&against=finding&track=non-kinetic&asOf=2025-12-31",
      drawings: ["lanes-non-kinetic", "sides", "moved", "claims"],
    },
  ],
  [
    "both tracks",
    {
      input: compare({ by: "tracks", against: "non-kinetic" }, { asOf: "2025-12-31" }),
      address: "compare?by=tracks&against=non-kinetic&asOf=2025-12-31",
      drawings: ["sides", "moved"],
    },
  ],
  [
    "two regions",
    {
      input: compare({ by: "regions", against: "KP" }, { asOf: "2025-12-31" }),
      address: "compare?by=regions&against=KP&asOf=2025-12-31",
      drawings: ["sides", "moved"],
    },
  ],
  [
    "both plans",
    {
      input: compare({ by: "plans", against: "nap-2014" }, { plan: "nap-2021", asOf: "2025-12-31" }),
      address: "compare?by=plans&against=nap-2014&plan=nap-2021&asOf=2025-12-31",
      drawings: ["core-kinetic", "core-non-kinetic", "sides", "moved"],
    },
  ],
  [
    "outcomes",
    {
      input: {
        screen: "outcomes",
        panels: ["pips.terrorist_attacks", "satp.fatalities_total"],
        query: { asOf: "2025-12-31" },
      },
      address: "outcomes?asOf=2025-12-31&show=pips.terrorist_attacks,satp.fatalities_total",
      drawings: ["outcomes"],
    },
  ],
  [
    "momentum",
    {
      input: { screen: "momentum", query: { plan: "nap-2021", asOf: "2025-12-31" } },
      address: "momentum?plan=nap-2021&asOf=2025-12-31",
      drawings: ["steps", "composition", "stale", "promises", "leads", "provinces"],
    },
  ],
]

let analyst: Someone
beforeAll(async () => {
  analyst = await someone("analyst")
})

const heading = (html: string) => wordsOf(/<h1[^>]*>[\s\S]*?<\/h1>/.exec(html)![0])
/** The first lines of every table of a page, as words: the numbers that the page shows. */
const tables = (html: string) => [...html.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) => wordsOf(table))
const told = (html: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1]

describe.each(SCREENS)("a link to %s", (_, { input, address, drawings }) => {
  let token: string
  beforeAll(async () => {
    token = (await createShare(analyst, share({ ...input, frozen: true, sites: [PAPER] }))).token
  })

  test("says in both languages what the site's own page says, number by number", async () => {
    for (const l of LANGUAGES) {
      const [there, here] = await Promise.all([ask(`/${l}/${address}`), ask(`/${l}/s/${token}`)])
      expect([there.status, here.status]).toEqual([200, 200])
      expect(heading(here.text)).toBe(heading(there.text))
      expect(heading(here.text).length).toBeGreaterThan(15)
      // The site has a few tables more: what could be chosen, the timeline, the way to cite.
      const own = tables(here.text).filter((table) => !table.includes(messages(l).method.index.formula))
      expect(own.filter((table) => !tables(there.text).includes(table))).toEqual([])
      const shown = [messages(l).share.page.frozen, messages(l).method.index.formula]
      for (const text of shown) expect(wordsOf(here.text)).toContain(text)
      // No script of ours is left, and no cookie is set.
      expect(here.text).not.toMatch(/needs-script|<select/)
      expect(here.headers.getSetCookie()).toEqual([])
    }
  })

  test("gives the lines of the site's own table, in every form", async () => {
    const csv = `/api/v1/${address}&format=csv`
    const [there, here, json, api] = await Promise.all([
      ask(csv),
      ask(`/en/s/${token}/data.csv`),
      ask(`/en/s/${token}/data.json`),
      ask(`/api/v1/links/${token}`),
    ])
    expect(there.status).toBe(200)
    expect(csvRows(here.text)).toEqual(csvRows(there.text))
    expect(csvRows(here.text).length).toBeGreaterThan(2)
    expect(json.json).toEqual(api.json)
    const { query, ...own } = input as { query: object }
    expect(json.json).toMatchObject({ ...own, ...query })
    expect(json.json.items).toHaveLength(csvRows(here.text).length)
    const workbook = await fetch(`${site}/en/s/${token}/data.xlsx`)
    expect([workbook.status, workbook.headers.get("content-type")]).toEqual([
      200,
      expect.stringContaining("spreadsheetml"),
    ])
  })

  test("has its drawings, a preview with the finding, and a frame for the sites that may show it", async () => {
    const { text } = await ask(`/en/s/${token}`)
    const offered = [...text.matchAll(/href="[^"]*\/([\w-]+)\.(?:svg|png)"/g)].map(([, name]) => name!)
    expect([...new Set(offered)]).toEqual(drawings)
    const [path, search] = address.split("?")
    for (const name of drawings) {
      const svg = await ask(`/en/s/${token}/${name}.svg`)
      expect([svg.status, svg.headers.get("content-type")], name).toEqual([200, expect.stringContaining("svg")])
      const theirs = await ask(`/en/${path}/${name}.svg?${search}`)
      expect([...rowsIn(svg.text).keys()], name).toEqual([...rowsIn(theirs.text).keys()])
    }
    // Both sides of a comparison by name, as above the site's own picture.
    const above = (svg: string) => wordsIn(svg)[0]
    for (const l of LANGUAGES) {
      const [here, there] = await Promise.all([
        ask(`/${l}/s/${token}/${drawings[0]}.svg`),
        ask(`/${l}/${path}/${drawings[0]}.svg?${search}`),
      ])
      expect(above(here.text)?.length).toBeGreaterThan(10)
      expect(above(here.text)).toBe(above(there.text))
      expect(above(here.text)).not.toBe(messages(l).cite.screen.compare())
    }
    for (const l of LANGUAGES) {
      const page = (await ask(`/${l}/s/${token}`)).text
      expect(wordsOf(told(page, "og:title")!.replaceAll("&#x27;", "'"))).toBe(heading(page))
      const description = wordsOf(told(page, "og:description")!.replaceAll("&#x27;", "'"))
      // Its sentence is one that the page itself says.
      const [sentence] = description.split(/(?<=[.۔]) /).filter((it) => it !== messages(l).outcomes.notCause)
      expect(wordsOf(page).replaceAll(/[\u2066-\u2069]/g, "")).toContain(
        sentence!.replaceAll(/[\u2066-\u2069]/g, "").replace(/[.۔]$/, ""),
      )
      const frame = await ask(`/${l}/embed/${token}`)
      expect([frame.status, heading(frame.text)]).toEqual([200, heading(page)])
      expect(wordsOf(frame.text)).toMatch(/\d/)
    }
    const image = await fetch(`${site}/en/s/${token}/preview.png`)
    expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/png"])
    const card = await ask(`/api/v1/oembed?url=${encodeURIComponent(`${site}/en/s/${token}`)}`)
    expect(card.json).toMatchObject({ type: "rich", html: expect.stringContaining(`/en/embed/${token}`) })
    const { screen } = input as { screen: "compare" }
    expect(card.json.title).toBe(messages("en").site.titleOf(messages("en")[screen].title))
  })

  test("keeps its digest, which the page of verification knows", async () => {
    const { text } = await ask(`/en/s/${token}`)
    expect(text).not.toContain("data-broken")
    const digest = /data-digest="([0-9a-f]{64})"/.exec(text)![1]!
    expect((await ask(`/api/v1/digests/${digest}`)).json).toMatchObject({ known: true })
    expect(wordsOf((await ask(`/en/verify/${digest}`)).text)).toContain(messages("en").linkPage.verify.known)
  })

  test("cannot be turned into another by its address", async () => {
    const bent =
      "?by=plans&against=nap-2021&then=2020-01-01&rows=commitments&show=gti.gti_deaths&plan=nap-2021&lane=claim&drawing=moved"
    for (const path of [`/en/s/${token}`, `/en/s/${token}/data.csv`]) {
      const [asMade, asBent] = await Promise.all([ask(path), ask(path + bent)])
      expect(asBent.status).toBe(200)
      expect(wordsOf(asBent.text)).toBe(wordsOf(asMade.text))
    }
  })
})

test("what visitors may turn is turned within the two sides", async () => {
  const free = ["lane", "track"]
  const comparison = { by: "dates", against: "2016-12-31" }
  const made = await createShare(analyst, share({ screen: "compare", comparison, free } as never))
  const there = await ask("/en/compare?against=2016-12-31&lane=claim&track=kinetic")
  const here = await ask(`/en/s/${made.token}?lane=claim&track=kinetic`)
  expect(heading(here.text)).toBe(heading(there.text))
  expect(heading(here.text)).not.toBe(heading((await ask(`/en/s/${made.token}`)).text))
  // The sides themselves stay: they are what is compared.
  expect(heading((await ask(`/en/s/${made.token}?asOf=2018-01-01`)).text)).toBe(
    heading((await ask(`/en/s/${made.token}`)).text),
  )
})

test("a link to a comparison of nothing, or of what does not exist, is refused in plain words", async () => {
  const refused = async (input: object) => {
    const { status, json } = await ask("/api/v1/shares", { as: analyst, body: { label: "x", ...input } })
    expect([status, json.code]).toEqual([400, "invalid"])
    return json.errors as Record<string, string[]>
  }
  const by = (comparison: object, query: object = {}) => refused({ screen: "compare", comparison, query })
  expect(await by({ by: "plans", against: "nap-2014" })).toEqual({
    "comparison.against": ["Choose two different plans."],
  })
  expect(await by({ by: "plans", against: "nap-2030" })).toEqual({ "comparison.against": ["There is no such plan."] })
  expect(await by({ by: "regions", against: "MOON" })).toEqual({ "comparison.against": ["There is no such region."] })
  expect(await by({ by: "dates", against: "2099-01-01" })).toEqual({
    "comparison.against": ["This day has not come yet."],
  })
  expect(await by({ by: "lanes", against: "claim" }, { lane: "claim" })).toEqual({
    "query.lane": ["Both sides are shown; leave it out."],
  })
  expect(await refused({ screen: "outcomes", panels: ["nobody.nothing"] })).toEqual({
    panels: ["There is no panel nobody.nothing in this view."],
  })
  expect(Object.keys(await refused({ screen: "outcomes" }))).toEqual(["panels"])
  expect(Object.keys(await refused({ screen: "compare" }))).toEqual(["comparison"])
})
