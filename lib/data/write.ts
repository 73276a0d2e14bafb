import "server-only"
import { db, isUniqueViolation, isUnreachable, type Tx } from "@/lib/data/db"
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

/** Reads for signed-in work. @throws Refusal `unavailable` if the database is away. */
export async function read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await work(db())
  } catch (error) {
    if (isUnreachable(error)) throw new Refusal("unavailable", "The database cannot be reached.")
    throw error
  }
}
