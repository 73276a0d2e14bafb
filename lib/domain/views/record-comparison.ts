import type { Instant } from "@/lib/domain/date"
import { type Act, type Ledger, type RevisionKind, snapshot, type Version } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Kind } from "@/lib/domain/records"
import { belongingOf, differences, type FieldChange, nameOf } from "@/lib/domain/views/change-item"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { pastOf } from "@/lib/domain/views/past"
import { commitmentsInScope, pointHead, type PointHead, type Text } from "@/lib/domain/views/scope"

/** One version of a record, as the revision that published it left it. */
export type VersionHead = {
  revision: number
  publishedAt: Instant
  kind: RevisionKind
  reason: Text
  act: Act
}

export type RecordComparison = Frame & {
  kind: Kind
  id: string
  /** Its name as the later version has it. */
  name: Text
  /** The points it speaks of. */
  about: PointHead[]
  /** Every version up to the revision known, newest first. */
  versions: VersionHead[]
  /** The versions compared; `from` null is the time before it was published. */
  from: VersionHead | null
  to: VersionHead
  /** Whether the later version took the record back. */
  isWithdrawn: boolean
  fields: FieldChange[]
}

/**
 * Two versions of a record, field by field. `from` and `to` are revisions: each stands for the version that was in force
 * then. Left out, they are the newest version and the one before it; given the wrong way round they are exchanged. Null
 * for a record that the revision known has never heard of.
 */
export function recordComparison(
  ledger: Ledger,
  question: Question,
  { kind, id, from, to }: { kind: Kind; id: string; from: number | null; to: number | null },
): RecordComparison | null {
  const all = ((ledger.versions[kind] as Map<string, Version[]>).get(id) ?? []).filter(
    ({ revision }) => revision <= question.known,
  )
  if (all.length === 0) return null
  if (from !== null && to !== null && from > to) [from, to] = [to, from]
  const lastUpTo = (revision: number) => all.findLastIndex((version) => version.revision <= revision)
  const later = to === null ? all.length - 1 : Math.max(0, lastUpTo(to))
  const earlier = from === null ? later - 1 : Math.min(lastUpTo(from), later)
  const past = pastOf(ledger)
  const { revision, record, withdrawn } = all[later]!
  const before = all[earlier] ?? null
  // What was withdrawn says what it said: its fields stand beside those of the version before.
  const fields = differences(past, kind, before?.record ?? {}, record, revision, before?.revision ?? 0)
  const facts = snapshot(ledger, question.known)
  const heads = all.map((version) => headOf(ledger, kind, id, version))
  const names = { records: { plan: facts.records.plan, point: facts.records.point } }
  return {
    ...frameOf(ledger, facts, question, commitmentsInScope(facts, question)),
    kind,
    id,
    name: nameOf(past, kind, record, revision).title,
    about: belongingOf(past, { kind, id, key: "", act: "change" }, revision).points.flatMap(({ plan, number }) => {
      const point = [...facts.records.point.values()].find((it) => it.plan === plan && it.number === number)
      return point ? [pointHead(names, point)] : []
    }),
    versions: heads.toReversed(),
    from: before && heads[earlier]!,
    to: heads[later]!,
    isWithdrawn: withdrawn,
    fields,
  }
}

function headOf(ledger: Ledger, kind: Kind, id: string, { revision, withdrawn }: Version): VersionHead {
  const { publishedAt, kind: why, reason, entries } = ledger.revisions[revision - 1]!
  const act =
    entries.find((entry) => entry.kind === kind && entry.id === id)?.act ?? (withdrawn ? "withdraw" : "change")
  return { revision, publishedAt, kind: why, reason, act }
}
