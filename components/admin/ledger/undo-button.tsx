"use client"

import { useState } from "react"
import { ledgerApi } from "@/components/admin/ledger/api"
import { adminWords } from "@/components/admin/words"
import { goTo } from "@/components/form/go-to"
import type { Locale } from "@/lib/i18n/locale"

/** One click: writes the proposal that reverses a revision and opens it, with whatever stands in its way. */
export function UndoButton({ locale, revision }: { locale: Locale; revision: number }) {
  const { admin, errors } = adminWords(locale)
  const words = admin.ledger
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const undo = async () => {
    setBusy(true)
    const answer = await ledgerApi.undo(revision)
    if (answer.ok) return goTo(`/${locale}/admin/proposals/${answer.value.proposal.id}`)
    setBusy(false)
    const { code, reason } = answer.problem
    setFailed(
      code === "invalid"
        ? `${words.undoFailed(revision)} ${words.undoWhy}`
        : reason === "outside-remit"
          ? words.outsideRemit
          : errors[code],
    )
  }
  return (
    <>
      <button type="button" className="btn sm" disabled={isBusy} aria-label={words.undoFor(revision)} onClick={undo}>
        {words.undo}
      </button>
      <span role="status">
        {failed ? <span className="small mt-1 block max-w-[280px] whitespace-normal text-alert">{failed}</span> : null}
      </span>
    </>
  )
}
