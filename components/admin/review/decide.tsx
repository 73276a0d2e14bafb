"use client"

import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import { type Answer, api, type Problem } from "@/components/form/client"
import { Field } from "@/components/form/field"
import { useUnsavedGuard } from "@/components/form/unsaved-guard"
import type { Locale } from "@/lib/i18n/locale"

type Done = { words: string; revision: number | null }

/** The verdict of a second person. `isApproved`: this very version has been approved already and only waits to go out. */
export function Decide({
  locale,
  id,
  version,
  isApproved,
  clashing,
  seeHref,
}: {
  locale: Locale
  id: string
  version: number
  isApproved: boolean
  clashing: boolean
  seeHref: string
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.review
  const [note, setNote] = useState("")
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  useUnsavedGuard(note !== "" && done === null)

  async function run<T>(work: () => Promise<Answer<T>>, ended: (value: T) => Done) {
    setBusy(true)
    const answer = await work()
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setDone(ended(answer.value))
  }
  const verdict = (verdict: "approved" | "changes-requested") => {
    const isEmpty = verdict === "changes-requested" && note.trim() === ""
    setMissing(isEmpty)
    if (isEmpty) return void document.getElementById("review-note")?.focus()
    void run(
      () => api.reviewProposal(id, { version, verdict, note: note.trim() || null }),
      () => ({ words: verdict === "approved" ? words.approved : words.sentBack, revision: null }),
    )
  }
  const publish = () =>
    void run(
      async () => {
        if (note.trim() !== "" && !isApproved) {
          const judged = await api.reviewProposal(id, { version, verdict: "approved", note: note.trim() })
          if (!judged.ok) return judged
        }
        return api.publishProposal(id, version)
      },
      ({ revision }) => ({ words: words.publishedAs(revision), revision }),
    )

  if (done) {
    return (
      <div className="bar" role="status">
        <b className="flex-1">{done.words}</b>
        {done.revision === null ? null : (
          <a className="btn" href={seeHref}>
            {words.seeIt}
          </a>
        )}
        <a className="btn pri" href={`/${locale}/admin/review`}>
          {words.next}
        </a>
      </div>
    )
  }
  return (
    <>
      <div className="mt-5 max-w-[760px]">
        <Field
          id="review-note"
          label={words.note}
          hint={words.noteHint}
          error={isMissing ? words.noteMissing : undefined}
        >
          {(described) => (
            <textarea
              {...described}
              className="in"
              dir="auto"
              maxLength={4000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div role="status">
        {problem ? (
          <p className="note mt-4 border-alert!">
            {problem.code === "conflict"
              ? problem.conflicts.length > 0
                ? words.clash
                : words.moved
              : errors[problem.code]}{" "}
            {problem.code === "conflict" ? (
              <button type="button" className="btn sm" onClick={() => window.location.reload()}>
                {words.reload}
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
      <div className="bar">
        <button type="button" className="btn" disabled={isBusy} onClick={() => verdict("changes-requested")}>
          {words.askForChanges}
        </button>
        <span className="flex-1" />
        {isApproved ? null : (
          <button type="button" className="btn" disabled={isBusy} onClick={() => verdict("approved")}>
            {words.approve}
          </button>
        )}
        <button type="button" className="btn pri" disabled={isBusy || clashing} onClick={publish}>
          {isApproved ? words.publish : words.approveAndPublish}
        </button>
      </div>
    </>
  )
}
