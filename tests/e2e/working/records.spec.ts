import type { APIRequestContext, Page } from "@playwright/test"
import { messages } from "@/lib/i18n/messages"
import { call, expect, type Someone, signIn, test } from "@/tests/e2e/fixtures"
import { fitsWindow, isAccessible, picture } from "@/tests/e2e/looking"

type Drafted = { proposal: { id: string; version: number; status: string; operations: { kind: string }[] } }
type History = { versions: { revision: number; act: string; record: Record<string, unknown> }[] }
type Found = { items: { id: string; record: Record<string, unknown> }[] }

const SLOW = { timeout: 30_000 }
const { proposal, records, review } = messages("en").admin
const { set } = records

/** Sends what is on the page and waits until it is under review; answers its id. */
async function send(page: Page, words = { proposal, review }): Promise<string> {
  await page.getByRole("button", { name: words.proposal.send }).click()
  await expect(page.getByText(words.review.status.submitted)).toBeVisible(SLOW)
  return new URL(page.url()).pathname.split("/").at(-1)!
}

async function publish(request: APIRequestContext, reviewer: Someone, id: string): Promise<number> {
  const { status, body } = await call<{ revision: number }>(request, reviewer, "POST", `/proposals/${id}/publish`, {})
  expect(status).toBe(200)
  return body.revision
}

const historyOf = async (request: APIRequestContext, who: Someone, kind: string, id: string) =>
  (await call<History>(request, who, "GET", `/records/${kind}/${id}`)).body.versions

test.describe.configure({ timeout: 240_000 })

test("a silence is found, changed with its difference in sight, sent to a named reviewer and published", async ({
  page,
  request,
  people,
}) => {
  await signIn(page, people.editor)
  await page.goto("/en/admin/records")
  await isAccessible(page)
  await page.getByRole("link", { name: records.kinds.silence, exact: true }).click()
  await page.getByRole("searchbox").fill("sub-committees")
  await page.getByRole("button", { name: records.show }).click()
  await isAccessible(page)
  await page
    .getByRole("link", { name: /sub-committees/ })
    .first()
    .click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("sub-committees")
  await isAccessible(page)
  const id = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1)!)
  const [before] = await historyOf(request, people.editor, "silence", id)
  const to = before!.record.status === "closed" ? "ended" : "closed"

  await page.getByRole("link", { name: records.changeIt }).click()
  const step = page.locator("[data-step=silence]")
  await step.getByLabel(records.field.status, { exact: true }).selectOption(to)
  await step.getByRole("button", { name: set.done }).first().click()
  await expect(step.locator("ins")).toContainText(messages("en").terms.silence[to])
  await expect(step.locator("del")).toContainText(messages("en").terms.silence[before!.record.status as "closed"])
  // It moves no number, and the page says so.
  await expect(page.getByRole("complementary", { name: proposal.effect })).toContainText(proposal.noMove, SLOW)
  await page.getByLabel(proposal.reasonEn, { exact: true }).fill("The reports were shut to the public.")
  await page.getByLabel(proposal.asked).selectOption({ index: 1 })
  const asked = await page.getByLabel(proposal.asked).inputValue()
  await isAccessible(page)
  const sent = await send(page)
  const { body } = await call<{ proposal: { asked: { id: string } } }>(request, people.reviewer, "GET", `/proposals/${sent}`) // prettier-ignore
  expect(body.proposal.asked.id).toBe(asked)

  const revision = await publish(request, people.reviewer, sent)
  await page.goto(`/en/admin/records/silence/${id}`)
  await expect(page.getByText(records.publishedIn(revision))).toBeVisible()
  await expect(page.getByText(records.changed(records.field.status))).toBeVisible()
  expect((await historyOf(request, people.editor, "silence", id))[0]!.record.status).toBe(to)
})

