import { expect, test } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { disablePerson } from "@/lib/data/people"
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
