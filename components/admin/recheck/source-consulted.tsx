"use client"

import { useMemo } from "react"
import { searchSources } from "@/components/admin/proposal/source-picker"
import { sourceLine } from "@/components/admin/source-line"
import { DuplicateNotice } from "@/components/admin/evidence/duplicate-notice"
import { adminWords } from "@/components/admin/words"
import { Field, FieldError } from "@/components/form/field"
import type { RecheckInput } from "@/lib/domain/proposal"
import type { Source } from "@/lib/domain/records"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"

/** What is being chosen: a source of the library, or a fresh one as typed so far. */
export type Consulted = { search: string; source: string | null; fresh: Fresh | null }
type Fresh = {
  url: string
  title: string
  publisher: string
  publishedOn: string // empty: undated
  kind: Source["kind"]
  language: string
}
const NOTHING: Fresh = { url: "", title: "", publisher: "", publishedOn: "", kind: "press", language: "en" }

export const SHOWN_SOURCES = 6

const wrongOf = (fresh: Fresh) => ({
  url: !URL.canParse(fresh.url) || new URL(fresh.url).protocol !== "https:",
  title: fresh.title.trim() === "",
  publisher: fresh.publisher.trim() === "",
})

export const isChosen = ({ source, fresh }: Consulted) =>
  fresh ? !Object.values(wrongOf(fresh)).some(Boolean) : source !== null

/** What the API is sent. */
export function consultedInput({ source, fresh }: Consulted): Pick<RecheckInput, "source" | "newSource"> {
  if (!fresh) return { source }
  const { url, title, publisher, publishedOn, kind, language } = fresh
  return {
    source: null,
    newSource: {
      kind,
      language,
      publisher: publisher.trim(),
      title: title.trim(),
      titleIsDescription: false,
      url,
      publishedOn: publishedOn || null,
      precision: publishedOn ? "day" : null,
      confidence: "confirmed",
      notes: null,
    },
  }
}

/** The sources offered for what is typed, those of `first` before the others. */
export const offered = (library: SourceChoice[], { search }: Pick<Consulted, "search">, first: readonly string[]) =>
  searchSources(library, search, first).slice(0, SHOWN_SOURCES)

