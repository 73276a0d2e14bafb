"use client"

import { useState } from "react"
import { dayOfMoment } from "@/components/admin/when"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import type { Invitation } from "@/lib/domain/account"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { peopleApi } from "./api"
import { problemWords } from "./problem-words"

/** The one-time addresses that still open, to be revoked. */
export function OpenInvitations({ locale, invitations: given }: { locale: Locale; invitations: Invitation[] }) {
  const all = adminWords(locale)
  const { admin, terms } = all
  const words = admin.people
  const [invitations, setInvitations] = useState(given)
  const [said, setSaid] = useState("")
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function revoke({ id, name }: Invitation) {
    setBusy(true)
    const answer = await peopleApi.revokeInvitation(id)
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    setInvitations((before) => before.filter((it) => it.id !== id))
    setSaid(words.done.revoked(name))
  }

  return (
    <section className="qs">
      <h2>{words.open}</h2>
      {invitations.length === 0 ? <p className="small muted">{words.noOpen}</p> : null}
      <ul className="rows text-sm">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="grid-cols-[minmax(0,1fr)_auto]">
            <div>
              <b className="font-semibold" dir="auto">
                {invitation.name}
              </b>{" "}
              <span className="pill">{words.purpose[invitation.purpose]}</span>
              <br />
              <span className="small muted">
                <bdi dir="ltr">{invitation.email}</bdi> · {terms.role[invitation.role]} ·{" "}
                {words.until(formatDay(locale, dayOfMoment(invitation.expiresAt)))}
                {invitation.by === null ? "" : ` · ${words.by(invitation.by)}`}
              </span>
            </div>
            <button
              type="button"
              className="btn sm danger"
              aria-label={words.revokeFor(invitation.name)}
              disabled={isBusy}
              onClick={() => void revoke(invitation)}
            >
              {words.revoke}
            </button>
          </li>
        ))}
      </ul>
      {problem ? <FieldError>{problemWords(all, problem)}</FieldError> : null}
      <p className="small" role="status">
        {said}
      </p>
    </section>
  )
}
