"use client"

import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import { api, type Problem } from "@/components/form/client"
import { goTo } from "@/components/form/go-to"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import { PageHead } from "@/components/admin/page-head"
import type { DraftOperation, Operation, Proposal } from "@/lib/domain/proposal"
import type { ClashView } from "@/lib/domain/views/review"
import type { Locale } from "@/lib/i18n/locale"
import { ClashCard, type ClashRow } from "./clash-card"
import { type Choice, merged } from "./merge"

/** One clashing step with its fields in words. */
export type ShownClash = { clash: ClashView; title: string; rows: ClashRow[]; when: string }

/** Base, theirs and yours of every clashing step; merging writes the proposal anew on the newest revision. */
export function ConflictScreen({
  locale,
  proposal,
  clashes,
  newest,
}: {
  locale: Locale
  proposal: Pick<Proposal, "id" | "version" | "operations" | "base">
  clashes: ShownClash[]
  newest: number
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.conflict
  const [choices, setChoices] = useState<Record<number, Record<string, Choice>>>({})
  const [dropped, setDropped] = useState(
    () => new Set(clashes.flatMap(({ clash }) => (clash.act === "withdraw" && clash.gone ? [clash.at] : []))),
  )
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const back = `/${locale}/admin/proposals/${proposal.id}`
  const latest = Math.max(...clashes.map(({ clash }) => clash.revision))

  async function merge() {
    const operations = proposal.operations.flatMap((operation, at): DraftOperation[] => {
      if (dropped.has(at)) return []
      const shown = clashes.find(({ clash }) => clash.at === at)
      return [shown ? mergedStep(operation, shown, choices[at] ?? {}) : operation]
    })
    if (operations.length === 0) return setAsking(true)
    setBusy(true)
    const answer = await api.changeProposal(proposal.id, { version: proposal.version, base: newest, operations })
    if (answer.ok) return goTo(back)
    setBusy(false)
    setProblem(answer.problem)
  }

  async function dropAll() {
    setBusy(true)
    const answer = await api.withdrawProposal(proposal.id, proposal.version)
    if (answer.ok) return goTo(`/${locale}/admin`)
    setBusy(false)
    setAsking(false)
    setProblem(answer.problem)
  }

  return (
    <>
      <PageHead title={words.title(latest)} sub={words.intro} />
      <div className="flex max-w-[1000px] flex-col gap-8">
        {clashes.map(({ clash, title, rows, when }) => (
          <ClashCard
            key={clash.at}
            locale={locale}
            clash={clash}
            title={title}
            rows={rows}
            when={when}
            startedAt={proposal.base}
            isDropped={dropped.has(clash.at)}
            choices={choices[clash.at] ?? {}}
            onChoose={(field, choice) =>
              setChoices((before) => ({ ...before, [clash.at]: { ...before[clash.at], [field]: choice } }))
            }
            onDrop={(isDropped) =>
              setDropped((before) => {
                const next = new Set(before)
                if (isDropped) next.add(clash.at)
                else next.delete(clash.at)
                return next
              })
            }
          />
        ))}
      </div>
      <div role="status">{problem ? <p className="note mt-4 border-alert!">{errors[problem.code]}</p> : null}</div>
      <div className="bar">
        <button type="button" className="btn" disabled={isBusy} onClick={() => setAsking(true)}>
          {words.dropAll}
        </button>
        <span className="flex-1" />
        <a className="btn ghost inline-flex!" href={back}>
          {words.keepDraft}
        </a>
        <button type="button" className="btn pri" disabled={isBusy} onClick={() => void merge()}>
          {words.merge(newest)}
        </button>
      </div>
      {isAsking ? (
        <ConfirmDialog
          title={words.dropAll}
          yes={words.dropAll}
          no={words.keepDraft}
          isBusy={isBusy}
          onYes={() => void dropAll()}
          onNo={() => setAsking(false)}
        >
          <p>{words.dropAllText}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}

function mergedStep(
  operation: Operation,
  { clash, rows }: ShownClash,
  choices: Record<string, Choice>,
): DraftOperation {
  if (operation.act === "withdraw") return operation
  const record = merged(
    clash,
    rows.map((row) => row.field),
    choices,
  )
  // What they took back cannot be changed any more; yours comes in as a new record.
  if (clash.gone && record) {
    const { id: _, ...rest } = record
    return { act: "add", kind: operation.kind, record: rest } as DraftOperation
  }
  return { ...operation, record } as DraftOperation
}
