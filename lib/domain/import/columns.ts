import { z } from "zod"
import { Day } from "@/lib/domain/date"
import { type Kind, KIND_NAMES, KINDS } from "@/lib/domain/records"

/** What a column of one kind of record holds, read off the record's schema. */
export type Column = {
  name: string
  holds: "text" | "day" | "number" | "truth" | "words" | "nested"
  /** Whether it may say nothing. */
  nullable: boolean
  /** What it says where a new record does not mention it: nothing, an empty list; undefined where it must say more. */
  default: unknown
  /** The column that says how exactly this day is known, if one does. */
  precision: string | null
}

/** The days of which another column says how exactly they are known. */
const PRECISIONS: { [K in Kind]?: Record<string, string> } = {
  source: { publishedOn: "precision" },
  plan: { adoptedOn: "precision" },
  commitment: { promisedBy: "promisedByPrecision" },
  assessment: { effectiveOn: "precision" },
  rating: { date: "precision" },
  silence: { promisedOn: "promisedPrecision", dueOn: "duePrecision", asOf: "asOfPrecision" },
  event: { date: "precision" },
}

/** The columns of every kind, in the order of the export. */
export const COLUMNS = Object.fromEntries(KIND_NAMES.map((kind) => [kind, columnsOf(kind)])) as {
  [K in Kind]: Column[]
}

/** The name under which the API lists a kind; an exported file is called so too. */
export const LIST_NAMES = {
  region: "regions",
  body: "bodies",
  source: "sources",
  plan: "plans",
  point: "points",
  commitment: "commitments",
  assessment: "assessments",
  check: "checks",
  rating: "ratings",
  silence: "silences",
  crosswalk: "crosswalk",
  event: "events",
  indicator: "indicators",
  observation: "observations",
  secondCoding: "second-codings",
} as const satisfies Record<Kind, string>

/** Few columns by which a person recognises a row of each kind. */
export const TELLING: Record<Kind, string[]> = {
  region: ["nameEn", "nameUr"],
  body: ["nameEn", "sector"],
  source: ["publisher", "title", "publishedOn"],
  plan: ["titleEn", "adoptedOn"],
  point: ["plan", "number", "titleEn"],
  commitment: ["point", "track", "textEn"],
  assessment: ["commitment", "lane", "level", "effectiveOn"],
  check: ["commitment", "lane", "checkedOn"],
  rating: ["plan", "publisher", "rawLabel", "date"],
  silence: ["plan", "whatEn", "dueOn"],
  crosswalk: ["from", "to", "relation"],
  event: ["date", "category", "titleEn"],
  indicator: ["indicator", "publisher", "unit"],
  observation: ["series", "year", "value"],
  secondCoding: ["commitment", "level", "asOf"],
}

function columnsOf(kind: Kind): Column[] {
  const shape = KINDS[kind].shape as Record<string, z.ZodType>
  return Object.entries(shape).map(([name, schema]) => {
    const holds = holdsOf(bare(schema))
    const silent = schema.safeParse(undefined)
    const isList = bare(schema) instanceof z.ZodArray
    const nullable = schema.safeParse(null).success
    return {
      name,
      holds,
      nullable,
      default: silent.success ? silent.data : nullable ? null : isList ? [] : undefined,
      precision: PRECISIONS[kind]?.[name] ?? null,
    }
  })
}

/** A schema without what only says that it may be missing. */
function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return bare(schema.unwrap() as z.ZodType)
  return schema
}

function holdsOf(schema: z.ZodType): Column["holds"] {
  if (schema === Day) return "day"
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum) return "text"
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodUnion) return "number"
  if (schema instanceof z.ZodBoolean) return "truth"
  if (schema instanceof z.ZodArray && bare(schema.element as z.ZodType) instanceof z.ZodString) return "words"
  return "nested"
}

/** The column of a name as somebody spelled it; small and capital letters are the same. */
export const columnNamed = (kind: Kind, name: string) =>
  COLUMNS[kind].find((column) => column.name === name) ??
  COLUMNS[kind].find((column) => column.name.toLowerCase() === name.toLowerCase())

/**
 * The kind of a table, from its columns and otherwise from the name of its file; null where that leaves a choice. The
 * columns count first: only the kinds that know every one of them are asked, and a full table fits one alone.
 */
export function kindOf(columns: readonly string[], file: string | null): Kind | null {
  const knowing = KIND_NAMES.filter((kind) => columns.every((name) => columnNamed(kind, name)))
  const full = knowing.filter((kind) =>
    COLUMNS[kind].every(({ name, default: value }) => name === "id" || value !== undefined || columns.includes(name)),
  )
  if (full.length === 1) return full[0]!
  const named = file === null ? null : kindOfFile(file)
  if (named !== null) return named
  return knowing.length === 1 ? knowing[0]! : null
}

/** "assessments.csv", "nap-events (2).xlsx" → the kind whose list is called so, or null. */
function kindOfFile(file: string): Kind | null {
  const words = file.toLowerCase().replace(/^.*[/\\]/, "")
  const named = KIND_NAMES.filter((kind) => new RegExp(`(^|[^a-z])${LIST_NAMES[kind]}([^a-z]|$)`).test(words))
  return named.length === 1 ? named[0]! : null
}
