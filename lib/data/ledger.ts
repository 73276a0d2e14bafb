import "server-only"
import { db, isUnreachable, saidByDatabase, type Tx } from "@/lib/data/db"
import { within } from "@/lib/data/patience"
import { versionsBetween } from "@/lib/data/rows"
import type { StoredEntry } from "@/lib/data/chain"
import {
  emptyLedger,
  type Entry,
  grow,
  type Growth,
  type Ledger,
  type Revision,
  type RevisionKind,
} from "@/lib/domain/ledger"
import { KIND_NAMES } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"

/** How long an answer about the newest revision may be reused. Also how soon every instance sees a new one. */
const FRESH_MS = 500

type Follower = {
  url: string | undefined
  ledger: Ledger
  askedAt: number
  asking: Question | null
  askingSince: number
  /** How often freshness was forgotten: what was asked before the last time may not know what was published since. */
  forgotten: number
  reachable: boolean
  /** The error that keeps the ledger from growing although the database can be reached, or null. */
  fault: Error | null
}
type Question = { answer: Promise<void>; forgotten: number }

// Next bundles this module apart from our server; both must follow with one ledger, so it hangs on the process.
const shared = globalThis as typeof globalThis & { napFollower?: Follower; napLedgerFault?: (error: Error) => void }

function follower(): Follower {
  const url = process.env.DATABASE_URL
  if (shared.napFollower?.url !== url || !shared.napFollower) {
    const neverAsked = { askedAt: 0, asking: null, askingSince: 0, forgotten: 0, reachable: false, fault: null }
    shared.napFollower = { url, ledger: emptyLedger(), ...neverAsked }
  }
  return shared.napFollower
}

/**
 * Every published fact. Asks Postgres for the newest revision at most twice a second, one question at a time,
 * and loads only what is new. While the database is away readers keep the ledger in memory (ledgerHealth
 * says so).
 * @throws Refusal `unavailable` if nothing was ever loaded.
 */
export async function ledger(): Promise<Ledger> {
  const mine = follower()
  if (Date.now() - mine.askedAt >= FRESH_MS) {
    const answer = ask(mine)
    // The first load is worth waiting for; afterwards a slow database must not slow readers down.
    if (mine.ledger.newest === 0) await answer
    else if (mine.reachable && (await within(PATIENCE_MS, answer)) === "late") {
      mine.reachable = Date.now() - mine.askingSince < AWAY_MS
    }
  }
  if (mine.ledger.newest === 0) throw new Refusal("unavailable", "The record is not loaded yet.")
  return mine.ledger
}

/** How long a reader waits for the database before being answered from memory. */
const PATIENCE_MS = 300
/** How long without an answer makes a database unreachable: longer than a busy moment of this process. */
const AWAY_MS = 1500

/**
 * What is in memory right now and whether the database answered when last asked; `fault` is what it said
 * when it answered with an error. Asks nothing.
 */
export function ledgerHealth(): { newest: number; reachable: boolean; fault: string | null } {
  const { ledger: held, reachable, fault } = follower()
  return { newest: held.newest, reachable, fault: fault && (saidByDatabase(fault) ?? fault.name) }
}

/** Tells `report` of what keeps the ledger from growing, but for a database that is away: once while it lasts. */
export function reportFaults(report: (error: Error) => void): void {
  shared.napLedgerFault = report
}

/** Makes the next ledger() ask the database at once: an editor must see what they just published. */
export function forgetFreshness(): void {
  const mine = follower()
  mine.askedAt = 0
  mine.forgotten++
}

/** The ledger up to the newest revision that this transaction sees: for publishing, under the publishing lock. */
export async function currentLedger(tx: Tx): Promise<Ledger> {
  const mine = follower()
  await growFrom(tx, mine)
  return mine.ledger
}

async function growFrom(tx: Tx, mine: Follower): Promise<void> {
  for (;;) {
    const growth = await readSince(tx, mine.ledger.newest)
    if (!growth) return
    // Not what was held before the reading: meanwhile a removal may have put another ledger in its place.
    mine.ledger = grow(mine.ledger, growth)
  }
}

