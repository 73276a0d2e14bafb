import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { assertOwnPassword } from "@/lib/data/accounts"
import { sha256 } from "@/lib/data/chain"
import { databaseTime, type Tx } from "@/lib/data/db"
import { remitOf } from "@/lib/data/people"
import { read, write } from "@/lib/data/write"
import type { Token, TokenInput } from "@/lib/domain/account"
import { type Actor, assertCan, personOf, type Remit, type Role } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

const PREFIX = "nap_"

/** Makes a key with which scripts act as this person. Returned this once; only its hash is kept. */
export async function createToken(
  actor: Actor,
  userId: string,
  label: string,
  expiresInDays: number | null,
): Promise<{ id: string; token: string }> {
  return write(actor, "token.manage", (tx) => made(tx, userId, label, expiresInDays))
}

/** Makes a key of one's own, after one's password. @throws Refusal `invalid`, `too_many`. */
export async function createOwnToken(actor: Actor, input: TokenInput): Promise<{ id: string; token: string }> {
  assertCan(actor, "self.manage")
  await assertOwnPassword(actor, input.password)
  const { id } = personOf(actor)
  return write(actor, "self.manage", (tx) => made(tx, id, input.label, input.expiresInDays))
}

async function made(tx: Tx, userId: string, label: string, expiresInDays: number | null) {
  const id = randomUUID()
  const token = PREFIX + randomBytes(32).toString("base64url")
  const createdAt = await databaseTime(tx)
  const expiresAt = expiresInDays === null ? null : new Date(createdAt.getTime() + expiresInDays * 86_400_000)
  await tx.token.create({ data: { id, tokenHash: sha256(token), label, userId, createdAt, expiresAt } })
  return { value: { id, token }, audit: { action: "token.create", subject: `token:${id}`, detail: {} } }
}

/** Everybody's keys, newest first. */
export async function listTokens(actor: Actor): Promise<Token[]> {
  assertCan(actor, "token.manage")
  return tokens({})
}

/** One's own keys, newest first. */
export async function listOwnTokens(actor: Actor): Promise<Token[]> {
  assertCan(actor, "self.manage")
  return tokens({ userId: personOf(actor).id })
}

function tokens(where: { userId?: string }): Promise<Token[]> {
  return read(async (tx) => {
    const rows = await tx.token.findMany({
      where,
      include: { user: { select: { email: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    })
    return rows.map((row) => ({
      id: row.id,
      personId: row.userId,
      email: row.user.email,
      label: row.label,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      revoked: row.revokedAt !== null,
    }))
  })
}

/** @throws Refusal `not_found`. */
export async function revokeToken(actor: Actor, id: string): Promise<void> {
  await write(actor, "token.manage", (tx) => revoked(tx, { id }))
}

/** Revokes a key of one's own. @throws Refusal `not_found`, for somebody else's too. */
export async function revokeOwnToken(actor: Actor, id: string): Promise<void> {
  assertCan(actor, "self.manage")
  const { id: userId } = personOf(actor)
  await write(actor, "self.manage", (tx) => revoked(tx, { id, userId }))
}

async function revoked(tx: Tx, where: { id: string; userId?: string }) {
  const { count } = await tx.token.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: new Date() } })
  if (count === 0) throw new Refusal("not_found", "There is no such token.")
  return { value: undefined, audit: { action: "token.revoke", subject: `token:${where.id}`, detail: {} } }
}

/** The person a token acts for, or null if it is unknown, expired, revoked or its person disabled. */
export async function personOfToken(
  token: string,
): Promise<{ id: string; role: Role; remit: Remit | null; secondFactor: boolean } | null> {
  if (!token.startsWith(PREFIX)) return null
  const [row] = await read(
    (tx) => tx.$queryRaw<{ id: string; role: Role; remit: unknown; secondFactor: boolean }[]>`
      SELECT u.id, u.role, u.remit, u."totpEnabledAt" IS NOT NULL AS "secondFactor"
      FROM "Token" t JOIN "User" u ON u.id = t."userId"
      WHERE t."tokenHash" = ${sha256(token)} AND t."revokedAt" IS NULL AND u."disabledAt" IS NULL
        AND (t."expiresAt" IS NULL OR t."expiresAt" > now())`,
  )
  return row ? { ...row, remit: remitOf(row.remit) } : null
}
