import type { Page } from "@playwright/test"
import { messages } from "@/lib/i18n/messages"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { dayOf } from "@/lib/domain/date"
import { quarterOf, weekEnds } from "@/lib/domain/views/quarter"
import { call, expect, publishFinding, signIn, test } from "@/tests/e2e/fixtures"
import { fitsWindow, isAccessible, picture } from "@/tests/e2e/looking"

type Assignment = { id: string; commitment: string; lane: string; state: string; dueOn: string }

/** The commitment of the row that has the focus. */
const focused = (page: Page) =>
  page.evaluate(
    () =>
      document.activeElement?.closest("[data-row]")?.querySelector<HTMLInputElement>("input[name=pick]")?.value ?? null,
  )
const rowIds = (page: Page) =>
  page.locator("input[name=pick]").evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))

/** The keys work once the rows have become one tab stop. */
const ready = (page: Page) => expect(page.locator("[data-row] a[tabindex='0']").first()).toBeAttached()

for (const locale of ["en", "ur"] as const) {
  test(`the queue is walked, searched and worked through by keyboard alone (${locale})`, async ({ page, people }) => {
    test.setTimeout(120_000)
    const { queue, recheck } = messages(locale).admin
    await signIn(page, people.editor)
    await page.goto(`/${locale}/admin`)
    await ready(page)
    const ids = await rowIds(page)
    expect(ids.length).toBeGreaterThan(5)

    // j and k walk, stop at the ends, and the arrows do the same inside a row.
    await page.keyboard.press("j")
    expect(await focused(page)).toBe(ids[0])
    await page.keyboard.press("j")
    await page.keyboard.press("ArrowDown")
    expect(await focused(page)).toBe(ids[2])
    await page.keyboard.press("k")
    expect(await focused(page)).toBe(ids[1])
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press("k")
    expect(await focused(page)).toBe(ids[0])
    // The rows are one tab stop: only the row last visited can be tabbed into.
    expect(await page.locator("[data-row] [tabindex='0']").count()).toBe(
      await page.locator("[data-row]").first().locator("a, button, input").count(),
    )
    // The focus can be seen.
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
    expect(outline).not.toBe("none")

    // x chooses the row; what can be done with it appears and is told.
    await page.keyboard.press("x")
    await page.keyboard.press("j")
    await page.keyboard.press("x")
    await expect(page.getByRole("region", { name: queue.pick.bar })).toContainText(queue.pick.chosen(2))
    await page.keyboard.press("x")
    await expect(page.getByRole("region", { name: queue.pick.bar })).toContainText(queue.pick.chosen(1))

    // ? shows the keys, Escape closes them and gives the focus back.
    await page.keyboard.press("?")
    await expect(page.getByRole("dialog", { name: queue.help.title })).toBeVisible()
    await page.keyboard.press("Escape")
    await expect(page.getByRole("dialog")).toHaveCount(0)
    expect(await focused(page)).toBe(ids[1])

    // "/" goes to the search, where letters are letters.
    await page.keyboard.press("/")
    await expect(page.locator("#queue-search")).toBeFocused()
    await page.keyboard.type("9a jerk")
    await expect(page.locator("#queue-search")).toHaveValue("9a jerk")
    const [, point, letters] = /-(\d+)\.(\w+)$/.exec(ids[2]!)!
    const code = `${Number(point)}${letters}`
    await page.locator("#queue-search").fill(code)
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(new RegExp(`q=${code}`))
    await ready(page)
    const found = await rowIds(page)
    expect(found).toContain(ids[2])
    expect(found.every((id) => id.endsWith(`-${point}.${letters}`))).toBe(true)

    // e opens a proposal of the row, r its re-check.
    await page.keyboard.press("j")
    const id = await focused(page)
    await page.keyboard.press("e")
    await expect(page).toHaveURL(new RegExp(`/propose\\?commitment=${id}`))
    await page.goBack()
    await ready(page)
    await page.keyboard.press("j")
    await page.keyboard.press("r")
    await expect(page).toHaveURL(new RegExp(`/recheck\\?commitment=${id}`))
    await expect(page.getByRole("heading", { level: 1, name: recheck.title })).toBeVisible()
  })

  test(`three re-checks in a row by keyboard, each in well under a minute (${locale})`, async ({ page, people }) => {
    test.setTimeout(120_000)
    const { recheck } = messages(locale).admin
    await signIn(page, people.editor)
    await page.goto(`/${locale}/admin/recheck?lane=claim&age=all&q=${locale === "en" ? "2014" : "2021"}`)
    await page.waitForLoadState("networkidle")
    const said = page.getByRole("status").filter({ hasText: /\d/ })
    const seen = new Set<string>()
    for (let card = 0; card < 3; card++) {
      const started = Date.now()
      const name = (await page.locator(".rc.open").getAttribute("aria-label"))!
      expect(seen.has(name)).toBe(false)
      seen.add(name)
      if (card === 0) {
        // Without a source nothing is confirmed, and the search says so.
        await page.keyboard.press("n")
        await expect(page.getByText(recheck.chooseSource)).toBeVisible()
        await page.keyboard.type("satp")
        await page.keyboard.press("Enter")
      } else await page.keyboard.press("1") // the source used just now stands first
      await page.keyboard.press("n")
      await expect(said.first()).toContainText(name)
      await expect(page.locator(".rc.open")).not.toHaveAttribute("aria-label", name)
      await expect(page.locator(".rc.open")).toBeFocused()
      expect(Date.now() - started).toBeLessThan(60_000)
    }
    const skipped = await page.locator(".rc.open").getAttribute("aria-label")
    await page.keyboard.press("s")
    await expect(page.locator(".rc.open")).not.toHaveAttribute("aria-label", skipped!)
  })

  test(`a plan for the quarter is made, handed out, and shows how it goes (${locale})`, async ({
    page,
    people,
    request,
  }) => {
    test.setTimeout(120_000)
    const { assignments, queue } = messages(locale).admin
    const lane = locale === "en" ? "finding" : "claim"
    // What others have open in this lane would only make the plan shorter.
    const open = await call<{ items: Assignment[] }>(
      request,
      people.admin,
      "GET",
      `/assignments?state=open&lane=${lane}`,
    )
    for (const { id } of open.body.items) await call(request, people.admin, "DELETE", `/assignments/${id}`)

    await signIn(page, people.reviewer)
    await page.goto(`/${locale}/admin/plan?lane=${lane}`)
    const today = dayOf(new Date().toISOString())
    if (weekEnds(quarterOf(today)).every((end) => end <= today)) {
      // On the last days of a quarter there is nothing to plan, and the page says so.
      await expect(page.getByText(assignments.plan.noWeeks)).toBeVisible()
      return
    }
    await expect(page.getByText(assignments.plan.nobody)).toBeVisible()
    await page.getByRole("checkbox", { name: assignments.assign.you("reviewer of the tests") }).check()
    await page.getByLabel(assignments.plan.pace).fill("8")
    await page.getByRole("button", { name: assignments.plan.show }).click()
    await expect(page).toHaveURL(/pace=8/)
    const button = page
      .getByRole("button", { name: /\d/ })
      .filter({ hasText: assignments.plan.assignAll(88).split("88")[0]! })
    const weeks = await page.locator(".wk").count()
    const count = Number(/\d+/.exec((await button.textContent())!)![0])
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThanOrEqual(8 * weeks)
    await isAccessible(page)
    await button.click()
    await expect(button).toHaveCount(0)
    await expect(page.getByRole("row", { name: new RegExp(assignments.plan.all) })).toContainText(String(count))
    await expect(page.getByRole("img", { name: assignments.plan.week(0, 0, 8, 0) }).first()).toBeVisible()
    await picture(page, `plan-${locale}`)
    const made = await call<{ items: Assignment[] }>(
      request,
      people.admin,
      "GET",
      `/assignments?state=open&lane=${lane}`,
    )
    expect(made.body.items).toHaveLength(count)
    for (const it of made.body.items) expect([1, 2, 3, 4, 5]).toContain(new Date(it.dueOn).getUTCDay())

    // The same rows say in the queue who has them.
    await page.goto(`/${locale}/admin?lane=${lane}&age=all&show=all`)
    for (const { commitment, dueOn } of made.body.items.slice(0, 3)) {
      const row = page.locator("[data-row]").filter({ has: page.locator(`input[value="${commitment}"]`) })
      await expect(row).toContainText(queue.dueMine(formatDay(locale, dueOn)))
    }
    for (const { id } of made.body.items) await call(request, people.admin, "DELETE", `/assignments/${id}`)
  })

  test(`the queue and its parts are accessible and fit a phone (${locale})`, async ({ page, people }) => {
    test.setTimeout(120_000)
    await signIn(page, people.reviewer)
    const parts = ["", "?list=mine", "?list=missed", "?list=translations", "?list=sources", "?list=evidence", "/plan"]
    for (const part of parts) {
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`/${locale}/admin${part}`)
        await fitsWindow(page)
        await isAccessible(page)
      }
    }
  })
}

