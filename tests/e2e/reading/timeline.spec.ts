import { expect, test } from "@/tests/e2e/fixtures"

for (const path of ["/en", "/ur/points/2014/12", "/en/outcomes"]) {
  test(`the slider of ${path} goes as far as it is pressed, and is there to press again`, async ({ page }) => {
    await page.goto(path)
    const slider = page.locator("#asof")
    const said = () => slider.getAttribute("aria-valuetext")
    await slider.focus()
    const days = [await said()]
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press("ArrowLeft")
      days.push(await said())
    }
    // Every press names another day, and the page stays until the last.
    expect(new Set(days).size).toBe(days.length)
    expect(new URL(page.url()).search).toBe("")
    await page.waitForURL(/asOf=/)
    await expect(slider).toHaveAttribute("aria-valuetext", days.at(-1)!)
    await expect(slider).toBeFocused()

    // Enter does not wait; and from the new page it goes on.
    const left = page.url()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await page.waitForURL((url) => url.href !== left)
    await expect(slider).toHaveAttribute("aria-valuetext", days.at(-2)!)
    await expect(slider).toBeFocused()

    // A new page that nobody slid to leaves the focus at its beginning.
    await page.goto(path)
    await expect(page.locator("body")).toBeFocused()
  })
}

test("the slider has room for its stops", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  for (const path of ["/en", "/ur", "/en/points/2014/12"]) {
    await page.goto(path)
    expect((await page.locator("#asof").boundingBox())!.width, path).toBeGreaterThanOrEqual(180)
  }
})
