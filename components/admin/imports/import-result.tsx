"use client"

import { type ReactNode, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { TextArea } from "@/components/form/inputs"
import type { Outcome } from "@/lib/domain/import/judge"
import type { Locale } from "@/lib/i18n/locale"
import type { ImportResult as Result } from "./api"
import { ImportRows } from "./import-rows"
import { TABLE_FILES } from "./import-start"

type Show = "all" | "proposed" | "warning" | "same" | "error"
const OUTCOMES: Record<Exclude<Show, "all">, Outcome[]> = {
  proposed: ["add", "change"],
  warning: ["warning"],
  same: ["same"],
  error: ["error"],
}
const SHOWN = ["proposed", "warning", "same", "error"] as const

/** What a dry run found, and the step from it to a proposal. */
export function ImportResult({
  locale,
  result,
  isBusy,
  problem,
  onFile,
  onBack,
  onPropose,
}: {
  locale: Locale
  result: Result
  isBusy: boolean
  problem: ReactNode
  onFile: (file: File) => void
  onBack: () => void
  onPropose: (reason: string, reasonUr: string) => void
}) {
  const { imports: words } = adminWords(locale).admin
  const { totals, changes, left, kind } = result
  const [show, setShow] = useState<Show>(totals.error > 0 ? "error" : "all")
  const [reason, setReason] = useState("")
  const [reasonUr, setReasonUr] = useState("")
  const count = (of: (typeof SHOWN)[number]) => OUTCOMES[of].reduce((sum, outcome) => sum + totals[outcome], 0)
  const rows = result.rows
    .filter(({ outcome }) => show === "all" || OUTCOMES[show].includes(outcome))
    .toSorted((a, b) => (show === "all" ? a.row - b.row : 0))
  const isOpen = totals.error === 0 && changes > 0
  return (
    <>
      <div className="sum4" role="group" aria-label={words.filter}>
        {SHOWN.map((each) => (
          <button
            key={each}
            type="button"
            className={each === "error" && totals.error > 0 ? "sm hot" : "sm"}
            aria-pressed={show === each}
            onClick={() => setShow(show === each ? "all" : each)}
          >
            <b className="num">{count(each)}</b>
            {words.totals[each](count(each))}
          </button>
        ))}
        <button type="button" className="sm" aria-pressed={show === "all"} onClick={() => setShow("all")}>
          {words.all}
        </button>
      </div>
      <ImportRows locale={locale} kind={kind} rows={rows} />
      {left > 0 ? <p className="small muted mt-3">{words.notListed(left)}</p> : null}
      <p className="small muted mt-3">
        {totals.error > 0 ? words.blocked : changes === 0 ? words.unchanged : words.foot}
      </p>
      {isOpen ? (
        <div className="imp-f mt-5">
          <TextArea
            id="import-reason"
            label={words.reason}
            hint={words.reasonHint}
            dir="ltr"
            rows={2}
            maxLength={900}
            value={reason}
            onChange={setReason}
          />
          {reason.trim() === "" ? null : (
            <TextArea
              id="import-reason-ur"
              label={words.reasonUr}
              dir="rtl"
              lang="ur"
              rows={2}
              maxLength={900}
              value={reasonUr}
              onChange={setReasonUr}
            />
          )}
        </div>
      ) : null}
      {problem}
      <div className="bar">
        <button type="button" className="btn ghost" onClick={onBack}>
          {words.another}
        </button>
        <span style={{ flex: 1 }} />
        <label className="btn has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-focus">
          {words.again}
          <input
            className="vh"
            type="file"
            accept={TABLE_FILES}
            onChange={(event) => {
              const chosen = event.target.files?.[0]
              if (chosen) onFile(chosen)
              event.target.value = ""
            }}
          />
        </label>
        {isOpen ? (
          <button
            type="button"
            className="btn pri"
            disabled={isBusy}
            onClick={() => onPropose(reason.trim(), reasonUr.trim())}
          >
            {isBusy ? words.proposing : words.propose(changes)}
          </button>
        ) : null}
      </div>
    </>
  )
}
