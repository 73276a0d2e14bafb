import { randomUUID } from "node:crypto"
import { beforeAll, expect, test } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { invite, openInvitation } from "@/lib/data/invitations"
import { activePerson, changePerson } from "@/lib/data/people"
import { seed } from "@/lib/data/seed"
import { changeShare, createShare, listShares, replaceAddress, revokeShare } from "@/lib/data/share-upkeep"
import { openShare, unlockShare } from "@/lib/data/shares"
import { createToken, personOfToken } from "@/lib/data/tokens"
import type { Role } from "@/lib/domain/policy"
import { SYSTEM } from "@/lib/domain/policy"
import { asked, backedUp, on, restored } from "./backups"
import { ownDatabase } from "./database"
import { person, type PersonActor, team } from "./people"
import { share } from "./samples"

const emails: Record<string, string> = {}
const called = async (name: string, role: Role = "editor") => {
  const made = await person(role, name)
  await db().account.create({
    data: {
      ...{ id: randomUUID(), accountId: made.id, providerId: "credential", userId: made.id },
      ...{ password: `hash of ${name}`, updatedAt: new Date() },
    },
  })
  await db().user.update({ where: { id: made.id }, data: { recoveryCodes: ["one", "two"], totpLastStep: 5 } })
  emails[name] = `${role}-${made.id}@nap.test`
  return made
}

let people: Awaited<ReturnType<typeof team>> & Record<string, PersonActor>
const links: Record<string, { id: string; token: string }> = {}
let key: string
let invitation: string
let unlocked: string
let backup: string

// What there was when the backup was made, and what happened after it.
beforeAll(async () => {
  await seed()
  people = { ...(await team()) }
  for (const name of ["kept", "disabled", "demoted", "rehashed"]) people[name] = await called(name)
  people.boss = await called("boss", "admin")
  people.gone = await called("gone")
  await changePerson(SYSTEM, people.gone!.id, { disabled: true })
  for (const label of ["open", "revoked", "paused", "replaced", "shut before", "paused before", "new password"]) {
    const made = await createShare(people.analyst, share({ label }))
    links[label] = { id: made.share.id, token: made.token }
  }
  const locked = await createShare(people.analyst, share({ label: "locked", password: "open sesame, please" }))
  links.locked = { id: locked.share.id, token: locked.token }
  await revokeShare(people.analyst, links["shut before"]!.id)
  await changeShare(people.analyst, links["paused before"]!.id, { version: 1, paused: true })
  unlocked = (await unlockShare(locked.token, "open sesame, please"))!.proof
  key = (await createToken(SYSTEM, people.boss!.id, "A script", null)).token
  invitation = (await invite(people.admin, { email: "new@nap.test", name: "New", role: "editor", remit: null })).token
  const soon = new Date(Date.now() + 86_400_000)
  await db().session.create({
    data: { id: randomUUID(), token: sha256("cookie"), expiresAt: soon, updatedAt: soon, userId: people.boss!.id },
  })
  await db().verification.create({ data: { id: randomUUID(), identifier: "x", value: "y", expiresAt: soon } })
  backup = (await backedUp()).file

  await revokeShare(people.analyst, links.revoked!.id)
  await changeShare(people.analyst, links.paused!.id, { version: 1, paused: true })
  links["replaced since"] = {
    id: links.replaced!.id,
    token: (await replaceAddress(people.analyst, links.replaced!.id, 1)).token,
  }
  await changeShare(people.analyst, links["new password"]!.id, { version: 1, password: "not there before" })
  await changePerson(SYSTEM, people.disabled!.id, { disabled: true })
  await changePerson(SYSTEM, people.demoted!.id, { role: "analyst" })
  await db().account.updateMany({ where: { userId: people.rehashed!.id }, data: { password: "another hash" } })
  await db().user.update({ where: { id: people.kept!.id }, data: { recoveryCodes: ["two"], totpLastStep: 9 } })
}, 60_000)

const opens = async (label: string) => {
  const found = await openShare(links[label]!.token)
  return found === null ? "shut" : found.locked ? "locked" : "open"
}
const every = async (labels: string[]) =>
  Object.fromEntries(await Promise.all(labels.map(async (label) => [label, await opens(label)])))
const active = async (url: string) =>
  (await asked<{ name: string }>(url, `SELECT name FROM "User" WHERE "disabledAt" IS NULL ORDER BY name`)).map(
    ({ name }) => name,
  )

