import type { RefusalCode } from "@/lib/domain/refusal"

/** What a refusal says to a person, by code. `internal` and `offline` are the two that are nobody's refusal. */
export const errors = {
  invalid: "Something in the form needs another look.",
  unauthenticated: "Please sign in first.",
  forbidden: "Your role does not allow this.",
  not_found: "There is no such thing here, or no longer.",
  not_allowed: "This address does not take that.",
  conflict: "Someone else changed this in the meantime. Nothing you typed is lost.",
  too_large: "This is too large to be accepted.",
  locked: "This needs a password.",
  too_many: "Too many tries. Please wait a little.",
  unavailable: "The database cannot be reached. Your text is still here; try again in a moment.",
  internal: "Something went wrong on our side. Your text is still here.",
  offline: "The server cannot be reached. Your text is still here; try again in a moment.",
} satisfies Record<RefusalCode | "internal" | "offline", string>
