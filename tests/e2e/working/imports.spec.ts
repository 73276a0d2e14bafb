import { randomBytes } from "node:crypto"
import { readFile } from "node:fs/promises"
import { expect, signIn, test } from "@/tests/e2e/fixtures"
import { fitsWindow } from "@/tests/e2e/looking"

const fresh = () => `e2e-${randomBytes(4).toString("hex")}`
const table = (rows: string[]) => Buffer.from(`id,indicator,publisher,unit\r\n${rows.join("\r\n")}\r\n`)
const file = (name: string, rows: string[]) => ({ name, mimeType: "text/csv", buffer: table(rows) })

test("a table with an error is told row by row and not taken; repaired it becomes a proposal", async ({
  page,
  people,
}) => {
  const id = fresh()
  await signIn(page, people.editor)
  await page.goto("/en/admin/import")
  const dryRun = page.getByRole("button", { name: "Dry run" })
  await expect(dryRun).toBeDisabled()
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles(file("series.csv", [`${id},Attacks,,attacks`, `${id}-b,Deaths,P,deaths`]))
  // The keyboard alone goes on from here.
  await dryRun.focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Dry run: series.csv" })).toBeVisible()
  await expect(page.getByText("Nothing has been written. 2 rows read as Series, CSV")).toBeVisible()
  // Errors come first.
  await expect(page.locator(".imp-t tbody tr")).toHaveCount(1)
  await expect(page.locator(".imp-t tbody tr")).toContainText("Error. Publisher: This cannot be empty.")
  await expect(page.getByRole("button", { name: /^Propose/ })).toHaveCount(0)

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Errors as CSV" }).click(),
  ])
  expect(download.suggestedFilename()).toBe("series.errors.csv")
  expect(await readFile(await download.path(), "utf8")).toBe(
    "\uFEFFrow,column,reason,value\r\n2,publisher,This cannot be empty.,\r\n",
  )

  await page.getByRole("button", { name: "All rows" }).focus()
  await page.keyboard.press("Enter")
  await expect(page.locator(".imp-t tbody tr")).toHaveCount(2)

  await page
    .getByLabel("Fix and run again")
    .setInputFiles(file("series.csv", [`${id},Attacks,P,attacks`, `${id}-b,Deaths,P,deaths`]))
  await page.getByLabel("Reason given to readers").fill("Two series of a new publisher.")
  await page.getByRole("button", { name: "Propose the 2 rows" }).focus()
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/en\/admin\/proposals\/[\w-]+$/)
  await expect(page.getByText("Two series of a new publisher.").first()).toBeVisible()
})

test("in Urdu on a phone: the same, with the reasons in Urdu and nothing wider than the screen", async ({
  page,
  people,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, people.editor)
  await page.goto("/ur/admin/import")
  await page.locator("#import-file").setInputFiles(file("series.csv", [`${fresh()},Attacks,,attacks`]))
  await page.getByRole("button", { name: "آزمائش", exact: true }).click()
  await expect(page.locator(".imp-t tbody tr")).toContainText("یہ خالی نہیں ہو سکتا۔")
  await fitsWindow(page)
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl")
})

test("what is no table is refused in words, and the form is still there", async ({ page, people }) => {
  await signIn(page, people.editor)
  await page.goto("/en/admin/import")
  await page
    .locator("#import-file")
    .setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("%PDF-1.7") })
  await page.getByRole("button", { name: "Dry run" }).click()
  await expect(page.locator("main [role=alert]")).toHaveText("This is a PDF, not a table.")
  await expect(page.getByRole("button", { name: "Dry run" })).toBeEnabled()
})

test("every published table can be fetched from the screen and run as it is", async ({ page, people }) => {
  await signIn(page, people.editor)
  await page.goto("/en/admin/import")
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Events as Excel" }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^nap-events-r\d+-\d{4}-\d\d-\d\d\.xlsx$/)
  await page.locator("#import-file").setInputFiles(
    await download.path().then(async (path) => ({
      name: "nap-events.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: await readFile(path),
    })),
  )
  await page.getByRole("button", { name: "Dry run" }).click()
  await expect(page.getByText("There is nothing to propose: every row says what is published.")).toBeVisible()
})
