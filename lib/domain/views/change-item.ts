import { canonical } from "@/lib/domain/canonical"
import type { Day, Precision } from "@/lib/domain/date"
import { cellOf, type Entry } from "@/lib/domain/ledger"
import type { Assessment, Kind, Point, RecordOf } from "@/lib/domain/records"
import { references } from "@/lib/domain/references"
import type { Lane, Level, Track, UnratedReason } from "@/lib/domain/scale"
import type { Past } from "@/lib/domain/views/past"
import {
  commitmentHead,
  type CommitmentHead,
  type Names,
  pointHead,
  type PointHead,
  type Text,
} from "@/lib/domain/views/scope"

type Fields = Record<string, unknown>

/** A level, or the reason why there is none, and since when. */
export type Rated = { level: Level | null; unratedReason: UnratedReason | null; on: Day; precision: Precision }

/** A value of a field: as it is, or the names of the records it refers to, or, of a list or an object, how long it is. */
export type FieldValue =
  | { as: "plain"; value: string | number | boolean | null }
  | { as: "names"; names: Text[] }
  | { as: "parts"; count: number }
/** A field of a record before and after; `beside` says how exact a day is. */
export type FieldChange = {
  field: string
  before: FieldValue
  after: FieldValue
  beside: { before: Fields; after: Fields }
}

/** What a revision did to one record, in what it takes to say so. */
export type ChangeItem = {
  kind: Kind
  id: string
  act: Entry["act"]
  /** The record's own name, as the revision left it. */
  title: Text
  /** Who published it, of a source, a rating or a series. */
  publisher: string | null
  /** The commitment it judges or is. */
  commitment: CommitmentHead | null
  /** The points it speaks of; of a crosswalk link the older one first. */
  points: PointHead[]
  lane: Lane | null
  /** The province or territory it is limited to. */
  region: Text | null
  /** Of an assessment: what stood on its day before, and what stands on it now. */
  rated: { before: Rated | null; after: Rated | null } | null
  /** The day the record itself speaks of. */
  on: { day: Day; precision: Precision } | null
  /** Of a changed record, the fields that differ. */
  fields: FieldChange[]
}

/** What readers look for first. */
export const RANK: readonly Kind[] = [
  "assessment",
  "commitment",
  "point",
  "plan",
  "silence",
  "rating",
  "event",
  "crosswalk",
  "check",
  "observation",
  "indicator",
  "secondCoding",
  "body",
  "region",
  "source",
]

/** One entry of a revision. The names are those of that revision, also where they were taken back since. */
export function itemOf(past: Past, entry: Entry, revision: number): ChangeItem {
  const { kind, id, act } = entry
  const record = past.version(kind, id, revision)?.record as Fields | undefined
  if (!record) throw new Error(`revision ${revision} touches ${kind}/${id}, which was never published`)
  const before = past.version(kind, id, revision - 1)
  const region = typeof record.region === "string" ? past.version("region", record.region, revision) : null
  return {
    kind,
    id,
    act,
    ...nameOf(past, kind, record, revision),
    commitment: commitmentOf(past, kind, record, revision),
    points: pointsOf(past, kind, record, revision).map((point) => pointHead(namesIn(past, revision), point)),
    lane: "lane" in record ? (record.lane as Lane) : null,
    region: region && { en: region.record.nameEn, ur: region.record.nameUr },
    rated: kind === "assessment" ? ratedOf(past, entry, record as Assessment, revision) : null,
    on: dayIn(record),
    fields: act === "change" && before ? differences(past, kind, before.record, record, revision) : [],
  }
}

function ratedOf(past: Past, { id, act }: Entry, record: Assessment, revision: number): ChangeItem["rated"] {
  const stood = (at: number) => rated(past.standing(cellOf(record), record.effectiveOn, at))
  const before = past.version("assessment", id, revision - 1)
  // A correction is told against what was said of this very fact, anything else against what stood on its day.
  const own = act === "add" || before === null || before.withdrawn ? null : rated(before.record)
  if (act === "redact") return null
  return { before: own ?? stood(revision - 1), after: act === "withdraw" ? stood(revision) : rated(record) }
}

const rated = (it: Assessment | null): Rated | null =>
  it && { level: it.level, unratedReason: it.unratedReason, on: it.effectiveOn, precision: it.precision }

/** The fields in which two versions of a record differ, with the names that what they refer to had in its revision. */
export function differences(
  past: Past,
  kind: Kind,
  before: Fields,
  after: Fields,
  revision: number,
  earlier = revision - 1,
): FieldChange[] {
  const value = (field: string, from: Fields, at: number): FieldValue => {
    const it = from[field] ?? null
    const named = references(kind, { [field]: it } as never)
    if (named.length > 0) return { as: "names", names: named.map((each) => titleOf(past, each, at)) }
    if (typeof it !== "object" || it === null) return { as: "plain", value: it as string | number | boolean | null }
    return { as: "parts", count: Array.isArray(it) ? it.length : Object.keys(it).length }
  }
  const exactness = (from: Fields) =>
    Object.fromEntries(Object.entries(from).filter(([field]) => /precision$/i.test(field)))
  return Object.keys(after)
    .filter((field) => canonical(before[field] ?? null) !== canonical(after[field] ?? null))
    .map((field) => ({
      field,
      before: value(field, before, earlier),
      after: value(field, after, revision),
      beside: { before: exactness(before), after: exactness(after) },
    }))
}

