"use client"

import { type FormEvent, type ReactNode, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { Acts } from "@/components/form/acts"
import type { Answer } from "@/components/form/client"
import { Dialog } from "@/components/form/dialog"
import { FieldError } from "@/components/form/field"
import type { CodeInput } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"
import { SecretField } from "./secret-field"
import { type Said, useAct } from "./use-act"

/** Asks for password and code before something about the second factor; `children` stand above them. */
export function CodeDialog<T>({
  locale,
  title,
  yes,
  isDanger = false,
  hint,
  send,
  onDone,
  onClose,
  children,
}: {
  locale: Locale
  title: string
  yes: string
  isDanger?: boolean
  hint: string
  send: (input: CodeInput) => Promise<Answer<T>>
  onDone: (value: T) => void
  onClose: () => void
  children: ReactNode
}) {
  const words = adminWords(locale)
  const { accounts } = words.admin
  const [password, setPassword] = useState("")
  const [code, setCode] = useState("")
  const { said, isBusy, act } = useAct(words)

  function submit(event: FormEvent) {
    const wrong: Said = {
      ...(code.trim() === "" && { code: accounts.codeMissing }),
      ...(password === "" && { password: accounts.passwordMissing }),
    }
    void act(event, wrong, () => send({ password, code }), onDone)
  }

  return (
    <Dialog title={title} closeLabel={accounts.close} onClose={onClose}>
      <form className="dlg-body" onSubmit={submit} noValidate>
        {children}
        <SecretField
          id="factor-code"
          label={accounts.code}
          hint={hint}
          error={said.code}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
        />
        <SecretField
          id="factor-password"
          label={accounts.current}
          error={said.password}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        {said.form ? <FieldError>{said.form}</FieldError> : null}
        <Acts no={accounts.cancel} onNo={onClose} yes={yes} look={isDanger ? "danger" : "pri"} disabled={isBusy} />
      </form>
    </Dialog>
  )
}
