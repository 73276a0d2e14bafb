import { createHash, randomBytes } from "node:crypto"
import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { beforeAll, describe, expect, test } from "vitest"
import { assertCopies, copyContent, findCopy, storeCopy, warningsOf } from "@/lib/data/copies"
import { db } from "@/lib/data/db"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { read } from "@/lib/data/write"
import { ANONYMOUS } from "@/lib/domain/policy"
import type { DraftOperation } from "@/lib/domain/proposal"
import { catalogOf, correction, document, encrypted, everythingIn, newSource, photo, recordOf } from "./files"
import { team } from "./people"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
})

const SECRET = "QxWhistleblower"
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
const store = (bytes: Uint8Array | string, name = "a file") =>
  storeCopy(people.editor, name, typeof bytes === "string" ? Buffer.from(bytes) : bytes)
const contentOf = async (sha256: string) => (await copyContent(people.editor, sha256)).content
const refusal = (bytes: Uint8Array | string) =>
  store(bytes).then(
    () => "kept",
    (error) => error.detail?.reason ?? String(error),
  )

describe("what is kept is clean", () => {
  test("a PDF: no maker, no XMP, no script, no attachment, no older state, its photographs without a camera", async () => {
    const original = await document(SECRET)
    expect(everythingIn(original).split(SECRET).length).toBeGreaterThan(12)
    const kept = await store(original)
    expect(kept).toMatchObject({ mediaType: "application/pdf", existed: false, unread: true })
    expect([...kept.removed].sort()).toEqual(["attachments", "metadata", "scripts"])
    const content = await contentOf(kept.sha256)
    expect(everythingIn(content)).not.toContain(SECRET)
    const { pages, keys, names, info } = await catalogOf(content)
    expect(pages).toBe(1)
    expect(info).toBeUndefined()
    expect(names).toEqual([])
    for (const gone of ["Metadata", "OpenAction", "AF", "AA"]) expect(keys).not.toContain(gone)
    // The page itself still says what it said, and its picture is still a picture.
    expect(everythingIn(content)).toContain("Minutes of the committee")
    expect(everythingIn(content)).toContain("/DCTDecode")
  })

  test.each(["jpeg", "png"] as const)("a %s: no place, no maker, no program", async (format) => {
    const original = await photo(SECRET, format)
    const before = await sharp(original).metadata()
    expect(before.exif).toBeDefined()
    expect(before.xmp).toBeDefined()
    const kept = await store(original)
    expect(kept).toMatchObject({ mediaType: `image/${format}`, removed: ["metadata"], unread: true })
    const content = await contentOf(kept.sha256)
    const { exif, xmp, iptc, icc, comments, width, height } = await sharp(content).metadata()
    expect({ exif, xmp, iptc, icc, comments: comments ?? undefined }).toEqual({})
    expect({ width, height }).toEqual({ width: 48, height: 32 })
    expect(everythingIn(content)).not.toContain(SECRET)
  })

  test("a photograph is turned as its camera meant before the camera is forgotten", async () => {
    const lying = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#fff" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { width, height } = await sharp(await contentOf((await store(lying)).sha256)).metadata()
    expect({ width, height }).toEqual({ width: 20, height: 40 })
  })

  test("an HTML page becomes its words and the addresses of its links", async () => {
    const kept = await store(`<!doctype html><html><head><title>t</title><script>steal("${SECRET}")</script>
      <style>.x{background:url(//evil.example)}</style></head><body><h1>The committee met</h1>
      <p onclick="run()">On 3 March, see <a href="https://example.org/minutes">the minutes</a>.</p>
      <img src="https://evil.example/pixel.png" alt="x"><p>قومی ایکشن پلان</p></body></html>`)
    expect(kept).toMatchObject({ mediaType: "text/plain", unread: false })
    const text = Buffer.from(await contentOf(kept.sha256)).toString("utf8")
    expect(text).toContain("The committee met")
    expect(text).toContain("https://example.org/minutes")
    expect(text).toContain("قومی ایکشن پلان")
    for (const gone of [SECRET, "<", "evil.example", "onclick"]) expect(text).not.toContain(gone)
  })

  test("text is kept as UTF-8, also where it came in another spelling", async () => {
    const sixteen = await store(Buffer.from("\ufeffقومی ایکشن پلان", "utf16le"))
    expect(Buffer.from(await contentOf(sixteen.sha256)).toString("utf8")).toBe("قومی ایکشن پلان\n")
    const windows = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1256"></head><body>caf'),
      Buffer.from([0xc7, 0xe1]),
      Buffer.from("</body></html>"),
    ])
    expect(Buffer.from(await contentOf((await store(windows)).sha256)).toString("utf8")).toBe("cafال\n")
  })

  test("the hash told is that of the bytes served, and stays the same for the same file", async () => {
    for (const bytes of [await document("x"), await photo("y"), Buffer.from("Plain words of a report.")]) {
      const kept = await store(bytes)
      const content = await contentOf(kept.sha256)
      expect(hash(content)).toBe(kept.sha256)
      expect(content.length).toBe(kept.size)
      expect(await store(bytes, "another name")).toMatchObject({ sha256: kept.sha256, existed: true })
      // Somebody uploads what they have downloaded.
      expect(await store(content)).toMatchObject({ sha256: kept.sha256, existed: true })
    }
  })

  test("a copy that somebody altered in the database is not handed out", async () => {
    const { sha256 } = await store("What was said on the day.")
    await db().copy.update({ where: { sha256 }, data: { content: Buffer.from("What was not said.") } })
    await expect(copyContent(people.editor, sha256)).rejects.toThrow(/not what its hash says/)
  })
})

