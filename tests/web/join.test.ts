import { randomUUID } from "node:crypto"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { invite, makeReset, revokeInvitation } from "@/lib/data/invitations"
import { InvitationInput } from "@/lib/domain/account"
import { SYSTEM } from "@/lib/domain/policy"
import { ask, signIn, someone, type Someone } from "./client"

const PASSWORD = "violet harbour at noon"
let admin: Someone
beforeAll(async () => {
  admin = await someone("admin")
})

const input = (overrides: object = {}) => ({
  email: `new-${randomUUID()}@nap.test`,
  name: "Sana Khan",
  role: "editor",
  ...overrides,
})
const made = () => invite(SYSTEM, InvitationInput.parse(input()))
const page = (token: string, language = "en") =>
  ask(`/${language}/join/${token}`, { headers: { "accept-encoding": "identity" } })
const join = (token: string, password = PASSWORD) => ask("/api/v1/join", { body: { token, password } })

test("an admin invites, the person sets a password at the address, and signs in as what they were invited as", async () => {
  const asked = input({ remit: { plans: ["nap-2021"], tracks: null } })
  const invited = await ask("/api/v1/people/invitations", { as: admin, body: asked })
  expect(invited).toMatchObject({ status: 201, json: { invitation: { email: asked.email, role: "editor" } } })
  expect(invited.headers.get("cache-control")).toBe("no-store")
  const token = new URL(invited.json.url).pathname.split("/")[2]!
  expect(invited.json.path).toBe(`/join/${token}`)
  // Told this once: no later answer holds it.
  expect((await ask("/api/v1/people/invitations", { as: admin })).text).not.toContain(token)

  const answer = await page(token)
  expect(answer.status).toBe(200)
  expect(answer.text).toContain(asked.email)
  expect(answer.headers.get("cache-control")).toContain("no-store")
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer")
  expect(answer.headers.get("x-robots-tag")).toBe("noindex, nofollow")

  const joined = await ask("/api/v1/join", { body: { token, password: PASSWORD, name: "Sana B.", language: "ur" } })
  expect(joined).toMatchObject({ status: 200, json: { email: asked.email } })
  const session = await signIn({ email: asked.email, password: PASSWORD })
  const account = (await ask("/api/v1/account", { as: session })).json
  expect(account).toMatchObject({
    language: "ur",
    person: { name: "Sana B.", role: "editor", remit: { plans: ["nap-2021"], tracks: null } },
  })
})

test("an address without a language leads to the reader's own, and stays nobody else's business", async () => {
  const { token } = await made()
  const answer = await ask(`/join/${token}`, { headers: { "accept-language": "ur,en;q=0.5" } })
  expect([answer.status, answer.headers.get("location")]).toEqual([307, `/ur/join/${token}`])
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer")
  expect(answer.headers.get("cache-control")).toContain("no-store")
})

test.each(["en", "ur"])(
  "used, run out, revoked and never made look alike, in %s",
  async (language) => {
    const [used, over, revoked] = [await made(), await made(), await made()]
    for (const { token } of [used, over, revoked]) expect((await page(token, language)).text).toContain("nap.test")
    expect((await join(used.token)).status).toBe(200)
    await db().$executeRaw`UPDATE "Invitation" SET "expiresAt" = now() WHERE id = ${over.invitation.id}`
    await revokeInvitation(SYSTEM, revoked.invitation.id)
    const never = "abcDEF123_-abcDEF123_-abcDEF123_-abcDEF123_"
    const bare = async (token: string) => {
      const { status, text, headers } = await page(token, language)
      return {
        status,
        words: text.replaceAll(token, "TOKEN").replaceAll(/<script[\s\S]*?<\/script>/g, ""),
        headers: [...headers.keys()].filter((name) => name !== "date").sort(),
      }
    }
    const wanted = await bare(never)
    expect(wanted.words).not.toContain("nap.test")
    for (const { token } of [used, over, revoked]) expect(await bare(token)).toEqual(wanted)
    const refusals = await Promise.all([used, over, revoked].map(({ token }) => join(token)))
    const refused = { ...(await join(never)).json, requestId: "" }
    for (const { status, json } of refusals) {
      expect(status).toBe(404)
      expect({ ...json, requestId: "" }).toEqual(refused)
    }
  },
  60_000,
)

test("two at the same time: one joins", async () => {
  const { token, invitation } = await made()
  const answers = await Promise.all([1, 2, 3, 4].map((at) => join(token, `${PASSWORD} ${at}`)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404])
  const winner = answers.findIndex(({ status }) => status === 200) + 1
  expect(await signIn({ email: invitation.email, password: `${PASSWORD} ${winner}` })).not.toBeNull()
})

test("a reset address ends every session when it is used, and the old password", async () => {
  const editor = await someone("editor")
  const session = (await signIn(editor))!
  const { token } = await makeReset(admin, editor.id)
  expect((await ask("/api/v1/me", { as: session })).json.person).not.toBeNull()
  expect((await join(token)).status).toBe(200)
  expect((await ask("/api/v1/me", { as: session })).json.person).toBeNull()
  expect(await signIn(editor)).toBeNull()
  expect(await signIn({ email: editor.email, password: PASSWORD })).not.toBeNull()
})

test("a weak password is refused by its field and uses nothing up", async () => {
  const { token } = await made()
  expect(await join(token, "password12345678")).toMatchObject({
    status: 400,
    json: { errors: { password: [expect.any(String)] } },
  })
  expect((await join(token)).status).toBe(200)
})
