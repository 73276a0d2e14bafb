import { expect, test } from "@/tests/e2e/fixtures"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { ExploreRow } from "@/lib/domain/views/explore"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { SandboxView } from "@/lib/domain/views/sandbox"
import { formatDay, range, signedRange, wholeNumber } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import { answer, enter, go, isIn, isReadable, says, tabTo, tells, told, unfold } from "@/tests/e2e/analyst"

const TRACKS = [
  ["kinetic", "kinetic"],
  ["non-kinetic", "nonKinetic"],
] as const

for (const locale of ["en", "ur"] as const) {
  const { charts, compare, controls, explore, overview, sandbox, site, terms } = messages(locale)

  test(`is non-kinetic really behind? the headline, what leaves it open, and other methods, in ${locale}`, async ({
    page,
  }) => {
    test.slow()
    await page.goto(`/${locale}`)
    await isIn(page, locale)
    const view = await answer<OverviewView>(page, "overview")
    expect(view.imbalance).toMatchObject({ value: null, verdict: "cannot-be-told" })
    const { low, high } = view.imbalance
    const reach = signedRange(locale, low!, high!)
    const untold = overview.headline.cannotBeTold(overview.subject.plan, false)
    const headline = untold.charAt(0).toUpperCase() + untold.slice(1)

    // No figure where none can be given, and the sentence still says on what both halves rest.
    await tells(page, [
      [
        told("region", headline),
        [
          told("heading", headline, "[level=1]"),
          told("heading", overview.stand.title(view.tracks.all.commitments), "[level=2]"),
          told("heading", overview.imbalance.title, "[level=2]"),
          says("paragraph", terms.cannotBeTold),
          told("img", overview.imbalance.spoken(reach)),
          [told("figure", overview.trend.title(2014)), [says("group", charts.viewAsTable)]],
        ],
      ],
      [
        told("region", overview.grid.title),
        [[told("figure", overview.grid.title), [told("table", overview.grid.title)]]],
      ],
      told("figure", overview.claims.title),
      told("figure", overview.changes.title),
    ])
    await isReadable(page)
    const lede = page.locator(".lede")
    for (const [track, name] of TRACKS) {
      const { index, rated, commitments, low: from, high: to } = view.tracks[name]
      const shown = page.getByTestId(`index-${track}`).first()
      expect(Number(await shown.getAttribute("data-value"))).toBe(index)
      await expect(shown).toHaveText(wholeNumber(index!))
      await expect(shown.locator("xpath=..")).toContainText(range(locale, from!, to!))
      const half = overview.lede.half(track, wholeNumber(index!), rated, commitments, false)
      await expect(lede).toContainText(
        new RegExp(
          half
            .replace(/<\/?[kn]>/g, "")
            .slice(1)
            .replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
        ),
      )
    }
    await expect(lede).toContainText(wholeNumber(view.tracks.all.composition.unrated))

    // Which commitments leave it open: from the number to its commitments.
    const { unrated } = view.tracks.kinetic.composition
    await enter(page.getByRole("link", { name: explore.seeCommitments(unrated, terms.unrated), exact: true }).first())
    await expect(page).toHaveURL(/track=kinetic&finding=unrated/)
    await isReadable(page)
    const open = await answer<{ items: ExploreRow[]; total: number }>(page, "explore")
    expect(open.total).toBe(unrated)
    const rows = page.locator("tbody tr[data-commitment]")
    await expect(rows).toHaveCount(unrated)
    await expect(page.locator(".xt-head [role=status]")).toContainText(
      explore.live.found.replace("{found}", `${unrated}`).replace("{all}", `${view.tracks.all.commitments}`),
    )

    // And why: the table is one stop; Enter leads to the commitment with its reasons open.
    const [first] = open.items
    const grid = page.getByRole("grid")
    await expect(page.locator("[data-live=true]")).toBeVisible()
    await tabTo(grid.locator("[tabindex='0']"))
    await expect(rows.first().getByRole("rowheader")).toBeFocused()
    await expect(rows.first().getByRole("rowheader")).toContainText(first!.text[locale]!)
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(new RegExp(`/${locale}/points/2014/${first!.point}\\?track=kinetic#${first!.code}$`))
    const detail = page.locator(`tr[id="${first!.code}"] + tr details`)
    await expect(detail).toHaveAttribute("open", "")
    await expect(page.locator(`tr[id="${first!.code}"]`)).toContainText(
      terms.unratedReason[first!.reason as keyof typeof terms.unratedReason],
    )
    await isReadable(page)
    await tabTo(detail.locator("a[href^='https:']").first())

    // Under other methods: which conclusions hold, and the mark of a method that is not ours.
    await go(page, site.nav.overview)
    await enter(page.getByRole("link", { name: sandbox.link }))
    await expect(page).toHaveURL(new RegExp(`/${locale}/sandbox`))
    const published = await answer<SandboxView>(page, "sandbox")
    const ways = published.combinations.length
    const lead = published.holdings.find((it) => it.conclusion === "lead")!
    const told1 = page.locator("dl > div").filter({ hasText: sandbox.conclusion.lead })
    for (const [each, count] of Object.entries(lead.counts)) {
      const words = sandbox.answer.lead[each as keyof typeof sandbox.answer.lead]
      if (count > 0 && count < ways) await expect(told1).toContainText(sandbox.sometimes(words, count, ways))
    }
    await isReadable(page)
    const treatment = page.getByLabel(sandbox.unratedLabel, { exact: true })
    await tabTo(treatment)
    await page.keyboard.press("End")
    await expect(treatment).toHaveValue("zero")
    await enter(page.getByRole("button", { name: sandbox.apply }))
    await expect(page).toHaveURL(/unrated=zero/)
    const own = await answer<SandboxView>(page, "sandbox")
    expect(own.tracks.kinetic.index).toBeCloseTo(view.tracks.kinetic.low!, 9)
    await expect(page.locator(".amber").filter({ hasText: sandbox.mark })).toBeVisible()
    const kinetic = page.locator("dl > div").filter({ hasText: terms.track.kinetic }).first()
    await expect(kinetic).toContainText(wholeNumber(own.tracks.kinetic.index!))
    await isReadable(page)

    // Point by point, where both kinds of work are promised.
    await go(page, site.nav.compare)
    await enter(page.getByRole("link", { name: compare.kind.tracks, exact: true }))
    await expect(page).toHaveURL(/by=tracks/)
    const tracks = await answer<CompareView>(page, "compare")
    const certain = (verdict: string) => tracks.rows.filter((row) => row.difference.verdict === verdict).length
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      compare.headline.tracks({ kinetic: certain("higher"), "non-kinetic": certain("lower") }, tracks.rows.length),
    )
    await isReadable(page)
    const list = page.getByRole("figure", { name: compare.moved.byTrack }).getByRole("listitem")
    await expect(list.filter({ hasText: terms.cannotBeTold })).toHaveCount(
      tracks.rows.filter((row) => row.difference.verdict === "cannot-be-told").length,
    )

    // The other edition, as it stood on the day it was a year old: the menu keeps both.
    await go(page, site.nav.overview)
    await enter(page.getByRole("link", { name: controls.plan(2021, 14), exact: true }).first())
    await expect(page).toHaveURL(/plan=nap-2021/)
    const asOf = page.locator("details[data-panel]").first()
    await unfold(asOf.locator("summary"))
    await enter(asOf.getByRole("link", { name: "2022", exact: true }))
    await expect(page).toHaveURL(/plan=nap-2021&asOf=2022-12-31/)
    const then = await answer<OverviewView>(page, "overview")
    await expect(
      page.getByRole("status").filter({ hasText: site.notLive.asOf(formatDay(locale, "2022-12-31")) }),
    ).toBeVisible()
    expect(Number(await page.getByTestId("index-kinetic").first().getAttribute("data-value"))).toBe(
      then.tracks.kinetic.index,
    )
    await go(page, site.nav.compare)
    await expect(page).toHaveURL(/plan=nap-2021&asOf=2022-12-31/)
    await expect(page.getByRole("heading", { level: 1 })).toContainText(formatDay(locale, "2022-12-31"))
  })
}
