import { expect, revisionNow, test } from "@/tests/e2e/fixtures"
import { dayOf } from "@/lib/domain/date"
import type { OutcomesView } from "@/lib/domain/views/outcomes"
import type { OverviewView } from "@/lib/domain/views/overview"
import { formatDay, thousands, wholeNumber } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import {
  answer,
  enter,
  go,
  isIn,
  isReadable,
  publishAnother,
  rowsOf,
  says,
  tabTo,
  take,
  tells,
  told,
  typeDay,
  unfold,
} from "@/tests/e2e/analyst"

const DAY = "2021-08-15"

for (const locale of ["en", "ur"] as const) {
  const { charts, controls, outcomes, site, timeline } = messages(locale)
  const day = formatDay(locale, DAY)

  test(`what was known in August 2021, and do outcomes follow? by both clocks, in ${locale}`, async ({
    page,
    request,
    people,
  }) => {
    test.slow()
    // Found out later: a level that held in July 2021 already, published now.
    const commitment = locale === "en" ? "nap2014-20.c" : "nap2014-02.b"
    const before = await revisionNow(request)
    const reason = `Found out later about 2021, ${locale}, ${Date.now()}`
    const found = await publishAnother(request, people, commitment, { asOf: DAY, from: "2021-07-01" }, reason)
    expect(found).toBeGreaterThan(before)

    await page.goto(`/${locale}`)
    await isIn(page, locale)
    const asOf = page.locator("details[data-panel]").first()
    await unfold(asOf.locator("summary"))
    await typeDay(asOf.getByLabel(controls.exactDay), DAY)
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(new RegExp(`asOf=${DAY}`))

    // The day is said, and that what stands here of it was found out later.
    const strip = page.getByRole("status").filter({ hasText: site.notLive.title })
    await expect(strip).toContainText(site.notLive.asOf(day))
    await expect(page.getByRole("heading", { level: 1 })).toContainText(day)
    const now = await answer<OverviewView>(page, "overview")
    expect(now.asOf).toBe(DAY)
    for (const [track, name] of [
      ["kinetic", "kinetic"],
      ["non-kinetic", "nonKinetic"],
    ] as const) {
      const shown = page.getByTestId(`index-${track}`).first()
      expect(Number(await shown.getAttribute("data-value"))).toBe(now.tracks[name].index)
      await expect(shown).toHaveText(wholeNumber(now.tracks[name].index!))
    }
    await isReadable(page)
    await unfold(page.locator("summary", { hasText: controls.knownThen }).first())
    const first = now.timeline.firstPublished
    await expect(page.locator("details[data-panel][open]")).toContainText(
      timeline.nothingThen(day, formatDay(locale, dayOf(first))),
    )

    // The second clock: the same day as it was known one revision before.
    const known = page.locator("details[data-panel][open] [name=known]")
    await tabTo(known)
    if ((await known.evaluate((it) => it.tagName)) === "SELECT") {
      const at = await known
        .locator("option")
        .evaluateAll((all, value) => all.findIndex((it) => (it as HTMLOptionElement).value === value), `${before}`)
      await page.keyboard.press("Home")
      for (let press = 0; press < at; press++) await page.keyboard.press("ArrowDown")
    } else {
      await page.keyboard.press("ControlOrMeta+a")
      await page.keyboard.type(String(before))
    }
    await expect(known).toHaveValue(String(before))
    await enter(page.locator("details[data-panel][open]").getByRole("button", { name: controls.show }))
    await expect(page).toHaveURL(new RegExp(`asOf=${DAY}.*known=${before}`))
    const then = await answer<OverviewView>(page, "overview")
    expect(then.revision).toBe(before)
    await expect(page.getByRole("status").filter({ hasText: site.notLive.title })).toContainText(
      site.notLive.asOfAndKnown(day, formatDay(locale, dayOf(then.publishedAt)), before),
    )
    const untouched = (await (await request.get(`/api/v1/overview?asOf=${DAY}&known=${before}`)).json()) as OverviewView
    expect(then.tracks).toEqual(untouched.tracks)
    expect(then.tracks).not.toEqual(now.tracks)
    expect(Number(await page.getByTestId("index-kinetic").first().getAttribute("data-value"))).toBe(
      then.tracks.kinetic.index,
    )
    expect(Number(await page.getByTestId("index-non-kinetic").first().getAttribute("data-value"))).toBe(
      then.tracks.nonKinetic.index,
    )

    // Do outcomes follow? The menu keeps both clocks.
    await go(page, site.nav.outcomes)
    await expect(page).toHaveURL(new RegExp(`/${locale}/outcomes\\?asOf=${DAY}&known=${before}$`))
    const beside = await answer<OutcomesView>(page, "outcomes")
    expect(beside.revision).toBe(before)
    await tells(page, [
      told("group", controls.label),
      told("heading", outcomes.heading, "[level=1]"),
      says("paragraph", outcomes.lede),
      [
        told("figure", outcomes.figure.title),
        [
          told("heading", outcomes.figure.title, "[level=2]"),
          says("group", charts.viewAsTable),
          says("group", outcomes.sources.button(beside.panels.flatMap((it) => it.figures).length)),
        ],
      ],
      [told("region", outcomes.choose.title), [told("form", outcomes.choose.title)]],
      told("region", outcomes.download.title),
    ])
    await isReadable(page)
    await expect(page.locator(".amber")).toContainText(day)

    // One panel away, another in its place, by the space bar.
    const gone = beside.panels[0]!.id
    const added = beside.choices.find(
      (it) => it.measure === "attacks" && !beside.panels.some(({ id }) => id === it.id),
    )!
    for (const id of [gone, added.id].sort(
      (x, y) => beside.choices.findIndex((it) => it.id === x) - beside.choices.findIndex((it) => it.id === y),
    )) {
      await tabTo(page.locator(`input[name=show][value="${id}"]`))
      await page.keyboard.press("Space")
    }
    await enter(page.getByRole("button", { name: outcomes.choose.show }))
    await expect(page).toHaveURL(/show=/)
    const chosen = new URL(page.url()).searchParams
    expect(chosen.getAll("show")).toContain(added.id)
    expect(chosen.getAll("show")).not.toContain(gone)
    expect([chosen.get("asOf"), chosen.get("known")]).toEqual([DAY, String(before)])
    chosen.set("show", chosen.getAll("show").join(","))
    const given = (await (await request.get(`/api/v1/outcomes?${chosen}`)).json()) as OutcomesView
    const figures = given.panels.flatMap((panel) => panel.figures.map((it) => ({ ...it, panel })))
    expect(figures.every(({ year }) => year <= 2021)).toBe(true)

    // Every figure of the table is the API's, and of the file too; each leads to its source.
    const figure = page.getByRole("figure", { name: outcomes.figure.title })
    await unfold(figure.locator("summary", { hasText: charts.viewAsTable }))
    for (const it of figures) await expect(page.locator(`[data-figure="${it.id}"]`)).toContainText(thousands(it.value))
    await expect(page.locator('main [data-figure$="-2022"]')).toHaveCount(0)
    await unfold(figure.locator("summary", { hasText: outcomes.sources.button(figures.length) }))
    const source = figure.locator("details[open]").last().locator("tbody a[href^='https:']").first()
    await tabTo(source)
    await expect(source).toHaveAttribute("rel", /noopener/)
    const csv = await take(page.getByRole("link", { name: outcomes.download.table }))
    const rows = rowsOf(csv.bytes)
    for (const it of figures) {
      const own = rows.filter(({ on, value }) => on!.startsWith(String(it.year)) && Number(value) === it.value)
      expect(own.length, it.id).toBeGreaterThan(0)
    }
    for (const row of rows) expect([row.asOf, row.revision]).toEqual([DAY, String(before)])
  })
}
