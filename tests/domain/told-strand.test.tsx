import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { toldIndex } from "@/lib/domain/indices"
import { Query, resolve } from "@/lib/domain/query"
import { TRACKS } from "@/lib/domain/scale"
import { overview } from "@/lib/domain/views/overview"
import { pointView } from "@/lib/domain/views/point"
import { range, signedRange, wholeNumber } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import { ButterflyDrawing } from "@/components/drawings/butterfly-drawing"
import { NO_HREFS } from "@/components/views/hrefs"
import { Butterfly } from "@/components/views/overview/butterfly"
import { tally } from "@/components/views/overview/butterfly-cells"
import { StatusCard } from "@/components/views/point/status-card"
import { imbalanceWords, pointHeadline, pointTitle } from "@/components/views/point/strand-words"
import { datasetLedger } from "./sample"

/** The promise: a strand that the grid counts among those that cannot be rated has no index in any headline of it. */
const ledger = datasetLedger()
const ask = (given: Partial<Query>) => resolve(Query.parse(given), ledger, "2026-11-22T09:00:00Z")
const locales = ["en", "ur"] as const
const plans = ["nap-2014", "nap-2021"] as const

const strandsOf = (plan: string) =>
  overview(ledger, ask({ plan })).grid.rows.flatMap((row) =>
    TRACKS.flatMap((track) => {
      const strand = track === "kinetic" ? row.kinetic : row.nonKinetic
      return strand.state === "scored" ? [{ point: row.point.number, track, strand }] : []
    }),
  )

test.each(plans)("what the grid counts as not rated is what has no index to be told by (%s)", (plan) => {
  const strands = strandsOf(plan)
  const untold = strands.filter(({ strand }) => toldIndex(strand.score.finding) === null)
  expect(untold.length).toBe(tally(overview(ledger, ask({ plan })).grid.rows, "finding").unrated)
  expect(untold.some(({ strand }) => strand.score.finding.index !== null)).toBe(true)
  for (const { strand } of strands) {
    expect(strand.cells.finding.at(-1) === null).toBe(toldIndex(strand.score.finding) === null)
  }
})

test.each(plans)(
  "the title, the sentence and the card of a point give the range and the count instead (%s)",
  (plan) => {
    const open = strandsOf(plan).filter(({ strand: { score } }) => {
      return toldIndex(score.finding) === null && score.finding.index !== null
    })
    expect(open).not.toEqual([])
    for (const { point, track, strand } of open) {
      const { index, low, high, rated, commitments } = strand.score.finding
      const view = pointView(ledger, ask({ plan, track }), point)!
      for (const locale of locales) {
        const { point: words, terms } = messages(locale)
        const name = locale === "en" ? terms.track[track].toLowerCase() : terms.track[track]
        const title = pointTitle(locale, view)
        expect(title).toContain(words.fewOfHundred(name, range(locale, low!, high!), rated, commitments))
        expect(title).not.toContain(words.ofHundred(name, wholeNumber(index!)))
        const ends = [wholeNumber(low!), wholeNumber(high!)] as const
        const said = words.strands.few(terms.track[track], ...ends, rated, commitments, true)
        expect(pointHeadline(locale, view)).toContain(said)
        const card = renderToStaticMarkup(<StatusCard locale={locale} view={view} />)
        expect(card).toContain(terms.unrated)
        expect(card).not.toContain(`ink2">${wholeNumber(index!)}</b>`)
      }
    }
  },
)

test.each(locales)(
  "where a half is too little rated, its lead is told by the range, not by one figure (%s)",
  (locale) => {
    const view = pointView(ledger, ask({}), 5)!
    const open = view.strands.map((strand) => {
      const finding = { ...strand.score.finding, index: 100, coverage: 0.4 }
      return { ...strand, score: { ...strand.score, finding } }
    })
    const imbalance = { value: 80, low: 20, high: 90, verdict: "kinetic-ahead" } as const
    const told = { ...view, imbalance, strands: open }
    expect(imbalanceWords(locale, told)).toContain(signedRange(locale, 20, 90))
    expect(imbalanceWords(locale, told)).not.toContain("80")
  },
)

test.each(plans)("the overview's row and its picture print the count where the index would stand (%s)", (plan) => {
  const view = overview(ledger, ask({ plan }))
  const head = view.plans.find(({ id }) => id === plan)!
  for (const locale of locales) {
    const page = renderToStaticMarkup(
      <Butterfly {...{ locale, view }} plan={head} hrefs={NO_HREFS} look="finding" alone />,
    )
    const picture = renderToStaticMarkup(<ButterflyDrawing {...{ locale, view }} look="finding" />)
    const told = strandsOf(plan).filter(({ strand }) => toldIndex(strand.score.finding) !== null)
    expect(page.match(/<b class="num">\d+<\/b><span class="nb"/g)).toHaveLength(told.length)
    // Its two heads are set like the figures.
    expect(picture.match(/class="tk-[kn] b"/g)).toHaveLength(2 + told.length)
    expect(picture).toMatch(/>[\u2066\u2067]?1\/3[\u2069<]/)
  }
})
