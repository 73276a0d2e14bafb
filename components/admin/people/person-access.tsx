"use client"

import { useEffect, useState } from "react"
import { SessionList } from "@/components/admin/account/session-list"
import { TokenList } from "@/components/admin/account/token-list"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import type { ListedPerson, Session, Token } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"
import { peopleApi } from "./api"

type Access = { sessions: Session[]; tokens: Token[] }

/** The browsers and keys through which somebody comes in, fetched when the dialog opens; each can be ended. */
export function PersonAccess({ locale, person, now }: { locale: Locale; person: ListedPerson; now: string }) {
  const { admin, errors } = adminWords(locale)
  const words = admin.accounts
  const [access, setAccess] = useState<Access | Problem | null>(null)
  const { id } = person

  useEffect(() => {
    let isWanted = true
    void Promise.all([peopleApi.sessions(id), peopleApi.tokens()]).then(([sessions, tokens]) => {
      if (!isWanted) return
      if (!sessions.ok) return setAccess(sessions.problem)
      if (!tokens.ok) return setAccess(tokens.problem)
      const own = tokens.value.items.filter((it) => it.personId === id)
      setAccess({ sessions: sessions.value.items, tokens: own })
    })
    return () => {
      isWanted = false
    }
  }, [id])

  if (access === null) return null
  if ("code" in access) return <FieldError>{errors[access.code]}</FieldError>
  return (
    <>
      <section>
        <h3 className="h-s mb-2">{words.sessions}</h3>
        <SessionList
          locale={locale}
          sessions={access.sessions}
          now={now}
          isOwn={false}
          end={(session) => peopleApi.endSession(id, session)}
          endAll={() => peopleApi.endSessions(id)}
        />
      </section>
      <section>
        <h3 className="h-s mb-2">{words.tokens}</h3>
        <TokenList locale={locale} tokens={access.tokens} now={now} revoke={peopleApi.revokeToken} />
      </section>
    </>
  )
}
