import { Secret, TOTP } from "otpauth"
import { Client } from "pg"
import { beforeEach, expect, test, vi } from "vitest"
import { db } from "@/lib/data/db"
import { addPerson } from "@/lib/data/people"
import {
  confirmSecondFactor,
  passSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  startSecondFactor,
  stepOf,
} from "@/lib/data/second-factor"
import { authDb } from "@/lib/data/sessions"
import { SYSTEM } from "@/lib/domain/policy"
import { ownDatabase } from "./database"
import { person, type PersonActor } from "./people"

const PASSWORD = "a long walk in Murree 1947"
let actor: PersonActor
let email: string
let count = 0

beforeEach(async () => {
  email = `factor-${count++}@nap.test`
  const { person: made } = await addPerson(SYSTEM, { email, name: "Sana", role: "reviewer" }, PASSWORD)
  actor = { kind: "person", id: made.id, role: "reviewer" }
})

/** What the app on the phone shows, some steps of 30 seconds from now. */
const shows = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

async function enabled() {
  const { secret } = await startSecondFactor(actor)
  const codes = await confirmSecondFactor(actor, { password: PASSWORD, code: shows(secret) })
  // As if it had been set up long ago: the code shown now is still unused.
  await db().user.update({ where: { id: actor.id }, data: { totpLastStep: 0 } })
  return { secret, codes }
}
const stored = () => db().user.findUniqueOrThrow({ where: { id: actor.id } })

