import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { readSheet } from "read-excel-file/node"
import { afterEach, describe, expect, test, vi } from "vitest"
import { csvOf } from "@/lib/data/tables/csv"
import type { TableFormat } from "@/lib/data/tables/format"
import { csvParts, streamed } from "@/lib/data/tables/parts"
import { batchesOf, recognise } from "@/lib/data/tables/read"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { canonical } from "@/lib/domain/canonical"
import { type Flat, flatten, guarded, unguarded } from "@/lib/domain/import/cells"
import { COLUMNS, kindOf, LIST_NAMES } from "@/lib/domain/import/columns"
import { type Kind, KIND_NAMES, KINDS, type RecordOf } from "@/lib/domain/records"
import { csvAnswer } from "@/lib/web/api/csv"
import { anyRecord } from "./any-record"
import { rows } from "./sample"

const fileOf = (bytes: Uint8Array, name: string | null = null) => ({ name, size: bytes.length, open: () => [bytes] })

/** The records of a file, read as an import reads them. */
async function recordsIn(kind: Kind, format: TableFormat, bytes: Uint8Array): Promise<unknown[]> {
  const table = await recognise(fileOf(bytes), { format, kind })
  const found: unknown[] = []
  for await (const batch of batchesOf(table, 1e6)) {
    for (const { values, faults } of batch) {
      expect(faults).toEqual([])
      const read = KINDS[kind].safeParse(values)
      found.push(read.success ? read.data : read.error)
    }
  }
  return found
}

/** The cells of a workbook as they stand there; read by the library itself. */
const sheet = (bytes: Buffer) => readSheet(bytes, { trim: false })

const WRITERS: Record<TableFormat, (kind: Kind, records: object[]) => Promise<Buffer> | Buffer> = {
  csv: (kind, records) => Buffer.from(csvOf(records.map(flatten), Object.keys(KINDS[kind].shape))),
  xlsx: (kind, records) => xlsxOf(records.map(flatten), LIST_NAMES[kind], Object.keys(KINDS[kind].shape)),
  json: (_, records) => Buffer.from(JSON.stringify(records)),
  jsonl: (_, records) => Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join("")),
}
const sorted = (records: readonly unknown[]) => records.map(canonical)

describe.each(KIND_NAMES)("any %s", (kind) => {
  test.each(["csv", "jsonl"] as const)("is the same after a %s file", async (format) => {
    const records = fc.array(anyRecord(kind), { minLength: 1, maxLength: 4 }) as fc.Arbitrary<object[]>
    await fc.assert(
      fc.asyncProperty(records, async (given) => {
        const read = await recordsIn(kind, format, await WRITERS[format](kind, given))
        expect(sorted(read)).toEqual(sorted(given))
      }),
      { numRuns: 60 },
    )
  })

  test("is the same after an Excel workbook", async () => {
    const given = fc.sample(anyRecord(kind) as fc.Arbitrary<object>, 60)
    expect(sorted(await recordsIn(kind, "xlsx", await WRITERS.xlsx(kind, given)))).toEqual(sorted(given))
  })
})

describe("the whole dataset", () => {
  const kinds = KIND_NAMES.filter((kind) => kind !== "check")
  test.each(kinds.flatMap((kind) => (["csv", "json", "xlsx"] as const).map((format) => [kind, format] as const)))(
    "%s is the same after a %s file",
    async (kind, format) => {
      const given = rows(kind).map((record) => KINDS[kind].parse(record) as RecordOf<Kind>)
      expect(given.length).toBeGreaterThan(1)
      expect(sorted(await recordsIn(kind, format, await WRITERS[format](kind, given)))).toEqual(sorted(given))
    },
  )
})

