import "server-only"
import { digestOf, GENESIS, hashOf, recordDigest, type StoredEntry } from "@/lib/data/chain"
import { db, type Tx } from "@/lib/data/db"
import { versionsBetween } from "@/lib/data/rows"
import type { Instant } from "@/lib/domain/date"
import type { RevisionKind } from "@/lib/domain/ledger"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"

/** The outcome of checking the whole record. `faults` name the first thing wrong with each bad revision. */
export type Verdict = { revisions: number; records: number; head: string; faults: { revision: number; what: string }[] }

const AT_A_TIME = 500
/** A row outside the revisions there are would come alive later, so the first and last readings reach that far. */
const [LOWEST, HIGHEST] = [-2_147_483_648, 2_147_483_647]

/**
 * Checks the record from the first revision on: numbers without gaps, each hash covering its content and the hash
 * before it, every entry with exactly the row it published and no row without an entry. Finds any edit, deletion,
 * reordering or insertion. What the law took out must be exactly what a later revision of the chain says it left.
 * A record cut off clean at its end, or rewritten with every hash after, is sound in itself: only `checkpoints` of
 * before tell on it. `progress` is told how many revisions are done. `tx` is where to look; the database in use if
 * left out.
 */
export async function verify(
  progress: (done: number) => void = () => {},
  tx: Tx = db(),
  checkpoints: readonly Noted[] = [],
): Promise<Verdict> {
  const verdict: Verdict = { revisions: 0, records: 0, head: GENESIS, faults: [] }
  const left = await leftByRemovals(tx)
  for (let from = 0; ; from += AT_A_TIME) {
    const revisions = await tx.revision.findMany({
      where: { number: { gt: from, lte: from + AT_A_TIME } },
      orderBy: { number: "asc" },
    })
    const isLast = revisions.length < AT_A_TIME
    const rows = await rowsBetween(tx, from === 0 ? LOWEST : from, isLast ? HIGHEST : from + AT_A_TIME, left)
    for (const revision of revisions) {
      const what = faultIn(revision, verdict, rows, left)
      if (what) verdict.faults.push({ revision: revision.number, what })
      verdict.faults.push(...rewritten(revision, checkpoints))
      verdict.revisions++
      verdict.head = revision.hash
    }
    for (const [name, row] of rows)
      verdict.faults.push({ revision: row.revision, what: `${name} has a row that no revision published` })
    progress(verdict.revisions)
    if (isLast) break
  }
  const beyond = await tx.revision.count()
  if (beyond !== verdict.revisions)
    verdict.faults.push({ revision: verdict.revisions + 1, what: "revisions are missing" })
  for (const { revision, at } of checkpoints.filter((it) => it.revision > verdict.revisions))
    verdict.faults.push({ revision: verdict.revisions + 1, what: `is missing: on ${at} there were ${revision}` })
  return verdict
}

/** What a checkpoint says: that a revision had this hash at a moment. */
type Noted = { revision: number; hash: string; at: Instant }

const rewritten = ({ number, hash }: StoredRevision, checkpoints: readonly Noted[]): Verdict["faults"] =>
  checkpoints
    .filter((it) => it.revision === number && it.hash !== hash)
    .map(({ at }) => ({ revision: number, what: `its hash is not that of ${at}: it, or one before it, was rewritten` }))

/** The digest of what removals by law left, by "kind/id@revision"; the last removal of a place counts. */
type Left = Map<string, { digest: string; by: number }>

async function leftByRemovals(tx: Tx): Promise<Left> {
  const removals = await tx.revision.findMany({
    where: { kind: "redaction" },
    orderBy: { number: "asc" },
    select: { number: true, entries: true },
  })
  const left: Left = new Map()
  for (const { number, entries } of removals) {
    for (const entry of entries as StoredEntry[]) {
      if (entry.act === "redact") left.set(placeOf(entry), { digest: entry.digest, by: number })
    }
  }
  return left
}

const placeOf = ({ kind, id, version }: Pick<StoredEntry, "kind" | "id" | "version">) => `${kind}/${id}@${version}`

/** A row of a record with what is wrong with it, or null. */
type RowFact = { revision: number; digest: string; fault: string | null }

async function rowsBetween(tx: Tx, after: number, upTo: number, left: Left): Promise<Map<string, RowFact>> {
  const rows = new Map<string, RowFact>()
  for (const kind of KIND_NAMES) {
    for (const row of await versionsBetween(tx, kind, after, upTo)) {
      const { revision, digest } = row
      rows.set(`${revision}:${kind}/${row.record.id}`, { revision, digest, fault: faultOf(kind, row, left) })
    }
  }
  return rows
}

function faultOf(kind: Kind, row: Awaited<ReturnType<typeof versionsBetween>>[number], left: Left): string | null {
  const { revision, withdrawn, record, salt, digest, redaction } = row
  const removal = left.get(placeOf({ kind, id: record.id, version: revision }))
  if (removal && removal.by > revision) {
    return recordDigest("", kind, withdrawn, record) === removal.digest ? null : "was altered"
  }
  if (redaction !== null) return "was blanked without a removal by law"
  return recordDigest(salt, kind, withdrawn, record) === digest ? null : "was altered"
}

type StoredRevision = Awaited<ReturnType<ReturnType<typeof db>["revision"]["findMany"]>>[number]

/** Checks one revision and takes its rows out of `rows`. */
function faultIn(revision: StoredRevision, verdict: Verdict, rows: Map<string, RowFact>, left: Left): string | null {
  const { number, kind, team, reasonDigest } = revision
  const entries = revision.entries as StoredEntry[]
  let fault: string | null = null
  for (const entry of entries) {
    const name = `${number}:${entry.kind}/${entry.id}`
    const row = rows.get(name)
    rows.delete(name)
    verdict.records++
    // A removal publishes no rows; what it left is checked where the rows stand.
    if (kind === "redaction" && entry.act === "redact") continue
    if (!row) fault ??= `${entry.kind}/${entry.id} is missing`
    else if (row.fault) fault ??= `${entry.kind}/${entry.id} ${row.fault}`
    else if (row.digest !== entry.digest) fault ??= `${entry.kind}/${entry.id} was altered`
  }
  if (number !== verdict.revisions + 1) return `expected revision ${verdict.revisions + 1}`
  if (revision.previousHash !== verdict.head) return "does not follow from the revision before"
  const reasonFault = faultInReason(revision, left)
  if (reasonFault) return reasonFault
  const publishedAt = revision.publishedAt.toISOString()
  const hash = hashOf(revision.previousHash, {
    number,
    publishedAt,
    kind: kind as RevisionKind,
    team,
    reasonDigest,
    entries,
  })
  if (hash !== revision.hash) return "its hash does not fit its content"
  return fault
}

function faultInReason({ number, reasonEn, reasonUr, reasonSalt, ...revision }: StoredRevision, left: Left) {
  const reason = { en: reasonEn, ur: reasonUr }
  const removal = left.get(placeOf({ kind: "revision", id: String(number), version: number }))
  if (removal && removal.by > number) {
    return digestOf("", reason) === removal.digest ? null : "its reason was altered"
  }
  if (revision.redaction !== null) return "its reason was blanked without a removal by law"
  return digestOf(reasonSalt, reason) === revision.reasonDigest ? null : "its reason was altered"
}
