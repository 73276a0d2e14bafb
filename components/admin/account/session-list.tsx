"use client"

import { useState } from "react"
import { formatMoment } from "@/components/admin/when"
import { adminWords } from "@/components/admin/words"
import type { Answer, Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import type { Session } from "@/lib/domain/account"
import type { Locale } from "@/lib/i18n/locale"

/** The browsers somebody is signed in with, and the end of each. `endAll` ends all but the one that asks. */
export function SessionList({
  locale,
  sessions: given,
  now,
  isOwn,
  end,
  endAll,
}: {
  locale: Locale
  sessions: Session[]
  now: string
  isOwn: boolean
  end: (id: string) => Promise<Answer<null>>
  endAll: () => Promise<Answer<null>>
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.accounts
  const [sessions, setSessions] = useState(given)
  const [said, setSaid] = useState("")
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const others = sessions.filter((it) => !(isOwn && it.current))

  async function run(work: Promise<Answer<null>>, left: (session: Session) => boolean) {
    setBusy(true)
    const answer = await work
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    setSessions((before) => before.filter(left))
    setSaid(words.ended)
  }

  return (
    <>
      {sessions.length === 0 ? <p className="small muted">{words.noSessions}</p> : null}
      <ul className="rows text-sm">
        {sessions.map((session) => {
          const device = words.device(words.browsers[session.browser], words.systems[session.system])
          return (
            <li key={session.id} className="grid-cols-[minmax(0,1fr)_auto]">
              <div>
                <b className="font-semibold">{device}</b>{" "}
                {session.current ? <span className="pill">{words.thisOne}</span> : null}
                <br />
                <span className="small muted">
                  {words.since(formatMoment(locale, session.since, now))} ·{" "}
                  {words.lastUsed(formatMoment(locale, session.lastUsedAt, now))}
                </span>
              </div>
              {isOwn && session.current ? null : (
                <button
                  type="button"
                  className="btn sm"
                  aria-label={words.endFor(device)}
                  disabled={isBusy}
                  onClick={() => void run(end(session.id), (it) => it.id !== session.id)}
                >
                  {words.end}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {problem ? <FieldError>{errors[problem.code]}</FieldError> : null}
      <div className="acts items-center">
        {others.length > 1 || (!isOwn && others.length > 0) ? (
          <button
            type="button"
            className="btn sm"
            disabled={isBusy}
            onClick={() => void run(endAll(), (it) => isOwn && it.current)}
          >
            {isOwn ? words.endOthers : words.endAll}
          </button>
        ) : null}
        <span className="small" role="status">
          {said}
        </span>
      </div>
    </>
  )
}
