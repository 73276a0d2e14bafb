"use client"

import { useMemo, useState } from "react"
import { DraftWarnings } from "@/components/admin/evidence/draft-warnings"
import { PageHead } from "@/components/admin/page-head"
import { randomName } from "@/components/admin/proposal/draft"
import { EffectCard } from "@/components/admin/proposal/effect-preview"
import { FormFrame } from "@/components/admin/proposal/form-frame"
import type { Reviewer } from "@/components/admin/proposal/reasons-step"
import { useDraft } from "@/components/admin/proposal/use-draft"
import { useEffectPreview } from "@/components/admin/proposal/use-effect-preview"
import type { OpenedDraft } from "@/components/admin/proposal/use-kept"
import type { Choice } from "@/components/admin/records/fields/asked"
import { adminWords } from "@/components/admin/words"
import type { Effect } from "@/lib/domain/effect"
import { addStep, type FieldsByKind, renamed, type Step, stepOf } from "@/lib/domain/form/steps"
import type { DraftOperation, Proposal } from "@/lib/domain/proposal"
import type { Kind } from "@/lib/domain/records"
import type { RecordRow } from "@/lib/domain/views/records"
import type { Fields } from "@/lib/domain/views/review"
import type { Locale } from "@/lib/i18n/locale"
import { AddStep } from "./add-step"
import { type ChangeSet, idOfStep, operationsOf, withIds } from "./change-set"
import { changeSetModel } from "./model"
import { NotFitting } from "./not-fitting"
import { fieldName, namesIn, readySteps, usualFields, withFresh } from "./offered"
import { sentenceOf } from "./sentences"
import { SetChecks } from "./set-checks"
import { stepName } from "./step-card"
import { StepList } from "./step-list"

export type ChangeSetProps = {
  locale: Locale
  initial: ChangeSet
  stored: Proposal | null
  form: string
  keepAs: string
  opened: OpenedDraft | null
  newest: number
  fields: FieldsByKind
  /** What fields may refer to, by kind. */
  choices: Partial<Record<Kind, Choice[]>>
  /** The published records that its steps touch, by "kind/id". */
  published: Record<string, Fields>
  reviewers: Reviewer[]
  /** What the stored proposal would move; null for a new one. */
  effect: Effect | null
}

/** So many steps, and so much text, are told while typing; of longer proposals the stored version is told. */
const MOST_PREVIEWED = 200
const LONGEST_PREVIEWED = 60_000

