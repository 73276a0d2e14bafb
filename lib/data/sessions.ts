import "server-only"
import { db } from "@/lib/data/db"
import { sha256 } from "@/lib/data/chain"
import { read, write } from "@/lib/data/write"
import type { Session } from "@/lib/domain/account"
import { deviceOf, deviceText } from "@/lib/domain/device"
import { type Actor, assertCan, type Permission } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

type Args = { where?: Record<string, unknown>; data?: Record<string, unknown> }

/**
 * The database as the sign-in library sees it: session tokens are hashed on their way in, so that a copy of the
 * database opens no session. What comes back carries the token the caller named, or the bare hash. Of the browser only
 * its kind is kept.
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
            ...(given.data && { data: withDevice(withToken(given.data, hashed)) }),
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

const withDevice = (data: Record<string, unknown>) =>
  typeof data.userAgent === "string" ? { ...data, userAgent: deviceText(data.userAgent) } : data

const mapped = (object: Record<string, unknown>, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))

/** Notes that somebody came in. */
export async function noteSignIn(actor: Actor): Promise<void> {
  await write(actor, "self.manage", async () => ({
    value: undefined,
    audit: { action: "session.begin", subject: personSubject(idOf(actor)), detail: {} },
  }))
}

/** The browsers a person is signed in with, last used first. One's own; an admin sees anybody's. */
export async function listSessions(actor: Actor, personId: string, current: string | null = null): Promise<Session[]> {
  assertCan(actor, permissionFor(actor, personId))
  const rows = await read((tx) =>
    tx.session.findMany({
      where: { userId: personId, expiresAt: { gt: new Date() } },
      orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    }),
  )
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    ...deviceOf(userAgent),
    since: createdAt.toISOString(),
    lastUsedAt: updatedAt.toISOString(),
    current: id === current,
  }))
}

/** Signs one browser out at once, everywhere. @throws Refusal `not_found`. */
export async function endSession(actor: Actor, personId: string, id: string): Promise<void> {
  await write(actor, permissionFor(actor, personId), async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId: personId } })
    if (count === 0) throw new Refusal("not_found", "There is no such session.")
    return { value: undefined, audit: { action: "session.end", subject: personSubject(personId), detail: { count } } }
  })
}

/** Signs every browser of a person out but the one kept; answers with how many there were. */
export async function endSessions(actor: Actor, personId: string, kept: string | null = null): Promise<number> {
  return write(actor, permissionFor(actor, personId), async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { userId: personId, ...(kept !== null && { id: { not: kept } }) },
    })
    return { value: count, audit: { action: "session.end", subject: personSubject(personId), detail: { count } } }
  })
}

const idOf = (actor: Actor) => (actor.kind === "person" ? actor.id : "")
const personSubject = (id: string) => `person:${id}`
const permissionFor = (actor: Actor, personId: string): Permission =>
  idOf(actor) === personId ? "self.manage" : "people.manage"
