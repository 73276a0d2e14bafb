import { setTimeout as sleep } from "node:timers/promises"
import { type Browser, chromium, type Page } from "@playwright/test"
import { ARGUMENTS, findBrowser } from "@/lib/cli/browser.mjs"
import { figure } from "./figures"
import { largeRecord } from "./large-site"

const ROWS = 3000
const PROFILES = 3
const SLOWER = 4
const BETWEEN_KEYS = 150
const SEARCH = { en: "courts punjab", ur: "مدارس پنجاب" }

/**
 * The table of 3,000 commitments in a browser slowed four times, in both languages, each time in a fresh profile: a
 * search typed letter by letter, a facet, an order, scrolling. Input to paint is the browser's own event timing, in
 * steps of 8 ms; an answer is on the screen when the table that belongs to the choice has been painted.
 */
export async function* browsing(): AsyncGenerator<string> {
  const record = await largeRecord(ROWS)
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ARGUMENTS })
  try {
    const site = await record.start()
    try {
      for (const slower of [1, SLOWER]) {
        const seen = { en: [] as Seen[], ur: [] as Seen[] }
        for (let round = 0; round < PROFILES; round++)
          for (const locale of ["en", "ur"] as const)
            seen[locale].push(await visited(browser, site.url, locale, slower))
        for (const locale of ["en", "ur"] as const) yield* told(`/${locale}/explore, CPU ÷ ${slower}`, seen[locale])
      }
    } finally {
      await site.stop()
    }
  } finally {
    await browser.close()
    await record.remove()
  }
}

/** Milliseconds, but for the bytes. */
type Seen = {
  painted: number
  live: number
  blocked: number
  typing: number[]
  facet: number[]
  order: number[]
  answered: number[]
  longestFrame: number
  wire: number
  text: number
}

function* told(name: string, seen: Seen[]): Generator<string> {
  const all = (of: (one: Seen) => number | number[]) => seen.flatMap(of)
  yield `${name}: painted ${figure(
    all((it) => it.painted),
    "ms",
  )}, every row at hand ${figure(
    all((it) => it.live),
    "ms",
  )}, blocked ${figure(
    all((it) => it.blocked),
    "ms",
  )}`
  yield `  input to paint (goal ≤ 200): a letter ${figure(
    all((it) => it.typing),
    "ms",
  )}, a facet ${figure(
    all((it) => it.facet),
    "ms",
  )}, an order ${figure(
    all((it) => it.order),
    "ms",
  )}`
  yield `  until the answer is on the screen: ${figure(
    all((it) => it.answered),
    "ms",
  )}; longest frame while scrolling ${figure(
    all((it) => it.longestFrame),
    "ms",
  )}`
  yield `  all rows: ${figure(
    all((it) => it.wire / 1024),
    "kB",
  )} on the wire, ${figure(
    all((it) => it.text / 1024),
    "kB",
  )} as text`
}

async function visited(browser: Browser, site: string, locale: "en" | "ur", slower: number): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    // The loader of these files names functions by a helper that a page does not have.
    await page.addInitScript("globalThis.__name = (named) => named")
    await page.addInitScript(watch)
    const devtools = await context.newCDPSession(page)
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower })
    await page.goto(`${site}/${locale}/explore`)
    await page.waitForFunction(() => measured().live > 0)
    const loaded = await page.evaluate(() => {
      const rows = performance.getEntriesByType("resource").find(({ name }) => name.includes("/api/v1/explore"))
      const { encodedBodySize: wire, decodedBodySize: text } = rows as PerformanceResourceTiming
      return { wire, text, painted: performance.getEntriesByName("first-contentful-paint")[0]!.startTime }
    })
    const answered: number[] = []
    const during = async (act: () => Promise<void>, shows: boolean) => {
      await page.evaluate(() => void (measured().painted.length = 0))
      await act()
      if (shows) answered.push(await page.evaluate(() => measured().answered()))
      // The browser tells of an event some time after it was painted.
      await sleep(300)
      return page.evaluate(() => [...new Map(measured().painted).values()])
    }
    await page.locator("#explore-q").focus()
    const typing = await during(async () => {
      for (const letter of SEARCH[locale]) {
        await devtools.send("Input.dispatchKeyEvent", { type: "keyDown", text: letter, key: letter })
        await devtools.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter })
        await sleep(BETWEEN_KEYS)
      }
    }, true)
    const box = page.locator("input[name=finding]").first()
    const facet = [
      ...(await during(() => page.locator(".xf-bar > details", { has: box }).locator("summary").click(), false)),
      ...(await during(() => box.click(), true)),
      ...(await during(() => box.click(), true)),
    ]
    await page.keyboard.press("Escape")
    await page.locator("#explore-q").fill("")
    const order: number[] = []
    for (const column of [4, 0, 4])
      order.push(...(await during(() => page.locator("th[scope=col] a").nth(column).click(), true)))
    const longestFrame = await scrolled(page)
    return {
      ...loaded,
      ...(await page.evaluate(() => measured().load())),
      typing,
      facet,
      order,
      answered,
      longestFrame,
    }
  } finally {
    await context.close()
  }
}

/** The longest time between two frames while a wheel turns. */
async function scrolled(page: Page): Promise<number> {
  await page.evaluate(() => measured().frames(true))
  for (let turn = 0; turn < 20; turn++) {
    await page.mouse.wheel(0, 240)
    await sleep(50)
  }
  return page.evaluate(() => Math.max(...measured().frames(false)))
}

type Measured = {
  live: number
  /** The longest of each interaction's events, by its number. */
  painted: [number, number][]
  load(): { live: number; blocked: number }
  answered(): Promise<number>
  frames(on: boolean): number[]
}
declare const measured: () => Measured

/** Runs in the page, before anything of its own. */
function watch() {
  const longest = new Map<number, number>()
  const painted: [number, number][] = []
  let [live, blocked, acted] = [0, 0, 0]
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
      if (!entry.interactionId) continue
      const most = Math.max(longest.get(entry.interactionId) ?? 0, entry.duration)
      longest.set(entry.interactionId, most)
      painted.push([entry.interactionId, most])
    }
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit)
  new PerformanceObserver((list) => {
    if (live === 0) for (const { duration } of list.getEntries()) blocked += duration - 50
  }).observe({ type: "longtask" })
  for (const name of ["keydown", "click"]) addEventListener(name, (event) => (acted = event.timeStamp), true)
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const untilLive = () => {
    if (document.querySelector("[data-live=true]")) live = performance.now()
    else requestAnimationFrame(untilLive)
  }
  requestAnimationFrame(untilLive)
  let times: number[] | null = null
  const keepTime = (now: number) => {
    if (!times) return
    times.push(now)
    requestAnimationFrame(keepTime)
  }
  const here: Measured = {
    get live() {
      return live
    },
    painted,
    load: () => ({ live, blocked }),
    answered: async () => {
      await frame()
      while (!document.querySelector("[data-live=true][aria-busy=false]")) await frame()
      await frame()
      return performance.now() - acted
    },
    frames: (on) => {
      const gaps = (times ?? []).slice(1).map((time, at) => time - times![at]!)
      times = on ? [] : null
      if (on) requestAnimationFrame(keepTime)
      return gaps
    },
  }
  Object.assign(globalThis, { measured: () => here })
}