/** Writing a proposal over records of every kind: its steps, its reasons, and what they would move. */
export function ChangeSetForm(props: ChangeSetProps) {
  const { locale, initial, stored, newest, fields, choices, reviewers } = props
  const { admin } = adminWords(locale)
  const words = admin.records.set
  const [published, setPublished] = useState(props.published)
  // Made once: it remembers the stored steps that what is sent refers to.
  const [{ model, isTaken }] = useState(() => {
    const ids = new Map(Object.entries(choices).map(([kind, list]) => [kind, new Set(list.map((it) => it.id))]))
    const isTaken = (kind: Kind, id: string) => ids.get(kind)?.has(id) ?? false
    const known = stored && { version: stored.version, steps: initial.steps }
    const nameOf = (steps: readonly Step[]) =>
      steps[0] ? words.titleOf(stepName(locale, steps[0]).text, steps.length - 1) : ""
    return { model: changeSetModel(fields, isTaken, known, nameOf), isTaken }
  })
  const askedOf = (draft: ChangeSet) => draft.asked
  const editing = useDraft({ ...props, model, askedOf })
  const { draft, errors } = editing
  const { steps } = draft
  const [open, setOpen] = useState<string | null>(() =>
    initial.steps.length === 1 && stored === null ? initial.steps[0]!.key : null,
  )
  const set = (change: Partial<ChangeSet>) => editing.change((before) => ({ ...before, ...change }))
  const setSteps = (next: (steps: Step[]) => Step[]) =>
    editing.change((before) => ({ ...before, steps: next(before.steps) }))

  const ready = useMemo(() => readySteps(steps, fields, isTaken), [steps, fields, isTaken])
  const operations = useMemo(() => operationsOf(ready, fields), [ready, fields])
  const isLong = ready.length > MOST_PREVIEWED || JSON.stringify(operations).length > LONGEST_PREVIEWED
  const asked = useEffectPreview(draft.change, isLong ? [] : operations)
  const told = editing.effect ?? props.effect
  const preview = isLong && told ? { state: "shown" as const, effect: told, problem: null } : asked

  const offered = useMemo(() => withFresh(choices, steps), [choices, steps])
  const nameOf = useMemo(() => namesIn(locale, offered), [locale, offered])
  const sentence = (field: string) => {
    const said = errors[field]?.[0]
    return said === undefined ? undefined : ((admin.proposal.problem as Record<string, string>)[field] ?? sentenceOf(locale, said)) // prettier-ignore
  }
  const add = (step: Step) => {
    // A step that is left gets its id, so that others can refer to it.
    setSteps((before) => [...withIds(before, isTaken), step])
    setOpen(step.typed === null || step.act === "withdraw" ? null : step.key)
  }
  const touch = (act: "change" | "withdraw", row: RecordRow) => {
    setPublished((before) => ({ ...before, [`${row.kind}/${row.id}`]: row.record }))
    const operation = act === "withdraw" ? { act, kind: row.kind, id: row.id } : { act, kind: row.kind, record: row.record } // prettier-ignore
    add(stepOf(`step-${randomName()}`, operation as DraftOperation, row.name, fields))
  }
  return (
    <FormFrame
      locale={locale}
      editing={editing}
      isNew={stored === null}
      reasonsAre={3}
      reviewers={reviewers}
      fieldName={(field) => fieldName(locale, field, steps, sentence(field) ?? "")}
      problemOf={sentence}
      onTurn={(change) => set({ change })}
      onReasons={set}
      head={
        <PageHead
          title={words.title}
          sub={
            <>
              {admin.proposal.based(draft.base)} {newest > draft.base ? admin.proposal.newer(newest) : null}{" "}
              {stored?.undoes ? words.undoes(stored.undoes) : null}
            </>
          }
        />
      }
      aside={
        <>
          <EffectCard locale={locale} preview={preview} waiting={words.effectWaiting} />
          {isLong && told ? <p className="small muted">{words.effectSaved}</p> : null}
          <NotFitting locale={locale} problem={asked.problem} ready={ready} steps={steps} />
          <DraftWarnings
            locale={locale}
            operations={isLong ? [] : operationsOf(steps, fields)}
            reasonEn={draft.reasonEn}
            reasonUr={draft.reasonUr}
          />
          <SetChecks locale={locale} draft={draft} fields={fields} />
        </>
      }
    >
      <div className="step">
        <h2>
          <i>2</i>
          {words.steps}
        </h2>
        {steps.length === 0 ? <p className="small muted mb-4">{words.noSteps}</p> : null}
        <StepList
          locale={locale}
          steps={steps}
          fields={fields}
          published={published}
          choices={offered}
          errors={errors}
          open={open}
          showsGaps={editing.problem?.code === "invalid"}
          nameOf={nameOf}
          idOf={(step) => idOfStep({ ...step, id: "" }, steps, isTaken)}
          onOpen={(key) => {
            setSteps((before) => withIds(before, isTaken))
            setOpen(key)
          }}
          onSteps={setSteps}
          onRename={(step, id) =>
            setSteps((before) =>
              renamed(before, fields, step.kind, { from: step.id, to: id }).map((it) =>
                it.key === step.key ? { ...it, id } : it,
              ),
            )
          }
        />
        <div className="mt-4">
          <AddStep
            locale={locale}
            isTaken={(kind, id) => steps.some((it) => it.kind === kind && it.id === id)}
            nameOf={nameOf}
            onAdd={(kind) =>
              add(addStep(`step-${randomName()}`, kind, fields, usualFields(kind, withIds(steps, isTaken))))
            }
            onTouch={touch}
          />
        </div>
      </div>
    </FormFrame>
  )
}
