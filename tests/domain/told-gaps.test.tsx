import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { ClaimsDrawing } from "@/components/drawings/claims-drawing"
import { claimsFinding, gapWords } from "@/components/views/compare/claim-words"
import { NO_HREFS } from "@/components/views/hrefs"
import { Claims, claimsShown, gapsFinding, strandGapWords } from "@/components/views/overview/claims"
import { Query, resolve } from "@/lib/domain/query"
import { compareView } from "@/lib/domain/views/compare/compare"
import { overview } from "@/lib/domain/views/overview"
import { signed } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

/** The promise: how far a claim stands above the finding is told by one rule, on the overview as in Compare. */
const ledger = datasetLedger()
const ask = (given: Partial<Query>) => resolve(Query.parse(given), ledger, "2026-11-22T09:00:00Z")
const locales = ["en", "ur"] as const
const plans = ["nap-2014", "nap-2021"] as const
const byLanes = { by: "lanes", against: null, then: null, rows: "points" } as const

test.each(plans)("a strand that is all of its point has the range and the verdict that Compare gives (%s)", (plan) => {
  const { gaps } = overview(ledger, ask({ plan }))
  const { claims } = compareView(ledger, ask({ plan }), byLanes)
  const whole = gaps.flatMap((gap) => {
    const row = claims!.rows.find((it) => it.point.id === gap.point.id)!
    return row.commitments.length === gap.commitments ? [{ gap, row }] : []
  })
  expect(whole.length).toBeGreaterThan(2)
  for (const { gap, row } of whole) {
    expect(gap.whole).toEqual(row.gap)
    expect([gap.gap, gap.pairs]).toEqual([row.pairs.change, row.pairs.pairs])
    for (const locale of locales) expect(strandGapWords(locale, gap)).toContain(gapWords(locale, row.gap))
  }
})

test.each(plans)(
  "only a gap that holds whatever the unrated are is set in bold, on the page and its picture (%s)",
  (plan) => {
    const view = overview(ledger, ask({ plan }))
    const { shown } = claimsShown(view)
    const certain = shown.filter(({ whole }) => whole.verdict !== "cannot-be-told")
    expect(certain.length).toBeLessThan(shown.length)
    for (const locale of locales) {
      const page = renderToStaticMarkup(<Claims {...{ locale, view }} hrefs={NO_HREFS} />)
      expect([...page.matchAll(/<b class="num dl-g">([^<]*)</g)].map(([, words]) => words)).toEqual(
        certain.map(({ gap }) => signed(locale, gap)),
      )
      for (const gap of shown) expect(page).toContain(strandGapWords(locale, gap))
    }
  },
)

test("both sentences say how many gaps hold whatever the unrated are", () => {
  const view = overview(ledger, ask({}))
  const { claims } = compareView(ledger, ask({}), byLanes)
  expect(gapsFinding("en", view)).toMatch(/; in (none|\d+) (does )?this holds? whatever the unrated turn out to be\.$/)
  expect(claimsFinding("en", claims!)).toMatch(/this holds whatever the unrated turn out to be\.$/)
})

test.each(locales)("the picture of the gaps says on which commitments they rest (%s)", (locale) => {
  const view = overview(ledger, ask({}))
  const drawn = renderToStaticMarkup(<ClaimsDrawing {...{ locale, view }} />)
  const words = drawn.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ")
  const { note, onPairs } = messages(locale).overview.claims
  expect(words).toContain(note.split(" ").slice(0, 6).join(" "))
  const [first] = claimsShown(view).shown
  expect(words).toContain(onPairs(first!.pairs, first!.commitments).split(" ").slice(0, 3).join(" "))
})
