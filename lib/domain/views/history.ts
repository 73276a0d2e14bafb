import type { Day, Instant, Precision } from "@/lib/domain/date"
import { cellOf, type Entry, type Ledger, type RevisionKind, type Snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment } from "@/lib/domain/records"
import type { Lane, Level } from "@/lib/domain/scale"
import { isByThen } from "@/lib/domain/views/changes"
import { pastOf } from "@/lib/domain/views/past"
import { commitmentHead, type CommitmentHead, type Text } from "@/lib/domain/views/scope"

export type HistoryItem = {
  revision: number
  publishedAt: Instant
  kind: RevisionKind
  reason: Text
  items: {
    act: Entry["act"]
    kind: Entry["kind"]
    /** The record's own id. */
    id: string
    commitment: CommitmentHead | null
    lane: Lane | null
    /** The name of the province or territory judged; null: the whole country. */
    region: Text | null
    from: Level | null
    to: Level | null
    on: Day | null
    /** How much of `on` is known. */
    precision: Precision
  }[]
}

/**
 * What each revision up to the one known did to this point as of a day, newest first; names no editor. With a region, of
 * the levels and re-checks only those of this region: one of the whole country, or of another, is no level of it.
 */
export function historyOf(
  ledger: Ledger,
  facts: Snapshot,
  commitments: Commitment[],
  point: string,
  { asOf, region }: Pick<Question, "asOf" | "region">,
): HistoryItem[] {
  const byId = new Map(commitments.map((it) => [it.id, it]))
  const past = pastOf(ledger)
  return ledger.revisions
    .slice(0, facts.revision)
    .flatMap((revision) => {
      const items = revision.entries.flatMap((entry) => {
        // A removal by law has no version of its own; the page of changes tells of it.
        if (entry.act === "redact") return []
        if (entry.kind === "point" && entry.id === point) return [itemOf(entry, null, null)]
        if (entry.kind === "commitment" && byId.has(entry.id))
          return [itemOf(entry, commitmentHead(facts, byId.get(entry.id)!), null)]
        if (entry.kind !== "assessment" && entry.kind !== "check") return []
        const now = past.version(entry.kind, entry.id, revision.number)!.record
        const commitment = byId.get(now.commitment)
        if (region !== null && now.region !== region) return []
        if (!commitment || !isByThen(past, entry, revision, { asOf })) return []
        const place = facts.records.region.get(now.region ?? "")
        const item = {
          ...itemOf(entry, commitmentHead(facts, commitment), now.lane),
          region: place ? { en: place.nameEn, ur: place.nameUr } : null,
        }
        if (!("level" in now)) return [{ ...item, on: now.checkedOn }]
        const from = past.standing(cellOf(now), now.effectiveOn, revision.number - 1)?.level ?? null
        const to = entry.act === "withdraw" ? null : now.level
        return [{ ...item, from, to, on: now.effectiveOn, precision: now.precision }]
      })
      if (items.length === 0) return []
      const { number, publishedAt, kind, reason } = revision
      return [{ revision: number, publishedAt, kind, reason, items }]
    })
    .reverse()
}

const itemOf = (entry: Entry, commitment: CommitmentHead | null, lane: Lane | null): HistoryItem["items"][number] => ({
  act: entry.act,
  kind: entry.kind,
  id: entry.id,
  commitment,
  lane,
  region: null,
  from: null,
  to: null,
  on: null,
  precision: "day",
})