/** Which source was looked at: one of the library, or a new page by its address. Enter takes the first that is found. */
export function SourceConsulted({
  locale,
  id,
  library,
  first,
  lastUsed = null,
  isNumbered = false,
  value,
  isTried,
  onChange,
}: {
  locale: Locale
  id: string
  library: SourceChoice[]
  first: readonly string[]
  lastUsed?: string | null
  isNumbered?: boolean // whether the digits choose, as the screen has it
  value: Consulted
  isTried: boolean
  onChange: (value: Consulted) => void
}) {
  const { proposal, recheck: words } = adminWords(locale).admin
  const options = useMemo(() => offered(library, value, first), [library, value, first])
  if (value.fresh) {
    return (
      <FreshSource
        locale={locale}
        id={id}
        library={library}
        fresh={value.fresh}
        isTried={isTried}
        onType={(fresh) => onChange({ ...value, fresh })}
        onUse={(source) =>
          onChange({ search: library.find((it) => it.id === source)?.title ?? "", source, fresh: null })
        }
        onClose={() => onChange({ ...value, fresh: null })}
      />
    )
  }
  return (
    <div>
      <Field
        id={`${id}-source`}
        label={words.source}
        hint={words.sourceHint}
        error={isTried && value.source === null ? words.chooseSource : undefined}
      >
        {(described) => (
          <input
            {...described}
            className="in"
            type="search"
            autoComplete="off"
            placeholder={proposal.searchHint(library.length)}
            value={value.search}
            onChange={(event) => onChange({ ...value, search: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return
              event.preventDefault()
              if (!options[0]) return
              onChange({ ...value, source: options[0].id })
              document.querySelector<HTMLElement>(`input[name="${id}-source"]`)?.focus()
            }}
          />
        )}
      </Field>
      <fieldset className="mt-2">
        <legend className="vh">{words.source}</legend>
        {options.map((option, at) => (
          <label
            key={option.id}
            className="[display:grid] grid-cols-[16px_minmax(0,1fr)_auto] items-baseline gap-2 border-t border-rule py-1.5 text-sm"
          >
            <input
              type="radio"
              name={`${id}-source`}
              checked={value.source === option.id}
              onChange={() => onChange({ ...value, source: option.id })}
            />
            <span>
              <span lang="en" dir="ltr">
                {option.title}
              </span>
              <br />
              <span className="small muted">
                {sourceLine(locale, option)}
                {option.id === lastUsed ? ` · ${words.lastUsed}` : ""}
              </span>
            </span>
            {isNumbered ? (
              <kbd className="only-l" aria-hidden="true">
                {at + 1}
              </kbd>
            ) : (
              <span />
            )}
          </label>
        ))}
        {options.length === 0 ? <p className="small">{proposal.noSource}</p> : null}
      </fieldset>
      <button
        type="button"
        className="btn sm mt-2"
        onClick={() =>
          onChange({ ...value, fresh: { ...NOTHING, url: /^https:/.test(value.search) ? value.search.trim() : "" } })
        }
      >
        {words.newSource}
      </button>
    </div>
  )
}

function FreshSource({
  locale,
  id,
  library,
  fresh,
  isTried,
  onType,
  onUse,
  onClose,
}: {
  locale: Locale
  id: string
  library: SourceChoice[]
  fresh: Fresh
  isTried: boolean
  onType: (fresh: Fresh) => void
  onUse: (source: string) => void
  onClose: () => void
}) {
  const { admin, terms } = adminWords(locale)
  const { proposal, recheck: words } = admin
  const wrong = wrongOf(fresh)
  const say = (field: keyof typeof wrong) => (isTried && wrong[field] ? proposal.problem[field] : undefined)
  const kinds = Object.keys(terms.sourceKind) as Source["kind"][]
  return (
    <fieldset className="card [display:grid] grid-cols-2 gap-3 p-4 max-[820px]:grid-cols-1">
      <legend className="vh">{words.newSource}</legend>
      <p className="small muted col-span-full">{words.newSourceText}</p>
      <Field id={`${id}-url`} label={proposal.url} error={say("url")} span="col-span-full">
        {(described) => (
          <input
            {...described}
            className="in"
            type="url"
            dir="ltr"
            autoFocus
            maxLength={2000}
            value={fresh.url}
            onChange={(event) => onType({ ...fresh, url: event.target.value.trim() })}
          />
        )}
      </Field>
      <Field id={`${id}-title`} label={proposal.sourceTitle} error={say("title")} span="col-span-full">
        {(described) => (
          <input
            {...described}
            className="in"
            dir="auto"
            maxLength={500}
            value={fresh.title}
            onChange={(event) => onType({ ...fresh, title: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-publisher`} label={proposal.publisher} error={say("publisher")}>
        {(described) => (
          <input
            {...described}
            className="in"
            dir="auto"
            maxLength={500}
            value={fresh.publisher}
            onChange={(event) => onType({ ...fresh, publisher: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-published`} label={proposal.publishedOn}>
        {(described) => (
          <input
            {...described}
            className="in num"
            type="date"
            value={fresh.publishedOn}
            onChange={(event) => onType({ ...fresh, publishedOn: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-kind`} label={proposal.kind}>
        {(described) => (
          <select
            {...described}
            className="in"
            value={fresh.kind}
            onChange={(event) => onType({ ...fresh, kind: event.target.value as Source["kind"] })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {terms.sourceKind[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id={`${id}-language`} label={proposal.language}>
        {(described) => (
          <select
            {...described}
            className="in"
            value={fresh.language}
            onChange={(event) => onType({ ...fresh, language: event.target.value })}
          >
            <option value="en">{proposal.languages.en}</option>
            <option value="ur">{proposal.languages.ur}</option>
          </select>
        )}
      </Field>
      <DuplicateNotice locale={locale} typed={fresh} library={library} onUse={onUse} />
      <div className="acts col-span-full">
        <button type="button" className="btn ghost sm" onClick={onClose}>
          {words.fromLibrary}
        </button>
      </div>
      {isTried && Object.values(wrong).some(Boolean) ? (
        <p className="col-span-full">
          <FieldError>{words.chooseSource}</FieldError>
        </p>
      ) : null}
    </fieldset>
  )
}
