import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { siteHrefs } from "@/components/views/hrefs"
import { Trend } from "@/components/views/overview/trend"
import { PointHistory } from "@/components/views/point/point-history"
import { RivalRatings } from "@/components/views/point/rival-ratings"
import { Query, resolve } from "@/lib/domain/query"
import { outcomes } from "@/lib/domain/views/outcomes"
import { overview } from "@/lib/domain/views/overview"
import { pointView } from "@/lib/domain/views/point"
import { sharedView } from "@/lib/domain/views/shared"
import { LOCALES, type Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { addition, datasetLedger, fact, published } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const REGIONS = ["KP", "PUNJAB", "BALOCHISTAN", "SINDH", "MERGED"]
/** The dataset, and a revision that judged one commitment in a province and in the whole country. */
const ledger = published(datasetLedger(), [
  addition(fact("in-kp", { region: "KP" })),
  addition(fact("in-sindh", { region: "SINDH" })),
  addition(fact("everywhere", { effectiveOn: "2024-02-01" })),
])

const asked = (region: string | null, plan = "nap-2014") => resolve(Query.parse({ plan, region }), ledger, NOW)
const linked = (screen: "overview" | "outcomes" | "point", region: string, plan: string, point: number | null) =>
  sharedView(
    ledger,
    {
      ...{ screen, point, frozen: false, createdAt: NOW, comparison: null, panels: screen === "outcomes" ? [] : null },
      query: Query.parse({ plan, region, points: point === null ? null : [point] }),
    },
    NOW,
  )!.view

const NUMBERS = { "nap-2014": 20, "nap-2021": 14 }

test.each(REGIONS)("a point asked about in %s tells on the site what a link to it tells", (region) => {
  for (const [plan, last] of Object.entries(NUMBERS)) {
    for (let number = 1; number <= last; number++) {
      const own = pointView(ledger, asked(region, plan), number)!
      const link = linked("point", region, plan, number) as typeof own
      const told = ({ ratings, events, history, silences }: typeof own) => ({
        ...{ ratings, events, silences },
        // A link leaves out the reason of a revision that also did something else.
        history: history.map(({ revision, items }) => ({ revision, items })),
      })
      expect(told(own), `${plan} ${number}`).toEqual(told(link))
    }
  }
})

test.each(REGIONS)("the events beside %s are those of its link, on the overview and beside outcomes", (region) => {
  for (const plan of Object.keys(NUMBERS)) {
    const [first, second] = [overview(ledger, asked(region, plan)), outcomes(ledger, asked(region, plan), [])]
    expect(first.events).toEqual((linked("overview", region, plan, null) as typeof first).events)
    expect(second.events).toEqual((linked("outcomes", region, plan, null) as typeof second).events)
    expect(first.timeline).toEqual((linked("overview", region, plan, null) as typeof first).timeline)
  }
})

test("of a region are told its own verdicts, levels and events and those of the whole country, of no other", () => {
  const here = pointView(ledger, asked("KP"), 5)!
  const all = pointView(ledger, asked(null), 5)!
  expect(new Set(all.ratings.map((it) => it.region))).toContain("PUNJAB")
  expect(new Set(here.ratings.map((it) => it.region))).toEqual(new Set([null]))
  const ids = ({ history }: typeof here) => history[0]!.items.map(({ id }) => id)
  expect(ids(all)).toEqual(["in-kp", "in-sindh", "everywhere"])
  expect(ids(here)).toEqual(["in-kp"])
  // Where all are told, a level of a province does not pass for one of the whole country.
  const places = all.history[0]!.items.map(({ region }) => region?.en ?? null)
  expect(places).toEqual(["Khyber Pakhtunkhwa", "Sindh", null])
  const events = overview(ledger, asked("KP")).events
  expect(new Set(events.map((it) => it.region))).toEqual(new Set(["KP", "FEDERAL", null]))
  expect(overview(ledger, asked(null)).events.length).toBeGreaterThan(events.length)
})

test.each(Object.keys(LOCALES) as Locale[])(
  "the page says that only one region is told of, and only then (%s)",
  (locale) => {
    const { terms, point } = messages(locale)
    const screen = (region: string | null, number: number) => {
      const view = pointView(ledger, asked(region), number)!
      const beside = overview(ledger, asked(region))
      const hrefs = siteHrefs(locale, `/${locale}/points/2014/${number}`, Query.parse({ region }))
      const html = renderToStaticMarkup(
        <>
          <RivalRatings {...{ locale, view }} />
          <PointHistory {...{ locale, view, hrefs }} />
          <Trend {...{ locale, view: beside, plan: beside.plans[0]! }} isStill />
        </>,
      )
      return { html, name: view.region ? inLocale(locale, view.region.name).text : "" }
    }
    const { html, name } = screen("KP", 5)
    const said = [terms.onlyOf.ratings(name), terms.onlyOf.events(name), point.history.ofRegion(name)]
    for (const words of said) expect(html).toContain(words)
    // Others rated point 2, of another province.
    expect(screen(null, 2).html).not.toContain(point.ratings.none)
    expect(screen("KP", 2).html).toContain(point.ratings.noneOf(name))
    const whole = screen(null, 5).html
    for (const words of said) expect(whole).not.toContain(words)
  },
)
