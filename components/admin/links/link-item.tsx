"use client"

import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import { type Answer, api, type Problem } from "@/components/form/client"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import { Field, FieldError } from "@/components/form/field"
import { Icon } from "@/components/ui/icon"
import { dayOfMoment } from "@/components/admin/when"
import type { Share } from "@/lib/domain/share"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

/** One link: what it opens, until when, by whom, and what its owner may do with it. `scope` is its view in words. */
export function LinkItem({
  locale,
  share,
  scope,
  onChanged,
  onSaid,
}: {
  locale: Locale
  share: Share
  scope: string
  onChanged: (share: Share) => void
  onSaid: (words: string) => void
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.links
  const [open, setOpen] = useState<"rename" | "shorten" | "revoke" | null>(null)
  const [text, setText] = useState("")
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isOver = share.state === "revoked" || share.state === "expired"
  const expiry = share.expiresAt && formatDay(locale, dayOfMoment(share.expiresAt))
  const made = formatDay(locale, dayOfMoment(share.createdAt))

  async function run<T>(work: Promise<Answer<T>>, ended: (value: T) => [Share, string]) {
    setBusy(true)
    const answer = await work
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return setOpen(open === "revoke" ? null : open)
    const [fresh, said] = ended(answer.value)
    setOpen(null)
    onChanged(fresh)
    onSaid(said)
  }
  const change = (patch: Omit<Parameters<typeof api.changeShare>[1], "version">, said: (share: Share) => string) =>
    void run(api.changeShare(share.id, { version: share.version, ...patch }), (fresh) => [fresh, said(fresh)])

  return (
    <li className={isOver || share.state === "paused" ? "lk off" : "lk"}>
      <div>
        <b dir="auto">{share.label}</b>{" "}
        {share.known === null ? (
          <span className="pill">{words.live}</span>
        ) : (
          <span className="pill dash">{words.frozenAt(share.known)}</span>
        )}
        {share.state === "active" ? null : (
          <span className={share.state === "paused" ? "pill hot" : "pill"}>{words.states[share.state]}</span>
        )}
        <br />
        <span className="small muted">
          {scope} ·{" "}
          {expiry ? (share.state === "expired" ? words.endedOn(expiry) : words.until(expiry)) : words.noExpiry} ·{" "}
          {share.mine ? words.madeByYou(made) : words.madeBy(share.creator || words.commandLine, made)}
        </span>
        {problem ? <FieldError>{errors[problem.code]}</FieldError> : null}
      </div>
      {isOver ? null : (
        <div className="lk-a" role="group" aria-label={words.actsFor(share.label)}>
          <button
            type="button"
            className="btn sm"
            disabled={isBusy}
            onClick={() =>
              share.state === "paused"
                ? change({ paused: false }, (it) => words.done.resumed(it.label))
                : change({ paused: true }, (it) => words.done.paused(it.label))
            }
          >
            <Icon name={share.state === "paused" ? "recheck" : "pause"} />
            {share.state === "paused" ? words.resume : words.pause}
          </button>
          <button
            type="button"
            className="btn sm"
            aria-expanded={open === "rename"}
            onClick={() => {
              setText(share.label)
              setOpen(open === "rename" ? null : "rename")
            }}
          >
            {words.rename}
          </button>
          <button
            type="button"
            className="btn sm"
            aria-expanded={open === "shorten"}
            onClick={() => {
              setText(share.expiresAt ? dayOfMoment(share.expiresAt) : "")
              setOpen(open === "shorten" ? null : "shorten")
            }}
          >
            {words.shorten}
          </button>
          <button type="button" className="btn sm danger" onClick={() => setOpen("revoke")}>
            {words.revoke}
          </button>
        </div>
      )}
      {open === "rename" || open === "shorten" ? (
        <form
          className="col-span-full flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() === "") return
            if (open === "rename") change({ label: text.trim() }, (it) => words.done.renamed(it.label))
            else change({ expiresOn: text }, (it) => words.done.shortened(it.label, formatDay(locale, text)))
          }}
        >
          <Field
            id={`${share.id}-${open}`}
            label={open === "rename" ? words.label : words.lastDay}
            hint={open === "shorten" ? words.lastDayHint : undefined}
          >
            {(described) => (
              <input
                {...described}
                className="in"
                type={open === "rename" ? "text" : "date"}
                dir="auto"
                autoFocus
                required
                maxLength={120}
                max={open === "shorten" && share.expiresAt ? dayOfMoment(share.expiresAt) : undefined}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <button type="submit" className="btn pri" disabled={isBusy}>
            {words.save}
          </button>
          <button type="button" className="btn ghost" onClick={() => setOpen(null)}>
            {words.cancel}
          </button>
        </form>
      ) : null}
      {open === "revoke" ? (
        <ConfirmDialog
          title={words.revokeTitle(share.label)}
          yes={words.revokeYes}
          no={words.cancel}
          isBusy={isBusy}
          onNo={() => setOpen(null)}
          onYes={() =>
            void run(api.revokeShare(share.id), () => [
              { ...share, state: "revoked" as const },
              words.done.revoked(share.label),
            ])
          }
        >
          <p>{words.revokeText}</p>
        </ConfirmDialog>
      ) : null}
    </li>
  )
}
