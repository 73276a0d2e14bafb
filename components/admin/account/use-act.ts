"use client"

import { type FormEvent, useState } from "react"
import type { AdminWords } from "@/components/admin/words"
import type { Answer, Problem } from "@/components/form/client"

/** Which field a refusal is about, and what it says. `form` where it is about none of them. */
export type Said = Partial<Record<"password" | "next" | "code" | "label" | "repeat" | "form", string>>

/**
 * An act on one's own account, sent by a form. `said` is what its fields complain of: first what is `wrong` before
 * anything is sent, then what the server refused.
 */
export function useAct(words: AdminWords) {
  const [said, setSaid] = useState<Said>({})
  const [isBusy, setBusy] = useState(false)

  async function act<T>(event: FormEvent, wrong: Said, send: () => Promise<Answer<T>>, done: (value: T) => void) {
    event.preventDefault()
    setSaid(wrong)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    const answer = await send()
    setBusy(false)
    if (answer.ok) done(answer.value)
    else setSaid(saidOf(words, answer.problem))
  }
  return { said, isBusy, act }
}

/** A refused act on one's own account in words. */
function saidOf({ admin, errors }: AdminWords, problem: Problem): Said {
  const { accounts } = admin
  if (problem.code === "too_many") return { form: accounts.tooMany }
  if (problem.errors.password) return { password: accounts.wrongPassword }
  if (problem.errors.code) return { code: accounts.wrongCode }
  if (problem.errors.next) return { next: accounts.weakPassword }
  return { form: errors[problem.code] }
}
