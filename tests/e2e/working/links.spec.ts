import type { APIRequestContext, Page } from "@playwright/test"
import type { Share } from "@/lib/domain/share"
import { messages } from "@/lib/i18n/messages"
import { call, expect, signIn, type Someone, test } from "@/tests/e2e/fixtures"
import { isAccessible, picture } from "@/tests/e2e/looking"

/** A page of the site is fetched for it. */
const SLOW = { timeout: 20_000 }

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const status = async (page: Page, path: string) => (await page.request.get(path)).status()

const atApi = (url: string) => `/api/v1/links/${url.split("/s/")[1]}`
/** What somebody with nothing but the address is answered. */
const opens = async (request: APIRequestContext, url: string, proof = "") =>
  (await request.get(atApi(url), { headers: proof ? { "x-nap-proof": proof } : {} })).status()
/** The proof that a password unlocks a link; null where it does not fit. */
async function unlocks(request: APIRequestContext, url: string, password: string): Promise<string | null> {
  const answer = await request.post(`${atApi(url)}/unlock`, { data: { password } })
  return answer.ok() ? ((await answer.json()) as { proof: string }).proof : null
}

/** A link made without clicking. */
async function linkOf(page: Page, who: Someone, fields: object) {
  const made = await call<{ path: string; share: Share }>(page.request, who, "POST", "/shares", fields)
  expect(made.status).toBe(201)
  return made.body
}