test("a guarded text starts no formula and comes back exactly, whatever it is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^['=+@-]{0,4}/)), (text) => {
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n]/)
      expect(unguarded(guarded(text))).toBe(text)
    }),
  )
  expect([null, "", "'"].map((it) => (it === null ? null : guarded(it)))).toEqual([null, "'", "''"])
  // Nobody guarded this one: the apostrophe is its own.
  expect(unguarded("'twas")).toBe("'twas")
})

test("numbers and days stand in a workbook as such, in a CSV file bare", async () => {
  const line = { id: "x", date: "2014-12-16", killed: 149, onChart: true, note: "-5" }
  expect(csvOf([line]).split("\r\n")[1]).toBe("x,2014-12-16,149,true,'-5")
  const day = new Date("2014-12-16T00:00:00Z")
  expect((await sheet(await xlsxOf([line], "x")))[1]).toEqual(["x", day, 149, true, "'-5"])
  // Spreadsheets count no day before 1900, and not every text of that shape is one.
  const odd = { old: "1899-12-31", no: "2015-02-29", month: "2015-02" }
  expect((await sheet(await xlsxOf([odd], "x")))[1]).toEqual(Object.values(odd))
})

test("a sheet in Urdu runs from right to left under its own heads, and holds no formula", async () => {
  const lines = [{ id: "=1+1", date: "2014-12-16" }]
  const labels: Record<string, string> = { id: "شناخت", date: "تاریخ" }
  const urdu = await xlsxOf(lines, "x", undefined, { rightToLeft: true, labelOf: (column) => labels[column]! })
  expect((await sheet(urdu))[0]).toEqual(["شناخت", "تاریخ"])
  const xml = (bytes: Buffer) => strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!)
  expect(xml(urdu)).toContain('rightToLeft="1"')
  expect(xml(await xlsxOf(lines, "x"))).not.toContain("rightToLeft")
  expect(xml(urdu)).not.toMatch(/<f[ >]/)
})

test("a column is as wide as what stands in it, and a second sheet tells of the first without being read back", async () => {
  const about = {
    name: "About",
    lines: [
      ["Revision", 5],
      ["As of", "2020-12-31"],
    ] as const,
  }
  const lines = [{ id: "x", date: "2014-12-16", index: 29.629629629629626, titleEn: "word ".repeat(100) }]
  const bytes = await xlsxOf(lines, "events", undefined, { about })
  const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!)
  const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
  expect(widths).toHaveLength(4)
  expect(widths[0]).toBeLessThan(widths[1]!)
  // "2014-12-16" needs ten letters and the edges.
  expect(widths[1]).toBeGreaterThanOrEqual(12)
  expect(widths[2]).toBeLessThan(20)
  expect(widths[3]).toBeLessThan(80)
  expect(await readSheet(bytes, 2)).toEqual([
    ["Revision", 5],
    ["As of", new Date("2020-12-31T00:00:00Z")],
  ])
  expect((await sheet(bytes)).length).toBe(2)
})

test("a text longer than a cell of Excel goes on in the next column", async () => {
  const long = `${"😀ا".repeat(20_000)}end`
  const bytes = await xlsxOf([{ id: "a", titleEn: long }], "events")
  const table = await recognise(fileOf(bytes), { format: "xlsx", kind: "event" })
  for await (const [row] of batchesOf(table, 10)) expect(row).toMatchObject({ values: { id: "a", titleEn: long } })
})

test("the kind of a file is told from its columns, else from its name, else not at all", () => {
  for (const kind of KIND_NAMES) {
    const columns = COLUMNS[kind].map(({ name }) => name)
    expect(kindOf(columns, null)).toBe(kind)
    expect(kindOf(["id"], `nap-${LIST_NAMES[kind]} (2).csv`)).toBe(kind)
  }
  expect(kindOf(["id", "titleEn"], "some file.csv")).toBeNull()
})

