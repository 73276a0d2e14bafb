"use client"

import { type FormEvent, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { FieldError } from "@/components/form/field"
import { isRightLength } from "@/lib/domain/password"
import type { Locale } from "@/lib/i18n/locale"
import { accountApi } from "./api"
import { SecretField } from "./secret-field"
import { type Said, useAct } from "./use-act"

/** A new password after the old one. */
export function PasswordForm({ locale, email }: { locale: Locale; email: string }) {
  const words = adminWords(locale)
  const { accounts } = words.admin
  const [password, setPassword] = useState("")
  const [next, setNext] = useState("")
  const [repeat, setRepeat] = useState("")
  const { said, isBusy, act } = useAct(words)
  const [isDone, setDone] = useState(false)

  function change(event: FormEvent) {
    setDone(false)
    const wrong: Said = {
      ...(password === "" && { password: accounts.passwordMissing }),
      ...(!isRightLength(next) && { next: accounts.passwordLength }),
      ...(next !== repeat && { repeat: accounts.notSame }),
    }
    void act(
      event,
      wrong,
      () => accountApi.changePassword({ password, next }),
      () => {
        for (const clear of [setPassword, setNext, setRepeat]) clear("")
        setDone(true)
      },
    )
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
