import { z } from "zod"
import { Day } from "@/lib/domain/date"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import { type Kind, KIND_NAMES, KINDS } from "@/lib/domain/records"
import { targetOf } from "@/lib/domain/references"

/** What a value of a field is: one of a closed list for `choice`, further fields for `object` and `objects`. */
export type FieldType = "text" | "choice" | "day" | "number" | "truth" | "words" | "object" | "objects"
/** What a number or a day counts in. */
export type Unit = "day" | "year" | "bytes" | "people" | "share" | "level" | "series" | "count"

/** One field of a kind of record, read off the record's schema: what every file and answer may hold there. */
export type CodebookField = {
  kind: Kind
  /** The list, and the file, it stands in. */
  list: string
  /** Its place in the record: "effectiveOn", "evidence.quote". */
  path: string
  type: FieldType
  /** The closed list of values; null for any. */
  values: (string | number)[] | null
  /** Whether it may say nothing: null in JSON, an empty cell in a table. */
  nullable: boolean
  /** The kind whose ids it holds. */
  refersTo: Kind | null
  unit: Unit | null
}

const UNITS: Record<string, Unit> = {
  level: "level",
  size: "bytes",
  killed: "people",
  share: "share",
  year: "year",
  "observation.value": "series",
}

/** Every field of every kind, in the order of the files. */
export const CODEBOOK: readonly CodebookField[] = KIND_NAMES.flatMap((kind) =>
  Object.entries(KINDS[kind].shape as Record<string, z.ZodType>).flatMap(([name, schema]) =>
    fieldsOf(kind, name, schema, false),
  ),
)

function fieldsOf(kind: Kind, path: string, schema: z.ZodType, isInside: boolean): CodebookField[] {
  const bare = stripped(schema)
  const field: CodebookField = {
    kind,
    list: LIST_NAMES[kind],
    path,
    type: typeOf(bare),
    values: valuesOf(bare),
    nullable: schema.safeParse(null).success || (isInside && schema.safeParse(undefined).success),
    refersTo: targetOf(kind, path),
    unit: unitOf(kind, path, bare),
  }
  const inner = bare instanceof z.ZodArray ? stripped(bare.element as z.ZodType) : bare
  if (!(inner instanceof z.ZodObject)) return [field]
  const parts = Object.entries(inner.shape as Record<string, z.ZodType>)
  return [field, ...parts.flatMap(([name, part]) => fieldsOf(kind, `${path}.${name}`, part, true))]
}

/** A schema without what only says that it may be missing. */
function stripped(schema: z.ZodType): z.ZodType {
  const isWrapped = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
  return isWrapped ? stripped(schema.unwrap() as z.ZodType) : schema
}

function typeOf(schema: z.ZodType): FieldType {
  if (schema === Day) return "day"
  if (schema instanceof z.ZodBoolean) return "truth"
  if (schema instanceof z.ZodNumber) return "number"
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodUnion) return "choice"
  if (schema instanceof z.ZodArray)
    return stripped(schema.element as z.ZodType) instanceof z.ZodObject ? "objects" : "words"
  return schema instanceof z.ZodObject ? "object" : "text"
}

function valuesOf(schema: z.ZodType): CodebookField["values"] {
  if (schema instanceof z.ZodEnum) return [...schema.options]
  if (!(schema instanceof z.ZodUnion)) return null
  return schema.options.flatMap((option) => (option instanceof z.ZodLiteral ? [...option.values] : [])) as number[]
}

function unitOf(kind: Kind, path: string, schema: z.ZodType): Unit | null {
  if (schema === Day) return "day"
  const own = UNITS[`${kind}.${path}`] ?? UNITS[path.split(".").at(-1)!]
  return own ?? (schema instanceof z.ZodNumber ? "count" : null)
}
