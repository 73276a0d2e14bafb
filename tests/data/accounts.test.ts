import { afterEach, beforeAll, expect, test, vi } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { assertPassword, hashPassword, verifyPassword } from "@/lib/data/passwords"
import { addPerson, disablePerson, ensureFirstPeople, listPeople } from "@/lib/data/people"
import { authDb } from "@/lib/data/sessions"
import { createToken, listTokens, personOfToken, revokeToken } from "@/lib/data/tokens"
import { SYSTEM } from "@/lib/domain/policy"
import { person, type PersonActor } from "./people"

let admin: PersonActor
const GOOD = "a long walk in Murree 1947"

test("the first start makes one sign-in per role, each with a password of its own; later ones make none", async () => {
  const made = await ensureFirstPeople()
  expect(made.map(({ role }) => role).sort()).toEqual(["admin", "analyst", "editor", "reviewer"])
  expect(new Set(made.map(({ password }) => password)).size).toBe(4)
  for (const { password } of made) expect(password.length).toBeGreaterThanOrEqual(15)
  expect(await ensureFirstPeople()).toEqual([])
})

afterEach(() => vi.useRealTimers())
beforeAll(async () => {
  // After the first test's own look at an empty database nobody minds one more.
  admin = { kind: "person", id: "admin", role: "admin" }
})

test.each([
  ["too short", "fourteen chars"],
  ["too long", "x y".repeat(70)],
  ["one letter", "aaaaaaaaaaaaaaaa"],
  ["a common word with digits", "pakistan12345678"],
  ["another common word", "Password12345678!"],
  ["the site's name", "my NAP tracker key"],
  ["the person's name", "benazir-was-here-1"],
  ["the person's name, dressed up", "b.e.n.a.z.i.r 12345"],
  ["the person's address", "islamabadoffice 99"],
])("a password that is %s is refused", (_, password) => {
  expect(() => assertPassword(password, ["islamabadoffice@nap.test", "Benazir Khan"])).toThrow(
    expect.objectContaining({ code: "invalid", fields: { password: [expect.any(String)] } }),
  )
})

test.each([[GOOD], ["یہ ایک لمبا اور اچھا پاس ورڈ ہے"], ["x".repeat(7) + "-y-".repeat(40)]])(
  "a long password of one's own is taken: %s",
  (password) => {
    expect(() => assertPassword(password, ["islamabadoffice@nap.test", "Benazir Khan"])).not.toThrow()
  },
)

test("a password is kept as argon2id at the promised cost, and no other one fits", async () => {
  const { person: made, password } = await addPerson(
    admin,
    { email: "Sana@NAP.test", name: "Sana", role: "editor" },
    GOOD,
  )
  expect(password).toBe(GOOD)
  expect(made).toMatchObject({ email: "Sana@NAP.test", disabled: false })
  const account = await db().account.findFirstOrThrow({ where: { userId: made.id } })
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(account.password!)!
  expect(Number(memory)).toBeGreaterThanOrEqual(46 * 1000)
  expect(Number(passes)).toBeGreaterThanOrEqual(1)
  expect(await verifyPassword(account.password!, GOOD)).toBe(true)
  expect(await verifyPassword(account.password!, GOOD.toUpperCase())).toBe(false)
  expect(await hashPassword(GOOD)).not.toBe(account.password)
})

test("a password beyond the limit is refused before it costs anything", async () => {
  const stored = await hashPassword("x".repeat(200))
  expect(await verifyPassword(stored, "x".repeat(200))).toBe(true)
  const started = performance.now()
  // Were it cut to the limit and then compared, this one would fit.
  expect(await verifyPassword(stored, "x".repeat(1_000_000))).toBe(false)
  expect(performance.now() - started).toBeLessThan(20)
})

test("nobody is added twice, with a weak password, or by somebody who may not", async () => {
  const before = await db().user.count()
  const input = { email: "zara@nap.test", name: "Zara", role: "analyst" as const }
  await expect(addPerson(admin, input, "short")).rejects.toMatchObject({ code: "invalid" })
  await expect(addPerson(await person("reviewer"), input, GOOD)).rejects.toMatchObject({ code: "forbidden" })
  await addPerson(admin, input, GOOD)
  await expect(addPerson(admin, input, GOOD)).rejects.toMatchObject({ code: "conflict" })
  expect(await db().user.count()).toBe(before + 2) // Zara and the reviewer who tried
  expect(await db().account.count({ where: { user: { email: input.email } } })).toBe(1)
})

