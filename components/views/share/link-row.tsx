"use client"

import { useState } from "react"
import type { Answer, Problem } from "@/components/form/client"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import { Icon } from "@/components/ui/icon"
import { changeLink, listLinks, replaceAddress, revokeLink } from "@/components/views/share/api"
import { ChangeLink } from "@/components/views/share/change-link"
import { Failure } from "@/components/views/share/failure"
import { LinkFacts } from "@/components/views/share/link-facts"
import { RevokeDialog } from "@/components/views/share/revoke-dialog"
import type { Names } from "@/components/views/share/scope-words"
import { Told } from "@/components/views/share/told"
import type { Words } from "@/components/views/share/words"
import type { Share, SharePatch } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"

type Once = { url: string | null; password: string | null }

/** One link and what its owner, or an admin, may do with it. Used in the dialog and in the register. */
export function LinkRow({
  locale,
  words,
  names,
  link,
  showsMaker = false,
  onChange,
}: {
  locale: Locale
  words: Words
  names: Names
  link: Share
  showsMaker?: boolean
  onChange: (changed: Share) => void
}) {
  const { share, links } = words
  const [open, setOpen] = useState<"change" | "address" | "revoke" | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, setSaid] = useState("")
  const [once, setOnce] = useState<Once | null>(null)
  const isOver = link.state === "revoked" || link.state === "expired"

  /** Does something and shows how the link stands after it; somebody else's change meanwhile is fetched. */
  async function act<T>(work: Promise<Answer<T>>, ended: (value: T) => { link: Share; said: string; once?: Once }) {
    setBusy(true)
    setSaid("")
    const answer = await work
    if (answer.ok) {
      const { link: fresh, said, once = null } = ended(answer.value)
      setSaid(said)
      setOnce(once)
      onChange(fresh)
    } else if (answer.problem.code === "conflict") {
      const now = await listLinks()
      const fresh = now.ok ? now.value.find((each) => each.id === link.id) : undefined
      if (fresh) onChange(fresh)
      setSaid(links.conflict)
    }
    const isForm = !answer.ok && answer.problem.code === "invalid"
    setProblem(answer.ok || answer.problem.code === "conflict" ? null : answer.problem)
    if (!isForm) setOpen(null)
    setBusy(false)
  }

  const pause = (paused: boolean) =>
    void act(changeLink(link.id, { version: link.version, paused }), (fresh) => ({
      link: fresh,
      said: paused ? links.paused(link.label) : links.resumed(link.label),
    }))
  const change = (patch: Omit<SharePatch, "version">) =>
    void act(changeLink(link.id, { version: link.version, ...patch }), ({ password, ...fresh }) => ({
      link: fresh,
      said: patch.password ? links.told.passwordReady : links.changed(fresh.label),
      ...(password !== null && { once: { url: null, password } }),
    }))
  const readdress = () =>
    void act(replaceAddress(link.id, link.version), ({ share: fresh, url }) => ({
      link: fresh,
      said: links.told.addressReady,
      once: { url, password: null },
    }))
  const revoke = () =>
    void act(revokeLink(link.id), () => ({ link: { ...link, state: "revoked" }, said: links.revoked(link.label) }))

  return (
    <li className={link.state === "active" ? "lk" : "lk off"}>
      <LinkFacts locale={locale} words={words} names={names} link={link} showsMaker={showsMaker} />
      {isOver ? null : (
        <div className="lk-a" role="group" aria-label={links.actsFor(link.label)}>
          <button type="button" className="btn sm" disabled={isBusy} onClick={() => pause(link.state === "active")}>
            <Icon name={link.state === "active" ? "pause" : "recheck"} />
            {link.state === "active" ? share.pause : share.resume}
          </button>
          <button
            type="button"
            className="btn sm"
            aria-expanded={open === "change"}
            onClick={() => setOpen(open === "change" ? null : "change")}
          >
            {links.change}
          </button>
          <button type="button" className="btn sm" disabled={isBusy} onClick={() => setOpen("address")}>
            {links.newAddress}
          </button>
          <button type="button" className="btn sm danger" disabled={isBusy} onClick={() => setOpen("revoke")}>
            {share.revoke}
          </button>
        </div>
      )}
      <div className="lk-b">
        <p className="small" role="status">
          {said}
        </p>
        {once ? (
          <div className="told">
            <Told locale={locale} words={words} names={names} link={link} {...once} />
            <button type="button" className="btn sm justify-self-start" onClick={() => setOnce(null)}>
              {links.told.close}
            </button>
          </div>
        ) : null}
        {open === "change" ? (
          // What somebody else changed meanwhile starts the form anew.
          <ChangeLink
            key={link.version}
            {...{ words, link, isBusy, problem }}
            onSave={change}
            onCancel={() => {
              setProblem(null)
              setOpen(null)
            }}
          />
        ) : null}
        {problem ? <Failure words={words} problem={problem} /> : null}
      </div>
      {open === "address" ? (
        <ConfirmDialog
          title={links.newAddressTitle(link.label)}
          yes={links.newAddressYes}
          no={links.cancel}
          isBusy={isBusy}
          onNo={() => setOpen(null)}
          onYes={readdress}
        >
          <p>{links.newAddressText}</p>
        </ConfirmDialog>
      ) : null}
      {open === "revoke" ? (
        <RevokeDialog {...{ words, isBusy }} links={[link]} onNo={() => setOpen(null)} onYes={revoke} />
      ) : null}
    </li>
  )
}
