import type { Page } from "@playwright/test"
import { messages } from "@/lib/i18n/messages"
import { call, expect, type Someone, signIn, test } from "@/tests/e2e/fixtures"

type Kept = { id: string; version: number; form: string; title: string; content: { text: Record<string, unknown> } }

const SLOW = { timeout: 30_000 }
const { proposal, records } = messages("en").admin
const DRAFTS = "**/api/v1/drafts**"
const saved = /^Saved \d\d:\d\d\./

const rationale = (page: Page) => page.getByLabel(proposal.rationale, { exact: true })
const open = async (page: Page, who: Someone, commitment: string) => {
  await signIn(page, who)
  await page.goto(`/en/admin/propose?commitment=${commitment}&lane=finding`)
}
const refuse = (page: Page, status: number, code: string) =>
  page.route(DRAFTS, (route) =>
    route.fulfill({ status, contentType: "application/problem+json", body: JSON.stringify({ code, status }) }),
  )

test.describe.configure({ timeout: 180_000 })

test("what is typed is on the server a moment later, comes back after a crash, and is gone once it is a proposal", async ({
  page,
  request,
  people,
}) => {
  await open(page, people.editor, "nap2014-15.a")
  await rationale(page).fill("Half a thought")
  await expect(page.getByText(saved)).toBeVisible(SLOW)
  const own = async () => {
    const { items } = (await call<{ items: Kept[] }>(request, people.editor, "GET", "/drafts")).body
    return items.filter((it) => it.form === "assessment:nap2014-15.a:finding")
  }
  expect(await own()).toHaveLength(1)
  // Typed in the very moment of the crash: nothing has had time to be sent.
  await rationale(page).fill("Half a thought, and the rest")
  await page.reload()
  await expect(rationale(page)).toHaveValue("Half a thought, and the rest", SLOW)
  // Another browser of the same person finds it too, in the list of what was begun.
  const elsewhere = await page.context().browser()!.newContext({ baseURL: new URL(page.url()).origin }) // prettier-ignore
  const other = await elsewhere.newPage()
  await signIn(other, people.editor)
  await expect(async () => {
    await other.goto("/en/admin/propose")
    await other.getByRole("link", { name: /^15a/ }).click()
    await expect(rationale(other)).toHaveValue("Half a thought, and the rest", SLOW)
  }).toPass({ timeout: 60_000 })
  await elsewhere.close()

  // Made a proposal, the draft is not kept beside it.
  await page.getByRole("button", { name: proposal.fromLibrary }).click()
  await page.getByLabel(proposal.searchLibrary).fill("satp20")
  await page.getByRole("button", { name: new RegExp(`^${proposal.add}:`) }).first().click() // prettier-ignore
  await page.getByLabel(proposal.since).fill("2026-05-02")
  await page.locator(".lvc").nth(1).click()
  await page.getByText(proposal.certainties.low, { exact: true }).click()
  await page.getByLabel(proposal.reasonEn, { exact: true }).fill("A thought was finished.")
  await page.getByRole("button", { name: proposal.save }).click()
  await expect(page).toHaveURL(/\/admin\/proposals\//, SLOW)
  await expect.poll(async () => (await own()).length, SLOW).toBe(0)
  await expect(rationale(page)).toHaveValue("Half a thought, and the rest", SLOW)
})

test("while the server cannot be reached the text is kept in the browser, and the page says where it is", async ({
  page,
  people,
}) => {
  await open(page, people.editor, "nap2014-15.b")
  await refuse(page, 503, "unavailable")
  await rationale(page).fill("Typed while the database was away.")
  await expect(page.getByText(proposal.keptHere)).toBeVisible(SLOW)
  await expect(page.getByText(messages("en").errors.unavailable)).toBeVisible(SLOW)
  await page.reload()
  await expect(rationale(page)).toHaveValue("Typed while the database was away.", SLOW)
  await expect(page.getByText(proposal.restored)).toBeVisible()
  await expect(page.getByText(messages("en").errors.unavailable)).toBeVisible(SLOW)
  await page.unroute(DRAFTS)
  await page.getByRole("button", { name: proposal.tryAgain }).click()
  await expect(page.getByText(saved)).toBeVisible(SLOW)
})

test("an expired session keeps the text; after signing in again in another tab the form goes on by itself", async ({
  page,
  people,
}) => {
  await open(page, people.editor, "nap2014-16.a")
  await page.context().clearCookies()
  await rationale(page).fill("Typed after the session ended.")
  await expect(page.getByText(proposal.signInAgain)).toBeVisible(SLOW)
  await expect(page.getByText(proposal.keptHere)).toBeVisible()
  const tab = await page.context().newPage()
  await signIn(tab, people.editor)
  await tab.close()
  await page.evaluate(() => window.dispatchEvent(new Event("focus")))
  await expect(page.getByText(saved)).toBeVisible(SLOW)
  await expect(page.getByText(proposal.signInAgain)).toHaveCount(0)
  await expect(rationale(page)).toHaveValue("Typed after the session ended.")
})

test("a draft changed in another window is not overwritten unasked, and neither text is lost", async ({
  page,
  request,
  people,
}) => {
  await open(page, people.editor, "nap2014-16.b")
  await rationale(page).fill("First window.")
  await expect(page.getByText(saved)).toBeVisible(SLOW)
  const { items } = (await call<{ items: Kept[] }>(request, people.editor, "GET", "/drafts")).body
  const { id } = items.find((it) => it.form === "assessment:nap2014-16.b:finding")!
  const draft = (await call<Kept>(request, people.editor, "GET", `/drafts/${id}`)).body
  const content = JSON.parse(JSON.stringify(draft.content).replaceAll("First window.", "Second window.")) as object
  const patch = { version: draft.version, title: "Changed elsewhere", content }
  expect((await call(request, people.editor, "PATCH", `/drafts/${id}`, patch)).status).toBe(200)

  await rationale(page).fill("First window, later.")
  await expect(page.getByText(proposal.elsewhere)).toBeVisible(SLOW)
  expect((await call<Kept>(request, people.editor, "GET", `/drafts/${id}`)).body.title).toBe("Changed elsewhere")
  await expect(rationale(page)).toHaveValue("First window, later.")
  await page.getByRole("button", { name: proposal.saveOver }).click()
  await expect(page.getByText(proposal.elsewhere)).toHaveCount(0, SLOW)
  const kept = (await call<Kept>(request, people.editor, "GET", `/drafts/${id}`)).body
  expect(JSON.stringify(kept.content)).toContain("First window, later.")
})

test("leaving is asked about while the text is neither on the server nor in the browser", async ({ page, people }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new Error("full")
    }
  })
  await open(page, people.editor, "nap2014-16.c")
  await refuse(page, 503, "unavailable")
  await rationale(page).fill("In neither place.")
  await expect(page.getByText(messages("en").errors.unavailable)).toBeVisible(SLOW)
  const asked = page.waitForEvent("dialog")
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe("beforeunload")
  await dialog.dismiss()
  await expect(rationale(page)).toHaveValue("In neither place.")
  await page.unroute(DRAFTS)
  await page.getByRole("button", { name: proposal.tryAgain }).click()
  await expect(page.getByText(saved)).toBeVisible(SLOW)
})

test("a change set is kept with its steps, and starting afresh throws it away", async ({ page, request, people }) => {
  await signIn(page, people.reviewer)
  await page.goto("/en/admin/propose/records")
  await page.getByRole("button", { name: records.addNew(records.kind.event) }).click()
  await page.locator("[data-step=event]").getByLabel(records.field.titleUr, { exact: true }).fill("ادھورا واقعہ")
  await expect(page.getByText(saved)).toBeVisible(SLOW)
  await page.reload()
  await expect(page.getByText("ادھورا واقعہ").first()).toBeVisible(SLOW)
  await page.getByRole("button", { name: proposal.dropRestoredNew }).click()
  await expect(page.locator("[data-step=event]")).toHaveCount(0)
  await expect
    .poll(async () => (await call<{ items: Kept[] }>(request, people.reviewer, "GET", "/drafts")).body.items, SLOW)
    .toEqual([])
})
