"use client"

import type { Role } from "@/lib/domain/policy"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "@/components/admin/words"
import { Select, TextArea } from "@/components/form/inputs"
import type { Draft } from "./draft"
import { Counted } from "./why-step"

const LONGEST_REASON = 1000
const LONGEST_NOTE = 4000

export type Reasons = Pick<Draft, "reasonEn" | "reasonUr" | "note" | "asked">
export type Reviewer = { id: string; name: string; role: Role }

/** What readers are told about the proposal as a whole, what only the team sees, and who is asked to review it. */
export function ReasonsStep({
  locale,
  number,
  draft,
  reviewers,
  problemOf,
  onChange,
}: {
  locale: Locale
  number: number
  draft: Reasons
  reviewers: Reviewer[]
  problemOf: (field: string) => string | undefined
  onChange: (change: Partial<Reasons>) => void
}) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  return (
    <div className="step">
      <h2>
        <i>{number}</i>
        {words.reasons}
      </h2>
      <div className="flex flex-col gap-4">
        <TextArea
          id="reason-en"
          label={words.reasonEn}
          hint={<Counted hint={words.reasonEnHint} count={words.count(draft.reasonEn.length, LONGEST_REASON)} />}
          error={problemOf("reasonEn")}
          className="in min-h-[64px]!"
          lang="en"
          dir="ltr"
          maxLength={LONGEST_REASON}
          value={draft.reasonEn}
          onChange={(reasonEn) => onChange({ reasonEn })}
        />
        <TextArea
          id="reason-ur"
          label={words.reasonUr}
          hint={words.reasonUrHint}
          error={problemOf("reasonUr")}
          className="in min-h-[64px]!"
          lang="ur"
          dir="rtl"
          maxLength={LONGEST_REASON}
          value={draft.reasonUr}
          onChange={(reasonUr) => onChange({ reasonUr })}
        />
        <TextArea
          id="private-note"
          label={words.note}
          hint={words.noteHint}
          error={problemOf("note")}
          className="in min-h-[64px]!"
          maxLength={LONGEST_NOTE}
          value={draft.note}
          onChange={(note) => onChange({ note })}
        />
        <Select
          id="asked"
          label={words.asked}
          hint={words.askedHint}
          error={problemOf("asked")}
          value={draft.asked ?? ""}
          options={[
            ["", words.askedAnybody],
            ...reviewers.map((it) => [it.id, `${it.name} (${terms.role[it.role]})`] as const),
          ]}
          onChange={(asked) => onChange({ asked: asked || null })}
        />
      </div>
    </div>
  )
}
