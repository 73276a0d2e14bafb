import "server-only"
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import { Secret, TOTP } from "otpauth"
import { assertOwnPassword } from "@/lib/data/accounts"
import { sha256 } from "@/lib/data/chain"
import type { Tx } from "@/lib/data/db"
import { notify } from "@/lib/data/notices"
import { verifyPassword } from "@/lib/data/passwords"
import { missingPerson } from "@/lib/data/people"
import { secrets } from "@/lib/data/settings"
import { read, write } from "@/lib/data/write"
import type { CodeInput } from "@/lib/domain/account"
import { type Actor, assertCan, personOf, type Role } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"

const SECRET_BYTES = 20
const PERIOD_SECONDS = 30
const RECOVERY_CODES = 10
const RECOVERY_BYTES = 10
/** Crockford's base 32: no letter that is read as a digit. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const generator = (secret: string, label = "") =>
  new TOTP({
    issuer: "NAP Tracker",
    label,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  })

/** The time step (RFC 6238) a code was made in, one before and one after `now` (ms) included; null for a wrong code. */
export function stepOf(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const delta = generator(secret).validate({ token: code, window: 1, timestamp: now })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta
}

/**
 * Makes the secret of a second factor; it counts only once a code made with it was shown (`confirmSecondFactor`).
 * `uri` is what an app reads from the square.
 * @throws Refusal `conflict` if one is set up already.
 */
export async function startSecondFactor(actor: Actor): Promise<{ secret: string; uri: string }> {
  assertCan(actor, "self.manage")
  const { id } = personOf(actor)
  const secret = new Secret({ size: SECRET_BYTES }).base32
  return write(actor, "self.manage", async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, totpEnabledAt: null },
      data: { totpSecret: sealed(secret, id) },
    })
    if (count === 0) throw already()
    const { email } = await tx.user.findUniqueOrThrow({ where: { id }, select: { email: true } })
    return {
      value: { secret, uri: generator(secret, email).toString() },
      audit: { action: "second-factor.start", subject: `person:${id}`, detail: {} },
    }
  })
}

/**
 * Turns the second factor on, after one's password and a first code; signs every other browser out. Answers with the
 * recovery codes, told this once and kept only as hashes.
 * @throws Refusal `invalid` for a wrong password or code, `conflict`, `too_many`.
 */
export async function confirmSecondFactor(
  actor: Actor,
  { password, code }: CodeInput,
  session: string | null = null,
): Promise<string[]> {
  assertCan(actor, "self.manage")
  const { id } = await assertOwnPassword(actor, password)
  const codes = newRecoveryCodes()
  return write(actor, "self.manage", async (tx) => {
    const row = await locked(tx, id)
    if (row.totpEnabledAt) throw already()
    const secret = row.totpSecret && opened(row.totpSecret, id)
    const step = secret ? stepOf(secret, plain(code), Date.now()) : null
    if (step === null) throw wrongCode()
    await tx.user.update({
      where: { id },
      data: { totpEnabledAt: new Date(), totpLastStep: step, recoveryCodes: codes.map((it) => hashed(it, id)) },
    })
    await tx.session.deleteMany({ where: { userId: id, ...(session !== null && { id: { not: session } }) } })
    return { value: codes, audit: { action: "second-factor.enable", subject: `person:${id}`, detail: {} } }
  })
}

/** New recovery codes instead of the old ones, after one's password and a code. @throws as `confirmSecondFactor`. */
export async function renewRecoveryCodes(actor: Actor, input: CodeInput): Promise<string[]> {
  const codes = newRecoveryCodes()
  return withCode(actor, input, "second-factor.renew", async (tx, id) => {
    await tx.user.update({ where: { id }, data: { recoveryCodes: codes.map((it) => hashed(it, id)) } })
    return codes
  })
}

/** Turns one's second factor off, after one's password and a code. @throws as `confirmSecondFactor`. */
export async function removeSecondFactor(actor: Actor, input: CodeInput): Promise<void> {
  return withCode(actor, input, "second-factor.disable", async (tx, id) => {
    await tx.user.update({ where: { id }, data: NONE })
  })
}

const NONE = { totpSecret: null, totpEnabledAt: null, totpLastStep: null, recoveryCodes: [] }

/** Takes the second factor off somebody who lost it; they are told. @throws Refusal `not_found`. */
export async function resetSecondFactor(actor: Actor, id: string): Promise<void> {
  await write(actor, "people.manage", async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id }, data: NONE })
    if (count === 0) throw missingPerson()
    await notify(tx, [id], "second-factor-reset", { subject: `person:${id}` })
    return { value: undefined, audit: { action: "second-factor.reset", subject: `person:${id}`, detail: {} } }
  })
}

