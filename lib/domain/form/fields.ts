import { z } from "zod"
import { Day, Precision } from "@/lib/domain/date"
import { type FormField, PRECISION_OF, type Shape } from "@/lib/domain/form/shapes"
import { type Kind, KIND_NAMES, KINDS, SourceCopy } from "@/lib/domain/records"
import { targetOf } from "@/lib/domain/references"
import { Level } from "@/lib/domain/scale"

/** The longest text that is asked for on one line. */
const LONGEST_LINE = 500
/** A list may be as long as a proposal stays readable, where its schema sets no end. */
const LONGEST_LIST = 60

/**
 * The fields of a kind of record, in the order of its schema, read from that schema: what the form asks is what
 * publishing checks. How exact a day is and why there is no level stand with the field they belong to.
 */
export const fieldsOf = (kind: Kind): FormField[] => FIELDS[kind]

function described(kind: Kind, object: z.ZodObject, above: string): FormField[] {
  const shape = object.shape as Record<string, z.ZodType>
  const names = Object.keys(shape)
  const exactness = new Set(names.map((name) => PRECISION_OF[name]).filter((name) => name && names.includes(name)))
  return names.flatMap((name) => {
    if (exactness.has(name) || (name === "unratedReason" && names.includes("level"))) return []
    const path = above === "" ? name : `${above}.${name}`
    const { inner, wanted } = unwrapped(shape[name]!)
    const precision = PRECISION_OF[name]
    const exact = precision !== undefined && names.includes(precision) ? precision : null
    if (inner === (Level as z.ZodType)) return [{ name, path, wanted: true, type: "level", reason: "unratedReason" }]
    return [{ name, path, wanted, ...shapeOf(kind, path, name, inner, exact) }]
  })
}

function shapeOf(kind: Kind, path: string, name: string, schema: z.ZodType, exact: string | null): Shape {
  const to = targetOf(kind, path)
  if (name === "id" && path === "id") return { type: "id" }
  if (schema === (Day as z.ZodType)) return { type: "day", exact }
  if (schema === (SourceCopy as z.ZodType)) return { type: "copy" }
  if (schema instanceof z.ZodEnum) return { type: "choice", options: schema.options.map(String) }
  if (schema instanceof z.ZodBoolean) return { type: "yes-no" }
  if (schema instanceof z.ZodNumber) return numberOf(schema)
  if (schema instanceof z.ZodObject) {
    const sparse = Object.values(schema.shape as Record<string, z.ZodType>).every((it) => it instanceof z.ZodOptional)
    return { type: "group", fields: described(kind, schema, path), sparse }
  }
  if (schema instanceof z.ZodArray) return listOf(kind, path, schema, to)
  if (schema instanceof z.ZodString) return to ? { type: "reference", to } : textOf(name, schema)
  throw new Error(`The form cannot ask for ${kind}.${path}.`)
}

function textOf(name: string, schema: z.ZodString): Shape {
  const most = schema.maxLength ?? LONGEST_LINE
  if (name === "url") return { type: "url", most }
  // A pattern without a length of its own is a code: a slug, a language.
  if (schema.maxLength === null) return { type: "code", most: name === "language" ? 2 : 80 }
  const lang = name.endsWith("Ur") ? "ur" : name.endsWith("En") ? "en" : null
  return { type: most > LONGEST_LINE ? "prose" : "line", most, lang }
}

function numberOf(schema: z.ZodNumber): Shape {
  const bound = (value: number | null) => (value !== null && Number.isSafeInteger(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null) // prettier-ignore
  const whole = schema.isInt ?? false
  // "Positive" excludes the bound itself, which for whole numbers is the next one.
  const least = bound(schema.minValue)
  const excludesZero = whole && least === 0 && !schema.safeParse(0).success
  return { type: "number", whole, least: excludesZero ? 1 : least, most: bound(schema.maxValue) }
}

function listOf(kind: Kind, path: string, schema: z.ZodArray, to: Kind | null): Shape {
  const element = schema.element as z.ZodType
  const [least, most] = [checkOf(schema, "min_length") ?? 0, checkOf(schema, "max_length") ?? LONGEST_LIST]
  if (element instanceof z.ZodObject) return { type: "list", fields: described(kind, element, path), least, most }
  return to ? { type: "references", to, most } : { type: "lines", most }
}

function checkOf(schema: z.ZodArray, check: "min_length" | "max_length"): number | null {
  const found = schema.def.checks?.find((it) => it._zod.def.check === check)
  const def = found?._zod.def as { minimum?: number; maximum?: number } | undefined
  return def?.minimum ?? def?.maximum ?? null
}

function unwrapped(schema: z.ZodType): { inner: z.ZodType; wanted: boolean } {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return { inner: unwrapped(schema.unwrap() as z.ZodType).inner, wanted: false }
  }
  return { inner: schema, wanted: true }
}

/** The choices of how exactly a day is known. */
export const PRECISIONS = Precision.options

const FIELDS = Object.fromEntries(
  KIND_NAMES.map((kind) => [kind, described(kind, KINDS[kind] as unknown as z.ZodObject, "")]),
) as Record<Kind, FormField[]>
