"use client"

import { type ReactNode, useState } from "react"
import { PageHead } from "@/components/admin/page-head"
import { adminWords } from "@/components/admin/words"
import type { Day } from "@/lib/domain/date"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"
import { type Recheck, RecheckCard, RecheckHead } from "./recheck-card"

const LISTED = 6

/** One card at a time: what is published, and whether a source consulted says anything else. `base` is what the page shows. */
export function RecheckQueue({
  locale,
  rechecks,
  library,
  base,
  today,
  children,
}: {
  locale: Locale
  rechecks: Recheck[]
  library: SourceChoice[]
  base: number
  today: Day
  children: ReactNode // the lane switch
}) {
  const words = adminWords(locale).admin.recheck
  const [waiting, setWaiting] = useState(rechecks)
  const [done, setDone] = useState(0)
  const [said, setSaid] = useState("")
  const [lastUsed, setLastUsed] = useState<string | null>(null)
  const [isMoving, setMoving] = useState(false)
  const current = waiting[0]
  function skip() {
    setWaiting(([first, ...rest]) => (first ? [...rest, first] : rest))
    setMoving(true)
  }
  return (
    <>
      <PageHead title={words.title} sub={words.intro(waiting.length)}>
        {children}
        <span className="small muted only-l self-center">
          <kbd>1</kbd>–<kbd>6</kbd> {words.keysSource} <kbd>/</kbd> {words.keysSearch} <kbd>N</kbd> {words.keysNothing}{" "}
          <kbd>S</kbd> {words.keysSkip}
        </span>
      </PageHead>
      <div
        className="prog"
        role="progressbar"
        aria-label={words.done(done)}
        aria-valuemin={0}
        aria-valuemax={rechecks.length}
        aria-valuenow={done}
      >
        <i style={{ width: `${rechecks.length === 0 ? 0 : (100 * done) / rechecks.length}%` }} />
      </div>
      <p role="status" className="small mb-3 min-h-5">
        {said}
      </p>
      <div className="rcs">
        {current ? (
          <RecheckCard
            key={nameOf(current)}
            locale={locale}
            recheck={current}
            library={library}
            lastUsed={lastUsed}
            takesFocus={isMoving}
            base={base}
            today={today}
            isLast={waiting.length === 1}
            onSkip={skip}
            onDone={(revision, source) => {
              setWaiting((before) => before.slice(1))
              setDone(done + 1)
              setMoving(true)
              if (source !== null) setLastUsed(source)
              setSaid(words.saved(current.row.commitment.code, revision))
            }}
          />
        ) : (
          <p>
            {done > 0 ? words.finished : null} <a href={`/${locale}/admin`}>{words.back}</a>
          </p>
        )}
        {waiting.slice(1, LISTED).map((recheck) => (
          <div key={nameOf(recheck)} className="rc">
            <RecheckHead locale={locale} recheck={recheck} />
          </div>
        ))}
      </div>
    </>
  )
}

const nameOf = ({ row, lane }: Recheck) => `${row.commitment.id}/${lane}`
