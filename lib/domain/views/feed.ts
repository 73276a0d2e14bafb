import { z } from "zod"
import type { Instant } from "@/lib/domain/date"
import { type Ledger, type Revision, type RevisionKind, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { type ChangeItem, RANK } from "@/lib/domain/views/change-item"
import { type ChangeCount, type ChangeFilter, changesFound, countsOf, itemsOf } from "@/lib/domain/views/changes"
import { pastOf } from "@/lib/domain/views/past"
import { type PlanHead, plansOf, type Text } from "@/lib/domain/views/scope"

/** Which changes a feed follows: what the world did, or what was corrected. Null is everything published. */
export const FeedKind = z.enum(["world", "correction"])
export type FeedKind = z.infer<typeof FeedKind>

/** The newest entries a feed carries, and how many records of one revision it names one by one. */
export const FEED_LENGTH = 100
const MOST_OF_ONE = 20

/**
 * One record that a revision touched; `item` null for what is not named one by one: the starting data, a removal that
 * touched no record, and the rest of a long revision, each counted.
 */
export type FeedEntry = {
  revision: number
  publishedAt: Instant
  kind: RevisionKind
  reason: Text
  item: ChangeItem | null
  counts: ChangeCount[]
}

export type FeedView = {
  revision: number
  /** When the record began. */
  began: Instant
  /** When its newest entry was published; of an empty feed, the same. */
  updated: Instant
  kind: FeedKind | null
  plan: PlanHead | null
  points: number[] | null
  track: Question["track"]
  entries: FeedEntry[]
}

/** What was published, newest first, narrowed to a plan or some of its points, a track, or a kind of change. */
export function changesFeed(ledger: Ledger, question: Question, kind: FeedKind | null, plan: string | null): FeedView {
  const filter: ChangeFilter = {
    kind: kind === "world" ? "world-changed" : kind,
    plan,
    points: plan === null ? null : question.points,
    track: question.track,
    revision: null,
    since: null,
  }
  const entries: FeedEntry[] = []
  for (const revision of changesFound(ledger, pastOf(ledger), question, filter)) {
    entries.push(...entriesOf(ledger, revision, question, filter))
    if (entries.length >= FEED_LENGTH) break
  }
  const facts = snapshot(ledger, question.known)
  const began = ledger.revisions[0]!.publishedAt
  return {
    revision: facts.revision,
    began,
    updated: entries[0]?.publishedAt ?? began,
    kind,
    plan: plansOf(facts).find((each) => each.id === plan) ?? null,
    points: filter.points,
    track: question.track,
    entries: entries.slice(0, FEED_LENGTH),
  }
}

function entriesOf(ledger: Ledger, revision: Revision, question: Question, filter: ChangeFilter): FeedEntry[] {
  const { number, publishedAt, kind, reason, entries } = revision
  const entry = (item: ChangeItem | null, counts: ChangeCount[] = []): FeedEntry => ({
    revision: number,
    publishedAt,
    kind,
    reason,
    item,
    counts,
  })
  if (kind === "dataset") return [entry(null, countsOf(entries))]
  const items = itemsOf(ledger, revision, question, filter).sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind))
  if (items.length === 0) return [entry(null, countsOf(entries))]
  const rest = items.slice(MOST_OF_ONE)
  const named = items.slice(0, MOST_OF_ONE).map((item) => entry(item))
  const counted = countsOf(rest.map(({ kind, id, act }) => ({ kind, id, act, key: "" })))
  return rest.length === 0 ? named : [...named, entry(null, counted)]
}
