import { fieldLabel, valueText } from "@/components/admin/records/labels"
import { comparedFields, partsOf } from "@/lib/domain/conflict"
import type { Snapshot } from "@/lib/domain/ledger"
import type { Kind } from "@/lib/domain/records"
import type { Level, UnratedReason } from "@/lib/domain/scale"
import { nameOf } from "@/lib/domain/views/records"
import type { Fields, StepView } from "@/lib/domain/views/review"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** What names of records are looked up in: the facts with the proposal applied. */
export type Known = { locale: Locale; facts: Snapshot }

/** What a reader of an assessment looks at first; every other field follows in its own order. */
const FIRST: Partial<Record<Kind, string[]>> = {
  assessment: ["level", "effectiveOn", "rationaleEn", "evidence", "rationaleUr", "certainty", "region"],
}

/** The fields of a kind that a person compares, each with what goes with it. */
export const shownFields = (kind: Kind): string[] => [...new Set([...(FIRST[kind] ?? []), ...comparedFields(kind)])]

/** The name of a record in the reader's language. */
export const nameIn = ({ locale, facts }: Known, kind: Kind, id: string): string =>
  inLocale(locale, nameOf(facts, kind, id)).text

/** What a step's record is called; one that is taken back by its own words, since it is not there afterwards. */
export function stepName({ locale, facts }: Known, { kind, id, before }: StepView): string {
  if (facts.records[kind].has(id) || before === null) return nameIn({ locale, facts }, kind, id)
  const table = new Map(facts.records[kind] as Map<string, Fields>).set(id, before)
  return nameIn({ locale, facts: { ...facts, records: { ...facts.records, [kind]: table } } }, kind, id)
}

/** A field of a record in words, one line for each thing it holds; none where it is not given. */
export function valueLines(known: Known, kind: Kind, field: string, record: Fields): string[] {
  const { locale } = known
  const { terms } = messages(locale)
  const value = record[field]
  if (field === "level" && partsOf(kind, field).length > 1 && value === null) {
    return [`${terms.unrated}: ${terms.unratedReason[record.unratedReason as UnratedReason]}`]
  }
  if (field === "level") return [`${isolate(locale, String(value))} ${terms.level[value as Level]}`]
  if (Array.isArray(value)) return value.map((item) => itemLine(known, kind, field, item))
  if (value !== null && typeof value === "object") {
    return Object.entries(value as Fields).flatMap(([name, inner]) => {
      const text = partText(known, kind, `${field}.${name}`, inner, value as Fields)
      return text === "" ? [] : [`${fieldLabel(locale, kind, `${field}.${name}`)}: ${text}`]
    })
  }
  if (value === null || value === undefined || value === "") {
    // Null is a value of its own where it means the whole territory.
    return field === "region" ? [partText(known, kind, field, null, record)] : []
  }
  return [partText(known, kind, field, value, record)]
}

/** The same as one text. */
export function valueWords(known: Known, kind: Kind, field: string, record: Fields | null): string {
  const { review } = messages(known.locale).admin
  if (record === null) return review.nothingBefore
  return valueLines(known, kind, field, record).join("\n") || messages(known.locale).admin.records.value.none
}

/** An item of a list in one line: a name, or the parts of an object that are given. */
function itemLine(known: Known, kind: Kind, field: string, item: unknown): string {
  if (item === null || typeof item !== "object") return partText(known, kind, field, item, {})
  return Object.entries(item as Fields)
    .map(([name, inner]) => [name, partText(known, kind, `${field}.${name}`, inner, item as Fields)] as const)
    .filter(([, text]) => text !== "")
    .map(([name, text]) =>
      typeof (item as Fields)[name] === "boolean"
        ? `${fieldLabel(known.locale, kind, `${field}.${name}`)}: ${text}`
        : text,
    )
    .join(" · ")
}

function partText(known: Known, kind: Kind, path: string, value: unknown, beside: Fields): string {
  if (Array.isArray(value)) return value.map((each) => partText(known, kind, path, each, beside)).join(", ")
  if (value === null && !path.endsWith("region")) return ""
  return (
    valueText(known.locale, kind, path, value, {
      beside,
      nameOf: (target, id) => nameIn(known, target, id),
    }) ?? ""
  )
}

/** The language a field's text is in, where it is in one language only. */
export const languageOf = (field: string): Locale | undefined =>
  /Ur$/.test(field) ? "ur" : /En$/.test(field) || field === "quote" ? "en" : undefined