test("every character comes back from a workbook", async () => {
  const planes = Array.from({ length: 17 }, (_, plane) => (plane << 16) | 0xfffe)
  const ranges = [
    [1, 0x2fff],
    [0xd7f0, 0xd7ff],
    [0xe000, 0xe010],
    [0xf900, 0xffff],
    ...planes.map((at) => [at - 2, at + 1]),
  ]
  const given = ranges.flatMap(([from, to]) =>
    Array.from({ length: to! - from! + 1 }, (_, at) => `a${String.fromCodePoint(from! + at)}b`),
  )
  const read = await sheet(
    await xlsxOf(
      given.map((text) => ({ text })),
      "x",
    ),
  )
  expect(read.slice(1).filter(([text], at) => text !== given[at])).toEqual([])
})

test("a long table is sent as it is made: the same file, and no more of it in memory than is read", async () => {
  const LINES = 20_000
  let made = 0
  const line = (at: number) => ({ id: `row-${at}`, titleEn: `=${at}`, titleUr: "اردو" })
  const lines = function* () {
    for (let at = 0; at < LINES; at++, made++) yield line(at)
  }
  const first = streamed(csvParts(lines(), ["id", "titleEn", "titleUr"])).getReader()
  const head = new TextDecoder("utf-8", { ignoreBOM: true }).decode((await first.read()).value)
  expect(head).toBe("\uFEFFid,titleEn,titleUr\r\n")
  await first.read()
  expect(made).toBeLessThan(LINES / 5)
  // Whoever goes away has no more made.
  await first.cancel()
  expect(made).toBeLessThan(LINES / 5)

  const whole = csvOf(Array.from({ length: LINES }, (_, at) => line(at)))
  const sent = await new Response(streamed(csvParts(lines(), ["id", "titleEn", "titleUr"]))).arrayBuffer()
  expect(Buffer.from(sent).equals(Buffer.from(whole))).toBe(true)
})

test("an answer's table is asked for line by line, and has the heads of all its lines", async () => {
  let made = 0
  const rows = function* (): Generator<Flat> {
    for (let at = 0; at < 5000; at++, made++) yield at === 4999 ? { id: "last", late: 1 } : { id: String(at) }
  }
  const endpoint = { path: "/api/v1/events" } as const
  const named = csvAnswer({ body: {}, rows, columns: () => ["id"] }, endpoint)
  expect(made).toBe(0)
  expect((await named.text()).split("\r\n")).toHaveLength(5002)
  const [head] = (await csvAnswer({ body: {}, rows }, endpoint).text()).split("\r\n")
  expect(head).toBe("id,late")
})

test("a sheet too wide for an upright page is printed across, on A4; a narrow one is not", async () => {
  const long = "a".repeat(50)
  const about = { name: "about", lines: [["address", "b".repeat(100)]] as const }
  const pagesOf = async (row: Record<string, string>) => {
    const files = unzipSync(await xlsxOf([row], "events", undefined, { about }))
    return ["sheet1", "sheet2"].map((each) => {
      const [setup] = /<pageSetup[^>]*>/.exec(strFromU8(files[`xl/worksheets/${each}.xml`]!)) ?? [""]
      return [setup.includes('orientation="landscape"'), setup.includes('paperSize="9"')]
    })
  }
  expect(await pagesOf({ id: "a", title: long })).toEqual([
    [false, false],
    [true, true],
  ])
  expect((await pagesOf({ id: "a", title: long, note: long }))[0]).toEqual([true, true])
})

test("a workbook tells nothing of when it was made", async () => {
  const made = async (time: string) => {
    vi.useFakeTimers({ now: new Date(time), toFake: ["Date"] })
    return xlsxOf([{ id: "a", day: "2026-02-28" }], "events", undefined, {
      about: { name: "about", lines: [["a", 1]] },
    })
  }
  const first = await made("2026-01-01T00:00:00Z")
  expect((await made("2027-03-04T05:06:07Z")).equals(first)).toBe(true)
  expect((await sheet(first))[1]).toEqual(["a", new Date("2026-02-28T00:00:00Z")])
})

afterEach(() => {
  vi.useRealTimers()
})
