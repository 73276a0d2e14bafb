"use client"

import { useEffect, useRef, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { api, type Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import { TextInput } from "@/components/form/inputs"
import { Icon } from "@/components/ui/icon"
import { LevelChip } from "@/components/ui/level-chip"
import type { Day } from "@/lib/domain/date"
import type { Lane } from "@/lib/domain/scale"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { QueueRow } from "@/lib/domain/views/queue"
import { formatDay, formatMonthYear, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { type Consulted, consultedInput, isChosen, offered, SourceConsulted } from "./source-consulted"

/** A commitment to look at again; `cited` are the sources its assessments rest on, `dueOn` the day it is due, if any. */
export type Recheck = { row: QueueRow; lane: Lane; cited: string[]; dueOn: Day | null }

/** Which commitment, when it was last checked and where it stands. */
export function RecheckHead({ locale, recheck: { lane, row, dueOn } }: { locale: Locale; recheck: Recheck }) {
  const { admin, terms } = adminWords(locale)
  const [text, title] = [inLocale(locale, row.commitment.text), inLocale(locale, row.pointTitle)]
  const { standing } = row
  return (
    <div className="rc-h">
      <b className="num pn">{isolate(locale, row.commitment.code)}</b>
      <span>
        <b lang={text.lang}>{text.text}</b>
        <br />
        <span className="small muted">
          {lane === "claim" ? `${terms.lane.claim} · ` : ""}
          {admin.queue.planYear(row.year)} · <span lang={title.lang}>{title.text}</span>
          {row.checkedOn ? ` · ${admin.recheck.lastChecked(formatMonthYear(locale, row.checkedOn))}` : ""}
          {dueOn ? ` · ${admin.recheck.due(formatDay(locale, dueOn))}` : ""}
        </span>
      </span>
      {standing ? (
        <LevelChip
          level={standing.level}
          lane={lane}
          label={standing.level === null ? terms.unrated : terms.level[standing.level]}
          reason={standing.unratedReason ? terms.unratedReason[standing.unratedReason] : undefined}
        />
      ) : null}
    </div>
  )
}

/** The open card: what is published, which source was looked at, and what it says. N confirms, S skips, 1 to 6 choose a source. */
export function RecheckCard({
  locale,
  recheck,
  library,
  lastUsed,
  base,
  today,
  isLast,
  takesFocus,
  onSkip,
  onDone,
}: {
  locale: Locale
  recheck: Recheck
  library: SourceChoice[]
  lastUsed: string | null // the source of the card before: often the same one
  base: number
  today: Day
  isLast: boolean
  takesFocus: boolean
  onSkip: () => void
  onDone: (revision: number, source: string | null) => void
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.recheck
  const { row, lane, cited } = recheck
  const [found, setFound] = useState<"nothing" | "something">("nothing")
  const [consulted, setConsulted] = useState<Consulted>({ search: "", source: null, fresh: null })
  const [day, setDay] = useState(today)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const card = useRef<HTMLDivElement>(null)
  const first = lastUsed === null ? cited : [lastUsed, ...cited]
  const id = row.commitment.id
  const given = consulted.source && !consulted.fresh ? `&source=${consulted.source}` : ""
  const propose = `/${locale}/admin/propose?commitment=${id}&lane=${lane}${given}`

  async function confirm() {
    setFound("nothing")
    setTried(true)
    if (!isChosen(consulted)) {
      return void document.getElementById(consulted.fresh ? "recheck-url" : "recheck-source")?.focus()
    }
    setBusy(true)
    const typed = consultedInput(consulted)
    const answer = await api.recheck({ commitment: id, lane, region: null, ...typed, checkedOn: day || null, base })
    setBusy(false)
    if (answer.ok) return onDone(answer.value.revision, typed.source)
    setProblem(answer.problem)
  }
  function pick(number: number) {
    const option = offered(library, consulted, first)[number - 1]
    if (option && !consulted.fresh) setConsulted({ ...consulted, source: option.id })
  }
  const acts = useRef({ confirm, pick, onSkip })
  useEffect(() => {
    acts.current = { confirm, pick, onSkip }
  })
  // The card before is gone with the focus it held; readers of the screen hear what comes next.
  useEffect(() => {
    if (takesFocus) card.current?.focus()
  }, [takesFocus])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (target.closest("textarea, select, dialog, input:not([type=radio])")) return
      if (event.key.toLowerCase() === "n") void acts.current.confirm()
      else if (event.key.toLowerCase() === "s") acts.current.onSkip()
      else if (/^[1-6]$/.test(event.key)) acts.current.pick(Number(event.key))
      else if (event.key === "/") document.getElementById("recheck-source")?.focus()
      else return
      event.preventDefault()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])

  const rationale = row.standing && inLocale(locale, row.standing.rationale)
  return (
    <div ref={card} className="rc open" role="group" aria-label={row.commitment.code} tabIndex={-1}>
      <RecheckHead locale={locale} recheck={recheck} />
      <div className="rc-b">
        {row.standing && rationale ? (
          <>
            <p className="lab">
              {words.published}{" "}
              <span className="muted font-normal">
                {words.since(formatDay(locale, row.standing.effectiveOn, row.standing.precision))}
              </span>
            </p>
            <p
              className="font-serif text-[1.0625rem] leading-normal"
              lang={rationale.lang}
              dir={rationale.lang === "en" ? "ltr" : undefined}
            >
              {rationale.text}
            </p>
          </>
        ) : (
          <p>{words.notAssessed}</p>
        )}
        <fieldset className="mt-4">
          <legend className="vh">{words.question}</legend>
          <div className="choice">
            <Option
              label={words.nothing}
              text={words.nothingText}
              checked={found === "nothing"}
              onChoose={() => setFound("nothing")}
            />
            <Option
              label={words.something}
              text={words.somethingText}
              checked={found === "something"}
              onChoose={() => setFound("something")}
            />
          </div>
        </fieldset>
        <div className="grid mt-4 gap-4">
          <div className="col-span-8">
            <SourceConsulted
              locale={locale}
              id="recheck"
              library={library}
              first={first}
              lastUsed={lastUsed}
              isNumbered
              value={consulted}
              isTried={isTried}
              onChange={setConsulted}
            />
          </div>
          <TextInput
            id="recheck-day"
            label={words.consulted}
            span="col-span-4"
            type="date"
            max={today}
            value={day}
            onChange={setDay}
          />
        </div>
        <div role="status">
          {problem ? (
            <p className="mt-3">
              <FieldError>
                {problem.code === "conflict" ? words.changed : errors[problem.code]}
                {problem.code === "conflict" ? (
                  <button type="button" className="btn sm" onClick={() => window.location.reload()}>
                    {words.reload}
                  </button>
                ) : null}
              </FieldError>
            </p>
          ) : null}
        </div>
        <div className="acts mt-4">
          {found === "nothing" ? (
            <button
              type="button"
              className="btn pri big"
              disabled={isBusy || !row.standing}
              onClick={() => void confirm()}
            >
              <Icon name="check" />
              {words.confirm}
            </button>
          ) : (
            <a className="btn pri big" href={propose}>
              {words.open}
            </a>
          )}
          <button type="button" className="btn big ghost" disabled={isLast} onClick={onSkip}>
            {words.skip}
          </button>
        </div>
      </div>
    </div>
  )
}

function Option({
  label,
  text,
  checked,
  onChoose,
}: {
  label: string
  text: string
  checked: boolean
  onChoose: () => void
}) {
  return (
    <label className="opt">
      <b>
        <input type="radio" className="rad" name="recheck-found" checked={checked} onChange={onChoose} />
        {label}
      </b>
      {text}
    </label>
  )
}
