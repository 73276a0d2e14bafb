import type { AdminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"

/** Which field a refusal is about, and what it says. `form` where it is about none of them. */
export type Said = Partial<Record<"password" | "next" | "code" | "label" | "repeat" | "form", string>>

/** A refused act on one's own account in words. */
export function saidOf({ admin, errors }: AdminWords, problem: Problem): Said {
  const { accounts } = admin
  if (problem.code === "too_many") return { form: accounts.tooMany }
  if (problem.errors.password) return { password: accounts.wrongPassword }
  if (problem.errors.code) return { code: accounts.wrongCode }
  if (problem.errors.next) return { next: accounts.weakPassword }
  return { form: errors[problem.code] }
}
