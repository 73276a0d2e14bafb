"use client"

import { type FormEvent, useEffect, useId, useRef, useState } from "react"
import { Icon } from "@/components/ui/icon"
import { makeLink, type Problem } from "@/components/views/share/api"
import { Failure } from "@/components/views/share/dialog"
import { scopeRows, type SharedScreen } from "@/components/views/share/scope-words"
import type { Words } from "@/components/views/share/words"
import { addDays } from "@/lib/domain/date"
import type { Share } from "@/lib/domain/share"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

const EXPIRIES = [7, 30, 90, 365]
const USUAL = 90

type Props = {
  locale: Locale
  shared: SharedScreen
  words: Words
  mayNever: boolean
  onMade: (made: Share) => void
  close: () => void
}

/** The form of a new link, and the address once it is made. */
export function NewLink(props: Props) {
  const { locale, shared, words, mayNever, onMade, close } = props
  const { share } = words
  // Someone who looks at an older revision wants that one.
  const [frozen, setFrozen] = useState(shared.query.known !== null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [url, setUrl] = useState<string | null>(null)
  const id = useId()

  if (url !== null) return <Made words={words} url={url} again={() => setUrl(null)} close={close} />

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const days = String(given.get("expires"))
    setBusy(true)
    setProblem(null)
    const { value, problem } = await makeLink({
      label: String(given.get("label")),
      screen: shared.screen,
      point: shared.point,
      query: frozen ? { ...shared.query, asOf: shared.asOf } : { ...shared.query, known: null },
      frozen,
      expiresInDays: days === "never" ? null : Number(days),
    })
    setBusy(false)
    if (value === null) return setProblem(problem)
    setUrl(value.url)
    onMade(value.share)
  }

  return (
    <form className="dlg-body" onSubmit={submit}>
      <fieldset className="choice">
        <legend className="vh">{share.kind}</legend>
        {[false, true].map((value) => (
          <label key={String(value)} className="opt">
            <b>
              <input
                className="rad"
                type="radio"
                name="kind"
                checked={frozen === value}
                onChange={() => setFrozen(value)}
              />
              {value ? share.frozen : share.live}
            </b>
            {value ? share.frozenText : share.liveText}
          </label>
        ))}
      </fieldset>
      <div>
        <p className="lab">{share.opens}</p>
        <dl className="opens">
          {scopeRows(locale, words, shared, shared, frozen ? shared.asOf : null).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="hint mt-1.5">
          <Icon name="lock" size={14} className="inline-block" /> {share.enforced}
        </p>
      </div>
      <div>
        <div className="setrow">
          <label htmlFor={`${id}-label`}>
            <b className="font-semibold">{share.label}</b>
            <br />
            <span className="small muted" id={`${id}-hint`}>
              {share.labelHint}
            </span>
          </label>
          <input
            className="in"
            id={`${id}-label`}
            name="label"
            required
            maxLength={120}
            placeholder={share.labelExample}
            aria-describedby={`${id}-hint`}
            aria-invalid={problem?.fields.label ? true : undefined}
          />
        </div>
        <div className="setrow">
          <label htmlFor={`${id}-expires`}>
            <b className="font-semibold">{share.expires}</b>
            <br />
            <span className="small muted">{share.expiresHint}</span>
          </label>
          <select className="in" id={`${id}-expires`} name="expires" defaultValue={USUAL}>
            {EXPIRIES.map((days) => (
              <option key={days} value={days}>
                {share.expiry(formatDay(locale, addDays(shared.today, days)), days)}
              </option>
            ))}
            {mayNever ? <option value="never">{share.never}</option> : null}
          </select>
        </div>
      </div>
      {problem ? <Failure words={words} problem={problem} /> : null}
      <div className="acts">
        <button type="button" className="btn ghost" onClick={close}>
          {share.cancel}
        </button>
        <button type="submit" className="btn pri" disabled={isBusy}>
          {share.create}
        </button>
      </div>
    </form>
  )
}

function Made({
  words: { share },
  url,
  again,
  close,
}: {
  words: Words
  url: string
  again: () => void
  close: () => void
}) {
  const [isCopied, setCopied] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.select(), [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setCopied(true)
    } catch {
      // Without leave to write there, the selected address can still be copied by hand.
      field.current?.select()
    }
  }
  return (
    <div className="dlg-body">
      <p role="status">
        <b>{share.made}.</b> {share.madeText}
      </p>
      <div className="field">
        <label htmlFor={id}>{share.address}</label>
        <div className="copy" dir="ltr">
          <input
            ref={field}
            className="mono"
            id={id}
            readOnly
            value={url}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" className="btn" aria-live="polite" onClick={copy}>
            {isCopied ? share.copied : share.copy}
          </button>
        </div>
      </div>
      <div className="acts">
        <button type="button" className="btn ghost" onClick={again}>
          {share.another}
        </button>
        <button type="button" className="btn pri" onClick={close}>
          {share.done}
        </button>
      </div>
    </div>
  )
}
