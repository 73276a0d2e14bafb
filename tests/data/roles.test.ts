import { beforeAll, expect, test } from "vitest"
import { changeLanguage, changePassword, findAccount } from "@/lib/data/accounts"
import { db } from "@/lib/data/db"
import { verifyPassword } from "@/lib/data/passwords"
import { activePerson, addPerson, changePerson, disablePerson, listPeople, personByEmail } from "@/lib/data/people"
import { createProposal } from "@/lib/data/proposals"
import { seed } from "@/lib/data/seed"
import { authDb, endSession, endSessions, listSessions } from "@/lib/data/sessions"
import { createOwnToken, createToken, listOwnTokens, personOfToken, revokeOwnToken } from "@/lib/data/tokens"
import { type Role, SYSTEM } from "@/lib/domain/policy"
import { person, type PersonActor, team } from "./people"
import { outcomes, proposal } from "./samples"

const PASSWORD = "a long walk in Murree 1947"
let people: Awaited<ReturnType<typeof team>>
let count = 0
beforeAll(async () => {
  await seed()
  people = await team()
}, 60_000)

async function added(role: Role = "editor") {
  const email = `added-${count++}@nap.test`
  const { person: made } = await addPerson(SYSTEM, { email, name: "Sana", role }, PASSWORD)
  return { kind: "person" as const, id: made.id, role, email }
}
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
async function signedIn(userId: string, id = `session-${count++}`, days = 1) {
  const expiresAt = new Date(Date.now() + days * 86_400_000)
  await authDb().session.create({
    data: { id, token: `token of ${id}`, userId, userAgent: FIREFOX, expiresAt, updatedAt: new Date() },
  })
  return id
}
const sessions = (userId: string) => db().session.count({ where: { userId } })

test("a new role counts from the next request on and ends the sessions; the same role ends none", async () => {
  const sana = await added()
  await signedIn(sana.id)
  const { token } = await createToken(SYSTEM, sana.id, "script", 1)
  await changePerson(people.admin, sana.id, { role: "editor" })
  expect(await sessions(sana.id)).toBe(1)
  expect(await changePerson(people.admin, sana.id, { role: "reviewer" })).toMatchObject({ role: "reviewer" })
  expect(await sessions(sana.id)).toBe(0)
  expect(await personOfToken(token)).toMatchObject({ id: sana.id, role: "reviewer" })
  const entry = await db().auditEntry.findFirst({ where: { subject: `person:${sana.id}` }, orderBy: { id: "desc" } })
  expect(entry).toMatchObject({
    actorId: people.admin.id,
    action: "person.role",
    detail: { from: "editor", to: "reviewer" },
  })
})

test("who is let in again finds old sessions and keys ended", async () => {
  const sana = await added()
  await signedIn(sana.id)
  const { token } = await createToken(SYSTEM, sana.id, "script", 1)
  await changePerson(people.admin, sana.id, { disabled: true })
  expect(await activePerson(sana.id)).toBeNull()
  expect(await personOfToken(token)).toBeNull()
  expect(await changePerson(people.admin, sana.id, { disabled: false })).toMatchObject({ disabled: false })
  expect(await activePerson(sana.id)).toMatchObject({ id: sana.id })
  expect(await sessions(sana.id)).toBe(0)
  expect(await personOfToken(token)).toBeNull()
})

test("only an admin changes people, and only people there are", async () => {
  const sana = await added()
  for (const actor of [people.analyst, people.editor, people.reviewer, { kind: "anonymous" } as const]) {
    for (const patch of [{ role: "admin" as const }, { remit: null }, { disabled: true }]) {
      await expect(changePerson(actor, sana.id, patch)).rejects.toMatchObject({
        code: actor.kind === "anonymous" ? "unauthenticated" : "forbidden",
      })
    }
  }
  await expect(changePerson(people.admin, "nobody", { disabled: true })).rejects.toMatchObject({ code: "not_found" })
  await expect(
    changePerson(people.admin, sana.id, { remit: { plans: ["nap-1999"], tracks: null } }),
  ).rejects.toMatchObject({ code: "invalid" })
  expect(await personByEmail(sana.email)).toMatchObject({ role: "editor", remit: null, disabled: false })
})

test("the last admin who can get in stays one, also when two shut each other out at the same time", async () => {
  // Everybody else who rules is let go first; these two are all there are.
  await db().user.updateMany({ where: { role: "admin" }, data: { role: "analyst" } })
  const [one, two] = [await added("admin"), await added("admin")]
  for (let round = 0; round < 5; round++) {
    const results = await Promise.allSettled([
      changePerson(one, two.id, round % 2 ? { role: "editor" } : { disabled: true }),
      changePerson(two, one.id, round % 2 ? { disabled: true } : { role: "editor" }),
    ])
    expect(outcomes(results)).toEqual({ done: 1, refused: ["conflict"] })
    const refused = results.find((it) => it.status === "rejected")!
    expect(refused.reason).toMatchObject({ detail: { reason: "last-admin" } })
    expect(await db().user.count({ where: { role: "admin", disabledAt: null } })).toBe(1)
    await db().user.updateMany({ where: { id: { in: [one.id, two.id] } }, data: { role: "admin", disabledAt: null } })
  }
  await disablePerson(SYSTEM, two.email)
  // Not by themselves, not by the operator, not by a role.
  await expect(changePerson(one, one.id, { role: "reviewer" })).rejects.toMatchObject({ code: "conflict" })
  await expect(disablePerson(SYSTEM, one.email)).rejects.toMatchObject({ code: "conflict" })
  // What does not take the office away is no matter.
  await changePerson(one, one.id, { role: "admin" })
  await changePerson(one, one.id, { remit: { plans: null, tracks: ["kinetic"] } })
  await changePerson(one, two.id, { disabled: false })
  expect(await changePerson(one, two.id, { disabled: true })).toMatchObject({ disabled: true })
  people.admin = one
}, 30_000)

