import { messages } from "@/lib/i18n/messages"
import { expect, signIn, test } from "@/tests/e2e/fixtures"
import { fitsWindow, isAccessible, picture } from "@/tests/e2e/looking"

for (const locale of ["en", "ur"] as const) {
  test(`an analyst makes a link from what they see, a visitor opens it, the analyst revokes it (${locale})`, async ({
    page,
    browser,
    baseURL,
    people,
  }) => {
    const { share, links: words } = messages(locale)
    await signIn(page, people.analyst)
    await page.goto(`/${locale}?track=kinetic`)
    await page.getByRole("button", { name: share.open, exact: true }).first().click()
    const dialog = page.getByRole("dialog")
    await expect(dialog).toBeVisible()
    await dialog.getByLabel(share.label).fill(`A committee, ${locale}`)
    await dialog.getByText(share.frozen, { exact: true }).click()
    await picture(page, `share-dialog-${locale}`, { fullPage: false })
    await isAccessible(page, { within: "dialog" })
    await dialog.getByRole("button", { name: share.create }).click()
    const url = await dialog.getByLabel(share.address, { exact: true }).inputValue()
    const path = new URL(url).pathname

    const visitor = await (await browser.newContext({ baseURL, locale: locale === "ur" ? "ur-PK" : "en-GB" })).newPage()
    const opened = await visitor.goto(path)
    expect(opened!.status()).toBe(200)
    await expect(visitor).toHaveURL(new RegExp(`/${locale}/s/`))
    await expect(visitor.getByTestId("index-kinetic").first()).toBeVisible()
    await expect(visitor.getByTestId("index-non-kinetic")).toHaveCount(0)
    expect(await visitor.context().cookies()).toEqual([])
    // Nothing outside the view can be reached from it; its sources' archived copies are public.
    const links = await visitor.locator("main a").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""))
    expect(links.filter((href) => href.startsWith("/") && !/\/(s|verify)\/|^\/api\/v1\/copies\//.test(href))).toEqual(
      [],
    )
    await visitor.setViewportSize({ width: 390, height: 800 })
    await picture(visitor, `share-${locale}-phone`)
    await fitsWindow(visitor)

    await page.goto(`/${locale}/admin/links`)
    const row = page
      .locator("li, tr, article")
      .filter({ hasText: `A committee, ${locale}` })
      .last()
    await row.getByRole("button", { name: share.revoke }).first().click()
    await page.getByRole("dialog").getByRole("button", { name: words.revokeYes }).click()
    await expect.poll(async () => (await visitor.goto(visitor.url()))!.status()).toBe(404)
  })

  test(`somebody not signed in takes the page's address, and is told why a link needs a name (${locale})`, async ({
    page,
    context,
  }) => {
    const { share } = messages(locale)
    await context.grantPermissions(["clipboard-read", "clipboard-write"])
    await page.goto(`/${locale}/points/2014/5`)
    await page.getByRole("button", { name: share.open, exact: true }).first().click()
    const dialog = page.getByRole("dialog")
    await expect(dialog).toContainText(share.signIn.text)
    await dialog.getByRole("button", { name: share.anybody.copy }).click()
    await expect(dialog.getByRole("button", { name: share.copied })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  })
}

test("what is being filled in stays where it is while the preview is made anew", async ({ page, people }) => {
  const { share, links } = messages("en")
  await signIn(page, people.analyst)
  await page.goto("/en")
  await page.getByRole("button", { name: share.open, exact: true }).first().click()
  const dialog = page.getByRole("dialog")
  const shown = dialog.getByAltText(links.preview.picture)
  const isDrawn = () =>
    shown.evaluate((it) => (it as HTMLImageElement).complete && (it as HTMLImageElement).naturalWidth)
  await expect(dialog.getByTestId("finding")).toBeVisible()
  await expect.poll(isDrawn).toBeGreaterThan(0)
  const place = async () => (await dialog.getByLabel(share.label).boundingBox())!.y
  const before = await place()

  // Both parts of the preview are held back: its words come with the page, its picture after it.
  const held: (() => void)[] = []
  let isHeld = true
  await page.route(/[?&]known=\d+/, async (route) => {
    if (isHeld) await new Promise<void>((go) => held.push(go))
    await route.continue()
  })
  await dialog.getByText(share.frozen, { exact: true }).click()
  await expect.poll(() => held.length).toBe(2)
  expect(await place()).toBe(before)
  isHeld = false
  for (const go of held) go()
  await expect.poll(isDrawn).toBeGreaterThan(0)
  await expect(dialog.getByTestId("finding")).toBeVisible()
  expect(await place()).toBe(before)
})
