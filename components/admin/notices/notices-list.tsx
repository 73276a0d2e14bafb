"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { formatMoment } from "@/components/admin/when"
import { adminWords } from "@/components/admin/words"
import { type Notice, type NoticesRead, pathOf } from "@/lib/domain/notice"
import type { Locale } from "@/lib/i18n/locale"
import { noticeSentence } from "@/lib/i18n/notice"
import { markReadInPassing, noticesApi } from "./api"

/** One's notices, newest first; what is not read yet is marked, and opening it is reading it. `now` is a moment. */
export function NoticesList({
  locale,
  notices: given,
  unread,
  now,
}: {
  locale: Locale
  notices: Notice[]
  unread: number
  now: string
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.notices
  const router = useRouter()
  const [readHere, setReadHere] = useState<readonly string[]>([])
  const [said, setSaid] = useState("")
  const [isBusy, setBusy] = useState(false)
  const isRead = (notice: Notice) => notice.read || readHere.includes(notice.id)

  async function mark(which: NoticesRead) {
    setBusy(true)
    const answer = await noticesApi.markRead(which)
    setBusy(false)
    if (!answer.ok) return setSaid(errors[answer.problem.code])
    setReadHere((before) => [...before, ...("ids" in which ? which.ids : given.map(({ id }) => id))])
    setSaid(words.marked)
    // The number in the rail is the server's.
    router.refresh()
  }

  return (
    <>
      <div className="fbar mt-4 mb-1! flex!">
        <button
          type="button"
          className="btn"
          disabled={unread === 0 || isBusy}
          onClick={() => void mark({ all: true })}
        >
          {words.markAll}
        </button>
        <p className="small" role="status">
          {said}
        </p>
      </div>
      <ul className="ntc">
        {given.map((notice) => (
          <li key={notice.id} className={isRead(notice) ? undefined : "unread"}>
            <div>
              <a href={`/${locale}${pathOf(notice)}`} onClick={() => isRead(notice) || markReadInPassing(notice.id)}>
                {noticeSentence(locale, words, notice)}
              </a>
              {isRead(notice) ? null : <span className="pill solid ms-2">{words.isNew}</span>}
              {typeof notice.detail.reason === "string" ? (
                <p className="small muted" dir="auto">
                  “{notice.detail.reason}”
                </p>
              ) : null}
            </div>
            <span className="small muted num nowrap">{formatMoment(locale, notice.at, now)}</span>
            {isRead(notice) ? (
              <span />
            ) : (
              <button
                type="button"
                className="btn ghost sm"
                disabled={isBusy}
                aria-label={`${words.markOne}: ${noticeSentence(locale, words, notice)}`}
                onClick={() => void mark({ ids: [notice.id] })}
              >
                {words.markOne}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
