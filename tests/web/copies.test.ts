import { createHash, randomBytes } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import type { KeptCopy } from "@/lib/domain/copy-type"
import { correction, document, newSource, photo, recordOf } from "@/tests/data/files"
import { assessment, COMMITMENT } from "@/tests/data/samples"
import { ask, signIn, site, someone, type Someone } from "./client"

let editor: Someone
let reviewer: Someone
let analyst: Someone
beforeAll(async () => {
  editor = await someone("editor")
  reviewer = await someone("reviewer")
  analyst = await someone("analyst")
})

const upload = (bytes: Uint8Array, as: { token?: string; cookie?: string } | null = editor, name = "file") =>
  ask(`/api/v1/copies?name=${encodeURIComponent(name)}`, { body: bytes, as })
const address = (sha256: string) => `/api/v1/copies/${sha256}`
const unique = () => randomBytes(8).toString("hex")

/** The bytes of an answer with its headers, which a text would spoil. */
async function download(sha256: string, headers: Record<string, string> = {}) {
  const response = await fetch(site + address(sha256), { headers })
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}

/** Publishes a source with this copy on a commitment of the dataset; the source's id. */
async function publish(copy: KeptCopy): Promise<string> {
  const source = newSource({ copy })
  const cited = assessment({
    commitment: COMMITMENT,
    evidence: [{ source: source.record.id, bearing: "supports", quote: null, note: null }],
  })
  const made = await ask("/api/v1/proposals", { as: editor, body: correction(source, cited) })
  expect(made.status, made.text).toBe(201)
  const { id, version } = made.json.proposal
  const sent = await ask(`/api/v1/proposals/${id}/submit`, { as: editor, body: { version } })
  const { version: seen } = sent.json.proposal
  const done = await ask(`/api/v1/proposals/${id}/publish`, { as: reviewer, body: { version: seen } })
  expect(done.status, done.text).toBe(200)
  return source.record.id
}

test("an upload answers with what was kept, its hash that of the bytes served", async () => {
  const { status, json } = await upload(await document(unique(), unique()), editor, "../../etc/minutes.pdf")
  expect(status).toBe(201)
  expect(json).toMatchObject({ mediaType: "application/pdf", name: "minutes.pdf", unread: true, existed: false })
  expect(json.removed.sort()).toEqual(["attachments", "metadata", "scripts"])
  const served = await download(json.sha256, { authorization: `Bearer ${editor.token}` })
  expect(served.bytes.length).toBe(json.size)
  expect(createHash("sha256").update(served.bytes).digest("hex")).toBe(json.sha256)
  expect((await upload(served.bytes)).json).toMatchObject({ existed: true, sha256: json.sha256 })
})

test.each([
  ["an SVG", "unknown", () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
  ["nothing", "empty", () => new Uint8Array()],
  ["a PDF that is none", "damaged", () => Buffer.from("%PDF-1.4 <script>")],
])("%s is refused with its reason", async (_, reason, make) => {
  const answer = await upload(make())
  expect(answer).toMatchObject({
    status: 400,
    json: { code: "invalid", reason, errors: { file: [expect.any(String)] } },
  })
})

test("more than 10 MiB is refused, said large or found large", async () => {
  const answer = await upload(Buffer.alloc(10 * 1024 * 1024 + 1, 97)).catch(() => ({ status: 413 }))
  expect(answer.status).toBe(413)
}, 60_000)

test("an upload from another site with our cookie is refused", async () => {
  const cookie = await signIn(editor)
  const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" }
  const answer = await ask("/api/v1/copies?name=x", { body: Buffer.from(`words ${unique()}`), as: cookie, headers })
  expect(answer).toMatchObject({ status: 403, json: { code: "forbidden" } })
  const form = { "content-type": "multipart/form-data; boundary=x" }
  expect((await ask("/api/v1/copies?name=x", { body: "--x--", as: cookie, headers: form })).status).toBe(403)
})

describe("a published copy", () => {
  let sha256: string
  let source: string
  beforeAll(async () => {
    const { json } = await upload(
      Buffer.from(`<html><body><p>The decision ${unique()}</p></body></html>`),
      editor,
      "x.html",
    )
    sha256 = json.sha256
    const missing = await ask(address("0".repeat(64)))
    for (const as of [null, analyst]) {
      const before = await ask(address(sha256), { as })
      expect(before.status).toBe(404)
      expect({ ...before.json, requestId: "" }).toEqual({ ...missing.json, requestId: "" })
    }
    source = await publish(recordOf(json))
  })

  test("is a file to keep that runs nowhere", async () => {
    const { status, headers, bytes } = await download(sha256)
    expect(status).toBe(200)
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256)
    expect(headers.get("content-type")).toBe("text/plain; charset=utf-8")
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${source}.txt"`)
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("set-cookie")).toBeNull()
  })

  test("is asked for again each time, and travels once", async () => {
    const { headers } = await download(sha256)
    expect(headers.get("cache-control")).toBe("no-cache")
    const again = await download(sha256, { "if-none-match": headers.get("etag")! })
    expect(again.status).toBe(304)
    expect(again.bytes.length).toBe(0)
  })

  test("whoever has it already costs no reading of it: not even what was altered in the database is noticed", async () => {
    const { content } = await db().copy.findUniqueOrThrow({ where: { sha256 } })
    await db().copy.update({ where: { sha256 }, data: { content: Buffer.from("What was not said.") } })
    const asked = [`"${sha256}"`, `W/"${sha256}"`, `"x", "${sha256}"`, "*", '"another"']
    const answers = []
    for (const tag of asked) answers.push((await download(sha256, { "if-none-match": tag })).status)
    await db().copy.update({ where: { sha256 }, data: { content } })
    expect(answers).toEqual([304, 304, 304, 304, 500])
    expect((await download("0".repeat(64), { "if-none-match": "*" })).status).toBe(404)
  })

  test("stands on the point's page in both languages, with its type, size and hash", async () => {
    for (const [language, words] of [
      ["en", "Archived copy: text"],
      ["ur", "محفوظ نقل: متن"],
    ]) {
      const { text } = await ask(`/${language}/points/2014/1`)
      expect(text).toContain(`href="${address(sha256)}"`)
      expect(text).toContain(words)
      expect(text).toContain(sha256.slice(0, 8))
    }
  })

  test("is named by the list of sources", async () => {
    const { json } = await ask("/api/v1/sources?limit=500")
    expect(json.items.find((it: { id: string }) => it.id === source)?.copy).toMatchObject({ sha256 })
  })
})

