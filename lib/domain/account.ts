import { z } from "zod"
import type { Instant } from "@/lib/domain/date"
import type { Browser, System } from "@/lib/domain/device"
import { Remit, Role } from "@/lib/domain/policy"

/** The language a person is written to in. */
export const Language = z.enum(["en", "ur"])
export type Language = z.infer<typeof Language>

/** Somebody who may sign in. */
export type Person = {
  id: string
  email: string
  name: string
  role: Role
  remit: Remit | null
  disabled: boolean
  secondFactor: boolean
  createdAt: Instant
}

/** A person as admins see them. `lastSeenAt`: the last act or the last use of a session that still is. */
export type ListedPerson = Person & { lastSeenAt: Instant | null; openProposals: number }

export const PersonInput = z.strictObject({
  email: z.email().max(200).toLowerCase(),
  name: z.string().trim().min(1).max(120),
  role: Role,
})
export type PersonInput = z.infer<typeof PersonInput>

/** One thing about a person that an admin changes. */
export const PersonPatch = z.union([
  z.strictObject({ role: Role }),
  z.strictObject({ remit: Remit.nullable() }),
  z.strictObject({ disabled: z.boolean() }),
])
export type PersonPatch = z.infer<typeof PersonPatch>

export const InvitationInput = PersonInput.extend({ remit: Remit.nullable().default(null) })
export type InvitationInput = z.infer<typeof InvitationInput>

/** Days an invitation or a reset stays open. */
export const INVITATION_DAYS = 7

/** A one-time address that still opens: to join, or to set a new password. `by`: who made it; null for the operator. */
export type Invitation = {
  id: string
  purpose: "join" | "reset"
  email: string
  name: string
  role: Role
  remit: Remit | null
  by: string | null
  createdAt: Instant
  expiresAt: Instant
}

/** What somebody sends who was given a one-time address. A reset keeps the name there is. */
export const JoinInput = z.strictObject({
  token: z.string().max(200),
  name: z.string().trim().min(1).max(120).nullable().default(null),
  password: z.string().max(1000),
  language: Language.default("en"),
})
export type JoinInput = z.infer<typeof JoinInput>

/** What every act on one's own sign-in asks for again. */
const Password = z.string().max(1000)

export const PasswordInput = z.strictObject({ password: Password, next: Password })
export type PasswordInput = z.infer<typeof PasswordInput>

export const CodeInput = z.strictObject({ password: Password, code: z.string().max(100) })
export type CodeInput = z.infer<typeof CodeInput>

const LONGEST_TOKEN_DAYS = 365

export const TokenInput = z.strictObject({
  label: z.string().trim().min(1).max(120),
  expiresInDays: z.int().min(1).max(LONGEST_TOKEN_DAYS),
  password: Password,
})
export type TokenInput = z.infer<typeof TokenInput>

/** A browser that is signed in. `current`: the one that asks. */
export type Session = {
  id: string
  browser: Browser
  system: System
  since: Instant
  lastUsedAt: Instant
  current: boolean
}

/** A key with which scripts act as a person. */
export type Token = {
  id: string
  personId: string
  email: string
  label: string
  createdAt: Instant
  expiresAt: Instant | null
  revoked: boolean
}

/** One's own account. */
export type Account = {
  person: Person
  language: Language
  recoveryCodesLeft: number
}
