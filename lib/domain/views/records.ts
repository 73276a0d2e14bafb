import { canonical } from "@/lib/domain/canonical"
import type { Day, Instant } from "@/lib/domain/date"
import { folded } from "@/lib/domain/folded"
import { type Act, type Ledger, order, type RevisionKind, type Snapshot, type Version } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES, type RecordOf } from "@/lib/domain/records"
import { references } from "@/lib/domain/references"
import type { Fields } from "@/lib/domain/views/review"
import { commitmentHead, type Text } from "@/lib/domain/views/scope"

/** A record in a list. `detail` names the fields whose values tell it from its neighbours; `on` is its day, if any. */
export type RecordRow = { kind: Kind; id: string; name: Text; detail: string[]; record: Fields; revision: number }

/** A record to choose from. */
export type RecordChoice = { id: string; name: Text }

/** One version of a record, as a revision left it; `changed` are the fields that differ from the version before. */
export type RecordVersion = {
  revision: number
  publishedAt: Instant
  reasonKind: RevisionKind
  reason: Text
  act: Act
  changed: string[]
  record: Fields
}

const plain = (en: string): Text => ({ en, ur: null })
const bilingual = (en: string, ur: string): Text => ({ en, ur })

const NAMES: { [K in Kind]: (record: RecordOf<K>, facts: Snapshot) => Text } = {
  region: (it) => bilingual(it.nameEn, it.nameUr),
  body: (it) => bilingual(it.nameEn, it.nameUr),
  source: (it) => plain(`${it.publisher}: ${it.title}`),
  plan: (it) => bilingual(it.titleEn, it.titleUr),
  point: (it, facts) => {
    const year = facts.records.plan.get(it.plan)?.adoptedOn.slice(0, 4) ?? it.plan
    return bilingual(`${year}/${it.number} ${it.titleEn}`, `${year}/${it.number} ${it.titleUr}`)
  },
  commitment: (it, facts) => named(facts, it.id, (code, text) => `${code} ${text}`),
  assessment: (it, facts) => named(facts, it.commitment, (code, text) => `${code} ${text}`),
  check: (it, facts) => named(facts, it.commitment, (code, text) => `${code} ${text}`),
  rating: (it) => plain(`${it.publisher}: “${it.rawLabel}”`),
  silence: (it) => bilingual(it.whatEn, it.whatUr),
  // An end that is missing is a point dropped or new: the arrow then leads nowhere or comes from nowhere.
  crosswalk: (it, facts) => {
    const end = (id: string | null, language: "en" | "ur") => (id === null ? "" : nameOf(facts, "point", id)[language])
    return bilingual(
      `${end(it.from, "en")} → ${end(it.to, "en")}`.trim(),
      `${end(it.from, "ur")} ← ${end(it.to, "ur")}`.trim(),
    )
  },
  event: (it) => bilingual(it.titleEn, it.titleUr),
  indicator: (it) => plain(`${it.publisher}: ${it.indicator.replaceAll("_", " ")}`),
  observation: (it, facts) => plain(`${nameOf(facts, "indicator", it.series).en}, ${it.year}`),
  secondCoding: (it, facts) => named(facts, it.commitment, (code, text) => `${code} ${text}`),
}

/** The fields that tell a record of a list from its neighbours. */
const DETAIL: { [K in Kind]: (keyof RecordOf<K> & string)[] } = {
  region: [],
  body: ["sector"],
  source: ["kind", "publishedOn"],
  plan: ["adoptedOn"],
  point: ["textKind"],
  commitment: ["track", "type"],
  assessment: ["lane", "region", "level", "effectiveOn"],
  check: ["lane", "checkedOn"],
  rating: ["kind", "date"],
  silence: ["status", "dueOn"],
  crosswalk: ["relation", "share"],
  event: ["category", "date"],
  indicator: ["unit"],
  observation: ["value"],
  secondCoding: ["asOf", "level"],
}

/** What a record is called in lists and pickers; a record that is not there goes by its id. */
export function nameOf(facts: Snapshot, kind: Kind, id: string): Text & { ur: string } {
  const record = facts.records[kind].get(id)
  if (!record) return { en: id, ur: id }
  const { en, ur } = (NAMES[kind] as (record: object, facts: Snapshot) => Text)(record, facts)
  return { en, ur: ur ?? en }
}

function named(facts: Snapshot, commitment: string, join: (code: string, text: string) => string): Text {
  const record = facts.records.commitment.get(commitment)
  if (!record || !facts.records.point.has(record.point)) return plain(commitment)
  const { code, text } = commitmentHead(facts, record)
  return { en: join(code, text.en), ur: text.ur === null ? null : join(code, text.ur) }
}

/** How many records of each kind stand. */
export const recordCounts = (facts: Snapshot): Record<Kind, number> =>
  Object.fromEntries(KIND_NAMES.map((kind) => [kind, facts.records[kind].size])) as Record<Kind, number>

