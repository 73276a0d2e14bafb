import { strFromU8, unzipSync } from "fflate"
import { isDrawnApart } from "@/lib/domain/drawing"
import { expect, signIn, test } from "@/tests/e2e/fixtures"
import type { ExploreRow } from "@/lib/domain/views/explore"
import type { OverviewView } from "@/lib/domain/views/overview"
import { oneDecimal, wholeNumber } from "@/lib/i18n/format"
import { messages } from "@/lib/i18n/messages"
import {
  answer,
  enter,
  go,
  isIn,
  isReadable,
  publishAnother,
  revisionOf,
  rowsOf,
  says,
  tabTo,
  take,
  tells,
  told,
  unfold,
} from "@/tests/e2e/analyst"

/** Of the commitments that no other test publishes on. */
const TOUCHED = { en: "nap2014-08.b", ur: "nap2014-19.b" }

for (const locale of ["en", "ur"] as const) {
  const { cite, cited, controls, explore, linkPage, overview, share, site, terms } = messages(locale)

  test(`a number is defended: from the headline to its source in three clicks, in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}`)
    await isIn(page, locale)
    const view = await answer<OverviewView>(page, "overview")
    let clicks = 0
    const click = async (link: Parameters<typeof enter>[0]) => {
      clicks++
      await enter(link)
    }
    const { minimum } = view.tracks.kinetic.composition
    await click(page.getByRole("link", { name: explore.seeCommitments(minimum, terms.level[1]), exact: true }).first())
    await expect(page).toHaveURL(/finding=1/)
    await expect(page.locator("[data-live=true]")).toBeVisible()
    const { items, total } = await answer<{ items: ExploreRow[]; total: number }>(page, "explore")
    expect(total).toBe(minimum)

    // The number of sources in the table is a link to them; arrows go on in the direction of reading.
    const row = page.locator(`tr[data-commitment="${items[0]!.id}"]`)
    await tabTo(page.getByRole("grid").locator("[tabindex='0']"))
    await page.keyboard.press("End")
    await expect(row.getByRole("gridcell").last()).toBeFocused()
    const sources = row.getByRole("link", { name: explore.live.evidenceOf.replace("{code}", items[0]!.code) })
    await expect(sources).toHaveText(String(items[0]!.evidence))
    await page.keyboard.press("Enter")
    clicks++
    await expect(page).toHaveURL(new RegExp(`#${items[0]!.code}$`))
    const detail = page.locator(`tr[id="${items[0]!.code}"] + tr details`)
    await expect(detail).toHaveAttribute("open", "")
    const source = detail.locator("a[href^='https:']").first()
    await tabTo(source)
    clicks++
    await expect(source).toHaveAttribute("rel", /noopener/)
    expect(clicks).toBeLessThanOrEqual(3)

    // As many sources stand there as the table counted.
    const current = detail.getByRole("heading", { name: terms.laneLong.finding }).locator("xpath=..")
    const cited = current.locator("article").first().getByRole("listitem")
    await expect(cited).toHaveCount(items[0]!.evidence)
  })

  test(`charts, tables and the whole record are taken along, and all say the same, in ${locale}`, async ({ page }) => {
    test.slow()
    await page.goto(`/${locale}`)
    // Pinned first, as for a paper: what is published in the meantime changes no file.
    await unfold(page.locator("summary", { hasText: cite.label }).first())
    await enter(page.locator("details[data-panel][open]").getByTitle(cite.permanent))
    await enter(page.getByRole("link", { name: cite.page.open }))
    await expect(page).toHaveURL(/asOf=.*known=\d+/)
    const view = await answer<OverviewView>(page, "overview")
    const id = /r\d+-[0-9a-f]{12}/.exec(
      (await page.locator("main a[href*='/cite/r']").first().getAttribute("href"))!,
    )![0]
    const [kinetic, nonKinetic] = [view.tracks.kinetic.index!, view.tracks.nonKinetic.index!]
    await expect(page.getByTestId("index-kinetic").first()).toHaveText(wholeNumber(kinetic))
    await unfold(page.locator("summary", { hasText: controls.export }).first())
    const panel = page.locator("details[data-panel][open]")

    const csv = rowsOf((await take(panel.getByRole("link", { name: controls.exportAs.csv }))).bytes)
    const last = (track: string) => csv.findLast((row) => row.track === track)!
    expect([last("kinetic").index, last("non-kinetic").index]).toEqual([String(kinetic), String(nonKinetic)])
    expect(last("kinetic").revision).toBe(String(view.revision))

    const xlsx = unzipSync((await take(panel.getByRole("link", { name: controls.exportAs.xlsx }))).bytes)
    const sheet = strFromU8(xlsx["xl/worksheets/sheet1.xml"]!)
    expect(sheet).toContain(`<v>${kinetic}</v>`)
    expect(sheet).toContain(`<v>${nonKinetic}</v>`)
    expect(sheet.includes('rightToLeft="1"')).toBe(locale === "ur")

    const title = overview.trend.title(2014)
    const svg = (await take(panel.getByRole("link", { name: controls.pictureOf(title, "SVG") }))).bytes.toString()
    expect(svg).toMatch(/^<svg /)
    for (const words of [title, id, wholeNumber(kinetic), wholeNumber(nonKinetic)]) expect(svg).toContain(words)
    const png = await take(panel.getByRole("link", { name: controls.pictureOf(title, "PNG") }))
    expect(png.name).toBe("trend.png")
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG")
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1400)

    // Every drawing that a screen shows is offered there, and no other but its charts of text and boxes.
    for (const words of [site.nav.momentum, site.nav.outcomes, site.nav.compare]) {
      await go(page, words)
      if (words === site.nav.compare) {
        await enter(page.getByRole("link", { name: messages(locale).compare.kind.lanes, exact: true }))
        await expect(page).toHaveURL(/by=lanes/)
      }
      await isReadable(page)
      const drawn = await page
        .locator("[data-drawing]")
        .evaluateAll((all) => all.map((it) => it.getAttribute("data-drawing")))
      await unfold(page.locator("summary", { hasText: controls.export }).first())
      const offered = page.locator("details[data-panel][open] a[href*='.svg']")
      const names = await offered.evaluateAll((all) =>
        all.map((it) => /([a-z-]+)\.svg/.exec(it.getAttribute("href")!)![1]),
      )
      expect(names.filter((name) => !isDrawnApart(name)).sort()).toEqual(drawn.sort())
      expect(names.some(isDrawnApart)).toBe(words !== site.nav.outcomes)
      for (const picture of [offered.first(), offered.last()])
        expect((await take(picture)).bytes.toString()).toContain(`/cite/r${await revisionOf(page)}-`)
    }

    // Everything in one file.
    await go(page, site.nav.data)
    await isReadable(page)
    const zip = unzipSync((await take(page.getByRole("link", { name: /ZIP/ }).first())).bytes)
    const names = Object.keys(zip)
    for (const part of [/assessments\.csv$/, /codebook/i, /licen[cs]e/i, /sha256|checksums/i]) {
      expect(names.filter((name) => part.test(name)).length, String(part)).toBeGreaterThan(0)
    }
  })

  test(`a citation shows the same answer after a later revision, and a link opens without an account, in ${locale}`, async ({
    page,
    browser,
    baseURL,
    request,
    people,
  }) => {
    test.slow()
    await signIn(page, people.analyst)
    await page.goto(`/${locale}`)
    const view = await answer<OverviewView>(page, "overview")
    const { kinetic, nonKinetic, all } = view.tracks
    const headline = (await page.getByRole("heading", { level: 1 }).textContent())!

    await unfold(page.locator("summary", { hasText: cite.label }).first())
    const panel = page.locator("details[data-panel][open]")
    const bib = await take(panel.getByRole("link", { name: cite.style.bibtex }))
    const address = new URL(/url = \{([^}]+)\}/.exec(bib.bytes.toString())![1]!)
    expect(bib.bytes.toString()).toContain(`version = {${view.revision}}`)
    await enter(panel.getByTitle(cite.permanent))
    await expect(page).toHaveURL(new RegExp(`/${locale}/cite/r${view.revision}-[0-9a-f]{12}`))
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(address.pathname + address.search)

    const stillSays = async (changes: number) => {
      await tells(page, [
        told("heading", cite.screen.overview(2014), "[level=1]"),
        ["status", [told("heading", cited.holds, "[level=2]")]],
        told("heading", cited.finding, "[level=2]"),
        says("paragraph", headline),
        [
          told("table", cited.finding),
          [["rowgroup", [`row /${terms.track.kinetic} ${oneDecimal(kinetic.index!)} .*/`]]],
        ],
        told("link", cite.page.open),
        told("heading", cite.page.how, "[level=2]"),
      ])
      await isReadable(page)
      for (const [name, score] of [
        [terms.track.kinetic, kinetic],
        [terms.track["non-kinetic"], nonKinetic],
        [cite.page.all, all],
      ] as const) {
        const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) })
        await expect(row.getByRole("cell").first()).toHaveText(oneDecimal(score.index!))
        await expect(row.getByRole("cell").last()).toHaveText(terms.rated(score.rated, score.commitments))
      }
      await expect(page.getByRole("status").filter({ hasText: cited.holds })).toContainText(
        cite.page.since.screen(changes),
      )
    }
    const since = async () => {
      const now = (await (await request.get(`/api/v1/overview?known=${view.revision}`)).json()) as OverviewView
      return now.changesSince
    }
    await stillSays(await since())

    // Years later, in a minute: an editor publishes something of this plan.
    const clock = { asOf: view.today, from: "2026-06-01" }
    const reason = `After the citation, ${locale}, ${Date.now()}`
    const revision = await publishAnother(request, people, TOUCHED[locale], clock, reason)
    expect(revision).toBeGreaterThan(view.revision)
    await page.reload()
    const count = await since()
    expect(count).toBeGreaterThan(0)
    await stillSays(count)

    // From there to what was cited, pinned, and to what changed.
    await enter(page.getByRole("link", { name: cite.page.open }))
    await expect(page).toHaveURL(new RegExp(`known=${view.revision}`))
    await expect(page.getByRole("status").filter({ hasText: site.notLive.title })).toBeVisible()
    expect(Number(await page.getByTestId("index-kinetic").first().getAttribute("data-value"))).toBe(kinetic.index)
    await page.goBack()
    await enter(page.getByRole("link", { name: cite.page.seeChanges }))
    await expect(page.locator(`#r${revision}`)).toBeVisible()

    // A link to the frozen view: made by keyboard, opened by somebody without an account.
    await go(page, site.nav.overview)
    const live = await answer<OverviewView>(page, "overview")
    await enter(page.getByRole("button", { name: share.open, exact: true }).first())
    const dialog = page.getByRole("dialog")
    await expect(dialog).toBeVisible()
    const label = dialog.getByLabel(share.label)
    await tabTo(label)
    await page.keyboard.type(`For a paper, ${locale}`)
    const kind = dialog.getByRole("radio", { name: share.frozen })
    await kind.focus()
    await page.keyboard.press("Space")
    await expect(kind).toBeChecked()
    await enter(dialog.getByRole("button", { name: share.create }))
    const made = await dialog.getByLabel(share.address, { exact: true }).inputValue()
    await page.keyboard.press("Escape")
    await expect(dialog).toBeHidden()
    await expect(page.getByRole("button", { name: share.open, exact: true }).first()).toBeFocused()

    const visitor = await (
      await browser.newContext({ baseURL, locale: locale === "ur" ? "ur-PK" : "en-GB", javaScriptEnabled: false })
    ).newPage()
    await visitor.goto(made)
    await expect(visitor).toHaveURL(new RegExp(`/${locale}/s/`))
    await expect(visitor.getByTestId("index-kinetic").first()).toHaveAttribute(
      "data-value",
      String(live.tracks.kinetic.index),
    )
    await expect(visitor.locator(".amber")).toContainText(share.page.frozen)
    await isReadable(visitor)
    const file = visitor.getByRole("link", { name: linkPage.downloads.data("CSV") })
    const shared = rowsOf(await (await visitor.request.get((await file.getAttribute("href"))!)).body())
    expect(shared.findLast((row) => row.track === "kinetic")!.index).toBe(String(live.tracks.kinetic.index))
    expect(await visitor.context().cookies()).toEqual([])
    await visitor.context().close()
  })
}
