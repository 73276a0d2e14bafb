import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { checkImport, type ImportCheck, proposeImport } from "@/lib/data/imports"
import { ledger } from "@/lib/data/ledger"
import { findProposal } from "@/lib/data/proposal-list"
import { submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { seed } from "@/lib/data/seed"
import { csvOf } from "@/lib/data/tables/csv"
import type { TableFormat } from "@/lib/data/tables/format"
import { recognise } from "@/lib/data/tables/read"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { addDays } from "@/lib/domain/date"
import { flatten } from "@/lib/domain/import/cells"
import { COLUMNS, LIST_NAMES } from "@/lib/domain/import/columns"
import { snapshot } from "@/lib/domain/ledger"
import type { Actor } from "@/lib/domain/policy"
import { MOST_OPERATIONS } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"
import { malformed, malformedSeeds, randomFrom } from "./malformed"
import { team } from "./people"
import { COMMITMENT, SOURCE } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

const file = (content: string | Buffer, name: string | null = null) => {
  const bytes = Buffer.from(content as string)
  return { name, size: bytes.length, open: () => [bytes] }
}

type Said = { kind?: Kind; format?: TableFormat; by?: Actor; name?: string }

async function dryRun(content: string | Buffer, { kind, format, by, name }: Said = {}): Promise<ImportCheck> {
  const table = await recognise(file(content, name), { kind: kind ?? null, format: format ?? null })
  return checkImport(by ?? people.editor, table, { mostRows: 50_000, listed: 50_000 })
}

async function propose(
  content: string | Buffer,
  { kind, format, by, key = null }: Said & { key?: string | null } = {},
) {
  const table = await recognise(file(content), { kind: kind ?? null, format: format ?? null })
  const check = await checkImport(by ?? people.editor, table, { mostRows: 50_000, listed: 0 })
  const reason = { en: "A table.", ur: null }
  return proposeImport(by ?? people.editor, table, check, { reason, key, publisher: null })
}

async function recordsOf(kind: Kind): Promise<object[]> {
  const held = await ledger()
  return [...snapshot(held, held.newest).records[kind].values()]
}

/** What must stay as it is when nothing is written. */
const written = async () => ({
  proposals: await db().proposal.count(),
  revisions: await db().revision.count(),
  audited: await db().auditEntry.count(),
})

/** An event as one line; a fresh one each time. */
let events = 0
const event = (more: Record<string, unknown> = {}) => ({
  id: `test-event-${++events}`,
  category: "policy",
  date: "2016-05-04",
  precision: "day",
  endDate: null,
  titleEn: "A committee was named",
  titleUr: "ایک کمیٹی نامزد ہوئی",
  descriptionEn: "The committee was named by a notification.",
  region: null,
  relatedPoints: [],
  isExternal: false,
  onChart: false,
  killed: null,
  killedNote: null,
  confidence: "confirmed",
  sources: [SOURCE],
  note: null,
  ...more,
})
const csv = (records: object[], columns?: string[]) => csvOf(records.map(flatten), columns)

describe("the whole record, exported and imported", () => {
  const formats: TableFormat[] = ["csv", "json", "jsonl", "xlsx"]
  test.each(formats)(
    "as %s: no change, and the kind is told without being said",
    async (format) => {
      const before = await written()
      for (const kind of KIND_NAMES) {
        const records = await recordsOf(kind)
        if (records.length === 0) continue
        const content = {
          csv: () => csv(records),
          json: () => JSON.stringify({ items: records }),
          jsonl: () => records.map((record) => JSON.stringify(record)).join("\n"),
          xlsx: () => xlsxOf(records.map(flatten), LIST_NAMES[kind]),
        }[format]
        const { totals, kind: told, changes } = await dryRun(await content(), { format })
        const none = { add: 0, change: 0, warning: 0, error: 0 }
        expect({ kind: told, ...totals }).toEqual({ kind, rows: records.length, same: records.length, ...none })
        expect(changes).toBe(0)
      }
      expect(await written()).toEqual(before)
    },
    120_000,
  )
})

/** Twelve kinds of bad rows and more: what is wrong with one, by its column. */
const assessment = (more: Record<string, unknown> = {}) => ({
  id: `test-a-${++events}`,
  commitment: COMMITMENT,
  lane: "finding",
  region: null,
  level: 1,
  unratedReason: null,
  effectiveOn: addDays("1500-01-01", events),
  precision: "day",
  rationaleEn: "The committee met.",
  rationaleUr: null,
  certainty: "medium",
  rule: "r-fall",
  lifecycle: null,
  evidence: [{ source: SOURCE, bearing: "supports", quote: null, note: null }],
  ...more,
})

describe("bad rows", () => {
  const COLUMN_NAMES = COLUMNS.assessment.map(({ name }) => name)
  const cellsOf = (record: object) => flatten(record) as Record<string, string | number | boolean | null>
  const rows: [what: string, cells: Record<string, unknown>, column: string | null, reason: string][] = [
    ["an id that a record cannot have", { ...cellsOf(assessment()), id: "no spaces" }, "id", "Letters, digits"],
    [
      "a day that does not exist",
      { ...cellsOf(assessment()), effectiveOn: "2025-02-30" },
      "effectiveOn",
      "There is no such day.",
    ],
    [
      "a day spelled otherwise",
      { ...cellsOf(assessment()), effectiveOn: "30/02/2025" },
      "effectiveOn",
      "Write the day as YYYY-MM-DD.",
    ],
    [
      "a day to come",
      { ...cellsOf(assessment()), effectiveOn: "2999-01-01" },
      "effectiveOn",
      "This day has not come yet.",
    ],
    [
      "a word that is none of the choices",
      { ...cellsOf(assessment()), lane: "claims" },
      "lane",
      "Choose one of: finding, claim.",
    ],
    ["a level that does not exist", { ...cellsOf(assessment()), level: 4 }, "level", "Choose one of: 0, 1, 2, 3."],
    ["text where a number belongs", { ...cellsOf(assessment()), level: "two" }, "level", "This must be a number."],
    [
      "a level and a reason for none",
      { ...cellsOf(assessment()), unratedReason: "secret" },
      "level",
      "Give a level, or a reason",
    ],
    ["neither level nor reason", { ...cellsOf(assessment()), level: null }, "level", "Give a level, or a reason"],
    [
      "a commitment that is not there",
      { ...cellsOf(assessment()), commitment: "nap2014-99.z" },
      "commitment",
      "There is no commitment nap2014-99.z.",
    ],
    [
      "evidence of a source that is not there",
      { ...cellsOf(assessment({ evidence: [{ source: "nobody", bearing: "supports", quote: null, note: null }] })) },
      "evidence",
      "There is no source nobody.",
    ],
    ["evidence that is no JSON", { ...cellsOf(assessment()), evidence: SOURCE }, "evidence", "This must be JSON text"],
    [
      "evidence without its bearing",
      { ...cellsOf(assessment()), evidence: `[{"source":"${SOURCE}","quote":null,"note":null}]` },
      "evidence",
      "Entry 1, bearing: Choose one of",
    ],
    ["no evidence", { ...cellsOf(assessment()), evidence: null }, "evidence", "Cite at least one source."],
    [
      "a text that is too long",
      { ...cellsOf(assessment()), rationaleEn: "x".repeat(4001) },
      "rationaleEn",
      "At most 4000 characters.",
    ],
    [
      "nothing where something must stand",
      { ...cellsOf(assessment()), rationaleEn: null },
      "rationaleEn",
      "This cannot be empty.",
    ],
    [
      "a character that cannot be stored",
      { ...cellsOf(assessment()), rationaleEn: "a\0b" },
      "rationaleEn",
      "This holds a character that cannot be stored.",
    ],
  ]

  test.each(["csv", "xlsx"] as const)(
    "in %s each is named with row, column and reason, and nothing is written",
    async (format) => {
      const good = assessment()
      const lines = [cellsOf(good), ...rows.map(([, cells]) => cells as Record<string, string>)]
      // A workbook cannot hold NUL at all.
      const kept = format === "xlsx" ? lines.slice(0, -1) : lines
      const content = format === "csv" ? csvOf(kept, COLUMN_NAMES) : await xlsxOf(kept, "a", COLUMN_NAMES)
      const before = await written()
      const { totals, rows: found } = await dryRun(content)
      const byRow = new Map(found.map((row) => [row.row, row]))
      for (const [at, [what, , column, reason]] of rows.slice(0, kept.length - 1).entries()) {
        const row = byRow.get(at + 3)!
        expect(row.outcome, what).toBe("error")
        expect(row.errors, what).toEqual([expect.objectContaining({ column, reason: expect.stringContaining(reason) })])
      }
      expect(byRow.get(2)).toMatchObject({ outcome: "add", errors: [] })
      expect(totals).toEqual({ rows: kept.length, add: 1, change: 0, same: 0, warning: 0, error: kept.length - 1 })
      await expect(propose(content)).rejects.toMatchObject({ code: "invalid" })
      expect(await written()).toEqual(before)
    },
  )

  test("rows that are wrong only together: one id twice, two assessments of one day, the same row twice", async () => {
    const [a, b] = [assessment(), assessment()]
    const { rows: twice } = await dryRun(csv([a, { ...b, id: a.id }]))
    expect(twice[0]).toMatchObject({
      row: 3,
      errors: [{ column: "id", reason: "Row 2 has this id already.", value: a.id }],
    })
    const { rows: sameDay } = await dryRun(csv([a, { ...b, effectiveOn: a.effectiveOn }]))
    expect(sameDay.map(({ outcome }) => outcome)).toEqual(["error", "error"])
    expect(sameDay[1]!.errors[0]).toMatchObject({
      column: "effectiveOn",
      reason: expect.stringContaining("of this day already"),
    })
    const { id: _, ...nameless } = a
    const { rows: repeated } = await dryRun(csv([nameless, nameless]))
    expect(repeated[0]).toMatchObject({ row: 3, errors: [{ column: null, reason: "Row 2 says the same." }] })
  })

  test("two assessments of one day are found though thousands of rows lie between them", async () => {
    const between = Array.from({ length: MOST_OPERATIONS + 10 }, (_, at) =>
      assessment({
        commitment: "nap2014-02.a",
        effectiveOn: `${String(1000 + Math.floor(at / 300))}-${String(1 + Math.floor((at % 300) / 25)).padStart(2, "0")}-${String(1 + (at % 25)).padStart(2, "0")}`,
      }),
    )
    const day = { effectiveOn: "0999-01-01" }
    const { rows: found, totals } = await dryRun(csv([assessment(day), ...between, assessment(day)]))
    expect(totals).toMatchObject({ rows: between.length + 2, error: 1 })
    expect(found[0]).toMatchObject({ row: between.length + 3, errors: [{ column: "effectiveOn" }] })
  })

  test("columns that are unknown, twice or missing are named at the head, cells too many at their row", async () => {
    const text = [
      "id,titleEn,titelUr,date,date",
      "test-x,A title,x,2016-01-01,2016-01-01",
      "test-y,A title,x,2016-01-01",
    ].join("\n")
    const { rows: found } = await dryRun(text, { kind: "event" })
    expect(found.map(({ row }) => row)).toEqual([1, 2, 3])
    expect(found[0]!.errors).toEqual([
      { column: "titelUr", reason: "There is no such column.", value: null },
      { column: "date", reason: "This column stands there twice.", value: null },
    ])
    expect(found[1]!.errors.map(({ column }) => column)).toEqual(
      expect.arrayContaining(["titleUr", "category", "precision", "descriptionEn"]),
    )
    expect(found[2]!.errors[0]).toMatchObject({ column: null, reason: "This row has 4 cells, the head has 5." })
  })

  test("JSON: text where a number belongs and the reverse, unknown fields, what is no object", async () => {
    const { rows: found } = await dryRun(
      JSON.stringify([
        event({ killed: "12" }),
        event({ titleEn: 5 }),
        event({ title: "x" }),
        "text",
        event({ sources: SOURCE }),
      ]),
      { kind: "event" },
    )
    expect(found.map(({ row, errors }) => [row, errors[0]!.column, errors[0]!.reason])).toEqual([
      [1, "killed", "This must be a number."],
      [2, "titleEn", "This must be text."],
      [3, "title", "There is no such column."],
      [4, null, "This is not an object of fields."],
      [5, "sources", "This must be a list."],
    ])
  })
})

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

describe("good rows", () => {
  test("become one draft that names each; published, the same file says no change", async () => {
    const records = [event(), event({ note: "=not a formula" })]
    const { id: _, ...nameless } = event({ titleEn: "A second committee was named" })
    const content = csv(
      [...records.map((it) => ({ ...it })), { id: null, ...nameless }],
      COLUMNS.event.map(({ name }) => name),
    )
    const [made, ...more] = await propose(content)
    expect(more).toEqual([])
    const draft = await findProposal(people.editor, made!.id)
    expect(draft).toMatchObject({ status: "draft", change: "world-changed", mine: true })
    expect(draft.operations).toHaveLength(3)
    expect(draft.operations.slice(0, 2).map((it) => it.act !== "withdraw" && it.record)).toEqual(records)
    const { version } = await submitProposal(people.editor, draft.id, draft.version)
    await publishProposal(people.reviewer, draft.id, version)
    expect((await dryRun(content)).totals).toMatchObject({ rows: 3, same: 3, add: 0, change: 0 })
    // What the file leaves out stays: it never withdraws.
    expect((await dryRun(csv(records.slice(0, 1)))).totals).toMatchObject({ rows: 1, same: 1 })
    expect(await recordsOf("event")).toEqual(expect.arrayContaining(records))
  })

  test("a file with few columns changes just those; a new record needs more", async () => {
    const [first, second] = (await recordsOf("source")) as { id: string; publisher: string; title: string }[]
    const content = `id,publisher\r\n${first!.id},Another publisher\r\n${second!.id},"${second!.publisher.replaceAll('"', '""')}"\r\n`
    const { totals, rows } = await dryRun(content, { kind: "source" })
    expect(totals).toMatchObject({ change: 1, same: 1, error: 0 })
    expect(rows[0]).toMatchObject({ id: first!.id, outcome: "change", differs: ["publisher"] })
    const [made] = await propose(content, { kind: "source" })
    const { operations, change } = await findProposal(people.editor, made!.id)
    expect(change).toBe("correction")
    expect(operations).toEqual([
      { act: "change", kind: "source", record: { ...first, publisher: "Another publisher" } },
    ])
    const unknown = await dryRun("id,publisher\nnew-source,Somebody", { kind: "source" })
    expect(unknown.rows[0]!.errors.map(({ column }) => column)).toEqual(expect.arrayContaining(["title", "language"]))
  })

  test("a year or a month stands for its first day, and says so", async () => {
    const { precision: _, ...silent } = event({ date: "2016" })
    const { rows } = await dryRun(csv([silent, { ...silent, id: "test-month", date: "2016-05" }]), { kind: "event" })
    expect(rows.map(({ outcome }) => outcome)).toEqual(["warning", "warning"])
    expect(rows[0]!.notes[0]).toMatchObject({
      column: "date",
      reason: "Only a year is given: kept as 2016-01-01, exact to the year.",
    })
    const stated = await dryRun(csv([event({ date: "2016", precision: "day" })]))
    expect(stated.rows[0]!.errors[0]).toMatchObject({ column: "date", reason: "Write the day as YYYY-MM-DD." })
  })

  test("a semicolon or a tab may part the cells, capitals in the head do not matter, empty lines are passed over", async () => {
    const [first] = (await recordsOf("source")) as { id: string }[]
    for (const mark of [";", "\t"]) {
      const content = `ID${mark}Publisher\n\n${first!.id}${mark}Some, publisher\n${mark}\n`
      const { rows } = await dryRun(content, { kind: "source" })
      expect(rows).toMatchObject([{ row: 3, outcome: "change", differs: ["publisher"] }])
    }
  })

  test("the same request twice makes one draft", async () => {
    const content = csv([event()])
    const [a] = await propose(content, { key: "once" })
    const [b] = await propose(content, { key: "once" })
    expect(b).toEqual(a)
  })

  test("more changes than one proposal holds become several, numbered; what belongs together stays together", async () => {
    const count = MOST_OPERATIONS + 500
    const commitments = (await recordsOf("commitment")).map((it) => (it as { id: string }).id).slice(0, 50)
    const records = Array.from({ length: count }, (_, at) =>
      assessment({ commitment: commitments[at % 50], effectiveOn: `${1100 + Math.floor(at / 50)}-07-01` }),
    )
    const made = await propose(csv(records))
    expect(made.reduce((sum, { operations }) => sum + operations, 0)).toBe(count)
    const drafts = await Promise.all(made.map(({ id }) => findProposal(people.editor, id)))
    expect(drafts.map(({ reasonEn }) => reasonEn)).toEqual(["A table. (1/2)", "A table. (2/2)"])
    const cells = drafts.map(
      ({ operations }) =>
        new Set(
          operations.map((it) => (it.act === "withdraw" ? "" : (it.record as { commitment: string }).commitment)),
        ),
    )
    expect([...cells[0]!].filter((cell) => cells[1]!.has(cell))).toEqual([])
    expect(drafts.every(({ operations }) => operations.length <= MOST_OPERATIONS)).toBe(true)
  }, 60_000)

  test("published batch after batch in two names, and only as far as nobody else touched the same", async () => {
    const content = csv([event(), event()])
    const table = await recognise(file(content), { kind: null, format: null })
    const reason = { en: "A table.", ur: null }
    const check = await checkImport(people.editor, table, { mostRows: 100, listed: 0 })
    const own = { reason, key: null, publisher: people.editor }
    await expect(proposeImport(people.editor, table, check, own)).rejects.toMatchObject({ code: "forbidden" })
    const [made] = await proposeImport(people.editor, table, check, { ...own, publisher: people.reviewer })
    const held = await ledger()
    expect(made).toMatchObject({ operations: 2, revision: held.newest })

    const [first] = (await recordsOf("event")) as { id: string }[]
    const changing = await recognise(file(`id,note\n${first!.id},Mine`), { kind: "event", format: null })
    const early = await checkImport(people.editor, changing, { mostRows: 100, listed: 0 })
    const [theirs] = await propose(`id,note\n${first!.id},Theirs`, { kind: "event" })
    const { version } = await submitProposal(people.editor, theirs!.id, 1)
    await publishProposal(people.reviewer, theirs!.id, version)
    const late = proposeImport(people.editor, changing, early, { reason, key: null, publisher: people.reviewer })
    await expect(late).rejects.toMatchObject({ code: "conflict" })
    expect((await recordsOf("event"))[0]).toMatchObject({ note: "Theirs" })
  })
})

describe("who may", () => {
  test("nobody without the permission reads a file in", async () => {
    for (const by of [people.analyst, { kind: "anonymous" } as const]) {
      await expect(dryRun(csv([event()]), { by })).rejects.toMatchObject({
        code: by.kind === "person" ? "forbidden" : "unauthenticated",
      })
    }
  })

  test("rows outside one's plans and tracks are errors of their own", async () => {
    const by: Actor = { ...people.editor, remit: { plans: ["nap-2014"], tracks: null } }
    const [other] = (await recordsOf("commitment")).filter((it) => (it as { plan: string }).plan === "nap-2021") as {
      id: string
    }[]
    const { rows, totals } = await dryRun(csv([assessment(), assessment({ commitment: other!.id })]), { by })
    expect(totals).toMatchObject({ add: 1, error: 1 })
    expect(rows[0]).toMatchObject({
      row: 3,
      errors: [{ column: null, reason: "This lies outside the plans and tracks you work on." }],
    })
  })
})