test("without the replaced database nothing that lets somebody in survives, but for the people named", async () => {
  const back = await restored(backup, { enable: [emails.boss!.toUpperCase(), emails.kept!] })
  expect(await active(back.url)).toEqual(["boss", "kept"])
  expect(back.ended).toMatchObject({ linksPaused: 6, linksRevoked: 0, linksKept: 0, removals: null, tokens: 1 })
  expect(back.ended.peopleKept.toSorted()).toEqual([emails.boss!, emails.kept!].toSorted())
  await on(back.url, async () => {
    for (const label of Object.keys(links)) expect([label, await opens(label)]).toEqual([label, "shut"])
    expect(await openShare(links.locked!.token, unlocked)).toBeNull()
    expect(await personOfToken(key)).toBeNull()
    expect(await openInvitation(invitation)).toBeNull()
    expect([await db().session.count(), await db().verification.count()]).toEqual([0, 0])
    expect(await activePerson(people.disabled!.id)).toBeNull()
    // The register shows what is paused, and an admin who has looked at a link opens it again.
    const boss: PersonActor = { kind: "person", id: people.boss!.id, role: "admin" }
    const listed = await listShares(boss)
    const states = Object.fromEntries(listed.map(({ label, state }) => [label, state]))
    expect(states).toMatchObject({ open: "paused", revoked: "paused", "shut before": "revoked" })
    const { version } = listed.find(({ label }) => label === "open")!
    await changeShare(boss, links.open!.id, { version, paused: false })
    expect(await opens("open")).toBe("open")
    const locked = listed.find(({ label }) => label === "locked")!
    await changeShare(boss, locked.id, { version: locked.version, paused: false })
    expect(await openShare(links.locked!.token, unlocked)).toMatchObject({ locked: true })
  })
  // The database in use still knows all of them.
  expect(await personOfToken(key)).not.toBeNull()
  expect(await openShare(links.locked!.token, unlocked)).toMatchObject({ locked: false })
})

test("with the replaced database what was closed there stays closed, what changed is shut, the rest is as it was", async () => {
  const back = await restored(backup, { endedIn: ownDatabase.ownerUrl })
  await on(back.url, async () => {
    expect(await every(Object.keys(links))).toEqual({
      ...{
        open: "open",
        locked: "locked",
        revoked: "shut",
        paused: "shut",
        replaced: "shut",
        "replaced since": "shut",
      },
      ...{ "shut before": "shut", "paused before": "shut", "new password": "shut" },
    })
    const states = Object.fromEntries((await listShares(people.admin)).map(({ label, state }) => [label, state]))
    expect(states).toEqual({
      ...{ open: "active", locked: "active", revoked: "revoked", paused: "paused", replaced: "paused" },
      ...{ "shut before": "revoked", "paused before": "paused", "new password": "paused" },
    })
    expect(await openShare(links.locked!.token, unlocked)).toMatchObject({ locked: true })
    expect(await personOfToken(key)).toBeNull()
    expect(await openInvitation(invitation)).toBeNull()
    expect(await db().session.count()).toBe(0)
    const { recoveryCodes, totpLastStep } = await db().user.findUniqueOrThrow({ where: { id: people.kept!.id } })
    expect({ recoveryCodes, totpLastStep }).toEqual({ recoveryCodes: ["two"], totpLastStep: 9 })
  })
  const names = await active(back.url)
  expect(names).toEqual(expect.arrayContaining(["kept", "boss", "A reviewer", "A admin"]))
  for (const name of ["gone", "disabled", "demoted", "rehashed"]) expect(names).not.toContain(name)
  expect(back.ended).toMatchObject({ linksPaused: 3, linksRevoked: 1, linksKept: 2, peopleDisabled: 3, removals: 0 })
})

test("a removal by law that was done after the backup is told", async () => {
  await db().redaction.create({
    data: {
      ...{ id: "done-since", reasonClass: "safety", copies: [], team: "two-person" },
      ...{ requestedById: people.editor.id, approvedById: people.reviewer.id, doneAt: new Date() },
    },
  })
  expect((await restored(backup, { endedIn: ownDatabase.ownerUrl })).ended.removals).toBe(1)
})

test.each([
  ["nobody", [], /Name at least one administrator/],
  ["nobody who is an admin", ["kept"], /No administrator could sign in afterwards.*boss|admin-/],
  ["somebody unknown", ["boss", "stranger"], /nobody with the address stranger@nap.test/],
  ["somebody who was disabled", ["boss", "gone"], /was disabled/],
] as [string, string[], RegExp][])("a restore that would let in %s is refused", async (_, names, says) => {
  const enable = names.map((name) => emails[name] ?? `${name}@nap.test`)
  await expect(restored(backup, { enable })).rejects.toThrow(says)
})

test("somebody who was disabled since may not be named either, when that is known", async () => {
  const enable = [emails.disabled!]
  await expect(restored(backup, { enable, endedIn: ownDatabase.ownerUrl })).rejects.toThrow(/was disabled/)
})
