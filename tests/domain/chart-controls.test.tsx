import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { exploreWords } from "@/components/views/explore/words"
import { valueWords } from "@/components/views/explore/value-words"
import { siteHrefs } from "@/components/views/hrefs"
import { OverviewScreen } from "@/components/views/overview/screen"
import { EvidenceSection } from "@/components/views/point/evidence-section"
import { StrandsSection } from "@/components/views/point/strands-section"
import { Query, resolve } from "@/lib/domain/query"
import { exploreView } from "@/lib/domain/views/explore"
import { overview } from "@/lib/domain/views/overview"
import { pointView } from "@/lib/domain/views/point"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const query = Query.parse({ asOf: "2026-11-22" })
const question = resolve(query, ledger, "2026-11-22T09:00:00Z")
const IN_BOTH = ["en", "ur"] as const
const embeds = () => "https://nap.example/embed"

/** What a button or the head of a disclosure is called where nothing else of the page is told. */
const namesIn = (html: string) =>
  [...html.matchAll(/<(button|summary)[^>]*>(.*?)<\/\1>/gs)].map(([, , inner]) =>
    inner!.replace(/<svg.*?<\/svg>/gs, "").replace(/<[^>]+>/g, ""),
  )

test.each(IN_BOTH)("what shares or embeds a chart says which one, in %s", (locale) => {
  const { links, embedding, overview: words, terms } = messages(locale)
  const hrefs = siteHrefs(locale, `/${locale}`, query)
  const home = renderToStaticMarkup(
    <OverviewScreen {...{ locale, query, hrefs, embeds }} view={overview(ledger, question)} />,
  )
  const view = pointView(ledger, question, 10)!
  const point = renderToStaticMarkup(
    <>
      <StrandsSection {...{ locale, view, embeds }} />
      <EvidenceSection {...{ locale, view, embeds }} />
    </>,
  )
  for (const [html, charts] of [
    [home, 3],
    [point, 3],
  ] as const) {
    for (const act of [links.openChart, embedding.open]) {
      const names = namesIn(html).filter((name) => name.startsWith(act))
      expect(names).toHaveLength(charts)
      expect(new Set(names).size).toBe(charts)
    }
    const codes = [...html.matchAll(/<textarea[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name)
    expect(new Set(codes).size).toBe(charts)
  }
  expect(namesIn(home)).toContain(`${links.openChart}: ${words.imbalanceChart.title}`)
  expect(namesIn(point)).toContain(`${embedding.open}: ${terms.track.kinetic}`)
})

test.each(IN_BOTH)("an empty strand says why it is empty, and that this is no zero, in %s", (locale) => {
  const { point, terms } = messages(locale)
  const shown = (number: number) =>
    renderToStaticMarkup(<StrandsSection {...{ locale }} view={pointView(ledger, question, number)!} />)
  expect(shown(17)).toContain(terms.nothingPromised)
  expect(shown(17)).toContain(point.strands.emptyWhy)
  expect(shown(10)).not.toContain(point.strands.emptyWhy)
})

test.each(IN_BOTH)("a value of the table does not say its heading again, in %s", (locale) => {
  const words = exploreWords(locale)
  const { names } = exploreView(ledger, question)
  for (const value of ["high", "medium", "low"] as const) {
    const said = valueWords(locale, words, names, "certainty", value)
    expect(said).toBe(words.certainty[value])
    expect(messages(locale).terms.certainty[value].toLowerCase()).toContain(said.toLowerCase())
    expect(said.toLowerCase()).not.toContain(words.facets.certainty.toLowerCase())
  }
})
