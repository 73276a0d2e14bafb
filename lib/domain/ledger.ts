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

/** What a follower has read from the log: new revisions and the versions they published, ascending. */
export type Growth = { revisions: Revision[]; versions: { [K in Kind]?: Version<K>[] } }

/**
 * Appends what is new, in time that depends only on how much is new; what is known already is passed over, so two
 * readers of the log may both bring the same growth. Answers about older revisions stay as they were.
 */
export function grow(ledger: Ledger, growth: Growth): Ledger {
  const known = ledger.newest
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
  return ledger
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
  const found = kept.get(revision) ?? cut(ledger, revision)
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
    assessments: byCell(
      records.assessment.values(),
      (a, b) => order(a.effectiveOn, b.effectiveOn) || order(a.id, b.id),
    ),
    checks: byCell(records.check.values(), (a, b) => order(a.checkedOn, b.checkedOn) || order(a.id, b.id)),
  }
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
