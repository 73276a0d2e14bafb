import { expect, test } from "@/tests/e2e/fixtures"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { MomentumView } from "@/lib/domain/views/momentum"
import { formatDay, wholeNumber } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import {
  answer,
  enter,
  go,
  isIn,
  isReadable,
  rowsOf,
  says,
  tabTo,
  take,
  tells,
  told,
  typeDay,
  unfold,
} from "@/tests/e2e/analyst"

const [FROM, TO] = ["2016-12-31", "2018-12-31"]

for (const locale of ["en", "ur"] as const) {
  const { charts, compare, controls, momentum, site, terms } = messages(locale)

  test(`what moved between two days, and why: from the home page to a source, in ${locale}`, async ({ page }) => {
    test.slow()
    await page.goto(`/${locale}`)
    await isIn(page, locale)
    // The first stop of the page leads past the menu.
    await page.keyboard.press("Tab")
    await expect(page.getByRole("link", { name: site.skip })).toBeFocused()
    await go(page, site.nav.compare)

    // Without a choice: what moved in the last year.
    const year = await answer<CompareView>(page, "compare")
    const lastYear = compare.headline.dates(
      formatDay(locale, year.a.asOf),
      formatDay(locale, year.b.asOf),
      year.counts.up,
      year.counts.down,
    )
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(lastYear)

    await typeDay(page.getByLabel(compare.field.dates.a, { exact: true }), FROM)
    await typeDay(page.getByLabel(compare.field.dates.b, { exact: true }), TO)
    await enter(page.getByRole("main").getByRole("button", { name: compare.show, exact: true }))
    await expect(page).toHaveURL(/against=2016-12-31/)
    const view = await answer<CompareView>(page, "compare")
    expect([view.a.asOf, view.b.asOf]).toEqual([FROM, TO])

    // The answer in words and in numbers, and that it is not of today.
    const headline = compare.headline.dates(
      formatDay(locale, FROM),
      formatDay(locale, TO),
      view.counts.up,
      view.counts.down,
    )
    const { pairs } = view.comparable
    await tells(page, [
      ["status", [told("link", site.notLive.back)]],
      told("group", controls.label),
      told("group", compare.bar),
      [told("region", headline), [told("heading", headline, "[level=1]")]],
      told("region", compare.counts),
      [
        told("figure", compare.moved.title),
        [told("heading", compare.moved.title, "[level=2]"), says("group", charts.viewAsTable)],
      ],
      [
        told("figure", compare.reasons.title),
        [says("paragraph", `${compare.inBetween(view.moves.length)} ${compare.reasons.note}`)],
      ],
    ])
    await isReadable(page)
    await expect(page.locator(".amber")).toHaveText(
      `${site.notLive.title} ${site.notLive.asOf(site.notLive.days(formatDay(locale, FROM), formatDay(locale, TO)))}${site.notLive.back}`,
    )
    await expect(page.getByRole("main")).toContainText(
      compare.lede.pairs(pairs.all.pairs, wholeNumber(pairs.all.a!), wholeNumber(pairs.all.b!)),
    )
    for (const [movement, count] of Object.entries(view.counts)) {
      await expect(page.getByTestId(`count-${movement}`)).toHaveText(String(count))
    }

    // The file has the same strands and the same numbers.
    await unfold(page.locator("summary", { hasText: controls.export }).first())
    const csv = await take(page.getByRole("link", { name: controls.exportAs.csv }).first())
    const rows = rowsOf(csv.bytes)
    expect(rows.map(({ number, track, aIndex, bIndex }) => [number, track, aIndex, bIndex])).toEqual(
      view.rows.map(({ point, track, a, b }) => [`${point.number}`, track, `${a.index ?? ""}`, `${b.index ?? ""}`]),
    )
    await page.keyboard.press("Escape")
    await expect(page.locator("summary", { hasText: controls.export }).first()).toBeFocused()

    // Which commitments, and on what evidence.
    await enter(page.getByRole("link", { name: compare.moved.rows.commitments, exact: true }))
    await expect(page).toHaveURL(/rows=commitments/)
    const [first] = view.commitments.filter((it) => it.movement === "up")
    const up = page.getByRole("region", { name: compare.movementDated.up })
    const promise = first!.commitment.text[locale]!.replace(/[.۔]$/, "")
    await expect(up.getByRole("listitem").first()).toContainText(promise)
    await unfold(up.locator("summary", { hasText: compare.moved.why }).first())
    const evidence = first!.b!.evidence.find((it) => it.source.href !== null)!
    const source = up.locator(`details[open] a[href="${evidence.source.href}"]`).first()
    await tabTo(source)
    await expect(source).toHaveAttribute("rel", /noopener/)

    // The same, year by year: the menu keeps the day, and a year's steps lead to the assessments behind them.
    await go(page, site.nav.momentum)
    await expect(page).toHaveURL(/asOf=2018-12-31/)
    const { steps } = await answer<MomentumView>(page, "momentum")
    const figure = page.getByRole("figure", { name: momentum.steps.title })
    await isReadable(page)
    await unfold(figure.locator("summary", { hasText: charts.viewAsTable }))
    const row = figure.getByRole("row").filter({ hasText: "2017" }).filter({ hasText: terms.track["non-kinetic"] })
    const of2017 = steps.filter((it) => it.year === 2017)
    const { up: rose, down } = of2017.find((it) => it.track === "non-kinetic")!
    await expect(row.getByRole("cell").nth(1)).toHaveText(String(rose))
    await expect(row.getByRole("cell").nth(2)).toHaveText(String(down))
    await enter(row.getByRole("link", { name: "2017" }))
    await expect(page).toHaveURL(/against=2016-12-31/)
    const moved = await answer<CompareView>(page, "compare")
    expect([moved.a.asOf, moved.b.asOf]).toEqual([FROM, "2017-12-31"])
    const all = of2017.reduce((sum, it) => sum + it.up + it.down + it.newlyRated + it.unrated, 0)
    expect(moved.moves).toHaveLength(all)
    await expect(page.getByRole("figure", { name: compare.reasons.title })).toContainText(compare.inBetween(all))
  })
}