function titleOf(past: Past, { kind, id }: { kind: Kind; id: string }, revision: number): Text {
  const found = past.version(kind, id, revision)
  return found ? nameOf(past, kind, found.record as Fields, revision).title : { en: id, ur: null }
}

const DAY_FIELDS = ["effectiveOn", "checkedOn", "date"] as const

/** The day in the world that a record speaks of, as far as it speaks of one. */
function dayIn(record: Fields): ChangeItem["on"] {
  const field = DAY_FIELDS.find((name) => name in record)
  return field ? { day: record[field] as Day, precision: (record.precision as Precision | undefined) ?? "day" } : null
}

/** The day an entry's record speaks of, or null. */
export function dayOfEntry(past: Past, { kind, id }: Entry, revision: number): Day | null {
  const record = past.version(kind, id, revision)?.record as Fields | undefined
  return record ? (dayIn(record)?.day ?? null) : null
}

/**
 * The plans and points an entry is about; none for what belongs to everybody, such as a source. `track` is that of the
 * commitment it is about, if of one.
 */
export type Belonging = { plans: string[]; points: { plan: string; number: number }[]; track: Track | null }

export function belongingOf(past: Past, { kind, id }: Entry, revision: number): Belonging {
  const record = past.version(kind, id, revision)?.record as Fields | undefined
  if (!record) return { plans: [], points: [], track: null }
  const points = pointsOf(past, kind, record, revision).map(({ plan, number }) => ({ plan, number }))
  const own = kind === "plan" ? [id] : typeof record.plan === "string" ? [record.plan] : []
  const track = commitmentOf(past, kind, record, revision)?.track ?? null
  return { plans: [...new Set([...own, ...points.map((point) => point.plan)])], points, track }
}

function commitmentOf(past: Past, kind: Kind, record: Fields, revision: number): CommitmentHead | null {
  const id = kind === "commitment" ? record.id : record.commitment
  const found = typeof id === "string" ? past.version("commitment", id, revision)?.record : undefined
  return found ? commitmentHead(namesIn(past, revision), found) : null
}

function pointsOf(past: Past, kind: Kind, record: Fields, revision: number): Point[] {
  if (kind === "point") return [record as Point]
  const commitment = typeof record.commitment === "string" ? record.commitment : null
  const ids =
    kind === "crosswalk"
      ? [record.from, record.to]
      : kind === "event"
        ? (record.relatedPoints as string[])
        : [commitment ? past.version("commitment", commitment, revision)?.record.point : record.point]
  return ids.flatMap((id) => (typeof id === "string" ? (past.version("point", id, revision)?.record ?? []) : []))
}

/** How points and plans were called when a revision was published. */
const namesIn = (past: Past, revision: number): Names => ({
  records: {
    point: { get: (id) => past.version("point", id, revision)?.record },
    plan: { get: (id) => past.version("plan", id, revision)?.record },
  },
})

type Name = Pick<ChangeItem, "title" | "publisher">

/** What a record was called in a revision. */
export function nameOf(past: Past, kind: Kind, given: Fields, revision: number): Name {
  const by = (title: Text, publisher: string | null = null): Name => ({ title, publisher })
  const as = <K extends Kind>(_: K) => given as RecordOf<K>
  switch (kind) {
    case "region":
    case "body":
      return by({ en: as("body").nameEn, ur: as("body").nameUr })
    case "source":
      return by({ en: as(kind).title, ur: null }, as(kind).publisher)
    case "plan":
    case "point":
    case "event":
      return by({ en: as("plan").titleEn, ur: as("plan").titleUr })
    case "commitment":
      return by({ en: as(kind).textEn, ur: as(kind).textUr })
    case "assessment":
    case "check":
    case "secondCoding": {
      const judged = past.version("commitment", as("check").commitment, revision)!.record
      return by({ en: judged.textEn, ur: judged.textUr })
    }
    case "rating":
      return by({ en: as(kind).rawLabel, ur: null }, as(kind).publisher)
    case "silence":
      return by({ en: as(kind).whatEn, ur: as(kind).whatUr })
    case "crosswalk": {
      const ends = pointsOf(past, kind, given, revision)
      const joined = (language: "titleEn" | "titleUr") => ends.map((point) => point[language]).join(" → ")
      return by({ en: joined("titleEn"), ur: joined("titleUr") })
    }
    case "indicator":
      return by({ en: as(kind).indicator, ur: null }, as(kind).publisher)
    case "observation": {
      const series = past.version("indicator", as(kind).series, revision)!.record
      return by({ en: `${series.indicator}, ${as(kind).year}`, ur: null }, series.publisher)
    }
  }
}
