import type { AdminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"

/** Why something about a person could not be done, in words. */
export function problemWords({ admin, errors }: AdminWords, { code, reason }: Problem): string {
  if (reason === "last-admin") return admin.people.lastAdmin
  if (reason === "taken") return admin.people.taken
  return errors[code]
}