for (const locale of ["en", "ur"] as const) {
  const { charts, compare, momentum, terms } = messages(locale)

  test(`each count leads to its commitments, by keyboard, in ${locale}`, async ({ page }) => {
    test.slow()
    await page.goto(`/${locale}/compare?against=${FROM}&asOf=${TO}`)
    const { counts } = await answer<CompareView>(page, "compare")
    await enter(page.getByTestId("count-newly-rated").getByRole("link"))
    await expect(page).toHaveURL(/rows=commitments#moved-newly-rated$/)
    const list = page.getByRole("region", { name: compare.movementDated["newly-rated"] })
    await expect(list).toBeInViewport()
    await expect(list.getByRole("listitem").filter({ has: page.locator(".fromto") })).toHaveCount(counts["newly-rated"])

    // A kind of body: the table has as many rows as the figure says.
    await page.goto(`/${locale}/momentum?asOf=${TO}`)
    const { leads, provinces } = await answer<MomentumView>(page, "momentum")
    const [kind] = leads.kinds
    const rows = page.locator("tbody tr[data-commitment]")
    await enter(page.getByRole("link", { name: terms.sector[kind!.sector], exact: true }))
    await expect(page).toHaveURL(new RegExp(`sector=${kind!.sector}`))
    await expect(rows).toHaveCount(kind!.tracks.all.commitments)
    await isReadable(page)
    await page.goBack()

    // A point in a province: the tiles are for the pointer, their table is for the keyboard.
    const figure = page.getByRole("figure", { name: momentum.provinces.title })
    const [region] = provinces.regions
    const point = region!.points.find((it) => it.state !== "not-applicable")!
    await unfold(figure.locator("summary", { hasText: charts.viewAsTable }))
    await enter(figure.getByRole("table").getByRole("link").first())
    await expect(page).toHaveURL(new RegExp(`region=${region!.id}`))
    await expect(rows).toHaveCount(point.score.commitments)
    await page.goBack()
    await figure.locator(".pc[href]").first().click()
    await expect(page).toHaveURL(new RegExp(`region=${region!.id}`))
    await expect(rows).toHaveCount(point.score.commitments)
  })
}
