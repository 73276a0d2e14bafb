import type { Instant } from "@/lib/domain/date"
import type { Act, Revision, RevisionKind } from "@/lib/domain/ledger"

/** What the webhook is told of one published revision: nothing that is not public. */
export type RevisionMessage = {
  revision: number
  kind: RevisionKind
  publishedAt: Instant
  reason: { en: string; ur: string | null }
  hash: string
  entries: { kind: string; id: string; act: Act }[]
  url: string
}

export function messageOf(revision: Revision, baseUrl: string): RevisionMessage {
  const { number, kind, publishedAt, reason, hash, entries } = revision
  return {
    revision: number,
    kind,
    publishedAt,
    reason,
    hash,
    entries: entries.map((entry) => ({ kind: entry.kind, id: entry.id, act: entry.act })),
    url: `${baseUrl}/en/changes?revision=${number}`,
  }
}

const MINUTE = 60_000
/** How long after each failed attempt the next one is made; after the last failure there is none. */
const RETRIES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 720 * MINUTE]
export const MOST_ATTEMPTS = RETRIES.length + 1

/** When to try again after so many failed attempts; null when it is given up. */
export function nextAttempt(attempts: number, now: Instant): Instant | null {
  const wait = RETRIES[attempts - 1]
  return wait === undefined ? null : new Date(Date.parse(now) + wait).toISOString()
}
