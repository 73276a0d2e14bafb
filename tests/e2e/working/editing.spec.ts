import type { Browser, Page } from "@playwright/test"
import { messages } from "@/lib/i18n/messages"
import type { Locale } from "@/lib/i18n/locale"
import { call, expect, publishFinding, type Someone, signIn, test } from "@/tests/e2e/fixtures"
import { fitsWindow, isAccessible, picture } from "@/tests/e2e/looking"

type Overview = { revision: number; tracks: Record<"kinetic" | "nonKinetic", { index: number }> }
type ShareMade = { path: string; id: string }

/** Another person in another browser. */
async function visit(browser: Browser, baseURL: string, who?: Someone): Promise<Page> {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  if (who) await signIn(page, who)
  return page
}

const indexOn = async (page: Page) =>
  Number(await page.getByTestId("index-non-kinetic").first().getAttribute("data-value"))

// Each language works on a commitment of its own that the starting data leave unrated, in a point that no other test
// touches, and looks at that point and a rated one beside it: others publish meanwhile.
const JOURNEYS: { locale: Locale; commitment: string; point: number; code: string }[] = [
  { locale: "en", commitment: "nap2014-05.b", point: 5, code: "5b" },
  { locale: "ur", commitment: "nap2014-11.b", point: 11, code: "11b" },
]

for (const { locale, commitment, point, code } of JOURNEYS) {
  test(`an editor proposes, a reviewer publishes, every chart moves, live follows, frozen stays, revoked is refused (${locale})`, async ({
    page,
    browser,
    baseURL,
    request,
    people,
  }) => {
    test.setTimeout(180_000)
    const words = messages(locale)
    const { proposal, review } = words.admin

    // An analyst makes a live and a frozen link of what is there now.
    const made = { label: `Journey ${locale}`, query: { plan: "nap-2014", points: [6, point] } }
    const live = (await call<ShareMade>(request, people.analyst, "POST", "/shares", made)).body
    const frozen = (await call<ShareMade>(request, people.analyst, "POST", "/shares", { ...made, frozen: true })).body
    const reader = await visit(browser, baseURL!)
    const overview = `/${locale}?points=6,${point}`
    await reader.goto(overview)
    const before = await indexOn(reader)

    // The editor signs in at the door and proposes a change with a new source.
    await page.goto(`/${locale}/admin/propose?commitment=${commitment}&lane=finding`)
    await expect(page).toHaveURL(new RegExp(`/${locale}/sign-in`))
    await page.getByLabel(words.signIn.email).fill(people.editor.email)
    await page.getByLabel(words.signIn.password, { exact: true }).fill(people.editor.password)
    await page.getByRole("button", { name: words.signIn.submit, exact: true }).click()
    await expect(page).toHaveURL(/propose/)
    await page.getByRole("button", { name: proposal.newSource }).click()
    await page.getByLabel(proposal.url).fill("https://press.example.org/decision")
    await page.getByLabel(proposal.publisher).fill("The Example Gazette")
    await page.getByLabel(proposal.sourceTitle, { exact: true }).fill(`Decision of the tests, ${locale}`)
    await page.getByLabel(proposal.publishedOn).fill("2026-05-03")
    await page.getByRole("button", { name: proposal.addSource }).click()
    await page.getByLabel(proposal.since).fill("2026-05-02")
    await page.locator(".lvc").filter({ hasText: words.terms.level[3] }).click()
    await page.getByLabel(proposal.rationale, { exact: true }).fill("In force for the whole territory since May.")
    await page.getByText(proposal.certainties.high, { exact: true }).click()
    await page.getByLabel(proposal.reasonEn, { exact: true }).fill("A decision in force was found.")
    await expect(page.getByRole("complementary", { name: proposal.effect })).toContainText(code)
    await picture(page, `propose-${locale}`)
    await isAccessible(page)
    await page.getByRole("button", { name: proposal.send }).click()
    await expect(page.getByText(review.status.submitted)).toBeVisible()
    const address = new URL(page.url()).pathname

    // Nothing has moved for readers, and the author sees no approval.
    await reader.goto(overview)
    expect(await indexOn(reader)).toBe(before)
    await expect(page.getByRole("button", { name: review.approveAndPublish })).toHaveCount(0)

    // A second person publishes.
    const second = await visit(browser, baseURL!, people.reviewer)
    await second.goto(address)
    await picture(second, `review-${locale}`)
    await second.getByRole("button", { name: review.approveAndPublish }).click()
    await expect(
      second
        .getByText(/\d+/)
        .filter({ hasText: review.publishedAs(0).split("0")[0]! })
        .first(),
    ).toBeVisible()

    // The next load of the overview shows another number, grid and history.
    const grid = reader.locator(`[data-point='2014/${point}']`)
    const cells = await grid.innerHTML()
    await reader.goto(overview)
    const after = await indexOn(reader)
    expect(after).toBeGreaterThan(before)
    expect(await grid.innerHTML()).not.toBe(cells)
    const api = (await call<Overview>(request, people.analyst, "GET", `/overview?points=6,${point}`)).body
    expect(after).toBeCloseTo(api.tracks.nonKinetic.index, 9)
    await reader.goto(`/${locale}/points/2014/${point}`)
    await expect(reader.locator("main")).toContainText("A decision in force was found.")
    await expect(reader.locator("main")).toContainText("press.example.org")
    expect(await reader.content()).not.toContain(people.editor.email)

    // The live link follows; the frozen one stays and says how many changes there were since.
    const token = (it: ShareMade) => it.path.split("/").at(-1)!
    await reader.goto(`/${locale}/s/${token(live)}`)
    expect(await indexOn(reader)).toBeCloseTo(after, 9)
    await reader.goto(`/${locale}/s/${token(frozen)}`)
    expect(await indexOn(reader)).toBeCloseTo(before, 9)
    await expect(
      reader
        .locator("main, header")
        .filter({ hasText: /[1-9]\d*/ })
        .first(),
    ).toBeVisible()
    await expect(reader.locator(".amber[role=status]")).toContainText(/[1-9]/)
    await picture(reader, `share-frozen-${locale}`)

    // Revoked by its owner's hand, it is refused on the next request and looks like a link that never was.
    expect((await call(request, people.analyst, "DELETE", `/shares/${live.id}`)).status).toBe(204)
    const refused = await reader.goto(`/${locale}/s/${token(live)}`)
    expect(refused!.status()).toBe(404)
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(words.share.closed.title)
    await expect(reader.locator("html")).toHaveAttribute("dir", locale === "ur" ? "rtl" : "ltr")
    const unknown = await request.get(`/${locale}/s/${"x".repeat(43)}`)
    expect(await unknown.text()).toBe(await (await request.get(`/${locale}/s/${token(live)}`)).text())
  })
}