// RFC 6238, appendix B: the last six of its eight digits.
test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("the code of RFC 6238 at %i seconds is %s", (seconds, code) => {
  const secret = new Secret({ buffer: new TextEncoder().encode("12345678901234567890").buffer }).base32
  expect(stepOf(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
  // A step early or late still fits, and is known for the step it is of; two do not.
  expect(stepOf(secret, code, (seconds + 30) * 1000)).toBe(Math.floor(seconds / 30))
  expect(stepOf(secret, code, (seconds - 30) * 1000)).toBe(Math.floor(seconds / 30))
  expect(stepOf(secret, code, (seconds + 61) * 1000)).toBeNull()
  expect(stepOf(secret, code.slice(1), seconds * 1000)).toBeNull()
})

test("a second factor counts only after password and a right code; then it is asked for", async () => {
  const { secret, uri } = await startSecondFactor(actor)
  expect(new URL(uri).searchParams.get("secret")).toBe(secret)
  expect(uri).toMatch(/^otpauth:\/\/totp\/NAP%20Tracker:.*digits=6&period=30/)
  expect(await passSecondFactor(email, PASSWORD, null)).toBe("ready")

  const wrong = shows(secret) === "000000" ? "000001" : "000000"
  await expect(confirmSecondFactor(actor, { password: PASSWORD, code: wrong })).rejects.toMatchObject({
    fields: { code: [expect.any(String)] },
  })
  await expect(confirmSecondFactor(actor, { password: "not it at all 1", code: shows(secret) })).rejects.toMatchObject({
    fields: { password: [expect.any(String)] },
  })
  expect(await stored()).toMatchObject({ totpEnabledAt: null, recoveryCodes: [] })

  const codes = await confirmSecondFactor(actor, { password: PASSWORD, code: shows(secret) })
  expect(codes).toHaveLength(10)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(await passSecondFactor(email, PASSWORD, null)).toBe("wrong-code")
  expect(await passSecondFactor(email, "not it at all 1", shows(secret, 1))).toBe("wrong-password")
  await expect(startSecondFactor(actor)).rejects.toMatchObject({ code: "conflict" })
})

test("turning it on signs every other browser out", async () => {
  const expiresAt = new Date(Date.now() + 3_600_000)
  for (const id of ["this", "other"]) {
    const data = { id: `${actor.id}-${id}`, token: `${email}${id}`, userId: actor.id, expiresAt, updatedAt: new Date() }
    await authDb().session.create({ data })
  }
  const { secret } = await startSecondFactor(actor)
  await confirmSecondFactor(actor, { password: PASSWORD, code: shows(secret) }, `${actor.id}-this`)
  const left = await db().session.findMany({ where: { userId: actor.id } })
  expect(left.map(({ id }) => id)).toEqual([`${actor.id}-this`])
})

test("a code is good once, also for two at the same time; an older one not at all", async () => {
  const { secret } = await enabled()
  const code = shows(secret)
  // All of them have come as far as the row, which somebody else holds, before the first may go on.
  const other = new Client({ connectionString: ownDatabase.ownerUrl })
  await other.connect()
  await other.query("BEGIN")
  await other.query('SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE', [actor.id])
  const tries = Promise.all(Array.from({ length: 4 }, () => passSecondFactor(email, PASSWORD, code)))
  await vi.waitFor(async () => {
    const waiting = await db().$queryRaw<object[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    expect(waiting).toHaveLength(4)
  }, 8000)
  await other.query("COMMIT")
  await other.end()
  expect((await tries).filter((it) => it === "ready")).toHaveLength(1)
  expect(await passSecondFactor(email, PASSWORD, code)).toBe("wrong-code")
  // The one before was never used; it is older than the last that was.
  expect(await passSecondFactor(email, PASSWORD, shows(secret, -1))).toBe("wrong-code")
  expect(await passSecondFactor(email, PASSWORD, shows(secret, 1))).toBe("ready")
})

test("each recovery code opens once, as written on paper, and only its own account", async () => {
  const { codes } = await enabled()
  const [first, second] = codes as [string, string]
  expect(await passSecondFactor(email, PASSWORD, first)).toBe("ready")
  expect(await passSecondFactor(email, PASSWORD, first)).toBe("wrong-code")
  expect((await stored()).recoveryCodes).toHaveLength(9)
  const onPaper = second.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")
  const answers = await Promise.all([1, 2, 3].map(() => passSecondFactor(email, PASSWORD, onPaper)))
  expect(answers.filter((it) => it === "ready")).toHaveLength(1)

  const other = await addPerson(SYSTEM, { email: `x-${email}`, name: "Zara", role: "editor" }, PASSWORD)
  const row = await stored()
  const { recoveryCodes, totpSecret, totpEnabledAt } = row
  await db().user.update({ where: { id: other.person.id }, data: { recoveryCodes, totpSecret, totpEnabledAt } })
  // Copied to another row, neither codes nor secret fit: both are bound to the person.
  expect(await passSecondFactor(`x-${email}`, PASSWORD, codes[5]!)).toBe("wrong-code")
})

test("the secret is encrypted at rest, bound to its person, and codes are kept as hashes", async () => {
  const { secret, codes } = await enabled()
  const row = await stored()
  const text = JSON.stringify(row)
  expect(text).not.toContain(secret)
  expect(text).not.toContain(Buffer.from(secret).toString("base64url"))
  for (const code of codes) {
    expect(text).not.toContain(code)
    expect(text).not.toContain(code.replaceAll("-", ""))
  }
  const audit = JSON.stringify(
    await db().auditEntry.findMany({ where: { subject: `person:${actor.id}` } }),
    (_, value) => (typeof value === "bigint" ? String(value) : (value as unknown)),
  )
  for (const word of [secret, ...codes]) expect(audit).not.toContain(word)

  // Somebody else's secret in this row fits no code, though it is this installation's.
  const { person: other } = await addPerson(SYSTEM, { email: `y-${email}`, name: "Zara", role: "editor" }, PASSWORD)
  await startSecondFactor({ kind: "person", id: other.id, role: "editor" })
  await db().user.update({
    where: { id: other.id },
    data: { totpSecret: row.totpSecret, totpEnabledAt: new Date() },
  })
  expect(await passSecondFactor(`y-${email}`, PASSWORD, shows(secret, 1))).toBe("wrong-code")
  // One that was tampered with opens nothing, and no error either.
  await db().user.update({ where: { id: actor.id }, data: { totpSecret: `${row.totpSecret!.slice(0, -2)}AA` } })
  expect(await passSecondFactor(email, PASSWORD, shows(secret, 1))).toBe("wrong-code")
})

test("new recovery codes end the old ones; turning it off takes password and code", async () => {
  const { codes, secret } = await enabled()
  const fresh = await renewRecoveryCodes(actor, { password: PASSWORD, code: codes[0]! })
  expect(await passSecondFactor(email, PASSWORD, codes[1]!)).toBe("wrong-code")
  await expect(removeSecondFactor(actor, { password: "not it at all 1", code: fresh[0]! })).rejects.toMatchObject({
    fields: { password: [expect.any(String)] },
  })
  await expect(removeSecondFactor(actor, { password: PASSWORD, code: codes[2]! })).rejects.toMatchObject({
    fields: { code: [expect.any(String)] },
  })
  await removeSecondFactor(actor, { password: PASSWORD, code: shows(secret) })
  expect(await stored()).toMatchObject({ totpSecret: null, totpEnabledAt: null, totpLastStep: null, recoveryCodes: [] })
  expect(await passSecondFactor(email, PASSWORD, null)).toBe("ready")
})

test("an admin takes it off somebody who lost it; it is on record and they are told", async () => {
  await enabled()
  await expect(resetSecondFactor(await person("reviewer"), actor.id)).rejects.toMatchObject({ code: "forbidden" })
  const admin = await person("admin")
  await resetSecondFactor(admin, actor.id)
  expect(await passSecondFactor(email, PASSWORD, null)).toBe("ready")
  const entry = await db().auditEntry.findFirst({ where: { action: "second-factor.reset" }, orderBy: { id: "desc" } })
  expect(entry).toMatchObject({ actorId: admin.id, subject: `person:${actor.id}` })
  expect(await db().notice.findMany({ where: { personId: actor.id } })).toMatchObject([{ kind: "second-factor-reset" }])
  await expect(resetSecondFactor(admin, "nobody")).rejects.toMatchObject({ code: "not_found" })
})

test("guesses with a stolen session run into the account's limit", async () => {
  const { secret } = await startSecondFactor(actor)
  const code = shows(secret)
  const codes: string[] = []
  for (let at = 0; at < 25; at++) {
    const guess = confirmSecondFactor(actor, { password: `guess number ${at} of many`, code })
    codes.push(
      await guess.then(
        () => "done",
        (error: { code: string }) => error.code,
      ),
    )
  }
  expect(codes.filter((it) => it === "invalid")).toHaveLength(20)
  expect(codes.filter((it) => it === "too_many")).toHaveLength(5)
}, 30_000)
