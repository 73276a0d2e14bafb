"use client"

import { useState } from "react"
import { ledgerApi } from "@/components/admin/ledger/api"
import { LookUpResult } from "@/components/admin/ledger/look-up-result"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { goTo } from "@/components/form/go-to"
import { Select, TextArea } from "@/components/form/inputs"
import { useUnsavedGuard } from "@/components/form/unsaved-guard"
import { isFound, type LookUp, ReasonClass, type Sought } from "@/lib/domain/redaction"
import type { Locale } from "@/lib/i18n/locale"

/** Asking for a removal: what, why, and a look at where it stands before it can be sent. */
export function RedactionForm({ locale }: { locale: Locale }) {
  const { admin, errors } = adminWords(locale)
  const words = admin.ledger.redactions
  const [reasonClass, setReason] = useState<ReasonClass>("court-order")
  const [text, setText] = useState("")
  const [copies, setCopies] = useState("")
  const [note, setNote] = useState("")
  const [seen, setSeen] = useState<{ sought: Sought; found: LookUp } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSent, setSent] = useState(false)
  useUnsavedGuard(!isSent && (text !== "" || note !== ""))

  const sought: Sought = { text: text.trim() || null, copies: copies.toLowerCase().split(/\s+/).filter(Boolean) }
  const isStale = seen !== null && JSON.stringify(seen.sought) !== JSON.stringify(sought)
  const isReady = seen !== null && !isStale && isFound(seen.found)

  const lookUp = async () => {
    setBusy(true)
    const answer = await ledgerApi.lookUp(sought)
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    setSeen(answer.ok ? { sought, found: answer.value } : null)
  }
  const send = async () => {
    setBusy(true)
    const answer = await ledgerApi.ask({ reasonClass, ...sought, note: note.trim() || null })
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    setSent(true)
    // Not before React has taken the guard away.
    setTimeout(() => goTo(`/${locale}/admin/ledger/redactions`))
  }
  if (isSent) return <p role="status">{words.sent}</p>
  const refused = problem === null ? null : (problem.errors.text ?? problem.errors.copies)
  return (
    <form
      className="flex max-w-[760px] flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void (isReady ? send() : lookUp())
      }}
    >
      <Select
        id="redaction-reason"
        label={words.reasonClass}
        value={reasonClass}
        onChange={setReason}
        options={ReasonClass.options.map((each) => [each, words.reasons[each]])}
      />
      <TextArea
        id="redaction-text"
        label={words.text}
        hint={words.textHint}
        error={refusedWords(problem, refused)}
        maxLength={2000}
        value={text}
        onChange={setText}
      />
      <TextArea
        id="redaction-copies"
        label={words.copies}
        hint={words.copiesHint}
        className="in mono min-h-[56px]!"
        dir="ltr"
        spellCheck={false}
        value={copies}
        onChange={setCopies}
      />
      <TextArea
        id="redaction-note"
        label={words.note}
        hint={words.noteHint}
        className="in min-h-[56px]!"
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
      {problem && !refused ? (
        <p className="note border-alert!" role="status">
          {errors[problem.code]}
        </p>
      ) : null}
      {seen ? <LookUpResult locale={locale} found={seen.found} text={seen.sought.text} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" className={isReady ? "btn" : "btn pri"} disabled={isBusy} onClick={() => void lookUp()}>
          {words.lookUp}
        </button>
        <button type="button" className="btn danger" disabled={isBusy || !isReady} onClick={() => void send()}>
          {words.send}
        </button>
        <span className="small muted">{isStale ? words.stale : seen === null ? words.first : null}</span>
      </div>
    </form>
  )

  function refusedWords(given: Problem | null, said: string[] | null | undefined): string | undefined {
    if (!given || !said) return undefined
    return locale === "ur" ? words.refused : (said[0] ?? words.refused)
  }
}
