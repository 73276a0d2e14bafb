import { afterEach, beforeAll, expect, test, vi } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import {
  acceptInvitation,
  invite,
  listInvitations,
  makeReset,
  openInvitation,
  revokeInvitation,
} from "@/lib/data/invitations"
import { verifyPassword } from "@/lib/data/passwords"
import { addPerson, disablePerson, personByEmail } from "@/lib/data/people"
import { seed } from "@/lib/data/seed"
import { authDb } from "@/lib/data/sessions"
import { InvitationInput, JoinInput } from "@/lib/domain/account"
import { SYSTEM } from "@/lib/domain/policy"
import { person, type PersonActor } from "./people"
import { outcomes } from "./samples"

const PASSWORD = "a long walk in Murree 1947"
let admin: PersonActor
let count = 0
beforeAll(async () => {
  await seed()
  admin = await person("admin", "The admin")
}, 60_000)
afterEach(() => vi.useRealTimers())

const input = (overrides: object = {}) =>
  InvitationInput.parse({ email: `new-${count++}@nap.test`, name: "Sana Khan", role: "editor", ...overrides })
const join = (token: string, overrides: object = {}) => JoinInput.parse({ token, password: PASSWORD, ...overrides })
const passwordOf = async (email: string) => {
  const account = await db().account.findFirstOrThrow({ where: { user: { email } } })
  return account.password!
}

test("an invitation is a hash at rest, opens for seven days, and makes the person it says", async () => {
  const remit = { plans: ["nap-2021"], tracks: ["non-kinetic"] }
  const asked = input({ email: "Sana@NAP.test", remit })
  const { invitation, token } = await invite(admin, asked)
  const row = await db().invitation.findUniqueOrThrow({ where: { id: invitation.id } })
  expect(row.tokenHash).toBe(sha256(token))
  expect(JSON.stringify(row)).not.toContain(token)
  expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeCloseTo(7 * 86_400_000, -4)
  expect(await openInvitation(token)).toEqual({ purpose: "join", email: "sana@nap.test", name: "Sana Khan" })
  expect(await listInvitations(admin)).toMatchObject([{ id: invitation.id, by: "The admin", role: "editor", remit }])

  expect(await acceptInvitation(join(token, { name: "Sana B. Khan", language: "ur" }))).toEqual({
    email: "sana@nap.test",
  })
  expect(await personByEmail("sana@nap.test")).toMatchObject({ name: "Sana B. Khan", role: "editor", remit })
  expect(await db().user.findUnique({ where: { email: "sana@nap.test" } })).toMatchObject({ language: "ur" })
  expect(await verifyPassword(await passwordOf("sana@nap.test"), PASSWORD)).toBe(true)
  expect(await listInvitations(admin)).toEqual([])
})

test("used, run out, revoked, replaced and never made: none opens, and none says which it is", async () => {
  const [used, over, revoked] = [
    await invite(admin, input()),
    await invite(admin, input()),
    await invite(admin, input()),
  ]
  const again = input()
  const replaced = await invite(admin, again)
  const fresh = await invite(admin, again)
  await acceptInvitation(join(used.token))
  await db()
    .$executeRaw`UPDATE "Invitation" SET "expiresAt" = now() - interval '1 second' WHERE id = ${over.invitation.id}`
  await revokeInvitation(admin, revoked.invitation.id)
  const people = await db().user.count()
  const said = []
  for (const token of [used.token, over.token, revoked.token, replaced.token, "A".repeat(43), "x", ""]) {
    expect(await openInvitation(token)).toBeNull()
    said.push(await acceptInvitation(join(token)).catch((error: Error) => ({ ...error, message: error.message })))
  }
  expect(new Set(said.map((it) => JSON.stringify(it))).size).toBe(1)
  expect(said[0]).toMatchObject({ code: "not_found" })
  expect(await db().user.count()).toBe(people)
  expect(await openInvitation(fresh.token)).not.toBeNull()
  await expect(revokeInvitation(admin, revoked.invitation.id)).rejects.toMatchObject({ code: "not_found" })
})

test("the database's clock decides when an invitation runs out, not this machine's", async () => {
  const [early, over] = [await invite(admin, input()), await invite(admin, input())]
  await db().$executeRaw`UPDATE "Invitation" SET "expiresAt" = now() WHERE id = ${over.invitation.id}`
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2001-01-01") })
  expect(await openInvitation(over.token)).toBeNull()
  await expect(acceptInvitation(join(over.token))).rejects.toMatchObject({ code: "not_found" })
  await expect(revokeInvitation(admin, over.invitation.id)).rejects.toMatchObject({ code: "not_found" })
  expect((await listInvitations(admin)).map(({ id }) => id)).not.toContain(over.invitation.id)
  const made = await invite(admin, input())

  vi.setSystemTime(new Date("2040-01-01"))
  expect(await openInvitation(made.token)).not.toBeNull()
  expect((await listInvitations(admin)).map(({ id }) => id)).toContain(early.invitation.id)
  const late = await invite(admin, input())
  vi.useRealTimers()
  for (const { invitation } of [made, late]) {
    expect(Math.abs(Date.parse(invitation.expiresAt) - 7 * 86_400_000 - Date.now())).toBeLessThan(60_000)
  }
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2040-01-01") })
  expect(await acceptInvitation(join(early.token))).toEqual({ email: early.invitation.email })
})

