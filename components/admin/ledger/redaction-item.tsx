"use client"

import { useState } from "react"
import { ledgerApi } from "@/components/admin/ledger/api"
import { LookUpResult } from "@/components/admin/ledger/look-up-result"
import { dayOfMoment } from "@/components/admin/when"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import type { LookUp, Redaction } from "@/lib/domain/redaction"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

/** One request: what and why, by whom, and what may still be decided. `mayApprove`: somebody else's, or a team of one. */
export function RedactionItem({
  locale,
  redaction: given,
  mayApprove,
}: {
  locale: Locale
  redaction: Redaction
  mayApprove: boolean
}) {
  const { admin, errors, terms } = adminWords(locale)
  const words = admin.ledger.redactions
  const [redaction, setRedaction] = useState(given)
  const [found, setFound] = useState<LookUp | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, setSaid] = useState("")
  const { state, text, copies, note, mine, revision, uncleared } = redaction
  const isWaiting = state === "waiting"

  async function run<T>(
    work: Promise<{ ok: true; value: T } | { ok: false; problem: Problem }>,
    then: (it: T) => void,
  ) {
    setBusy(true)
    const answer = await work
    setBusy(false)
    setAsking(false)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) then(answer.value)
  }
  const approve = () =>
    void run(ledgerApi.approve(redaction.id), ({ revision: made, uncleared: left }) => {
      setFound(null)
      setRedaction({ ...redaction, state: "done", text: null, note: null, revision: made, uncleared: left })
      setSaid(words.done(made))
    })
  const cancel = () =>
    void run(ledgerApi.cancel(redaction.id), (fresh) => {
      setFound(null)
      setRedaction(fresh)
      setSaid(words.cancelled)
    })
  const see = () => void run(ledgerApi.lookUp({ text, copies }), setFound)

  return (
    <li className="border-t border-rule py-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b>{words.reasons[redaction.reasonClass]}</b>
        <span className={`pill ${LOOKS[state]}`}>{words.state[state]}</span>
        {revision === null ? null : (
          <a className="small" href={`/${locale}/changes?revision=${revision}`}>
            {terms.revision(revision)}
          </a>
        )}
      </div>
      <p className="small muted">
        <Signed locale={locale} redaction={redaction} />
      </p>
      {text === null ? null : (
        <p className="mt-2">
          <span className="lab">{words.theText}</span>
          <br />
          <mark className="bg-amber break-words whitespace-pre-wrap text-ink" dir="auto">
            {text}
          </mark>
        </p>
      )}
      {copies.length > 0 ? <p className="small mt-1">{words.onlyCopies(copies.length)}</p> : null}
      {state === "done" && uncleared.length === 0 ? <p className="small mt-1">{words.gone}</p> : null}
      {uncleared.length > 0 ? (
        <p className="note mt-3 border-alert!">
          {words.uncleared} <span dir="ltr">{uncleared.join(", ")}</span>
        </p>
      ) : null}
      {note ? (
        <p className="small mt-2" dir="auto">
          {note}
        </p>
      ) : null}
      {found ? <LookUpResult locale={locale} found={found} text={text} /> : null}
      {isWaiting ? (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <button type="button" className="btn" disabled={isBusy} onClick={see}>
            {words.see}
          </button>
          {mayApprove ? (
            <button type="button" className="btn danger" disabled={isBusy} onClick={() => setAsking(true)}>
              {words.approve}
            </button>
          ) : null}
          <button type="button" className="btn ghost" disabled={isBusy} onClick={cancel}>
            {words.cancel}
          </button>
          {mine && !mayApprove ? <span className="small muted">{words.ownWork}</span> : null}
        </div>
      ) : null}
      <div role="status">
        {said ? <p className="small mt-2">{said}</p> : null}
        {problem ? (
          <p className="note mt-3 border-alert!">
            {problem.reason === "second-factor" ? words.secondFactor : errors[problem.code]}
          </p>
        ) : null}
      </div>
      {isAsking ? (
        <ConfirmDialog
          title={words.confirmTitle}
          yes={words.confirmYes}
          no={words.no}
          isBusy={isBusy}
          onYes={approve}
          onNo={() => setAsking(false)}
        >
          <ul className="flex flex-col gap-2 ps-5" style={{ listStyle: "disc" }}>
            {words.confirm.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </ConfirmDialog>
      ) : null}
    </li>
  )
}

/** A name keeps its own direction of writing. */
const apart = (name: string) => `\u2068${name}\u2069`

const LOOKS = { waiting: "hot", done: "solid", cancelled: "dash" }

function Signed({ locale, redaction }: { locale: Locale; redaction: Redaction }) {
  const words = adminWords(locale).admin.ledger.redactions
  const { mine, requestedBy, requestedAt, state, approvedBy, endedOn } = redaction
  const asked = formatDay(locale, dayOfMoment(requestedAt))
  const ended = endedOn === null ? null : formatDay(locale, endedOn)
  return [
    mine ? words.askedByYou(asked) : words.askedBy(apart(requestedBy), asked),
    ...(state === "done" && approvedBy !== null && ended !== null ? [words.approvedBy(apart(approvedBy), ended)] : []),
    ...(state === "cancelled" && ended !== null ? [words.takenBack(ended)] : []),
  ].join(" · ")
}
