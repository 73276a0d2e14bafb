import type { Day, Precision } from "@/lib/domain/date"
import { PRECISION_OF } from "@/lib/domain/form/shapes"
import type { Kind } from "@/lib/domain/records"
import { targetOf } from "@/lib/domain/references"
import type { Rule } from "@/lib/domain/scale"
import { point as enPoint } from "@/lib/i18n/en/point"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { point as urPoint } from "@/lib/i18n/ur/point"
import { adminWords } from "@/components/admin/words"

type Words = Record<string, string | undefined>

/** The path of a field without its places in lists: "leadBodies.0.role" is "leadBodies.role". */
export const plainPath = (path: string) =>
  path
    .split(".")
    .filter((part, at, all) => !/^\d+$/.test(part) || all[at - 1] === "anchors")
    .join(".")

/** The words of a field's name. `path` is its place in the record: "effectiveOn", "leadBodies.0.role". */
export function fieldLabel(locale: Locale, kind: Kind, path: string): string {
  const { records } = adminWords(locale).admin
  const plain = plainPath(path)
  const name = plain.split(".").at(-1) ?? plain
  return (records.special as Words)[`${kind}.${plain}`] ?? (records.field as Words)[name] ?? name
}

/**
 * One value of a record in words: choices, days, yes and no, names of what is referred to. `beside` is the object the
 * value stands in, which knows how exact a day is. Null for lists and objects, whose fields have words of their own.
 */
export function valueText(
  locale: Locale,
  kind: Kind,
  path: string,
  value: unknown,
  {
    beside = {},
    nameOf,
  }: { beside?: Record<string, unknown>; nameOf?: (kind: Kind, id: string) => string | null } = {},
): string | null {
  const { records } = adminWords(locale).admin
  const plain = plainPath(path)
  const name = plain.split(".").at(-1) ?? plain
  if (value === null || value === undefined || value === "") {
    return name === "region" && (kind === "assessment" || kind === "check") ? records.value.whole : records.value.none
  }
  if (typeof value === "boolean") return value ? records.value.yes : records.value.no
  if (Array.isArray(value) || typeof value === "object") return null
  const target = targetOf(kind, plain)
  if (target) return nameOf?.(target, String(value)) ?? isolate(locale, String(value))
  const words = choiceText(locale, kind, plain, String(value))
  if (words !== null) return words
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(value))) {
    return formatDay(locale, value as Day, (beside[PRECISION_OF[name] ?? ""] as Precision | undefined) ?? "day")
  }
  return typeof value === "number" ? isolate(locale, String(value).replace("-", "\u2212")) : String(value)
}

/** The words of one of a fixed set of values; null where the field is no choice. `path` as in `fieldLabel`. */
export function choiceText(locale: Locale, kind: Kind, path: string, value: string): string | null {
  const plain = plainPath(path)
  const name = plain.split(".").at(-1) ?? plain
  const table = choices(locale)[`${kind}.${plain}`] ?? choices(locale)[name]
  return table?.[value] ?? null
}

/** The terms of a field, by its kind and path, or by its name where it means the same everywhere. */
function choices(locale: Locale): Record<string, Words | undefined> {
  const { admin, terms } = adminWords(locale)
  const { textStatus, mediaType } = admin.records.value
  const precision = admin.proposal.precisions
  return {
    level: terms.level as unknown as Words,
    unratedReason: terms.unratedReason,
    precision,
    promisedByPrecision: precision,
    promisedPrecision: precision,
    duePrecision: precision,
    asOfPrecision: precision,
    track: terms.track,
    lane: terms.lane,
    certainty: terms.certainty,
    rule: rules(locale),
    lifecycle: terms.lifecycle,
    bearing: terms.bearing,
    confidence: terms.confidence,
    sector: terms.sector,
    relation: terms.relation,
    category: terms.eventCategory,
    type: terms.commitmentType,
    textKind: terms.textKind,
    textStatus,
    mediaType,
    "source.kind": terms.sourceKind,
    "rating.kind": terms.ratingKind,
    "commitment.restsOn.kind": terms.restsOn,
    "silence.status": terms.silence,
    "point.publishedTrack.value": terms.track,
  }
}

const rules = (locale: Locale): Record<Rule, string> => (locale === "ur" ? urPoint : enPoint).rules
