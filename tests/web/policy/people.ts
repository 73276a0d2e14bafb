import { randomUUID } from "node:crypto"
import { invite, makeReset } from "@/lib/data/invitations"
import { addPerson } from "@/lib/data/people"
import { authDb } from "@/lib/data/sessions"
import { createToken } from "@/lib/data/tokens"
import { InvitationInput } from "@/lib/domain/account"
import { type Role, SYSTEM } from "@/lib/domain/policy"
import { forAdmins, forPeople, type Made, type Rows } from "./row"

const email = () => `somebody-${randomUUID()}@nap.test`
const invitation = () => InvitationInput.parse({ email: email(), name: "Somebody", role: "editor" })
async function person(role: Role = "editor"): Promise<Made> {
  const { person: made } = await addPerson(SYSTEM, { email: email(), name: "Somebody", role })
  return { id: made.id, version: 1 }
}
/** A browser somebody is signed in with; `version` is of no meaning here. */
async function session(userId: string): Promise<string> {
  const id = randomUUID()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await authDb().session.create({ data: { id, token: id, userId, expiresAt, updatedAt: new Date() } })
  return id
}
const sessions = new Map<string, string>()
const aPerson = { given: "person", make: () => person() }
const aBrowser = {
  given: "browser",
  make: async () => {
    const made = await person()
    sessions.set(made.id, await session(made.id))
    return made
  },
  path: ({ id }: Made) => `/api/v1/people/${id}/sessions/${sessions.get(id)}`,
}
const anInvitation = {
  given: "invitation",
  make: async () => ({ id: (await invite(SYSTEM, invitation())).invitation.id, version: 1 }),
}
const aKey = {
  given: "key",
  make: async () => ({ id: (await createToken(SYSTEM, (await person()).id, "tests", 1)).id, version: 1 }),
}
const anAddress = async () => (await makeReset(SYSTEM, (await person()).id)).token
const addresses = new Map<string, string>()

export const people: Rows = {
  "GET /api/v1/people": [{ expected: forAdmins(200) }],
  "PATCH /api/v1/people/{id}": [
    { ...aPerson, body: () => ({ role: "reviewer" }), expected: forAdmins(200) },
    { ...aPerson, given: "person's limits", body: () => ({ remit: null }), expected: forAdmins(200) },
    { ...aPerson, given: "person's way in", body: () => ({ disabled: true }), expected: forAdmins(200) },
  ],
  "POST /api/v1/people/{id}/reset": [{ ...aPerson, body: () => ({}), expected: forAdmins(201) }],
  "DELETE /api/v1/people/{id}/second-factor": [{ ...aPerson, expected: forAdmins(204) }],
  "GET /api/v1/people/{id}/sessions": [{ ...aPerson, expected: forAdmins(200) }],
  "DELETE /api/v1/people/{id}/sessions": [{ ...aPerson, expected: forAdmins(204) }],
  "DELETE /api/v1/people/{id}/sessions/{session}": [{ ...aBrowser, expected: forAdmins(204) }],
  "GET /api/v1/people/invitations": [{ expected: forAdmins(200) }],
  "POST /api/v1/people/invitations": [{ body: invitation, expected: forAdmins(201) }],
  "DELETE /api/v1/people/invitations/{id}": [{ ...anInvitation, expected: forAdmins(204) }],
  "GET /api/v1/tokens": [{ expected: forAdmins(200) }],
  "DELETE /api/v1/tokens/{id}": [{ ...aKey, expected: forAdmins(204) }],
  "POST /api/v1/join": [
    {
      given: "good address",
      // Whoever holds the address may: signed in as whoever, or not at all.
      make: async () => {
        const id = randomUUID()
        addresses.set(id, await anAddress())
        return { id, version: 1 }
      },
      body: ({ id }: Made) => ({ token: addresses.get(id), password: "violet harbour at noon" }),
      hides: false,
      expected: { ...forPeople(200), anonymous: 200 },
    },
    {
      given: "made-up address",
      body: () => ({ token: "A".repeat(43), password: "violet harbour at noon" }),
      expected: { ...forPeople(404), anonymous: 404 },
    },
  ],
}