test("the people who may be listed by an admin show no hash", async () => {
  const listed = await listPeople(admin)
  expect(listed.length).toBeGreaterThan(4)
  expect(JSON.stringify(listed)).not.toContain("argon2")
  await expect(listPeople(await person("editor"))).rejects.toMatchObject({ code: "forbidden" })
})

test("a session's token is a hash at rest and is found by the token itself", async () => {
  const { id: userId } = await person("editor")
  const token = "a-session-token-as-the-cookie-carries-it"
  const sessions = authDb().session
  const made = await sessions.create({
    data: { id: "s1", token, userId, expiresAt: new Date(Date.now() + 3_600_000), updatedAt: new Date() },
  })
  expect(made.token).toBe(token)
  const [stored] = await db().$queryRaw<{ token: string }[]>`SELECT token FROM "Session" WHERE id = 's1'`
  expect(stored!.token).toBe(sha256(token))
  expect(await sessions.findUnique({ where: { token } })).toMatchObject({ id: "s1", token })
  expect(await sessions.findMany({ where: { token: { in: [token] } } })).toHaveLength(1)
  // A copy of the database opens nothing: the hash is no token.
  expect(await sessions.findUnique({ where: { token: stored!.token } })).toBeNull()
  await sessions.update({ where: { token }, data: { updatedAt: new Date() } })
  await sessions.delete({ where: { token } })
  expect(await db().session.count({ where: { userId } })).toBe(0)
})

test("a disabled person's sessions are gone and their keys dead at once; so they stay", async () => {
  const somebody = await addPerson(SYSTEM, { email: "gone@nap.test", name: "Gone", role: "reviewer" })
  const userId = somebody.person.id
  const { token } = await createToken(SYSTEM, userId, "script", null)
  const expiresAt = new Date(Date.now() + 3_600_000)
  await authDb().session.create({ data: { id: "s2", token: "t2", userId, expiresAt, updatedAt: new Date() } })
  expect(await personOfToken(token)).toEqual({ id: userId, role: "reviewer", remit: null, secondFactor: false })

  expect(await disablePerson(admin, "GONE@nap.test")).toMatchObject({ disabled: true })
  expect(await personOfToken(token)).toBeNull()
  expect(await db().session.count({ where: { userId } })).toBe(0)
  const [first] = await db().user.findMany({ where: { id: userId } })
  await disablePerson(admin, "gone@nap.test")
  expect((await db().user.findMany({ where: { id: userId } }))[0]!.disabledAt).toEqual(first!.disabledAt)
  await expect(disablePerson(admin, "nobody@nap.test")).rejects.toMatchObject({ code: "not_found" })
})

test("a key is a hash at rest, acts as its person, and dies by revoking or by its day", async () => {
  const { id: userId } = await person("editor")
  const { id, token } = await createToken(SYSTEM, userId, "nightly import", 1)
  expect(token).toMatch(/^nap_[A-Za-z0-9_-]{43}$/)
  const row = await db().token.findUniqueOrThrow({ where: { id } })
  expect(row.tokenHash).toBe(sha256(token))
  expect(JSON.stringify(await listTokens(SYSTEM))).not.toContain(row.tokenHash)
  for (const wrong of ["", "nap_", token.slice(4), `${token}x`, row.tokenHash, `nap_${row.tokenHash}`]) {
    expect(await personOfToken(wrong)).toBeNull()
  }
  await db().$executeRaw`UPDATE "Token" SET "expiresAt" = now() WHERE id = ${id}`
  expect(await personOfToken(token)).toBeNull()

  const another = await createToken(SYSTEM, userId, "other", null)
  expect(await personOfToken(another.token)).toMatchObject({ id: userId, role: "editor" })
  await revokeToken(SYSTEM, another.id)
  expect(await personOfToken(another.token)).toBeNull()
  await expect(revokeToken(SYSTEM, another.id)).rejects.toMatchObject({ code: "not_found" })
  await expect(createToken(await person("reviewer"), userId, "x", null)).rejects.toMatchObject({ code: "forbidden" })
})

test("a key made where the clock is wrong lives for as long as it says", async () => {
  const { id: userId } = await person("editor")
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2001-01-01") })
  const { token } = await createToken(SYSTEM, userId, "from long ago", 1)
  expect(await personOfToken(token)).toMatchObject({ id: userId })
  vi.setSystemTime(new Date("2040-01-01"))
  const { id } = await createToken(SYSTEM, userId, "from far ahead", 1)
  vi.useRealTimers()
  const { expiresAt } = await db().token.findUniqueOrThrow({ where: { id } })
  expect(Math.abs(expiresAt!.getTime() - 86_400_000 - Date.now())).toBeLessThan(60_000)
})
