import { messages } from "@/lib/i18n/messages"
import { expect, test } from "@/tests/e2e/fixtures"
import { fitsWindow } from "@/tests/e2e/looking"

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
