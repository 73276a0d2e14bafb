import type { Day, Instant } from "@/lib/domain/date"
import { grouped } from "@/lib/domain/group"
import { type Assessment, type Check, type Kind, KIND_NAMES, type RecordOf } from "@/lib/domain/records"
import type { Lane } from "@/lib/domain/scale"

/** Why a revision was published. `dataset` is the starting data, coded by the project and not yet reviewed. */
export type RevisionKind = "dataset" | "world-changed" | "correction" | "re-check" | "redaction"

/** One published change: what it touched, and the hash that chains it to the revision before. */
export type Revision = {
  number: number
  publishedAt: Instant
  kind: RevisionKind
  reason: { en: string; ur: string | null }
  hash: string
  entries: Entry[]
  /** Of a removal by law: the revisions whose reason it took out. */
  reasonsRemoved?: number[]
}

/** One record touched by a revision. `key` is what two changes may not touch at once (see proposal.ts). */
export type Entry = { kind: Kind; id: string; key: string; act: Act }
/** `redact`: its text was taken out by law; the record stands as its other versions say. */
export type Act = "add" | "change" | "withdraw" | "redact"

/** One version of one record, as published by a revision. */
export type Version<K extends Kind = Kind> = { revision: number; withdrawn: boolean; record: RecordOf<K> }

/**
 * Every published fact with its whole history. Only ever grows: an answer about revision n is the same
 * for ever, so `newest` is the cache key of everything computed from it.
 */
export type Ledger = {
  newest: number
  revisions: Revision[]
  versions: { [K in Kind]: Map<string, Version<K>[]> }
}

export function emptyLedger(): Ledger {
  return {
    newest: 0,
    revisions: [],
    versions: Object.fromEntries(KIND_NAMES.map((kind) => [kind, new Map()])) as unknown as Ledger["versions"],
  }
}

/**
 * What a follower has read from the log: new revisions and the versions they published, ascending. `rewritten`: what
 * removals by law among them left of older versions and reasons.
 */
export type Growth = {
  revisions: Revision[]
  versions: { [K in Kind]?: Version<K>[] }
  rewritten?: { versions: { [K in Kind]?: Version<K>[] }; reasons: Pick<Revision, "number" | "reason">[] }
}

/**
 * Appends what is new, in time that depends only on how much is new; what is known already is passed over, so two
 * readers of the log may both bring the same growth. Answers about older revisions stay as they were, but for what the
 * law took out: that is gone from all of them. The ledger is then another object, so that nothing which anybody, in
 * whichever bundle, has kept by the old one is found again. Go on with what is returned.
 */
export function grow(ledger: Ledger, growth: Growth): Ledger {
  const known = ledger.newest
  const isNews = (growth.revisions.at(-1)?.number ?? 0) > known
  for (const kind of KIND_NAMES) {
    const table = ledger.versions[kind] as Map<string, Version[]>
    for (const version of (growth.versions[kind] ?? []) as Version[]) {
      if (version.revision <= known) continue
      const versions = table.get(version.record.id)
      if (versions) versions.push(version)
      else table.set(version.record.id, [version])
    }
  }
  ledger.revisions.push(...growth.revisions.filter((revision) => revision.number > known))
  ledger.newest = ledger.revisions.at(-1)?.number ?? 0
  // An older reading must not bring back what a newer one has taken out.
  if (!growth.rewritten || !isNews) return ledger
  rewrite(ledger, growth.rewritten)
  return { ...ledger }
}

function rewrite(ledger: Ledger, { versions, reasons }: NonNullable<Growth["rewritten"]>): void {
  for (const kind of KIND_NAMES) {
    const table = ledger.versions[kind] as Map<string, Version[]>
    for (const left of (versions[kind] ?? []) as Version[]) {
      const version = table.get(left.record.id)?.find((each) => each.revision === left.revision)
      if (version) version.record = left.record
    }
  }
  for (const { number, reason } of reasons) {
    const revision = ledger.revisions[number - 1]
    if (revision) revision.reason = reason
  }
}

