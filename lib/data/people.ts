import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { db, type Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { assertPassword, hashPassword } from "@/lib/data/passwords"
import { read, write } from "@/lib/data/write"
import type { ListedPerson, Person, PersonInput, PersonPatch } from "@/lib/domain/account"
import { snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, Remit, Role, SYSTEM } from "@/lib/domain/policy"
import { OPEN } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { Prisma } from "@/prisma/generated/client"

/**
 * Adds a person who can sign in. Without a password one is made; it is returned this once and kept only as a hash.
 * @throws Refusal `invalid` for a weak password, `conflict` for an address already in use.
 */
export async function addPerson(
  actor: Actor,
  input: PersonInput,
  password: string | null = null,
): Promise<{ person: Person; password: string }> {
  assertCan(actor, "people.manage")
  const chosen = password ?? randomBytes(15).toString("base64url")
  if (password !== null) assertPassword(password, [input.email, input.name])
  const hashed = await hashPassword(chosen)
  const id = randomUUID()
  return write(actor, "people.manage", async (tx) => ({
    value: { person: await createPerson(tx, { id, ...input }, hashed), password: chosen },
    audit: { action: "person.add", subject: `person:${id}`, detail: { role: input.role } },
  }))
}

/** The rows of somebody new, in the transaction of the act that adds them. `hashed` as hashPassword makes it. */
export async function createPerson(
  tx: Tx,
  data: PersonInput & { id: string; remit?: Remit | null; language?: string },
  hashed: string,
): Promise<Person> {
  const { id, remit = null } = data
  const row = await tx.user.create({ data: { ...data, remit: storedRemit(remit), emailVerified: true } })
  await tx.account.create({
    data: {
      id: randomUUID(),
      accountId: id,
      providerId: "credential",
      userId: id,
      password: hashed,
      updatedAt: new Date(),
    },
  })
  return shown(row)
}

/** Everybody, those who came first first, with what an admin needs to see of them. */
export async function listPeople(actor: Actor): Promise<ListedPerson[]> {
  assertCan(actor, "people.manage")
  return read(async (tx) => {
    const [rows, seen, open] = await Promise.all([
      tx.user.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
      tx.$queryRaw<{ id: string; at: Date }[]>`
        SELECT id, max(at) AS at FROM (
          SELECT "userId" AS id, "updatedAt" AS at FROM "Session"
          UNION ALL SELECT "actorId", at FROM "AuditEntry" WHERE "actorId" IS NOT NULL) AS acts
        GROUP BY id`,
      tx.proposal.groupBy({ by: ["authorId"], where: { status: { in: [...OPEN] } }, _count: true }),
    ])
    const lastSeen = new Map(seen.map(({ id, at }) => [id, at.toISOString()]))
    const proposals = new Map(open.map(({ authorId, _count }) => [authorId, _count]))
    return rows.map((row) => ({
      ...shown(row),
      lastSeenAt: lastSeen.get(row.id) ?? null,
      openProposals: proposals.get(row.id) ?? 0,
    }))
  })
}

/**
 * Changes a person's role, the plans and tracks they work on, or whether they are let in. A new role ends their
 * sessions; somebody shut out loses sessions and keys for good. The last admin who can get in stays one.
 * @throws Refusal `not_found`, `conflict` for the last admin, `invalid` for a plan that is not.
 */
export async function changePerson(actor: Actor, id: string, patch: PersonPatch): Promise<Person> {
  assertCan(actor, "people.manage")
  if ("remit" in patch) await assertKnownPlans(patch.remit)
  return write(actor, "people.manage", async (tx) => {
    // Admins in one order, so that two who shut each other out wait here and the second is refused.
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "User" WHERE role = 'admin' AND "disabledAt" IS NULL ORDER BY id FOR UPDATE`
    const before = await tx.user.findUnique({ where: { id } })
    if (!before) throw missingPerson()
    const leaves = ("role" in patch && patch.role !== "admin") || ("disabled" in patch && patch.disabled)
    if (leaves && admins.length === 1 && admins[0]!.id === id) {
      throw new Refusal("conflict", "This is the last administrator.", {}, { reason: "last-admin" })
    }
    const row = await tx.user.update({ where: { id }, data: columns(patch, before.disabledAt) })
    if (("role" in patch && patch.role !== before.role) || ("disabled" in patch && patch.disabled)) {
      await tx.session.deleteMany({ where: { userId: id } })
    }
    if ("disabled" in patch && patch.disabled) {
      await tx.token.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: new Date() } })
    }
    return { value: shown(row), audit: { ...audited(patch, before.role), subject: `person:${id}` } }
  })
}

function columns(patch: PersonPatch, disabledAt: Date | null): Prisma.UserUpdateInput {
  if ("role" in patch) return { role: patch.role }
  if ("disabled" in patch) return { disabledAt: patch.disabled ? (disabledAt ?? new Date()) : null }
  return { remit: storedRemit(patch.remit) }
}

function audited(patch: PersonPatch, role: string) {
  if ("role" in patch) return { action: "person.role", detail: { from: role, to: patch.role } }
  if ("disabled" in patch) return { action: patch.disabled ? "person.disable" : "person.enable", detail: {} }
  return { action: "person.remit", detail: { remit: patch.remit } }
}

/** @throws Refusal `invalid` for a plan that is not in the record. */
export async function assertKnownPlans(remit: Remit | null): Promise<void> {
  if (remit === null || remit.plans === null) return
  const held = await ledger()
  const { plan: plans } = snapshot(held, held.newest).records
  if (remit.plans.every((id) => plans.has(id))) return
  throw new Refusal("invalid", "There is no such plan.", { "remit.plans": ["There is no such plan."] })
}

/** Shuts the person with this address out at once: no sign-in, no session, no token. @throws Refusal `not_found`. */
export async function disablePerson(actor: Actor, email: string): Promise<Person> {
  assertCan(actor, "people.manage")
  const { id } = await personByEmail(email)
  return changePerson(actor, id, { disabled: true })
}

/** The person with this address. @throws Refusal `not_found`. */
export async function personByEmail(email: string): Promise<Person> {
  const row = await read((tx) => tx.user.findUnique({ where: { email: email.toLowerCase() } }))
  if (!row) throw new Refusal("not_found", "There is no such person.", { email: ["There is no such person."] })
  return shown(row)
}

/** The person with this id, or null for nobody and for somebody shut out. */
export async function activePerson(id: string): Promise<Person | null> {
  const row = await read((tx) => tx.user.findUnique({ where: { id, disabledAt: null } }))
  return row && shown(row)
}

/** One sign-in per role for a new installation, with passwords made for it; none when anybody exists. */
export async function ensureFirstPeople(): Promise<{ email: string; role: Role; password: string }[]> {
  if ((await db().user.count()) > 0) return []
  const made = []
  for (const role of Role.options.toReversed()) {
    const name = role[0]!.toUpperCase() + role.slice(1)
    const { person, password } = await addPerson(SYSTEM, { email: `${role}@nap.example`, name, role })
    made.push({ email: person.email, role, password })
  }
  return made
}

export const missingPerson = () => new Refusal("not_found", "There is no such person.")

/** Somebody's limits as a row keeps them: nothing where there are none. */
export const storedRemit = (remit: Remit | null) =>
  remit === null || (remit.plans === null && remit.tracks === null) ? Prisma.DbNull : remit

/** What is stored of somebody's limits. One that cannot be read lets nobody act. */
export const remitOf = (stored: unknown): Remit | null => Remit.nullable().parse(stored ?? null)

type Row = {
  id: string
  email: string
  name: string
  role: string
  remit: unknown
  disabledAt: Date | null
  totpEnabledAt: Date | null
  createdAt: Date
}

/** A person without what is secret. */
export const shown = (row: Row): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role as Role,
  remit: remitOf(row.remit),
  disabled: row.disabledAt !== null,
  secondFactor: row.totpEnabledAt !== null,
  createdAt: row.createdAt.toISOString(),
})
