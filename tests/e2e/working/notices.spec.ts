import { call, expect, signIn, test } from "@/tests/e2e/fixtures"
import { fitsWindow, isAccessible, picture } from "@/tests/e2e/looking"

const WORDS = {
  en: {
    asked: "A proposal waits for your review",
    markAll: "Mark all as read",
    nothing: "You have read everything.",
    off: "Off",
    saved: "Saved.",
  },
  ur: {
    asked: "ایک تجویز آپ کی نظرثانی کی منتظر ہے",
    markAll: "سب کو پڑھا ہوا قرار دیں",
    nothing: "آپ سب کچھ پڑھ چکے ہیں۔",
    off: "بند",
    saved: "محفوظ ہو گیا۔",
  },
}

for (const locale of ["en", "ur"] as const) {
  test(`a reviewer is told, opens what waits, and reads the rest away, in ${locale}`, async ({
    page,
    request,
    people,
  }) => {
    const reason = `Asked of a reviewer, ${locale}, ${Date.now()}`
    const record = {
      ...{ commitment: "nap2014-18.a", lane: "finding", region: null, level: 1, unratedReason: null },
      ...{ effectiveOn: "2026-05-01", precision: "day", rationaleEn: "A dated source says so.", rationaleUr: null },
      ...{ certainty: "high", rule: "r-enf", lifecycle: null },
      evidence: [{ source: "satp20", bearing: "supports", quote: null, note: null }],
    }
    const input = {
      change: "world-changed",
      reasonEn: reason,
      operations: [{ act: "add", kind: "assessment", record }],
    }
    const drafted = await call<{ proposal: { id: string } }>(request, people.editor, "POST", "/proposals", input)
    const { id } = drafted.body.proposal
    await call(request, people.editor, "POST", `/proposals/${id}/submit`, {})

    await signIn(page, people.reviewer)
    await page.goto(`/${locale}/admin/notices`)
    const words = WORDS[locale]
    const notice = page.locator("li.unread", { hasText: reason })
    await expect(notice.getByRole("link")).toHaveText(words.asked)
    for (const [device, width] of [
      ["desktop", 1440],
      ["phone", 390],
    ] as const) {
      await page.emulateMedia({ colorScheme: "light" })
      await page.setViewportSize({ width, height: 900 })
      await fitsWindow(page)
      await isAccessible(page)
      await picture(page, `admin-notices-${locale}-${device}-light`, { fullPage: false })
      await page.emulateMedia({ colorScheme: "dark" })
      await isAccessible(page, { rules: ["color-contrast"] })
      await picture(page, `admin-notices-${locale}-${device}-dark`, { fullPage: false })
    }
    await page.setViewportSize({ width: 1440, height: 900 })

    // Opening it is reading it; by keyboard like everything here.
    await notice.getByRole("link").focus()
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(new RegExp(`/admin/proposals/${id}`))
    await page.goto(`/${locale}/admin/notices`)
    await expect(page.locator("li", { hasText: reason })).toBeVisible()
    await expect(notice).toHaveCount(0)

    await call(request, people.editor, "POST", `/proposals/${id}/withdraw`, {})
    // Others are at work too: until nobody tells of something new between the two readings.
    await expect(async () => {
      await page.goto(`/${locale}/admin/notices`)
      const markAll = page.getByRole("button", { name: words.markAll })
      if (await markAll.isEnabled()) await markAll.click()
      await expect(page.getByText(words.nothing)).toBeVisible({ timeout: 2_000 })
      await page.goto(`/${locale}/admin/notices?unread=true`)
      await expect(page.locator("main li.unread")).toHaveCount(0, { timeout: 2_000 })
    }).toPass({ timeout: 20_000 })

    await page.getByText(words.off, { exact: true }).click()
    await expect(page.getByText(words.saved)).toBeVisible()
    await page.reload()
    await expect(page.getByRole("radio", { name: words.off })).toBeChecked()
    await call(request, people.reviewer, "PATCH", "/notices/settings", { mail: true })
  })
}