/** Ticks commitments of a queue that shows all of them. */
async function choose(page: Page, locale: Locale, commitments: string[]) {
  await page.goto(`/${locale}/admin?age=all&show=all`)
  for (const id of commitments) await page.locator(`input[name=pick][value="${id}"]`).check()
}

test("rows are taken on together; what somebody has already is named and left out on request", async ({
  page,
  people,
  request,
}) => {
  const { assignments, queue } = messages("en").admin
  const [a, b] = ["nap2014-03.a", "nap2014-03.b"] as const
  const open = await call<{ items: Assignment[] }>(request, people.admin, "GET", "/assignments?state=open&lane=finding")
  for (const it of open.body.items) {
    if (it.commitment === a || it.commitment === b) await call(request, people.admin, "DELETE", `/assignments/${it.id}`)
  }
  await signIn(page, people.editor)
  await choose(page, "en", [a])
  await page.getByRole("button", { name: queue.pick.assign }).click()
  const dialog = page.getByRole("dialog")
  // An editor takes work on and hands none out.
  await expect(dialog.getByLabel(assignments.assign.person).getByRole("option")).toHaveCount(1)
  await isAccessible(page)
  await dialog.getByRole("button", { name: assignments.assign.confirm }).click()
  await expect(page.getByRole("status").filter({ hasText: "1 assigned" })).toBeVisible()
  const row = page.locator("[data-row]").filter({ has: page.locator(`input[value="${a}"]`) })
  await expect(row).toContainText("Yours, due")

  await choose(page, "en", [a, b])
  await page.getByRole("button", { name: queue.pick.assign }).click()
  await dialog.getByRole("button", { name: assignments.assign.confirm }).click()
  await expect(dialog.getByRole("alert")).toContainText(assignments.assign.taken("3a"))
  await dialog.getByRole("button", { name: assignments.assign.without(1) }).click()
  await expect(page.getByRole("dialog")).toHaveCount(0)
  await page.goto("/en/admin?list=mine")
  expect((await rowIds(page)).sort()).toEqual(expect.arrayContaining([a, b]))
  await page.getByRole("button", { name: assignments.assign.takeBackFor("3a") }).click()
  await expect(page.locator(`input[name=pick][value="${a}"]`)).toHaveCount(0)
  await page.getByRole("button", { name: assignments.assign.takeBackFor("3b") }).click()
  await expect(page.locator(`input[name=pick][value="${b}"]`)).toHaveCount(0)
})