/** A commitment in one lane and one region (null: the whole territory): what an assessment is about. */
export type Cell = `${string}/${Lane}/${string}`
export const cellOf = (it: { commitment: string; lane: Lane; region: string | null }): Cell =>
  `${it.commitment}/${it.lane}/${it.region ?? "-"}`

/** The ledger as one revision left it: each record's newest version up to then, without the withdrawn. */
export type Snapshot = {
  revision: number
  records: { [K in Kind]: Map<string, RecordOf<K>> }
  /** Assessments by cell, oldest effective date first. */
  assessments: Map<Cell, Assessment[]>
  /** Re-checks by cell, oldest first. */
  checks: Map<Cell, Check[]>
  /** The revision that published the version in force, by "kind/id". */
  publishedBy: Map<string, number>
}

const RECENT_SNAPSHOTS = 8
const snapshots = new WeakMap<Ledger, Map<number, Snapshot>>()

/** The ledger as known at a revision (at most the newest). Kept for the few most recently asked. */
export function snapshot(ledger: Ledger, known: number): Snapshot {
  const revision = Math.min(known, ledger.newest)
  const kept = snapshots.get(ledger) ?? new Map<number, Snapshot>()
  snapshots.set(ledger, kept)
  const found = kept.get(revision) ?? advanced(ledger, revision, kept) ?? cut(ledger, revision)
  kept.delete(revision)
  kept.set(revision, found)
  if (kept.size > RECENT_SNAPSHOTS) kept.delete(kept.keys().next().value!)
  return found
}

function cut(ledger: Ledger, revision: number): Snapshot {
  const publishedBy = new Map<string, number>()
  const records = Object.fromEntries(
    KIND_NAMES.map((kind) => {
      const standing = new Map<string, RecordOf<Kind>>()
      for (const [id, versions] of ledger.versions[kind] as Map<string, Version[]>) {
        const version = versions.findLast((each) => each.revision <= revision)
        if (!version || version.withdrawn) continue
        standing.set(id, version.record)
        publishedBy.set(`${kind}/${id}`, version.revision)
      }
      return [kind, standing]
    }),
  ) as unknown as Snapshot["records"]
  return assemble(revision, records, publishedBy)
}

/** Records touched beyond this many make a fresh cut the cheaper way. */
const MOST_ADVANCED = 20_000

/**
 * The snapshot from the nearest kept one before it, in time and memory that depend on what was touched since: what was
 * not is shared by both. Records keep the order of a fresh cut.
 */
function advanced(ledger: Ledger, revision: number, kept: ReadonlyMap<number, Snapshot>): Snapshot | null {
  const before = [...kept.keys()].filter((known) => known < revision)
  const near = before.length > 0 ? kept.get(Math.max(...before))! : null
  if (!near) return null
  const touched: { [K in Kind]?: Set<string> } = {}
  let count = 0
  for (const { entries } of ledger.revisions.slice(near.revision, revision)) {
    if ((count += entries.length) > MOST_ADVANCED) return null
    for (const { kind, id } of entries) (touched[kind] ??= new Set()).add(id)
  }
  const records = { ...near.records }
  const publishedBy = new Map(near.publishedBy)
  for (const kind of Object.keys(touched) as Kind[]) {
    const table = new Map(near.records[kind] as Map<string, RecordOf<Kind>>)
    for (const [id, versions] of ledger.versions[kind] as Map<string, Version[]>) {
      if (!touched[kind]!.has(id)) continue
      const version = versions.findLast((each) => each.revision <= revision)
      // One that comes back would stand last here and elsewhere in a fresh cut.
      if (version && !version.withdrawn && !table.has(id) && versions[0] !== version) return null
      if (!version || version.withdrawn) {
        table.delete(id)
        publishedBy.delete(`${kind}/${id}`)
      } else {
        table.set(id, version.record)
        publishedBy.set(`${kind}/${id}`, version.revision)
      }
    }
    records[kind] = table as never
  }
  return reassemble({ ...near, revision, publishedBy }, records, touched)
}