test("a page that is gone is said to be gone", async () => {
  const { json } = await upload(await photo(unique(), "png", "#864c04"))
  const source = newSource({ goneOn: "2026-03-03", copy: recordOf(json) })
  const cited = assessment({ evidence: [{ source: source.record.id, bearing: "context", quote: null, note: null }] })
  const made = await ask("/api/v1/proposals", { as: editor, body: correction(source, cited) })
  const sent = await ask(`/api/v1/proposals/${made.json.proposal.id}/submit`, { as: editor, body: {} })
  const { id, version } = sent.json.proposal
  expect((await ask(`/api/v1/proposals/${id}/publish`, { as: reviewer, body: { version } })).status).toBe(200)
  expect((await ask("/en/points/2014/1")).text).toContain("page gone since 3 Mar 2026")
  expect((await ask("/ur/points/2014/1")).text).toContain("صفحہ 3 مارچ 2026 سے غائب")
})

describe("warnings", () => {
  const personal = () => newSource({ notes: "Told by Ali, 0300-1234567." })
  test("come with a preview and with a proposal, the same", async () => {
    const body = { change: "correction", operations: [personal()] }
    const preview = await ask("/api/v1/proposals/preview", { as: editor, body })
    expect(preview.json.warnings).toEqual([
      { step: 0, field: "notes", kind: "phone", excerpt: "Told by Ali, 0300-1234567." },
    ])
    const made = await ask("/api/v1/proposals", { as: editor, body: correction(...(body.operations as [])) })
    expect(made.json.warnings).toEqual(preview.json.warnings)
    const shown = await ask(`/api/v1/proposals/${made.json.proposal.id}`, { as: editor })
    expect(shown.json.warnings).toEqual(preview.json.warnings)
  })
  test("name what a copy says, and a copy that nothing has read", async () => {
    const text = await upload(Buffer.from(`Write to clerk@example.org. ${unique()}`))
    expect(text.json.marks).toEqual([{ kind: "email", excerpt: expect.stringContaining("clerk@example.org") }])
    const pdf = await upload(await document(unique(), unique()), editor, "minutes.pdf")
    const operations = [newSource({ copy: recordOf(text.json) }), newSource({ copy: recordOf(pdf.json) })]
    const { json } = await ask("/api/v1/proposals/preview", { as: editor, body: { change: "correction", operations } })
    expect(json.warnings).toMatchObject([
      { step: 0, field: "copy", kind: "email" },
      { step: 1, field: "copy", kind: "unread", excerpt: "minutes.pdf" },
    ])
  })
})

describe("internal evidence", () => {
  test("is listed to the team and removed from the list", async () => {
    const body = { commitment: COMMITMENT, title: `Letter ${unique()}`, publisher: null, url: null, note: "Vacant." }
    const made = await ask("/api/v1/internal-evidence", { as: editor, body })
    expect(made.status).toBe(201)
    const list = async () =>
      (await ask(`/api/v1/internal-evidence?commitment=${COMMITMENT}`, { as: reviewer })).json.items as { id: string }[]
    expect((await list()).map(({ id }) => id)).toContain(made.json.id)
    const gone = await ask(`/api/v1/internal-evidence/${made.json.id}`, { as: reviewer, method: "DELETE" })
    expect(gone.status).toBe(204)
    expect((await list()).map(({ id }) => id)).not.toContain(made.json.id)
  })
  test.each([
    [{ title: "" }, "title"],
    [{ note: " " }, "note"],
    [{ url: "http://example.org" }, "url"],
    [{ url: "javascript:alert(1)" }, "url"],
    [{ commitment: "none" }, "commitment"],
    [{ copy: "0".repeat(64) }, "copy"],
    [{ extra: 1 }, "body"],
  ])("%o is refused", async (wrong, field) => {
    const body = { commitment: COMMITMENT, title: "Letter", note: "Vacant.", ...wrong }
    const answer = await ask("/api/v1/internal-evidence", { as: editor, body })
    expect(answer).toMatchObject({ status: 400, json: { errors: { [field]: [expect.any(String)] } } })
  })
  test("a list without a commitment is refused", async () => {
    expect((await ask("/api/v1/internal-evidence", { as: editor })).status).toBe(400)
  })
})
