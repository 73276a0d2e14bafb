import { readFileSync } from "node:fs"
import type { APIRequestContext, Download, Locator, Page } from "@playwright/test"
import { LOCALES, type Locale } from "@/lib/i18n/locale"
import { addDays, type Day } from "@/lib/domain/date"
import type { ExploreRow } from "@/lib/domain/views/explore"
import { expect, publishFinding } from "./fixtures"

/** More stops than any screen has from its top to its end. */
const MOST_STOPS = 400

type Stop = { isThere: boolean; isLost: boolean; isShown: boolean; isSeen: boolean; what: string }

/** Where the focus is, in one look: another look for each question takes longer than the key. */
function stopAt(target: Element): Stop {
  const element = document.activeElement as HTMLElement
  const marked = (of: Element | null): boolean => {
    if (of === null) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(of)
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none"
  }
  // A slider or a switch may be drawn by its neighbour; a date's calendar button is marked by the browser itself.
  const isPartOfField = element.matches("input[type=date]:not(:focus)")
  const { width, height, top, bottom } = element.getBoundingClientRect()
  return {
    isThere: element === target,
    isLost: element === document.body,
    isShown: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    isSeen: [element, element.nextElementSibling, element.parentElement].some(marked) || isPartOfField,
    what: element.outerHTML.slice(0, 160),
  }
}
const GOOD = { isLost: false, isShown: true, isSeen: true }

/**
 * Goes on with Tab, or back with Shift, until the element has the focus. On the way the focus is never lost, and every
 * stop can be seen: in the window, and marked as the one that is focused.
 */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page()
  await expect(target).toBeVisible()
  if (await target.evaluate((element) => element === document.activeElement)) return
  const isBehind = await target.evaluate(
    (element) => (document.activeElement!.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
  )
  for (let press = 0; press < MOST_STOPS; press++) {
    await page.keyboard.press(isBehind ? "Shift+Tab" : "Tab")
    let stop = await target.evaluate(stopAt)
    // What has just come in may move the stop; it is in the window a moment later.
    if (stop.isLost || !stop.isShown || !stop.isSeen) {
      await expect(async () => {
        stop = await target.evaluate(stopAt)
        expect(stop, stop.what).toMatchObject(GOOD)
      }).toPass({ intervals: [0, 50, 100, 200], timeout: 2_000 })
    }
    if (stop.isThere) return
  }
  throw new Error(`not within ${MOST_STOPS} presses of Tab: ${target}`)
}

/** Goes to the element by keyboard and presses Enter; the focus is somewhere afterwards. */
export async function enter(target: Locator): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press("Enter")
}

/** Opens what stands behind a summary, by keyboard, and stays there. */
export async function unfold(summary: Locator): Promise<void> {
  await enter(summary)
  await expect(summary.locator("xpath=..")).toHaveAttribute("open", "")
  await expect(summary).toBeFocused()
}

/** A link of the main menu, by keyboard. */
export async function go(page: Page, words: string): Promise<void> {
  const link = page.getByRole("banner").getByRole("link", { name: words, exact: true })
  const href = await link.getAttribute("href")
  await enter(link)
  await page.waitForURL(({ pathname, search }) => pathname + search === href)
}

/** The revision that the page was made of, from its citation. */
export async function revisionOf(page: Page): Promise<number> {
  const href = await page.locator("main a[href*='/cite/r']").first().getAttribute("href")
  return Number(/\/cite\/r(\d+)-/.exec(href!)![1])
}

/** What the API answers to the page's own question: same parameters, and the revision that the page was made of. */
export async function answer<T>(page: Page, path: string): Promise<T> {
  // A form's empty field asks nothing.
  const search = new URLSearchParams([...new URL(page.url()).searchParams].filter(([, value]) => value !== ""))
  search.set("known", String(await revisionOf(page)))
  const given = await page.request.get(`/api/v1/${path}?${search}`)
  expect(given.status(), await given.text()).toBe(200)
  return (await given.json()) as T
}

/** Downloads by keyboard; what arrived, and under which name. */
export async function take(link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([link.page().waitForEvent("download"), enter(link)])
  await expect(link).toBeFocused()
  return { name: (download as Download).suggestedFilename(), bytes: readFileSync(await (download as Download).path()) }
}

