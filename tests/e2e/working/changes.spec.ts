import { expect, publishFinding, test } from "@/tests/e2e/fixtures"

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
    const revision = await publishFinding(request, people, locale === "en" ? "nap2014-01.a" : "nap2014-17.a", 2, reason)
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
    await page.locator("select[name=points]").selectOption(locale === "en" ? "1" : "17")
    await page.locator("form button[type=submit]").click()
    await expect(page).toHaveURL(/points=(1|17)$/)
    await expect(row).toContainText(reason)

    // From the change to the commitment on its point's page, and back to the revision alone.
    await row.locator("a.cd").click()
    await expect(page).toHaveURL(new RegExp(`/${locale}/points/2014/(1|17)#`))
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

test("a returning reader is told what was published since, from what this device alone keeps", async ({
  page,
  context,
  request,
  people,
}) => {
  const revision = await publishFinding(request, people, "nap2014-12.a", 1, `Since you looked ${Date.now()}`)
  await expect
    .poll(async () => ((await (await request.get("/api/v1/overview")).json()) as { revision: number }).revision)
    .toBeGreaterThanOrEqual(revision)
  const note = page.locator(".looked")
  await page.goto("/en")
  await expect.poll(() => page.evaluate(() => localStorage.getItem("looked"))).toContain(`"revision":`)
  await expect(note).toHaveCount(0)

  // As if the visit before had been one revision ago; a new visit is a new tab.
  const looked = JSON.stringify({ revision: revision - 1, on: "2026-01-05" })
  await page.evaluate((text) => localStorage.setItem("looked", text), looked)
  const asked: string[] = []
  const next = await context.newPage()
  next.on("request", (sent) => asked.push(sent.url()))
  await next.goto("/ur")
  const told = next.locator(".looked")
  await expect(told).toContainText("5 جنوری 2026")
  expect(asked.filter((url) => url.includes("since="))).toEqual([])
  expect((await context.cookies()).length).toBe(0)
  await told.getByRole("link", { name: "دیکھیں کیا بدلا" }).click()
  await expect(next).toHaveURL(new RegExp(`/ur/changes\\?since=${revision - 1}$`))
  await expect(next.locator(`#r${revision}`)).toBeVisible()

  // Turned off, nothing is kept any more; and it can be turned on again.
  await next.goto("/en")
  await next.getByRole("button", { name: "Do not remember" }).click()
  await expect(told).toHaveCount(0)
  expect(await next.evaluate(() => localStorage.getItem("looked"))).toBe("off")
  const third = await context.newPage()
  await third.goto("/en")
  await third.getByRole("button", { name: "Remember", exact: true }).click()
  expect(await third.evaluate(() => localStorage.getItem("looked"))).toContain("revision")
})
