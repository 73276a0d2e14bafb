import "server-only"
import { randomUUID } from "node:crypto"
import { sha256 } from "@/lib/data/chain"
import { tally } from "@/lib/data/write"
import { Refusal } from "@/lib/domain/refusal"

/** How often a password or a code may be tried in any window of so many seconds, over all doors and from wherever. */
const LIMITS = {
  "sign-in": { times: 20, seconds: 900 },
  unlock: { times: 30, seconds: 3600 },
}

/**
 * Counts an attempt on a person's or a link's password and says whether it is within the limit. There are as many
 * places as attempts are allowed; an attempt takes a free one and keeps it for the whole window, by the database's
 * clock. So no window, wherever it begins, has more attempts in it than there are places; one that found none keeps
 * nobody waiting longer.
 */
export async function withinLimit(what: keyof typeof LIMITS, whom: string): Promise<boolean> {
  const { times, seconds } = LIMITS[what]
  const places = Array.from({ length: times }, (_, place) => sha256(`${what}:${whom}:${place}`))
  for (;;) {
    const { free, taken } = await takePlace(places, seconds * 1000)
    if (taken || !free) return taken
    // Somebody at the same moment was faster; each time that happens a place fewer is free.
  }
}

/** Any free place, so that attempts at once seldom want the same. */
async function takePlace(places: string[], heldMs: number): Promise<{ free: boolean; taken: boolean }> {
  const [row] = await tally(
    (tx) => tx.$queryRaw<[{ free: boolean; taken: boolean }]>`
      WITH clock AS (SELECT (extract(epoch FROM now()) * 1000)::bigint AS now),
      free AS (
        SELECT place FROM clock, unnest(${places}::text[]) AS place
        WHERE NOT EXISTS (
          SELECT FROM "RateLimit" held WHERE held.key = place AND held."lastRequest" >= clock.now - ${heldMs}::bigint)
        ORDER BY random() LIMIT 1),
      taken AS (
        INSERT INTO "RateLimit" AS held (id, key, count, "lastRequest")
        SELECT ${randomUUID()}, place, 1, clock.now FROM free, clock
        ON CONFLICT (key) DO UPDATE SET "lastRequest" = EXCLUDED."lastRequest"
        WHERE held."lastRequest" < EXCLUDED."lastRequest" - ${heldMs}::bigint
        RETURNING 1)
      SELECT EXISTS (SELECT FROM free) AS free, EXISTS (SELECT FROM taken) AS taken`,
  )
  return row
}

/** Counts an attempt on the account with this address. @throws Refusal `too_many`. */
export async function assertAttempt(email: string): Promise<void> {
  if (await withinLimit("sign-in", email.toLowerCase())) return
  throw new Refusal("too_many", "Too many attempts on this account. Try again in 15 minutes.")
}

const LONGEST_MS = Math.max(...Object.values(LIMITS).map(({ seconds }) => seconds)) * 1000
/** Forgotten at a time: more than strangers can leave in the minute between two rounds, and still one short statement. */
const AT_A_TIME = 10_000

/** Drops places that nobody holds any more, so that strangers' attempts do not fill the database. */
export async function forgetAttempts(): Promise<void> {
  await tally(
    (tx) => tx.$executeRaw`
      DELETE FROM "RateLimit" WHERE id = ANY(ARRAY(
        SELECT id FROM "RateLimit"
        WHERE "lastRequest" < (extract(epoch FROM now()) * 1000)::bigint - ${LONGEST_MS}::bigint
        LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED))`,
  )
}
