import { createHash } from "node:crypto"
import { request, type IncomingHttpHeaders } from "node:http"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, test, vi } from "vitest"
import { messages } from "@/lib/i18n/messages"

const site = process.env.NAP_TEST_URL ?? "http://127.0.0.1:3000"

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** A request as it goes over the wire: fetch would decompress, follow and add headers of its own. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  pieces: Buffer[] = [],
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${site}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () => {
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
    sent.on("error", reject)
    for (const piece of pieces) sent.write(piece)
    sent.end()
  })
}

const READER_PAGES = ["/en", "/ur", "/en/points", "/en/method"]

test.each(READER_PAGES)("%s is the same in every encoding, each with a tag of its own", async (path) => {
  const plain = await ask(path)
  const gzip = await ask(path, { "accept-encoding": "gzip" })
  const br = await ask(path, { "accept-encoding": "gzip, br" })
  expect([plain, gzip, br].map((answer) => answer.headers["content-encoding"])).toEqual([undefined, "gzip", "br"])
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
  expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true)
  const tags = [plain, gzip, br].map((answer) => answer.headers.etag)
  expect(new Set(tags).size).toBe(3)
  for (const tag of tags) expect(tag).toMatch(/^"\d+-/)
  expect(br.headers.vary).toContain("Accept-Encoding")
  expect(br.headers["cache-control"]).toBe("no-cache")
  expect(br.headers["set-cookie"]).toBeUndefined()
})

test("a reader who has the page is told so, without a body", async () => {
  const { headers } = await ask("/en", { "accept-encoding": "br" })
  const again = await ask("/en", { "accept-encoding": "br", "if-none-match": `"other", ${headers.etag}` })
  expect(again).toMatchObject({ status: 304, headers: { etag: headers.etag } })
  expect(again.body).toHaveLength(0)
  expect((await ask("/en", { "accept-encoding": "gzip", "if-none-match": headers.etag! })).status).toBe(200)
})

test("HEAD says what GET would", async () => {
  // Gzip: what is asked for often is packed anew in brotli at any moment.
  const [head, get] = [
    await ask("/en", { "accept-encoding": "gzip" }, "HEAD"),
    await ask("/en", { "accept-encoding": "gzip" }),
  ]
  expect(head.body).toHaveLength(0)
  for (const name of ["etag", "content-length", "content-type"]) expect(head.headers[name]).toBe(get.headers[name])
})

test("the order of a question's parts does not make another page", async () => {
  const [one, other] = [await ask("/en?lane=claim&track=kinetic"), await ask("/en?track=kinetic&lane=claim")]
  expect(one.headers.etag).toBe(other.headers.etag)
})

test("who brings a session or a token gets a page of their own, kept nowhere", async () => {
  for (const headers of [
    { cookie: "nap=1" },
    { cookie: "any=1; __Host-nap=1" },
    { authorization: "Bearer nobody" },
  ] as Record<string, string>[]) {
    const answer = await ask("/en", headers)
    expect(answer.headers.etag).toBeUndefined()
    expect(answer.headers["cache-control"]).toContain("no-store")
  }
})

test("a cookie that is not ours changes nothing: the page is the one kept for everybody", async () => {
  const [own, theirs] = [await ask("/en"), await ask("/en", { cookie: "_ga=GA1.1; snap=1; napkin=2" })]
  expect(theirs.headers.etag).toBe(own.headers.etag)
})

test.each([
  "/en/points/2014/99",
  "/ur/points/2021/15",
  "/en/cite/r1-000000000000x",
  "/ur/changes/record/source/nothing",
])("%s, which is not there, says so in words, also without JavaScript", async (path) => {
  const { status, headers, body } = await ask(path)
  expect([status, headers["cache-control"]]).toEqual([404, "no-store"])
  const shown = body.toString().replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
  expect(shown).toContain(messages(path.startsWith("/ur") ? "ur" : "en").site.notFound.title)
})

test.each(["en", "ur"])("the overview in %s, asked for often, weighs at most 40 kB", async (language) => {
  const weight = async () => (await ask(`/${language}?known=1`, { "accept-encoding": "br" })).body.length
  await vi.waitFor(async () => expect(await weight()).toBeLessThanOrEqual(40_000), { timeout: 20_000, interval: 200 })
})

