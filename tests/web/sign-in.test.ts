import { Secret, TOTP } from "otpauth"
import { expect, test } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { changePerson, disablePerson } from "@/lib/data/people"
import { confirmSecondFactor, startSecondFactor } from "@/lib/data/second-factor"
import { SYSTEM } from "@/lib/domain/policy"
import { ask, signIn, someone } from "./client"

const me = async (cookie: string) => (await ask("/api/v1/me", { as: { cookie } })).json.person
const attempt = (email: string, password: string) => ask("/api/auth/sign-in/email", { body: { email, password } })

test("signing in sets one cookie that scripts cannot read; its token is kept only as a hash", async () => {
  const editor = await someone("editor")
  const answer = await attempt(editor.email.toUpperCase(), editor.password)
  expect(answer).toMatchObject({ status: 200, json: { signedIn: true } })
  expect(answer.headers.get("cache-control")).toBe("no-store")
  const cookies = answer.headers.getSetCookie()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatch(/^nap=[^;]+;.*Path=\/; HttpOnly; SameSite=Lax/)
  const cookie = cookies[0]!.split(";", 1)[0]!
  expect(await me(cookie)).toEqual({ id: editor.id, name: editor.name, role: "editor" })

  const token = decodeURIComponent(cookie.slice("nap=".length)).split(".")[0]!
  const [session, ...more] = await db().session.findMany({ where: { userId: editor.id } })
  expect(more).toEqual([])
  expect(session!.token).toBe(sha256(token))
  // No trace of where from or with what.
  expect(session).toMatchObject({ ipAddress: expect.toBeOneOf([null, ""]) })
  expect(JSON.stringify(session)).not.toContain(token)
})

test("every sign-in is a new session; signing out ends this one at once", async () => {
  const editor = await someone("editor")
  const [one, two] = [(await signIn(editor))!, (await signIn(editor))!]
  expect(one.cookie).not.toBe(two.cookie)
  expect((await ask("/api/auth/sign-out", { as: one, body: {} })).status).toBe(200)
  expect(await me(one.cookie)).toBeNull()
  expect(await me(two.cookie)).toMatchObject({ id: editor.id })
})

test("a cookie that was tampered with or that belongs to no session is nobody's", async () => {
  const { cookie } = (await signIn(await someone("editor")))!
  const [token, signature] = decodeURIComponent(cookie.slice(4)).split(".") as [string, string]
  for (const forged of [
    `${token}.${signature}x`,
    `${token}x.${signature}`,
    token,
    `${"A".repeat(32)}.${signature}`,
    "",
  ]) {
    expect(await me(`nap=${encodeURIComponent(forged)}`)).toBeNull()
  }
  // The hash in a stolen copy of the database is no session either.
  expect(await me(`nap=${encodeURIComponent(`${sha256(token)}.${signature}`)}`)).toBeNull()
})

test("wrong password, unknown address and disabled person get the same answer", async () => {
  const [known, gone] = [await someone("editor"), await someone("editor")]
  await disablePerson(SYSTEM, gone.email)
  const answers = await Promise.all([
    attempt(known.email, "not the password at all"),
    attempt("nobody-here@nap.test", "not the password at all"),
    attempt(gone.email, gone.password),
    attempt(gone.email, "not the password at all"),
    attempt("not an address", "x"),
  ])
  const said = answers.map(({ status, json, headers }) => ({
    ...{ status, json: { ...json, requestId: "" } },
    names: [...headers.keys()].filter((name) => name !== "date").sort(),
  }))
  for (const each of said) expect(each).toEqual(said[0])
  expect(said[0]).toMatchObject({ status: 401, json: { code: "unauthenticated" } })
  expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([])
  expect(await db().session.count({ where: { userId: gone.id } })).toBe(0)
})

test("somebody disabled meanwhile is out on the next request, by cookie and by key", async () => {
  const editor = await someone("editor")
  const { cookie } = (await signIn(editor))!
  expect(await me(cookie)).not.toBeNull()
  await disablePerson(SYSTEM, editor.email)
  expect(await me(cookie)).toBeNull()
  expect((await ask("/api/v1/proposals", { as: { cookie } })).status).toBe(401)
  expect((await ask("/api/v1/proposals", { as: editor })).status).toBe(401)
})

