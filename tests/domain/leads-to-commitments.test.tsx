import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Claims } from "@/components/views/compare/claims"
import { Counts } from "@/components/views/compare/commitments"
import { type Hrefs, NO_HREFS, siteHrefs } from "@/components/views/hrefs"
import { LeadsFigure } from "@/components/views/momentum/leads-figure"
import { PromisesFigure } from "@/components/views/momentum/promises-figure"
import { ProvincesFigure } from "@/components/views/momentum/provinces-figure"
import { StaleFigure } from "@/components/views/momentum/stale-figure"
import { Sectors } from "@/components/views/overview/sectors"
import { LongestUnchecked } from "@/components/views/overview/stale"
import { Query, readQuery, resolve } from "@/lib/domain/query"
import { compareView } from "@/lib/domain/views/compare/compare"
import { readComparison } from "@/lib/domain/views/compare/sides"
import { exploreView } from "@/lib/domain/views/explore"
import { EXPLORE_NAMES, explored, readChoice } from "@/lib/domain/views/explore-choice"
import { momentumView } from "@/lib/domain/views/momentum"
import { overview } from "@/lib/domain/views/overview"
import { snapshot } from "@/lib/domain/ledger"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const NOW = "2026-11-22T09:00:00Z"
const QUERIES: Partial<Query>[] = [
  { asOf: "2026-11-22" },
  { asOf: "2021-08-31", lane: "claim" },
  { asOf: "2024-06-30", plan: "nap-2021", track: "non-kinetic" },
  { asOf: "2022-12-31", region: "BALOCHISTAN" },
  { asOf: "2018-12-31", points: [10, 12, 20] },
]

type Link = { params: URLSearchParams; text: string }
const linksIn = (html: string): Link[] =>
  [...html.matchAll(/<a[^>]*href="\/en\/explore([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, search, inner]) => ({
    params: new URLSearchParams(search!.replaceAll("&amp;", "&")),
    text: inner!.replace(/<[^>]+>/g, ""),
  }))

/** The rows of the table at an address, as its page reads it. */
function rowsAt({ params }: Link) {
  const { query } = readQuery(params, ledger, NOW, EXPLORE_NAMES)
  const view = exploreView(ledger, resolve(query, ledger, NOW))
  const { choice, ignored } = readChoice(params, view)
  expect(ignored).toEqual([])
  return { lane: view.lane, rows: explored(view, choice).rows }
}

