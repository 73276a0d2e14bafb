import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { summaryOf } from "@/components/views/overview/butterfly-words"
import { Trend } from "@/components/views/overview/trend"
import { imbalanceFinding, trendFinding, trendTitle } from "@/components/views/overview/words"
import { Query, resolve } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

/** The promise: where nothing was promised, that is said, and not that it cannot be rated or told. */
const ledger = datasetLedger()
const of = (given: Partial<Query>) => {
  const view = overview(ledger, resolve(Query.parse(given), ledger, "2026-11-22T09:00:00Z"))
  return { view, plan: view.plans.find(({ id }) => id === view.plan)! }
}
const locales = ["en", "ur"] as const

test.each(locales)("a track of which nothing is promised has no rating that is missing (%s)", (locale) => {
  const { view, plan } = of({ points: [4] })
  expect([view.tracks.kinetic.commitments, view.tracks.nonKinetic.commitments > 0]).toEqual([0, true])
  const { charts, overview: words, point, terms } = messages(locale)
  const html = renderToStaticMarkup(<Trend {...{ locale, view, plan }} isStill />)
  const [table] = /<table[\s\S]*?<\/table>/.exec(html)!
  const [caption] = /(?<=<caption[^>]*>)[^<]*/.exec(table)!
  expect(caption).toContain(words.trend.titleOne["non-kinetic"](2014))
  expect(caption.includes(",")).toBe(locale === "en")
  const rows = [...table.matchAll(/<tr><th[^>]*>\d{4}[\s\S]*?<\/tr>/g)].map(([row]) => row)
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) expect(row.split(terms.nothingPromised).length - 1).toBe(2)
  expect(rows.join("")).not.toContain(terms.cannotBeTold)
  // The other track is rated throughout.
  expect(rows.at(-1)).not.toContain(charts.cannotBeRated)
  expect(summaryOf(locale, view, "finding", "kinetic")).toBe(terms.nothingPromised)
  const empty = locale === "en" ? "kinetic" : terms.track.kinetic
  expect(imbalanceFinding(locale, view, 2014)).toBe(point.stands.oneSided(empty))
})

test.each(locales)("a view without a commitment is not called too little for a line (%s)", (locale) => {
  const { view, plan } = of({ plan: "nap-2021", track: "kinetic", points: [6] })
  expect(view.tracks.all.commitments).toBe(0)
  const { stand, trend } = messages(locale).overview
  expect(trendFinding(locale, view)).toContain(stand.nothing)
  expect(trendTitle(locale, view, plan)).toBe(trend.titleOne.kinetic(2021))
})
