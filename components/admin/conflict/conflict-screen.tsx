"use client"

import { useState } from "react"
import { PageHead } from "@/components/admin/page-head"
import { adminWords } from "@/components/admin/words"
import { api, type Problem } from "@/components/form/client"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import { goTo } from "@/components/form/go-to"
import { type Choice, isGone } from "@/lib/domain/conflict"
import type { Proposal } from "@/lib/domain/proposal"
import type { Locale } from "@/lib/i18n/locale"
import { settleConflict } from "./api"
import { ClashCard, type ShownClash } from "./clash-card"

/** Base, theirs and yours of every clashing step; merging writes the proposal anew on the newest revision. */
export function ConflictScreen({
  locale,
  proposal,
  clashes,
  names,
  newest,
}: {
  locale: Locale
  proposal: Pick<Proposal, "id" | "version" | "base">
  clashes: ShownClash[]
  /** What each step of the proposal is called, in order. */
  names: string[]
  newest: number
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.conflict
  const [choices, setChoices] = useState<Record<number, Record<string, Choice>>>({})
  const [dropped, setDropped] = useState(
    () => new Set(clashes.flatMap(({ clash }) => (clash.act === "withdraw" && isGone(clash) ? [clash.at] : []))),
  )
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  /** Why the server would not take a step, by its place in the proposal. */
  const [refused, setRefused] = useState<Map<number, string[]>>(new Map())
  const back = `/${locale}/admin/proposals/${proposal.id}`
  const latest = Math.max(...clashes.map(({ clash }) => clash.revision))
  const others = [...refused].filter(([at]) => !clashes.some(({ clash }) => clash.at === at))

  async function merge() {
    const kept = names.flatMap((_, at) => (dropped.has(at) ? [] : [at]))
    if (kept.length === 0) return setAsking(true)
    const chosen = Object.entries(choices).flatMap(([step, fields]) =>
      Object.entries(fields).map(([field, choice]) => ({ step: Number(step), field, choice })),
    )
    setBusy(true)
    const answer = await settleConflict(proposal.id, {
      version: proposal.version,
      newest,
      dropped: [...dropped],
      choices: chosen.filter(({ step }) => !dropped.has(step)),
    })
    if (answer.ok) return goTo(back)
    setBusy(false)
    setProblem(answer.problem)
    setRefused(bySteps(answer.problem, kept))
  }

  async function dropAll() {
    setBusy(true)
    const answer = await api.withdrawProposal(proposal.id, proposal.version)
    if (answer.ok) return goTo(`/${locale}/admin`)
    setBusy(false)
    setAsking(false)
    setProblem(answer.problem)
  }

  const drop = (at: number, isDropped: boolean) =>
    setDropped((before) => {
      const next = new Set(before)
      if (isDropped) next.add(at)
      else next.delete(at)
      return next
    })

  return (
    <>
      <PageHead title={words.title(latest)} sub={words.intro} />
      <div className="flex max-w-[1000px] flex-col gap-8">
        {clashes.map((shown) => {
          const { at } = shown.clash
          return (
            <ClashCard
              key={at}
              locale={locale}
              shown={shown}
              startedAt={proposal.base}
              isDropped={dropped.has(at)}
              choices={choices[at] ?? {}}
              problems={refused.get(at) ?? []}
              onChoose={(field, choice) =>
                setChoices((before) => ({ ...before, [at]: { ...before[at], [field]: choice } }))
              }
              onDrop={(isDropped) => drop(at, isDropped)}
            />
          )
        })}
        {others.length > 0 ? (
          <fieldset className="note border-alert!">
            <legend className="lab">{words.otherSteps}</legend>
            <p className="small">{words.otherStepsText}</p>
            {others.map(([at, messages]) => (
              <label key={at} className="mt-2 flex gap-2">
                <input type="checkbox" checked={dropped.has(at)} onChange={(event) => drop(at, event.target.checked)} />
                <span>
                  {words.dropStep}: <bdi>{names[at]}</bdi>
                  <span className="small muted block" lang="en" dir="ltr">
                    {messages.join(" ")}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        ) : null}
      </div>
      <div role="status">
        {problem ? (
          <p className="note mt-4 border-alert!">
            {problem.code === "conflict" ? words.onceMore : errors[problem.code]}{" "}
            {problem.code === "conflict" ? (
              <button type="button" className="btn sm" onClick={() => window.location.reload()}>
                {admin.review.reload}
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
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

/** What the server said of each step sent, by the step's place in the proposal. */
function bySteps({ errors }: Problem, sent: number[]): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const [field, messages] of Object.entries(errors)) {
    const place = /^operations\.(\d+)/.exec(field)?.[1]
    const at = place === undefined ? undefined : sent[Number(place)]
    if (at !== undefined) found.set(at, [...(found.get(at) ?? []), ...messages])
  }
  return found
}