test("several are confirmed by one new source; what changed meanwhile is named and left out on request", async ({
  page,
  people,
  request,
}) => {
  test.setTimeout(90_000)
  const { queue, recheck, proposal } = messages("en").admin
  await signIn(page, people.editor)
  await choose(page, "en", ["nap2014-16.a", "nap2014-16.b"])
  await page.getByRole("button", { name: queue.pick.recheck }).click()
  await publishFinding(request, people, "nap2014-16.b", 1, `Changed while somebody looked, ${Date.now()}.`)
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("button", { name: recheck.newSource }).click()
  const title = `Nothing has moved, ${Date.now()}`
  await dialog.getByLabel(proposal.url).fill(`https://press.example.org/${Date.now()}`)
  await dialog.getByLabel(proposal.sourceTitle, { exact: true }).fill(title)
  await dialog.getByLabel(proposal.publisher).fill("The Example Gazette")
  await isAccessible(page)
  await dialog.getByRole("button", { name: queue.recheckAll.confirm }).click()
  await expect(dialog.getByRole("alert")).toContainText(queue.recheckAll.changed("16b"))
  await dialog.getByRole("button", { name: queue.recheckAll.without(1) }).click()
  await expect(page.getByRole("status").filter({ hasText: /1 confirmed in revision \d+/ })).toBeVisible()
  const sources = await call<{ items: { title: string }[] }>(request, people.editor, "GET", "/sources?limit=500")
  expect(sources.body.items.filter((it) => it.title === title)).toHaveLength(1)
})
