import "server-only"
import { betterAuth } from "better-auth"
import { prismaAdapter } from "better-auth/adapters/prisma"
import { assertAttempt } from "@/lib/data/attempts"
import { hashPassword, verifyPassword } from "@/lib/data/passwords"
import { activePerson } from "@/lib/data/people"
import { passSecondFactor } from "@/lib/data/second-factor"
import { authDb, noteSignIn } from "@/lib/data/sessions"
import { secrets, settings } from "@/lib/data/settings"
import { within } from "@/lib/data/patience"
import { type Actor, type Remit, Role } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { assertSameOrigin } from "@/lib/web/same-origin"
import { mayBeSignedIn, SESSION_COOKIE } from "@/lib/web/session-cookie"

const EIGHT_HOURS = 8 * 3600

const make = () => {
  const { baseUrl } = settings()
  const secure = baseUrl.startsWith("https:")
  return betterAuth({
    appName: "NAP Tracker",
    baseURL: baseUrl,
    secret: secrets().authSecret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: prismaAdapter(authDb(), { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    user: {
      additionalFields: {
        role: { type: "string", input: false, required: true },
        disabledAt: { type: "date", input: false, required: false },
      },
    },
    session: { expiresIn: EIGHT_HOURS, updateAge: 900, cookieCache: { enabled: false } },
    // Our own limit, per account, stands in sign-in below: an address is neither kept nor trusted.
    rateLimit: { enabled: false },
    trustedOrigins: [baseUrl],
    advanced: {
      useSecureCookies: false,
      disableOriginCheck: true, // assertSameOrigin has looked already, also behind proxies
      ipAddress: { disableIpTracking: true },
      cookies: {
        session_token: {
          name: SESSION_COOKIE[secure ? "secure" : "plain"],
          attributes: { httpOnly: true, sameSite: "lax", path: "/", secure },
        },
      },
    },
  })
}

let made: ReturnType<typeof make> | undefined
const auth = () => (made ??= make())

/**
 * The sign-in library's doors, and only these two: sign in with e-mail and password, sign out. Unknown address and
 * wrong password get the same answer; an account takes 20 attempts in 15 minutes, from wherever. Whoever has a second
 * factor sends its code along: without a right one there is no session, and `reason` says what is missing.
 * @throws Refusal `unauthenticated`, `too_many`, `forbidden` for another site's request, `not_found`.
 */
export async function handleAuth(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method !== "POST") throw new Refusal("not_found", "There is nothing here.")
  assertSameOrigin(request)
  if (pathname === "/api/auth/sign-out") return auth().handler(request)
  if (pathname !== "/api/auth/sign-in/email") throw new Refusal("not_found", "There is nothing here.")

  const { email, password, code } = await credentials(request)
  await assertAttempt(email)
  const passed = await passSecondFactor(email, password, code)
  if (passed === "wrong-password") throw wrong()
  if (passed === "wrong-code") {
    throw new Refusal("unauthenticated", "A code of your second factor is needed.", {}, { reason: "second-factor" })
  }
  const headers = new Headers(request.headers)
  headers.delete("content-length")
  const answer = await auth().handler(
    new Request(request.url, { method: "POST", headers, body: JSON.stringify({ email, password }) }),
  )
  if (!answer.ok) throw wrong()
  const { user } = (await answer.clone().json()) as { user: { id: string; role: string; disabledAt?: string | null } }
  if (user.disabledAt) {
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(";", 1)[0]!)
      .join("; ")
    await auth().api.signOut({ headers: new Headers({ cookie }) })
    throw wrong()
  }
  await noteSignIn({ kind: "person", id: user.id, role: Role.parse(user.role) })
  return new Response(JSON.stringify({ signedIn: true }), {
    headers: [
      ["content-type", "application/json"],
      ["cache-control", "no-store"],
      ...answer.headers.getSetCookie().map((cookie): [string, string] => ["set-cookie", cookie]),
    ],
  })
}

const wrong = () => new Refusal("unauthenticated", "Address or password is wrong.")

type Credentials = { email: string; password: string; code: string | null }

async function credentials(request: Request): Promise<Credentials> {
  const body = (await request.json().catch(() => null)) as Partial<Record<keyof Credentials, unknown>> | null
  if (typeof body?.email !== "string" || typeof body.password !== "string") throw wrong()
  // The database keeps neither NUL nor half a character: nobody has such an address.
  if (body.email.length > 200 || /[\0\p{Surrogate}]/u.test(body.email)) throw wrong()
  const { email, password, code } = body
  return {
    email: email.trim().toLowerCase(),
    password,
    code: typeof code === "string" && code.trim() !== "" && code.length <= 100 ? code : null,
  }
}

/** Who is signed in, as they stand now. `session` is the id of the browser's session; null by a key. */
export type SignedIn = {
  id: string
  name: string
  role: Role
  remit: Remit | null
  secondFactor: boolean
  session: string | null
}

/** What somebody signed in acts as. */
export const acting = ({ id, role, remit, secondFactor }: Omit<SignedIn, "name" | "session">): Actor => ({
  kind: "person",
  ...{ id, role, remit, secondFactor },
})

/** The person behind a session cookie; null for nobody and for somebody disabled since. */
export async function personOfSession(headers: Headers): Promise<SignedIn | null> {
  if (!mayBeSignedIn(headers.get("cookie"))) return null
  const found = await session(headers)
  const person = found && (await activePerson(found.user.id))
  if (!person) return null
  const { id, name, role, remit, secondFactor } = person
  return { id, name, role, remit, secondFactor, session: found.session.id }
}

/** The library hides why it could not read a session; the only reason left to it is the database. */
async function session(headers: Headers) {
  let found
  try {
    found = await within(2500, auth().api.getSession({ headers }))
  } catch (error) {
    if (!(error instanceof Error && error.name === "APIError")) throw error
    found = "late" as const
  }
  if (found === "late") throw new Refusal("unavailable", "The database cannot be reached.")
  return found
}
