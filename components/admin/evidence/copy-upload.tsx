"use client"

import { useEffect, useId, useRef, useState } from "react"
import { FieldError } from "@/components/form/field"
import type { Problem } from "@/components/form/client"
import { Icon } from "@/components/ui/icon"
import type { KeptCopy } from "@/lib/domain/copy-type"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "@/components/admin/words"
import { type StoredCopy, uploadCopy } from "./api"
import { CopyLine } from "./copy-line"

const LARGEST = 10 * 1024 * 1024

/** Uploads the archived copy of a source and shows what was kept. `onChange` gets what the source's record says of it. */
export function CopyUpload({
  locale,
  copy,
  onChange,
}: {
  locale: Locale
  copy: KeptCopy | null
  onChange: (copy: KeptCopy | null) => void
}) {
  const words = adminWords(locale).admin.evidence
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const abort = useRef<AbortController>(undefined)
  const [sent, setSent] = useState<number | null>(null)
  const [stored, setStored] = useState<StoredCopy | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  async function send(file: File) {
    setError(null)
    if (file.size > LARGEST) return setError(words.fault.large)
    abort.current = new AbortController()
    setSent(0)
    const answer = await uploadCopy(file, setSent, abort.current.signal)
    setSent(null)
    if (input.current) input.current.value = ""
    if (!answer.ok) return setError(sentenceOf(locale, answer.problem))
    setStored(answer.value)
    const { sha256, mediaType, size, archivedOn } = answer.value
    onChange({ sha256, mediaType, size, archivedOn })
  }

  const isSending = sent !== null
  const said = stored?.sha256 === copy?.sha256 ? stored : null
  return (
    <div className="field">
      <label htmlFor={id}>{words.copy}</label>
      <input
        ref={input}
        id={id}
        type="file"
        className="vh"
        accept=".pdf,.png,.jpg,.jpeg,.html,.htm,.txt,application/pdf,image/png,image/jpeg,text/html,text/plain"
        aria-describedby={`${id}-hint ${id}-state`}
        aria-invalid={error === null ? undefined : true}
        disabled={isSending}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void send(file)
        }}
      />
      {copy ? <CopyLine locale={locale} copy={copy} /> : null}
      <div className="acts">
        {isSending ? (
          <>
            <progress className="min-w-0 flex-1" max={1} value={sent} aria-labelledby={`${id}-state`} />
            <button type="button" className="btn sm" onClick={() => abort.current?.abort()}>
              {words.stop}
            </button>
          </>
        ) : (
          <button type="button" className="btn sm" onClick={() => input.current?.click()}>
            <Icon name="upload" />
            {copy ? words.replace : words.choose}
          </button>
        )}
        {copy && !isSending ? (
          <button type="button" className="btn ghost sm" onClick={() => onChange(null)}>
            {words.takeOut}
          </button>
        ) : null}
      </div>
      <p id={`${id}-state`} className="small empty:hidden" role="status">
        {isSending
          ? sent < 1
            ? words.sending(Math.floor(sent * 100))
            : words.reading
          : said && copy
            ? [said.existed ? words.existed : words.kept, ...said.removed.map((it) => words.removed[it])].join(" ")
            : ""}
      </p>
      {error ? <FieldError>{error}</FieldError> : null}
      <span className="hint" id={`${id}-hint`}>
        {words.copyHint}
      </span>
    </div>
  )
}

function sentenceOf(locale: Locale, { code, reason }: Problem): string {
  const words = adminWords(locale).admin.evidence
  if (reason === "stopped") return words.stopped
  if (code === "too_large") return words.fault.large
  if (code === "unauthenticated") return words.signedOut
  return (words.fault as Record<string, string>)[reason ?? ""] ?? words.notSent
}