test.each([...READER_PAGES, "/en/sign-in", "/en/no-such-page", "/en/s/no-such-link", "/no-such-page"])(
  "%s: the policy allows exactly its inline scripts",
  async (path) => {
    const { headers, body } = await ask(path)
    expect(headers["content-type"]).toContain("text/html")
    const policy = headers["content-security-policy"] as string
    const [, scripts] = /script-src ([^;]*)/.exec(policy)!
    const inline = [...body.toString().matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, text]) => text!,
    )
    const hashes = inline
      .filter(Boolean)
      .map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`)
    expect(scripts!.split(" ").sort()).toEqual(["'self'", ...new Set(hashes)].sort())
    expect(policy.match(/default-src/g)).toHaveLength(1)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain("unsafe-eval")
  },
)

test.each(["/en", "/en/sign-in", "/api/v1/openapi.json", "/api/health/live", "/no-such-page", "/"])(
  "%s carries the fixed headers and an id",
  async (path) => {
    const { headers } = await ask(path, { "x-request-id": "chosen-by-a-client" })
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(headers["content-security-policy"]).toBeDefined()
    expect(headers["referrer-policy"]).toBeDefined()
    expect(headers["x-powered-by"]).toBeUndefined()
    expect(headers["strict-transport-security"]).toBeUndefined()
  },
)

test("the start page leads to the reader's language and keeps the question", async () => {
  const urdu = await ask("/?plan=nap-2014", { "accept-language": "ur-PK,en;q=0.5" })
  expect(urdu).toMatchObject({ status: 307, headers: { location: "/ur?plan=nap-2014", vary: "Accept-Language" } })
  expect((await ask("/")).headers.location).toBe("/en")
})

test("a link leads to the reader's language and is kept nowhere", async () => {
  const { status, headers } = await ask("/s/abc", { "accept-language": "ur" })
  expect(status).toBe(307)
  expect(headers.location).toBe("/ur/s/abc")
  for (const answer of [headers, (await ask("/ur/s/abc")).headers]) {
    expect(answer["cache-control"]).toContain("no-store")
    expect(answer["referrer-policy"]).toBe("no-referrer")
    expect(answer["x-robots-tag"]).toContain("noindex")
  }
})

test("health: alive, and ready with the newest revision", async () => {
  const live = await ask("/api/health/live")
  expect([live.status, JSON.parse(live.body.toString())]).toEqual([200, { status: "live" }])
  const ready = await ask("/api/health/ready")
  const answer = JSON.parse(ready.body.toString()) as { revision: number }
  expect([ready.status, answer]).toEqual([200, { status: "ready", revision: expect.any(Number) }])
  expect(answer.revision).toBeGreaterThanOrEqual(1)
})

test.each([
  ["announced", { "content-length": String(70_000) }],
  ["in pieces", { "transfer-encoding": "chunked" }],
])("a body over 64 KiB is refused, %s", async (_, headers: Record<string, string>) => {
  const pieces = [Buffer.alloc(35_000, " "), Buffer.alloc(35_000, " ")]
  const all = { ...headers, "content-type": "application/json", origin: site }
  const answer = await ask("/api/auth/sign-in/email", all, "POST", pieces)
  expect(answer.status).toBe(413)
  expect(answer.headers["content-type"]).toContain("application/problem+json")
  expect(JSON.parse(answer.body.toString())).toMatchObject({
    status: 413,
    code: "too_large",
    title: expect.any(String),
    type: expect.any(String),
    requestId: answer.headers["x-request-id"],
  })
})

test("files of the build are compressed and may be kept for ever", async () => {
  const page = (await ask("/en")).body.toString()
  const path = /src="(\/_next\/static\/[^"]+\.js)"/.exec(page)![1]!
  const file = await ask(path, { "accept-encoding": "br" })
  expect(file.headers["content-encoding"]).toBe("br")
  expect(file.headers["cache-control"]).toContain("immutable")
  expect(brotliDecompressSync(file.body).equals((await ask(path)).body)).toBe(true)
  const missing = await ask("/_next/static/no-such-file.js")
  expect([missing.status, missing.headers["cache-control"]]).toEqual([404, "no-store"])
})

const ICON_PAGES = ["/en", "/ur/points/2014/5", "/en/sign-in", "/ur/embed/overview", "/en/no-such-page", "/en/s/wrong"]
test.each(ICON_PAGES)("%s names an icon, and it is there", async (path) => {
  const page = (await ask(path)).body.toString()
  const named = [...page.matchAll(/<link rel="icon" href="([^"]+)"/g)].map((match) => match[1]!)
  expect(named.length).toBeGreaterThan(0)
  for (const icon of named) {
    const { status, headers } = await ask(icon)
    expect([status, headers["content-type"]]).toEqual([200, "image/svg+xml"])
  }
})

test("who asks for the icon without having read a page gets it too", async () => {
  const { status, headers, body } = await ask("/favicon.ico")
  expect([status, headers["content-type"]]).toEqual([200, "image/x-icon"])
  expect(body.readUInt32BE(0)).toBe(0x0000_0100)
})
