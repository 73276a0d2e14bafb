import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { LOCALES, type Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { answerer } from "@/lib/web/answer"
import { contentPolicy } from "@/lib/web/headers"
import { type Answer, ask } from "./client"

const HTML = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" }
const SIGNED_IN = { cookie: "nap=nobody" }
const locales = Object.keys(LOCALES) as Locale[]

/** The site with a Next that answers nothing, so that the first requests stay under way and the next is too many. */
let full: Server
let at: string
const waiting = new AbortController()
beforeAll(async () => {
  let underway = 0
  const answer = answerer(async () => void underway++, false)
  full = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => full.listen(0, "127.0.0.1", resolve))
  at = `http://127.0.0.1:${(full.address() as AddressInfo).port}`
  for (let count = 0; count < 128; count++)
    fetch(`${at}/en/points`, { headers: SIGNED_IN, signal: waiting.signal }).catch(() => {})
  while (underway < 128) await new Promise((resume) => setTimeout(resume, 10))
})
afterAll(() => {
  waiting.abort()
  full.closeAllConnections()
  full.close()
})

/** What every such page keeps to: a document of its own, without a script or another file. */
function expectPage({ headers, text }: Answer, locale: Locale) {
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8")
  expect(headers.get("cache-control")).toContain("no-store")
  expect(text).toContain(`<html lang="${locale}" dir="${LOCALES[locale].dir}">`)
  expect(text).not.toMatch(/<script|<link|<img|src=|url\(|var\(|light-dark\(|undefined/)
  expect(headers.get("content-security-policy")).toContain(contentPolicy(text).match(/style-src [^;]*/)![0])
  expect(text).toContain(headers.get("x-request-id"))
}

test.each(locales)("a browser that comes when too much is asked gets a page in its language (%s)", async (locale) => {
  const { crash, problem } = messages(locale)
  const answer = await ask(`/${locale}/points`, { at, headers: { ...HTML, ...SIGNED_IN } })
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"])
  expectPage(answer, locale)
  for (const words of [problem.unavailable.title, problem.unavailable.text, problem.wait(5), crash.retry, crash.home])
    expect(answer.text).toContain(words)
  expect(answer.headers.get("x-frame-options")).toBe("DENY")
})

test.each<Record<string, string>>([{}, { accept: "*/*" }, { accept: "application/json" }])(
  "a program is told the same in its own way: %j",
  async (headers) => {
    const { status, headers: given, json } = await ask("/en/points", { at, headers: { ...headers, ...SIGNED_IN } })
    expect([status, given.get("retry-after"), given.get("content-type")]).toEqual([
      ...[503, "5", "application/problem+json"],
    ])
    expect(json).toMatchObject({ status: 503, code: "unavailable", requestId: given.get("x-request-id") })
  },
)

test("the API answers also a browser as it answers everybody", async () => {
  const { status, headers } = await ask("/api/v1/overview", { at, headers: HTML })
  expect([status, headers.get("content-type")]).toEqual([503, "application/problem+json"])
})

test("what stands in for an invitation's page tells nobody its address, and leads nowhere else", async () => {
  const { headers, text } = await ask("/en/join/a-secret", { at, headers: HTML })
  expect([headers.get("referrer-policy"), headers.get("x-robots-tag")]).toEqual(["no-referrer", "noindex, nofollow"])
  expect(text).not.toContain("a-secret")
  expect(text).not.toContain('href="/')
})

test.each(locales)("an address that cannot be read is said to be so (%s)", async (locale) => {
  const answer = await ask(`/${locale}/%zz`, { headers: HTML })
  expect(answer.status).toBe(400)
  expectPage(answer, locale)
  const { crash, problem } = messages(locale)
  for (const words of [problem.invalid.title, crash.home]) expect(answer.text).toContain(words)
  expect(answer.text).not.toContain(crash.retry)
  expect((await ask(`/${locale}/%zz`)).json).toMatchObject({ code: "invalid" })
})

test("an address without a language is answered in the browser's", async () => {
  expectPage(await ask("/%zz", { headers: { ...HTML, "accept-language": "ur-PK" } }), "ur")
  expectPage(await ask("/%zz", { headers: HTML }), "en")
})
