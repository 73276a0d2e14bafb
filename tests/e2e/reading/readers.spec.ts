import { expect, test } from "@/tests/e2e/fixtures"
import { fitsWindow, isAccessible, picture } from "@/tests/e2e/looking"

/** What a reader sees: every reader's screen, both languages, both themes, desktop and phone. */
const SCREENS = {
  overview: "",
  points: "/points",
  explore: "/explore",
  point: "/points/2014/5",
  topic: "/points/2021/10",
  outcomes: "/outcomes",
  momentum: "/momentum",
  changes: "/changes",
  record: "/changes/record/plan/nap-2014",
  method: "/method",
  data: "/data",
  cite: "/cite/r1-000000000000?asOf=2020-12-31&page=/points/2014/5",
  "sign-in": "/sign-in",
}
const LOCALES = ["en", "ur"] as const

type Scored = { index: number | null; commitments: number; rated: number }
type Overview = {
  tracks: Record<"kinetic" | "nonKinetic", Scored>
  events: { title: { en: string; ur: string }; onChart: boolean }[]
}

for (const locale of LOCALES) {
  for (const [name, path] of Object.entries(SCREENS)) {
    test(`${name} in ${locale}: no sideways scroll, and axe finds nothing`, async ({ page }) => {
      // Each width in one theme: both are laid out alike, and their colours are the same on every width.
      for (const [device, width, theme] of [
        ["desktop", 1440, "light"],
        ["phone", 390, "dark"],
      ] as const) {
        await page.emulateMedia({ colorScheme: theme })
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`/${locale}${path}`)
        await page.evaluate(() => document.fonts.ready)
        await fitsWindow(page)
        await isAccessible(page)
        for (const colorScheme of process.env.NAP_PICTURES ? (["light", "dark"] as const) : []) {
          await page.emulateMedia({ colorScheme })
          await picture(page, `${name}-${locale}-${device}-${colorScheme}`)
        }
      }
    })
  }

  test(`the overview in ${locale} shows 20 points, two strands each, real events, and the API's numbers`, async ({
    page,
    request,
  }) => {
    const view = (await (await request.get("/api/v1/overview")).json()) as Overview
    await page.goto(`/${locale}`)
    await expect(page.locator("html")).toHaveAttribute("dir", locale === "ur" ? "rtl" : "ltr")
    await expect(page.locator("[data-point^='2014/']")).toHaveCount(20)
    for (const [track, id] of [
      ["kinetic", "index-kinetic"],
      ["nonKinetic", "index-non-kinetic"],
    ] as const) {
      const { index } = view.tracks[track]
      const shown = page.getByTestId(id).first()
      expect(Number(await shown.getAttribute("data-value"))).toBeCloseTo(index!, 9)
      await expect(shown).toContainText(String(Math.round(index!)))
    }
    const named = view.events.filter((event) => event.onChart)
    expect(named.length).toBeGreaterThan(4)
    const text = await page.locator("main").innerHTML()
    for (const event of named) expect(text).toContain(event.title[locale].replaceAll("'", "&#x27;"))
  })

  test(`without JavaScript the finding, the charts and their tables are there in ${locale}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
    const page = await context.newPage()
    for (const path of ["", "/points/2014/5"]) {
      await page.goto(`/${locale}${path}`)
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      const drawings = page.locator("main figure svg[role=img], main svg[role=img]")
      expect(await drawings.count()).toBeGreaterThan(0)
      await expect(drawings.first()).toBeVisible()
      const table = page.locator("main figure details:has(table)").first()
      await table.locator("summary").click()
      await expect(table.locator("tbody tr").first()).toBeVisible()
    }
    await context.close()
  })

  test(`another day is asked without JavaScript too, and the page says it is not live in ${locale}`, async ({
    browser,
    baseURL,
    request,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
    const page = await context.newPage()
    await page.goto(`/${locale}?asOf=2017-12-31`)
    await expect(page.locator(".amber")).toBeVisible()
    const then = (await (await request.get("/api/v1/overview?asOf=2017-12-31")).json()) as Overview
    const shown = page.getByTestId("index-kinetic").first()
    expect(Number(await shown.getAttribute("data-value"))).toBeCloseTo(then.tracks.kinetic.index!, 9)
    await page.locator(".amber a").click()
    expect(new URL(page.url()).search).toBe("")
    await expect(page.locator(".amber")).toHaveCount(0)
    await context.close()
  })

  test(`a parameter that makes no sense is ignored and named in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}?lane=rumour&utm_source=x`)
    await expect(page.locator("main")).toContainText("lane")
    await expect(page.locator("main")).toContainText("utm_source")
  })
}

test("time runs left to right in the charts of both languages", async ({ page }) => {
  for (const locale of LOCALES) {
    await page.goto(`/${locale}`)
    const years = page.locator("main svg text", { hasText: /^20(15|25)$/ })
    const [first, last] = [years.filter({ hasText: "2015" }).first(), years.filter({ hasText: "2025" }).first()]
    expect((await first.boundingBox())!.x).toBeLessThan((await last.boundingBox())!.x)
  }
})

test("the same address gives the same page, byte for byte, and a second reader is not a second rendering", async ({
  request,
}) => {
  const address = "/en?plan=nap-2021&asOf=2024-06-30&lane=claim"
  const [one, two] = [await request.get(address), await request.get(address)]
  expect(await one.text()).toBe(await two.text())
  expect(one.headers().etag).toBe(two.headers().etag)
})

test("the plan switch, a point, its evidence: from headline to source in three clicks", async ({ page }) => {
  await page.goto("/en")
  await page.locator("[data-point='2014/6'] a").first().click()
  await expect(page).toHaveURL(/\/en\/points\/2014\/6/)
  await page.locator("summary", { hasText: "Reasons, evidence, history" }).first().click()
  const source = page.locator("main a[href^='https://'][rel~='noopener']:visible").first()
  await expect(source).toBeVisible()
})

test("no page of 320 pixels scrolls sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  for (const locale of LOCALES) {
    for (const path of Object.values(SCREENS)) {
      await page.goto(`/${locale}${path}`)
      await fitsWindow(page)
    }
  }
})

test("a reader gets no cookie", async ({ page, context }) => {
  for (const path of ["/en", "/ur/points", "/en/method"]) await page.goto(path)
  expect(await context.cookies()).toEqual([])
})

test("a page weighs what it may: bytes, requests and script", async ({ page }) => {
  const weights: { url: string; bytes: number; script: boolean }[] = []
  page.on("response", async (response) => {
    const sizes = await response.request().sizes()
    weights.push({
      url: response.url(),
      bytes: sizes.responseBodySize,
      script: response.request().resourceType() === "script",
    })
  })
  await page.goto("/en", { waitUntil: "networkidle" })
  const total = weights.reduce((sum, it) => sum + it.bytes, 0)
  const script = weights.filter((it) => it.script).reduce((sum, it) => sum + it.bytes, 0)
  console.log(`overview: ${weights.length} requests, ${total} bytes, script ${script}`)
  expect(script).toBeLessThanOrEqual(155_000)
  expect(weights.length).toBeLessThanOrEqual(20)
  expect(total).toBeLessThanOrEqual(260_000)
})
