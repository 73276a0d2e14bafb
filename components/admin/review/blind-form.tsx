"use client"

import { useState } from "react"
import { LevelCards, type LevelChoice } from "@/components/admin/proposal/level-cards"
import { SourceTold } from "@/components/admin/source-told"
import { adminWords } from "@/components/admin/words"
import type { Problem } from "@/components/form/client"
import { goTo } from "@/components/form/go-to"
import { TextArea } from "@/components/form/inputs"
import { Segments } from "@/components/form/segments"
import { useUnsavedGuard } from "@/components/form/unsaved-guard"
import type { BlindInput, BlindStep } from "@/lib/domain/coding"
import { Certainty } from "@/lib/domain/scale"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { codeBlind } from "./api"

type Chosen = LevelChoice & { certainty: Certainty | null; reason: string }
const NOTHING: Chosen = { level: null, unratedReason: null, isUnrated: false, certainty: null, reason: "" }

const isTouched = (it: Chosen) => it.level !== null || it.isUnrated || it.certainty !== null || it.reason !== ""
const isLevelled = (it: Chosen) => (it.isUnrated ? it.unratedReason !== null : it.level !== null)
const isWhole = (it: Chosen) => isLevelled(it) && it.certainty !== null && it.reason.trim() !== ""

/** A reviewer's own levels before seeing the author's: the promise, its anchors, the day and the evidence. */
export function BlindForm({
  locale,
  id,
  version,
  steps,
}: {
  locale: Locale
  id: string
  version: number
  steps: BlindStep[]
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.coding
  const [chosen, setChosen] = useState<Record<number, Chosen>>({})
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | "nothing" | null>(null)
  const of = (step: number) => chosen[step] ?? NOTHING
  const touched = steps.filter(({ step }) => isTouched(of(step)))
  useUnsavedGuard(touched.length > 0 && !isBusy)

  async function give() {
    setChecked(true)
    if (touched.length === 0) return setProblem("nothing")
    const unfinished = touched.find(({ step }) => !isWhole(of(step)))
    if (unfinished) return document.getElementById(`blind-${unfinished.step}`)?.scrollIntoView()
    const codings = touched.map(({ step }): BlindInput["codings"][number] => {
      const { level, unratedReason, isUnrated, certainty, reason } = of(step)
      const judged = isUnrated ? { level: null, unratedReason } : { level, unratedReason: null }
      return { step, ...judged, certainty: certainty!, reason: reason.trim() }
    })
    setBusy(true)
    const answer = await codeBlind(id, { version, codings })
    if (answer.ok) return goTo(`/${locale}/admin/proposals/${id}`)
    setBusy(false)
    setProblem(answer.problem)
  }

  return (
    <form
      className="max-w-[820px]"
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
    >
      {steps.map((step, at) => (
        <StepFields
          key={step.step}
          locale={locale}
          step={step}
          place={words.step(at + 1, steps.length)}
          chosen={of(step.step)}
          isChecked={isChecked && isTouched(of(step.step))}
          onChange={(change) =>
            setChosen((before) => ({ ...before, [step.step]: { ...(before[step.step] ?? NOTHING), ...change } }))
          }
        />
      ))}
      {steps.length > 1 ? <p className="small muted mt-4">{words.allOrSome}</p> : null}
      <div role="status">
        {problem ? (
          <p className="note mt-4 border-alert!">{problem === "nothing" ? words.nothing : told(locale, problem)}</p>
        ) : null}
      </div>
      <div className="bar">
        <a className="btn ghost" href={`/${locale}/admin/review`}>
          {words.back}
        </a>
        <span className="flex-1" />
        <button type="submit" className="btn pri" disabled={isBusy}>
          {words.send(Math.max(touched.length, 1))}
        </button>
      </div>
    </form>
  )

  function told(locale: Locale, { code }: Problem): string {
    return code === "conflict" ? adminWords(locale).admin.review.moved : errors[code]
  }
}

function StepFields({
  locale,
  step,
  place,
  chosen,
  isChecked,
  onChange,
}: {
  locale: Locale
  step: BlindStep
  place: string
  chosen: Chosen
  isChecked: boolean
  onChange: (change: Partial<Chosen>) => void
}) {
  const { admin, terms } = adminWords(locale)
  const words = admin.coding
  const name = `blind-${step.step}`
  const text = inLocale(locale, step.commitment.text)
  const title = inLocale(locale, step.pointTitle)
  const where = step.region === null ? terms.wholeCountry : inLocale(locale, step.region).text
  const isPublished = step.lane === "finding" && step.region === null
  return (
    <section id={name} className="mt-8 flex scroll-mt-4 flex-col gap-4" aria-labelledby={`${name}-title`}>
      <div>
        <p className="small muted">
          {place} · {words.plan(step.year)} · <bdi lang={title.lang}>{title.text}</bdi>
        </p>
        <h2 id={`${name}-title`} className="text-lg!">
          <span className="num">{isolate(locale, step.commitment.code)}</span> <span lang={text.lang}>{text.text}</span>
        </h2>
        <p className="small">
          {terms.lane[step.lane]} · {terms.commitmentType[step.type]} · {where} ·{" "}
          <b className="font-semibold">{words.on(formatDay(locale, step.effectiveOn, step.precision))}</b>
        </p>
      </div>
      <Evidence locale={locale} step={step} />
      <LevelCards
        locale={locale}
        item={chosen}
        form={step}
        current={undefined}
        error={isChecked && !isLevelled(chosen) ? words.missing.level : undefined}
        onChange={onChange}
      />
      <div>
        <Segments<Certainty>
          label={words.certainty}
          value={chosen.certainty}
          options={Certainty.options.map((value) => ({ value, label: admin.proposal.certainties[value] }))}
          onChange={(certainty) => onChange({ certainty })}
        />
        {isChecked && chosen.certainty === null ? <p className="err mt-2">{words.missing.certainty}</p> : null}
      </div>
      <TextArea
        id={`${name}-reason`}
        label={words.reason}
        hint={words.reasonHint}
        error={isChecked && chosen.reason.trim() === "" ? words.missing.reason : undefined}
        maxLength={1000}
        value={chosen.reason}
        onChange={(reason) => onChange({ reason })}
      />
      <p className="small muted">{isPublished ? words.published : words.kept}</p>
    </section>
  )
}

function Evidence({ locale, step }: { locale: Locale; step: BlindStep }) {
  const { admin, terms } = adminWords(locale)
  return (
    <div className="card">
      <h3 className="lab">{admin.coding.evidence}</h3>
      <ul className="mt-2 flex flex-col gap-3">
        {step.evidence.map(({ source, bearing, quote }) => (
          <li key={source.id}>
            <span className="small nowrap">{terms.bearing[bearing]}</span>
            {": "}
            <SourceTold locale={locale} source={source} isApart />
            {quote ? (
              <q className="small block" dir="auto">
                {quote}
              </q>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
