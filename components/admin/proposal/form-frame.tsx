"use client"

import type { ReactNode } from "react"
import { adminWords } from "@/components/admin/words"
import type { Change } from "@/lib/domain/proposal"
import type { Locale } from "@/lib/i18n/locale"
import { Banners } from "./banners"
import { ChangeStep } from "./change-step"
import { type Reasons, ReasonsStep, type Reviewer } from "./reasons-step"
import { SaveBar } from "./save-bar"
import type { Editing } from "./use-draft"

/** What stands around the steps of every form of a proposal: first the kind of change, last its reasons and the way on. */
export function FormFrame<D extends Reasons & { change: Change }>({
  locale,
  head,
  editing,
  isNew,
  reasonsAre,
  reviewers,
  fieldName,
  problemOf,
  onTurn,
  onReasons,
  aside,
  children,
}: {
  locale: Locale
  head: ReactNode
  editing: Editing<D>
  isNew: boolean
  reasonsAre: number // the number of that step
  reviewers: Reviewer[]
  fieldName: (field: string) => { name: string; sentence: string }
  problemOf: (field: string) => string | undefined
  onTurn: (change: Change) => void
  onReasons: (change: Partial<Reasons>) => void
  aside: ReactNode
  children: ReactNode
}) {
  const { draft } = editing
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      {head}
      <div className="grid">
        <div className="col-span-8">
          <Banners
            locale={locale}
            problem={editing.problem}
            errors={editing.errors}
            isNew={isNew}
            fieldName={fieldName}
            wasRestored={editing.wasRestored}
            elsewhereAt={editing.elsewhere?.at ?? null}
            onShowElsewhere={editing.showElsewhere}
            onDropRestored={() => void editing.dropRestored()}
            onSaveOver={() => void editing.saveOver()}
            onRetry={() => void editing.retry()}
          />
          <ChangeStep locale={locale} change={draft.change} onChange={onTurn} />
          {children}
          <ReasonsStep
            locale={locale}
            number={reasonsAre}
            draft={draft}
            reviewers={reviewers}
            problemOf={problemOf}
            onChange={onReasons}
          />
        </div>
        <aside className="col-span-4" aria-label={adminWords(locale).admin.proposal.effect}>
          <div className="sticky">{aside}</div>
        </aside>
      </div>
      <SaveBar
        locale={locale}
        savedAt={editing.proposal?.updatedAt ?? null}
        keptAt={editing.keptAt}
        place={editing.place}
        isNew={isNew}
        isDirty={editing.isDirty}
        complete={editing.isComplete}
        saving={editing.saving}
        onSave={() => void editing.save()}
        onSend={() => void editing.send()}
        onDiscard={() => void editing.discard()}
      />
    </form>
  )
}
