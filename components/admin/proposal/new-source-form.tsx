"use client"

import { useState } from "react"
import { type Citation, CitationFields } from "@/components/admin/evidence/citation-fields"
import { CopyUpload } from "@/components/admin/evidence/copy-upload"
import { DuplicateNotice } from "@/components/admin/evidence/duplicate-notice"
import { SourceFields, wrongOf } from "@/components/admin/evidence/source-fields"
import { adminWords } from "@/components/admin/words"
import { Select, TextInput } from "@/components/form/inputs"
import type { Source } from "@/lib/domain/records"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"
import { type NewSource, randomName } from "./draft"

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
  const wrong = { ...wrongOf(source, false), language: !/^[a-z]{2}$/.test(source.language) }
  const add = () => {
    setTried(true)
    if (!Object.values(wrong).some(Boolean)) onAdd({ ...source, id: `source-${randomName()}` }, citation)
  }
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
      <SourceFields
        locale={locale}
        id={id}
        typed={source}
        wrong={isTried ? wrong : {}}
        urlHint={words.urlHint}
        onType={set}
      />
      <Select
        id={`${id}-precision`}
        label={words.dateExact}
        value={source.precision ?? "day"}
        onChange={(precision) => set({ precision })}
        options={precisions.map((precision) => [precision, terms.precision[precision]])}
      />
      <TextInput
        id={`${id}-language`}
        label={words.language}
        hint={words.languageCode}
        error={isTried && wrong.language ? words.problem.language : undefined}
        dir="ltr"
        maxLength={2}
        list={`${id}-languages`}
        value={source.language}
        onChange={(language) => set({ language: language.toLowerCase() })}
      />
      <datalist id={`${id}-languages`}>
        {Object.entries(words.languages).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
      <TextInput
        id={`${id}-notes`}
        label={words.sourceNote}
        maxLength={4000}
        value={source.notes}
        onChange={(notes) => set({ notes })}
      />
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
