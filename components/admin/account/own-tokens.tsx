"use client"

import { type FormEvent, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { CopyField } from "@/components/form/copy-field"
import { Dialog } from "@/components/form/dialog"
import { Field, FieldError } from "@/components/form/field"
import { goTo } from "@/components/form/go-to"
import type { Token } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"
import { accountApi } from "./api"
import { type Said, saidOf } from "./said"
import { SecretField } from "./secret-field"
import { TokenList } from "./token-list"

const TERMS = [30, 90, 365]

/** One's keys for scripts, and a new one. */
export function OwnTokens({ locale, tokens, now }: { locale: Locale; tokens: Token[]; now: string }) {
  const words = adminWords(locale).admin.accounts
  const [isOpen, setOpen] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  return (
    <>
      <TokenList locale={locale} tokens={tokens} now={now} revoke={accountApi.revokeToken} />
      <div className="acts mt-3">
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          {words.newToken}
        </button>
      </div>
      {isOpen && token === null ? <NewToken locale={locale} onMade={setToken} onClose={() => setOpen(false)} /> : null}
      {token === null ? null : (
        <Dialog title={words.newToken} closeLabel={words.close} onClose={() => goTo(`/${locale}/admin/account`)}>
          <div className="dlg-body">
            <p role="status">{words.tokenMade}</p>
            <CopyField label={words.tokenValue} value={token} copy={words.copy} copied={words.copied} />
            <div className="acts">
              <button type="button" className="btn pri" onClick={() => goTo(`/${locale}/admin/account`)}>
                {words.done}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}

function NewToken({
  locale,
  onMade,
  onClose,
}: {
  locale: Locale
  onMade: (token: string) => void
  onClose: () => void
}) {
  const words = adminWords(locale)
  const { accounts } = words.admin
  const [label, setLabel] = useState("")
  const [days, setDays] = useState(90)
  const [password, setPassword] = useState("")
  const [said, setSaid] = useState<Said>({})
  const [isBusy, setBusy] = useState(false)

  async function make(event: FormEvent) {
    event.preventDefault()
    const wrong: Said = {
      ...(label.trim() === "" && { label: accounts.labelMissing }),
      ...(password === "" && { password: accounts.passwordMissing }),
    }
    setSaid(wrong)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    const answer = await accountApi.makeToken({ label: label.trim(), expiresInDays: days, password })
    setBusy(false)
    if (answer.ok) onMade(answer.value.token)
    else setSaid(saidOf(words, answer.problem))
  }

  return (
    <Dialog title={accounts.newToken} sub={accounts.tokensText} closeLabel={accounts.close} onClose={onClose}>
      <form className="dlg-body" onSubmit={make} noValidate>
        <Field id="token-label" label={accounts.tokenLabel} error={said.label}>
          {(described) => (
            <input
              {...described}
              className="in"
              dir="auto"
              maxLength={120}
              required
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
          )}
        </Field>
        <Field id="token-days" label={accounts.tokenDays}>
          {(described) => (
            <select
              {...described}
              className="in"
              value={days}
              onChange={(event) => setDays(Number(event.target.value))}
            >
              {TERMS.map((term) => (
                <option key={term} value={term}>
                  {accounts.days(term)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <SecretField
          id="token-password"
          label={accounts.current}
          error={said.password}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        {said.form ? <FieldError>{said.form}</FieldError> : null}
        <div className="acts">
          <button type="button" className="btn ghost" onClick={onClose}>
            {accounts.cancel}
          </button>
          <button type="submit" className="btn pri" disabled={isBusy}>
            {accounts.makeToken}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
