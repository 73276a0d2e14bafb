"use client"

import { useState } from "react"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "@/components/admin/words"
import { formatMoment } from "@/components/admin/when"
import type { Saving } from "./use-draft"
import type { Place } from "./use-kept"

const KEPT = { server: null, browser: "keptHere", nowhere: "notYet" } as const

/** Discard, save and send, with what has been kept where. */
export function SaveBar({
  locale,
  savedAt,
  keptAt,
  place,
  isNew,
  isDirty,
  complete,
  saving,
  onSave,
  onSend,
  onDiscard,
}: {
  locale: Locale
  savedAt: string | null // as a proposal
  keptAt: string | null // as typed
  place: Place
  isNew: boolean
  isDirty: boolean
  complete: boolean
  saving: Saving
  onSave: () => void
  onSend: () => void
  onDiscard: () => void
}) {
  const words = adminWords(locale).admin.proposal
  const [isAsking, setAsking] = useState(false)
  const isBusy = saving !== "idle"
  const at = isDirty ? keptAt : savedAt
  const saved = at === null ? "" : words.savedAt(formatMoment(locale, at, at))
  const discard = (
    <button type="button" className="btn ghost" disabled={isBusy} onClick={() => setAsking(true)}>
      {words.discard}
    </button>
  )
  return (
    <>
      {/* On a phone the bar has room for two. */}
      <div className="only-s">{discard}</div>
      <div className="bar z-2">
        {discard}
        <p className="small muted flex-1 empty:hidden max-[820px]:basis-full" role="status">
          {saving === "saving" ? words.saving : isDirty ? (KEPT[place] ? words[KEPT[place]] : saved) : saved}{" "}
          {isDirty && !complete ? words.incomplete : saved === "" ? "" : words.autosaved}
        </p>
        <button type="button" className="btn" disabled={isBusy} onClick={onSave}>
          {words.save}
        </button>
        <button type="button" className="btn pri" disabled={isBusy} onClick={onSend}>
          {saving === "sending" ? words.sending : words.send}
        </button>
        {isAsking ? (
          <ConfirmDialog
            title={words.discardTitle}
            yes={words.discardYes}
            no={words.keep}
            isBusy={isBusy}
            onYes={onDiscard}
            onNo={() => setAsking(false)}
          >
            <p>{isNew ? words.discardNew : words.discardText}</p>
          </ConfirmDialog>
        ) : null}
      </div>
    </>
  )
}
