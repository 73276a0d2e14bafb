import { describe, expect, test } from "vitest"
import { CODEBOOK, type CodebookField } from "@/lib/domain/codebook"
import { COLUMNS, LIST_NAMES } from "@/lib/domain/import/columns"
import { KIND_NAMES, KINDS } from "@/lib/domain/records"
import { codebookRows, meaningOf } from "@/lib/i18n/codebook"
import { columnLabel } from "@/lib/i18n/columns"
import { rows } from "./sample"

test.each(KIND_NAMES)("every column of %s is in the codebook, in the order of the files", (kind) => {
  const fields = CODEBOOK.filter((field) => field.kind === kind)
  expect(fields.filter(({ path }) => !path.includes(".")).map(({ path }) => path)).toEqual(
    COLUMNS[kind].map(({ name }) => name),
  )
  for (const { name, nullable } of COLUMNS[kind])
    expect(fields.find(({ path }) => path === name)!.nullable, name).toBe(nullable)
})

test("every field has a meaning in both languages, and no meaning is left over", () => {
  for (const field of CODEBOOK) {
    for (const locale of ["en", "ur"] as const) expect(meaningOf(locale, field), field.path).toBeTruthy()
    expect(meaningOf("ur", field), field.path).toMatch(/[\u0600-\u06ff]/)
    expect(meaningOf("ur", field)).not.toBe(meaningOf("en", field))
  }
  expect(codebookRows("ur")).toHaveLength(CODEBOOK.length)
})

test("every column has a head in Urdu", () => {
  for (const kind of KIND_NAMES) {
    for (const { name } of COLUMNS[kind]) {
      const label = columnLabel("ur", LIST_NAMES[kind], name)
      expect(label, `${kind}.${name}`).toMatch(/[\u0600-\u06ff]/)
    }
  }
  expect(columnLabel("ur", "overview", "index")).toBe("اشاریہ")
  expect(columnLabel("ur", "overview", "no such column")).toBe("no such column")
})

/** The values a record holds at a path, through lists. */
function at(record: unknown, path: string[]): unknown[] {
  if (Array.isArray(record)) return record.flatMap((each) => at(each, path))
  const [name, ...rest] = path
  if (name === undefined) return [record]
  if (record === null || typeof record !== "object") return []
  return at((record as Record<string, unknown>)[name] ?? null, rest)
}

const HOLDS: Record<CodebookField["type"], (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  choice: (value) => ["string", "number"].includes(typeof value),
  day: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
  number: (value) => typeof value === "number",
  truth: (value) => typeof value === "boolean",
  words: (value) => typeof value === "string",
  object: (value) => typeof value === "object",
  objects: (value) => typeof value === "object",
}

describe("the dataset is what the codebook says", () => {
  test.each(KIND_NAMES.filter((kind) => kind !== "check"))("%s", (kind) => {
    const records = rows(kind).map((record) => KINDS[kind].parse(record))
    const ids = new Set(records.map(({ id }) => id))
    for (const field of CODEBOOK.filter((each) => each.kind === kind)) {
      for (const value of records.flatMap((record) => at(record, field.path.split(".")))) {
        const about = `${kind}.${field.path}: ${JSON.stringify(value)}`
        if (value === null) expect(field.nullable, about).toBe(true)
        else {
          expect(HOLDS[field.type](value), about).toBe(true)
          if (field.values) expect(field.values, about).toContain(value)
          if (field.refersTo === kind) expect(ids.has(String(value)), about).toBe(true)
        }
      }
    }
  })
})