async function withCode<T>(
  actor: Actor,
  { password, code }: CodeInput,
  action: string,
  work: (tx: Tx, id: string) => Promise<T>,
): Promise<T> {
  assertCan(actor, "self.manage")
  const { id } = await assertOwnPassword(actor, password)
  return write(actor, "self.manage", async (tx) => {
    if ((await taken(tx, id, code)) === null) throw wrongCode()
    return { value: await work(tx, id), audit: { action, subject: `person:${id}`, detail: {} } }
  })
}

/**
 * Whether a sign-in may go on: `ready` where there is no second factor (the password is not looked at then), or where
 * password and code are right; the code is used up by that.
 */
export async function passSecondFactor(
  email: string,
  password: string,
  code: string | null,
): Promise<"ready" | "wrong-password" | "wrong-code"> {
  const row = await read((tx) =>
    tx.user.findUnique({
      where: { email, disabledAt: null, totpEnabledAt: { not: null } },
      include: { accounts: { where: { providerId: "credential" } } },
    }),
  )
  if (!row) return "ready"
  const stored = row.accounts[0]?.password
  if (!stored || !(await verifyPassword(stored, password))) return "wrong-password"
  if (code === null) return "wrong-code"
  const actor: Actor = { kind: "person", id: row.id, role: row.role as Role }
  try {
    await write(actor, "self.manage", async (tx) => {
      const by = await taken(tx, row.id, code)
      if (by === null) throw wrongCode()
      return { value: by, audit: { action: "second-factor.use", subject: `person:${row.id}`, detail: { by } } }
    })
    return "ready"
  } catch (error) {
    if (error instanceof Refusal && error.code === "invalid") return "wrong-code"
    throw error
  }
}

/** Uses a code up: one of the app's, later than the last that was used, or a recovery code. Null for a wrong one. */
async function taken(tx: Tx, id: string, code: string): Promise<"app" | "recovery" | null> {
  const row = await locked(tx, id)
  if (!row.totpEnabledAt) return null
  const secret = row.totpSecret && opened(row.totpSecret, id)
  const step = secret ? stepOf(secret, plain(code), Date.now()) : null
  if (step !== null) {
    if (row.totpLastStep !== null && step <= row.totpLastStep) return null
    await tx.user.update({ where: { id }, data: { totpLastStep: step } })
    return "app"
  }
  const hash = hashed(code, id)
  if (!row.recoveryCodes.includes(hash)) return null
  await tx.user.update({
    where: { id },
    data: { recoveryCodes: row.recoveryCodes.filter((each) => each !== hash) },
  })
  return "recovery"
}

/** The person's row, locked until the transaction ends: of two with the same code one comes first. */
async function locked(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${id} FOR UPDATE`
  const row = await tx.user.findUnique({ where: { id } })
  if (!row) throw missingPerson()
  return row
}

const wrongCode = () => new Refusal("invalid", "This code is not right.", { code: ["This code is not right."] })
const already = () => new Refusal("conflict", "A second factor is set up already.")

/** Ten codes of 80 bits: "7K2M-Q9XA-0CVT-B4HS". */
function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const bits = [...randomBytes(RECOVERY_BYTES)].map((byte) => byte.toString(2).padStart(8, "0")).join("")
    const letters = bits.match(/.{5}/g)!.map((five) => LETTERS[Number.parseInt(five, 2)]!)
    return letters.join("").match(/.{4}/g)!.join("-")
  })
}

const plain = (code: string) => code.replaceAll(/[\s-]/g, "")

/** A recovery code as kept. As random as a key, so a plain hash is enough; read as a person may have written it. */
function hashed(code: string, id: string): string {
  const letters = plain(code).toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1")
  return sha256(`recovery:${id}:${letters}`)
}

/** AES-256-GCM under a key of this installation; bound to the person, so that one row's secret is no other's. */
function sealed(text: string, id: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(id))
  const content = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return [nonce, cipher.getAuthTag(), content].map((part) => part.toString("base64url")).join(".")
}

/** What was sealed, or null where it cannot be opened: then no code fits, and an admin resets the second factor. */
function opened(text: string, id: string): string | null {
  const [nonce, tag, content] = text.split(".").map((part) => Buffer.from(part, "base64url"))
  if (!nonce || !tag || !content) return null
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(), nonce, { authTagLength: 16 })
    decipher.setAAD(Buffer.from(id)).setAuthTag(tag)
    return Buffer.concat([decipher.update(content), decipher.final()]).toString("utf8")
  } catch {
    return null
  }
}

const key = () => Buffer.from(hkdfSync("sha256", secrets().authSecret, "", "second factor", 32))
