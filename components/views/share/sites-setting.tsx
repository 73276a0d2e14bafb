"use client"

import { useId } from "react"
import { FieldError } from "@/components/form/field"
import { Icon } from "@/components/ui/icon"
import { Setting, Switch } from "@/components/views/share/setting"
import type { Words } from "@/components/views/share/words"

/** The sites that may embed a link: off, or those listed and what is being typed. */
export type SitesDraft = { isOn: boolean; listed: string[]; typed: string }

/** As the server takes them; what stands in the field counts as listed. */
export const sitesAsked = ({ isOn, listed, typed }: SitesDraft): string[] =>
  isOn ? [...new Set([...listed, ...(typed.trim() === "" ? [] : [typed.trim()])])] : []

/** `errors` are the server's, by field: "sites.0" for the first of those sent, "sites" for all together. */
export function SitesSetting({
  words,
  draft,
  errors,
  isMissing,
  isLocked,
  onDraft,
}: {
  words: Words
  draft: SitesDraft
  errors: Record<string, string[]>
  isMissing: boolean
  /** Whether the link has, or is to have, a password. */
  isLocked: boolean
  onDraft: (draft: SitesDraft) => void
}) {
  const { sites, wrong } = words.links
  const id = useId()
  const add = () => onDraft({ ...draft, listed: sitesAsked(draft), typed: "" })
  const sent = sitesAsked(draft)
  const amiss = [
    ...(isMissing ? [sites.missing] : []),
    ...sent.flatMap((site, at) => (errors[`sites.${at}`] ? [wrong.site(site)] : [])),
    ...(errors.sites ? [wrong.tooMany] : []),
  ]
  return (
    <Setting
      id={id}
      title={sites.title}
      hint={sites.hint}
      more={
        draft.isOn ? (
          <div className="field">
            <label className="vh" htmlFor={`${id}-site`}>
              {sites.site}
            </label>
            {draft.listed.length > 0 ? (
              <ul className="chips">
                {draft.listed.map((site) => (
                  <li key={site} className="pill" dir="ltr">
                    {site.replace(/^https:\/\//, "")}
                    <button
                      type="button"
                      aria-label={sites.remove(site)}
                      onClick={() => onDraft({ ...draft, listed: draft.listed.filter((each) => each !== site) })}
                    >
                      <Icon name="close" />
                    </button>
                  </li>
                ))}
              </ul>
            ) : null}
            <div className="flex flex-wrap gap-2">
              <input
                className="in flex-1"
                id={`${id}-site`}
                dir="ltr"
                inputMode="url"
                autoComplete="off"
                placeholder={sites.example}
                maxLength={200}
                value={draft.typed}
                aria-invalid={amiss.length > 0 || undefined}
                aria-describedby={amiss.length > 0 ? `${id}-error` : undefined}
                onChange={(event) => onDraft({ ...draft, typed: event.target.value })}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || draft.typed.trim() === "") return
                  // Enter adds the site; it does not make the link yet.
                  event.preventDefault()
                  add()
                }}
              />
              <button type="button" className="btn" disabled={draft.typed.trim() === ""} onClick={add}>
                <Icon name="plus" />
                {sites.add}
              </button>
            </div>
            {isLocked ? <span className="hint">{sites.locked}</span> : null}
            {amiss.length > 0 ? (
              <div id={`${id}-error`} role="alert">
                {amiss.map((sentence) => (
                  <FieldError key={sentence}>{sentence}</FieldError>
                ))}
              </div>
            ) : null}
          </div>
        ) : null
      }
    >
      <Switch id={id} isOn={draft.isOn} onTurn={(isOn) => onDraft({ ...draft, isOn })} />
    </Setting>
  )
}
