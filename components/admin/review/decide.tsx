"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import { type Answer, api, type Problem } from "@/components/form/client"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import { TextArea } from "@/components/form/inputs"
import type { Verdict } from "@/lib/domain/proposal"
import type { Locale } from "@/lib/i18n/locale"
import { useJudging } from "./judging"
import { ReviewKeys } from "./review-keys"

type Done = { words: string; revision: number | null }

/**
 * The verdict of a second person; nothing where none is waited for. `isApproved`: this very version has been approved
 * already and only waits to go out.
 */
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
  const words = adminWords(locale).admin.review
  const judging = useJudging()
  const router = useRouter()
  const [missing, setMissing] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [done, setDone] = useState<Done | null>(null)

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
          {words.waiting}
        </a>
      </div>
    )
  }
  if (judging === null) return null

  const note = judging.note.trim()
  const comments = Object.entries(judging.comments).flatMap(([step, text]) =>
    text.trim() === "" ? [] : [{ step: Number(step), text: text.trim() }],
  )
  const judged = (verdict: Verdict) => api.reviewProposal(id, { version, verdict, note: note || null, comments })

  async function run<T>(work: () => Promise<Answer<T>>, ended: (value: T) => Done) {
    setBusy(true)
    const answer = await work()
    setBusy(false)
    setAsking(false)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    judging!.finish()
    setDone(ended(answer.value))
    // The rest of the page, and the counts beside it, still speak of one that waits.
    router.refresh()
  }
  const isWritten = (isEnough: boolean, words: string) => {
    setMissing(isEnough ? undefined : words)
    if (!isEnough) document.getElementById("review-note")?.focus()
    return isEnough
  }
  const approve = () => void run(() => judged("approved"), () => ({ words: words.approved, revision: null })) // prettier-ignore
  const askForChanges = () => {
    if (!isWritten(note !== "" || comments.length > 0, words.noteMissing)) return
    void run(() => judged("changes-requested"), () => ({ words: words.sentBack, revision: null })) // prettier-ignore
  }
  const reject = () => void run(() => judged("rejected"), () => ({ words: words.rejected, revision: null })) // prettier-ignore
  const publish = () =>
    void run(
      async () => {
        if ((note !== "" || comments.length > 0) && !isApproved) {
          const answer = await judged("approved")
          if (!answer.ok) return answer
        }
        return api.publishProposal(id, version)
      },
      ({ revision }) => ({ words: words.publishedAs(revision), revision }),
    )

  return (
    <>
      <div className="mt-5 max-w-[760px]">
        <TextArea
          id="review-note"
          label={words.note}
          hint={words.noteHint}
          error={missing}
          maxLength={4000}
          value={judging.note}
          onChange={(value) => judging.setNote(value)}
        />
        {comments.length > 0 ? <p className="small muted mt-2">{words.commentsWaiting(comments.length)}</p> : null}
      </div>
      <div role="status">
        {problem ? (
          <p className="note mt-4 border-alert!">
            {problemWords(locale, problem)}{" "}
            {problem.code === "conflict" ? (
              <button type="button" className="btn sm" onClick={() => window.location.reload()}>
                {words.reload}
              </button>
            ) : problem.code === "unauthenticated" ? (
              <a className="btn sm inline-flex!" href={`/${locale}/sign-in`} target="_blank" rel="noopener">
                {adminWords(locale).signIn.submit}
              </a>
            ) : null}
          </p>
        ) : null}
      </div>
      <div className="mt-4">
        <ReviewKeys locale={locale} />
      </div>
      <div className="bar">
        <button type="button" className="btn" disabled={isBusy} onClick={askForChanges}>
          {words.askForChanges}
        </button>
        <button
          type="button"
          className="btn"
          disabled={isBusy}
          onClick={() => isWritten(note !== "", words.rejectMissing) && setAsking(true)}
        >
          {words.reject}
        </button>
        <span className="flex-1" />
        {isApproved ? null : (
          <button
            type="button"
            className="btn"
            disabled={isBusy}
            onClick={approve}
            data-approve={clashing || undefined}
          >
            {words.approve}
          </button>
        )}
        <button
          type="button"
          className="btn pri"
          disabled={isBusy || clashing}
          onClick={publish}
          data-approve={clashing ? undefined : true}
        >
          {isApproved ? words.publish : words.approveAndPublish}
        </button>
      </div>
      {isAsking ? (
        <ConfirmDialog
          title={words.rejectTitle}
          yes={words.reject}
          no={words.rejectNo}
          isBusy={isBusy}
          onYes={reject}
          onNo={() => setAsking(false)}
        >
          <p>{words.rejectText}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}

function problemWords(locale: Locale, problem: Problem): string {
  const { admin, errors } = adminWords(locale)
  if (problem.code === "conflict") return problem.conflicts.length > 0 ? admin.review.clash : admin.review.moved
  // What refers to something that is gone passes the version check and fails the publication.
  if (problem.code === "invalid") return admin.review.notSound
  return errors[problem.code]
}
