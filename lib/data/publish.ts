import "server-only"
import { GENESIS, digestOf, hashOf, type Link, newSalt, recordDigest, type StoredEntry } from "@/lib/data/chain"
import { assertCopies } from "@/lib/data/copies"
import type { Tx } from "@/lib/data/db"
import { currentLedger, forgetFreshness } from "@/lib/data/ledger"
import { attributesOf, tableOf } from "@/lib/data/rows"
import { settings } from "@/lib/data/settings"
import { Turns } from "@/lib/data/turns"
import { write, type Written } from "@/lib/data/write"
import { clashesSince } from "@/lib/domain/conflict"
import { dayOf } from "@/lib/domain/date"
import { type Ledger, type RevisionKind, snapshot } from "@/lib/domain/ledger"
import { type Actor, assertSecondFactor, type Permission, type Team } from "@/lib/domain/policy"
import { assertSound, idOf, keyOf, type Operation, withOperations } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import { Refusal } from "@/lib/domain/refusal"
import type { Prisma } from "@/prisma/generated/client"

/** What is to become one revision. `base` is the revision it was written against; null only for the starting data. */
export type Publication = {
  kind: RevisionKind
  reason: { en: string; ur: string | null }
  operations: Operation[]
  /** What a removal by law has rewritten already, in the same transaction. Nothing else publishes without operations. */
  removed?: StoredEntry[]
  /** What the audit is to keep of it besides. */
  noted?: Prisma.InputJsonObject
  base: number | null
  proposalId: string | null
  authorId: string | null
  publisherId: string | null
  team: Team
}

export type Published = { revision: number; hash: string }

/**
 * The only way to change published facts: role, conflict check against the base, versioned rows, a revision chained
 * to the one before, and the audit entry, in one transaction. `draft` prepares the publication inside it, on the
 * newest ledger, and may refuse; `done` runs after the rows are in, for the proposal's own bookkeeping. One publication at a time, over
 * all instances.
 * @throws Refusal `conflict` with the keys somebody published since the base, `invalid` for unsound operations.
 */
export async function publish(
  actor: Actor,
  permission: Permission,
  draft: (tx: Tx, ledger: Ledger) => Promise<Publication>,
  done: (tx: Tx, published: Published) => Promise<void> = async () => {},
): Promise<Published> {
  assertSecondFactor(actor, settings().twoFactor)
  const published = await publishers.take(() =>
    write(actor, permission, async (tx): Promise<Written<Published>> => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PUBLISHING})`
      const ledger = await currentLedger(tx)
      const publication = await draft(tx, ledger)
      const value = await append(tx, ledger, publication)
      await done(tx, value)
      if (settings().webhook) await tx.delivery.create({ data: { revision: value.revision } })
      const { kind, operations, proposalId, noted } = publication
      return {
        value,
        audit: {
          action: "revision.publish",
          subject: `revision:${value.revision}`,
          detail: { kind, operations: operations.length, proposalId, ...noted },
        },
      }
    }),
  )
  forgetFreshness()
  return published
}

/** Our advisory lock for publishing: "NAP" in bytes. */
const PUBLISHING = 0x4e4150

// Publishers of one process queue here rather than each holding a database connection while waiting for the lock.
const publishers = new Turns(1)

async function append(tx: Tx, ledger: Ledger, publication: Publication): Promise<Published> {
  const { kind, reason, operations, removed = [], base, team, proposalId, authorId, publisherId } = publication
  const facts = snapshot(ledger, ledger.newest)
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`
  const publishedAt = clock!.now.toISOString()

  if (base !== null) {
    const clashing = clashesSince(ledger, operations, base)
    if (clashing.length > 0) {
      throw new Refusal("conflict", "Somebody published on the same record since.", {}, { conflicts: clashing })
    }
  }
  assertSound(
    operations,
    kind === "dataset" ? "dataset" : kind === "correction" ? "correction" : "world-changed",
    facts,
    dayOf(publishedAt),
    ledger,
  )
  await assertCopies(tx, operations)

  const after = withOperations(facts, operations)
  const rows = operations.map((operation) => {
    const withdrawn = operation.act === "withdraw"
    const record = withdrawn ? facts.records[operation.kind].get(operation.id)! : operation.record
    const salt = newSalt()
    const digest = recordDigest(salt, operation.kind, withdrawn, record)
    return { operation, record, withdrawn, salt, digest }
  })
  const published = rows.map(({ operation, digest }) => ({
    kind: operation.kind,
    id: idOf(operation),
    key: keyOf(operation, operation.act === "withdraw" ? facts : after),
    act: operation.act,
    digest,
  }))
  const entries: StoredEntry[] = [...published, ...removed]

  const number = ledger.newest + 1
  const previousHash = ledger.revisions.at(-1)?.hash ?? GENESIS
  const reasonSalt = newSalt()
  const reasonDigest = digestOf(reasonSalt, reason)
  const link: Link = { number, publishedAt, kind, team, reasonDigest, entries }
  const hash = hashOf(previousHash, link)
  await tx.revision.create({
    data: {
      number,
      previousHash,
      hash,
      publishedAt: clock!.now,
      kind,
      reasonEn: reason.en,
      reasonUr: reason.ur,
      reasonSalt,
      reasonDigest,
      entries,
      team,
      proposalId,
      authorId,
      publisherId,
    },
  })
  for (const each of KIND_NAMES)
    await insert(
      tx,
      each,
      number,
      rows.filter((row) => row.operation.kind === each),
    )
  return { revision: number, hash }
}

const ROWS_AT_A_TIME = 500

async function insert(
  tx: Tx,
  kind: Kind,
  revision: number,
  rows: { record: object; withdrawn: boolean; salt: string; digest: string }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
    await tableOf(tx, kind).createMany({
      data: rows
        .slice(from, from + ROWS_AT_A_TIME)
        .map(({ record, withdrawn, salt, digest }) => ({ ...attributesOf(record), revision, withdrawn, salt, digest })),
    })
  }
}
