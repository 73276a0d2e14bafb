import { beforeAll, describe, expect, test } from "vitest"
import { seed } from "@/lib/data/seed"
import { csvOf } from "@/lib/data/tables/csv"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { flatten } from "@/lib/domain/import/cells"
import { COLUMNS } from "@/lib/domain/import/columns"
import { MOST_OPERATIONS } from "@/lib/domain/proposal"
import { assessment, csv, event, importing, written } from "./import-lines"
import { team } from "./people"
import { SOURCE } from "./samples"

let people: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)
const { dryRun, propose } = importing(() => people.editor)

describe("bad rows", () => {
  const COLUMN_NAMES = COLUMNS.assessment.map(({ name }) => name)
  const cellsOf = (record: object) => flatten(record) as Record<string, string | number | boolean | null>
  /** What is wrong with each, by its column. */
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
