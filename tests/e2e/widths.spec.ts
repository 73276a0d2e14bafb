import { messages } from "@/lib/i18n/messages"
import { call, expect, test } from "./fixtures"
import { fitsWindow } from "./looking"

for (const locale of ["en", "ur"] as const) {
  const { site } = messages(locale)

  test(`between a phone and a desktop the menu and every panel of the bar are in the window, in ${locale}`, async ({
    page,
  }) => {
    await page.goto(`/${locale}/momentum?asOf=2022-12-31`)
    for (const width of [830, 900, 1000, 1020, 1180, 1310]) {
      await page.setViewportSize({ width, height: 800 })
      await fitsWindow(page)
      const menu = page.getByRole("banner").locator("summary")
      if (await menu.isVisible()) await menu.click()
      await expect(page.getByRole("banner").getByRole("link", { name: site.nav.data, exact: true })).toBeInViewport()
      if (await menu.isVisible()) await menu.click()
      const panels = page.locator(".view details[data-panel]")
      expect(await panels.count()).toBeGreaterThan(3)
      for (const panel of await panels.all()) {
        await panel.locator("summary").click()
        const { x, width: across } = (await panel.locator("> div").boundingBox())!
        expect([x >= 0, x + across <= width], `${width}: ${await panel.locator("summary").innerText()}`).toEqual([
          true,
          true,
        ])
        await fitsWindow(page)
        await page.keyboard.press("Escape")
      }
    }
  })
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
