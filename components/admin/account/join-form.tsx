"use client"

import { type FormEvent, useState } from "react"
import { peopleApi } from "@/components/admin/people/api"
import { adminWords } from "@/components/admin/words"
import { api, type Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import { goTo } from "@/components/form/go-to"
import { TextInput } from "@/components/form/inputs"
import { isRightLength } from "@/lib/domain/password"
import type { Locale } from "@/lib/i18n/locale"
import { SecretField } from "./secret-field"

/** Name and password of somebody who was given a one-time address; then they are signed in. */
export function JoinForm({
  locale,
  token,
  purpose,
  email,
  name: given,
}: {
  locale: Locale
  token: string
  purpose: "join" | "reset"
  email: string
  name: string
}) {
  const { signIn, errors } = adminWords(locale)
  const words = signIn.join
  const [name, setName] = useState(given)
  const [password, setPassword] = useState("")
  const [wrong, setWrong] = useState<{ name?: string; password?: string }>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function join(event: FormEvent) {
    event.preventDefault()
    const found = {
      ...(name.trim() === "" && { name: words.nameMissing }),
      ...(!isRightLength(password) && { password: words.passwordLength }),
    }
    setWrong(found)
    setProblem(null)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const answer = await peopleApi.join({ token, name: name.trim(), password, language: locale })
    if (answer.ok) {
      // With a second factor the password alone does not do; then the sign-in page asks for the code.
      const signedIn = await api.signIn({ email: answer.value.email, password })
      return goTo(signedIn.ok ? `/${locale}/admin` : `/${locale}/sign-in`)
    }
    setBusy(false)
    if (answer.problem.errors.password) setWrong({ password: words.weak })
    else setProblem(answer.problem)
  }

  return (
    <form className="card flex flex-col gap-4 p-6" method="post" onSubmit={join} noValidate>
      <p className="small muted">
        <bdi dir="ltr">{email}</bdi>
      </p>
      <input className="vh" type="email" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden />
      {purpose === "join" ? (
        <TextInput
          id="name"
          label={words.name}
          hint={words.nameHint}
          error={wrong.name}
          autoComplete="name"
          maxLength={120}
          required
          value={name}
          onChange={setName}
        />
      ) : null}
      <SecretField
        id="password"
        label={words.password}
        hint={words.passwordHint}
        error={wrong.password}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
      />
      {problem ? <FieldError>{problem.code === "not_found" ? words.closed : errors[problem.code]}</FieldError> : null}
      <div className="acts justify-end">
        <button type="submit" className="btn pri big" disabled={isBusy}>
          {isBusy ? words.submitting : words.submit}
        </button>
      </div>
      <noscript>
        <FieldError>{words.needsScript}</FieldError>
      </noscript>
    </form>
  )
}
