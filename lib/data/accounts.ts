import "server-only"
import { assertAttempt } from "@/lib/data/attempts"
import { assertPassword, hashPassword, verifyPassword } from "@/lib/data/passwords"
import { missingPerson, shown } from "@/lib/data/people"
import { read, write } from "@/lib/data/write"
import { type Account, Language, type PasswordInput } from "@/lib/domain/account"
import { type Actor, assertCan, personOf } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

/** One's own account. */
export async function findAccount(actor: Actor): Promise<Account> {
  assertCan(actor, "self.manage")
  const { id } = personOf(actor)
  const row = await read((tx) => tx.user.findUnique({ where: { id } }))
  if (!row) throw missingPerson()
  return {
    person: shown(row),
    language: Language.catch("en").parse(row.language),
    recoveryCodesLeft: row.recoveryCodes.length,
  }
}

/** Sets the language one is written to in. */
export async function changeLanguage(actor: Actor, language: Language): Promise<void> {
  assertCan(actor, "self.manage")
  const { id } = personOf(actor)
  await write(actor, "self.manage", async (tx) => {
    await tx.user.update({ where: { id }, data: { language } })
    return { value: undefined, audit: { action: "account.language", subject: `person:${id}`, detail: { language } } }
  })
}

/**
 * Sets a new password after the old one, and signs every other browser out.
 * @throws Refusal `invalid` for a wrong old or a weak new password, `too_many`.
 */
export async function changePassword(
  actor: Actor,
  { password, next }: PasswordInput,
  session: string | null = null,
): Promise<void> {
  assertCan(actor, "self.manage")
  const { id, email, name } = await assertOwnPassword(actor, password)
  assertPassword(next, [email, name], "next")
  const hashed = await hashPassword(next)
  await write(actor, "self.manage", async (tx) => {
    await tx.account.updateMany({ where: { userId: id, providerId: "credential" }, data: { password: hashed } })
    await tx.session.deleteMany({ where: { userId: id, ...(session !== null && { id: { not: session } }) } })
    return { value: undefined, audit: { action: "account.password", subject: `person:${id}`, detail: {} } }
  })
}

/**
 * Asks for one's own password again before something that a borrowed browser must not do. Counts as an attempt on
 * the account.
 * @throws Refusal `invalid` for a wrong one, `too_many`.
 */
export async function assertOwnPassword(
  actor: Actor,
  password: string,
): Promise<{ id: string; email: string; name: string }> {
  const { id } = personOf(actor)
  const row = await read((tx) =>
    tx.user.findUnique({ where: { id }, include: { accounts: { where: { providerId: "credential" } } } }),
  )
  if (!row) throw missingPerson()
  await assertAttempt(row.email)
  const stored = row.accounts[0]?.password
  if (stored && (await verifyPassword(stored, password))) return { id, email: row.email, name: row.name }
  throw new Refusal("invalid", "This is not your password.", { password: ["This is not your password."] })
}
