import type { Page } from "@playwright/test"
import { expect, test } from "@/tests/e2e/fixtures"

const WORDS = {
  en: {
    compare: "Compare",
    plans: "Two plans",
    show: "Compare",
    swap: "Swap",
    commitments: "By commitment",
    why: "Why, with the evidence",
  },
  ur: {
    compare: "موازنہ",
    plans: "دو منصوبے",
    show: "موازنہ کریں",
    swap: "آپس میں بدلیں",
    commitments: "وعدوں کے لحاظ سے",
    why: "وجہ، ثبوت کے ساتھ",
  },
}

/** Moves the focus with Tab until the element that shows these words has it. */
async function tabTo(page: Page, words: string, within: "a" | "button" | "summary") {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab")
    const found = await page.evaluate(
      ([text, tag]) => {
        const element = document.activeElement
        return element?.tagName.toLowerCase() === tag && element.textContent?.trim() === text
      },
      [words, within] as const,
    )
    if (found) return
  }
  throw new Error(`no ${within} "${words}" within 120 presses of Tab`)
}

for (const locale of ["en", "ur"] as const) {
  const words = WORDS[locale]

  test(`how 2014 compares with 2021 is found by keyboard alone, down to the evidence, in ${locale}`, async ({
    page,
  }) => {
    await page.goto(`/${locale}`)
    await tabTo(page, words.compare, "a")
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(new RegExp(`/${locale}/compare$`))
    await tabTo(page, words.plans, "a")
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(/by=plans/)

    // The answer in a sentence, the core's cover, and both cores as lines of their own.
    await expect(page.locator("h1")).toContainText("20")
    await expect(page.locator(".core[role=note]")).toContainText("2021")
    await expect(page.locator('[data-drawing="core-kinetic"]')).toBeVisible()
    const links = page.locator("tr[data-link]")
    expect(await links.count()).toBeGreaterThanOrEqual(28)
    await expect(links.filter({ has: page.locator(".pill.dash") }).first()).toBeVisible()

    // From the commitments that continue older ones to the evidence on both sides.
    await tabTo(page, words.commitments, "a")
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(/rows=commitments/)
    await tabTo(page, words.why, "summary")
    await page.keyboard.press("Enter")
    await expect(page.locator("details[open] article").first()).toBeVisible()
    await expect(page.locator("details[open] article a[href^=https]").first()).toBeVisible()

    // The other way round every figure changes sides.
    await page.goto(`/${locale}/compare?by=plans&then=2026-01-31&asOf=2026-01-31`)
    const [a, b] = [page.getByTestId("index-a-kinetic"), page.getByTestId("index-b-kinetic")]
    const before = [await a.getAttribute("data-value"), await b.getAttribute("data-value")]
    expect(before.every((value) => value !== null)).toBe(true)
    await tabTo(page, words.swap, "a")
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(/against=nap-2021/)
    expect([await b.getAttribute("data-value"), await a.getAttribute("data-value")]).toEqual(before)
  })
}

test("two dates are chosen in a form without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await page.goto("/en/compare")
  await page.locator(".cmpv input[name=against]").fill("2016-12-31")
  await page.locator(".cmpv input[name=asOf]").fill("2018-12-31")
  await page.locator(".cmpv form button[type=submit]").click()
  await expect(page.locator("h1")).toContainText("Between 31 Dec 2016 and 31 Dec 2018")
  await expect(page.locator("#reasons")).toBeVisible()
  await context.close()
})