test("an event is added with the source that this very proposal brings, and what does not fit is told in words", async ({
  page,
  request,
  people,
}) => {
  const title = `An event of the tests ${Date.now()}`
  await signIn(page, people.editor)
  await page.goto("/en/admin/propose/records?kind=source&act=add")
  const source = page.locator("[data-step=source]")
  await source.getByLabel(records.field.title, { exact: true }).fill("Notice of the tests")
  await source.getByLabel(records.field.publisher, { exact: true }).fill("The Example Gazette")
  await source.getByLabel(records.field.language, { exact: true }).fill("en")
  await source.getByLabel(records.field.kind, { exact: true }).selectOption("press")
  await source.getByLabel(records.field.confidence, { exact: true }).selectOption("confirmed")

  await page.getByLabel(set.kind).selectOption("event")
  await page.getByRole("button", { name: records.addNew(records.kind.event) }).click()
  const event = page.locator("[data-step=event]")
  // Sent too early, each missing field says so.
  await page.getByLabel(proposal.reasonEn, { exact: true }).fill("It took place.")
  await page.getByRole("button", { name: proposal.send }).click()
  await expect(event.getByText(set.gap.missing).first()).toBeVisible(SLOW)
  await event.getByLabel(records.field.titleEn, { exact: true }).fill(title)
  await event.getByLabel(records.field.titleUr, { exact: true }).fill("آزمائش کا واقعہ")
  await event.getByLabel(records.field.descriptionEn, { exact: true }).fill("It took place and was reported.")
  await event.getByLabel(records.field.category, { exact: true }).selectOption("policy")
  await event.getByLabel(records.field.confidence, { exact: true }).selectOption("confirmed")
  await event.getByLabel(records.field.date, { exact: true }).fill("2026-05-04")
  await event.getByLabel(records.field.endDate).fill("2026-05-01")
  await expect(page.getByText(set.problem["An event cannot end before it begins."])).toBeVisible(SLOW)
  await event.getByLabel(records.field.endDate).fill("2026-05-05")
  await expect(page.getByText(set.problem["An event cannot end before it begins."])).toHaveCount(0, SLOW)
  // The new source is offered before it is published.
  await event.getByLabel(set.pick(records.field.sources)).fill("Notice of the tests")
  await event.getByRole("button", { name: /Notice of the tests/ }).first().click() // prettier-ignore
  await event.getByRole("button", { name: set.done }).first().click()
  const revision = await publish(request, people.reviewer, await send(page))
  const { items } = (await call<Found>(request, people.editor, "GET", `/records?kind=event&q=${encodeURIComponent(title)}`)).body // prettier-ignore
  expect(items).toHaveLength(1)
  const [source1] = items[0]!.record.sources as string[]
  expect((await historyOf(request, people.editor, "source", source1!))[0]).toMatchObject({ revision, act: "add" })
})

test("a crosswalk link is withdrawn and leaves its history", async ({ page, request, people }) => {
  const { items } = (await call<Found>(request, people.editor, "GET", "/records?kind=crosswalk&page=2")).body
  const { id } = items.at(-1)!
  await signIn(page, people.editor)
  await page.goto(`/en/admin/records/crosswalk/${encodeURIComponent(id)}`)
  await page.getByRole("link", { name: records.withdrawIt, exact: true }).click()
  await expect(page.locator("[data-step=crosswalk]")).toContainText(set.withdrawn)
  await page.getByLabel(proposal.reasonEn, { exact: true }).fill("The two points are not related.")
  const revision = await publish(request, people.reviewer, await send(page))
  await page.goto(`/en/admin/records/crosswalk/${encodeURIComponent(id)}`)
  await expect(page.getByText(records.gone(revision))).toBeVisible()
  await expect(page.getByRole("link", { name: records.bringBack })).toBeVisible()
})

