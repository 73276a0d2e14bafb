"use client"

import { useMemo } from "react"
import { searchSources } from "@/components/admin/proposal/source-picker"
import { sourceLine } from "@/components/admin/source-line"
import { DuplicateNotice } from "@/components/admin/evidence/duplicate-notice"
import { SourceFields, type TypedSource, wrongOf } from "@/components/admin/evidence/source-fields"
import { adminWords } from "@/components/admin/words"
import { FieldError } from "@/components/form/field"
import { Select, TextInput } from "@/components/form/inputs"
import type { RecheckInput } from "@/lib/domain/proposal"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"

/** What is being chosen: a source of the library, or a fresh one as typed so far. */
export type Consulted = { search: string; source: string | null; fresh: TypedSource | null }
const NOTHING: TypedSource = { url: "", title: "", publisher: "", publishedOn: "", kind: "press", language: "en" }

const SHOWN_SOURCES = 6

export const isChosen = ({ source, fresh }: Consulted) =>
  fresh ? !Object.values(wrongOf(fresh, true)).some(Boolean) : source !== null

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
      <TextInput
        id={`${id}-source`}
        label={words.source}
        hint={words.sourceHint}
        error={isTried && value.source === null ? words.chooseSource : undefined}
        type="search"
        autoComplete="off"
        placeholder={proposal.searchHint(library.length)}
        value={value.search}
        onChange={(search) => onChange({ ...value, search })}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return
          event.preventDefault()
          if (!options[0]) return
          onChange({ ...value, source: options[0].id })
          document.querySelector<HTMLElement>(`input[name="${id}-source"]`)?.focus()
        }}
      />
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
  fresh: TypedSource
  isTried: boolean
  onType: (fresh: TypedSource) => void
  onUse: (source: string) => void
  onClose: () => void
}) {
  const { proposal, recheck: words } = adminWords(locale).admin
  const wrong = wrongOf(fresh, true)
  return (
    <fieldset className="card [display:grid] grid-cols-2 gap-3 p-4 max-[820px]:grid-cols-1">
      <legend className="vh">{words.newSource}</legend>
      <p className="small muted col-span-full">{words.newSourceText}</p>
      <SourceFields
        locale={locale}
        id={id}
        typed={fresh}
        wrong={isTried ? wrong : {}}
        onType={(change) => onType({ ...fresh, ...change })}
      />
      <Select
        id={`${id}-language`}
        label={proposal.language}
        value={fresh.language}
        options={Object.entries(proposal.languages)}
        onChange={(language) => onType({ ...fresh, language })}
      />
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
