"use client"

import { useMemo, useState } from "react"
import { CorrectSource, SourceState } from "@/components/admin/evidence/source-state"
import { Icon } from "@/components/ui/icon"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "@/components/admin/words"
import { sourceLine } from "@/components/admin/source-line"
import { TextInput } from "@/components/form/inputs"

const SHOWN = 8

/** Searches the library of sources; those cited for this commitment before come first. */
export function SourcePicker({
  locale,
  id,
  library,
  cited,
  first,
  onPick,
  onClose,
}: {
  locale: Locale
  id: string
  library: SourceChoice[]
  cited: readonly string[]
  first: readonly string[]
  onPick: (source: string) => void
  onClose: () => void
}) {
  const words = adminWords(locale).admin.proposal
  const [text, setText] = useState("")
  const found = useMemo(() => searchSources(library, text, first), [library, text, first])
  return (
    <div className="card mt-3 flex flex-col gap-3 p-4">
      <TextInput
        id={`${id}-library`}
        label={words.searchLibrary}
        hint={words.searchHint(library.length)}
        type="search"
        autoComplete="off"
        autoFocus
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose()
        }}
      />
      {found.length === 0 ? <p className="small">{words.noSource}</p> : null}
      <ul className="flex flex-col">
        {found.slice(0, SHOWN).map((source) => {
          const isCited = cited.includes(source.id)
          return (
            <li
              key={source.id}
              className="[display:grid] grid-cols-[minmax(0,1fr)_auto] items-center gap-3 border-t border-rule py-2 text-sm"
            >
              <span>
                <span lang="en" dir="ltr">
                  {source.title}
                </span>
                <br />
                <span className="small muted">
                  {sourceLine(locale, source)}
                  {first.includes(source.id) ? ` · ${words.citedBefore}` : ""}
                </span>
                <SourceState locale={locale} source={source} />
                <CorrectSource locale={locale} source={source} />
              </span>
              <button
                type="button"
                className="btn sm"
                disabled={isCited}
                aria-label={`${isCited ? words.added : words.add}: ${source.title}`}
                onClick={() => onPick(source.id)}
              >
                {isCited ? <Icon name="check" /> : <Icon name="plus" />}
                {isCited ? words.added : words.add}
              </button>
            </li>
          )
        })}
      </ul>
      <div className="flex items-center justify-between gap-3">
        <p className="small muted" role="status">
          {found.length > SHOWN ? words.sourcesShown(SHOWN, found.length) : ""}
        </p>
        <button type="button" className="btn ghost sm" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </div>
  )
}

/** Sources in which every word occurs; those of `first` before the others. */
export function searchSources(library: SourceChoice[], text: string, first: readonly string[]): SourceChoice[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = library.filter((source) => {
    const words = [source.id, source.publisher, source.title, source.publishedOn, source.url].join(" ").toLowerCase()
    return wanted.every((word) => words.includes(word))
  })
  return [...found.filter((it) => first.includes(it.id)), ...found.filter((it) => !first.includes(it.id))]
}
