import { createHash, randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Browser, Page } from "@playwright/test"
import { fileSize } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { document, encrypted, everythingIn } from "@/tests/data/files"
import { call, expect, type Someone, signIn, test } from "@/tests/e2e/fixtures"
import { isAccessible, picture } from "@/tests/e2e/looking"

const JOURNEYS: { locale: Locale; commitment: string; point: string }[] = [
  { locale: "en", commitment: "nap2014-09.a", point: "points/2014/9" },
  { locale: "ur", commitment: "nap2014-12.a", point: "points/2014/12" },
]

type Source = { id: string; title: string; url: string | null }

for (const { locale, commitment, point } of JOURNEYS) {
  test(`an archived copy, a duplicate found, a warning, and what stays internal (${locale})`, async ({
    page,
    browser,
    baseURL,
    request,
    people,
  }) => {
    test.setTimeout(240_000)
    const words = messages(locale)
    const { evidence, proposal } = words.admin
    const secret = `Qx${randomBytes(6).toString("hex")}`
    const minutes = Buffer.from(await document(secret, `Minutes of ${randomBytes(6).toString("hex")}`))
    const known = (
      await call<{ items: Source[] }>(request, people.editor, "GET", "/sources?limit=500")
    ).body.items.find((it) => it.url?.startsWith("https:"))!
    await signIn(page, people.editor)
    await page.goto(`/${locale}/admin/propose?commitment=${commitment}&lane=finding`)

    // One that the library has is found while its address is typed, however it is spelled.
    const newSource = page.getByRole("button", { name: proposal.newSource })
    await newSource.click()
    const spelled = `${known.url!.replace("https://", "http://").replace(/\/$/, "")}#part`
    await page.getByLabel(proposal.url).pressSequentially(spelled, { delay: 1 })
    await page.getByRole("button", { name: `${evidence.use}: ${known.title}` }).click()
    await expect(page.getByRole("button", { name: proposal.remove(known.title) })).toBeVisible()

    // What is no document is refused in words; a real one is kept, cleaned, and its hash shown.
    await newSource.click()
    const file = page.getByLabel(evidence.copy, { exact: true })
    await file.setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("<svg/>") })
    await expect(page.getByText(evidence.fault.unknown)).toBeVisible()
    await file.setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from(await encrypted()) })
    await expect(page.getByText(evidence.fault.encrypted)).toBeVisible()
    await file.setInputFiles({ name: "minutes.pdf", mimeType: "application/pdf", buffer: minutes })
    await expect(page.getByText(evidence.kept)).toBeVisible()
    for (const sentence of Object.values(evidence.removed)) await expect(page.getByText(sentence)).toBeVisible()
    const sha256 = await page.locator("code").first().innerText()
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)

    const title = `Minutes kept by the tests ${secret.slice(0, 6)}`
    await page.getByLabel(proposal.url).fill(`https://press.example.org/${secret}`)
    await page.getByLabel(proposal.sourceTitle, { exact: true }).fill(title)
    await page.getByLabel(proposal.publisher).fill("The Example Gazette")
    await page.getByLabel(proposal.publishedOn).fill("2026-04-03")
    await page.getByLabel(proposal.quote).last().fill("The committee has met.")
    await isAccessible(page)
    await page.getByRole("button", { name: proposal.addSource }).click()
    await expect(page.getByRole("button", { name: proposal.remove(title) })).toBeVisible()
    await expect(page.getByText(evidence.hasCopy("PDF", "").split("PDF")[0]!.trim()).first()).toBeVisible()

    // Internal evidence is kept at once, behind its lock.
    await page.getByRole("button", { name: evidence.add }).click()
    await page.getByLabel(evidence.what).fill(`A letter ${secret}`)
    await page.getByLabel(evidence.shows).fill("The post is vacant.")
    await page.getByRole("button", { name: evidence.keep, exact: true }).click()
    await expect(page.getByText(`A letter ${secret}`)).toBeVisible()
    await expect(page.getByText(evidence.never).first()).toBeVisible()

    // A number typed into the rationale is warned of while it stands there.
    await page.getByLabel(proposal.since).fill("2026-04-02")
    await page.locator(".lvc").filter({ hasText: words.terms.level[1] }).click()
    const rationale = page.getByLabel(proposal.rationale, { exact: true })
    await rationale.fill("As Ali of 0300-1234567 told us.")
    await expect(page.getByText(evidence.mark.phone)).toBeVisible()
    await expect(page.getByText(evidence.mark.unread)).toBeVisible()
    await picture(page, `evidence-${locale}`)
    await isAccessible(page)
    await rationale.fill("The committee was named and has met once.")
    await expect(page.getByText(evidence.mark.phone)).toHaveCount(0)
    await page.getByText(proposal.certainties.high, { exact: true }).click()
    await page.getByLabel(proposal.reasonEn, { exact: true }).fill("The minutes were found.")
    await page.getByRole("button", { name: proposal.send }).click()
    await expect(page).toHaveURL(/\/admin\/proposals\//, { timeout: 30_000 })
    const address = new URL(page.url()).pathname

    // Readers get nothing of it yet.
    const copy = `/api/v1/copies/${sha256}`
    expect((await request.get(copy)).status()).toBe(404)

    const second = await visitor(browser, baseURL!, people.reviewer)
    await second.goto(address)
    await expect(second.getByText(evidence.mark.unread)).toBeVisible()
    await expect(second.getByText(`A letter ${secret}`)).toBeVisible()
    const id = address.split("/").at(-1)!
    expect((await call(request, people.reviewer, "POST", `/proposals/${id}/publish`, {})).status).toBe(200)

    // Now everybody may have the copy, as a file whose hash is the one shown, and the letter is nowhere.
    const reader = await visitor(browser, baseURL!)
    await reader.goto(`/${locale}/${point}`)
    const link = reader.locator(`a[href="${copy}"]`).first()
    await expect(link).toContainText("SHA-256")
    await expect(link).toContainText(words.point.detail.copy("PDF", "").split("PDF")[0]!.trim())
    const [download] = await Promise.all([
      reader.waitForEvent("download"),
      link.evaluate((element) => (element as HTMLAnchorElement).click()),
    ])
    expect(download.suggestedFilename()).toMatch(/^source-[0-9a-f]+\.pdf$/)
    const bytes = readFileSync(await download.path())
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256)
    expect(everythingIn(bytes)).not.toContain(secret)
    await expect(link).toContainText(fileSize(locale, bytes.length))
    expect(await reader.content()).not.toContain(`A letter ${secret}`)
    await isAccessible(reader)
  })
}

/** Somebody else in another browser. */
async function visitor(browser: Browser, baseURL: string, who?: Someone): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage()
  if (who) await signIn(page, who)
  return page
}
