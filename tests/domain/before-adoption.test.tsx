import type { ReactElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { drawingsOf } from "@/components/drawings/offered"
import { citedFinding } from "@/components/views/cited-finding"
import { CompareScreen } from "@/components/views/compare/screen"
import { AsOf } from "@/components/views/controls/as-of"
import { siteHrefs } from "@/components/views/hrefs"
import { MomentumScreen } from "@/components/views/momentum/momentum-screen"
import { descriptionOf } from "@/components/views/overview/description"
import { OverviewScreen } from "@/components/views/overview/screen"
import { PointScreen } from "@/components/views/point/point-screen"
import { PointsScreen } from "@/components/views/points/points-screen"
import { SandboxScreen } from "@/components/views/sandbox/sandbox-screen"
import { EmbedBody } from "@/components/views/share/embed-body"
import { viewDescription } from "@/components/views/share/embed-words"
import { chartOf } from "@/components/views/share/link-chart"
import { citedPage, pinnedTo } from "@/lib/domain/citation"
import { snapshot } from "@/lib/domain/ledger"
import { PUBLISHED_METHOD } from "@/lib/domain/own-method"
import { Query, type Question, resolve } from "@/lib/domain/query"
import { CHARTS } from "@/lib/domain/share"
import { citationAnswer } from "@/lib/domain/views/citation"
import type { CitedView } from "@/lib/domain/views/cited"
import { compareView } from "@/lib/domain/views/compare/compare"
import { readComparison } from "@/lib/domain/views/compare/sides"
import { momentumView } from "@/lib/domain/views/momentum"
import { overview } from "@/lib/domain/views/overview"
import { pointView } from "@/lib/domain/views/point"
import { pointsList } from "@/lib/domain/views/points"
import { sandbox } from "@/lib/domain/views/sandbox"
import { formatDay } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

/** The promise: of a day before a plan was adopted no screen, link, embed, picture or citation judges it. */
const ledger = datasetLedger()
const ADOPTED = { "nap-2014": "2014-12-24", "nap-2021": "2021-09-09" }
const DAYS = [
  ["nap-2021", "2016-02-29"],
  ["nap-2021", "2021-09-08"],
  ["nap-2014", "2014-12-01"],
  ["nap-2014", "0001-01-01"],
] as const
const cases = (["en", "ur"] as const).flatMap((locale) => DAYS.map(([plan, asOf]) => ({ locale, plan, asOf })))
type Case = (typeof cases)[number]

function asked({ locale, plan, asOf }: Case) {
  const query = Query.parse({ plan, asOf })
  const question = resolve(query, ledger, "2026-11-22T09:00:00Z")
  const year = Number(ADOPTED[plan].slice(0, 4))
  const { notAdopted } = messages(locale).overview
  const headline = (day: string) => notAdopted.headline(year, formatDay(locale, day))
  return { query, question, headline, hrefs: siteHrefs(locale, `/${locale}`, query) }
}
const compared = (question: Question, by: string) => {
  const { comparison } = readComparison(new URLSearchParams({ by }), question, snapshot(ledger, 1))
  return compareView(ledger, question, comparison)
}
/** A drawing, a composition bar or a table of figures. */
const drawn = (html: string) => /<svg[^>]*role="img"|class="cb"|<table/.exec(html)?.[0] ?? null

test.each(cases)("$plan on $asOf in $locale: every screen says that it was not there, and shows no chart", (given) => {
  const { query, question, headline, hrefs } = asked(given)
  const parts = { locale: given.locale, query, hrefs, controls: <></> }
  const views = {
    overview: overview(ledger, question),
    momentum: momentumView(ledger, question),
    points: pointsList(ledger, question),
    point: pointView(ledger, question, 5)!,
    sandbox: sandbox(ledger, question, PUBLISHED_METHOD),
  }
  const shown: [CitedView, ReactElement][] = [
    [{ screen: "overview", view: views.overview }, <OverviewScreen key="1" {...parts} view={views.overview} />],
    [{ screen: "momentum", view: views.momentum }, <MomentumScreen key="2" {...parts} view={views.momentum} />],
    [{ screen: "points", view: views.points }, <PointsScreen key="3" {...parts} view={views.points} />],
    [{ screen: "point", view: views.point }, <PointScreen key="4" {...parts} view={views.point} />],
    [{ screen: "sandbox", view: views.sandbox }, <SandboxScreen key="5" {...parts} view={views.sandbox} />],
    ...["lanes", "tracks", "dates"].map((by): [CitedView, ReactElement] => {
      const view = compared(question, by)
      return [{ screen: "compare", view }, <CompareScreen key={by} {...parts} view={view} />]
    }),
  ]
  for (const [cited, screen] of shown) {
    const html = renderToStaticMarkup(screen)
    expect(html).toContain(headline(cited.screen === "compare" ? cited.view.a.asOf : given.asOf))
    expect([cited.screen, drawn(html), html.includes("NaN")]).toEqual([cited.screen, null, false])
    expect(drawingsOf(given.locale, cited)).toEqual([])
  }
})

test.each(cases)("$plan on $asOf in $locale: nor does a link, an embed, a preview or a citation judge it", (given) => {
  const { query, question, headline, hrefs } = asked(given)
  const { locale, asOf } = given
  const [view, point] = [overview(ledger, question), pointView(ledger, question, 5)!]
  const shown = [
    { screen: "overview" as const, query, view },
    { screen: "point" as const, query, view: point },
    { screen: "momentum" as const, query, view: momentumView(ledger, question) },
    { screen: "points" as const, query, view: pointsList(ledger, question) },
  ]
  expect(descriptionOf(locale, view)).toContain(headline(asOf))
  for (const shared of shown) {
    expect(viewDescription(locale, shared, null)).toContain(headline(asOf))
    expect(drawn(renderToStaticMarkup(<EmbedBody locale={locale} shared={shared} chart={null} />))).toBeNull()
    for (const chart of CHARTS[shared.screen]) {
      const { finding, figure } = chartOf({ locale, shared, chart, hrefs })
      expect([finding, drawn(renderToStaticMarkup(<>{figure}</>))]).toEqual([headline(asOf), null])
    }
  }
  for (const path of ["", "/points", "/points/2014/5", "/momentum", "/sandbox", "/explore"]) {
    const page = citedPage(path.replace("2014", ADOPTED[given.plan].slice(0, 4)))!
    const pinned = pinnedTo(page, question, [])
    const { sentences, rows } = citedFinding(locale, citationAnswer(ledger, pinned), [])
    expect(sentences.join(" ")).toContain(headline(asOf))
    expect(rows).toEqual([])
  }
})

test("a day before the plan is not offered, and one that an address names can still be left", () => {
  const field = (asOf: string | null) => {
    const query = Query.parse({ asOf })
    const view = overview(ledger, resolve(query, ledger, "2026-11-22T09:00:00Z"))
    return renderToStaticMarkup(<AsOf locale="en" view={view} hrefs={siteHrefs("en", "/en", query)} id="asof" />)
  }
  expect(/<input[^>]*type="date"[^>]*>/.exec(field(null))![0]).toContain('min="2014-12-24"')
  expect(/<input[^>]*type="date"[^>]*>/.exec(field("2010-01-01"))![0]).not.toContain("min=")
})

test("two dates before or across the adoption are not compared, and the first day that can be is offered", () => {
  const query = Query.parse({ asOf: "2015-03-01" })
  const view = compared(resolve(query, ledger, "2026-11-22T09:00:00Z"), "dates")
  const hrefs = siteHrefs("en", "/en/compare", query)
  const html = renderToStaticMarkup(<CompareScreen locale="en" view={view} hrefs={hrefs} />)
  expect(html).toContain("On 1 Mar 2014 the 2014 plan had not been adopted")
  expect(html).not.toContain("changed its level")
  expect(html).toContain('href="/en/compare?asOf=2015-03-01&amp;against=2014-12-24"')
})
