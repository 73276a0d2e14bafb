import { readFileSync } from "node:fs"
import { PDFDocument } from "@cantoo/pdf-lib"
import { messages } from "@/lib/i18n/messages"
import { expect, test } from "@/tests/e2e/fixtures"

const LOCALES = ["en", "ur"] as const

type Point = { plan: string; number: number }

for (const locale of LOCALES) {
  const { cite, cited, data } = messages(locale)

  test(`a reader builds an address without JavaScript and gets what the page counted, in ${locale}`, async ({
    browser,
    baseURL,
    request,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
    const page = await context.newPage()
    await page.goto(`/${locale}/data`)
    await page.getByLabel(data.builder.what, { exact: true }).selectOption("events")
    await page.getByLabel(data.builder.asOf, { exact: true }).fill("2016-12-31")
    await page.getByLabel(data.builder.format, { exact: true }).selectOption("json")
    await page.getByRole("button", { name: data.builder.make }).click()
    await expect(page).toHaveURL(/what=events/)
    const address = page.locator("#builder .copy a")
    await expect(address).toHaveText("/api/v1/events?asOf=2016-12-31")
    const answer = await request.get((await address.textContent())!)
    const { total } = (await answer.json()) as { total: number }
    expect(total).toBeGreaterThan(0)
    await expect(page.locator("#builder")).toContainText(new RegExp(`(^|\\D)${total}\\D`))
    await context.close()
  })

  test(`everything in one file, and a page's citation, in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/data`)
    const [zip] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /ZIP/ }).first().click(),
    ])
    expect(zip.suggestedFilename()).toMatch(/^nap-tracker-r\d+\.zip$/)
    expect(
      readFileSync(await zip.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK")

    await page.goto(`/${locale}/points/2014/5?asOf=2020-12-31`)
    const panel = page.locator("details[data-panel]").filter({ hasText: cite.label }).last()
    await panel.locator("summary").click()
    const [bib] = await Promise.all([
      page.waitForEvent("download"),
      panel.getByRole("link", { name: cite.style.bibtex }).click(),
    ])
    const text = readFileSync(await bib.path(), "utf8")
    await panel.getByTitle(cite.permanent).click()
    await expect(page).toHaveURL(new RegExp(`/${locale}/cite/r\\d+-[0-9a-f]{12}\\?`))
    expect(text).toContain(new URL(page.url()).pathname)
    await expect(page.locator(".card[role=status]")).toContainText(cited.holds)
    await page.getByRole("link", { name: cite.page.open }).click()
    await expect(page).toHaveURL(new RegExp(`/${locale}/points/2014/5\\?.*known=\\d+`))
  })

  test(`every point is printed as one page of A4, in ${locale}`, async ({ page, request }) => {
    test.setTimeout(180_000)
    const { items } = (await (await request.get("/api/v1/points?limit=100")).json()) as { items: Point[] }
    const paths = items.map(({ plan, number }) => `points/${plan.replace("nap-", "")}/${number}`)
    expect(paths.length).toBeGreaterThanOrEqual(34)
    const earlier = paths.filter((path, at) => path.startsWith("points/2014/") && at % 4 === 0)
    const notOnePage: string[] = []
    for (const path of [...paths, ...earlier.map((it) => `${it}?asOf=2016-12-31`)]) {
      await page.goto(`/${locale}/${path}`)
      await page.evaluate(() => document.fonts.ready)
      const sheets = (await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))).getPages()
      const sizes = sheets.map((sheet) => `${Math.round(sheet.getWidth())} x ${Math.round(sheet.getHeight())}`)
      if (sizes.join() !== "595 x 842") notOnePage.push(`${path}: ${sizes.join()}`)
    }
    expect(notOnePage).toEqual([])
  })

  test(`a point's brief says on paper alone what it is and how to cite it, with nothing cut, in ${locale}`, async ({
    page,
  }) => {
    for (const path of ["points/2014/10", "points/2014/12", "points/2021/1"]) {
      await page.goto(`/${locale}/${path}`)
      const brief = page.locator(".brief")
      await expect(brief).toBeHidden()
      await page.emulateMedia({ media: "print" })
      await expect(brief).toContainText(/\/cite\/r\d+-[0-9a-f]{12}/)
      await expect(brief.locator("tbody tr").nth(2)).toBeVisible()
      // Both may hold a text that is longer than its box.
      const cut = await brief
        .locator(".brief-text, .brief-what")
        .evaluateAll((boxes) => boxes.filter((it) => it.scrollHeight > it.clientHeight + 1).map((it) => it.textContent))
      expect(cut, path).toEqual([])
      await page.emulateMedia({ media: null })
    }
  })

  test(`no table is cut at the edge of the paper, in ${locale}`, async ({ page }) => {
    for (const path of ["points/2014/10", "sandbox", "method", "momentum", "outcomes"]) {
      await page.goto(`/${locale}/${path}`)
      await page.emulateMedia({ media: "print" })
      // The width of A4 between its margins of 14 mm.
      await page.setViewportSize({ width: 688, height: 900 })
      const cut = await page
        .locator("table")
        .filter({ visible: true })
        .evaluateAll((tables) => tables.filter((it) => it.getBoundingClientRect().width > 688).length)
      expect(cut, path).toBe(0)
      const clipped = await page
        .locator(".scroll")
        .filter({ visible: true })
        .evaluateAll((boxes) => boxes.filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.className))
      expect(clipped, path).toEqual([])
      await page.emulateMedia({ media: null })
    }
  })

  test(`every screen says on paper what it is and how to cite it, with nothing to press, in ${locale}`, async ({
    page,
  }) => {
    for (const path of ["", "points", "compare", "outcomes", "momentum", "explore", "sandbox", "method", "changes"]) {
      await page.goto(`/${locale}/${path}?asOf=2026-01-31`)
      await expect(page.locator(".on-paper")).toBeHidden()
      await page.emulateMedia({ media: "print" })
      const said = page.locator(".on-paper")
      await expect(said, path).toBeVisible()
      await expect(said).toContainText(/\/cite\/r\d+-[0-9a-f]{12}/)
      await expect(said).toContainText(/\br\d+-[0-9a-f]{12}\s*$/)
      for (const pressed of ["form", ".btn", ".sharechart", ".seg", ".src .dt:not([open]) summary"])
        await expect(page.locator(`main ${pressed}`).filter({ visible: true }), `${path} ${pressed}`).toHaveCount(0)
      await page.emulateMedia({ media: null })
    }
  })

  test(`no printed page is left empty where a figure is longer than one, in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/momentum`)
    await page.evaluate(() => document.fonts.ready)
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))
    // Its figures fill seven pages; each kept whole they would need nine, one of them empty.
    expect(pdf.getPageCount()).toBeLessThanOrEqual(8)
  })

  test(`the outcomes are printed on one sheet, in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/outcomes`)
    await page.evaluate(() => document.fonts.ready)
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))
    expect(pdf.getPageCount()).toBe(1)
  })
}
