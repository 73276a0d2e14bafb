"use client"

import { useEffect, useState } from "react"
import { formApi } from "@/components/admin/proposal/api"
import { adminWords } from "@/components/admin/words"
import { Segments } from "@/components/form/segments"
import { Icon } from "@/components/ui/icon"
import type { Operation } from "@/lib/domain/proposal"
import type { Kind } from "@/lib/domain/records"
import type { RecordRow } from "@/lib/domain/views/records"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { valueText } from "@/components/admin/records/labels"
import { Select, TextInput } from "@/components/form/inputs"

const SEARCH_AFTER_MS = 250

type Act = Operation["act"]

/** Adds a step: a new record of a kind, or one that is published, to change or to withdraw. */
export function AddStep({
  locale,
  isTaken,
  nameOf,
  onAdd,
  onTouch,
}: {
  locale: Locale
  isTaken: (kind: Kind, id: string) => boolean
  nameOf: (kind: Kind, id: string) => string | null
  onAdd: (kind: Kind) => void
  onTouch: (act: "change" | "withdraw", row: RecordRow) => void
}) {
  const { records } = adminWords(locale).admin
  const words = records.set
  const [kind, setKind] = useState<Kind>("event")
  const [act, setAct] = useState<Act>("add")
  const [text, setText] = useState("")
  const found = useRecords(act === "add" ? null : kind, text)
  return (
    <section className="card p-4" aria-label={words.add}>
      <h3 className="lab mb-3">{words.add}</h3>
      <div className="flex flex-wrap items-end gap-4">
        <Select
          id="step-kind"
          label={words.kind}
          value={kind}
          onChange={setKind}
          options={(Object.keys(records.kind) as Kind[]).map((each) => [each, records.kind[each]])}
        />
        <Segments
          label={words.what}
          value={act}
          options={(Object.keys(words.acts) as Act[]).map((value) => ({ value, label: words.acts[value] }))}
          onChange={setAct}
        />
        {act === "add" ? (
          <button type="button" className="btn" onClick={() => onAdd(kind)}>
            <Icon name="plus" />
            {records.addNew(records.kind[kind])}
          </button>
        ) : null}
      </div>
      {act === "add" ? null : (
        <div className="mt-4">
          <TextInput
            id="step-find"
            label={words.find}
            hint={
              found === null
                ? words.findHint
                : found === "failed"
                  ? words.findFailed
                  : found.total > found.items.length
                    ? words.found(found.items.length, found.total)
                    : records.count(found.total, found.total)
            }
            type="search"
            autoComplete="off"
            value={text}
            onChange={setText}
          />
          {found !== null && found !== "failed" ? (
            <ul className="mt-2 flex flex-col">
              {found.items.length === 0 ? <li className="small">{records.nothing}</li> : null}
              {found.items.map((row) => {
                const name = inLocale(locale, row.name)
                const isIn = isTaken(row.kind, row.id)
                const detail = row.detail.map((field) =>
                  valueText(locale, row.kind, field, row.record[field], { beside: row.record, nameOf }),
                )
                return (
                  <li key={row.id}>
                    <button
                      type="button"
                      className="w-full border-b border-rule py-2 text-start text-sm hover:bg-sunken disabled:opacity-60"
                      disabled={isIn}
                      onClick={() => onTouch(act, row)}
                    >
                      <span lang={name.lang} dir="auto">
                        {name.text}
                      </span>
                      <br />
                      <span className="small muted">
                        {isIn ? words.taken : [...detail, row.id].filter(Boolean).join(" · ")}
                      </span>
                    </button>
                  </li>
                )
              })}
            </ul>
          ) : null}
        </div>
      )}
    </section>
  )
}

type Found = { items: RecordRow[]; total: number }

/** The published records of a kind that match; null while nothing has been asked. */
function useRecords(kind: Kind | null, text: string): Found | "failed" | null {
  const [answer, setAnswer] = useState<{ kind: Kind; found: Found | "failed" } | null>(null)
  useEffect(() => {
    if (kind === null) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await formApi.searchRecords(kind, text, 1, abort.signal)
      if (!abort.signal.aborted) setAnswer({ kind, found: answer.ok ? answer.value : "failed" })
    }, SEARCH_AFTER_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [kind, text])
  return answer !== null && answer.kind === kind ? answer.found : null
}
