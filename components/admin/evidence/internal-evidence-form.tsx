"use client"

import { useId, useState } from "react"
import type { Problem } from "@/components/form/client"
import { FieldError } from "@/components/form/field"
import { useUnsavedGuard } from "@/components/form/unsaved-guard"
import { adminWords } from "@/components/admin/words"
import { TextArea, TextInput } from "@/components/form/inputs"
import { isSecure } from "@/lib/domain/address"
import type { KeptCopy } from "@/lib/domain/copy-type"
import type { Locale } from "@/lib/i18n/locale"
import { evidenceApi } from "./api"
import { CopyUpload } from "./copy-upload"

/** Adds a piece of internal evidence. Kept by itself, at once: it is no part of any proposal. */
export function InternalEvidenceForm({
  locale,
  commitment,
  onAdded,
  onClose,
}: {
  locale: Locale
  commitment: string
  onAdded: () => void
  onClose: () => void
}) {
  const words = adminWords(locale).admin.evidence
  const id = useId()
  const [typed, setTyped] = useState({ title: "", publisher: "", url: "", note: "" })
  const [copy, setCopy] = useState<KeptCopy | null>(null)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  useUnsavedGuard(Object.values(typed).some((text) => text.trim() !== ""))

  const wrong = {
    title: typed.title.trim() === "" ? words.needed : undefined,
    note: typed.note.trim() === "" ? words.needed : undefined,
    url: typed.url !== "" && !isSecure(typed.url) ? words.needsHttps : undefined,
  }
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change })
  async function keep() {
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    setBusy(true)
    const answer = await evidenceApi.addInternal({
      commitment,
      title: typed.title,
      publisher: typed.publisher.trim() || null,
      url: typed.url || null,
      note: typed.note,
      copy: copy?.sha256 ?? null,
    })
    setBusy(false)
    if (answer.ok) return onAdded()
    setProblem(answer.problem)
  }
  const error = (field: keyof typeof wrong) => (isTried ? wrong[field] : undefined)
  return (
    <div className="card mt-3 [display:grid] grid-cols-2 gap-3 p-4 max-[820px]:grid-cols-1">
      <TextInput
        id={`${id}-title`}
        label={words.what}
        hint={words.whatHint}
        error={error("title")}
        autoFocus
        maxLength={500}
        value={typed.title}
        onChange={(title) => set({ title })}
      />
      <TextInput
        id={`${id}-from`}
        label={words.from}
        maxLength={500}
        value={typed.publisher}
        onChange={(publisher) => set({ publisher })}
      />
      <TextInput
        id={`${id}-url`}
        label={words.address}
        hint={words.addressHint}
        error={error("url")}
        span="col-span-full"
        type="url"
        dir="ltr"
        maxLength={2000}
        value={typed.url}
        onChange={(url) => set({ url: url.trim() })}
      />
      <TextArea
        id={`${id}-note`}
        label={words.shows}
        error={error("note")}
        span="col-span-full"
        className="in min-h-[64px]!"
        maxLength={4000}
        value={typed.note}
        onChange={(note) => set({ note })}
      />
      <div className="col-span-full">
        <CopyUpload locale={locale} copy={copy} onChange={setCopy} />
      </div>
      {problem ? (
        <p className="col-span-full" role="alert">
          <FieldError>
            {problem.reason === "outside-remit"
              ? words.outside
              : problem.code === "unauthenticated"
                ? words.signedOut
                : words.notKept}
          </FieldError>
        </p>
      ) : null}
      <div className="acts col-span-full">
        <button type="button" className="btn pri" disabled={isBusy} onClick={() => void keep()}>
          {isBusy ? words.keeping : words.keep}
        </button>
        <button type="button" className="btn ghost" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </div>
  )
}
