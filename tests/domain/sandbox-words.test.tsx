import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { PlanChoice } from "@/components/views/controls/segment"
import { siteHrefs } from "@/components/views/hrefs"
import { SandboxScreen } from "@/components/views/sandbox/sandbox-screen"
import { sandboxHeadline, scoreWords } from "@/components/views/sandbox/words"
import { methodParameters, type OwnMethod, PUBLISHED_METHOD, readMethod } from "@/lib/domain/own-method"
import { Query, resolve } from "@/lib/domain/query"
import { pointNumbers, sandbox } from "@/lib/domain/views/sandbox"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const ask = (given: Partial<Query>) => resolve(Query.parse(given), ledger, "2026-11-22T09:00:00Z")
const of = (given: Partial<Query>, method: OwnMethod = PUBLISHED_METHOD) => sandbox(ledger, ask(given), method)
const locales = ["en", "ur"] as const

test.each(locales)("the headline tells of no lead where there is nothing to compare (%s)", (locale) => {
  const words = messages(locale).sandbox
  expect(sandboxHeadline(locale, of({ track: "kinetic" }))).toBe(words.oneTrack.kinetic)
  // No kinetic commitment is made under point 4.
  expect(sandboxHeadline(locale, of({ points: [4] }))).toBe(words.oneTrack["non-kinetic"])
  expect(sandboxHeadline(locale, of({ track: "kinetic", points: [4] }))).toBe(words.empty)
  const unrated = of({ region: "AJK" })
  expect([unrated.tracks.all.rated, unrated.tracks.all.commitments > 0]).toEqual([0, true])
  expect(sandboxHeadline(locale, unrated)).toBe(words.noneRated)
})

test.each(locales)("which half leads depends on the method only where some way puts one ahead (%s)", (locale) => {
  const { headline } = messages(locale).sandbox
  const view = of({})
  const told = (counts: (typeof view.holdings)[number]["counts"]) =>
    sandboxHeadline(locale, {
      ...view,
      holdings: view.holdings.map((it) => (it.conclusion === "lead" ? { ...it, answer: null, counts } : it)),
    })
  expect(told({ first: 0, second: 0, equal: 3, "cannot-be-told": 6 })).toBe(headline.neither)
  expect(told({ first: 1, second: 2, equal: 0, "cannot-be-told": 6 })).toBe(headline.differs)
  expect(told({ first: 1, second: 0, equal: 0, "cannot-be-told": 8 })).toBe(headline.onlyFirst)
  expect(told({ first: 0, second: 6, equal: 0, "cannot-be-told": 3 })).toBe(headline.onlySecond)
})

test("between the tracks two weightings come to the same, and the page says so", () => {
  for (const view of [of({}), of({ plan: "nap-2021" }), of({ asOf: "2017-06-30" })]) {
    for (const unrated of ["range", "excluded", "zero"] as const) {
      const by = (weights: string) => view.combinations.find((it) => it.weights === weights && it.unrated === unrated)!
      expect(by("track").lead).toBe(by("commitment").lead)
    }
  }
  for (const locale of locales) {
    const query = Query.parse({})
    const hrefs = siteHrefs(locale, `/${locale}/sandbox`, query, {})
    const page = renderToStaticMarkup(<SandboxScreen {...{ locale, query, hrefs }} view={of({})} />)
    expect(page).toContain(messages(locale).sandbox.sameWeights)
  }
})

test("where all weights are 0 no weight is left, which is not that nothing can be rated", () => {
  const own = Object.fromEntries([...pointNumbers(ledger, ask({}))].map((number) => [number, 0]))
  const { tracks } = of({}, { weights: "own", unrated: "range", own })
  expect(tracks.kinetic.rated).toBeGreaterThan(0)
  for (const locale of locales) {
    const { sandbox: words, terms } = messages(locale)
    expect(scoreWords(locale, tracks.kinetic)).toBe(words.noWeight)
    expect(scoreWords(locale, of({ region: "AJK" }).tracks.all)).toContain(terms.unrated)
    expect(scoreWords(locale, of({ points: [4] }).tracks.kinetic)).toBe(terms.nothingPromised)
  }
})

test("own weights stay behind when another plan, with other points, is chosen", () => {
  const query = Query.parse({})
  const method: OwnMethod = { weights: "own", unrated: "range", own: { 1: 5, 17: 0 } }
  const hrefs = siteHrefs("en", "/en/sandbox", query, methodParameters(method))
  const html = renderToStaticMarkup(<PlanChoice locale="en" view={of({}, method)} hrefs={hrefs} />)
  expect(html).toContain('href="/en/sandbox?plan=nap-2021&amp;weights=own"')
})

test("a weight of a point that the plan does not have is named as ignored, and the others count", () => {
  const params: [string, string][] = [
    ["weights", "own"],
    ["own", "1:5,17:0"],
  ]
  const read = (plan: string) => readMethod(params, pointNumbers(ledger, ask({ plan })))
  expect(read("nap-2014")).toEqual({ method: { weights: "own", unrated: "range", own: { 1: 5, 17: 0 } }, ignored: [] })
  expect(read("nap-2021")).toEqual({ method: { weights: "own", unrated: "range", own: { 1: 5 } }, ignored: ["own"] })
})