test("a list of people says what an admin needs: limits, last act, open proposals", async () => {
  const sana = await added()
  const find = async () => (await listPeople(people.admin)).find(({ id }) => id === sana.id)!
  expect(await find()).toMatchObject({ lastSeenAt: null, openProposals: 0, remit: null, secondFactor: false })
  await createProposal(sana, proposal())
  await createProposal(sana, proposal())
  await changePerson(people.admin, sana.id, { remit: { plans: null, tracks: null } })
  const { lastSeenAt, openProposals, remit } = await find()
  expect({ openProposals, remit }).toEqual({ openProposals: 2, remit: null })
  expect(Date.now() - Date.parse(lastSeenAt!)).toBeLessThan(60_000)
  await signedIn(sana.id)
  expect(Date.parse((await find()).lastSeenAt!)).toBeGreaterThanOrEqual(Date.parse(lastSeenAt!))
})

test("one sees and ends one's own sessions, an admin anybody's, nobody else's; of the browser only its kind is kept", async () => {
  const [sana, zara] = [await added(), await added()]
  const [here, there] = [await signedIn(sana.id), await signedIn(sana.id)]
  await signedIn(sana.id, "over", -1)
  const other = await signedIn(zara.id)
  const listed = await listSessions(sana, sana.id, here)
  expect(listed.map(({ id, current }) => [id, current]).sort()).toEqual(
    [
      [here, true],
      [there, false],
    ].sort(),
  )
  expect(listed[0]).toMatchObject({ browser: "firefox", system: "linux" })
  expect((await db().session.findUnique({ where: { id: here } }))!.userAgent).toBe("firefox/linux")

  await expect(listSessions(zara, sana.id)).rejects.toMatchObject({ code: "forbidden" })
  await expect(endSession(zara, sana.id, here)).rejects.toMatchObject({ code: "forbidden" })
  await expect(endSession(zara, zara.id, here)).rejects.toMatchObject({ code: "not_found" })
  await expect(endSessions(zara, sana.id)).rejects.toMatchObject({ code: "forbidden" })
  await endSession(sana, sana.id, there)
  const third = await signedIn(sana.id)
  expect(await endSessions(sana, sana.id, here)).toBeGreaterThanOrEqual(1)
  expect((await listSessions(people.admin, sana.id)).map(({ id }) => id)).toEqual([here])
  expect(await db().session.findUnique({ where: { id: third } })).toBeNull()
  await endSessions(people.admin, sana.id)
  expect(await sessions(sana.id)).toBe(0)
  expect((await listSessions(zara, zara.id)).map(({ id }) => id)).toEqual([other])
})

test("a key of one's own takes the password, ends by its day, and only its owner revokes it here", async () => {
  const [sana, zara] = [await added(), await added()]
  const input = { label: "nightly import", expiresInDays: 30, password: PASSWORD }
  await expect(createOwnToken(sana, { ...input, password: "not it at all 1" })).rejects.toMatchObject({
    code: "invalid",
    fields: { password: [expect.any(String)] },
  })
  const { id, token } = await createOwnToken(sana, input)
  expect(await personOfToken(token)).toMatchObject({ id: sana.id })
  const [listed, ...more] = await listOwnTokens(sana)
  expect(more).toEqual([])
  expect(listed).toMatchObject({ id, label: "nightly import", revoked: false })
  expect(Date.parse(listed!.expiresAt!) - Date.parse(listed!.createdAt)).toBeCloseTo(30 * 86_400_000, -5)
  expect(await listOwnTokens(zara)).toEqual([])
  await expect(revokeOwnToken(zara, id)).rejects.toMatchObject({ code: "not_found" })
  await revokeOwnToken(sana, id)
  expect(await personOfToken(token)).toBeNull()
})

test("a new password takes the old one, must be good, and signs every other browser out", async () => {
  const sana = await added()
  const [here, there] = [await signedIn(sana.id), await signedIn(sana.id)]
  const stored = async () => (await db().account.findFirstOrThrow({ where: { userId: sana.id } })).password!
  const before = await stored()
  const next = "another walk in Ziarat 1948"
  await expect(changePassword(sana, { password: "not it at all 1", next }, here)).rejects.toMatchObject({
    fields: { password: [expect.any(String)] },
  })
  await expect(changePassword(sana, { password: PASSWORD, next: "short" }, here)).rejects.toMatchObject({
    fields: { next: [expect.any(String)] },
  })
  expect(await stored()).toBe(before)
  expect(await sessions(sana.id)).toBe(2)
  await changePassword(sana, { password: PASSWORD, next }, here)
  expect(await verifyPassword(await stored(), next)).toBe(true)
  expect((await listSessions(sana, sana.id)).map(({ id }) => id)).toEqual([here])
  expect(there).not.toBe(here)
})

test("an account shows one's own and nothing secret; the language of mails is kept", async () => {
  const sana: PersonActor & { email: string } = await added()
  expect(await findAccount(sana)).toMatchObject({ language: "en", recoveryCodesLeft: 0, person: { email: sana.email } })
  await changeLanguage(sana, "ur")
  const account = await findAccount(sana)
  expect(account.language).toBe("ur")
  expect(JSON.stringify(account)).not.toMatch(/argon2|totp|password/)
  await expect(findAccount({ kind: "anonymous" })).rejects.toMatchObject({ code: "unauthenticated" })
  await expect(findAccount(SYSTEM)).rejects.toMatchObject({ code: "unauthenticated" })
  expect(await person("analyst").then(findAccount)).toMatchObject({ person: { role: "analyst" } })
})
