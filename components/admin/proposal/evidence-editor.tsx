"use client"

import { useState } from "react"
import { CitationFields, type Citation } from "@/components/admin/evidence/citation-fields"
import { InternalEvidence } from "@/components/admin/evidence/internal-evidence"
import { CorrectSource, SourceState } from "@/components/admin/evidence/source-state"
import { FieldError } from "@/components/form/field"
import { Icon } from "@/components/ui/icon"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "@/components/admin/words"
import { sourceLine } from "@/components/admin/source-line"
import type { CitedSource, Item, NewSource } from "./draft"
import { NewSourceForm } from "./new-source-form"
import { SourcePicker } from "./source-picker"

/** The evidence of one assessment: what is cited and how it bears, from the library or new, and what stays internal. */
export function EvidenceEditor({
  locale,
  item,
  library,
  newSources,
  citedBefore,
  error,
  sourceErrors,
  onChange,
  onNewSource,
}: {
  locale: Locale
  item: Item
  library: SourceChoice[]
  newSources: NewSource[]
  citedBefore: readonly string[]
  error?: string
  sourceErrors: (source: string) => string[]
  onChange: (evidence: CitedSource[]) => void
  onNewSource: (source: NewSource) => void
}) {
  const words = adminWords(locale).admin.proposal
  const [open, setOpen] = useState<"library" | "new" | null>(null)
  const cited = item.evidence.map((each) => each.source)
  const fresh = newSources.map(choiceOf)
  const add = (source: string, citation: Citation = { bearing: "supports", quote: "", note: "" }) => {
    if (!cited.includes(source)) onChange([...item.evidence, { source, ...citation }])
  }
  const update = (at: number, change: Partial<CitedSource>) =>
    onChange(item.evidence.map((each, place) => (place === at ? { ...each, ...change } : each)))
  return (
    <>
      {item.evidence.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {item.evidence.map((each, at) => {
            const source = [...fresh, ...library].find((it) => it.id === each.source) ?? null
            return (
              <CitedRow
                key={each.source}
                locale={locale}
                id={`${item.key}-${each.source}`}
                cited={each}
                source={source}
                isNew={source !== null && fresh.includes(source)}
                errors={sourceErrors(each.source)}
                onChange={(change) => update(at, change)}
                onRemove={() => onChange(item.evidence.filter((_, place) => place !== at))}
              />
            )
          })}
        </ul>
      ) : (
        <p className="small muted">{words.evidenceHint}</p>
      )}
      {error ? (
        <p className="mt-2">
          <FieldError>{error}</FieldError>
        </p>
      ) : null}
      <div className="acts mt-3">
        <button
          type="button"
          className="btn"
          aria-expanded={open === "library"}
          onClick={() => setOpen(open === "library" ? null : "library")}
        >
          <Icon name="search" />
          {words.fromLibrary}
        </button>
        <button
          type="button"
          className="btn ghost"
          aria-expanded={open === "new"}
          onClick={() => setOpen(open === "new" ? null : "new")}
        >
          <Icon name="plus" />
          {words.newSource}
        </button>
      </div>
      {open === "library" ? (
        <SourcePicker
          locale={locale}
          id={item.key}
          library={library}
          cited={cited}
          first={citedBefore}
          onPick={add}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === "new" ? (
        <NewSourceForm
          locale={locale}
          id={item.key}
          library={[...fresh, ...library]}
          onAdd={(source, citation) => {
            onNewSource(source)
            add(source.id, citation)
            setOpen(null)
          }}
          onUse={(source, citation) => {
            add(source, citation)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
      <InternalEvidence locale={locale} commitment={item.commitment} />
    </>
  )
}

function CitedRow({
  locale,
  id,
  cited,
  source,
  isNew,
  errors,
  onChange,
  onRemove,
}: {
  locale: Locale
  id: string
  cited: CitedSource
  source: SourceChoice | null
  isNew: boolean
  errors: string[]
  onChange: (change: Partial<CitedSource>) => void
  onRemove: () => void
}) {
  const words = adminWords(locale).admin.proposal
  const title = source?.title ?? cited.source
  return (
    <li className="flex flex-col gap-3 rounded-ui border border-rule-2 bg-surface p-3">
      <div className="[display:grid] grid-cols-[minmax(0,1fr)_auto] items-start gap-3">
        <div>
          <span className="text-sm" lang="en" dir="ltr">
            {title}
          </span>{" "}
          {isNew ? <span className="tag">{words.isNew}</span> : null}
          <br />
          <span className="small muted">{source ? sourceLine(locale, source) : null}</span>
          {source ? <SourceState locale={locale} source={source} /> : null}
          {source && !isNew ? <CorrectSource locale={locale} source={source} /> : null}
          {errors.map((sentence) => (
            <FieldError key={sentence}>{sentence}</FieldError>
          ))}
        </div>
        <button type="button" className="btn ghost sm" aria-label={words.remove(title)} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </div>
      <CitationFields locale={locale} id={id} citation={cited} onChange={onChange} />
    </li>
  )
}

/** A source that is new with this proposal, as the library would show it. */
function choiceOf(source: NewSource): SourceChoice {
  const url = source.url || null
  return { ...source, url, address: url, publishedOn: source.publishedOn || null }
}
