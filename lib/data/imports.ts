import "server-only"
import { sha256 } from "@/lib/data/chain"
import { assertCopies } from "@/lib/data/copies"
import { ledger } from "@/lib/data/ledger"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { batchesOf, type Table } from "@/lib/data/tables/read"
import { read } from "@/lib/data/write"
import { dayOf } from "@/lib/domain/date"
import { clashesSince } from "@/lib/domain/conflict"
import { accuse, type Judged, judgeOf, type Outcome } from "@/lib/domain/import/judge"
import type { Kind } from "@/lib/domain/records"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan } from "@/lib/domain/policy"
import { keyOf, MOST_OPERATIONS, type Operation } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"

/** One row of the answer: what it comes to, without what would be published. */
export type RowResult = Omit<Judged, "operation">
export type Totals = { rows: number } & Record<Outcome, number>

/**
 * What a dry run found. `base`: the revision it was held against. `changes`: rows that would change the record.
 * `rows`: errors first, then warnings, then the rest, as far as they are listed; `left` counts the others.
 */
export type ImportCheck = {
  kind: Kind
  format: Table["format"]
  base: number
  totals: Totals
  changes: number
  rows: RowResult[]
  left: number
}

/** How an import is read. `mostRows`: more are refused. `onRow` is told every row, `onBatch` after each batch. */
export type Reading = {
  mostRows: number
  listed: number
  onRow?: (row: RowResult) => void
  onBatch?: () => void
}

/**
 * Reads a table and says what importing it would do; writes nothing. Needs memory for the names of its rows, not for
 * their texts.
 * @throws Refusal `invalid` for a file that cannot be read at all, `too_large`.
 */
export async function checkImport(actor: Actor, table: Table, reading: Reading): Promise<ImportCheck> {
  assertCan(actor, "proposal.write")
  const held = await ledger()
  const base = held.newest
  const totals: Totals = { rows: 0, add: 0, change: 0, same: 0, warning: 0, error: 0 }
  const lists: Record<Outcome, RowResult[]> = { error: [], warning: [], add: [], change: [], same: [] }
  let changes = 0
  for await (const batch of judged(actor, table, held, base, reading.mostRows)) {
    for (const { operation, ...row } of batch) {
      totals.rows++
      totals[row.outcome]++
      if (operation) changes++
      if (lists[row.outcome].length < reading.listed) lists[row.outcome].push(row)
      reading.onRow?.(row)
    }
    reading.onBatch?.()
  }
  const rows = [...lists.error, ...lists.warning, ...lists.add, ...lists.change, ...lists.same].slice(0, reading.listed)
  const { kind, format } = table
  return { kind, format, base, totals, changes, rows, left: totals.rows - rows.length }
}

/** A draft that an import made, and the revision that published it, if it was. */
export type Imported = { id: string; operations: number; revision: number | null }

/** `publisher`: publishes each batch at once in this person's name; null leaves drafts. */
export type Proposing = {
  reason: { en: string; ur: string | null }
  key: string | null
  publisher: Actor | null
  onBatch?: (done: number) => void
}

/**
 * Makes proposals of a table that a dry run found free of errors, each of at most MOST_OPERATIONS; published ones stand
 * on one another, drafts all on the revision of the dry run. The same `key` finds the drafts it made before.
 * @throws Refusal `invalid` where the dry run had errors, `conflict` where somebody published on the same records
 * meanwhile; what was published before that stays, and the same file imported again goes on from there.
 */
export async function proposeImport(
  actor: Actor,
  table: Table,
  check: ImportCheck,
  { reason, key, publisher, onBatch }: Proposing,
): Promise<Imported[]> {
  assertCan(actor, "proposal.write")
  if (check.totals.error > 0) throw new Refusal("invalid", "Nothing was written: some rows have errors.")
  const held = await ledger()
  const made: Imported[] = []
  const count = Math.ceil(check.changes / MOST_OPERATIONS)
  let done = 0
  for await (const operations of piecesOf(actor, table, held, check)) {
    const number = made.length + 1
    if (publisher) assertUntouched(await ledger(), operations, check.base, made)
    const draft = await createProposal(
      actor,
      {
        change: operations.some(({ act }) => act === "change") ? "correction" : "world-changed",
        reasonEn: numbered(reason.en, number, count),
        reasonUr: reason.ur === null ? null : numbered(reason.ur, number, count),
        note: null,
        operations,
        base: publisher ? (await ledger()).newest : check.base,
      },
      key === null ? null : `${key}:${number}`,
    )
    made.push({ id: draft.id, operations: operations.length, revision: null })
    if (publisher) made.at(-1)!.revision = await published(actor, publisher, draft)
    onBatch?.((done += operations.length))
  }
  return made
}

