import "server-only"
import type { Tx } from "@/lib/data/db"
import { forgetFreshness, ledger } from "@/lib/data/ledger"
import { read, write } from "@/lib/data/write"
import type { Instant } from "@/lib/domain/date"
import { MOST_ATTEMPTS, nextAttempt } from "@/lib/domain/delivery"
import type { Revision } from "@/lib/domain/ledger"
import { type Actor, assertCan } from "@/lib/domain/policy"

/** Our advisory lock for the webhook: "HOOK" in bytes. */
const HOOKING = 0x484f4f4b

/** How one attempt ended; `status` in a word for the operator: "200", "500", "timeout". */
export type Attempt = { delivered: boolean; status: string }

/** Null: nothing waits, it is not yet time, or another instance is at it. */
export type Delivered = (Attempt & { revision: number }) | null

/**
 * Makes one attempt to tell the webhook of the oldest revision it has not been told of: in the order of the revisions,
 * one at a time over all instances. A failed attempt is made again later, and given up after the sixth; until then the
 * revisions after it wait.
 */
export async function deliverNext(
  actor: Actor,
  now: Instant,
  post: (revision: Revision) => Promise<Attempt>,
): Promise<Delivered> {
  assertCan(actor, "proposal.publish")
  // Nothing is begun, and nothing audited, while nothing is due.
  if (!(await read((tx) => due(tx, now)))) return null
  try {
    return await write(actor, "proposal.publish", async (tx) => {
      const [lock] = await tx.$queryRaw<{ got: boolean }[]>`SELECT pg_try_advisory_xact_lock(${HOOKING}) AS got`
      const row = lock!.got ? await due(tx, now) : null
      const revision = row && (await revisionOf(row.revision))
      if (!row || !revision) throw new NothingDue()
      const attempt = await post(revision)
      const attempts = row.attempts + 1
      const next = attempt.delivered ? null : nextAttempt(attempts, now)
      await tx.delivery.update({
        where: { revision: row.revision },
        data: {
          attempts,
          lastStatus: attempt.status,
          ...(attempt.delivered && { deliveredAt: new Date(now) }),
          ...(next !== null && { nextAt: new Date(next) }),
        },
      })
      const detail = { attempt: attempts, status: attempt.status }
      return {
        value: { ...attempt, revision: row.revision },
        audit: { action: "webhook.deliver", subject: `revision:${row.revision}`, detail },
      }
    })
  } catch (error) {
    if (error instanceof NothingDue) return null
    throw error
  }
}

class NothingDue extends Error {}

async function due(tx: Tx, now: Instant) {
  const row = await tx.delivery.findFirst({
    where: { deliveredAt: null, attempts: { lt: MOST_ATTEMPTS } },
    orderBy: { revision: "asc" },
  })
  return row && row.nextAt <= new Date(now) ? row : null
}

async function revisionOf(number: number): Promise<Revision | null> {
  forgetFreshness()
  return (await ledger()).revisions[number - 1] ?? null
}

/** How the webhook stands: the newest revision it was told of, how many wait, and how many were given up. */
export type DeliveryState = { last: number | null; waiting: number; givenUp: number; lastStatus: string | null }

export async function deliveryState(actor: Actor): Promise<DeliveryState> {
  assertCan(actor, "audit.read")
  return read(async (tx) => {
    const { _max } = await tx.delivery.aggregate({ where: { deliveredAt: { not: null } }, _max: { revision: true } })
    const open = { deliveredAt: null }
    const waiting = await tx.delivery.count({ where: { ...open, attempts: { lt: MOST_ATTEMPTS } } })
    const givenUp = await tx.delivery.count({ where: { ...open, attempts: { gte: MOST_ATTEMPTS } } })
    const failing = await tx.delivery.findFirst({
      where: { ...open, lastStatus: { not: null } },
      orderBy: { revision: "desc" },
    })
    return { last: _max.revision, waiting, givenUp, lastStatus: failing?.lastStatus ?? null }
  })
}
