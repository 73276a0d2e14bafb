import { randomUUID } from "node:crypto"
import { db } from "@/lib/data/db"
import { authDb } from "@/lib/data/sessions"
import { createToken } from "@/lib/data/tokens"
import { SYSTEM } from "@/lib/domain/policy"
import type { Someone } from "@/tests/web/client"
import { codes, forPeople, READ, type Rows } from "./row"

const aBrowser = {
  given: "browser",
  make: async (owner: Someone) => {
    const id = randomUUID()
    const expiresAt = new Date(Date.now() + 3_600_000)
    await authDb().session.create({ data: { id, token: id, userId: owner.id, expiresAt, updatedAt: new Date() } })
    return { id, version: 1 }
  },
}
const aKey = {
  given: "key",
  make: async (owner: Someone) => ({ id: (await createToken(SYSTEM, owner.id, "tests", 1)).id, version: 1 }),
}
// Nobody gives their own password here: everybody who may ask gets as far as being told that it is wrong.
const wrong = { password: "not the password at all" }
const own = codes(404, 204, 404, 404, 204, 404)

let signedIn: Awaited<ReturnType<typeof sessionsOf>> | undefined
const sessionsOf = (all: Someone[]) => db().session.findMany({ where: { userId: { in: all.map(({ id }) => id) } } })
/** By key there is no browser to keep: whom that signed out is signed in again, for the tests that follow. */
async function stillSignedIn(_: Someone, __: unknown, all: Someone[]) {
  signedIn ??= await sessionsOf(all)
  await db().session.createMany({ data: signedIn, skipDuplicates: true })
  return { id: "", version: 1 }
}

export const self: Rows = {
  "GET /api/v1/me": [{ expected: READ }],
  "GET /api/v1/account": [{ expected: forPeople(200) }],
  "PATCH /api/v1/account": [{ body: () => ({ language: "ur" }), expected: forPeople(204) }],
  "POST /api/v1/account/password": [
    { body: () => ({ ...wrong, next: "violet harbour at noon" }), expected: forPeople(400) },
  ],
  "POST /api/v1/account/second-factor": [{ body: () => ({}), expected: forPeople(200) }],
  "POST /api/v1/account/second-factor/confirm": [
    { body: () => ({ ...wrong, code: "123456" }), expected: forPeople(400) },
  ],
  "POST /api/v1/account/second-factor/remove": [
    { body: () => ({ ...wrong, code: "123456" }), expected: forPeople(400) },
  ],
  "POST /api/v1/account/second-factor/recovery-codes": [
    { body: () => ({ ...wrong, code: "123456" }), expected: forPeople(400) },
  ],
  "GET /api/v1/account/sessions": [{ expected: forPeople(200) }],
  "DELETE /api/v1/account/sessions/{id}": [{ ...aBrowser, expected: own }],
  "GET /api/v1/account/tokens": [{ expected: forPeople(200) }],
  "POST /api/v1/account/tokens": [
    { body: () => ({ ...wrong, label: "A key", expiresInDays: 30 }), expected: forPeople(400) },
  ],
  "DELETE /api/v1/account/tokens/{id}": [{ ...aKey, expected: own }],
  "DELETE /api/v1/account/sessions": [
    { given: "person's other browsers", make: stillSignedIn, hides: false, expected: forPeople(204) },
  ],
}
