import { messages } from "@/lib/i18n/messages"
import { call, expect, signIn, test } from "@/tests/e2e/fixtures"
import { fitsWindow, isAccessible, picture } from "@/tests/e2e/looking"

for (const locale of ["en", "ur"] as const) {
  const { share, links, compare, outcomes, momentum } = messages(locale)
  const SCREENS = [
    {
      path: "compare?asOf=2021-06-30&against=2016-12-31",
      screen: share.screen.compare,
      own: share.scope.comparison,
      heading: /2021/,
    },
    {
      path: "compare?by=plans&against=nap-2014&plan=nap-2021",
      screen: share.screen.compare,
      own: share.scope.comparison,
      heading: /2021/,
    },
    { path: "outcomes", screen: share.screen.outcomes, own: share.scope.panels, heading: outcomes.heading },
    { path: "momentum?plan=nap-2021", screen: share.screen.momentum, own: null, heading: momentum.heading },
  ]

  for (const { path, screen, own, heading } of SCREENS) {
    test(`an analyst sends /${path} and a visitor without an account reads it (${locale})`, async ({
      page,
      browser,
      baseURL,
      people,
    }) => {
      await signIn(page, people.analyst)
      await page.goto(`/${locale}/${path}`)
      await page.getByRole("button", { name: share.open, exact: true }).first().click()
      const dialog = page.getByRole("dialog")
      const opens = dialog.locator(".opens")
      await expect(opens).toContainText(screen)
      if (own !== null) await expect(opens).toContainText(own)
      // What the visitor will see is what the page behind says.
      await expect(dialog.getByTestId("finding")).toContainText(heading, { timeout: 20_000 })
      // What the two sides differ in cannot be left to visitors.
      const isByDates = path.includes("asOf=")
      await expect(dialog.getByLabel(links.free.asOf)).toHaveCount(isByDates ? 0 : 1)
      await isAccessible(page, { within: "dialog" })
      await dialog.getByLabel(share.label).fill(`${path}, ${locale}`)
      await dialog.getByRole("button", { name: share.create }).click()
      const url = await dialog.getByLabel(share.address, { exact: true }).inputValue()

      const language = locale === "ur" ? "ur-PK" : "en-GB"
      const context = await browser.newContext({ baseURL, locale: language, javaScriptEnabled: false })
      const visitor = await context.newPage()
      await visitor.setViewportSize({ width: 390, height: 800 })
      expect((await visitor.goto(new URL(url).pathname))!.status()).toBe(200)
      await expect(visitor.getByRole("heading", { level: 1 })).toContainText(heading)
      // The bar of the site stays behind: a link compares, and counts, nothing else.
      await expect(visitor.getByRole("group", { name: compare.bar })).toHaveCount(0)
      await expect(visitor.locator("main select, main input[type=checkbox]")).toHaveCount(0)
      expect(await context.cookies()).toEqual([])
      const box = await visitor.locator("main").boundingBox()
      expect(box!.width).toBeLessThanOrEqual(390)
      const name = path.replaceAll(/[^a-z]+/g, "-")
      await visitor.screenshot({ path: `tests/e2e/pictures/link-${name}-${locale}.png`, fullPage: true })
      await context.close()

      await page.goto(`/${locale}/admin/links`)
      const row = page
        .locator("li")
        .filter({ hasText: `${path}, ${locale}` })
        .last()
      await expect(row).toContainText(screen)
    })
  }
}

test("a link's page fits the narrowest window in both languages, with all that can be taken away", async ({
  page,
  people,
  request,
}) => {
  for (const input of [{ screen: "overview" }, { screen: "momentum" }, { screen: "point", point: 12 }]) {
    const { status, body } = await call<{ url: string }>(request, people.analyst, "POST", "/shares", {
      label: `Fits: ${input.screen}`,
      query: { plan: "nap-2014" },
      ...input,
    })
    expect(status, JSON.stringify(body)).toBe(201)
    const token = new URL(body.url).pathname.split("/").at(-1)!
    for (const locale of ["en", "ur"] as const) {
      for (const width of [320, 390, 830]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(`/${locale}/s/${token}`)
        await expect(page.getByRole("link", { name: /SVG/ }).first()).toBeVisible()
        await fitsWindow(page)
      }
    }
  }
})

test("a link to the whole plan opens on a phone with the finding and a chart, and folds nothing on paper", async ({
  people,
  request,
  browser,
  baseURL,
}) => {
  const { status, body } = await call<{ url: string }>(request, people.analyst, "POST", "/shares", {
    label: "On a phone",
    query: { plan: "nap-2014" },
    screen: "overview",
  })
  expect(status, JSON.stringify(body)).toBe(201)
  const token = new URL(body.url).pathname.split("/").at(-1)!
  const context = await browser.newContext({
    baseURL: baseURL!,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const visitor = await context.newPage()
  for (const locale of ["en", "ur"] as const) {
    const { overview, linkPage } = messages(locale)
    const parts = [overview.grid.title, overview.claims.title, overview.sectors.title, linkPage.method.title]
    const heads = parts.map((name) => visitor.getByRole("heading", { name, exact: true }))
    await visitor.setViewportSize({ width: 390, height: 844 })
    await visitor.goto(`/${locale}/s/${token}`)
    const chart = (await visitor.locator("figure svg[role=img]").filter({ visible: true }).first().boundingBox())!
    expect(chart.y).toBeLessThan(1100)
    expect((await visitor.locator("html").boundingBox())!.height).toBeLessThan(6000)
    for (const head of heads) await expect(head).toBeHidden()
    await visitor.locator("summary", { hasText: overview.grid.title }).click()
    await expect(heads[0]!).toBeVisible()
    await visitor.reload()
    await visitor.emulateMedia({ media: "print" })
    for (const head of heads) await expect(head).toBeVisible()
    await visitor.emulateMedia({ media: "screen" })
    await visitor.setViewportSize({ width: 1280, height: 900 })
    for (const head of heads) await expect(head).toBeVisible()
    await visitor.setViewportSize({ width: 390, height: 844 })
    await picture(visitor, `link-folded-${locale}`)
  }
  await context.close()
})