/** One page of the records of a kind whose words hold every word asked for; `total` counts all that match. */
export function recordRows(
  facts: Snapshot,
  kind: Kind,
  { text, page, perPage }: { text: string; page: number; perPage: number },
): { rows: RecordRow[]; total: number; pages: number } {
  const wanted = folded(text).split(/\s+/).filter(Boolean)
  const records = [...(facts.records[kind] as Map<string, RecordOf<Kind>>).values()]
  const found = records.filter((record) => {
    if (wanted.length === 0) return true
    const words = folded(searchable(facts, kind, record))
    return wanted.every((word) => words.includes(word))
  })
  found.sort((a, b) => order(dayOfRecord(b), dayOfRecord(a)) || numbered(a.id, b.id))
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const from = (Math.min(Math.max(page, 1), pages) - 1) * perPage
  return {
    rows: found.slice(from, from + perPage).map((record) => rowOf(facts, kind, record)),
    total: found.length,
    pages,
  }
}

function rowOf(facts: Snapshot, kind: Kind, record: RecordOf<Kind>): RecordRow {
  return {
    kind,
    id: record.id,
    name: nameOf(facts, kind, record.id),
    detail: DETAIL[kind],
    record,
    revision: facts.publishedBy.get(`${kind}/${record.id}`) ?? facts.revision,
  }
}

/** Dated records newest first; the others keep the order of their ids. */
const DAYS = ["effectiveOn", "checkedOn", "date", "publishedOn", "adoptedOn"]
const dayOfRecord = (record: Fields): Day => String(record[DAYS.find((name) => record[name]) ?? ""] ?? "")
const numbered = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true })

function searchable(facts: Snapshot, kind: Kind, record: RecordOf<Kind>): string {
  const { en, ur } = nameOf(facts, kind, record.id)
  return [en, ur, ...strings(record)].join(" ")
}

const strings = (value: unknown): string[] => {
  if (typeof value === "string") return [value]
  if (typeof value === "number") return [String(value)]
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(strings) : []
}

/** Every published version of a record, newest first. Empty for a record that never was. */
export function recordHistory(held: Ledger, kind: Kind, id: string): RecordVersion[] {
  const versions = (held.versions[kind] as Map<string, Version[]>).get(id) ?? []
  return versions
    .map(({ revision, withdrawn, record }, at) => {
      const { publishedAt, kind: reasonKind, reason, entries } = held.revisions[revision - 1]!
      const entry = entries.find((it) => it.kind === kind && it.id === id)
      const before = versions[at - 1]
      return {
        revision,
        publishedAt,
        reasonKind,
        reason,
        act: entry?.act ?? (withdrawn ? "withdraw" : before && !before.withdrawn ? "change" : "add"),
        changed: withdrawn || !before || before.withdrawn ? [] : changedFields(before.record, record),
        record: record as Fields,
      }
    })
    .reverse()
}

const changedFields = (before: Fields, after: Fields) =>
  Object.keys(after).filter((field) => canonical(before[field] ?? null) !== canonical(after[field] ?? null))

/** The records that refer to this one; while there are any, it cannot be withdrawn alone. */
export function referringTo(facts: Snapshot, kind: Kind, id: string): { kind: Kind; id: string; name: Text }[] {
  return KIND_NAMES.flatMap((other) =>
    [...(facts.records[other] as Map<string, RecordOf<Kind>>).values()]
      .filter((record) => references(other, record as never).some((it) => it.kind === kind && it.id === id))
      .filter((record) => !(other === kind && record.id === id))
      .map((record) => ({ kind: other, id: record.id, name: nameOf(facts, other, record.id) })),
  )
}

/** The fields by which a record speaks of another as its own subject: it makes no sense without it. */
const SUBJECTS: { [K in Kind]?: (keyof RecordOf<K> & string)[] } = {
  point: ["plan"],
  commitment: ["plan", "point"],
  assessment: ["commitment"],
  check: ["commitment"],
  secondCoding: ["commitment"],
  rating: ["plan", "point"],
  silence: ["plan", "point"],
  crosswalk: ["from", "to"],
  observation: ["series"],
}

/** The steps that withdraw a record and whatever speaks only of it: a point with its commitments, and theirs. */
export function withdrawalOf(facts: Snapshot, kind: Kind, id: string): Operation[] {
  const gone = new Map<string, Operation>()
  const take = (kind: Kind, id: string) => {
    if (gone.has(`${kind}/${id}`)) return
    gone.set(`${kind}/${id}`, { act: "withdraw", kind, id })
    for (const it of referringTo(facts, kind, id)) {
      const record = facts.records[it.kind].get(it.id) as Fields | undefined
      if ((SUBJECTS[it.kind] as string[] | undefined)?.some((field) => record?.[field] === id)) take(it.kind, it.id)
    }
  }
  if (facts.records[kind].has(id)) take(kind, id)
  return [...gone.values()]
}

/** The records that fields of other records may refer to, by kind, in the order of their ids. */
export function recordChoices(facts: Snapshot): Partial<Record<Kind, RecordChoice[]>> {
  const kinds: Kind[] = ["region", "body", "source", "plan", "point", "commitment", "indicator"]
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      [...facts.records[kind].keys()].sort(numbered).map((id) => ({ id, name: nameOf(facts, kind, id) })),
    ]),
  )
}
