import type { FormField } from "@/lib/domain/form/shapes"
import type { Fields } from "@/lib/domain/views/review"

/**
 * A record as somebody is typing it: texts, numbers, days and choices as text, "" where nothing is given yet. Ids
 * of lists of references stand as they are; a group or copy that is absent is null.
 */
export type Typed = { [field: string]: TypedValue }
export type TypedValue = string | boolean | null | string[] | Typed | Typed[] | Fields

/** What is not right yet with a field of a typed record; `path` counts places in lists: "evidence.0.source". */
export type Gap = {
  path: string
  what: "missing" | "no-number" | "out-of-range" | "too-long" | "no-address" | "no-code"
}

/** A record of which nothing is typed yet. */
export function blank(fields: readonly FormField[]): Typed {
  const typed: Typed = {}
  for (const field of fields) {
    typed[field.name] = blankOf(field)
    if (field.type === "day" && field.exact !== null) typed[field.exact] = "day"
    if (field.type === "level") typed[field.reason] = ""
  }
  return typed
}

function blankOf(field: FormField): TypedValue {
  if (field.type === "yes-no") return false
  if (field.type === "references" || field.type === "list") return []
  if (field.type === "copy") return null
  if (field.type === "group") return field.wanted ? blank(field.fields) : null
  return ""
}

/** A published record as the form shows it. */
export function typedFrom(fields: readonly FormField[], record: Fields): Typed {
  const typed: Typed = {}
  for (const field of fields) {
    const value = record[field.name] ?? null
    typed[field.name] = spelt(field, value)
    if (field.type === "day" && field.exact !== null)
      typed[field.exact] = (record[field.exact] as string | null) ?? "day"
    if (field.type === "level") typed[field.reason] = (record[field.reason] as string | null) ?? ""
  }
  return typed
}

function spelt(field: FormField, value: unknown): TypedValue {
  switch (field.type) {
    case "yes-no":
      return value === true
    case "references":
      return [...((value ?? []) as string[])]
    case "lines":
      return ((value ?? []) as string[]).join("\n")
    case "list":
      return ((value ?? []) as Fields[]).map((each) => typedFrom(field.fields, each))
    case "group":
      if (value !== null) return typedFrom(field.fields, value as Fields)
      return field.wanted ? blank(field.fields) : null
    case "copy":
      return value as Fields | null
    default:
      return value === null ? "" : String(value)
  }
}

/** The record that was typed, as far as it can be told; what is not given is null. `gapsOf` says what is missing. */
export function recordFrom(fields: readonly FormField[], typed: Typed): Fields {
  const record: Fields = {}
  for (const field of fields) {
    const value = told(field, typed[field.name] ?? blankOf(field))
    record[field.name] = value
    if (field.type === "day" && field.exact !== null) record[field.exact] = value === null ? null : typed[field.exact]
    if (field.type === "level") record[field.reason] = textOf(typed[field.reason]) || null
  }
  return record
}

function told(field: FormField, value: TypedValue): unknown {
  switch (field.type) {
    case "yes-no":
    case "references":
    case "copy":
      return value
    case "lines":
      return linesOf(value)
    case "list":
      return (value as Typed[]).map((each) => recordFrom(field.fields, each))
    case "group": {
      if (value === null) return null
      const group = recordFrom(field.fields, value as Typed)
      // In a sparse group what is not given is not there at all.
      return field.sparse ? Object.fromEntries(Object.entries(group).filter(([, each]) => each !== null)) : group
    }
    case "number":
    case "level": {
      const text = textOf(value)
      return text === "" ? null : Number(text)
    }
    default:
      return textOf(value) || null
  }
}

/** What keeps a typed record from being one, by path, in the order of the form; empty when nothing does. */
export function gapsOf(fields: readonly FormField[], typed: Typed, above = ""): Gap[] {
  return fields.flatMap((field) => {
    const path = above === "" ? field.name : `${above}.${field.name}`
    const value = typed[field.name] ?? blankOf(field)
    if (field.type === "group") return value === null ? [] : gapsOf(field.fields, value as Typed, path)
    if (field.type === "list") {
      const items = value as Typed[]
      if (items.length < field.least) return [{ path, what: "missing" }]
      return items.flatMap((each, at) => gapsOf(field.fields, each, `${path}.${at}`))
    }
    const what = gapOf(field, value, typed)
    return what === null ? [] : [{ path, what }]
  })
}

function gapOf(field: FormField, value: TypedValue, beside: Typed): Gap["what"] | null {
  if (["yes-no", "references", "copy", "id"].includes(field.type)) return null
  const text = textOf(value)
  if (field.type === "lines") return linesOf(value).some((line) => line.length > LONGEST_OF_LINES) ? "too-long" : null
  if (field.type === "level") return text === "" && textOf(beside[field.reason]) === "" ? "missing" : null
  if (text === "") return field.wanted ? "missing" : null
  if ("most" in field && field.type !== "number" && text.length > field.most) return "too-long"
  if (field.type === "number") return numberGap(field, text)
  if (field.type === "url") return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text) ? null : "no-address"
  if (field.type === "code") return isCode(field, text) ? null : "no-code"
  if (field.type === "day") return /^\d{4}-\d{2}-\d{2}$/.test(text) ? null : "missing"
  return null
}

function numberGap(field: FormField & { type: "number" }, text: string): Gap["what"] | null {
  const number = Number(text)
  if (!Number.isFinite(number) || (field.whole && !Number.isSafeInteger(number))) return "no-number"
  const isOut = (field.least !== null && number < field.least) || (field.most !== null && number > field.most)
  return isOut ? "out-of-range" : null
}

const isCode = (field: FormField & { type: "code" }, text: string) =>
  field.most === 2 ? /^[a-z]{2}$/.test(text) : /^[a-z0-9-]+$/.test(text)

const LONGEST_OF_LINES = 200
const linesOf = (value: TypedValue) =>
  String(value ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
const textOf = (value: TypedValue | undefined) => (typeof value === "string" ? value.trim() : "")
