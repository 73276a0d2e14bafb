"use client"

import { useEffect, useMemo, useRef, useState } from "react"
import { searchSources } from "@/components/admin/proposal/source-picker"
import { sourceLine } from "@/components/admin/source-line"
import { adminWords } from "@/components/admin/words"
import { api, type Problem } from "@/components/form/client"
import { Field, FieldError } from "@/components/form/field"
import { Icon } from "@/components/ui/icon"
import { LevelChip } from "@/components/ui/level-chip"
import type { Day } from "@/lib/domain/date"
import type { Lane } from "@/lib/domain/scale"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { QueueRow } from "@/lib/domain/views/queue"
import { formatDay, formatMonthYear, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"

/** A commitment to look at again; `cited` are the sources its assessments rest on. */
export type Recheck = { row: QueueRow; cited: string[] }

/** Which commitment, when it was last checked and where it stands. */
export function RecheckHead({ locale, lane, row }: { locale: Locale; lane: Lane; row: QueueRow }) {
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
          {admin.queue.planYear(row.year)} · <span lang={title.lang}>{title.text}</span>
          {row.checkedOn ? ` · ${admin.recheck.lastChecked(formatMonthYear(locale, row.checkedOn))}` : ""}
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

/** The open card: what is published, which source was looked at, and what it says. N confirms, S skips. */
export function RecheckCard({
  locale,
  lane,
  recheck,
  library,
  base,
  today,
  isLast,
  onSkip,
  onDone,
}: {
  locale: Locale
  lane: Lane
  recheck: Recheck
  library: SourceChoice[]
  base: number
  today: Day
  isLast: boolean
  onSkip: () => void
  onDone: (revision: number) => void
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.recheck
  const { row, cited } = recheck
  const [found, setFound] = useState<"nothing" | "something">("nothing")
  const [search, setSearch] = useState("")
  const [source, setSource] = useState<string | null>(null)
  const [day, setDay] = useState(today)
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const options = useMemo(() => searchSources(library, search, cited).slice(0, 6), [library, search, cited])
  const id = row.commitment.id
  const propose = `/${locale}/admin/propose?commitment=${id}&lane=${lane}${source ? `&source=${source}` : ""}`

  async function confirm() {
    setFound("nothing")
    setMissing(source === null)
    if (source === null) return void document.getElementById("recheck-source")?.focus()
    setBusy(true)
    const answer = await api.recheck({ commitment: id, lane, region: null, source, checkedOn: day || null, base })
    setBusy(false)
    if (answer.ok) return onDone(answer.value.revision)
    setProblem(answer.problem)
  }
  const acts = useRef({ confirm, onSkip })
  useEffect(() => {
    acts.current = { confirm, onSkip }
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (target.closest("textarea, select, dialog, input:not([type=radio])")) return
      if (event.key.toLowerCase() === "n") void acts.current.confirm()
      else if (event.key.toLowerCase() === "s") acts.current.onSkip()
      else return
      event.preventDefault()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])

  const rationale = row.standing && inLocale(locale, row.standing.rationale)
  return (
    <div className="rc open">
      <RecheckHead locale={locale} lane={lane} row={row} />
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
            <Field
              id="recheck-source"
              label={words.source}
              hint={words.sourceHint}
              error={isMissing ? words.chooseSource : undefined}
            >
              {(described) => (
                <input
                  {...described}
                  className="in"
                  type="search"
                  autoComplete="off"
                  placeholder={admin.proposal.searchHint(library.length)}
                  value={search}
                  onChange={(event) => setSearch(event.target.value)}
                />
              )}
            </Field>
            <fieldset className="mt-2">
              <legend className="vh">{words.source}</legend>
              {options.map((option) => (
                <label
                  key={option.id}
                  className="[display:grid] grid-cols-[16px_minmax(0,1fr)] items-baseline gap-2 border-t border-rule py-1.5 text-sm"
                >
                  <input
                    type="radio"
                    name="recheck-source"
                    checked={source === option.id}
                    onChange={() => {
                      setSource(option.id)
                      setMissing(false)
                    }}
                  />
                  <span>
                    <span lang="en" dir="ltr">
                      {option.title}
                    </span>
                    <br />
                    <span className="small muted">{sourceLine(locale, option)}</span>
                  </span>
                </label>
              ))}
              {options.length === 0 ? <p className="small">{admin.proposal.noSource}</p> : null}
            </fieldset>
          </div>
          <Field id="recheck-day" label={words.consulted} span="col-span-4">
            {(described) => (
              <input
                {...described}
                className="in num"
                type="date"
                max={today}
                value={day}
                onChange={(event) => setDay(event.target.value)}
              />
            )}
          </Field>
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
