import type { Day, Instant } from "@/lib/domain/date"
import {
  cellOf,
  type Entry,
  type Ledger,
  type RevisionKind,
  type Snapshot,
  snapshot,
  standing,
} from "@/lib/domain/ledger"
import type { Assessment, Commitment } from "@/lib/domain/records"
import type { Lane, Level } from "@/lib/domain/scale"
import { commitmentHead, type CommitmentHead, type Text } from "@/lib/domain/views/scope"

export type HistoryItem = {
  revision: number
  publishedAt: Instant
  kind: RevisionKind
  reason: Text
  items: {
    act: Entry["act"]
    kind: Entry["kind"]
    commitment: CommitmentHead | null
    lane: Lane | null
    from: Level | null
    to: Level | null
    on: Day | null
  }[]
}

/** What each revision up to the one known did to this point, newest first; names no editor. */
export function historyOf(ledger: Ledger, facts: Snapshot, commitments: Commitment[], point: string): HistoryItem[] {
  const byId = new Map(commitments.map((it) => [it.id, it]))
  return ledger.revisions
    .slice(0, facts.revision)
    .flatMap((revision) => {
      const items = revision.entries.flatMap((entry) => {
        if (entry.kind === "point" && entry.id === point) return [itemOf(entry, null, null)]
        if (entry.kind === "commitment" && byId.has(entry.id))
          return [itemOf(entry, commitmentHead(facts, byId.get(entry.id)!), null)]
        if (entry.kind !== "assessment" && entry.kind !== "check") return []
        const versions = ledger.versions[entry.kind].get(entry.id)!
        const now = versions.find((version) => version.revision === revision.number)!.record
        const commitment = byId.get(now.commitment)
        if (!commitment) return []
        const head = commitmentHead(facts, commitment)
        if (!("level" in now)) return [{ ...itemOf(entry, head, now.lane), on: now.checkedOn }]
        const before = levelBefore(ledger, revision.number, now)
        const to = entry.act === "withdraw" ? null : now.level
        return [{ ...itemOf(entry, head, now.lane), from: before, to, on: now.effectiveOn }]
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
  commitment,
  lane,
  from: null,
  to: null,
  on: null,
})

function levelBefore(ledger: Ledger, revision: number, fact: Assessment): Level | null {
  if (revision === 1) return null
  return standing(snapshot(ledger, revision - 1), cellOf(fact), fact.effectiveOn)?.level ?? null
}
