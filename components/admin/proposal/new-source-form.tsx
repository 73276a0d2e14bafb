"use client"

import { useState } from "react"
import { type Citation, CitationFields } from "@/components/admin/evidence/citation-fields"
import { CopyUpload } from "@/components/admin/evidence/copy-upload"
import { DuplicateNotice } from "@/components/admin/evidence/duplicate-notice"
import { adminWords } from "@/components/admin/words"
import { Field } from "@/components/form/field"
import type { Source } from "@/lib/domain/records"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"
import { type NewSource, randomName } from "./draft"

const LANGUAGES = ["en", "ur"] as const

/**
 * A source that the library lacks, with its archived copy and how it bears. It comes in with the proposal, as one of
 * its steps. One that the library does not lack is found while it is typed: `onUse` gets its id.
 */
export function NewSourceForm({
  locale,
  id,
  library,
  onAdd,
  onUse,
  onClose,
}: {
  locale: Locale
  id: string
  library: SourceChoice[]
  onAdd: (source: NewSource, citation: Citation) => void
  onUse: (source: string, citation: Citation) => void
  onClose: () => void
}) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  const [source, setSource] = useState<NewSource>({
    id: "",
    kind: "press",
    language: "en",
    publisher: "",
    title: "",
    titleIsDescription: false,
    url: "",
    publishedOn: "",
    precision: "day",
    confidence: "confirmed",
    notes: "",
    copy: null,
    goneOn: null,
  })
  const [citation, setCitation] = useState<Citation>({ bearing: "supports", quote: "", note: "" })
  const [isTried, setTried] = useState(false)
  const set = (change: Partial<NewSource>) => setSource({ ...source, ...change })
  const wrong = {
    url: source.url !== "" && !isSecure(source.url),
    publisher: source.publisher.trim() === "",
    title: source.title.trim() === "",
    language: !/^[a-z]{2}$/.test(source.language),
  }
  const say = (field: keyof typeof wrong) => (isTried && wrong[field] ? words.problem[field] : undefined)
  const add = () => {
    setTried(true)
    if (!Object.values(wrong).some(Boolean)) onAdd({ ...source, id: `source-${randomName()}` }, citation)
  }
  const kinds = Object.keys(terms.sourceKind) as Source["kind"][]
  const precisions = Object.keys(terms.precision) as NonNullable<Source["precision"]>[]
  return (
    <div
      className="card mt-3 [display:grid] grid-cols-2 gap-3 p-4 max-[820px]:grid-cols-1"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose()
        if (event.key === "Enter" && (event.target as HTMLElement).tagName === "INPUT") {
          event.preventDefault()
          add()
        }
      }}
    >
      <Field id={`${id}-url`} label={words.url} hint={words.urlHint} error={say("url")} span="col-span-full">
        {(described) => (
          <input
            {...described}
            className="in"
            type="url"
            dir="ltr"
            autoFocus
            maxLength={2000}
            value={source.url}
            onChange={(event) => set({ url: event.target.value.trim() })}
          />
        )}
      </Field>
      <Field id={`${id}-title`} label={words.sourceTitle} error={say("title")} span="col-span-full">
        {(described) => (
          <input
            {...described}
            className="in"
            dir="auto"
            maxLength={500}
            value={source.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-publisher`} label={words.publisher} error={say("publisher")}>
        {(described) => (
          <input
            {...described}
            className="in"
            dir="auto"
            maxLength={500}
            value={source.publisher}
            onChange={(event) => set({ publisher: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-kind`} label={words.kind}>
        {(described) => (
          <select
            {...described}
            className="in"
            value={source.kind}
            onChange={(event) => set({ kind: event.target.value as Source["kind"] })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {terms.sourceKind[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id={`${id}-published`} label={words.publishedOn} hint={words.publishedHint}>
        {(described) => (
          <input
            {...described}
            className="in num"
            type="date"
            value={source.publishedOn}
            onChange={(event) => set({ publishedOn: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-precision`} label={words.dateExact}>
        {(described) => (
          <select
            {...described}
            className="in"
            value={source.precision ?? "day"}
            onChange={(event) => set({ precision: event.target.value as Source["precision"] })}
          >
            {precisions.map((precision) => (
              <option key={precision} value={precision}>
                {terms.precision[precision]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id={`${id}-language`} label={words.language} hint={words.languageCode} error={say("language")}>
        {(described) => (
          <input
            {...described}
            className="in"
            dir="ltr"
            maxLength={2}
            list={`${id}-languages`}
            value={source.language}
            onChange={(event) => set({ language: event.target.value.toLowerCase() })}
          />
        )}
      </Field>
      <datalist id={`${id}-languages`}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {words.languages[language]}
          </option>
        ))}
      </datalist>
      <Field id={`${id}-notes`} label={words.sourceNote}>
        {(described) => (
          <input
            {...described}
            className="in"
            dir="auto"
            maxLength={4000}
            value={source.notes}
            onChange={(event) => set({ notes: event.target.value })}
          />
        )}
      </Field>
      <DuplicateNotice locale={locale} typed={source} library={library} onUse={(found) => onUse(found, citation)} />
      <label className="ck col-span-full">
        <input
          type="checkbox"
          checked={source.titleIsDescription}
          onChange={(event) => set({ titleIsDescription: event.target.checked })}
        />
        {words.titleIsOurs}
      </label>
      <div className="col-span-full">
        <CopyUpload
          locale={locale}
          copy={source.copy}
          onChange={(copy) => setSource((typed) => ({ ...typed, copy }))}
        />
      </div>
      <div className="col-span-full border-t border-rule pt-3">
        <CitationFields
          locale={locale}
          id={`${id}-new`}
          citation={citation}
          onChange={(change) => setCitation({ ...citation, ...change })}
        />
      </div>
      <div className="acts col-span-full">
        <button type="button" className="btn pri" onClick={add}>
          {words.addSource}
        </button>
        <button type="button" className="btn ghost" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </div>
  )
}

const isSecure = (url: string) => URL.canParse(url) && new URL(url).protocol === "https:"