const numbered = (reason: string, number: number, count: number) =>
  count > 1 ? `${reason} (${number}/${count})` : reason

async function published(author: Actor, publisher: Actor, draft: { id: string; version: number }): Promise<number> {
  const asked =
    publisher.kind === "person" && author.kind === "person" && publisher.id !== author.id ? publisher.id : null
  const { id, version } = await submitProposal(author, draft.id, draft.version, asked)
  const { revision } = await publishProposal(publisher, id, version)
  return revision
}

/** A batch may stand on the batches before it, but on nobody else's work that the dry run did not see. */
function assertUntouched(held: Ledger, operations: Operation[], base: number, made: readonly Imported[]): void {
  const own = new Set(made.flatMap(({ revision }) => revision ?? []))
  const clashing = clashesSince(held, operations, base, own)
  if (clashing.length === 0) return
  const message = "Somebody published on the same records during the import. What was published stays; import again."
  throw new Refusal("conflict", message, {}, { conflicts: clashing })
}

async function* judged(actor: Actor, table: Table, held: Ledger, base: number, mostRows: number) {
  const facts = snapshot(held, base)
  const today = dayOf(new Date().toISOString())
  const judge = judgeOf({ kind: table.kind, ledger: held, facts, actor, today, hash: sha256 })
  for await (const rows of batchesOf(table, mostRows)) {
    const batch = judge(rows)
    if (table.kind === "source") await accuseOfCopies(batch)
    yield batch
    // Between batches others are served.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A source may only name an archived copy that is kept here. */
async function accuseOfCopies(batch: Judged[]): Promise<void> {
  const standing = batch.filter(({ operation }) => operation !== null)
  try {
    await read((tx) =>
      assertCopies(
        tx,
        standing.map(({ operation }) => operation!),
      ),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "invalid") throw error
    accuse(standing, error.fields)
  }
}

/** So many operations are put in order before they are cut into proposals; more are taken as the file brings them. */
const MOST_SORTED = 20_000

/**
 * The operations of a table in pieces of one proposal each. What touches the same key stays together, or the second
 * draft would be in conflict as soon as the first is published; in a very long file only where its rows stand together.
 */
async function* piecesOf(actor: Actor, table: Table, held: Ledger, check: ImportCheck): AsyncGenerator<Operation[]> {
  const facts = snapshot(held, check.base)
  let waiting: Operation[] = []
  for await (const batch of judged(actor, table, held, check.base, check.totals.rows)) {
    if (batch.some(({ outcome }) => outcome === "error")) {
      throw new Refusal("conflict", "The file or the day changed since the dry run. Run it again.")
    }
    waiting.push(...batch.flatMap(({ operation }) => operation ?? []))
    if (check.changes <= MOST_SORTED) continue
    while (waiting.length > MOST_OPERATIONS) yield waiting.splice(0, cutOf(waiting))
  }
  if (check.changes <= MOST_SORTED && check.changes > MOST_OPERATIONS) {
    const keyed = waiting.map((operation) => ({ operation, key: keyOf(operation, facts) }))
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    waiting = keyed.map(({ operation }) => operation)
  }
  while (waiting.length > 0) yield waiting.splice(0, cutOf(waiting))

  function cutOf(operations: Operation[]): number {
    if (operations.length <= MOST_OPERATIONS) return operations.length
    const keyAt = (at: number) => keyOf(operations[at]!, facts)
    let cut = MOST_OPERATIONS
    while (cut > 1 && keyAt(cut - 1) === keyAt(cut)) cut--
    return cut > 1 ? cut : MOST_OPERATIONS
  }
}
