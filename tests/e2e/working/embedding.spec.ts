import { createServer, type Server } from "node:http"
import type { Page } from "@playwright/test"
import { expect, signIn, test as base } from "@/tests/e2e/fixtures"
import { picture } from "@/tests/e2e/looking"

/** The page of another site: what its editors pasted, and nothing of ours besides. Its script is what our code gives. */
async function otherSite(): Promise<{
  origin: (host: string) => string
  show: (html: string) => void
  close: () => void
}> {
  let body = ""
  const server: Server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.end(
      `<!doctype html><html lang="en"><title>Another site</title><body style="margin:0">${body}</body></html>`,
    )
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as { port: number }
  return {
    origin: (host) => `http://${host}:${port}`,
    show: (html) => void (body = html),
    close: () => server.close(),
  }
}

/** A page of another site that asks ours is what is looked at here; elsewhere that fails a test. */
const test = base.extend({
  quiet: async ({ browserName: _ }, run) => {
    await run()
  },
})

let other: Awaited<ReturnType<typeof otherSite>>
test.beforeAll(async () => {
  other = await otherSite()
})
test.afterAll(() => other.close())

/** The code that a reader's page offers for each of its charts. */
const CODE = "textarea[readonly]"

for (const locale of ["en", "ur"] as const) {
  for (const width of [320, 1200]) {
    test(`a public chart shows on any site at ${width} pixels, as tall as it is (${locale})`, async ({
      page,
      baseURL,
    }) => {
      await page.goto(`/${locale}`)
      const codes = await page.locator(CODE).evaluateAll((all) => all.map((it) => (it as HTMLTextAreaElement).value))
      const code = codes.find((each) => each.includes("/embed/overview/trend"))!
      expect(code).toContain(`${baseURL}/${locale}/embed/overview/trend`)
      other.show(code)
      await page.setViewportSize({ width, height: 900 })
      await page.goto(other.origin("localhost"))
      const frame = page.frameLocator("iframe")
      await expect(frame.locator(".embed h1")).toBeVisible()
      await expect(frame.locator("svg[role=img]:visible").first()).toBeVisible()
      await expect(frame.locator("html")).toHaveAttribute("dir", locale === "ur" ? "rtl" : "ltr")
      await expectFit(page)
      // What opens inside makes the frame taller.
      const before = (await page.locator("iframe").boundingBox())!.height
      await frame.locator("summary").first().click()
      await expect.poll(async () => (await page.locator("iframe").boundingBox())!.height).toBeGreaterThan(before + 50)
      await expectFit(page)
      expect(await page.context().cookies()).toEqual([])
      await picture(page, `embed-${locale}-${width}`, { fullPage: false })
    })
  }
}

test("without any script a public chart is there, with its numbers and its way back", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 600, height: 900 } })
  const page = await context.newPage()
  other.show(`<iframe src="${baseURL}/en/embed/overview?theme=dark" width="600" height="1300"></iframe>`)
  await page.goto(other.origin("localhost"))
  const frame = page.frameLocator("iframe")
  await expect(frame.locator(".embed h1")).toBeVisible()
  await expect(frame.getByTestId("index-kinetic")).toBeVisible()
  await expect(frame.locator("footer a").last()).toHaveAttribute("href", "/en")
  await context.close()
})

test("a link's chart shows on the site that its maker named, is refused on another, and ends with the link", async ({
  page,
  browser,
  baseURL,
  people,
}) => {
  await signIn(page, people.analyst)
  const made = await page.request.post("/api/v1/shares", {
    headers: { origin: baseURL! },
    data: {
      label: "A newspaper",
      screen: "point",
      point: 10,
      chart: "strand-kinetic",
      query: { plan: "nap-2014" },
      sites: [other.origin("localhost")],
    },
  })
  expect(made.status()).toBe(201)
  const { url, id } = (await made.json()) as { url: string; id: string }
  const token = new URL(url).pathname.split("/").at(-1)!
  const reader = await (await browser.newContext({ viewport: { width: 700, height: 800 } })).newPage()
  other.show(`<iframe src="${baseURL}/ur/embed/${token}" width="600" height="400"></iframe>`)

  await reader.goto(other.origin("localhost"))
  const frame = reader.frameLocator("iframe")
  await expect(frame.locator(".embed h1")).toBeVisible()
  await expect(frame.locator("html")).toHaveAttribute("dir", "rtl")
  await expect(frame.locator("footer a")).toHaveAttribute("href", `/ur/s/${token}`)

  // The same page under another name is another site.
  await reader.goto(other.origin("127.0.0.1"))
  await expect(frame.locator(".embed")).toHaveCount(0)
  expect(reader.frames()[1]!.url()).toMatch(/^chrome-error:/)

  expect((await page.request.delete(`/api/v1/shares/${id}`, { headers: { origin: baseURL! } })).status()).toBe(204)
  await reader.goto(other.origin("localhost"))
  await expect(frame.locator(".embed")).toHaveCount(0)
  await reader.context().close()
})

/** The frame is as tall as what it shows: nothing scrolls inside it, and nothing is left empty. */
async function expectFit(page: Page): Promise<void> {
  const inside = page.frames()[1]!
  const measured = () =>
    inside.evaluate(() => ({
      room: innerHeight,
      needed: document.documentElement.scrollHeight,
      article: Math.ceil(document.querySelector(".embed")!.getBoundingClientRect().height),
      over: document.documentElement.scrollWidth - innerWidth,
    }))
  await expect.poll(async () => (await measured()).room - (await measured()).article).toBe(0)
  expect(await measured()).toMatchObject({ over: 0 })
  const { room, needed } = await measured()
  expect(needed).toBe(room)
}
