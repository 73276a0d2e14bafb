import { readFileSync } from "node:fs"
import { PDFDocument } from "@cantoo/pdf-lib"
import { messages } from "@/lib/i18n/messages"
import { expect, test } from "./fixtures"

const LOCALES = ["en", "ur"] as const

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

  test(`a point is printed as one page of A4, in ${locale}`, async ({ page }) => {
    for (const path of ["points/2014/10", "points/2014/12", "points/2021/1"]) {
      await page.goto(`/${locale}/${path}`)
      await page.evaluate(() => document.fonts.ready)
      const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))
      expect(pdf.getPageCount(), path).toBe(1)
      const { width, height } = pdf.getPage(0).getSize()
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
      await page.emulateMedia({ media: "print" })
      await expect(page.locator(".brief")).toContainText(/\/cite\/r\d+-[0-9a-f]{12}/)
      await expect(page.locator(".brief tbody tr").nth(2)).toBeVisible()
      await page.emulateMedia({ media: null })
      await expect(page.locator(".brief")).toBeHidden()
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
}
