import fc from "fast-check"
import { readSheet } from "read-excel-file/node"
import { describe, expect, test } from "vitest"
import { csvOf } from "@/lib/data/tables/csv"
import type { TableFormat } from "@/lib/data/tables/format"
import { batchesOf, recognise } from "@/lib/data/tables/read"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { canonical } from "@/lib/domain/canonical"
import { flatten, guarded, unguarded } from "@/lib/domain/import/cells"
import { COLUMNS, kindOf, LIST_NAMES } from "@/lib/domain/import/columns"
import { type Kind, KIND_NAMES, KINDS, type RecordOf } from "@/lib/domain/records"
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

test("numbers stand in a workbook as numbers, in a CSV file bare", async () => {
  const line = { id: "x", date: "2014-12-16", killed: 149, onChart: true, note: "-5" }
  expect(csvOf([line]).split("\r\n")[1]).toBe("x,2014-12-16,149,true,'-5")
  expect((await sheet(await xlsxOf([line], "x")))[1]).toEqual(["x", "2014-12-16", 149, true, "'-5"])
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
