"use client"

import { type FormEvent, useState } from "react"
import { api, type Problem } from "@/components/form/client"
import { goTo } from "@/components/form/go-to"
import { FieldError } from "@/components/form/field"
import { TextInput } from "@/components/form/inputs"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "./words"

/**
 * E-mail and password, and the code of a second factor once it is asked for; on success leads to `next`, an address
 * of this site.
 */
export function SignInForm({ locale, next }: { locale: Locale; next: string }) {
  const words = adminWords(locale).signIn
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const [code, setCode] = useState("")
  const [asksCode, setAsksCode] = useState(false)
  const [isShown, setShown] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [missing, setMissing] = useState<"email" | "password" | "code" | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function signIn(event: FormEvent) {
    event.preventDefault()
    const isCodeEmpty = asksCode && code.trim() === ""
    const empty = email.trim() === "" ? "email" : password === "" ? "password" : isCodeEmpty ? "code" : null
    setMissing(empty)
    setProblem(null)
    if (empty) return void document.getElementById(empty)?.focus()
    setBusy(true)
    const answer = await api.signIn({ email: email.trim(), password, ...(asksCode && { code }) })
    if (answer.ok) return goTo(next)
    setBusy(false)
    if (answer.problem.reason === "second-factor" && !asksCode) return setAsksCode(true)
    setProblem(answer.problem)
    document.getElementById(answer.problem.reason === "second-factor" ? "code" : "password")?.focus()
  }
  const isCodeWrong = problem?.reason === "second-factor"

  return (
    <form className="card flex flex-col gap-4 p-6" method="post" onSubmit={signIn} noValidate>
      <TextInput
        id="email"
        label={words.email}
        error={missing === "email" ? words.emailMissing : undefined}
        type="email"
        dir="ltr"
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={setEmail}
      />
      <TextInput
        id="password"
        label={words.password}
        error={
          missing === "password"
            ? words.passwordMissing
            : problem && !isCodeWrong
              ? sentence(words, problem)
              : undefined
        }
        type={isShown ? "text" : "password"}
        dir="ltr"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
      {asksCode ? (
        <TextInput
          id="code"
          label={words.code}
          hint={words.codeHint}
          error={missing === "code" ? words.codeMissing : isCodeWrong ? words.codeWrong : undefined}
          dir="ltr"
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
          required
          value={code}
          onChange={setCode}
        />
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <label className="ck small">
          <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />
          {words.show}
        </label>
        <button type="submit" className="btn pri big" disabled={isBusy}>
          {isBusy ? words.submitting : words.submit}
        </button>
      </div>
      <noscript>
        <FieldError>{words.needsScript}</FieldError>
      </noscript>
      <span className="vh" role="status">
        {problem ? sentence(words, problem) : asksCode ? words.codeAsked : ""}
      </span>
    </form>
  )
}

function sentence(words: ReturnType<typeof adminWords>["signIn"], { code, reason }: Problem): string {
  if (reason === "second-factor") return words.codeWrong
  if (code === "too_many") return words.tooMany
  if (code === "offline" || code === "internal") return words.unreachable
  if (code === "unavailable") return words.unavailable
  return words.wrong
}
