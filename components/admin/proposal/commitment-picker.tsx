"use client"

import { useMemo, useState } from "react"
import { TrackMark } from "@/components/ui/track-mark"
import type { CommitmentChoice } from "@/lib/domain/views/proposing"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { adminWords } from "@/components/admin/words"
import { TextInput } from "@/components/form/inputs"

const SHOWN = 10

/** Finds a commitment by its code or words and hands its id over, or leads to it where `hrefOf` is given. */
export function CommitmentPicker({
  locale,
  id,
  choices,
  taken = [],
  onPick,
  hrefOf,
}: {
  locale: Locale
  id: string
  choices: CommitmentChoice[]
  taken?: readonly string[]
  onPick?: (commitment: string) => void
  hrefOf?: string // a page that takes "?commitment="
}) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  const [text, setText] = useState("")
  const found = useMemo(() => {
    const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
    return choices.filter((it) => {
      if (taken.includes(it.id)) return false
      const all = [it.code, it.id, it.year, it.text.en, it.text.ur].join(" ").toLowerCase()
      return wanted.every((word) => all.includes(word))
    })
  }, [choices, taken, text])
  return (
    <div className="flex flex-col gap-3">
      <TextInput
        id={id}
        label={words.pick}
        hint={words.pickHint}
        type="search"
        autoComplete="off"
        value={text}
        onChange={setText}
      />
      {found.length === 0 ? <p className="small">{words.pickEmpty}</p> : null}
      <ul className="flex flex-col">
        {found.slice(0, text === "" && onPick ? 0 : SHOWN).map((it) => {
          const said = inLocale(locale, it.text)
          const label = (
            <>
              <span className="num pn">{isolate(locale, it.code)}</span>
              <span>
                <span lang={said.lang}>{said.text}</span>
                <br />
                <span className="small muted">
                  {words.planYear(String(it.year))} · <TrackMark track={it.track}>{terms.track[it.track]}</TrackMark>
                </span>
              </span>
            </>
          )
          const look =
            "[display:grid] w-full grid-cols-[44px_minmax(0,1fr)] gap-2 border-t border-rule py-2.5 text-start text-sm no-underline hover:bg-sunken"
          return (
            <li key={it.id}>
              {onPick ? (
                <button type="button" className={look} onClick={() => onPick(it.id)}>
                  {label}
                </button>
              ) : (
                <a className={look} href={`${hrefOf}?commitment=${it.id}`}>
                  {label}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
