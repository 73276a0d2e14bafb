import { send } from "@/components/form/client"
import type { CodeInput, Language, PasswordInput, TokenInput } from "@/lib/domain/account"

/** The secret of a second factor that is being set up, in words and as a square to scan. */
export type Started = { secret: string; uri: string; square: { size: number; path: string } }

const base = "/api/v1/account"
const one = (what: string, id: string) => `${base}/${what}/${encodeURIComponent(id)}`

/** What the account screen asks for. None throws. */
export const accountApi = {
  changeLanguage: (language: Language) => send<null>("PATCH", base, { language }),
  changePassword: (input: PasswordInput) => send<null>("POST", `${base}/password`, input),
  startFactor: () => send<Started>("POST", `${base}/second-factor`, {}),
  confirmFactor: (input: CodeInput) =>
    send<{ recoveryCodes: string[] }>("POST", `${base}/second-factor/confirm`, input),
  removeFactor: (input: CodeInput) => send<null>("POST", `${base}/second-factor/remove`, input),
  renewCodes: (input: CodeInput) =>
    send<{ recoveryCodes: string[] }>("POST", `${base}/second-factor/recovery-codes`, input),
  endSession: (id: string) => send<null>("DELETE", one("sessions", id)),
  endOthers: () => send<null>("DELETE", `${base}/sessions`),
  makeToken: (input: TokenInput) => send<{ id: string; token: string }>("POST", `${base}/tokens`, input),
  revokeToken: (id: string) => send<null>("DELETE", one("tokens", id)),
}
