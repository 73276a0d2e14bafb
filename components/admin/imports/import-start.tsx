"use client"

import { type ReactNode, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { Field } from "@/components/form/field"
import { Select } from "@/components/form/inputs"
import { Icon } from "@/components/ui/icon"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import { fileSize } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

export const TABLE_FILES = ".csv,.xlsx,.json,.jsonl,.ndjson,text/csv,application/json"

/** Which file, and of which kind of record. */
export function ImportStart({
  locale,
  file,
  kind,
  isBusy,
  problem,
  onFile,
  onKind,
  onRun,
}: {
  locale: Locale
  file: File | null
  kind: Kind | null
  isBusy: boolean
  problem: ReactNode
  onFile: (file: File) => void
  onKind: (kind: Kind | null) => void
  onRun: () => void
}) {
  const { imports: words, records } = adminWords(locale).admin
  const [isOver, setOver] = useState(false)
  return (
    <form
      className="imp-f"
      onSubmit={(event) => {
        event.preventDefault()
        if (file && !isBusy) onRun()
      }}
    >
      <Field id="import-file" label={words.file} hint={words.fileHint}>
        {(described) => (
          <div
            className={isOver ? "drop over" : "drop"}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault()
              setOver(false)
              const dropped = event.dataTransfer.files[0]
              if (dropped) onFile(dropped)
            }}
          >
            <input
              {...described}
              className="vh"
              type="file"
              accept={TABLE_FILES}
              onChange={(event) => {
                const chosen = event.target.files?.[0]
                if (chosen) onFile(chosen)
                // The same file may be chosen again after it was repaired.
                event.target.value = ""
              }}
            />
            <label className="btn" htmlFor="import-file">
              <Icon name="upload" />
              {words.choose}
            </label>
            <span className="small" aria-live="polite">
              {file ? words.chosen(file.name, fileSize(locale, file.size)) : words.drop}
            </span>
          </div>
        )}
      </Field>
      <Select
        id="import-kind"
        label={words.kind}
        hint={words.kindHint}
        value={kind ?? ""}
        options={[["", words.kindTold], ...KIND_NAMES.map((it) => [it, records.kinds[it]] as const)]}
        onChange={(chosen) => onKind(chosen || null)}
      />
      {problem}
      <button type="submit" className="btn pri justify-self-start" disabled={!file || isBusy}>
        {isBusy ? words.running : words.run}
      </button>
    </form>
  )
}
