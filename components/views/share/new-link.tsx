"use client"

import { type FormEvent, useId, useState } from "react"
import { Acts } from "@/components/form/acts"
import type { Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import { makeLink, type MadeLink } from "@/components/views/share/api"
import { Failure } from "@/components/views/share/failure"
import { asAsked, PasswordSetting, type PasswordWish } from "@/components/views/share/password-setting"
import { Preview } from "@/components/views/share/preview"
import { ScopeFields, turnable } from "@/components/views/share/scope-fields"
import type { Names, SharedScreen } from "@/components/views/share/scope-words"
import { Setting, Switch } from "@/components/views/share/setting"
import { sitesAsked, type SitesDraft, SitesSetting } from "@/components/views/share/sites-setting"
import { Told } from "@/components/views/share/told"
import type { Words } from "@/components/views/share/words"
import { addDays } from "@/lib/domain/date"
import type { FreeControl, Share, ShareChart } from "@/lib/domain/share"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

const EXPIRIES = [7, 30, 90, 365]
const USUAL = 90

type Props = {
  locale: Locale
  shared: SharedScreen
  /** The chart whose button was pressed. */
  chart: ShareChart | null
  words: Words
  mayNever: boolean
  onMade: (made: Share) => void
  close: () => void
}

/** The form of a new link, and what is told of it once it is made. */
export function NewLink(props: Props) {
  const { locale, shared, words, mayNever, onMade, close } = props
  const { share, links } = words
  // Someone who looks at an older revision wants that one.
  const [frozen, setFrozen] = useState(shared.query.known !== null)
  const [chart, setChart] = useState(props.chart)
  const [free, setFree] = useState<FreeControl[]>([])
  const [language, setLanguage] = useState<Locale | null>(null)
  const [password, setPassword] = useState<PasswordWish>({ kind: "none", text: "" })
  const [downloads, setDownloads] = useState(true)
  const [sites, setSites] = useState<SitesDraft>({ isOn: false, listed: [], typed: "" })
  const [isMissingSite, setMissingSite] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [made, setMade] = useState<MadeLink | null>(null)
  const id = useId()

  if (made)
    return <Made locale={locale} words={words} names={shared} made={made} again={() => setMade(null)} close={close} />

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const days = String(given.get("expires"))
    const wanted = sitesAsked(sites)
    setMissingSite(sites.isOn && wanted.length === 0)
    if (sites.isOn && wanted.length === 0) return
    setBusy(true)
    setProblem(null)
    const answer = await makeLink({
      label: String(given.get("label")),
      screen: shared.screen,
      point: shared.point,
      chart,
      query: frozen ? { ...shared.query, asOf: shared.asOf, known: shared.revision } : { ...shared.query, known: null },
      comparison: shared.comparison,
      panels: shared.panels,
      free: turnable(shared, chart).filter((control) => free.includes(control)),
      frozen,
      language,
      expiresInDays: days === "never" ? null : Number(days),
      password: asAsked(password) ?? null,
      downloads,
      sites: wanted,
    })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    setMade(answer.value)
    onMade(answer.value.share)
  }

  const wrong = problem?.errors ?? {}
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
      <ScopeFields {...{ locale, words, shared, frozen, chart, free }} onChart={setChart} onFree={setFree} />
      <Preview
        {...{ locale, words, shared, frozen, chart }}
        language={language ?? locale}
        isLocked={password.kind !== "none"}
      />
      <div>
        <Setting
          id={`${id}-label`}
          title={share.label}
          hint={share.labelHint}
          more={wrong.label ? <FieldError id={`${id}-label-error`}>{links.wrong.label}</FieldError> : null}
        >
          <input
            className="in"
            id={`${id}-label`}
            name="label"
            required
            maxLength={120}
            dir="auto"
            placeholder={share.labelExample}
            aria-describedby={wrong.label ? `${id}-label-hint ${id}-label-error` : `${id}-label-hint`}
            aria-invalid={wrong.label ? true : undefined}
          />
        </Setting>
        <Setting id={`${id}-language`} title={links.language.title} hint={links.language.hint}>
          <select
            className="in"
            id={`${id}-language`}
            aria-describedby={`${id}-language-hint`}
            value={language ?? ""}
            onChange={({ target }) => setLanguage(target.value === "en" || target.value === "ur" ? target.value : null)}
          >
            <option value="">{links.language.own}</option>
            <option value="en">{links.language.en}</option>
            <option value="ur">{links.language.ur}</option>
          </select>
        </Setting>
        <Setting
          id={`${id}-expires`}
          title={share.expires}
          hint={`${share.expiresHint} ${links.expiry.left}`}
          more={wrong.expiresInDays ? <FieldError>{links.wrong.expiresInDays}</FieldError> : null}
        >
          <select
            className="in"
            id={`${id}-expires`}
            name="expires"
            aria-describedby={`${id}-expires-hint`}
            defaultValue={USUAL}
          >
            {EXPIRIES.map((days) => (
              <option key={days} value={days}>
                {share.expiry(formatDay(locale, addDays(shared.today, days)), days)}
              </option>
            ))}
            {mayNever ? <option value="never">{share.never}</option> : null}
          </select>
        </Setting>
        <PasswordSetting words={words} wish={password} isWrong={"password" in wrong} onWish={setPassword} />
        <Setting id={`${id}-downloads`} title={links.downloads.title} hint={links.downloads.hint}>
          <Switch id={`${id}-downloads`} isOn={downloads} onTurn={setDownloads} />
        </Setting>
        <SitesSetting
          words={words}
          draft={sites}
          errors={wrong}
          isMissing={isMissingSite}
          isLocked={password.kind !== "none"}
          onDraft={setSites}
        />
      </div>
      {problem ? <Failure words={words} problem={problem} /> : null}
      {Object.keys(wrong).some((name) => /^(query|point|screen|chart|comparison|panels|free)/.test(name)) ? (
        <FieldError>{links.wrong.scope}</FieldError>
      ) : null}
      <Acts no={share.cancel} onNo={close} yes={share.create} disabled={isBusy} />
    </form>
  )
}

function Made({
  locale,
  words,
  names,
  made: { share: link, url, password },
  again,
  close,
}: {
  locale: Locale
  words: Words
  names: Names
  made: MadeLink
  again: () => void
  close: () => void
}) {
  const { share } = words
  return (
    <div className="dlg-body">
      <p role="status">
        <b>{share.made}.</b> {share.madeText}
      </p>
      <Told locale={locale} words={words} names={names} link={link} url={url} password={password} />
      <Acts no={share.another} onNo={again} yes={share.done} onYes={close} />
    </div>
  )
}