test("an account takes 20 attempts in 15 minutes, wherever they say they come from; others are not touched", async () => {
  const [victim, neighbour] = [await someone("editor"), await someone("editor")]
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      ask("/api/auth/sign-in/email", {
        body: { email: victim.email, password: `guess number ${at} of many` },
        headers: { "x-forwarded-for": `10.0.0.${at}` },
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(20)
  const late = answers.filter(({ status }) => status === 429)
  expect(late).toHaveLength(20)
  expect(late[0]!.json.code).toBe("too_many")
  expect(Number(late[0]!.headers.get("retry-after"))).toBeGreaterThan(0)
  expect(await signIn(neighbour)).not.toBeNull()
}, 60_000)

/** Somebody with a second factor: the key their app holds, and their recovery codes. */
async function withFactor() {
  const reviewer = await someone("reviewer")
  const { secret } = await startSecondFactor(reviewer)
  const codes = await confirmSecondFactor(reviewer, { password: reviewer.password, code: codeOf(secret) })
  // As if it had been set up long ago: the code shown now is still unused.
  await db().user.update({ where: { id: reviewer.id }, data: { totpLastStep: 0 } })
  return { reviewer, secret, codes }
}
/** What the app shows, some steps of 30 seconds from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
const attemptWith = (email: string, password: string, code: string) =>
  ask("/api/auth/sign-in/email", { body: { email, password, code } })

test("with a second factor the password alone makes no session and says what is missing; the code comes along", async () => {
  const { reviewer, secret } = await withFactor()
  const before = await db().session.count({ where: { userId: reviewer.id } })
  for (const answer of [
    await attempt(reviewer.email, reviewer.password),
    await attemptWith(reviewer.email, reviewer.password, "000000"),
    await attemptWith(reviewer.email, reviewer.password, codeOf(secret, -40)),
  ]) {
    expect(answer).toMatchObject({ status: 401, json: { code: "unauthenticated", reason: "second-factor" } })
    expect(answer.headers.getSetCookie()).toEqual([])
  }
  // A wrong password says nothing of a second factor, whatever the code.
  const wrong = await attemptWith(reviewer.email, "not the password at all", codeOf(secret))
  expect(wrong).toMatchObject({ status: 401, json: { code: "unauthenticated" } })
  expect(wrong.json).not.toHaveProperty("reason")
  expect(await db().session.count({ where: { userId: reviewer.id } })).toBe(before)

  const code = codeOf(secret)
  const right = await attemptWith(reviewer.email, reviewer.password, code)
  expect(right).toMatchObject({ status: 200, json: { signedIn: true } })
  expect(await me(right.headers.getSetCookie()[0]!.split(";", 1)[0]!)).toMatchObject({ id: reviewer.id })
  // The same code again is no code.
  expect(await attemptWith(reviewer.email, reviewer.password, code)).toMatchObject({ status: 401 })
}, 60_000)

test("a recovery code stands in for the app, once", async () => {
  const { reviewer, codes } = await withFactor()
  expect(await attemptWith(reviewer.email, reviewer.password, codes[3]!)).toMatchObject({ status: 200 })
  expect(await attemptWith(reviewer.email, reviewer.password, codes[3]!)).toMatchObject({ status: 401 })
})

test("guesses of codes by somebody who has the password run into the same limit, from wherever", async () => {
  const { reviewer } = await withFactor()
  const statuses: number[] = []
  for (let round = 0; round < 5; round++) {
    const guesses = Array.from({ length: 20 }, (_, at) => String(round * 20 + at).padStart(6, "0"))
    const answers = await Promise.all(
      guesses.map((code, at) =>
        ask("/api/auth/sign-in/email", {
          body: { email: reviewer.email, password: reviewer.password, code },
          headers: { "x-forwarded-for": `10.0.${round}.${at}` },
        }),
      ),
    )
    statuses.push(...answers.map(({ status }) => status))
  }
  expect(statuses).toHaveLength(100)
  // One attempt of the twenty went into turning the second factor on.
  expect(statuses.filter((status) => status !== 429)).toHaveLength(19)
  expect(statuses).not.toContain(500)
}, 120_000)

test("a new role, an ended session and a revoked key count on the very next request", async () => {
  const [editor, admin] = [await someone("editor"), await someone("admin")]
  const { cookie } = (await signIn(editor))!
  expect((await ask("/api/v1/people", { as: editor })).status).toBe(403)
  // Done by another process on the same database, as another instance would.
  await changePerson(SYSTEM, editor.id, { role: "admin" })
  expect((await ask("/api/v1/people", { as: editor })).status).toBe(200)
  expect(await me(cookie)).toBeNull()

  const again = (await signIn(editor))!
  const { items } = (await ask("/api/v1/account/sessions", { as: again })).json
  expect(items).toMatchObject([{ current: true }])
  const path = `/api/v1/people/${editor.id}/sessions/${items[0].id}`
  expect((await ask(path, { method: "DELETE", as: admin })).status).toBe(204)
  expect(await me(again.cookie)).toBeNull()

  const [{ id }] = (await ask("/api/v1/account/tokens", { as: editor })).json.items
  expect((await ask(`/api/v1/tokens/${id}`, { method: "DELETE", as: admin })).status).toBe(204)
  expect((await ask("/api/v1/account", { as: editor })).status).toBe(401)
})

test("of the browser that signs in only its kind is kept", async () => {
  const editor = await someone("editor")
  const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
  const { email, password } = editor
  await ask("/api/auth/sign-in/email", { body: { email, password }, headers: { "user-agent": userAgent } })
  expect(await db().session.findMany({ where: { userId: editor.id } })).toMatchObject([{ userAgent: "firefox/linux" }])
})

test.each([
  "sign-up/email",
  "get-session",
  "reset-password",
  "change-email",
  "update-user",
  "list-sessions",
  "error",
  "ok",
])("the sign-in library's other doors are shut: %s", async (door) => {
  for (const method of ["GET", "POST"]) {
    const { status } = await ask(`/api/auth/${door}`, { method, ...(method === "POST" && { body: {} }) })
    expect([404, 405]).toContain(status)
  }
})
