import type { ReactNode } from "react"
import { LevelChip } from "@/components/ui/level-chip"
import type { Precision } from "@/lib/domain/date"
import type { Snapshot } from "@/lib/domain/ledger"
import type { Evidence } from "@/lib/domain/records"
import type { Certainty, Lane, Level, Rule, UnratedReason } from "@/lib/domain/scale"
import type { Fields } from "@/lib/domain/views/review"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** What names of records and sources are looked up in: the facts with the proposal applied. */
export type Known = { locale: Locale; facts: Snapshot }

/** The fields of an assessment that a person compares; the first four always, the others where they differ. */
export const ASSESSMENT_FIELDS = [
  "level",
  "effectiveOn",
  "rationaleEn",
  "evidence",
  "rationaleUr",
  "certainty",
  "region",
  "rule",
  "lifecycle",
] as const
export const ALWAYS_SHOWN: readonly string[] = ASSESSMENT_FIELDS.slice(0, 4)

/** A text by which two values of a field are compared; the level goes with its reason, the day with its precision. */
export function spelled(field: string, record: Fields | null): string {
  if (!record) return ""
  if (field === "level") return JSON.stringify([record.level, record.unratedReason])
  if (field === "effectiveOn") return JSON.stringify([record.effectiveOn, record.precision])
  return JSON.stringify(record[field] ?? null)
}

/** The words of a field's name; an unnamed field keeps the name it has in the data. */
export function fieldName(locale: Locale, field: string): string {
  return (messages(locale).admin.review.fields as Record<string, string>)[field] ?? field
}

/** A field of a record in words, as far as it is one value; texts and evidence are shown by their own components. */
export function plainValue({ locale, facts }: Known, field: string, record: Fields | null): string {
  const { admin, point, terms } = messages(locale)
  const value = record?.[field]
  if (!record) return admin.review.nothingBefore
  if (field === "region" && value === null) return terms.wholeCountry
  if (value === null || value === undefined || value === "") return admin.review.unknown
  if (field === "level") return terms.level[value as Level]
  if (field === "effectiveOn" || field === "publishedOn") {
    return formatDay(locale, String(value), (record.precision as Precision | null) ?? "day")
  }
  if (field === "certainty") return terms.certainty[value as Certainty]
  if (field === "rule") return point.rules[value as Rule]
  if (field === "lifecycle") return terms.lifecycle[value as keyof typeof terms.lifecycle]
  if (field === "region") {
    const region = facts.records.region.get(String(value))
    return region ? inLocale(locale, { en: region.nameEn, ur: region.nameUr }).text : String(value)
  }
  if (field === "kind" && String(value) in terms.sourceKind) {
    return terms.sourceKind[value as keyof typeof terms.sourceKind]
  }
  if (typeof value === "boolean") return value ? admin.review.yes : admin.review.no
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value)
}

/** A level as a chip, with the reason where it cannot be rated. */
export function LevelValue({ locale, record }: { locale: Locale; record: Fields }) {
  const { terms } = messages(locale)
  const level = record.level as Level | null
  const reason = record.unratedReason as UnratedReason | null
  return (
    <LevelChip
      level={level}
      lane={record.lane as Lane}
      label={level === null ? terms.unrated : terms.level[level]}
      reason={reason ? terms.unratedReason[reason] : undefined}
    />
  )
}

/** Evidence as a list; `mark` wraps what is only on this side. */
export function EvidenceValue({
  known,
  evidence,
  other,
  mark,
}: {
  known: Known
  evidence: readonly Evidence[]
  other: readonly Evidence[]
  mark: (children: ReactNode) => ReactNode
}) {
  const { terms } = messages(known.locale)
  return (
    <ul className="flex flex-col gap-1">
      {evidence.map((each) => {
        const source = known.facts.records.source.get(each.source)
        const title = source?.url?.startsWith("https:") ? (
          <a href={source.url} rel="noopener noreferrer" lang="en" dir="ltr">
            {source.title}
          </a>
        ) : (
          <span lang="en" dir="ltr">
            {source?.title ?? each.source}
          </span>
        )
        const isSame = other.some((it) => JSON.stringify(it) === JSON.stringify(each))
        const facts = (
          <>
            {title}
            {source ? (
              <>
                {" · "}
                <bdi>{source.publisher}</bdi>
              </>
            ) : null}
            {" · "}
            {terms.bearing[each.bearing]}
          </>
        )
        return (
          <li key={each.source}>
            {isSame ? facts : mark(facts)}
            {each.quote ? (
              <span className="small muted block" dir="auto">
                “{each.quote}”
              </span>
            ) : null}
            {each.note ? (
              <span className="small muted block" dir="auto">
                {each.note}
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
