import type { APIRequestContext, Browser, Page } from "@playwright/test"
import type { DraftOperation, Proposal } from "@/lib/domain/proposal"
import type { Event } from "@/lib/domain/records"
import { messages } from "@/lib/i18n/messages"
import { call, expect, type Someone, signIn, test } from "@/tests/e2e/fixtures"
import { isAccessible, picture } from "@/tests/e2e/looking"

/** A day of its own for each test, also where the tests run again on the same data. */
let days = Math.floor(Math.random() * 20_000)
const nextDay = () => new Date(Date.UTC(1950, 0, 1 + days++)).toISOString().slice(0, 10)

const finding = (commitment: string, rationaleEn: string): DraftOperation => ({
  act: "add",
  kind: "assessment",
  record: {
    commitment,
    lane: "finding",
    region: null,
    level: 2,
    unratedReason: null,
    effectiveOn: nextDay(),
    precision: "day",
    rationaleEn,
    rationaleUr: null,
    certainty: "high",
    rule: "r-admin",
    lifecycle: null,
    evidence: [{ source: "satp20", bearing: "supports", quote: "As the source has it.", note: null }],
  },
})

/** A proposal of these steps that waits for a second person. */
async function waiting(
  request: APIRequestContext,
  author: Someone,
  operations: DraftOperation[],
  change = "world-changed",
) {
  const input = { change, reasonEn: "For the reviewers’ tests.", operations }
  const made = await call<{ proposal: Proposal }>(request, author, "POST", "/proposals", input)
  expect(made.status).toBe(201)
  const { id } = made.body.proposal
  const sent = await call<{ proposal: Proposal }>(request, author, "POST", `/proposals/${id}/submit`, {})
  expect(sent.status).toBe(200)
  return sent.body.proposal
}

async function visit(browser: Browser, baseURL: string, who: Someone): Promise<Page> {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await signIn(page, who)
  return page
}

test("a reviewer asks for changes beside a step, its author sees it there and mends it, a second look publishes", async ({
  page,
  browser,
  baseURL,
  request,
  people,
}) => {
  test.setTimeout(180_000)
  const { review, proposal: form } = messages("en").admin
  const { id } = await waiting(request, people.editor, [
    finding("nap2014-13.b", "The programme runs somewhere."),
    finding("nap2014-15.b", "The body has met."),
  ])

  // By keyboard alone: to the second step, a comment on it, and the verdict.
  await signIn(page, people.reviewer)
  await page.goto("/en/admin/review")
  await page.locator(`a[href$="/admin/proposals/${id}"]`).first().click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("13b")
  await isAccessible(page)
  await page.keyboard.press("n")
  await page.keyboard.press("n")
  await expect(page.locator("#step-2")).toBeFocused()
  await page.keyboard.press("c")
  await page.keyboard.type("Which meeting? Name its date.")
  await expect(page.getByText(review.commentsWaiting(1))).toBeVisible()
  // What was typed outlives the page.
  await page.reload()
  await expect(page.locator("#step-2 textarea")).toHaveValue("Which meeting? Name its date.")
  await page.getByRole("button", { name: review.askForChanges }).click()
  await expect(page.getByText(review.sentBack)).toBeVisible()

  const author = await visit(browser, baseURL!, people.editor)
  await author.goto(`/en/admin/proposals/${id}`)
  await expect(author.getByText("Which meeting? Name its date.").first()).toBeVisible()
  await expect(author.getByText(review.stepNumber(2)).first()).toBeVisible()
  await author.getByLabel(form.rationale, { exact: true }).last().fill("The body met on 3 March.")
  await author.getByRole("button", { name: form.send }).click()
  await expect(author.getByText(review.status.submitted)).toBeVisible()
  await expect(author.getByRole("button", { name: review.approveAndPublish })).toHaveCount(0)
  await author.keyboard.press("a")
  await author.keyboard.press("Enter")
  await expect(author.getByText(review.status.submitted)).toBeVisible()

  // The comment stands beside its step, as one on an earlier version; the key goes to the button, Enter presses it.
  await page.goto(`/en/admin/proposals/${id}`)
  await expect(page.locator("#step-2")).toContainText("Which meeting? Name its date.")
  await expect(page.locator("#step-2")).toContainText(review.earlier)
  await expect(page.locator("#step-2")).toContainText("The body met on 3 March.")
  await page.keyboard.press("a")
  await expect(page.getByRole("button", { name: review.approveAndPublish })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("link", { name: review.seeIt })).toBeVisible()
  // The page around the verdict no longer speaks of a proposal that waits.
  await expect(page.getByText(review.status.submitted)).toHaveCount(0)
  await expect(page.getByRole("heading", { name: review.effectDone })).toBeVisible()
  await expect(page.getByRole("link", { name: review.seeIt })).toBeVisible()
  const published = await call<{ proposal: Proposal }>(request, people.editor, "GET", `/proposals/${id}`)
  expect(published.body.proposal).toMatchObject({ status: "published" })
})

