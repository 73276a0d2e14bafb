import { brotliDecompressSync } from "node:zlib"
import { expect, test, vi } from "vitest"
import { chosenEncoding } from "@/lib/web/encoding"
import { contentPolicy } from "@/lib/web/headers"
import { PageCache } from "@/lib/web/page-cache"
import { preferred } from "@/lib/web/redirects"
import { safePath } from "@/lib/web/log"
import type { Rendered } from "@/lib/web/render"

const html = (text: string, status = 200): Rendered => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", "set-cookie": ["secret=1"], date: "today" },
  body: Buffer.from(`<!DOCTYPE html><p>${text}</p>`),
})

function counting(answer: (url: string) => Rendered) {
  const rendered: string[] = []
  const cache = (limit?: number) =>
    new PageCache(async (url) => {
      rendered.push(url)
      await new Promise((resume) => setTimeout(resume, 5))
      return answer(url)
    }, limit)
  return { rendered, cache }
}

test("a page is rendered once, however many ask for it at once and afterwards", async () => {
  const { rendered, cache } = counting(html)
  const pages = cache()
  const asked = await Promise.all(Array.from({ length: 50 }, () => pages.get("/en", "7|today")))
  expect(new Set(asked).size).toBe(1)
  expect(pages.ready("/en", "7|today")).toBe(asked[0])
  expect(rendered).toEqual(["/en"])
})

test("a page asked for often is packed smaller, and stays the same page", async () => {
  const words = Array.from({ length: 4000 }, (_, at) => `commitment ${(at * 7919) % 997} of ${at}`).join(" ")
  const pages = counting(() => html(words)).cache()
  const page = await pages.get("/en", "7|today")
  const [before, tag] = [page.br, page.tag]
  for (let turn = 0; turn < 3; turn++) pages.ready("/en", "7|today")
  await new Promise((resume) => setTimeout(resume, 50))
  expect(page.br).toBe(before)
  pages.ready("/en", "7|today")
  await vi.waitFor(() => expect(page.br.length).toBeLessThan(before.length), 10_000)
  expect(page.tag).toBe(tag)
  expect(brotliDecompressSync(page.br)).toEqual(html(words).body)
})

test("a new revision renders anew, and the tag says which revision it is", async () => {
  const { rendered, cache } = counting(html)
  const pages = cache()
  const before = await pages.get("/en", "7|today")
  const after = await pages.get("/en", "8|today")
  expect(rendered).toHaveLength(2)
  expect([before.tag, after.tag].map((tag) => tag.split("-")[0])).toEqual(["7", "8"])
})

test("a page that began before a new revision is not kept for it", async () => {
  const { rendered, cache } = counting(html)
  const pages = cache()
  const old = pages.get("/en", "7|today")
  const fresh = pages.get("/en", "8|today")
  await Promise.all([old, fresh])
  expect(pages.ready("/en", "8|today")).toBe(await fresh)
  expect(rendered).toHaveLength(2)
})

test("errors, missing pages and pages that broke half-way are answered but not kept", async () => {
  const answers = [html("gone", 404), html("broken", 500), html('<template data-dgst="1"></template>')]
  const { rendered, cache } = counting(() => answers.shift()!)
  const pages = cache()
  expect((await pages.get("/en", "1|")).status).toBe(404)
  expect((await pages.get("/en", "1|")).status).toBe(500)
  await pages.get("/en", "1|")
  expect(pages.ready("/en", "1|")).toBeNull()
  expect(rendered).toHaveLength(3)
})

test("a rendering that fails is told to all who wait, and the next one tries again", async () => {
  let attempts = 0
  const pages = new PageCache(async () => {
    attempts += 1
    if (attempts === 1) throw new Error("no")
    return html("fine")
  })
  const first = await Promise.allSettled([pages.get("/en", "1|"), pages.get("/en", "1|")])
  expect(first.map((each) => each.status)).toEqual(["rejected", "rejected"])
  expect((await pages.get("/en", "1|")).status).toBe(200)
})

test("the memory is bounded: what was used longest ago goes first", async () => {
  const { cache } = counting((url) => ({ ...html(url), body: Buffer.from(noise(10_000)) }))
  const pages = cache(60_000)
  for (const url of ["/a", "/b", "/a", "/c", "/d"]) await pages.get(url, "1|")
  expect(["/a", "/b", "/c", "/d"].map((url) => pages.ready(url, "1|") !== null)).toEqual([true, false, true, true])
})

test("nothing of one reader's answer is handed to the next: no cookie, no date", async () => {
  const { cache } = counting(html)
  const page = await cache().get("/en", "1|")
  expect(Object.keys(page.headers).sort()).toEqual(["content-security-policy", "content-type"])
})

test("the policy names every inline script and style by hash and no others", () => {
  const policy = contentPolicy(
    '<script src="/a.js"></script><script>x</script><script id="b">x</script><style>p{}</style>',
  )
  expect(policy.match(/sha256-/g)).toHaveLength(2)
  expect(policy).toContain("script-src 'self' 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})

test("the encoding is the best that the reader allows", () => {
  expect(chosenEncoding("gzip, deflate, br, zstd")).toBe("br")
  expect(chosenEncoding("gzip;q=1.0, br;q=0")).toBe("gzip")
  expect(chosenEncoding("*")).toBe("br")
  expect(chosenEncoding("identity")).toBe("identity")
  expect(chosenEncoding(undefined)).toBe("identity")
})

test("the language is the one asked for most", () => {
  expect(preferred(undefined)).toBe("en")
  expect(preferred("de, ur;q=0.3, en;q=0.2")).toBe("ur")
  expect(preferred("ur-PK")).toBe("ur")
  expect(preferred("ur;q=0, fr")).toBe("en")
  expect(preferred("en-GB,en;q=0.9,ur;q=0.8")).toBe("en")
})

test("a log line never holds a share's secret or a query", () => {
  expect(safePath("/s/secret?x=1")).toBe("/s/…")
  expect(safePath("/ur/s/secret/table")).toBe("/ur/s/…/table")
  expect(safePath("/en/embed/secret")).toBe("/en/embed/…")
  expect(safePath("/api/v1/links/secret/unlock")).toBe("/api/v1/links/…/unlock")
  expect(safePath("/en/sign-in?email=a@b.c")).toBe("/en/sign-in")
})

function noise(length: number): string {
  let seed = 1
  return Array.from({ length }, () => String.fromCharCode(33 + ((seed = (seed * 16807) % 2147483647) % 90))).join("")
}
