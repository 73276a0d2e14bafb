"use client"

import { type FormEvent, useId, useState } from "react"
import { Acts } from "@/components/form/acts"
import type { Problem } from "@/components/form/client"
import { Field, FieldError } from "@/components/form/field"
import { asAsked, PasswordKind, type PasswordWish } from "@/components/views/share/password-setting"
import { Setting, Switch } from "@/components/views/share/setting"
import { sitesAsked, type SitesDraft, SitesSetting } from "@/components/views/share/sites-setting"
import type { Words } from "@/components/views/share/words"
import { type Day, dayOf } from "@/lib/domain/date"
import type { Share, SharePatch } from "@/lib/domain/share"

/** What of a link may change after it is made; its scope never does. Only what is different is sent. */
export function ChangeLink({
  words,
  link,
  isBusy,
  problem,
  onSave,
  onCancel,
}: {
  words: Words
  link: Share
  isBusy: boolean
  problem: Problem | null
  onSave: (patch: Omit<SharePatch, "version">) => void
  onCancel: () => void
}) {
  const { links, share } = words
  const end: Day | "" = link.expiresAt === null ? "" : dayOf(link.expiresAt)
  const [label, setLabel] = useState(link.label)
  const [endsOn, setEndsOn] = useState<Day | "">(end)
  const [password, setPassword] = useState<PasswordWish>({ kind: "keep", text: "" })
  const [downloads, setDownloads] = useState(link.downloads)
  const [sites, setSites] = useState<SitesDraft>({ isOn: link.sites.length > 0, listed: link.sites, typed: "" })
  const [isMissingSite, setMissingSite] = useState(false)
  const id = useId()
  const wrong = problem?.errors ?? {}

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = sitesAsked(sites)
    setMissingSite(sites.isOn && wanted.length === 0)
    if (sites.isOn && wanted.length === 0) return
    const asked = asAsked(password)
    const patch = {
      ...(label.trim() !== link.label && { label }),
      ...(endsOn !== end && endsOn !== "" && { expiresOn: endsOn }),
      ...(asked !== undefined && { password: asked }),
      ...(downloads !== link.downloads && { downloads }),
      ...(wanted.join() !== link.sites.join() && { sites: wanted }),
    }
    if (Object.keys(patch).length === 0) onCancel()
    else onSave(patch)
  }

  return (
    <form className="lkform" onSubmit={submit}>
      <div className="choice">
        <Field id={`${id}-label`} label={share.label} error={wrong.label ? links.wrong.label : undefined}>
          {(described) => (
            <input
              {...described}
              className="in"
              dir="auto"
              autoFocus
              required
              maxLength={120}
              value={label}
              onChange={({ target }) => setLabel(target.value)}
            />
          )}
        </Field>
        <Field
          id={`${id}-end`}
          label={links.endsOn}
          hint={`${links.expiry.left} ${links.expiry.lastDay}`}
          error={wrong.expiresOn ? links.wrong.expiresOn : undefined}
        >
          {(described) => (
            <input
              {...described}
              className="in"
              type="date"
              value={endsOn}
              onChange={({ target }) => setEndsOn(target.value)}
            />
          )}
        </Field>
      </div>
      <div>
        <div className="setrow">
          <div>
            <b className="font-semibold">{links.password.title}</b>
            <br />
            <span className="small muted">{links.password.change}</span>
          </div>
          <div className="col-span-full flex flex-col gap-3 pt-2">
            <PasswordKind
              words={words}
              wish={password}
              isWrong={"password" in wrong}
              onWish={setPassword}
              kinds={link.hasPassword ? ["keep", "made", "own", "none"] : ["keep", "made", "own"]}
            />
          </div>
        </div>
        <Setting id={`${id}-downloads`} title={links.downloads.title} hint={links.downloads.hint}>
          <Switch id={`${id}-downloads`} isOn={downloads} onTurn={setDownloads} />
        </Setting>
        <SitesSetting
          words={words}
          draft={sites}
          errors={wrong}
          isMissing={isMissingSite}
          isLocked={password.kind === "keep" ? link.hasPassword : password.kind !== "none"}
          onDraft={setSites}
        />
      </div>
      {wrong.version ? <FieldError>{links.conflict}</FieldError> : null}
      <Acts no={links.cancel} onNo={onCancel} yes={links.save} disabled={isBusy} />
    </form>
  )
}