test("a point's Urdu title is corrected on the Urdu pages, on a phone", async ({ page, request, people }) => {
  const ur = messages("ur").admin
  const title = `مدارس کی رجسٹریشن ${Date.now() % 10_000}`
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, people.editor)
  await page.goto("/ur/admin/records/point/nap2021-09")
  await fitsWindow(page)
  await isAccessible(page)
  await page.getByRole("link", { name: ur.records.changeIt }).click()
  const step = page.locator("[data-step=point]")
  await expect(step.getByLabel(ur.records.field.titleUr, { exact: true })).toHaveAttribute("dir", "rtl")
  await step.getByLabel(ur.records.field.titleUr, { exact: true }).fill(title)
  await step.getByRole("button", { name: ur.records.set.done }).first().click()
  await expect(step.locator("ins").first()).toBeVisible()
  await page.getByLabel(ur.proposal.reasonEn, { exact: true }).fill("The Urdu title was inexact.")
  await page.getByLabel(ur.proposal.reasonUr, { exact: true }).fill("اردو عنوان درست نہ تھا۔")
  await fitsWindow(page)
  await isAccessible(page)
  await picture(page, "change-set-ur-phone")
  const revision = await publish(request, people.reviewer, await send(page, ur))
  expect((await historyOf(request, people.editor, "point", "nap2021-09"))[0]).toMatchObject({
    revision,
    act: "change",
    record: { titleUr: title },
  })
})

test("a new plan comes with two points and a commitment that refer to each other before any is published", async ({
  page,
  request,
  people,
}) => {
  await signIn(page, people.editor)
  await page.goto("/en/admin/propose/records?kind=plan&act=add")
  const plan = page.locator("[data-step=plan]")
  await plan.getByLabel(records.field.titleEn, { exact: true }).fill("A plan of the tests")
  await plan.getByLabel(records.field.titleUr, { exact: true }).fill("آزمائش کا منصوبہ")
  await plan.getByLabel(records.field.adoptedOn, { exact: true }).fill("2009-05-01")
  await plan.getByLabel(records.field.pointCount, { exact: true }).fill("2")
  await plan.getByLabel(records.field.textStatus, { exact: true }).selectOption("topic")

  for (const [at, name] of ["first", "second"].entries()) {
    await page.getByLabel(set.kind).selectOption("point")
    await page.getByRole("button", { name: records.addNew(records.kind.point) }).click()
    const point = page.locator("[data-step=point]").nth(at)
    // It begins with the plan that was just added, and the next number.
    await expect(point.getByLabel(records.field.number, { exact: true })).toHaveValue(String(at + 1))
    await expect(point.getByLabel(records.field.plan, { exact: true }).locator("option:checked")).toContainText("A plan of the tests") // prettier-ignore
    await point.getByLabel(records.field.slug, { exact: true }).fill(`the-${name}`)
    await point.getByLabel(records.field.titleEn, { exact: true }).fill(`The ${name} point`)
    await point.getByLabel(records.field.titleUr, { exact: true }).fill("نکتہ")
    await point.getByLabel(records.field.textEn, { exact: true }).fill(`The text of the ${name} point.`)
    await point.getByLabel(records.field.textUr, { exact: true }).fill("نکتے کا متن۔")
    await point.getByLabel(records.field.textKind, { exact: true }).selectOption("topic")
  }
  await page.getByLabel(set.kind).selectOption("commitment")
  await page.getByRole("button", { name: records.addNew(records.kind.commitment) }).click()
  const commitment = page.locator("[data-step=commitment]")
  await expect(commitment.getByLabel(records.field.point, { exact: true }).locator("option:checked")).toContainText("The second point") // prettier-ignore
  await commitment.getByLabel(records.field.track, { exact: true }).selectOption("non-kinetic")
  await commitment.getByLabel(records.field.trackBasis, { exact: true }).fill("A civil measure.")
  await commitment.getByLabel(records.field.type, { exact: true }).selectOption("law")
  await commitment.getByLabel(records.field.textEn, { exact: true }).fill("Pass the law.")
  await commitment.getByLabel(records.field.textUr, { exact: true }).fill("قانون منظور کیا جائے۔")
  await commitment.getByLabel(records.special["commitment.restsOn.kind"], { exact: true }).selectOption("topic")
  await commitment.getByRole("button", { name: set.done }).first().click()

  // The preview tells of the plan that is not there yet.
  const effect = page.getByRole("complementary", { name: proposal.effect })
  await expect(effect).toContainText(proposal.planYear("2009"), SLOW)
  await expect(effect).toContainText("2a")
  await page.getByLabel(proposal.reasonEn, { exact: true }).fill("A plan was found.")
  await picture(page, "change-set-en")
  await isAccessible(page)
  const id = await send(page)
  const { body } = await call<Drafted>(request, people.reviewer, "GET", `/proposals/${id}`)
  expect(body.proposal.operations.map((it) => it.kind)).toEqual(["plan", "point", "point", "commitment"])
  expect(body.proposal.operations[3]).toMatchObject({ record: { id: "nap2009-02.a", point: "nap2009-02", plan: "nap-2009" } }) // prettier-ignore
  // Its own author opens it again and puts the last step first; a stored change set is edited where it stands.
  await page.goto(`/en/admin/proposals/${id}?edit=1`)
  await page.getByRole("button", { name: set.up("Pass the law.") }).click()
  await page.getByRole("button", { name: proposal.save }).click()
  await expect
    .poll(
      async () =>
        (await call<Drafted>(request, people.editor, "GET", `/proposals/${id}`)).body.proposal.operations.map(
          (it) => it.kind,
        ),
      SLOW,
    ) // prettier-ignore
    .toEqual(["plan", "point", "commitment", "point"])
  // Not published: it would be everybody else's plan in these tests.
  const { version } = (await call<Drafted>(request, people.editor, "GET", `/proposals/${id}`)).body.proposal
  expect((await call(request, people.editor, "POST", `/proposals/${id}/withdraw`, { version })).status).toBe(200)
})