for (const locale of ["en", "ur"] as const) {
  test(`a reviewer codes blind before reviewing, and the agreement is public (${locale})`, async ({
    page,
    request,
    people,
  }) => {
    test.setTimeout(180_000)
    const words = messages(locale)
    const { coding, review, proposal: form } = words.admin
    const { id } = await waiting(request, people.editor, [
      finding(locale === "en" ? "nap2014-13.a" : "nap2014-15.a", "AUTHORS-WORDS stand here."),
    ])
    await signIn(page, people.reviewer)
    await page.goto(`/${locale}/admin/review`)
    await page.locator(`a[href$="/admin/proposals/${id}/blind"]`).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(coding.title)
    await expect(page.locator("main")).toContainText("As the source has it.")
    expect(await page.content()).not.toContain("AUTHORS-WORDS")
    await isAccessible(page)
    await picture(page, `blind-${locale}`)

    // Sent half done it says what is missing.
    await page.locator(".lvc").nth(3).click()
    await page.getByRole("button", { name: coding.send(1) }).click()
    await expect(page.getByText(coding.missing.reason)).toBeVisible()
    await page.getByText(form.certainties.medium, { exact: true }).click()
    await page.getByLabel(coding.reason).fill("Two sources, one of them not the doer.")
    await page.getByRole("button", { name: coding.send(1) }).click()
    await expect(page.getByText(coding.beside)).toBeVisible()
    await expect(page.getByText(coding.differs(1))).toBeVisible()
    await expect(page.locator("main")).toContainText("AUTHORS-WORDS")
    await picture(page, `blind-beside-${locale}`)
    await page.getByRole("button", { name: review.approveAndPublish }).click()
    await expect(page.getByRole("link", { name: review.seeIt })).toBeVisible()

    await page.goto(`/${locale}/method`)
    const section = page.locator("main")
    await expect(section).toContainText(words.method.agreement.since)
    await expect(section).not.toContainText(words.method.agreement.sinceNone)
    await expect(section).toContainText(words.method.agreement.fewPairs(30))
    const { body } = await call<{ items: { reason: string }[] }>(request, people.analyst, "GET", "/second-codings?limit=500") // prettier-ignore
    expect(body.items.map((it) => it.reason)).toContain("Two sources, one of them not the doer.")
    expect(await page.content()).not.toContain(people.reviewer.email)
  })
}

test("rejected takes a reason and a second thought, and ends it", async ({
  page,
  browser,
  baseURL,
  request,
  people,
}) => {
  test.setTimeout(120_000)
  const { review } = messages("en").admin
  const { id } = await waiting(request, people.editor, [finding("nap2014-13.b", "No such thing.")])
  await signIn(page, people.reviewer)
  await page.goto(`/en/admin/proposals/${id}`)
  await page.getByRole("button", { name: review.reject }).click()
  await expect(page.getByText(review.rejectMissing)).toBeVisible()
  await page.getByLabel(review.note).fill("The source says nothing of it.")
  await page.getByRole("button", { name: review.reject }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog).toContainText(review.rejectText)
  await isAccessible(page)
  await dialog.getByRole("button", { name: review.reject }).click()
  await expect(page.getByText(review.rejected)).toBeVisible()
  const author = await visit(browser, baseURL!, people.editor)
  await author.goto(`/en/admin/proposals/${id}?edit=1`)
  await expect(author.getByText(review.status.rejected)).toBeVisible()
  await expect(author.getByText("The source says nothing of it.")).toBeVisible()
})

test("a conflict on an event: each field is chosen, nothing typed is lost", async ({ page, request, people }) => {
  test.setTimeout(120_000)
  const { conflict } = messages("en").admin
  const { body } = await call<{ items: Event[] }>(request, people.analyst, "GET", "/events?limit=500")
  const event = body.items.at(-1)!
  const changed = (more: Partial<Event>): DraftOperation[] => [
    { act: "change", kind: "event", record: { ...event, ...more } },
  ]
  const stamp = nextDay()
  const mine = await waiting(request, people.editor, changed({ titleEn: `Mine ${stamp}`, note: `Typed ${stamp}` }), "correction") // prettier-ignore
  const theirs = await waiting(request, people.admin, changed({ titleEn: `Theirs ${stamp}`, titleUr: `اُن کا ${stamp}` }), "correction") // prettier-ignore
  expect((await call(request, people.reviewer, "POST", `/proposals/${theirs.id}/publish`, {})).status).toBe(200)

  await signIn(page, people.editor)
  await page.goto(`/en/admin/proposals/${mine.id}/conflict`)
  for (const text of [`Mine ${stamp}`, `Theirs ${stamp}`, `Typed ${stamp}`])
    await expect(page.locator("main")).toContainText(text)
  await expect(page.getByText(conflict.differs(1))).toBeVisible()
  await isAccessible(page)
  await page.getByText(conflict.takeTheirs(`Theirs ${stamp}`), { exact: true }).click()
  await page.getByRole("button", { name: conflict.merge(0).replace(/ 0$/, "") }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/proposals/${mine.id}$`))
  const merged = (await call<{ proposal: Proposal; clashes: unknown[] }>(request, people.editor, "GET", `/proposals/${mine.id}`)).body // prettier-ignore
  expect(merged.clashes).toEqual([])
  expect(merged.proposal.operations).toMatchObject([
    { act: "change", record: { titleEn: `Theirs ${stamp}`, titleUr: `اُن کا ${stamp}`, note: `Typed ${stamp}` } },
  ])
})
