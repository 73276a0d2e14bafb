import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { sha256 } from "@/lib/data/chain"
import { read, write } from "@/lib/data/write"
import type { Instant } from "@/lib/domain/date"
import { type Actor, assertCan, type Role } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

export type Token = {
  id: string
  label: string
  email: string
  createdAt: Instant
  expiresAt: Instant | null
  revoked: boolean
}

const PREFIX = "nap_"

/** Makes a key with which scripts act as this person. Returned this once; only its hash is kept. */
export async function createToken(
  actor: Actor,
  userId: string,
  label: string,
  expiresInDays: number | null,
): Promise<{ id: string; token: string }> {
  const id = randomUUID()
  const token = PREFIX + randomBytes(32).toString("base64url")
  return write(actor, "token.manage", async (tx) => {
    const expiresAt = expiresInDays === null ? null : new Date(Date.now() + expiresInDays * 86_400_000)
    await tx.token.create({ data: { id, tokenHash: sha256(token), label, userId, expiresAt } })
    return { value: { id, token }, audit: { action: "token.create", subject: `token:${id}`, detail: {} } }
  })
}

export async function listTokens(actor: Actor): Promise<Token[]> {
  assertCan(actor, "token.manage")
  return read(async (tx) => {
    const rows = await tx.token.findMany({
      include: { user: { select: { email: true } } },
      orderBy: { createdAt: "desc" },
    })
    return rows.map((row) => ({
      id: row.id,
      label: row.label,
      email: row.user.email,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      revoked: row.revokedAt !== null,
    }))
  })
}

/** @throws Refusal `not_found`. */
export async function revokeToken(actor: Actor, id: string): Promise<void> {
  await write(actor, "token.manage", async (tx) => {
    const { count } = await tx.token.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } })
    if (count === 0) throw new Refusal("not_found", "There is no such token.")
    return { value: undefined, audit: { action: "token.revoke", subject: `token:${id}`, detail: {} } }
  })
}

/** The person a token acts for, or null if it is unknown, expired, revoked or its person disabled. */
export async function personOfToken(token: string): Promise<{ id: string; role: Role } | null> {
  if (!token.startsWith(PREFIX)) return null
  const rows = await read(
    (tx) => tx.$queryRaw<{ id: string; role: Role }[]>`
      SELECT u.id, u.role FROM "Token" t JOIN "User" u ON u.id = t."userId"
      WHERE t."tokenHash" = ${sha256(token)} AND t."revokedAt" IS NULL AND u."disabledAt" IS NULL
        AND (t."expiresAt" IS NULL OR t."expiresAt" > now())`,
  )
  return rows[0] ?? null
}
