"use client"

import { useState } from "react"
import { Icon } from "@/components/ui/icon"
import { type Answer, changeLink, type Problem, revokeLink } from "@/components/views/share/api"
import { Failure } from "@/components/views/share/dialog"
import { scopeLine, type SharedScreen } from "@/components/views/share/scope-words"
import type { Words } from "@/components/views/share/words"
import { dayOf } from "@/lib/domain/date"
import type { Share } from "@/lib/domain/share"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

type Props = {
  locale: Locale
  words: Words
  names: Pick<SharedScreen, "years" | "regions">
  onChange: (changed: Share) => void
}

/** A person's own links with their state; each can be paused, resumed and revoked. */
export function LinkList({ links, ...props }: Props & { links: Share[] }) {
  if (links.length === 0) return <p className="muted">{props.words.share.none}</p>
  return (
    <ul>
      {links.map((link) => (
        <Row key={link.id} {...props} link={link} />
      ))}
    </ul>
  )
}

function Row({ locale, words, names, link, onChange }: Props & { link: Share }) {
  const { share } = words
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isOpen = link.state === "active" || link.state === "paused"

  const act = async <T,>(work: () => Promise<Answer<T>>, changed: (value: T) => Share) => {
    setBusy(true)
    const answer = await work()
    setBusy(false)
    setProblem(answer.problem)
    if (answer.problem === null) onChange(changed(answer.value))
  }
  const turn = () =>
    act(
      () => changeLink(link.id, { version: link.version, paused: link.state === "active" }),
      (value) => value,
    )
  const revoke = () =>
    act(
      () => revokeLink(link.id),
      () => ({ ...link, state: "revoked" }),
    )

  const end = link.expiresAt && formatDay(locale, dayOf(link.expiresAt))
  const ends = end === null ? share.endless : link.state === "expired" ? share.ended(end) : share.ends(end)
  return (
    <li className={`lk ${link.state === "active" ? "" : "off"}`}>
      <div>
        <b>{link.label}</b>{" "}
        <span className={`pill ${link.known === null ? "" : "dash"}`}>
          {link.known === null ? share.live : share.frozenAt(link.known)}
        </span>
        {link.state === "active" ? null : <span className="pill hot">{share.state[link.state]}</span>}
        <br />
        <span className="small muted">
          {[scopeLine(locale, words, link, names), ends].join(locale === "ur" ? "، " : ", ")}
        </span>
        {isAsking && isOpen ? <p className="small">{share.revokeText}</p> : null}
        {problem ? <Failure words={words} problem={problem} /> : null}
      </div>
      {isOpen ? (
        <div className="lk-a">
          {isAsking ? (
            <>
              <button type="button" className="btn sm" onClick={() => setAsking(false)}>
                {share.keep}
              </button>
              <button type="button" className="btn sm danger" disabled={isBusy} autoFocus onClick={revoke}>
                {share.revokeSure}
              </button>
            </>
          ) : (
            <>
              <button
                type="button"
                className="btn sm"
                disabled={isBusy}
                aria-label={share.of(link.state === "active" ? share.pause : share.resume, link.label)}
                onClick={turn}
              >
                <Icon name={link.state === "active" ? "pause" : "recheck"} />
                {link.state === "active" ? share.pause : share.resume}
              </button>
              <button
                type="button"
                className="btn sm danger"
                aria-label={share.of(share.revoke, link.label)}
                onClick={() => setAsking(true)}
              >
                {share.revoke}
              </button>
            </>
          )}
        </div>
      ) : null}
    </li>
  )
}
