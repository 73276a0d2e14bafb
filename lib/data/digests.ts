import "server-only"
import { createHash } from "node:crypto"
import { asDateColumn, type Tx } from "@/lib/data/db"
import { noticeOf } from "@/lib/data/notices"
import { read, write } from "@/lib/data/write"
import { Language } from "@/lib/domain/account"
import type { Day } from "@/lib/domain/date"
import { type Digest, MOST_IN_DIGEST } from "@/lib/domain/digest"
import { type Actor, assertCan } from "@/lib/domain/policy"

/** Our advisory lock for the daily mail of one person; its second half is made of the person's id. */
const MAILING = 0x4d41494c

/** Ids of those to whom the mail of a day is still owed: they want it, had none that day, and there is news. */
export async function peopleToMail(actor: Actor, day: Day): Promise<string[]> {
  assertCan(actor, "people.manage")
  return read(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "User" WHERE mail AND "disabledAt" IS NULL AND ("mailedOn" IS NULL OR "mailedOn" < ${day}::date)
        AND EXISTS (SELECT 1 FROM "Notice" WHERE "personId" = "User".id AND "readAt" IS NULL AND "mailedAt" IS NULL)
      ORDER BY id`
    return rows.map(({ id }) => id)
  })
}

/**
 * Sends one person's mail of a day and notes it in the same transaction, so that a failed one is still owed. Of several
 * instances one sends, the others pass. `send` throws when the mail was not taken. Returns whether this call sent it.
 */
export async function sendDigest(
  actor: Actor,
  personId: string,
  day: Day,
  send: (digest: Digest) => Promise<void>,
): Promise<boolean> {
  assertCan(actor, "people.manage")
  // Only a mail that goes out leaves an audit entry: whoever is passed over is passed over before.
  try {
    await write(actor, "people.manage", async (tx) => {
      const digest = await owed(tx, personId, day)
      if (!digest) throw new NothingOwed()
      await send(digest.mail)
      await tx.notice.updateMany({ where: { id: { in: digest.ids } }, data: { mailedAt: new Date() } })
      await tx.user.update({ where: { id: personId }, data: { mailedOn: asDateColumn(day) } })
      const detail = { notices: digest.ids.length }
      return { value: undefined, audit: { action: "digest.send", subject: `person:${personId}`, detail } }
    })
    return true
  } catch (error) {
    if (error instanceof NothingOwed) return false
    throw error
  }
}

class NothingOwed extends Error {}

/** Looked at under the lock: another instance may have sent it a moment ago. */
async function owed(tx: Tx, personId: string, day: Day): Promise<{ mail: Digest; ids: bigint[] } | null> {
  const [lock] = await tx.$queryRaw<{ got: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${MAILING}::int, ${half(personId)}::int) AS got`
  if (!lock!.got) return null
  const person = await tx.user.findUnique({ where: { id: personId } })
  const mailedOn = person?.mailedOn?.toISOString().slice(0, 10) ?? ""
  if (!person || !person.mail || person.disabledAt !== null || mailedOn >= day) return null
  const rows = await tx.notice.findMany({
    where: { personId, readAt: null, mailedAt: null },
    orderBy: { id: "desc" },
  })
  if (rows.length === 0) return null
  const notices = rows.slice(0, MOST_IN_DIGEST).map(noticeOf)
  const language = Language.catch("en").parse(person.language)
  return { mail: { to: person.email, language, notices, count: rows.length }, ids: rows.map(({ id }) => id) }
}

const half = (id: string) => createHash("sha256").update(id).digest().readInt32BE(0)
