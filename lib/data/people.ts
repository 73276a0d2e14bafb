import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { z } from "zod"
import { db } from "@/lib/data/db"
import { assertPassword, hashPassword } from "@/lib/data/passwords"
import { read, write } from "@/lib/data/write"
import type { Instant } from "@/lib/domain/date"
import { type Actor, assertCan, Role, SYSTEM } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

export type Person = { id: string; email: string; name: string; role: Role; disabled: boolean; createdAt: Instant }

export const PersonInput = z.strictObject({
  email: z.email().max(200).toLowerCase(),
  name: z.string().trim().min(1).max(120),
  role: Role,
})
export type PersonInput = z.infer<typeof PersonInput>

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
  return write(actor, "people.manage", async (tx) => {
    const row = await tx.user.create({ data: { id, ...input, emailVerified: true } })
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
    return {
      value: { person: shown(row), password: chosen },
      audit: { action: "person.add", subject: `person:${id}`, detail: { role: input.role } },
    }
  })
}

export async function listPeople(actor: Actor): Promise<Person[]> {
  assertCan(actor, "people.manage")
  return read(async (tx) => (await tx.user.findMany({ orderBy: { createdAt: "asc" } })).map(shown))
}

/** Shuts a person out at once: no sign-in, no session, no token. @throws Refusal `not_found`. */
export async function disablePerson(actor: Actor, email: string): Promise<Person> {
  return write(actor, "people.manage", async (tx) => {
    const found = await tx.user.findUnique({ where: { email: email.toLowerCase() } })
    if (!found) throw new Refusal("not_found", "There is no such person.")
    const row = await tx.user.update({ where: { id: found.id }, data: { disabledAt: found.disabledAt ?? new Date() } })
    await tx.session.deleteMany({ where: { userId: found.id } })
    return { value: shown(row), audit: { action: "person.disable", subject: `person:${found.id}`, detail: {} } }
  })
}

/** The person with this address. @throws Refusal `not_found`. */
export async function personByEmail(email: string): Promise<Person> {
  const row = await read((tx) => tx.user.findUnique({ where: { email: email.toLowerCase() } }))
  if (!row) throw new Refusal("not_found", "There is no such person.", { email: ["There is no such person."] })
  return shown(row)
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

type Row = { id: string; email: string; name: string; role: string; disabledAt: Date | null; createdAt: Date }
const shown = (row: Row): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role as Role,
  disabled: row.disabledAt !== null,
  createdAt: row.createdAt.toISOString(),
})
