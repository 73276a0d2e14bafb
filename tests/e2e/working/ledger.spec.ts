import { call, expect, publishFinding, signIn, test } from "@/tests/e2e/fixtures"
import { isAccessible } from "@/tests/e2e/looking"

test("an editor reverses a revision by one click", async ({ page, people, request }) => {
  const revision = await publishFinding(request, people, "nap2014-07.a", 2, "Published by mistake.")
  await signIn(page, people.editor)
  await page.goto("/en/admin/ledger")
  const row = page.getByRole("row", { name: new RegExp(`^${revision} `) })
  await expect(row).toContainText("Published by mistake.")
  await row.getByRole("button", { name: `Undo revision ${revision}` }).click()
  await expect(page).toHaveURL(/\/en\/admin\/proposals\/[0-9a-f-]+$/)
  const id = page.url().split("/").at(-1)!
  const draft = await call<{ proposal: { undoes: number; status: string } }>(
    request,
    people.editor,
    "GET",
    `/proposals/${id}`,
  )
  expect(draft.body.proposal).toMatchObject({ undoes: revision, status: "draft" })
})

test("two people take a text out by law; the first cannot do it alone", async ({ page, people, request, browser }) => {
  const text = `Words that a court forbade ${Date.now()}`
  await publishFinding(request, people, "nap2014-07.b", 1, `${text}, said the report.`)
  await signIn(page, people.reviewer)
  await page.goto("/en/admin/ledger/redactions")
  const send = page.getByRole("button", { name: "Ask a second person" })
  await expect(send).toBeDisabled()
  await page.getByLabel("Text to remove").fill(text)
  await page.getByLabel("Note for the team").fill("Court file 12.")
  await page.getByRole("button", { name: "See where it stands" }).last().click()
  await expect(page.getByText(/It stands in \d+ places\./)).toBeVisible() // its revision, its proposal, notices of it
  await expect(page.getByText("Proposals:")).toBeVisible()
  await page.getByLabel("Text to remove").fill(`${text},`)
  await expect(send).toBeDisabled()
  await page.getByLabel("Text to remove").fill(text)
  await send.click()
  const mine = page.getByRole("listitem").filter({ hasText: text })
  await expect(mine).toContainText("Waits for a second person")
  await expect(mine).toContainText("Your own request")
  await expect(mine.getByRole("button", { name: "Approve and remove" })).toHaveCount(0)
  await isAccessible(page)

  const second = await browser.newPage()
  await signIn(second, people.admin)
  await second.goto("/ur/admin/ledger/redactions")
  const theirs = second.getByRole("listitem").filter({ hasText: text })
  await theirs.getByRole("button", { name: "منظور کریں اور حذف کریں" }).click()
  const dialog = second.getByRole("dialog")
  await expect(dialog).toContainText("بیک اپ")
  await second.keyboard.press("Escape")
  await expect(dialog).toHaveCount(0)
  await expect(theirs).toContainText("دوسرے فرد کی منتظر")
  await theirs.getByRole("button", { name: "منظور کریں اور حذف کریں" }).click()
  await second.getByRole("button", { name: "حذف کر دیں" }).click()
  await expect(second.getByText(/حذف ہو گیا/)).toBeVisible()
  await expect(second.getByText(text)).toHaveCount(0)
  await second.close()

  await page.goto("/en/changes")
  await expect(page.locator("main")).toContainText("Removed by law: order of a court.")
  await expect(page.locator("main")).not.toContainText(text)
})

for (const locale of ["en", "ur"] as const) {
  test(`the audit in ${locale}: filters stay in the address, and axe finds nothing`, async ({ page, people }) => {
    await signIn(page, people.admin)
    await page.goto(`/${locale}/admin/ledger/audit`)
    await page.locator("select[name=action]").selectOption("person")
    await page.locator("form button[type=submit]").click()
    await expect(page).toHaveURL(/action=person/)
    await expect(page.locator("tbody tr").first()).toContainText("person.")
    await expect(page.locator("tbody")).not.toContainText("proposal.")
    const file = page.getByRole("link", { name: "CSV" })
    await expect(file).toHaveAttribute("href", /action=person&format=csv/)
    await isAccessible(page)
    await page.goto(`/${locale}/admin/ledger`)
    await isAccessible(page)
  })
}

test("an editor finds no audit and no removals", async ({ page, people }) => {
  await signIn(page, people.editor)
  await page.goto("/en/admin/ledger")
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(page.getByRole("navigation", { name: "Parts of the ledger" })).toHaveCount(0)
  for (const part of ["audit", "redactions"]) {
    expect((await page.goto(`/en/admin/ledger/${part}`))!.status()).toBe(404)
  }
})
