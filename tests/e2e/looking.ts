import AxeBuilder from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import { expect } from "./fixtures"

/**
 * Axe finds nothing on the page, or in a part of it. `rules` narrows what it looks for: a second theme changes colours
 * and nothing else, so that only contrast is worth another round there.
 */
export async function isAccessible(page: Page, { within, rules }: { within?: string; rules?: string[] } = {}) {
  // In one go and with what is wrong alone: all that is right, told node by node and carried to a second page to be
  // counted there, takes three times as long. That way is for frames of other sites, which we have none of.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] })
  if (within) axe.include(within)
  if (rules) axe.withRules(rules)
  const { violations } = await axe.analyze()
  expect(violations.map((it) => `${page.url()} ${it.id}: ${it.nodes[0]!.html.slice(0, 160)}`)).toEqual([])
}

/** Nothing is wider than the window. */
export const fitsWindow = async (page: Page, width = page.viewportSize()!.width) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width)

/** A picture for people to look at, only where NAP_PICTURES asks for them: drawing them takes minutes, and no test reads one. */
export async function picture(page: Page, name: string, { fullPage = true } = {}) {
  if (process.env.NAP_PICTURES) await page.screenshot({ path: `tests/e2e/pictures/${name}.png`, fullPage })
}
