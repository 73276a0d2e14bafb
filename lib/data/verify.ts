import "server-only"
import { digestOf, GENESIS, hashOf, recordDigest, type StoredEntry } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { versionsBetween } from "@/lib/data/rows"
import type { RevisionKind } from "@/lib/domain/ledger"
import { KIND_NAMES } from "@/lib/domain/records"

/** The outcome of checking the whole record. `faults` name the first thing wrong with each bad revision. */
export type Verdict = { revisions: number; records: number; head: string; faults: { revision: number; what: string }[] }

const AT_A_TIME = 500
/** A row outside the revisions there are would come alive later, so the first and last readings reach that far. */
const [LOWEST, HIGHEST] = [-2_147_483_648, 2_147_483_647]

/**
 * Checks the record from the first revision on: numbers without gaps, each hash covering its content and the hash
 * before it, every entry with exactly the row it published and no row without an entry. Finds any edit, deletion,
 * reordering or insertion. `progress` is told how many revisions are done.
 */
export async function verify(progress: (done: number) => void = () => {}): Promise<Verdict> {
  const verdict: Verdict = { revisions: 0, records: 0, head: GENESIS, faults: [] }
  for (let from = 0; ; from += AT_A_TIME) {
    const revisions = await db().revision.findMany({
      where: { number: { gt: from, lte: from + AT_A_TIME } },
      orderBy: { number: "asc" },
    })
    const isLast = revisions.length < AT_A_TIME
    const rows = await rowsBetween(from === 0 ? LOWEST : from, isLast ? HIGHEST : from + AT_A_TIME)
    for (const revision of revisions) {
      const what = faultIn(revision, verdict, rows)
      if (what) verdict.faults.push({ revision: revision.number, what })
      verdict.revisions++
      verdict.head = revision.hash
    }
    for (const [name, row] of rows)
      verdict.faults.push({ revision: row.revision, what: `${name} has a row that no revision published` })
    progress(verdict.revisions)
    if (isLast) break
  }
  const beyond = await db().revision.count()
  if (beyond !== verdict.revisions)
    verdict.faults.push({ revision: verdict.revisions + 1, what: "revisions are missing" })
  return verdict
}

type RowFact = { revision: number; digest: string; sound: boolean }

async function rowsBetween(after: number, upTo: number): Promise<Map<string, RowFact>> {
  const rows = new Map<string, RowFact>()
  for (const kind of KIND_NAMES) {
    for (const { revision, withdrawn, record, salt, digest } of await versionsBetween(db(), kind, after, upTo)) {
      const sound = recordDigest(salt, kind, withdrawn, record) === digest
      rows.set(`${revision}:${kind}/${record.id}`, { revision, digest, sound })
    }
  }
  return rows
}

type StoredRevision = Awaited<ReturnType<ReturnType<typeof db>["revision"]["findMany"]>>[number]

/** Checks one revision and takes its rows out of `rows`. */
function faultIn(revision: StoredRevision, verdict: Verdict, rows: Map<string, RowFact>): string | null {
  const { number, kind, team, reasonDigest, reasonSalt } = revision
  const entries = revision.entries as StoredEntry[]
  let fault: string | null = null
  for (const entry of entries) {
    const name = `${number}:${entry.kind}/${entry.id}`
    const row = rows.get(name)
    rows.delete(name)
    verdict.records++
    if (!row) fault ??= `${entry.kind}/${entry.id} is missing`
    else if (!row.sound || row.digest !== entry.digest) fault ??= `${entry.kind}/${entry.id} was altered`
  }
  if (number !== verdict.revisions + 1) return `expected revision ${verdict.revisions + 1}`
  if (revision.previousHash !== verdict.head) return "does not follow from the revision before"
  if (digestOf(reasonSalt, { en: revision.reasonEn, ur: revision.reasonUr }) !== reasonDigest)
    return "its reason was altered"
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
