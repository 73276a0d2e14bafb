import "server-only"
import { db, isUniqueViolation, isUnreachable, type Tx } from "@/lib/data/db"
import { within } from "@/lib/data/patience"
import { type Actor, assertCan, type Permission } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import type { Prisma } from "@/prisma/generated/client"

/** What an act leaves in the audit beside its result. `detail` names things, never secrets or private words. */
export type Written<T> = { value: T; audit: { action: string; subject: string; detail: Prisma.InputJsonObject } }

/**
 * The only way to change data: check the permission, open a transaction, do the work, record it. `work` cannot
 * compile without an audit entry, and the entry commits or rolls back with the work.
 * @throws Refusal `forbidden`, `conflict` if somebody was faster, `unavailable` if the database is away.
 */
export async function write<T>(
  actor: Actor,
  permission: Permission,
  work: (tx: Tx) => Promise<Written<T>>,
): Promise<T> {
  assertCan(actor, permission)
  // A hung database is found out before anything is begun, so that "nothing was saved" is true.
  await read((tx) => tx.$queryRaw`SELECT 1`)
  try {
    return await db().$transaction(async (tx) => {
      const { value, audit } = await work(tx)
      await tx.auditEntry.create({ data: { actorId: actor.kind === "person" ? actor.id : null, ...audit } })
      return value
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal("conflict", "Someone got there first. Reload and try again.")
    if (isUnreachable(error)) throw new Refusal("unavailable", "The database cannot be reached. Nothing was saved.")
    throw error
  }
}

/** How long a person waits for the database before being told that it cannot be reached. */
const PATIENCE_MS = 2500

/** Reads for one request. @throws Refusal `unavailable` if the database is away or does not answer in time. */
export async function read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    const answer = await within(PATIENCE_MS, work(db()))
    if (answer !== "late") return answer
  } catch (error) {
    if (!isUnreachable(error)) throw error
  }
  throw new Refusal("unavailable", "The database cannot be reached.")
}

/**
 * Keeps or drops counts of what strangers do, in one statement: the only change that leaves no audit entry. Entries
 * stay for ever, and by asking alone nobody may make the record of acts grow. Only lib/data/attempts.ts enters here.
 * @throws Refusal `unavailable` as `read` does; the statement may have been carried out all the same.
 */
export const tally = <T>(statement: (tx: Tx) => Promise<T>): Promise<T> => read(statement)
