"use client"

import { type FormEvent, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { Acts } from "@/components/form/acts"
import { CopyField } from "@/components/form/copy-field"
import { Dialog } from "@/components/form/dialog"
import { FieldError } from "@/components/form/field"
import { goTo } from "@/components/form/go-to"
import { Select, TextInput } from "@/components/form/inputs"
import type { Token } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"
import { accountApi } from "./api"
import { SecretField } from "./secret-field"
import { TokenList } from "./token-list"
import { type Said, useAct } from "./use-act"

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
  const { said, isBusy, act } = useAct(words)

  function make(event: FormEvent) {
    const wrong: Said = {
      ...(label.trim() === "" && { label: accounts.labelMissing }),
      ...(password === "" && { password: accounts.passwordMissing }),
    }
    const send = () => accountApi.makeToken({ label: label.trim(), expiresInDays: days, password })
    void act(event, wrong, send, ({ token }) => onMade(token))
  }

  return (
    <Dialog title={accounts.newToken} sub={accounts.tokensText} closeLabel={accounts.close} onClose={onClose}>
      <form className="dlg-body" onSubmit={make} noValidate>
        <TextInput
          id="token-label"
          label={accounts.tokenLabel}
          error={said.label}
          maxLength={120}
          required
          value={label}
          onChange={setLabel}
        />
        <Select
          id="token-days"
          label={accounts.tokenDays}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          options={TERMS.map((term) => [String(term), accounts.days(term)])}
        />
        <SecretField
          id="token-password"
          label={accounts.current}
          error={said.password}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        {said.form ? <FieldError>{said.form}</FieldError> : null}
        <Acts no={accounts.cancel} onNo={onClose} yes={accounts.makeToken} disabled={isBusy} />
      </form>
    </Dialog>
  )
}
