import { expect, test } from "vitest"
import { createShare } from "@/lib/data/share-upkeep"
import { messages } from "@/lib/i18n/messages"
import { share } from "@/tests/data/samples"
import { ask, someone } from "./client"

const CLOCKS = "known=1&asOf=2024-12-31"
const NARROW = "&region=PUNJAB&points=1,3,5,12&lane=claim"

/** Every drawing with the question it is drawn from, and what its last line must say of it. */
const PICTURES: [page: string, name: string, search: string, says: (locale: "en" | "ur") => string[]][] = [
  ["/compare", "lanes-kinetic", "&by=lanes", (at) => [both(at), track(at, "kinetic")]],
  ["/compare", "lanes-non-kinetic", "&by=lanes&lane=claim", (at) => [both(at), track(at, "non-kinetic")]],
  ["/compare", "core-kinetic", "&by=plans&lane=claim", (at) => [one(at, "claim"), track(at, "kinetic")]],
  [
    "/outcomes",
    "outcomes",
    "",
    (at) => [one(at, "finding"), ...(at === "en" ? ["outcomes as counted by", "PIPS"] : [])],
  ],
  ["/momentum", "steps", NARROW, (at) => [one(at, "claim"), ...narrowed(at)]],
  ["/momentum", "composition", "&track=kinetic", (at) => [one(at, "finding"), track(at, "kinetic")]],
  ["/sandbox", "methods", "&weights=point&lane=claim", (at) => [own(at, "claim")]],
  ["/sandbox", "methods", "", (at) => [one(at, "finding")]],
  ["", "trend", NARROW, (at) => [one(at, "claim"), ...narrowed(at)]],
  ["", "imbalance", "", (at) => [one(at, "finding")]],
  ["", "butterfly", NARROW, (at) => [one(at, "claim"), ...narrowed(at)]],
  ["", "butterfly", "&grid=gap", (at) => [both(at)]],
  ["/momentum", "provinces", NARROW, (at) => [one(at, "claim"), ...narrowed(at)]],
  ["/points/2014/12", "provinces", "&lane=claim", (at) => [one(at, "claim")]],
  ["/points/2014/12", "crosswalk", "&lane=claim", (at) => [messages(at).charts.source("neither", 1, day[at])]],
  ["/points/2014/12", "strand-non-kinetic", "&lane=claim", (at) => [both(at), track(at, "non-kinetic")]],
  ["/points/2014/12", "evidence", "", (at) => [both(at)]],
]
const day = { en: "31 Dec 2024", ur: "31 دسمبر 2024" }
const both = (at: "en" | "ur") => messages(at).charts.source("both", 1, day[at])
const one = (at: "en" | "ur", lane: "finding" | "claim") => messages(at).charts.source(lane, 1, day[at])
const own = (at: "en" | "ur", lane: "finding" | "claim") => messages(at).sandbox.source(lane, 1, day[at])
const track = (at: "en" | "ur", name: "kinetic" | "non-kinetic") => messages(at).cite.track[name]
const narrowed = (at: "en" | "ur") => [{ en: "Punjab", ur: "پنجاب" }[at], "1, 3, 5, 12"]

const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]|<[^>]*>/g, "").replaceAll("&amp;", "&")

test.each(PICTURES)(
  "%s/%s with %s says in its last line what was drawn, and where it is cited",
  async (page, name, search, says) => {
    for (const locale of ["en", "ur"] as const) {
      const { status, text } = await ask(`/${locale}${page}/${name}.svg?${CLOCKS}${search}`)
      expect(status).toBe(200)
      const source = plain(/<desc>([\s\S]*?)<\/desc>/.exec(text)![1]!)
      for (const words of says(locale)) expect(source).toContain(words)
      // No official has claimed anything of Punjab alone: there is nothing to review.
      expect(source.includes(messages(locale).site.provisional.text)).toBe(search !== NARROW)
      // The id is the one that the page itself offers, and stands on the drawing where a reader sees it.
      const html = (await ask(`/${locale}${page}?${CLOCKS}${search}`)).text
      const [, id] = new RegExp(`/${locale}/cite/(r1-[0-9a-f]{12})\\?`).exec(html)!
      expect(source).toContain(`/${locale}/cite/${id}`)
      const drawn = [...text.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map(([, words]) => plain(words!)).join("")
      expect(drawn.replaceAll(/\s/g, "")).toContain(id)
    }
  },
  60_000,
)

test("a drawing of both lanes never names one alone", async () => {
  for (const [page, name, search] of [
    ["/compare", "lanes-kinetic", "&by=lanes"],
    ["/points/2014/12", "strand-non-kinetic", ""],
    ["/compare", "moved", "&by=lanes"],
    ["/compare", "sides", "&by=lanes&lane=claim"],
    ["", "claims", "&lane=claim"],
  ] as const) {
    const { text } = await ask(`/en${page}/${name}.svg?${CLOCKS}${search}`)
    for (const lane of ["finding", "claim"] as const) expect(text, name).not.toContain(one("en", lane))
  }
})

test("what a drawing is not narrowed to is not said under it", async () => {
  for (const [picture, search] of [
    ["/points/2014/12/provinces", "&region=PUNJAB&track=kinetic"],
    ["/points/2014/12/crosswalk", "&region=PUNJAB&track=kinetic"],
    ["/silences", "&region=KP&track=kinetic&lane=claim"],
    // Of two regions each is named beside its side.
    ["/compare/moved", "&by=regions&region=PUNJAB&against=KP"],
  ] as const) {
    const { text } = await ask(`/en${picture}.svg?${CLOCKS}${search}`)
    const [, source] = /<desc>([\s\S]*?)[.۔] http/.exec(text)!
    expect(source, picture).toMatch(/31 Dec 2024$/)
    expect(source, picture).not.toContain("official claims")
  }
})

test("under a link's drawing stands what the link is narrowed to, and both lanes where both are drawn", async () => {
  const analyst = await someone("analyst")
  const made = async (input: object) => (await createShare(analyst, share({ frozen: true, ...input } as never))).token
  const source = async (token: string, name: string) =>
    /<desc>([\s\S]*?)<\/desc>/.exec((await ask(`/en/s/${token}/${name}.svg`)).text)![1]!
  const point = await made({ screen: "point", point: 12, query: { track: "non-kinetic" } })
  expect(await source(point, "provinces")).toContain(messages("en").cite.track["non-kinetic"])
  const lanes = await made({ screen: "compare", comparison: { by: "lanes", against: "finding" } })
  for (const name of ["moved", "sides"]) expect(await source(lanes, name)).toContain("findings and record of official")
})

test("previews and links' pictures say that the coding is provisional, and none does where nothing drawn is rated", async () => {
  const analyst = await someone("analyst")
  const { token } = await createShare(analyst, share({ frozen: true, screen: "overview" } as never))
  for (const locale of ["en", "ur"] as const) {
    const { title, text } = messages(locale).site.provisional
    for (const page of ["", "/points/2014/12"]) {
      expect((await ask(`/${locale}${page}/preview.svg?${CLOCKS}`)).text, page).toContain(title)
    }
    for (const name of ["trend", "butterfly"]) {
      expect((await ask(`/${locale}/s/${token}/${name}.svg`)).text, name).toContain(text)
    }
    const unrated = await ask(`/${locale}/outcomes/outcomes.svg?known=1&asOf=2014-12-15`)
    expect(unrated.status).toBe(200)
    expect(unrated.text).not.toContain(title)
  }
}, 60_000)
