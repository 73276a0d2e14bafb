import "server-only"
import { randomUUID } from "node:crypto"
import { db } from "@/lib/data/db"
import { sha256 } from "@/lib/data/chain"
import { read } from "@/lib/data/write"

type Args = { where?: Record<string, unknown>; data?: Record<string, unknown> }

/**
 * The database as the sign-in library sees it: session tokens are hashed on their way in, so that a copy of the
 * database opens no session. What comes back carries the token the caller named, or the bare hash.
 */
export function authDb() {
  return db().$extends({
    query: {
      session: {
        async $allOperations({ args, query }) {
          const raw = new Map<string, string>()
          const hashed = (token: unknown): unknown => {
            if (typeof token !== "string") {
              return Array.isArray(token)
                ? token.map(hashed)
                : token && typeof token === "object"
                  ? mapped(token as Record<string, unknown>, hashed)
                  : token
            }
            const hash = sha256(token)
            raw.set(hash, token)
            return hash
          }
          const given = args as Args
          const found: unknown = await query({
            ...given,
            ...(given.where && { where: withToken(given.where, hashed) }),
            ...(given.data && { data: withToken(given.data, hashed) }),
          } as never)
          for (const row of [found].flat()) {
            if (row && typeof row === "object" && "token" in row) row.token = raw.get(String(row.token)) ?? row.token
          }
          return found
        },
      },
    },
  })
}

/** The same clause with every `token` in it, also inside AND and OR, passed through `change`. */
function withToken(clause: Record<string, unknown>, change: (token: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(clause).map(([name, value]) => {
      if (name === "token") return [name, change(value)]
      if (Array.isArray(value)) return [name, value.map((each) => withToken(each as Record<string, unknown>, change))]
      return [name, value]
    }),
  )
}

const mapped = (object: Record<string, unknown>, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))

/**
 * Counts an attempt under a key and says whether it is still within the limit: at most `limit` in any window of
 * `seconds`. One statement, so that attempts at once cannot slip past each other; an id of its own for each, so that
 * two first ones meet on the key alone.
 */
export async function withinLimit(key: string, limit: number, seconds: number): Promise<boolean> {
  const hashedKey = sha256(key)
  const now = Date.now()
  const rows = await read(
    (tx) => tx.$queryRaw<{ count: number }[]>`
    INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (${randomUUID()}, ${hashedKey}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "RateLimit"."lastRequest" < ${now - seconds * 1000} THEN 1 ELSE "RateLimit".count + 1 END,
      "lastRequest" = CASE WHEN "RateLimit"."lastRequest" < ${now - seconds * 1000} THEN ${now} ELSE "RateLimit"."lastRequest" END
    RETURNING count`,
  )
  return rows[0]!.count <= limit
}
