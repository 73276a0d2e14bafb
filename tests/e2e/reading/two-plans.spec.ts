import { expect, test } from "@/tests/e2e/fixtures"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import { formatDay, list, wholeNumber } from "@/lib/i18n/format"
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
  unfold,
} from "@/tests/e2e/analyst"

for (const locale of ["en", "ur"] as const) {
  const { charts, compare, controls, point, site, terms } = messages(locale)

  test(`how does 2014 compare with 2021? only through the core, down to a topic's sources, in ${locale}`, async ({
    page,
  }) => {
    test.slow()
    await page.goto(`/${locale}`)
    await isIn(page, locale)
    await go(page, site.nav.compare)
    await enter(page.getByRole("link", { name: compare.kind.plans, exact: true }))
    await expect(page).toHaveURL(/by=plans/)
    const view = await answer<CompareView>(page, "compare")
    const { core, dropped, added, links } = view.plansCompared!
    const { cover } = core
    const headline = compare.headline.plans(2021, cover.a.points, cover.a.ofPoints, dropped.length, added.length)
    const covered = ([side, year]: readonly ["a" | "b", number]) =>
      compare.basket.cover(
        cover[side].points,
        cover[side].ofPoints,
        cover[side].commitments,
        cover[side].ofCommitments,
        year,
      )
    const [covers2014, covers2021] = [covered(["a", 2014]), covered(["b", 2021])]

    await tells(page, [
      told("group", compare.bar),
      [told("region", headline), [told("heading", headline, "[level=1]")]],
      ["note", [told("img", covers2014), told("img", covers2021)]],
      [
        told("figure", compare.core.title.kinetic),
        [told("heading", compare.core.title.kinetic, "[level=2]"), says("group", charts.viewAsTable)],
      ],
      told("figure", compare.core.title["non-kinetic"]),
      [
        told("figure", compare.moved.differs),
        [told("group", compare.moved.rowsLabel), says("group", charts.viewAsTable)],
      ],
      [
        told("figure", compare.links.title(20, 14)),
        [told("heading", compare.links.title(20, 14), "[level=2]"), "table"],
      ],
      [told("region", compare.basket.whole), [told("heading", compare.basket.whole, "[level=2]")]],
    ])
    await isReadable(page)
    const main = page.getByRole("main")
    await expect(main).toContainText(compare.basket.core(covers2014, covers2021))
    await expect(main).toContainText(
      compare.basket.changed(core.changedAt!.revision, formatDay(locale, "2000-01-01")).split("(")[0]!,
    )

    // Each core ends where the API says; the whole plans stand in print alone.
    for (const side of ["a", "b"] as const) {
      for (const [track, name] of [
        ["kinetic", "kinetic"],
        ["non-kinetic", "nonKinetic"],
      ] as const) {
        const shown = page.getByTestId(`index-${side}-${track}`)
        expect(Number(await shown.getAttribute("data-value"))).toBe(view.comparable[side][name].index)
        await expect(shown).toContainText(wholeNumber(view.comparable[side][name].index!))
      }
    }
    await expect(page.getByText(compare.basket.wholeNote)).toBeVisible()

    // Every link of the crosswalk with what became of the point, and what it rests on.
    const shown = page.locator("tr[data-link]")
    await expect(shown).toHaveCount(links.length)
    for (const link of links.filter((it) => ["dropped", "split", "new"].includes(it.relation))) {
      const row = page.locator(`tr[data-link="${link.id}"]`)
      await expect(row).toContainText(terms.relation[link.relation])
      if (link.from) await expect(row.getByRole("link").first()).toHaveText(new RegExp(link.from.title[locale]!))
      if (link.to === null) await expect(row).toContainText(compare.links.nothing)
      if (link.note) await expect(row).toContainText(link.note)
    }
    await expect(main).toContainText(compare.links.commonBasis)
    expect(new Set(links.map((it) => it.basis)).size).toBe(1)
    await expect(main).toContainText(compare.links.reasoned)

    // Taken along: the numbers as a file, and the core as a drawing that says where it comes from.
    await unfold(page.locator("summary", { hasText: controls.export }).first())
    const csv = await take(page.getByRole("link", { name: controls.exportAs.csv }).first())
    expect(rowsOf(csv.bytes).map(({ number, track, aIndex, bIndex }) => [number, track, aIndex, bIndex])).toEqual(
      view.rows.map(({ point, track, a, b }) => [`${point.number}`, track, `${a.index ?? ""}`, `${b.index ?? ""}`]),
    )
    const title = compare.core.title.kinetic
    const svg = await take(page.getByRole("link", { name: controls.pictureOf(title, "SVG") }).first())
    expect(svg.name).toBe("core-kinetic.svg")
    const drawing = svg.bytes.toString()
    expect(drawing).toContain(title)
    const [a, b] = (["a", "b"] as const).map((side) => core.lines[side]!.series.at(-1)!.kinetic.index!)
    const stands = [compare.core.stands(2014, wholeNumber(a!)), compare.core.stands(2021, wholeNumber(b!))]
    expect(drawing).toContain(compare.core.finding(formatDay(locale, view.asOf), list(locale, stands)))
    expect(drawing).toMatch(new RegExp(`/cite/r${view.revision}-[0-9a-f]{12}`))

    // Down to one topic: its words are marked as not official, and its levels lead to their sources.
    await page.keyboard.press("Escape")
    const [widest] = view.rows
    const row = page.getByRole("figure", { name: compare.moved.differs }).getByRole("listitem").first()
    await enter(row.getByRole("link"))
    await expect(page).toHaveURL(new RegExp(`/${locale}/points/2021/${widest!.point.number}`))
    await expect(page.getByRole("heading", { level: 1 })).toContainText(widest!.point.title[locale]!)
    await expect(page.locator("blockquote[lang=en]")).toContainText(point.text.topic("").split(/[,،.]/)[0]!.trim())
    await isReadable(page)
    const detail = page.locator("table.com details").first()
    await unfold(detail.locator("summary"))
    await tabTo(detail.locator("a[href^='https:']").first())

    // The other way round, every figure changes sides.
    await page.goBack()
    await enter(page.getByRole("link", { name: compare.swap, exact: true }))
    await expect(page).toHaveURL(/against=nap-2021/)
    const back = await answer<CompareView>(page, "compare")
    expect([back.a.plan.id, back.b.plan.id]).toEqual(["nap-2021", "nap-2014"])
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      compare.headline.plansBack(
        2021,
        2014,
        back.plansCompared!.core.cover.a.points,
        back.plansCompared!.core.cover.a.ofPoints,
      ),
    )
  })
}
