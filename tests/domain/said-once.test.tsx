import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Moved } from "@/components/views/compare/moved"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { OutcomesFigure } from "@/components/views/outcomes/outcomes-screen"
import { outcomeFinding } from "@/components/views/outcomes/words"
import { OverviewScreen } from "@/components/views/overview/screen"
import { PointScreen } from "@/components/views/point/point-screen"
import { Query, resolve } from "@/lib/domain/query"
import { compareView } from "@/lib/domain/views/compare/compare"
import { outcomes } from "@/lib/domain/views/outcomes"
import { overview } from "@/lib/domain/views/overview"
import { pointView } from "@/lib/domain/views/point"
import { formatDay } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const ledger = datasetLedger()
const query = Query.parse({ asOf: "2026-11-22" })
const question = resolve(query, ledger, "2026-11-22T09:00:00Z")
const IN_BOTH = ["en", "ur"] as const
const count = (html: string, words: string | RegExp) => html.split(words).length - 1

test.each(IN_BOTH)("strands that no region has rated are counted, not drawn, in %s", (locale) => {
  let told = 0
  for (const [region, against] of [
    ["PUNJAB", "KP"],
    ["SINDH", "PUNJAB"],
    ["BALOCHISTAN", "KP"],
  ] as const) {
    const asked = resolve({ ...query, region }, ledger, "2026-11-22T09:00:00Z")
    const view = compareView(ledger, asked, { by: "regions", against, then: null, rows: "points" })
    const hrefs = siteHrefs(locale, `/${locale}/compare`, query)
    const html = renderToStaticMarkup(<Moved {...{ locale, view, hrefs }} />)
    const bare = view.rows.filter((row) => row.a.rated === 0 && row.b.rated === 0).length
    expect(count(html, '<span class="dl-t">')).toBe(view.rows.length - bare)
    if (bare === 0) continue
    told++
    expect(count(html, messages(locale).compare.moved.bare(bare))).toBe(1)
    expect(count(html.split("<tbody>")[1]!, "<tr>")).toBe(view.rows.length)
  }
  expect(told).toBeGreaterThan(0)
})

test.each(IN_BOTH)(
  "a point with one strand is titled so, and offers its citation once besides the bar, in %s",
  (locale) => {
    const hrefs = siteHrefs(locale, `/${locale}/points/2014/17`, query)
    const shown = (number: number) =>
      renderToStaticMarkup(<PointScreen {...{ locale, query, hrefs }} view={pointView(ledger, question, number)!} />)
    const { strands } = messages(locale).point
    expect(shown(17)).toContain(strands.one)
    expect(shown(17)).not.toContain(strands.title)
    expect(shown(7)).toContain(strands.title)
    expect(shown(17)).not.toContain('href="#cite"')
  },
)

test.each(IN_BOTH)("what shares a chart stands with its own title, in %s", (locale) => {
  const hrefs = siteHrefs(locale, `/${locale}`, query)
  const html = renderToStaticMarkup(
    <OverviewScreen
      {...{ locale, query, hrefs }}
      embeds={() => "https://nap.example/embed"}
      view={overview(ledger, question)}
    />,
  )
  const at = (words: string) => html.indexOf(words)
  expect(at('data-share="trend"')).toBeGreaterThan(at('id="trend"'))
  expect(at('data-share="trend"')).toBeLessThan(at('data-drawing="trend"'))
  expect(at('data-drawing="trend"')).toBeLessThan(at('data-share="imbalance"'))
  expect(at('data-share="imbalance"')).toBeLessThan(at('data-drawing="imbalance"'))
  // Each code can be copied.
  expect(count(html, "<textarea")).toBe(count(html, `<span class="vh">: ${messages(locale).embedding.code}`))
})

test.each(IN_BOTH)("that counts are not averaged is said once, and after the chart, in %s", (locale) => {
  const { finding } = messages(locale).outcomes
  const view = outcomes(ledger, question, null)
  expect(view.counts.length).toBeGreaterThan(1)
  expect(count(outcomeFinding(locale, view), finding.notAveraged)).toBe(1)
  const html = renderToStaticMarkup(<OutcomesFigure {...{ locale, view }} />)
  expect(html.indexOf(finding.notAveraged)).toBeGreaterThan(html.lastIndexOf("</svg>", html.indexOf('class="evl')))
})

test.each(IN_BOTH)("a comparison of two days that is not live names both, in %s", (locale) => {
  const hrefs = siteHrefs(locale, `/${locale}/compare`, query)
  const view = overview(ledger, question)
  const strip = (against?: string) =>
    renderToStaticMarkup(<Notices {...{ locale, view, query, hrefs, against }} ignored={[]} reachable />)
  for (const day of ["2026-11-22", "2025-11-22"]) expect(strip("2025-11-22")).toContain(formatDay(locale, day))
  expect(strip()).not.toContain(formatDay(locale, "2025-11-22"))
})