for (const locale of ["en", "ur"] as const) {
  const { share, links, errors } = messages(locale)

  test(`an analyst makes a frozen link of one chart with a password for a site (${locale})`, async ({
    page,
    people,
    request,
  }) => {
    await signIn(page, people.analyst)
    await page.goto(`/${locale}`)
    await page.locator("[data-share=trend]").click()
    const dialog = page.getByRole("dialog")
    await expect(dialog.getByRole("heading", { name: links.chartTitle })).toBeVisible()
    await expect(dialog.getByLabel(links.shows)).toHaveValue("trend")
    // What the visitor will see is what the page says, in the language that is chosen.
    await expect(dialog.getByTestId("finding")).toContainText(locale === "en" ? "kinetic index" : "عسکری اشاریہ", SLOW)
    await dialog.getByLabel(links.language.title).selectOption(locale === "en" ? "ur" : "en")
    await expect(dialog.getByTestId("finding")).toContainText(locale === "en" ? "عسکری اشاریہ" : "kinetic index", SLOW)
    await expect(dialog.getByRole("option", { name: share.never })).toHaveCount(0)

    await dialog.getByText(share.frozen, { exact: true }).click()
    await dialog.getByLabel(links.free.asOf).check()
    await dialog.getByRole("textbox", { name: share.label }).fill(`Chart, ${locale}`)
    await dialog.getByRole("switch", { name: links.password.title }).check()
    await dialog.getByRole("switch", { name: links.sites.title }).check()
    const site = dialog.getByRole("textbox", { name: links.sites.site })
    await site.fill("not a site")
    await dialog.getByRole("button", { name: share.create }).click()
    await expect(dialog.getByText(links.wrong.site("not a site"))).toBeVisible()
    await expect(dialog.getByText(errors.invalid)).toBeVisible()
    await site.fill("https://news.example.org")
    await site.press("Enter")
    await expect(dialog.getByRole("button", { name: links.sites.remove("https://news.example.org") })).toBeVisible()
    await isAccessible(page, { within: "dialog" })
    await dialog.getByRole("button", { name: share.create }).click()

    const url = await dialog.getByLabel(share.address, { exact: true }).inputValue()
    const password = await dialog.getByLabel(links.told.password, { exact: true }).inputValue()
    expect(password.length).toBeGreaterThan(15)
    await expect(dialog.getByRole("img", { name: links.told.qr })).toBeVisible()
    const png = dialog.getByRole("link", { name: links.told.savePng })
    expect(await png.getAttribute("href")).toMatch(/^data:image\/png;base64,/)
    const code = await dialog.getByRole("textbox", { name: links.told.embed }).inputValue()
    // The frame names the link's language: a redirect would keep the page around it from saying where it stands.
    expect(code).toContain(`<iframe src="${url.replace("/s/", `/${locale === "en" ? "ur" : "en"}/embed/`)}"`)
    // The label is for its maker's list only.
    expect(code).not.toContain(`Chart, ${locale}`)
    await expect(dialog.getByText(links.told.cached)).toBeVisible()
    await expect(dialog.getByRole("link", { name: "CSV" })).toBeVisible()
    await picture(page, `share-made-${locale}`, { fullPage: false })
    await isAccessible(page, { within: "dialog" })

    await expect(dialog.getByText(links.sites.locked)).toBeVisible()

    expect(await opens(request, url)).toBe(401)
    expect(await unlocks(request, url, "something else")).toBeNull()
    const proof = await unlocks(request, url, password)
    expect(await opens(request, url, proof!)).toBe(200)

    await dialog.getByRole("button", { name: share.done }).click()
    await expect(page.getByRole("dialog")).toHaveCount(0)
  })

  test(`the register pauses, changes, readdresses and ends a link (${locale})`, async ({ page, people, request }) => {
    const label = `Register, ${locale}`
    const input = { label, password: "violet harbour", sites: ["https://news.example.org"] }
    const { path, share: made } = await linkOf(page, people.analyst, input)
    await signIn(page, people.analyst)
    await page.goto(`/${locale}/admin/links`)
    const row = page.getByRole("listitem").filter({ hasText: label })
    await expect(row).toContainText(links.unseen)
    const acts = row.getByRole("group", { name: links.actsFor(label) })

    await acts.getByRole("button", { name: share.pause }).click()
    await expect(row).toContainText(links.paused(label))
    expect(await opens(request, path)).toBe(404)
    await acts.getByRole("button", { name: share.resume }).click()
    await expect(row).toContainText(links.resumed(label))
    expect(await opens(request, path)).toBe(401)
    const early = await unlocks(request, path, "violet harbour")
    expect(await opens(request, path, early!)).toBe(200)

    // A later day is refused at its field; an earlier one is taken.
    await acts.getByRole("button", { name: links.change }).click()
    await row.getByLabel(links.endsOn).fill(dayIn(400))
    await row.getByRole("button", { name: links.save }).click()
    await expect(row.getByText(links.wrong.expiresOn)).toBeVisible()
    await row.getByLabel(links.endsOn).fill(dayIn(5))
    await row.getByText(links.password.made, { exact: true }).click()
    await picture(page, `links-change-${locale}`)
    await isAccessible(page)
    await row.getByRole("button", { name: links.save }).click()
    await expect(row).toContainText(links.told.passwordReady)
    const password = await row.getByLabel(links.told.password, { exact: true }).inputValue()
    // Whoever had unlocked it is shut out at once; the old password opens nothing any more.
    expect(await opens(request, path, early!)).toBe(401)
    expect(await unlocks(request, path, "violet harbour")).toBeNull()
    expect(await opens(request, path, (await unlocks(request, path, password))!)).toBe(200)

    await acts.getByRole("button", { name: links.newAddress }).click()
    await page.getByRole("dialog").getByRole("button", { name: links.newAddressYes }).click()
    const url = await row.getByLabel(share.address, { exact: true }).inputValue()
    expect([await opens(request, path), await opens(request, url)]).toEqual([404, 401])

    // Changed elsewhere meanwhile: nothing is done, the row shows how it stands now.
    const now = await call<{ items: Share[] }>(page.request, people.analyst, "GET", "/shares")
    const { version } = now.body.items.find((each) => each.id === made.id)!
    const elsewhere = await call(page.request, people.analyst, "PATCH", `/shares/${made.id}`, { version, paused: true })
    expect(elsewhere.status).toBe(200)
    await acts.getByRole("button", { name: share.pause }).click()
    await expect(row).toContainText(links.conflict)
    await expect(acts.getByRole("button", { name: share.resume })).toBeVisible()

    await acts.getByRole("button", { name: share.revoke }).click()
    const sure = page.getByRole("dialog")
    await expect(sure).toContainText(links.revokeCached)
    await sure.getByRole("button", { name: links.revokeYes }).click()
    await expect(page.getByText(links.register.ended)).toBeVisible()
    expect(await opens(request, url)).toBe(404)
  })

  test(`before a link ends, the pages that show it are named (${locale})`, async ({ page, people }) => {
    const label = `Shown elsewhere, ${locale}`
    const site = "https://news.example.org"
    const { path } = await linkOf(page, people.analyst, { label, sites: [site] })
    const agent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0"
    const frame = path.replace("/s/", `/${locale}/embed/`)
    const shown = await page.request.get(frame, { headers: { referer: `${site}/story`, "user-agent": agent } })
    expect(shown.status()).toBe(200)
    const seenOn = async () => {
      const { body } = await call<{ items: Share[] }>(page.request, people.analyst, "GET", "/shares")
      return body.items.find((each) => each.label === label)!.seenOn
    }
    await expect.poll(seenOn).toEqual([site])
    // The view itself offers nobody to share it on.
    await page.goto(path)
    await expect(page.locator("svg[data-drawing=trend]")).toHaveCount(1)
    await expect(page.locator("[data-share], [aria-haspopup=dialog]")).toHaveCount(0)
    await signIn(page, people.analyst)
    await page.goto(`/${locale}/admin/links`)
    const row = page.getByRole("listitem").filter({ hasText: label })
    await row.getByRole("button", { name: share.revoke }).click()
    const sure = page.getByRole("dialog")
    await expect(sure).toContainText(links.revokeEmbeds(1))
    await expect(sure).toContainText(site)
    await picture(page, `links-revoke-${locale}`, { fullPage: false })
    await sure.getByRole("button", { name: links.cancel }).click()
    expect(await status(page, path)).toBe(200)
  })

  test(`an admin ends all links of one person (${locale})`, async ({ page, people }) => {
    const mine = await linkOf(page, people.admin, { label: `Kept, ${locale}` })
    const theirs = await linkOf(page, people.editor, { label: `Theirs, ${locale}` })
    await signIn(page, people.admin)
    await page.goto(`/${locale}/admin/links`)
    const { register } = links
    const me = await call<{ person: { id: string } }>(page.request, people.editor, "GET", "/me")
    await page.getByLabel(register.person, { exact: true }).selectOption(me.body.person.id)
    await expect(page.getByRole("listitem").filter({ hasText: `Kept, ${locale}` })).toHaveCount(0)
    await page.getByLabel(register.search).fill(`theirs, ${locale}`)
    await expect(page.getByRole("listitem").filter({ hasText: `Theirs, ${locale}` })).toHaveCount(1)
    const open = (await call<{ items: Share[] }>(page.request, people.editor, "GET", "/shares")).body.items
    const count = open.filter(({ state }) => state === "active" || state === "paused").length
    await page.getByRole("button", { name: register.revokeAll("editor of the tests", count) }).click()
    await page.getByRole("dialog").getByRole("button", { name: links.revokeYes }).click()
    await expect(page.getByText(register.revokedAll(count))).toBeVisible()
    expect([await status(page, theirs.path), await status(page, mine.path)]).toEqual([404, 200])
  })
}