/** The answer to the question under way; to one after it, if that was begun before freshness was forgotten. */
function ask(mine: Follower): Promise<void> {
  const before = mine.asking
  if (before?.forgotten === mine.forgotten) return before.answer
  const first = before?.answer.catch(() => {}) ?? Promise.resolve()
  const answer = first
    .then(() => catchUp(mine))
    .finally(() => {
      if (mine.asking === question) mine.asking = null
    })
  const question: Question = { answer, forgotten: mine.forgotten }
  mine.asking = question
  return answer
}

async function catchUp(mine: Follower): Promise<void> {
  const { forgotten } = mine
  mine.askingSince = Date.now()
  try {
    await growFrom(db(), mine)
    mine.reachable = true
    mine.fault = null
  } catch (error) {
    mine.reachable = false
    const fault = isUnreachable(error) ? null : (error as Error)
    if (fault && mine.ledger.newest === 0) throw fault
    // Readers go on with what is in memory; the operator must hear of it, though not with every reader.
    if (fault && String(fault) !== String(mine.fault)) shared.napLedgerFault?.(fault)
    mine.fault = fault
  } finally {
    if (mine.forgotten === forgotten) mine.askedAt = Date.now()
  }
}

/** Revisions read at a time, so that a long log does not stand in memory twice. */
const LOAD_IN_ONE = 5000

/** Revisions after `newest` with the versions they published, or null if there are none. */
export async function readSince(tx: Tx, newest: number): Promise<Growth | null> {
  const rows = await tx.revision.findMany({
    where: { number: { gt: newest, lte: newest + LOAD_IN_ONE } },
    orderBy: { number: "asc" },
    select: { number: true, publishedAt: true, kind: true, reasonEn: true, reasonUr: true, hash: true, entries: true },
  })
  const last = rows.at(-1)
  if (!last) return null
  const revisions = rows.map(revisionOf)
  const touched = new Set(revisions.flatMap(({ kind, entries }) => (kind === "redaction" ? [] : entries.map(kindOf))))
  const versions: Growth["versions"] = {}
  for (const kind of KIND_NAMES) {
    if (touched.has(kind)) versions[kind] = (await versionsBetween(tx, kind, newest, last.number)) as never
  }
  const removals = revisions.filter((revision) => revision.kind === "redaction")
  return { revisions, versions, ...(removals.length > 0 && { rewritten: await rewrittenBy(tx, removals) }) }
}

type StoredRevision = {
  number: number
  publishedAt: Date
  kind: string
  reasonEn: string
  reasonUr: string | null
  hash: string
  entries: unknown
}

function revisionOf({ number, publishedAt, kind, reasonEn, reasonUr, hash, entries }: StoredRevision): Revision {
  const stored = entries as StoredEntry[]
  const revision = { number, publishedAt: publishedAt.toISOString(), kind: kind as RevisionKind, hash }
  const reason = { en: reasonEn, ur: reasonUr }
  if (kind !== "redaction") return { ...revision, reason, entries: stored.map(entryOf) }
  // Each version of a record has an entry of its own there; readers are told of the record once.
  const records = stored.filter((entry) => entry.kind !== "revision")
  const named = new Map(records.map((entry) => [`${entry.kind}/${entry.id}`, entryOf(entry)]))
  const reasonsRemoved = stored.filter((entry) => entry.kind === "revision").map((entry) => Number(entry.id))
  return { ...revision, reason, entries: [...named.values()], reasonsRemoved }
}

const entryOf = ({ kind, id, key, act }: StoredEntry) => ({ kind, id, key, act }) as Entry
const kindOf = ({ kind }: Entry) => kind

/** Every version of the records, and every reason, that removals by law have rewritten, as they stand now. */
async function rewrittenBy(tx: Tx, removals: Revision[]): Promise<NonNullable<Growth["rewritten"]>> {
  const entries = removals.flatMap((removal) => removal.entries)
  const versions: Growth["versions"] = {}
  for (const kind of new Set(entries.map(kindOf))) {
    const ids = entries.filter((entry) => entry.kind === kind).map((entry) => entry.id)
    versions[kind] = (await versionsBetween(tx, kind, 0, removals.at(-1)!.number, ids)) as never
  }
  const rows = await tx.revision.findMany({
    where: { number: { in: removals.flatMap((removal) => removal.reasonsRemoved ?? []) } },
    select: { number: true, reasonEn: true, reasonUr: true },
  })
  return {
    versions,
    reasons: rows.map(({ number, reasonEn, reasonUr }) => ({ number, reason: { en: reasonEn, ur: reasonUr } })),
  }
}