test.each(QUERIES)("every number of Momentum and of the overview leads to as many commitments: %o", (own) => {
  const query = Query.parse(own)
  const question = resolve(query, ledger, NOW)
  const hrefs = siteHrefs("en", "/en/momentum", query)
  const view = momentumView(ledger, question)
  const screen = (to: Hrefs) =>
    [StaleFigure, LeadsFigure, ProvincesFigure].map((Part) =>
      renderToStaticMarkup(<Part locale="en" view={view} hrefs={to} />),
    )
  const home = overview(ledger, question)
  const plan = home.plans.find((it) => it.id === home.plan)!
  const front = (to: Hrefs) => [
    renderToStaticMarkup(<Sectors locale="en" view={home} hrefs={to} />),
    renderToStaticMarkup(<LongestUnchecked locale="en" view={home} hrefs={to} year={plan.year} />),
  ]

  const links = [...screen(hrefs), ...front(hrefs)].flatMap(linksIn)
  const bodies = view.leads.kinds.flatMap((kind) => kind.bodies)
  const told = new Map<string, number>()
  const check = (kind: string, link: Link, count: number) => {
    expect(rowsAt(link).rows.length, `${kind} ${link.params} ${link.text}`).toBe(count)
    told.set(kind, (told.get(kind) ?? 0) + 1)
  }
  for (const link of links) {
    const { params, text } = link
    const track = own.track ?? params.get("track")
    const ofTrack = (of: (typeof view)["tracks"]) =>
      (track === "kinetic" ? of.kinetic : track === "non-kinetic" ? of.nonKinetic : of.all).commitments
    const [, some, all] = /^(\d+) of (\d+) rated$/.exec(text) ?? []
    if (some !== undefined) {
      check("rated", link, Number(all))
      const { lane, rows } = rowsAt(link)
      expect(rows.filter((row) => row[lane] !== null).length).toBe(Number(some))
    }
    const leftOut = /^(\d+) of \d+$/.exec(text)
    if (leftOut) check("stale", link, Number(leftOut[1]))
    else if (params.has("sector")) {
      check("kind", link, ofTrack(view.leads.kinds.find((it) => it.sector === params.get("sector"))!.tracks))
      if (/commitments?$/.test(text)) check("sector", link, parseInt(text))
    } else if (params.has("named"))
      check("body", link, ofTrack(bodies.find((it) => it.id === params.get("named"))!.tracks))
    else if (params.has("checked")) check("unchecked", link, home.stalest.filter((it) => it.months > 12).length)
    else if (/Point \d+:/.test(text)) {
      const region = view.provinces.regions.find((it) => it.id === params.get("region"))!
      const point = region.points.find((it) => String(it.number) === params.get("points"))!
      if (point.state === "not-applicable") throw new Error("leads to what was never promised")
      check("province", link, point.score.commitments)
      const { lane, rows } = rowsAt(link)
      expect(rows.filter((row) => row[lane] !== null).length).toBe(point.score.rated)
    }
  }
  for (const kind of ["rated", "stale", "kind", "body", "sector", "unchecked", "province"]) expect(told.get(kind), kind).toBeGreaterThan(0) // prettier-ignore
  // Inside a link there is nowhere else to go.
  expect([...screen(NO_HREFS), ...front(NO_HREFS)].join("")).not.toMatch(/href="\/en\//)
})

const compared = (by: string, rows: string, query: Query) => {
  const question = resolve(query, ledger, NOW)
  const own = new URLSearchParams({ by, rows, against: by === "dates" ? "2016-12-31" : "" })
  return compareView(ledger, question, readComparison(own, question, snapshot(ledger, 1)).comparison)
}

test.each(["points", "commitments"])(
  "the counts of a comparison lead to what they count, from the list of %s",
  (rows) => {
    const query = Query.parse({ asOf: "2018-12-31" })
    const hrefs = siteHrefs("en", "/en/compare", query, { against: "2016-12-31" })
    const view = compared("dates", rows, query)
    const html = renderToStaticMarkup(<Counts locale="en" view={view} hrefs={hrefs} />)
    const { up, down } = view.counts
    expect([up > 0, down]).toEqual([true, 0])
    const address = rows === "points" ? "/en/compare?asOf=2018-12-31&amp;against=2016-12-31&amp;rows=commitments" : ""
    expect(html).toContain(`<a href="${address}#moved-up">${up}</a>`)
    expect(html).not.toContain("#moved-down")
    const inLink = renderToStaticMarkup(<Counts locale="en" view={view} hrefs={NO_HREFS} />)
    expect(inLink.includes("<a ")).toBe(rows === "commitments")
  },
)

test("whatever was promised and never seen names the publications that this rests on", () => {
  const query = Query.parse({ asOf: "2026-11-22" })
  const view = compared("lanes", "points", query)
  const claims = view.claims!
  const said = renderToStaticMarkup(<Claims locale="en" view={view} claims={claims} hrefs={NO_HREFS} />)
  const momentum = momentumView(ledger, resolve(query, ledger, NOW))
  const plan = momentum.plans.find((it) => it.id === momentum.plan)!
  const dated = renderToStaticMarkup(<PromisesFigure locale="en" view={momentum} plan={plan} hrefs={NO_HREFS} />)
  const sources = (html: string) => [...html.matchAll(/href="(https:[^"]+)"/g)].map(([, href]) => href)
  const [ofPlan, ofPoints] = [claims.silences, claims.rows.flatMap((row) => row.silences)]
  for (const [html, silences] of [
    [said, ofPlan],
    [said, ofPoints],
    [dated, momentum.promises.reports],
  ] as const) {
    const cited = silences.flatMap((it) => it.cited).flatMap(({ href }) => (href === null ? [] : [href]))
    expect(cited.length).toBeGreaterThan(0)
    expect(sources(html)).toEqual(expect.arrayContaining(cited.map((href) => href.replaceAll("&", "&amp;"))))
  }
})
