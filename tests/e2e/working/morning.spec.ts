import { randomBytes } from "node:crypto"
import type { Locator, Page } from "@playwright/test"
import type { Proposal } from "@/lib/domain/proposal"
import { messages } from "@/lib/i18n/messages"
import { document as pdf } from "@/tests/data/files"
import { call, expect, signIn, test } from "@/tests/e2e/fixtures"
import { picture } from "@/tests/e2e/looking"

/** Reaches something the way a person without a mouse does; fails when Tab never gets there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`Tab does not reach ${String(target)}`)
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press("Enter")
}

async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

const MORNINGS = [
  { locale: "en", own: "nap2014-10.a", others: "nap2014-04.a" },
  { locale: "ur", own: "nap2014-10.b", others: "nap2014-04.b" },
] as const

for (const { locale, own, others } of MORNINGS) {
  test(`an editor's morning, by keyboard alone (${locale})`, async ({ page, request, people }) => {
    test.setTimeout(240_000)
    const words = messages(locale)
    const { proposal, recheck, review, evidence } = words.admin
    const mark = randomBytes(5).toString("hex")

    // Another's work waits: it arrived overnight.
    const record = {
      commitment: others,
      lane: "finding",
      region: null,
      level: 1,
      unratedReason: null,
      effectiveOn: "2026-05-06",
      precision: "day",
      rationaleEn: "A body was named.",
      rationaleUr: null,
      certainty: "medium",
      rule: "r-fall",
      lifecycle: null,
      evidence: [{ source: "satp20", bearing: "supports", quote: "Named.", note: null }],
    }
    const steps = [{ act: "add", kind: "assessment", record }]
    const input = { change: "world-changed", reasonEn: `A body was named ${mark}.`, operations: steps }
    const drafted = await call<{ proposal: Proposal }>(request, people.editor, "POST", "/proposals", input)
    const { id } = drafted.body.proposal
    expect((await call(request, people.editor, "POST", `/proposals/${id}/submit`, {})).status).toBe(200)

    // The queue; then three re-checks, each in under a minute.
    await signIn(page, people.reviewer)
    await page.goto(`/${locale}/admin`)
    await expect(page.locator("[data-row] a[tabindex='0']").first()).toBeAttached()
    await page.keyboard.press("j")
    await page.keyboard.press("r")
    await expect(page.getByRole("heading", { level: 1, name: recheck.title })).toBeVisible()
    await page.waitForLoadState("networkidle")
    for (let card = 0; card < 3; card++) {
      const started = Date.now()
      const name = (await page.locator(".rc.open").getAttribute("aria-label"))!
      if (card === 0) {
        await page.keyboard.press("/")
        await page.keyboard.type("satp")
        await page.keyboard.press("Enter")
      } else await page.keyboard.press("1")
      await page.keyboard.press("n")
      await expect(page.locator(".rc.open")).not.toHaveAttribute("aria-label", name)
      expect(Date.now() - started).toBeLessThan(60_000)
    }

    // A change of one's own, with new evidence and its archived copy.
    await page.goto(`/${locale}/admin/propose?commitment=${own}&lane=finding`)
    await press(page, page.getByRole("button", { name: proposal.newSource }))
    const file = page.getByLabel(evidence.copy, { exact: true })
    const buffer = Buffer.from(await pdf("the tests", `Minutes ${mark}`))
    await file.setInputFiles({ name: "minutes.pdf", mimeType: "application/pdf", buffer })
    await expect(page.getByText(evidence.kept)).toBeVisible()
    const title = `Minutes of the morning ${mark}`
    await write(page, page.getByLabel(proposal.url), `https://press.example.org/${mark}`)
    await write(page, page.getByLabel(proposal.sourceTitle, { exact: true }), title)
    await write(page, page.getByLabel(proposal.publisher), "The Example Gazette")
    await press(page, page.getByRole("button", { name: proposal.addSource }))
    await expect(page.getByRole("button", { name: proposal.remove(title) })).toBeVisible()
    // A browser's own field for days takes digits in its own order; what it holds is what counts.
    await page.getByLabel(proposal.since).fill("2026-04-02")
    await page.locator(".lvc", { hasText: words.terms.level[2] }).getByRole("radio").focus()
    await page.keyboard.press("Space")
    await write(page, page.getByLabel(proposal.rationale, { exact: true }), "The body works in half of the districts.")
    await page.getByLabel(proposal.certainties.medium, { exact: true }).focus()
    await page.keyboard.press("Space")
    await write(page, page.getByLabel(proposal.reasonEn, { exact: true }), `The minutes were found ${mark}.`)
    await press(page, page.getByRole("button", { name: proposal.send }))
    await expect(page).toHaveURL(/\/admin\/proposals\//, { timeout: 30_000 })
    await expect(page.getByRole("button", { name: review.approveAndPublish })).toHaveCount(0)

    // The other's: a change is asked for beside the step, made, looked at again, and published.
    await page.goto(`/${locale}/admin/review`)
    await press(page, page.locator(`a[href$="/admin/proposals/${id}"]`).first())
    await expect(page.locator("#step-1")).toBeVisible()
    await page.keyboard.press("n")
    await page.keyboard.press("c")
    await page.keyboard.type("Since which day?")
    await press(page, page.getByRole("button", { name: review.askForChanges }))
    await expect(page.getByText(review.sentBack)).toBeVisible()
    const seen = await call<{ proposal: Proposal }>(request, people.editor, "GET", `/proposals/${id}`)
    expect(seen.body.proposal.reviews.at(-1)).toMatchObject({ comments: [{ step: 0, text: "Since which day?" }] })
    const mended = [{ ...steps[0], record: { ...record, rationaleEn: "A body was named on 6 May." } }]
    const patch = { version: seen.body.proposal.version, operations: mended }
    expect((await call(request, people.editor, "PATCH", `/proposals/${id}`, patch)).status).toBe(200)
    expect((await call(request, people.editor, "POST", `/proposals/${id}/submit`, {})).status).toBe(200)
    await page.goto(`/${locale}/admin/proposals/${id}`)
    await expect(page.locator("#step-1")).toContainText("A body was named on 6 May.")
    await page.keyboard.press("a")
    await expect(page.getByRole("button", { name: review.approveAndPublish })).toBeFocused()
    await page.keyboard.press("Enter")
    await expect(page.getByRole("link", { name: review.seeIt })).toBeVisible()

    // Readers find it under Changes.
    await page.goto(`/${locale}/changes`)
    await expect(page.getByText(`A body was named ${mark}.`)).toBeVisible()
    await picture(page, `morning-${locale}`)
  })
}
