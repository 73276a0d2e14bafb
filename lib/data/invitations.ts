import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { sha256 } from "@/lib/data/chain"
import { databaseTime, type Tx } from "@/lib/data/db"
import { assertPassword, hashPassword } from "@/lib/data/passwords"
import { assertKnownPlans, createPerson, missingPerson, remitOf, storedRemit } from "@/lib/data/people"
import { read, write } from "@/lib/data/write"
import { INVITATION_DAYS, type Invitation, type InvitationInput, type JoinInput } from "@/lib/domain/account"
import { type Actor, assertCan, type Role } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

/** A new one-time address. Its token is told this once; only its hash is kept. */
export type MadeInvitation = { invitation: Invitation; token: string }

/**
 * Invites somebody to set a password and join. A new invitation to an address replaces the one before.
 * @throws Refusal `conflict` for somebody who is here already, `invalid` for a plan that is not.
 */
export async function invite(actor: Actor, input: InvitationInput): Promise<MadeInvitation> {
  assertCan(actor, "people.manage")
  await assertKnownPlans(input.remit)
  return write(actor, "people.manage", async (tx) => {
    if (await tx.user.findUnique({ where: { email: input.email } })) throw taken()
    await close(tx, { purpose: "join", email: input.email })
    const made = await make(tx, actor, { ...input, purpose: "join", userId: null })
    const { id, role } = made.invitation
    return { value: made, audit: { action: "invitation.make", subject: `invitation:${id}`, detail: { role } } }
  })
}

/**
 * Makes an address with which somebody sets a new password. The old one works until then.
 * @throws Refusal `not_found`, `conflict` for somebody shut out.
 */
export async function makeReset(actor: Actor, personId: string): Promise<MadeInvitation> {
  return write(actor, "people.manage", async (tx) => {
    const person = await tx.user.findUnique({ where: { id: personId } })
    if (!person) throw missingPerson()
    if (person.disabledAt) throw new Refusal("conflict", "This person has been disabled.")
    await close(tx, { purpose: "reset", userId: personId })
    const { email, name } = person
    const [role, remit] = [person.role as Role, remitOf(person.remit)]
    const made = await make(tx, actor, { purpose: "reset", email, name, role, remit, userId: personId })
    return { value: made, audit: { action: "person.reset-link", subject: `person:${personId}`, detail: {} } }
  })
}

/** The one-time addresses that still open, newest first. */
export async function listInvitations(actor: Actor): Promise<Invitation[]> {
  assertCan(actor, "people.manage")
  return read(async (tx) => {
    const where = open(await databaseTime(tx))
    const rows = await tx.invitation.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "asc" }] })
    const makers = await tx.user.findMany({
      where: { id: { in: rows.flatMap(({ byId }) => byId ?? []) } },
      select: { id: true, name: true },
    })
    const names = new Map(makers.map(({ id, name }) => [id, name]))
    return rows.map((row) => shown(row, row.byId === null ? null : (names.get(row.byId) ?? null)))
  })
}

/** @throws Refusal `not_found`, also for one that is used, over or revoked already. */
export async function revokeInvitation(actor: Actor, id: string): Promise<void> {
  await write(actor, "people.manage", async (tx) => {
    const count = await close(tx, { id })
    if (count === 0) throw new Refusal("not_found", "There is no such invitation.")
    return { value: undefined, audit: { action: "invitation.revoke", subject: `invitation:${id}`, detail: {} } }
  })
}

/** What a one-time address opens; null for one that is unknown, used, over or revoked, all alike. */
export async function openInvitation(token: string): Promise<Pick<Invitation, "purpose" | "email" | "name"> | null> {
  const row = await found(token)
  return row && { purpose: row.purpose as Invitation["purpose"], email: row.email, name: row.name }
}

/**
 * Sets the password of whoever holds a one-time address, and uses the address up: of two at once one is too late. A
 * reset signs every browser out. Answers with the address to sign in with.
 * @throws Refusal `not_found` for an address that does not open, `invalid` for a weak password.
 */
export async function acceptInvitation({ token, name, password, language }: JoinInput): Promise<{ email: string }> {
  const invitation = await found(token)
  if (!invitation) throw closed()
  const { id: invitationId, email, userId } = invitation
  const called = userId === null ? (name ?? invitation.name) : invitation.name
  assertPassword(password, [email, called])
  const hashed = await hashPassword(password)
  const role = invitation.role as Role
  const id = userId ?? randomUUID()
  // Whoever holds the address acts as the person they become.
  return write({ kind: "person", id, role }, "self.manage", async (tx) => {
    const usedAt = await databaseTime(tx)
    const { count } = await tx.invitation.updateMany({ where: { id: invitationId, ...open(usedAt) }, data: { usedAt } })
    if (count === 0) throw closed()
    const audit = (action: string) => ({ action, subject: `person:${id}`, detail: { invitation: invitationId } })
    if (userId === null) {
      if (await tx.user.findUnique({ where: { email } })) throw closed()
      await createPerson(tx, { id, email, name: called, role, remit: remitOf(invitation.remit), language }, hashed)
      return { value: { email }, audit: audit("person.join") }
    }
    await tx.account.updateMany({ where: { userId, providerId: "credential" }, data: { password: hashed } })
    await tx.session.deleteMany({ where: { userId } })
    return { value: { email }, audit: audit("person.reset") }
  })
}

async function found(token: string) {
  if (!/^[\w-]{43}$/.test(token)) return null
  return read(async (tx) => {
    const row = await tx.invitation.findFirst({ where: { tokenHash: sha256(token), ...open(await databaseTime(tx)) } })
    if (!row || row.userId === null) return row
    return (await tx.user.findUnique({ where: { id: row.userId, disabledAt: null } })) && row
  })
}

/** Which ones open; `now` is the database's, since an instance's clock may be wrong. */
const open = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now } })
const taken = () => new Refusal("conflict", "There is a person with this address already.", {}, { reason: "taken" })
const closed = () => new Refusal("not_found", "This address no longer opens anything.")

async function close(tx: Tx, which: { id: string } | { purpose: string; email?: string; userId?: string }) {
  const revokedAt = await databaseTime(tx)
  const { count } = await tx.invitation.updateMany({ where: { ...which, ...open(revokedAt) }, data: { revokedAt } })
  return count
}

type Fields = InvitationInput & { purpose: Invitation["purpose"]; userId: string | null }

async function make(tx: Tx, actor: Actor, { remit, ...fields }: Fields): Promise<MadeInvitation> {
  const token = randomBytes(32).toString("base64url")
  const createdAt = await databaseTime(tx)
  const row = await tx.invitation.create({
    data: {
      id: randomUUID(),
      tokenHash: sha256(token),
      ...fields,
      remit: storedRemit(remit),
      byId: actor.kind === "person" ? actor.id : null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + INVITATION_DAYS * 86_400_000),
    },
  })
  return { invitation: shown(row, null), token }
}

type Row = Awaited<ReturnType<Tx["invitation"]["findFirstOrThrow"]>>

const shown = (row: Row, by: string | null): Invitation => ({
  id: row.id,
  purpose: row.purpose as Invitation["purpose"],
  email: row.email,
  name: row.name,
  role: row.role as Role,
  remit: remitOf(row.remit),
  by,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
})
