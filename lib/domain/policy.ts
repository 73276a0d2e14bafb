import { z } from "zod"
import { Refusal } from "@/lib/domain/refusal"
import { Track } from "@/lib/domain/scale"

export const Role = z.enum(["analyst", "editor", "reviewer", "admin"])
export type Role = z.infer<typeof Role>

/** Whether a proposal needs a second person before it is published. */
export const Team = z.enum(["two-person", "one-person"])
export type Team = z.infer<typeof Team>

/** Whether publishing asks for a second factor. */
export const TwoFactor = z.enum(["optional", "publishing"])
export type TwoFactor = z.infer<typeof TwoFactor>

/** The plans and tracks a person's work is limited to; null for all of them. */
export const Remit = z.strictObject({
  plans: z.array(z.string().max(80)).min(1).max(20).nullable(),
  tracks: z.array(Track).min(1).max(2).nullable(),
})
export type Remit = z.infer<typeof Remit>

/**
 * Who is asking. `remit` null or absent is everything; `secondFactor`: the person signs in with one. `system` is the
 * operator at the command line, who holds the machine anyway.
 */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "person"; id: string; role: Role; remit?: Remit | null; secondFactor?: boolean }
  | { kind: "system" }

export const ANONYMOUS: Actor = { kind: "anonymous" }
export const SYSTEM: Actor = { kind: "system" }

/** Who may do what. Every door asks this table; a permission that is not here cannot be granted. */
export const POLICY = {
  "site.read": ["analyst", "editor", "reviewer", "admin"],
  "proposal.write": ["editor", "reviewer", "admin"],
  "proposal.review": ["reviewer", "admin"],
  "proposal.publish": ["reviewer", "admin"],
  "recheck.publish": ["editor", "reviewer", "admin"],
  "evidence.internal": ["editor", "reviewer", "admin"],
  "assignment.write": ["editor", "reviewer", "admin"],
  "redaction.write": ["reviewer", "admin"],
  "self.manage": ["analyst", "editor", "reviewer", "admin"],
  "share.write": ["analyst", "editor", "reviewer", "admin"],
  "share.manage-any": ["admin"],
  "people.manage": ["admin"],
  "token.manage": ["admin"],
  "audit.read": ["admin"],
  // A backup holds everything there is: for whoever holds the machine, and nobody who only signs in.
  "backup.operate": [],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof POLICY

export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "system") return true
  return actor.kind === "person" && (POLICY[permission] as readonly Role[]).includes(actor.role)
}

/** @throws Refusal `unauthenticated` for nobody, `forbidden` for somebody without the permission. */
export function assertCan(actor: Actor, permission: Permission): void {
  if (can(actor, permission)) return
  if (actor.kind === "anonymous") throw new Refusal("unauthenticated", "Sign in first.")
  throw new Refusal("forbidden", "Your role does not allow this.")
}

/** The person behind an act that must be somebody's. @throws Refusal `unauthenticated`. */
export function personOf(actor: Actor): { id: string; role: Role } {
  if (actor.kind !== "person") throw new Refusal("unauthenticated", "Sign in first.")
  return actor
}

/** @throws Refusal `forbidden` for somebody without a second factor where publishing asks for one. */
export function assertSecondFactor(actor: Actor, setting: TwoFactor): void {
  if (setting === "publishing" && actor.kind === "person" && !actor.secondFactor) {
    throw new Refusal("forbidden", "Set up a second factor before you publish.", {}, { reason: "second-factor" })
  }
}

/** A person may not decide on their own work, unless the team has only one. @throws Refusal `forbidden`. */
export function assertSecondPerson(team: Team, authorId: string, deciderId: string): void {
  if (team === "two-person" && authorId === deciderId) {
    throw new Refusal("forbidden", "Someone else must decide on your proposal.", {}, { reason: "own-proposal" })
  }
}