test("of two who use an address at the same time one wins, with their password", async () => {
  for (let round = 0; round < 5; round++) {
    const { invitation, token } = await invite(admin, input())
    const passwords = ["first of two who hurry", "second of two who hurry", "third of two who hurry"]
    const results = await Promise.allSettled(passwords.map((password) => acceptInvitation(join(token, { password }))))
    expect(outcomes(results)).toEqual({ done: 1, refused: ["not_found", "not_found"] })
    const winner = passwords[results.findIndex((it) => it.status === "fulfilled")]!
    expect(await verifyPassword(await passwordOf(invitation.email), winner)).toBe(true)
    expect(await db().account.count({ where: { user: { email: invitation.email } } })).toBe(1)
  }
}, 30_000)

test("of two who use a reset at the same time one wins too", async () => {
  const { person: sana } = await addPerson(SYSTEM, input(), PASSWORD)
  for (let round = 0; round < 5; round++) {
    const { token } = await makeReset(admin, sana.id)
    const passwords = [`first of two who hurry ${round}`, `second of two who hurry ${round}`]
    const results = await Promise.allSettled(passwords.map((password) => acceptInvitation(join(token, { password }))))
    expect(outcomes(results)).toEqual({ done: 1, refused: ["not_found"] })
    const winner = passwords[results.findIndex((it) => it.status === "fulfilled")]!
    expect(await verifyPassword(await passwordOf(sana.email), winner)).toBe(true)
  }
}, 30_000)

test("nobody is invited twice over, to an unknown plan, or by somebody who may not; a weak password uses nothing up", async () => {
  const asked = input({ email: "islamabadoffice@nap.test" })
  const { token } = await invite(admin, asked)
  await expect(acceptInvitation(join(token, { password: "too short" }))).rejects.toMatchObject({
    code: "invalid",
    fields: { password: [expect.any(String)] },
  })
  await expect(acceptInvitation(join(token, { password: "islamabadoffice 99" }))).rejects.toMatchObject({
    code: "invalid",
  })
  await acceptInvitation(join(token))
  await expect(invite(admin, asked)).rejects.toMatchObject({ code: "conflict", detail: { reason: "taken" } })
  await expect(invite(admin, input({ remit: { plans: ["nap-1999"], tracks: null } }))).rejects.toMatchObject({
    code: "invalid",
  })
  for (const role of ["analyst", "editor", "reviewer"] as const) {
    const other = await person(role)
    await expect(invite(other, input())).rejects.toMatchObject({ code: "forbidden" })
    await expect(makeReset(other, admin.id)).rejects.toMatchObject({ code: "forbidden" })
    await expect(listInvitations(other)).rejects.toMatchObject({ code: "forbidden" })
  }
})

test("an address that somebody joined with meanwhile is closed", async () => {
  const asked = input()
  const { token } = await invite(admin, asked)
  await addPerson(SYSTEM, { email: asked.email, name: "Faster", role: "analyst" })
  await expect(acceptInvitation(join(token))).rejects.toMatchObject({ code: "not_found" })
  expect(await personByEmail(asked.email)).toMatchObject({ name: "Faster", role: "analyst" })
})

test("a reset keeps the old password until it is used; then that and every session are gone", async () => {
  const { person: sana } = await addPerson(SYSTEM, input(), PASSWORD)
  const expiresAt = new Date(Date.now() + 3_600_000)
  const session = { id: sana.id, token: sana.id, userId: sana.id, expiresAt, updatedAt: new Date() }
  await authDb().session.create({ data: session })
  const { token } = await makeReset(admin, sana.id)
  expect(await openInvitation(token)).toMatchObject({ purpose: "reset", email: sana.email })
  expect(await verifyPassword(await passwordOf(sana.email), PASSWORD)).toBe(true)
  expect(await db().session.count({ where: { userId: sana.id } })).toBe(1)

  const next = "another walk in Ziarat 1948"
  await acceptInvitation(join(token, { password: next, name: "Somebody Else" }))
  expect(await verifyPassword(await passwordOf(sana.email), PASSWORD)).toBe(false)
  expect(await verifyPassword(await passwordOf(sana.email), next)).toBe(true)
  expect(await db().session.count({ where: { userId: sana.id } })).toBe(0)
  expect(await personByEmail(sana.email)).toMatchObject({ name: sana.name, role: sana.role })
  await expect(acceptInvitation(join(token))).rejects.toMatchObject({ code: "not_found" })
})

test("no reset lets somebody in who was shut out", async () => {
  const { person: gone } = await addPerson(SYSTEM, input())
  const { token } = await makeReset(admin, gone.id)
  await disablePerson(admin, gone.email)
  expect(await openInvitation(token)).toBeNull()
  await expect(acceptInvitation(join(token))).rejects.toMatchObject({ code: "not_found" })
  await expect(makeReset(admin, gone.id)).rejects.toMatchObject({ code: "conflict" })
  await expect(makeReset(admin, "nobody")).rejects.toMatchObject({ code: "not_found" })
})
