import type { Day, Instant } from "@/lib/domain/date"
import { cellOf, type Entry, type Ledger, type RevisionKind, type Snapshot } from "@/lib/domain/ledger"
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
    from: Level | null
    to: Level | null
    on: Day | null
  }[]
}

/** What each revision up to the one known did to this point as of a day, newest first; names no editor. */
export function historyOf(
  ledger: Ledger,
  facts: Snapshot,
  commitments: Commitment[],
  point: string,
  asOf: Day,
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
        if (!commitment || !isByThen(past, entry, revision, { asOf })) return []
        const head = commitmentHead(facts, commitment)
        if (!("level" in now)) return [{ ...itemOf(entry, head, now.lane), on: now.checkedOn }]
        const from = past.standing(cellOf(now), now.effectiveOn, revision.number - 1)?.level ?? null
        const to = entry.act === "withdraw" ? null : now.level
        return [{ ...itemOf(entry, head, now.lane), from, to, on: now.effectiveOn }]
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
  from: null,
  to: null,
  on: null,
})
