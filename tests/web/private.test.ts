import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { startTestSite, type TestSite } from "@/lib/cli/test-site"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { ask, signIn } from "./client"

let own: TestSite
let link: string
let person: { email: string; password: string }

beforeAll(async () => {
  own = await startTestSite({ NAP_VISIBILITY: "private" })
  // The first start prints a link and a sign-in for each role, once.
  await vi.waitFor(() => expect(own.output()).toContain("Sign in at"), 5000)
  link = /\/s\/[\w-]{43}/.exec(own.output())![0]
  const [, email, password] = /analyst +(\S+@\S+) +(\S+)/.exec(own.output())!
  person = { email: email!, password: password! }
}, 180_000)
afterAll(async () => {
  await own?.stop()
})

const PAGES = [
  "",
  "/points",
  "/points/2014/12",
  "/points/2021/3",
  "/changes",
  "/method",
  "/data",
  "/cite/r1-000000000000",
  "/changes/record/plan/nap-2014",
  "/verify",
  "/compare",
  "/outcomes",
  "/momentum",
  "/sandbox",
  "/explore",
]

test.each(["en", "ur"])("on a private site every reader's page in %s asks to sign in first", async (language) => {
  for (const page of PAGES) {
    const path = `/${language}${page}`
    const { status, headers, text } = await ask(`${path}?plan=nap-2014`, { at: own.url })
    expect([302, 303, 307], path).toContain(status)
    expect(headers.get("location"), path).toMatch(new RegExp(`^/${language}/sign-in\\?next=`))
    expect(text).not.toMatch(/Karachi|Madrassah|<table/i)
  }
  expect((await ask(`/${language}/sign-in`, { at: own.url })).status).toBe(200)
})

test("on a private site there is no picture of a page for nobody, drawn in it or apart", async () => {
  for (const path of ["/en/trend.svg", "/en/stand.svg", "/ur/momentum/leads.png", "/en/compare/moved.svg"]) {
    const { status, text } = await ask(path, { at: own.url })
    expect(status, path).not.toBe(200)
    expect(text, path).not.toContain("<svg xmlns")
    const as = await signIn(person, own.url)
    expect((await ask(path, { at: own.url, as })).status, path).toBe(200)
  }
})

test("a private site's API answers nobody, in any form", async () => {
  for (const { method, path, access } of ENDPOINTS) {
    if (access === "anyone") continue
    for (const more of ["", "?format=csv"]) {
      const address = path.replace("{kind}", "point").replaceAll(/\{\w+\}/g, "nap2014-01") + more
      const answer = await ask(address, { at: own.url, method, ...(method !== "GET" && { body: {} }) })
      expect(answer, address).toMatchObject({ status: 401, json: { code: "unauthenticated" } })
    }
  }
  const { json } = await ask("/api/v1/me", { at: own.url })
  expect(json).toMatchObject({ person: null })
})

test("a private site's feeds answer nobody, and no script of another site reads anything", async () => {
  for (const name of ["changes.atom", "changes.json", "changes.atom?kind=correction"])
    expect(await ask(`/feeds/en/${name}`, { at: own.url })).toMatchObject({
      status: 401,
      json: { code: "unauthenticated" },
    })
  const as = await signIn(person, own.url)
  for (const path of ["/feeds/en/changes.atom", "/api/v1/plans", "/api/v1/export.zip?known=1"]) {
    const { status, headers } = await ask(path, { at: own.url, as })
    expect(status, path).toBe(200)
    expect(headers.get("access-control-allow-origin"), path).toBeNull()
    const asked = await ask(path, { at: own.url, method: "OPTIONS" })
    expect(asked.headers.get("access-control-allow-origin"), path).toBeNull()
  }
})

test("whoever signs in reads, and nothing of it is kept for others", async () => {
  const as = await signIn(person, own.url)
  for (const page of PAGES) {
    const answer = await ask(`/en${page}`, { at: own.url, as })
    expect(answer.status, page).toBe(200)
    expect(answer.headers.get("cache-control"), page).toMatch(/no-store|private/)
  }
  expect((await ask("/api/v1/overview", { at: own.url, as })).status).toBe(200)
  expect((await ask("/en", { at: own.url })).status).not.toBe(200)
})

test("a link still opens its one view, and nothing else", async () => {
  for (const language of ["en", "ur"]) {
    const answer = await ask(`/${language}${link}`, { at: own.url })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain("<h1")
  }
  expect((await ask("/en", { at: own.url, headers: { referer: own.url + link } })).status).not.toBe(200)
})

test("a private site has no public embed, no site map and nothing for robots, and says so as of what never was", async () => {
  const bare = ({ status, text }: Awaited<ReturnType<typeof ask>>) => ({ status, text })
  const link = bare(await ask(`/en/embed/${"A".repeat(43)}`, { at: own.url }))
  const page = bare(await ask("/en/no/such/page", { at: own.url }))
  expect([link.status, page.status]).toEqual([404, 404])
  for (const path of ["/en/embed/overview", "/en/embed/points", "/en/embed/overview/trend"])
    expect(bare(await ask(path, { at: own.url })), path).toEqual(link)
  for (const path of ["/en/embed/point/2014/12", "/en/embed/point/2014/12/evidence", "/sitemap.xml"])
    expect(bare(await ask(path, { at: own.url })), path).toEqual(page)
  const robots = await ask("/robots.txt", { at: own.url })
  expect(robots.text).toBe("User-agent: *\nDisallow: /\n")
  for (const path of ["/en", "/en/points/2014/12", "/en/points/2014/99", "/en/embed/overview"]) {
    const url = encodeURIComponent(own.url + path)
    const answer = await ask(`/api/v1/oembed?url=${url}`, { at: own.url })
    expect(answer, path).toMatchObject({ status: 404, json: { code: "not_found" } })
  }
  // Who signs in reads the pages, and is not told how to show them to others.
  const as = await signIn(person, own.url)
  const { text } = await ask("/en", { at: own.url, as })
  expect(text).not.toMatch(/oembed|og:url|rel="canonical"|\/embed\//)
})
