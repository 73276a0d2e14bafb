"use client"

import { type ReactNode, useEffect, useState } from "react"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

type Looked = { revision: number; on: string }
type Words = Record<"title" | "changed" | "changedOne" | "see" | "kept" | "forget" | "off" | "on" | "close", string>

/** Where this device keeps what its reader saw last; the session keeps what that was when it began. */
const KEY = "looked"
const OFF = "off"

/**
 * What was published since this device last showed the site. Nothing is sent: the revision stays in the browser, and
 * only the link to the changes carries it, when it is followed.
 */
export function SinceLastLook(props: {
  locale: Locale
  revision: number
  today: string
  /** The list of changes; the revision looked at is added as `since`. */
  changes: string
  words: Words
}) {
  const { locale, revision, today, changes, words } = props
  const [before, setBefore] = useState<Looked | typeof OFF | null>(null)
  useEffect(() => {
    // After the first paint, since the server cannot know it.
    const frame = requestAnimationFrame(() => setBefore(lookedBefore({ revision, on: today })))
    return () => cancelAnimationFrame(frame)
  }, [revision, today])

  if (before === null) return null
  if (before === OFF) {
    return (
      <Note title={words.title}>
        <p className="small muted">{words.off}</p>
        <div className="acts">
          <button type="button" className="btn sm" onClick={() => (keep({ revision, on: today }), setBefore(null))}>
            {words.on}
          </button>
          <Close words={words} onClick={() => setBefore(null)} />
        </div>
      </Note>
    )
  }
  const count = revision - before.revision
  if (count < 1) return null
  const said = count === 1 ? words.changedOne : words.changed
  return (
    <Note title={words.title}>
      <p>
        <b>{words.title}</b> {said.replace("{count}", String(count)).replace("{day}", formatDay(locale, before.on))}{" "}
        <a href={`${changes}?since=${before.revision}`}>{words.see}</a>
      </p>
      <p className="small muted">{words.kept}</p>
      <div className="acts">
        <button type="button" className="btn ghost sm" onClick={() => (forget(), setBefore(null))}>
          {words.forget}
        </button>
        <Close words={words} onClick={() => (keep({ revision, on: today }), setBefore(null))} />
      </div>
    </Note>
  )
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside className="looked flex flex-col gap-2" aria-label={title}>
      {children}
    </aside>
  )
}

function Close({ words, onClick }: { words: Words; onClick: () => void }) {
  return (
    <button type="button" className="btn ghost sm" onClick={onClick}>
      {words.close}
    </button>
  )
}

/** What was seen before this visit; from now on this device has seen `now`. Null where nothing is or can be kept. */
function lookedBefore(now: Looked): Looked | typeof OFF | null {
  try {
    const kept = localStorage.getItem(KEY)
    // Told once a visit, so that it can be turned on again.
    if (kept === OFF) {
      const isTold = sessionStorage.getItem(KEY) === OFF
      sessionStorage.setItem(KEY, OFF)
      return isTold ? null : OFF
    }
    const before = sessionStorage.getItem(KEY) ?? kept
    sessionStorage.setItem(KEY, before ?? JSON.stringify(now))
    localStorage.setItem(KEY, JSON.stringify(now))
    return before === null ? null : readLooked(before)
  } catch {
    return null
  }
}

function readLooked(text: string): Looked | null {
  const value = JSON.parse(text) as Partial<Looked> | null
  return typeof value?.revision === "number" && typeof value.on === "string" ? (value as Looked) : null
}

/** Seen, also for the rest of this visit. */
function keep(now: Looked): void {
  try {
    for (const store of [localStorage, sessionStorage]) store.setItem(KEY, JSON.stringify(now))
  } catch {
    // A browser that keeps nothing has nothing to tell next time.
  }
}

function forget(): void {
  try {
    localStorage.setItem(KEY, OFF)
    sessionStorage.setItem(KEY, OFF)
  } catch {
    // Nothing was kept.
  }
}
