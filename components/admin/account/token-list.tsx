"use client"

import { useState } from "react"
import { dayOfMoment } from "@/components/admin/when"
import { adminWords } from "@/components/admin/words"
import type { Answer, Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import type { Token } from "@/lib/domain/account"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

/** Keys for scripts, those that work first; each can be revoked. */
export function TokenList({
  locale,
  tokens: given,
  now,
  revoke,
}: {
  locale: Locale
  tokens: Token[]
  now: string
  revoke: (id: string) => Promise<Answer<null>>
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.accounts
  const [revoked, setRevoked] = useState<string[]>([])
  const [said, setSaid] = useState("")
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const tokens = given.map((it) => (revoked.includes(it.id) ? { ...it, revoked: true } : it))
  const isOver = (it: Token) => it.revoked || (it.expiresAt !== null && it.expiresAt <= now)
  const day = (moment: string) => formatDay(locale, dayOfMoment(moment))

  async function run(id: string) {
    setBusy(true)
    const answer = await revoke(id)
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    setRevoked((before) => [...before, id])
    setSaid(words.tokenRevoked)
  }

  const items = (list: Token[]) => (
    <ul className="rows text-sm">
      {list.map((token) => (
        <li key={token.id} className="grid-cols-[minmax(0,1fr)_auto]">
          <div>
            <b className="font-semibold" dir="auto">
              {token.label}
            </b>{" "}
            {isOver(token) ? <span className="pill">{token.revoked ? words.revoked : words.expired}</span> : null}
            <br />
            <span className="small muted">
              {words.madeOn(day(token.createdAt))} ·{" "}
              {token.expiresAt === null
                ? words.noEnd
                : token.expiresAt <= now
                  ? words.endedOn(day(token.expiresAt))
                  : words.until(day(token.expiresAt))}
            </span>
          </div>
          {isOver(token) ? null : (
            <button
              type="button"
              className="btn sm danger"
              aria-label={words.revokeFor(token.label)}
              disabled={isBusy}
              onClick={() => void run(token.id)}
            >
              {words.revoke}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
  const [working, over] = [tokens.filter((it) => !isOver(it)), tokens.filter(isOver)]
  return (
    <>
      {working.length === 0 ? <p className="small muted">{words.noTokens}</p> : items(working)}
      {over.length > 0 ? (
        <details>
          <summary className="small">
            {words.oldTokens} ({over.length})
          </summary>
          {items(over)}
        </details>
      ) : null}
      {problem ? <FieldError>{errors[problem.code]}</FieldError> : null}
      <span className="small" role="status">
        {said}
      </span>
    </>
  )
}
