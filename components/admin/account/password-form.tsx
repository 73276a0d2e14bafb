"use client"

import { type FormEvent, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { FieldError } from "@/components/form/field"
import type { Locale } from "@/lib/i18n/locale"
import { accountApi } from "./api"
import { type Said, saidOf } from "./said"
import { SecretField } from "./secret-field"

const SHORTEST = 15
const LONGEST = 200

/** A new password after the old one. */
export function PasswordForm({ locale, email }: { locale: Locale; email: string }) {
  const words = adminWords(locale)
  const { accounts } = words.admin
  const [password, setPassword] = useState("")
  const [next, setNext] = useState("")
  const [repeat, setRepeat] = useState("")
  const [said, setSaid] = useState<Said>({})
  const [isDone, setDone] = useState(false)
  const [isBusy, setBusy] = useState(false)

  async function change(event: FormEvent) {
    event.preventDefault()
    setDone(false)
    const wrong: Said = {
      ...(password === "" && { password: accounts.passwordMissing }),
      ...((next.length < SHORTEST || next.length > LONGEST) && { next: accounts.passwordLength }),
      ...(next !== repeat && { repeat: accounts.notSame }),
    }
    setSaid(wrong)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    const answer = await accountApi.changePassword({ password, next })
    setBusy(false)
    if (!answer.ok) return setSaid(saidOf(words, answer.problem))
    for (const clear of [setPassword, setNext, setRepeat]) clear("")
    setDone(true)
  }

  return (
    <form className="flex flex-col gap-4" onSubmit={change} noValidate>
      {/* For password managers, which otherwise do not know whose password this is. */}
      <input className="vh" type="email" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden />
      <SecretField
        id="password"
        label={accounts.current}
        error={said.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <SecretField
        id="next"
        label={accounts.next}
        hint={accounts.passwordHint}
        error={said.next}
        value={next}
        onChange={setNext}
        autoComplete="new-password"
      />
      <SecretField
        id="repeat"
        label={accounts.repeat}
        error={said.repeat}
        value={repeat}
        onChange={setRepeat}
        autoComplete="new-password"
      />
      {said.form ? <FieldError>{said.form}</FieldError> : null}
      <div className="acts items-center">
        <button type="submit" className="btn" disabled={isBusy}>
          {accounts.change}
        </button>
        <span className="small" role="status">
          {isDone ? accounts.passwordChanged : ""}
        </span>
      </div>
    </form>
  )
}
