import { expect, publishFinding, test } from "./fixtures"

const LOCALES = ["en", "ur"] as const
const WORDS = {
  en: { corrections: "Corrections", world: "World changed", all: "All changes" },
  ur: { corrections: "تصحیحات", world: "صورتِ حال بدلی", all: "تمام تبدیلیاں" },
}

for (const locale of LOCALES) {
  test(`what was published is found in Changes without JavaScript, by kind, point and number, in ${locale}`, async ({
    browser,
    baseURL,
    request,
    people,
  }) => {
    const reason = `Found in Changes, ${locale}, ${Date.now()}`
    const revision = await publishFinding(request, people, locale === "en" ? "nap2014-11.a" : "nap2014-17.a", 2, reason)
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
    const page = await context.newPage()
    await page.goto(`/${locale}/changes`)
    const row = page.locator(`#r${revision}`)
    await expect(row).toContainText(reason)
    await page.getByRole("link", { name: WORDS[locale].corrections, exact: true }).first().click()
    await expect(page).toHaveURL(/kind=correction/)
    await expect(row).toHaveCount(0)
    await page.getByRole("link", { name: WORDS[locale].world, exact: true }).click()
    await expect(row).toHaveCount(1)

    await page.goto(`/${locale}/changes?plan=nap-2014`)
    await page.locator("select[name=points]").selectOption(locale === "en" ? "11" : "17")
    await page.locator("form button[type=submit]").click()
    await expect(page).toHaveURL(/points=(11|17)/)
    await expect(row).toContainText(reason)

    // From the change to the commitment on its point's page, and back to the revision alone.
    await row.locator("a.cd").click()
    await expect(page).toHaveURL(new RegExp(`/${locale}/points/2014/(11|17)#`))
    await page.goto(`/${locale}/changes?revision=${revision}`)
    await expect(page.locator("main tbody tr")).toHaveCount(1)
    await page.getByRole("link", { name: WORDS[locale].all, exact: true }).first().click()
    await expect(page).toHaveURL(new RegExp(`/${locale}/changes$`))
    await context.close()
  })
}

test("the overview and a point lead to their changes", async ({ page }) => {
  await page.goto("/en?plan=nap-2021")
  await page.getByRole("link", { name: "All changes and corrections" }).click()
  await expect(page).toHaveURL(/\/en\/changes\?plan=nap-2021$/)
  await page.goto("/en/points/2014/5")
  await page.getByRole("link", { name: "All changes to this point" }).click()
  await expect(page).toHaveURL(/\/en\/changes\?plan=nap-2014&points=5$/)
})