/** The rows of a CSV file, by the names of its columns. */
export function rowsOf(csv: Buffer): Record<string, string>[] {
  const [head, ...rows] = csv
    .toString()
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain!),
    )
  return rows.map((row) => Object.fromEntries(head!.map((name, at) => [name, row[at] ?? ""])))
}

const NAMED =
  /^(link|button|checkbox|radio|textbox|searchbox|combobox|slider|spinbutton|img|figure|table|grid|region|dialog|heading|navigation|columnheader)\b/

/**
 * The screen as a screen reader has it: every control, drawing and table has a name, one heading of the first level
 * and none that skips a level, and every drawing has its numbers in a table or a list beside it.
 */
export async function isReadable(page: Page): Promise<void> {
  const tree = (await page.locator("main").ariaSnapshot()).split("\n").map((line) => line.trim().replace(/^- '?/, ""))
  expect(tree.filter((line) => NAMED.test(line) && !/^\w+ ("|\/)/.test(line))).toEqual([])
  const levels = tree.flatMap((line) => (/^heading /.test(line) ? [Number(/\[level=(\d)\]/.exec(line)![1])] : []))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  const skipped = levels.filter((level, at) => at > 0 && level > levels[at - 1]! + 1)
  expect(skipped, `${page.url()} ${levels.join(" ")}`).toEqual([])
  const bare = await page
    .locator("main figure svg[role=img]")
    .evaluateAll((drawings) =>
      drawings
        .filter(
          (it) =>
            !it.closest("figure")!.querySelector("table, ul, ol") && !it.closest("section")?.querySelector("table"),
        )
        .map((it) => it.getAttribute("aria-label")),
    )
  expect(bare, "drawings without their numbers").toEqual([])
}

/** The page is in this language and runs in its direction. */
export async function isIn(page: Page, locale: Locale): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", locale)
  await expect(page.locator("html")).toHaveAttribute("dir", LOCALES[locale].dir)
}

/** What a screen reader is told, in this order; between the parts named there may be others. */
export type Told = string | { says: string; text: string } | [string, Told[]]
export const told = (role: string, name: string, more = "") =>
  `${role} "${name.replaceAll('"', '\\"')}"${more === "" ? "" : ` ${more}`}`
/** A part that is nothing but its words. */
export const says = (role: string, text: string): Told => ({ says: role, text })

/** The main region tells these parts, in this order. */
export async function tells(page: Page, parts: Told[]): Promise<void> {
  const lines = (of: Told[], depth: number): string[] =>
    of.flatMap((part) => {
      const dash = `${"  ".repeat(depth)}- `
      if (typeof part === "object" && "says" in part) return [`${dash}${part.says}: ${JSON.stringify(part.text)}`]
      const [words, inner] = typeof part === "string" ? [part, null] : part
      const key = `${dash}'${words.replaceAll("'", "''")}'`
      return inner === null ? [key] : [`${key}:`, ...lines(inner, depth + 1)]
    })
  await expect(page.getByRole("main")).toMatchAriaSnapshot(lines(parts, 0).join("\n"))
}

/** Types a day into a field of the browser's own, as its keyboard is spelled in the tests: month, day, year. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  await tabTo(field)
  const [year, month, date] = day.split("-")
  await field.page().keyboard.type(`${month}${date}${year}`)
  await expect(field).toHaveValue(day)
}

/**
 * Publishes a finding that changes the level in force on the day: another level, in effect the day after the one that
 * is, and not before `from`. So it can be done again on the same site. Returns the revision.
 */
export async function publishAnother(
  request: APIRequestContext,
  people: Parameters<typeof publishFinding>[1],
  commitment: string,
  { asOf, from }: { asOf: Day; from: Day },
  reason: string,
): Promise<number> {
  const given = await request.get(`/api/v1/explore?asOf=${asOf}`)
  const { items } = (await given.json()) as { items: ExploreRow[] }
  const { finding, effectiveOn } = items.find(({ id }) => id === commitment)!
  const next = effectiveOn === null ? from : addDays(effectiveOn, 1)
  return publishFinding(request, people, commitment, ((finding ?? 0) + 1) % 4, reason, next > from ? next : from)
}