test("a proposal as long as an import opens a page at a time, and one step of it is changed", async ({
  page,
  request,
  people,
}) => {
  type Source = { items: { id: string; record: Record<string, unknown> }[]; pages: number }
  const sources: Source["items"] = []
  for (let at = 1; sources.length < 120; at++) {
    sources.push(...(await call<Source>(request, people.editor, "GET", `/records?kind=source&page=${at}`)).body.items)
  }
  const operations = sources
    .slice(0, 70)
    .map(({ record }, at) => ({ act: "change", kind: "source", record: { ...record, notes: `Checked, ${at}.` } }))
  const input = { change: "correction", reasonEn: "Many notes.", operations }
  const { id } = (await call<Drafted>(request, people.editor, "POST", "/proposals", input)).body.proposal
  await signIn(page, people.editor)
  await page.goto(`/en/admin/proposals/${id}`)
  await expect(page.getByText(set.pageOf(1, 25, 70)).first()).toBeVisible()
  await expect(page.locator("[data-step=source]")).toHaveCount(25)
  await page.getByRole("button", { name: records.next, exact: true }).first().click()
  await page.getByRole("button", { name: records.next, exact: true }).first().click()
  await expect(page.locator("[data-step=source]")).toHaveCount(20)
  const last = page.locator("[data-step=source]").last()
  await last.getByRole("button", { name: new RegExp(set.edit) }).click()
  await last.getByLabel(records.field.notes).fill("Checked by hand.")
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible(SLOW)
  await expect
    .poll(async () => {
      const { operations } = (await call<Drafted>(request, people.editor, "GET", `/proposals/${id}`)).body.proposal
      return (operations as unknown as { record: { notes: string } }[]).map((it) => it.record.notes).slice(-2)
    }, SLOW)
    .toEqual(["Checked, 68.", "Checked by hand."])
})