/** A snapshot from its records, with the cells indexed. */
export function assemble(
  revision: number,
  records: Snapshot["records"],
  publishedBy: Snapshot["publishedBy"],
): Snapshot {
  return {
    revision,
    records,
    publishedBy,
    assessments: byCell(records.assessment.values(), byEffect),
    checks: byCell(records.check.values(), byCheck),
  }
}

const byEffect = (a: Assessment, b: Assessment) => order(a.effectiveOn, b.effectiveOn) || order(a.id, b.id)
const byCheck = (a: Check, b: Check) => order(a.checkedOn, b.checkedOn) || order(a.id, b.id)

/** The same with other records in place of some: only the cells of those are indexed anew. `ids` by kind. */
export function reassemble(
  facts: Snapshot,
  records: Snapshot["records"],
  ids: { [K in Kind]?: ReadonlySet<string> },
): Snapshot {
  const { assessment: assessments, check: checks } = ids
  return {
    ...facts,
    records,
    assessments: assessments
      ? recut(facts.assessments, facts.records.assessment, records.assessment, assessments, byEffect)
      : facts.assessments,
    checks: checks ? recut(facts.checks, facts.records.check, records.check, checks, byCheck) : facts.checks,
  }
}

type InCell = { id: string; commitment: string; lane: Lane; region: string | null }

function recut<T extends InCell>(
  cells: Map<Cell, T[]>,
  before: Map<string, T>,
  after: Map<string, T>,
  ids: ReadonlySet<string>,
  compare: (a: T, b: T) => number,
): Map<Cell, T[]> {
  const touched = [...ids].flatMap((id) => [before.get(id) ?? [], after.get(id) ?? []].flat())
  const fresh = new Map(cells)
  for (const cell of new Set(touched.map(cellOf))) {
    const kept = (cells.get(cell) ?? []).filter(({ id }) => !ids.has(id))
    if (kept.length > 0) fresh.set(cell, kept)
    else fresh.delete(cell)
  }
  const added = [...ids].flatMap((id) => after.get(id) ?? [])
  for (const [cell, list] of grouped(added, cellOf))
    fresh.set(cell, [...(fresh.get(cell) ?? []), ...list].sort(compare))
  return fresh
}

function byCell<T extends { commitment: string; lane: Lane; region: string | null }>(
  items: Iterable<T>,
  compare: (a: T, b: T) => number,
): Map<Cell, T[]> {
  const cells = grouped(items, cellOf)
  for (const list of cells.values()) list.sort(compare)
  return cells
}

/** By code unit, the same on every machine and in every locale. */
export const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The assessment in force in a cell by the end of a day, or null if nobody had assessed it yet. */
export function standing(facts: Snapshot, cell: Cell, asOf: Day): Assessment | null {
  const list = facts.assessments.get(cell)
  return list ? (list[lastUpTo(list, asOf)] ?? null) : null
}

/** Every assessment of a cell up to the end of a day, oldest first. */
export function history(facts: Snapshot, cell: Cell, asOf: Day): Assessment[] {
  const list = facts.assessments.get(cell) ?? []
  return list.slice(0, lastUpTo(list, asOf) + 1)
}

function lastUpTo(list: Assessment[], asOf: Day): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.effectiveOn <= asOf) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * The day a cell was last checked: its newest re-check or the effective date of its newest assessment,
 * whichever is later; null if never. The starting data carry no check dates, so there the fact's own
 * date stands in.
 */
export function lastChecked(facts: Snapshot, cell: Cell, asOf: Day): Day | null {
  const assessed = standing(facts, cell, asOf)?.effectiveOn ?? null
  const checked = facts.checks.get(cell)?.findLast((check) => check.checkedOn <= asOf)?.checkedOn ?? null
  if (assessed === null || checked === null) return assessed ?? checked
  return assessed > checked ? assessed : checked
}