test("too many at once are told to come again; the others get their bytes, and so does whoever comes later", async () => {
  const { sha256 } = await store("Words that many want to read.")
  const asked = await Promise.allSettled(Array.from({ length: 300 }, () => contentOf(sha256)))
  const refused = asked.filter((it) => it.status === "rejected")
  expect(refused.length).toBeGreaterThan(0)
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "unavailable" })
  const given = asked.flatMap((it) => (it.status === "fulfilled" ? [hash(it.value)] : []))
  expect(given.length).toBeGreaterThanOrEqual(44)
  expect(new Set(given)).toEqual(new Set([sha256]))
  expect(hash(await contentOf(sha256))).toBe(sha256)
})

describe("what is refused", () => {
  const png = () => photo("z", "png")
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const cases: [string, string, () => Uint8Array | string | Promise<Uint8Array>][] = [
    ["an empty file", "empty", () => ""],
    ["blank text", "empty", () => " \n\t "],
    ["a page without words", "empty", () => "<html><body><script>1</script></body></html>"],
    ["an SVG", "unknown", () => svg],
    ["an SVG behind a declaration", "unknown", () => `<?xml version="1.0"?><!-- x -->\n${svg}`],
    ["an SVG under a name", "unknown", () => '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
    ["other XML", "unknown", () => '<?xml version="1.0"?><rss><channel/></rss>'],
    ["a zip archive", "unknown", () => Buffer.from("504b0304140000000800", "hex")],
    ["a program for Windows", "unknown", () => Buffer.from("4d5a90000300000004000000ffff0000", "hex")],
    ["a program for Linux", "unknown", () => Buffer.from("7f454c4602010100", "hex")],
    ["a GIF", "unknown", () => Buffer.from("474946383961010001000000", "hex")],
    ["RTF", "unknown", () => "{\\rtf1 {\\info{\\author A}} Hello}"],
    ["a saved mail", "unknown", () => "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x"],
    ["random bytes", "unknown", () => Buffer.concat([Buffer.from([0x80]), randomBytes(500)])],
    ["what only begins as a PDF", "damaged", () => "%PDF-1.7\nnothing more <script>alert(1)</script>"],
    ["a PDF cut in half", "damaged", async () => (await document("x")).slice(0, 700)],
    ["a PDF behind other bytes", "unknown", async () => Buffer.concat([Buffer.from([1, 2, 3]), await document("x")])],
    ["an encrypted PDF", "encrypted", encrypted],
    ["what only begins as a PNG", "damaged", () => Buffer.from("89504e470d0a1a0a00000000", "hex")],
    ["a PNG with a page behind it", "trailing", async () => Buffer.concat([await png(), Buffer.from("<html>")])],
    [
      "a PNG with an archive behind it",
      "trailing",
      async () => Buffer.concat([await png(), Buffer.from("PK\u0003\u0004")]),
    ],
    [
      "a JPEG with a page behind it",
      "trailing",
      async () => Buffer.concat([await photo("x"), Buffer.from("<script>")]),
    ],
    ["a PNG with a spoilt middle", "damaged", async () => spoilt(await png())],
    ["a PNG of a billion pixels", "pixels", () => bomb(40_000, 40_000)],
    ["a PDF that unpacks without end", "damaged", pdfBomb],
  ]
  test.each(cases)("%s: %s", async (_, fault, make) => {
    const count = await db().copy.count()
    expect(await refusal(await make())).toBe(fault)
    expect(await db().copy.count()).toBe(count)
  })

  test("a picture with harmless padding, or the small picture that cameras append, is kept without it", async () => {
    const small = await sharp({ create: { width: 4, height: 4, channels: 3, background: "#000" } })
      .jpeg()
      .toBuffer()
    const kept = await store(Buffer.concat([await photo("tail"), small, Buffer.alloc(64)]))
    expect((await sharp(await contentOf(kept.sha256)).metadata()).width).toBe(48)
  })

  test.each([
    ["tags within each other", "damaged", "<div>".repeat(200_000)],
    ["tags without end", "large", "<html>" + "<b>x</b>".repeat(1_000_000)],
  ])("pages made to hold the server up: %s", async (_, fault, html) => {
    const started = performance.now()
    expect(await refusal(html)).toBe(fault)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test("an analyst keeps nothing and is told nothing", async () => {
    const { sha256 } = await store("Only for the team.")
    await expect(storeCopy(people.analyst, "x", Buffer.from("words"))).rejects.toMatchObject({ code: "forbidden" })
    await expect(findCopy(people.analyst, sha256)).rejects.toMatchObject({ code: "forbidden" })
    for (const actor of [people.analyst, ANONYMOUS])
      await expect(copyContent(actor, sha256)).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("a copy becomes public with its source, not before", () => {
  test("drafted, submitted: nothing for readers; published: the very bytes; corrected away: nothing again", async () => {
    const kept = await store("The text of the decision, as published.")
    const missing = () => expect(copyContent(ANONYMOUS, kept.sha256)).rejects.toMatchObject({ code: "not_found" })
    const source = newSource({ copy: recordOf(kept) })
    const draft = await createProposal(people.editor, correction(source))
    await missing()
    const sent = await submitProposal(people.editor, draft.id, draft.version)
    await missing()
    await publishProposal(people.reviewer, sent.id, sent.version)
    const shown = await copyContent(ANONYMOUS, kept.sha256)
    expect(shown.source).toBe(source.record.id)
    expect(hash(shown.content)).toBe(kept.sha256)

    const record = { ...source.record, copy: null }
    const next = await createProposal(people.editor, correction({ act: "change", kind: "source", record }))
    const again = await submitProposal(people.editor, next.id, next.version)
    await publishProposal(people.reviewer, again.id, again.version)
    await missing()
  })

  test("a source cannot name a copy that is not kept, or is of another size or type", async () => {
    const kept = recordOf(await store("Something to be named."))
    const wrong = [
      { ...kept, sha256: "0".repeat(64) },
      { ...kept, size: kept.size + 1 },
      { ...kept, mediaType: "application/pdf" as const },
    ]
    for (const copy of wrong) {
      const refused = createProposal(people.editor, correction(newSource({ copy })))
      await expect(refused).rejects.toMatchObject({
        code: "invalid",
        fields: { "operations.0.record.copy": [expect.stringMatching(/archived copy/)] },
      })
    }
    await expect(read((tx) => assertCopies(tx, [newSource({ copy: kept })]))).resolves.toBeUndefined()
  })

  test("a copy that is gone by the time of publishing stops the publication", async () => {
    const kept = recordOf(await store("Gone before it was published."))
    const draft = await createProposal(people.editor, correction(newSource({ copy: kept })))
    const sent = await submitProposal(people.editor, draft.id, draft.version)
    await db().copy.delete({ where: { sha256: kept.sha256 } })
    await expect(publishProposal(people.reviewer, sent.id, sent.version)).rejects.toMatchObject({ code: "invalid" })
  })
})

test("warnings name texts, reasons and what copies say, and the copies nothing can read", async () => {
  const text = await store("Call Major Khan on 0300-1234567.")
  const scan = await store(await photo("w", "png", "#bf720c"), "scan of a letter.png")
  const operations: DraftOperation[] = [
    newSource({ copy: recordOf(text) }),
    newSource({ copy: recordOf(scan), notes: "From a.khan@example.org" }),
  ]
  const found = await warningsOf(people.editor, { operations, reasonEn: "By 35202-1234567-1", reasonUr: null })
  expect(found.map(({ step, field, kind }) => [step, field, kind])).toEqual([
    [null, "reasonEn", "identity-card"],
    [1, "notes", "email"],
    [0, "copy", "phone"],
    [1, "copy", "unread"],
  ])
  expect(found[3]!.excerpt).toBe("scan of a letter.png")
  await expect(warningsOf(people.analyst, { operations: [] })).rejects.toMatchObject({ code: "forbidden" })
})

test("who kept what is in the audit, and not what it is called", async () => {
  const { sha256 } = await store("Audited words.", `${SECRET}.txt`)
  const entry = await db().auditEntry.findFirstOrThrow({ where: { subject: `copy:${sha256}` } })
  expect(entry).toMatchObject({ actorId: people.editor.id, action: "copy.store" })
  expect(JSON.stringify(entry.detail)).not.toContain(SECRET)
})

test("one file uploaded fifty times at once is kept once", async () => {
  const bytes = Buffer.from(`At once ${randomBytes(8).toString("hex")}`)
  const answers = await Promise.all(Array.from({ length: 50 }, () => store(bytes)))
  expect(new Set(answers.map(({ sha256 }) => sha256)).size).toBe(1)
  expect(await db().copy.count({ where: { sha256: answers[0]!.sha256 } })).toBe(1)
})

/** A byte of the packed pixels turned over, with nothing else changed. */
function spoilt(png: Buffer): Buffer {
  const copy = Buffer.from(png)
  const at = copy.indexOf("IDAT") + 6
  copy[at] = copy[at]! ^ 0xff
  return copy
}

/** A PNG whose head promises far more pixels than its few bytes hold. */
function bomb(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([head, body, sum])
  }
  const ihdr = Buffer.alloc(13)
  ihdr.writeUInt32BE(width, 0)
  ihdr.writeUInt32BE(height, 4)
  ihdr.set([1, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(1_000_000)
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", ihdr),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}

/** A few kilobytes that promise a table of objects of a hundred million. The name of its kind is disguised. */
function pdfBomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(100_000_000, 32), { level: 9 })
  const head = `<< /Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>`
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"),
    Buffer.from("2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"),
    Buffer.from("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n"),
    Buffer.from(`4 0 obj\n${head}\nstream\n`),
    packed,
    Buffer.from("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"),
  ])
}
