import type { Browser, Page } from "@playwright/test"
import { Secret, TOTP } from "otpauth"
import { messages } from "@/lib/i18n/messages"
import { expect, signIn, test } from "@/tests/e2e/fixtures"
import { fitsWindow, isAccessible, picture } from "@/tests/e2e/looking"

const PASSWORD = "violet harbour at noon"

async function visit(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL })
  return context.newPage()
}

for (const locale of ["en", "ur"] as const) {
  test(`invited with limits, joined, second factor, new role, shut out (${locale})`, async ({
    page,
    browser,
    baseURL,
    people,
  }) => {
    test.setTimeout(240_000)
    const { admin, signIn: door, terms } = messages(locale)
    const { people: words, accounts } = admin
    const email = `sana-${locale}-${Date.now()}@people.example`

    // An admin invites somebody for the non-kinetic track only; the address is shown once.
    await signIn(page, people.admin)
    await page.goto(`/${locale}/admin/people`)
    await isAccessible(page)
    await page.getByRole("button", { name: words.invite, exact: true }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByRole("button", { name: words.makeAddress }).click()
    await expect(dialog.getByText(words.nameMissing)).toBeVisible()
    await dialog.getByLabel(words.name, { exact: true }).fill("Sana Khan")
    await dialog.getByLabel(words.email, { exact: true }).fill(email)
    await dialog.getByLabel(words.role, { exact: true }).selectOption("editor")
    await dialog.getByLabel(terms.track.kinetic, { exact: true }).uncheck()
    await dialog.getByRole("button", { name: words.makeAddress }).click()
    const address = await dialog.getByLabel(words.address).inputValue()
    await isAccessible(page)
    await dialog.getByRole("button", { name: accounts.done, exact: true }).click()
    await expect(page.getByRole("button", { name: words.revokeFor("Sana Khan") }).first()).toBeVisible()

    // She opens it, is told what a password needs, and is in.
    const sana = await visit(browser, baseURL!)
    await sana.goto(`/${locale}${new URL(address).pathname}`)
    await isAccessible(sana)
    await sana.getByLabel(door.join.password, { exact: true }).fill("short")
    await sana.getByRole("button", { name: door.join.submit }).click()
    await expect(sana.getByText(door.join.passwordLength)).toBeVisible()
    await sana.getByLabel(door.join.password, { exact: true }).fill(PASSWORD)
    await sana.getByRole("button", { name: door.join.submit }).click()
    await expect(sana).toHaveURL(new RegExp(`/${locale}/admin$`))

    // The address opens nothing any more.
    const late = await visit(browser, baseURL!)
    await late.goto(`/${locale}${new URL(address).pathname}`)
    await expect(late.getByRole("heading", { name: door.join.closedTitle })).toBeVisible()

    // She sets up a second factor; a wrong code is told apart from a wrong password.
    await sana.goto(`/${locale}/admin/account`)
    await expect(sana.getByText(terms.track["non-kinetic"], { exact: true })).toBeVisible()
    await isAccessible(sana)
    await sana.getByRole("button", { name: accounts.factorSetUp }).click()
    const setUp = sana.getByRole("dialog")
    const secret = await setUp.getByLabel(accounts.factorKey, { exact: true }).inputValue()
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    await isAccessible(sana)
    await setUp.getByLabel(accounts.code, { exact: true }).fill("12345")
    await setUp.getByLabel(accounts.current, { exact: true }).fill(PASSWORD)
    await setUp.getByRole("button", { name: accounts.turnOn }).click()
    await expect(setUp.getByText(accounts.wrongCode)).toBeVisible()
    await setUp.getByLabel(accounts.code, { exact: true }).fill(code())
    await setUp.getByRole("button", { name: accounts.turnOn }).click()
    const codes = sana.getByRole("dialog").getByRole("listitem")
    await expect(codes).toHaveCount(10)
    const recovery = await codes.first().textContent()
    await sana.getByRole("dialog").getByRole("button", { name: accounts.done, exact: true }).click()
    await expect(sana.getByText(accounts.recoveryLeft(10))).toBeVisible()

    // The next sign-in asks for a code after the password.
    await sana.context().clearCookies()
    await sana.goto(`/${locale}/sign-in`)
    await sana.getByLabel(door.email).fill(email)
    await sana.getByLabel(door.password, { exact: true }).fill(PASSWORD)
    await sana.getByRole("button", { name: door.submit, exact: true }).click()
    await expect(sana.getByLabel(door.code, { exact: true })).toBeFocused()
    await sana.getByLabel(door.code, { exact: true }).fill("000000")
    await sana.getByRole("button", { name: door.submit, exact: true }).click()
    await expect(sana.locator(".err").getByText(door.codeWrong)).toBeVisible()
    await isAccessible(sana)
    await sana.getByLabel(door.code, { exact: true }).fill(recovery!.toLowerCase())
    await sana.getByRole("button", { name: door.submit, exact: true }).click()
    await expect(sana).toHaveURL(new RegExp(`/${locale}/admin$`))

    // A new role signs her out; the admin sees her browsers and shuts her out.
    await page.goto(`/${locale}/admin/people`)
    const row = page.getByRole("row").filter({ hasText: email })
    await row.getByRole("combobox").selectOption("reviewer")
    await page.getByRole("button", { name: words.roleYes }).click()
    await expect(page.getByText(words.done.role("Sana Khan", terms.role.reviewer))).toBeVisible()
    await sana.goto(`/${locale}/admin`)
    await expect(sana).toHaveURL(/sign-in/)
    await row.getByRole("button", { name: words.manageFor("Sana Khan") }).click()
    await expect(page.getByRole("dialog").getByText(accounts.noSessions)).toBeVisible()
    await isAccessible(page)
    await page.getByRole("button", { name: words.shutOut, exact: true }).click()
    await page
      .getByRole("dialog", { name: words.shutOutTitle("Sana Khan") })
      .getByText(words.shutOutYes)
      .last()
      .click()
    await expect(page.getByText(words.done.out("Sana Khan"))).toBeVisible()
    await page.keyboard.press("Escape")
    await expect(row.getByText(words.disabled)).toBeVisible()

    // Nothing is cut off on a phone.
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ["admin/people", "admin/account", "sign-in"]) {
      await page.goto(`/${locale}/${path}`)
      await fitsWindow(page)
    }
    await picture(page, `account-${locale}`)
  })
}
