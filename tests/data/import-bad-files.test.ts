import { beforeAll, describe, expect, test } from "vitest"
import { seed } from "@/lib/data/seed"
import type { TableFormat } from "@/lib/data/tables/format"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { flatten } from "@/lib/domain/import/cells"
import { Refusal } from "@/lib/domain/refusal"
import { event, importing, recordsOf } from "./import-lines"
import { malformed, malformedSeeds, randomFrom } from "./malformed"
import { team } from "./people"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)
const { dryRun } = importing(() => people.editor)

describe("files that are no tables", () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("id,titleEn\n", "utf16le")])
  const bads: [what: string, content: Buffer | string, format: TableFormat | null, reason: RegExp][] = [
    ["nothing", "", null, /empty/],
    ["a head alone", "id,titleEn\n", null, /no rows/],
    ["a PDF", "%PDF-1.7 …", "csv", /PDF/],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "xlsx", /no Excel workbook|old Excel/],
    ["a web page", "<!DOCTYPE html><table>", null, /web page/],
    ["UTF-16", utf16, "csv", /UTF-16/],
    ["Latin-1", Buffer.from("id,titleEn\na,Caf\xe9\n", "latin1"), "csv", /not UTF-8/],
    ["a workbook said to be CSV", Buffer.from("PK\u0003\u0004…", "latin1"), "csv", /Excel workbook/],
    ["CSV said to be a workbook", "id,titleEn\n", "xlsx", /no Excel workbook/],
    ["a damaged workbook", Buffer.from("PK\u0003\u0004…", "latin1"), "xlsx", /damaged/],
    ["an open quotation mark", 'id,titleEn\na,"open\n', "csv", /Line \d+: a quotation mark/],
    ["columns of nobody", "a,b\n1,2\n", "csv", /No column/],
    ["a hundred thousand columns", `${"id,".repeat(100_000)}id\n1\n`, "csv", /columns/],
    ["JSON that is none", "{", "json", /not JSON/],
    ["JSON without a list", "{}", "json", /neither a list/],
    ["JSON nested without end", "[".repeat(200_000), "json", /nested too deeply/],
    ["a broken line of JSON Lines", '{"id":"a"}\n{"id":', "jsonl", /Line 2/],
  ]
  test.each(bads)("%s is refused in words", async (_, content, format, reason) => {
    const refused = dryRun(content, { kind: "event", ...(format && { format }) })
    await expect(refused).rejects.toMatchObject({ code: "invalid", message: expect.stringMatching(reason) })
  })

  test("a workbook that unpacks to gigabytes is refused, whatever it says of itself", async () => {
    const { deflateRawSync } = await import("node:zlib")
    const bytes = await xlsxOf([flatten(event())], "events")
    const bomb = replaceSheet(bytes, deflateRawSync(Buffer.alloc(200 * 1024 * 1024, 32)))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    await expect(dryRun(bomb, { kind: "event" })).rejects.toMatchObject({ code: "too_large" })
  })

  test("a workbook that names its last possible cell is refused without filling memory", async () => {
    const { deflateRawSync } = await import("node:zlib")
    const far =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    const bytes = await xlsxOf([flatten(event())], "events")
    const before = process.memoryUsage().rss
    await expect(dryRun(replaceSheet(bytes, deflateRawSync(far)), { kind: "event" })).rejects.toMatchObject({
      code: expect.stringMatching(/too_large|invalid/),
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(900 * 1024 * 1024)
  }, 90_000)
})

test("five hundred malformed files: each refused in words or judged row by row, none a failure of ours", async () => {
  const random = randomFrom(7)
  const seeds = malformedSeeds(await xlsxOf((await recordsOf("indicator")).map(flatten), "indicators"))
  const ends = { judged: 0, refused: 0 }
  for (let at = 0; at < 500; at++) {
    const { bytes, kind, format } = malformed(seeds, at, random)
    try {
      await dryRun(bytes, { kind, ...(format && { format }) })
      ends.judged++
    } catch (error) {
      if (!(error instanceof Refusal)) throw new Error(`file ${at}`, { cause: error })
      expect(error.message).not.toBe("")
      ends.refused++
    }
  }
  expect(ends.judged).toBeGreaterThan(20)
  expect(ends.refused).toBeGreaterThan(100)
}, 180_000)

/** The same workbook with another sheet in it, already compressed; its headers tell the truth or not. */
function replaceSheet(zip: Buffer, data: Buffer): Buffer {
  const name = Buffer.from("xl/worksheets/sheet1.xml")
  const at = zip.lastIndexOf(name) - 46
  const start = zip.readUInt32LE(at + 42)
  const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
  const to = from + zip.readUInt32LE(at + 20)
  const grown = Buffer.concat([zip.subarray(0, from), data, zip.subarray(to)])
  const shift = data.length - (to - from)
  const end = grown.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"))
  grown.writeUInt32LE(grown.readUInt32LE(end + 16) + shift, end + 16)
  for (let entry = grown.readUInt32LE(end + 16); entry < end;) {
    const place = grown.readUInt32LE(entry + 42)
    if (place > start) grown.writeUInt32LE(place + shift, entry + 42)
    if (place === start) {
      grown.writeUInt16LE(8, entry + 10)
      grown.writeUInt32LE(data.length, entry + 20)
    }
    entry += 46 + grown.readUInt16LE(entry + 28) + grown.readUInt16LE(entry + 30) + grown.readUInt16LE(entry + 32)
  }
  return grown
}
