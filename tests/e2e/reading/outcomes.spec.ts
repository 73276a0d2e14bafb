import { expect, test } from "@/tests/e2e/fixtures"

type Outcomes = {
  panels: { id: string; figures: { id: string; value: number }[] }[]
  choices: { id: string }[]
}

const WORDS = {
  en: {
    outcomes: "Outcomes",
    caveat: "not evidence of cause",
    show: "Show these",
    table: "View as table",
    sources: /^Sources? of/,
    momentum: "Momentum",
    download: "This page’s table (CSV)",
  },
  ur: {
    outcomes: "نتائج",
    caveat: "سبب ہونے کا ثبوت نہیں",
    show: "یہ دکھائیں",
    table: "جدول میں دیکھیں",
    sources: /اعداد کے مآخذ$/,
    momentum: "رفتار",
    download: "اس صفحے کا جدول (CSV)",
  },
}

for (const locale of ["en", "ur"] as const) {
  const words = WORDS[locale]

  test(`do outcomes follow? asked and answered by keyboard in ${locale}`, async ({ page, request }) => {
    await page.goto(`/${locale}`)
    const menu = page.locator("header nav").first()
    await menu.getByRole("link", { name: words.outcomes, exact: true }).focus()
    await page.keyboard.press("Enter")
    await page.waitForURL(`**/${locale}/outcomes`)
    await expect(page.locator("main")).toContainText(words.caveat)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    const drawing = page.locator("main figure svg[role=img]:visible")
    await expect(drawing).toHaveCount(1)

    // One panel is taken away and another added, by the space bar; the address carries the choice.
    const before = (await (await request.get("/api/v1/outcomes")).json()) as Outcomes
    const [first] = before.panels
    const added = before.choices.find(({ id }) => id === "picss.suicide_attacks")!
    await page.locator(`input[value="${first!.id}"]`).focus()
    await page.keyboard.press("Space")
    await page.locator(`input[value="${added.id}"]`).focus()
    await page.keyboard.press("Space")
    await page.getByRole("button", { name: words.show }).focus()
    await page.keyboard.press("Enter")
    await page.waitForURL(/show=/)
    const chosen = new URL(page.url()).searchParams.getAll("show")
    expect(chosen).toContain(added.id)
    expect(chosen).not.toContain(first!.id)

    // The table says what the API says about the same choice, and every figure has its source.
    const after = (await (await request.get(`/api/v1/outcomes?show=${chosen.join(",")}`)).json()) as Outcomes
    expect(after.panels.map((it) => it.id).sort()).toEqual(chosen.toSorted())
    const figures = after.panels.flatMap((it) => it.figures)
    const table = page.locator("main figure summary", { hasText: words.table })
    await table.focus()
    await page.keyboard.press("Enter")
    for (const it of figures.slice(-5)) {
      await expect(page.locator(`[data-figure="${it.id}"]`)).toContainText(it.value.toLocaleString("en-US"))
    }
    const sources = page.locator("main figure summary", { hasText: words.sources })
    await sources.focus()
    await page.keyboard.press("Enter")
    const cited = page.locator("main figure details[open]").last().locator("tbody tr")
    await expect(cited).toHaveCount(figures.length)
    await expect(cited.first().getByRole("link")).toHaveAttribute("rel", "noopener noreferrer")

    // What was downloaded is the same choice.
    const href = await page.getByRole("link", { name: words.download }).getAttribute("href")
    const csv = await (await request.get(href!)).text()
    for (const { id } of after.panels) expect(csv).toContain(id)
    expect(csv).not.toContain(first!.id)

    // And on another day: the strip says that it is not live, the choice stays.
    await page.goto(`${page.url()}&asOf=2019-06-30`)
    await expect(page.locator(".amber")).toBeVisible()
    await expect(page.locator(`input[value="${added.id}"]`)).toBeChecked()
    const later = page.locator('main [data-figure$="-2020"]')
    await expect(later).toHaveCount(0)
  })

  test(`what moved is there without JavaScript, with its tables, in ${locale}`, async ({
    browser,
    baseURL,
    request,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
    const page = await context.newPage()
    await page.goto(`/${locale}`)
    await page.locator("header nav").first().getByRole("link", { name: words.momentum, exact: true }).click()
    const { steps } = (await (await request.get("/api/v1/momentum")).json()) as { steps: { up: number }[] }
    const figure = page.locator('figure[aria-labelledby="steps"]')
    await figure.locator("summary").click()
    const rows = figure.locator("tbody tr")
    await expect(rows).toHaveCount(steps.length)
    for (const [at, it] of steps.slice(0, 6).entries()) {
      await expect(rows.nth(at).locator("td").nth(1)).toHaveText(String(it.up))
    }
    await expect(page.locator("main figure svg[role=img]:visible")).toHaveCount(2)
    await context.close()
  })
}