test("two editors on one commitment: the second publish is refused, both versions are shown, nothing typed is lost", async ({
  page,
  browser,
  baseURL,
  request,
  people,
}) => {
  test.setTimeout(120_000)
  const { conflict, review } = messages("en").admin
  type Drafted = { proposal: { id: string; version: number } }
  const record = {
    commitment: "nap2014-09.c",
    lane: "finding",
    region: null,
    level: 2,
    unratedReason: null,
    effectiveOn: "2026-04-01",
    precision: "day",
    rationaleEn: "What the second editor typed must not be lost.",
    rationaleUr: null,
    certainty: "high",
    rule: "r-admin",
    lifecycle: null,
    evidence: [{ source: "satp20", bearing: "supports", quote: null, note: null }],
  }
  const input = {
    change: "world-changed",
    reasonEn: "Second.",
    operations: [{ act: "add", kind: "assessment", record }],
  }
  const drafted = (await call<Drafted>(request, people.editor, "POST", "/proposals", input)).body.proposal
  await call(request, people.editor, "POST", `/proposals/${drafted.id}/submit`, {})
  await publishFinding(request, people, "nap2014-09.c", 1, "First.")

  const refused = await call<{ code: string; conflicts: { key: string }[] }>(request, people.reviewer, "POST", `/proposals/${drafted.id}/publish`, {}) // prettier-ignore
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ code: "conflict", conflicts: [{ key: "assessment/nap2014-09.c/finding/-" }] })
  const reviewer = await visit(browser, baseURL!, people.reviewer)
  await reviewer.goto(`/en/admin/proposals/${drafted.id}`)
  await expect(reviewer.getByText(review.clash)).toBeVisible()

  await signIn(page, people.editor)
  await page.goto(`/en/admin/proposals/${drafted.id}/conflict`)
  await expect(page.getByText(conflict.short.theirs).first()).toBeVisible()
  await expect(page.getByText(conflict.short.yours).first()).toBeVisible()
  await expect(page.locator("main")).toContainText("What the second editor typed must not be lost.")
  await picture(page, "conflict-en")
  await isAccessible(page)
})

test("a draft is kept through a lost sign-in", async ({ page, people }) => {
  const { proposal } = messages("en").admin
  await signIn(page, people.editor)
  await page.goto("/en/admin/propose?commitment=nap2014-14.c&lane=finding")
  await page.getByLabel(proposal.rationale, { exact: true }).fill("Typed before the session ended.")
  await expect(page.getByText(proposal.incomplete)).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, people.editor)
  await page.goto("/en/admin/propose?commitment=nap2014-14.c&lane=finding")
  await expect(page.getByLabel(proposal.rationale, { exact: true })).toHaveValue("Typed before the session ended.")
})

test("a re-check in under a minute moves the last-checked day", async ({ page, people, request }) => {
  const { recheck } = messages("en").admin
  await signIn(page, people.editor)
  await page.goto("/en/admin/recheck?commitment=nap2014-12.b&lane=finding")
  await page.getByLabel(recheck.source).first().fill("satp")
  await page
    .getByRole("radio", { name: /SATP|South Asia Terrorism Portal/ })
    .first()
    .check()
  await page.getByText(recheck.nothing, { exact: true }).first().click()
  await page.getByRole("button", { name: recheck.confirm }).click()
  await expect(page.getByText(/confirmed in revision \d+/)).toBeVisible()
  type Point = { strands: { commitments: { id: string; lanes: { finding: { lastChecked: string } } }[] }[] }
  const view = (await call<Point>(request, people.analyst, "GET", "/points/nap2014-12")).body
  const checked = view.strands.flatMap((strand) => strand.commitments).find((it) => it.id === "nap2014-12.b")!
  expect(checked.lanes.finding.lastChecked >= "2026-11-21").toBe(true)
})

for (const locale of ["en", "ur"] as const) {
  test(`every admin screen in ${locale}: pictures, and axe finds nothing`, async ({ page, people }) => {
    test.setTimeout(120_000)
    await signIn(page, people.admin)
    for (const [name, path] of Object.entries({
      queue: "",
      recheck: "/recheck",
      review: "/review",
      links: "/links",
      people: "/people",
      new: "/propose",
    })) {
      // prettier-ignore
      for (const [device, width] of [["desktop", 1440], ["phone", 390]] as const) { // prettier-ignore
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`/${locale}/admin${path}`)
        await picture(page, `admin-${name}-${locale}-${device}`)
        await fitsWindow(page)
        await isAccessible(page)
      }
    }
  })
}
