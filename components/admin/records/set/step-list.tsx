"use client"

import { useState } from "react"
import type { Choice } from "@/components/admin/records/fields/asked"
import { adminWords } from "@/components/admin/words"
import type { FieldsByKind, Step } from "@/lib/domain/form/steps"
import type { Kind } from "@/lib/domain/records"
import type { Fields } from "@/lib/domain/views/review"
import type { Locale } from "@/lib/i18n/locale"
import { StepCard } from "./step-card"

const PER_PAGE = 25

/** The steps of a change set, a page at a time: an import has thousands. */
export function StepList({
  locale,
  steps,
  fields,
  published,
  choices,
  errors,
  open,
  showsGaps,
  nameOf,
  idOf,
  onOpen,
  onSteps,
  onRename,
}: {
  locale: Locale
  steps: Step[]
  fields: FieldsByKind
  published: Record<string, Fields>
  choices: Partial<Record<Kind, Choice[]>>
  errors: Record<string, string[]>
  open: string | null
  showsGaps: boolean
  nameOf: (kind: Kind, id: string) => string | null
  idOf: (step: Step) => string
  onOpen: (key: string | null) => void
  onSteps: (next: (steps: Step[]) => Step[]) => void
  onRename: (step: Step, id: string) => void
}) {
  const words = adminWords(locale).admin.records
  const [asked, setPage] = useState<number | null>(null)
  const pages = Math.max(1, Math.ceil(steps.length / PER_PAGE))
  const openAt = steps.findIndex((step) => step.key === open)
  // A step that has just been added stands on the last page; whoever turned a page stays there.
  const page = Math.min(asked ?? (openAt < 0 ? 0 : Math.floor(openAt / PER_PAGE)), pages - 1)
  const from = page * PER_PAGE
  const shown = steps.slice(from, from + PER_PAGE)
  const turn = pages > 1 && (
    <nav className="my-3 flex flex-wrap items-center gap-3" aria-label={words.pages}>
      <button type="button" className="btn sm" disabled={page === 0} onClick={() => setPage(page - 1)}>
        {words.previous}
      </button>
      <span className="small num">{words.set.pageOf(from + 1, from + shown.length, steps.length)}</span>
      <button type="button" className="btn sm" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
        {words.next}
      </button>
    </nav>
  )
  return (
    <>
      {turn}
      <ol className="flex flex-col gap-3">
        {shown.map((step, place) => {
          const at = from + place
          return (
            <StepCard
              key={step.key}
              locale={locale}
              step={step}
              number={at + 1}
              fields={fields}
              before={published[`${step.kind}/${step.id}`] ?? null}
              choices={choices}
              errors={errorsOf(errors, step.key)}
              suggested={idOf(step)}
              isOpen={open === step.key}
              showsGaps={showsGaps}
              nameOf={nameOf}
              isFirst={at === 0}
              isLast={at === steps.length - 1}
              onChange={(fresh) => onSteps((before) => before.map((it) => (it.key === step.key ? fresh : it)))}
              onRename={(id) => onRename(step, id)}
              onOpen={(isOpen) => {
                setPage(page)
                onOpen(isOpen ? step.key : null)
              }}
              onMove={(by) => onSteps((before) => moved(before, step.key, by))}
              onRemove={() => onSteps((before) => before.filter((it) => it.key !== step.key))}
            />
          )
        })}
      </ol>
      {turn}
    </>
  )
}

/** The errors of one step, by path in its record. */
function errorsOf(errors: Record<string, string[]>, key: string): Record<string, string[]> {
  const own: Record<string, string[]> = {}
  for (const [field, said] of Object.entries(errors)) {
    if (field === key) own[""] = said
    else if (field.startsWith(`${key}.`)) own[field.slice(key.length + 1)] = said
  }
  return own
}

function moved(steps: Step[], key: string, by: -1 | 1): Step[] {
  const at = steps.findIndex((step) => step.key === key)
  const other = at + by
  if (at < 0 || other < 0 || other >= steps.length) return steps
  const next = [...steps]
  ;[next[at], next[other]] = [next[other]!, next[at]!]
  return next
}
