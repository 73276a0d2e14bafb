import "server-only"
import { create } from "qrcode"
import { z } from "zod"
import { changeLanguage, changePassword, findAccount } from "@/lib/data/accounts"
import {
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from "@/lib/data/second-factor"
import { endSession, endSessions, listSessions } from "@/lib/data/sessions"
import { settings } from "@/lib/data/settings"
import { createOwnToken, listOwnTokens, revokeOwnToken } from "@/lib/data/tokens"
import { CodeInput, Language, PasswordInput, TokenInput } from "@/lib/domain/account"
import { personOf, Role, Team, TwoFactor } from "@/lib/domain/policy"
import { done, type Endpoint, endpoint, NOTHING } from "@/lib/web/api/endpoint"
import { PersonAnswer, SECRET_HEADERS, SessionsAnswer, TokensAnswer } from "@/lib/web/api/people"

const AccountAnswer = z
  .object({ person: PersonAnswer, language: Language, recoveryCodesLeft: z.int(), twoFactor: TwoFactor })
  .meta({ id: "Account" })
const StartedAnswer = z.object({
  secret: z.string(),
  uri: z.string(),
  square: z.object({ size: z.int(), path: z.string().describe("SVG path of the dark fields, one unit each") }),
})
const CodesAnswer = z.object({ recoveryCodes: z.array(z.string()) })

/** One's own account. */
export const SELF: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/me",
    summary: "Who is asking",
    access: "anyone",
    answer: {
      status: 200,
      schema: z.object({
        person: z.object({ id: z.string(), name: z.string(), role: Role }).nullable(),
        team: Team,
      }),
    },
    handle: async ({ person }) => ({
      body: {
        person: person && { id: person.id, name: person.name, role: person.role },
        team: settings().team,
      },
    }),
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/account",
    summary: "Your account, and whether publishing asks for a second factor here",
    access: "self.manage",
    answer: { status: 200, schema: AccountAnswer },
    handle: async ({ actor }) => ({ body: { ...(await findAccount(actor)), twoFactor: settings().twoFactor } }),
  }),
  endpoint({
    method: "PATCH",
    path: "/api/v1/account",
    summary: "Set the language of your mails",
    access: "self.manage",
    body: z.strictObject({ language: Language }),
    answer: NOTHING,
    handle: async ({ actor, body }) => {
      await changeLanguage(actor, body.language)
      return done
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/account/password",
    summary: "Set a new password after the old one; every other browser is signed out",
    access: "self.manage",
    body: PasswordInput,
    answer: NOTHING,
    handle: async ({ actor, person, body }) => {
      await changePassword(actor, body, person?.session)
      return done
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/account/second-factor",
    summary: "Begin to set up a second factor: the secret for your app, in words and as a square to scan",
    access: "self.manage",
    answer: { status: 200, schema: StartedAnswer },
    handle: async ({ actor }) => {
      const { secret, uri } = await startSecondFactor(actor)
      return { body: { secret, uri, square: squareOf(uri) }, headers: SECRET_HEADERS }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/account/second-factor/confirm",
    summary: "Turn the second factor on with a first code; the recovery codes are told this once",
    access: "self.manage",
    body: CodeInput,
    answer: { status: 200, schema: CodesAnswer },
    handle: async ({ actor, person, body }) => ({
      body: { recoveryCodes: await confirmSecondFactor(actor, body, person?.session) },
      headers: SECRET_HEADERS,
    }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/account/second-factor/remove",
    summary: "Turn your second factor off",
    access: "self.manage",
    body: CodeInput,
    answer: NOTHING,
    handle: async ({ actor, body }) => {
      await removeSecondFactor(actor, body)
      return done
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/account/second-factor/recovery-codes",
    summary: "New recovery codes instead of the old ones, told this once",
    access: "self.manage",
    body: CodeInput,
    answer: { status: 200, schema: CodesAnswer },
    handle: async ({ actor, body }) => ({
      body: { recoveryCodes: await renewRecoveryCodes(actor, body) },
      headers: SECRET_HEADERS,
    }),
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/account/sessions",
    summary: "The browsers you are signed in with",
    access: "self.manage",
    answer: { status: 200, schema: SessionsAnswer },
    handle: async ({ actor, person }) => ({
      body: { items: await listSessions(actor, personOf(actor).id, person?.session) },
    }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/account/sessions",
    summary: "Sign every other browser of yours out",
    access: "self.manage",
    answer: NOTHING,
    handle: async ({ actor, person }) => {
      await endSessions(actor, personOf(actor).id, person?.session)
      return done
    },
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/account/sessions/{id}",
    summary: "Sign one of your browsers out",
    access: "self.manage",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await endSession(actor, personOf(actor).id, path.id!)
      return done
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/account/tokens",
    summary: "Your keys for scripts",
    access: "self.manage",
    answer: { status: 200, schema: TokensAnswer },
    handle: async ({ actor }) => ({ body: { items: await listOwnTokens(actor) } }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/account/tokens",
    summary: "Make a key for scripts, told this once",
    access: "self.manage",
    body: TokenInput,
    answer: { status: 201, schema: z.object({ id: z.string(), token: z.string() }) },
    handle: async ({ actor, body }) => ({
      status: 201,
      body: await createOwnToken(actor, body),
      headers: SECRET_HEADERS,
    }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/account/tokens/{id}",
    summary: "Revoke one of your keys",
    access: "self.manage",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await revokeOwnToken(actor, path.id!)
      return done
    },
  }),
]

/** The square an app scans, drawn here: no secret is sent anywhere to be drawn. */
function squareOf(uri: string): { size: number; path: string } {
  const { size, data } = create(uri, { errorCorrectionLevel: "M" }).modules
  const dark = [...data].flatMap((isDark, at) => (isDark ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []))
  return { size, path: dark.join("") }
}
