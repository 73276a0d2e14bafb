"use client"

import { useState } from "react"
import { Field, FieldError } from "@/components/form/field"
import { Icon } from "@/components/ui/icon"
import type { Evidence } from "@/lib/domain/records"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "@/components/admin/words"
import { sourceLine } from "@/components/admin/source-line"
import type { CitedSource, Item, NewSource } from "./draft"
import { NewSourceForm } from "./new-source-form"
import { SourcePicker } from "./source-picker"

const BEARINGS: Evidence["bearing"][] = ["supports", "contradicts", "context"]

/** The evidence of one assessment: what is cited and how it bears, from the library or new. */
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
  const add = (source: string) => onChange([...item.evidence, { source, bearing: "supports", quote: "", note: "" }])
  const update = (at: number, change: Partial<CitedSource>) =>
    onChange(item.evidence.map((each, place) => (place === at ? { ...each, ...change } : each)))
  return (
    <>
      {item.evidence.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {item.evidence.map((each, at) => {
            const fresh = newSources.find((source) => source.id === each.source)
            const known = library.find((source) => source.id === each.source)
            return (
              <CitedRow
                key={each.source}
                locale={locale}
                id={`${item.key}-${each.source}`}
                cited={each}
                source={fresh ? { ...fresh, publishedOn: fresh.publishedOn || null } : (known ?? null)}
                isNew={fresh !== undefined}
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
          onAdd={(source) => {
            onNewSource(source)
            add(source.id)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
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
  source: Pick<SourceChoice, "title" | "publisher" | "publishedOn" | "precision" | "kind" | "url"> | null
  isNew: boolean
  errors: string[]
  onChange: (change: Partial<CitedSource>) => void
  onRemove: () => void
}) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
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
          {errors.map((sentence) => (
            <FieldError key={sentence}>{sentence}</FieldError>
          ))}
        </div>
        <button type="button" className="btn ghost sm" aria-label={words.remove(title)} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </div>
      <div className="[display:grid] grid-cols-[150px_minmax(0,1fr)_minmax(0,1fr)] gap-3 max-[820px]:grid-cols-1">
        <Field id={`${id}-bearing`} label={words.bearing}>
          {(described) => (
            <select
              {...described}
              className="in"
              value={cited.bearing}
              onChange={(event) => onChange({ bearing: event.target.value as Evidence["bearing"] })}
            >
              {BEARINGS.map((bearing) => (
                <option key={bearing} value={bearing}>
                  {terms.bearing[bearing]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id={`${id}-quote`} label={words.quote}>
          {(described) => (
            <input
              {...described}
              className="in"
              dir="auto"
              maxLength={4000}
              placeholder={words.quoteHint}
              value={cited.quote}
              onChange={(event) => onChange({ quote: event.target.value })}
            />
          )}
        </Field>
        <Field id={`${id}-note`} label={words.evidenceNote}>
          {(described) => (
            <input
              {...described}
              className="in"
              dir="auto"
              maxLength={4000}
              value={cited.note}
              onChange={(event) => onChange({ note: event.target.value })}
            />
          )}
        </Field>
      </div>
    </li>
  )
}
