"use client"

import { useId } from "react"
import { FieldError } from "@/components/form/field"
import { levelClass } from "@/components/ui/level-chip"
import type { Level, UnratedReason } from "@/lib/domain/scale"
import type { CommitmentForm } from "@/lib/domain/views/proposing"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { adminWords } from "@/components/admin/words"
import type { Item } from "./draft"

const LEVELS: Level[] = [0, 1, 2, 3]

/** A level, or the reason why there is none, as far as chosen. */
export type LevelChoice = Pick<Item, "level" | "unratedReason" | "isUnrated">

/** The four levels with what each asks for, and "cannot be rated" with its reasons. */
export function LevelCards({
  locale,
  item,
  form,
  current,
  error,
  onChange,
}: {
  locale: Locale
  item: LevelChoice
  form: Pick<CommitmentForm, "anchors">
  current: Level | null | undefined // published now; undefined where nothing is
  error?: string
  onChange: (change: Partial<LevelChoice>) => void
}) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  const name = useId()
  const reasons = Object.keys(terms.unratedReason) as UnratedReason[]
  const tag = <span className="tag border-solid!">{words.publishedNow}</span>
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="vh">{words.level}</legend>
      <div className="lvcards">
        {LEVELS.map((level) => {
          const anchor = inLocale(locale, form.anchors[level])
          return (
            <label key={level} className="lvc">
              <input
                type="radio"
                className="rad"
                name={name}
                checked={!item.isUnrated && item.level === level}
                onChange={() => onChange({ level, isUnrated: false, unratedReason: null })}
              />
              <span className={`sw ${levelClass(level)}`} aria-hidden="true">
                {level}
              </span>
              <span>
                <b>
                  {terms.level[level]} {current === level ? tag : null}
                </b>
                <p lang={anchor.lang} dir={anchor.lang === "en" ? "ltr" : undefined}>
                  {anchor.text}
                </p>
              </span>
            </label>
          )
        })}
        <div className="lvc cursor-default!">
          <input
            type="radio"
            className="rad"
            id={`${name}-unrated`}
            name={name}
            checked={item.isUnrated}
            onChange={() => onChange({ isUnrated: true, level: null })}
          />
          <span className="sw lvx" aria-hidden="true" />
          <span>
            <label htmlFor={`${name}-unrated`}>
              <b>
                {terms.unrated} {current === null ? tag : null}
              </b>
            </label>
            <span className="small muted" id={`${name}-reason`}>
              {words.needsReason}
            </span>{" "}
            <span className="rs" role="radiogroup" aria-labelledby={`${name}-reason`}>
              {reasons.map((reason) => (
                <label
                  key={reason}
                  className="pill has-[:checked]:bg-act has-[:checked]:text-on-act has-[:checked]:border-act has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-focus"
                >
                  <input
                    type="radio"
                    className="vh"
                    name={`${name}-reason`}
                    checked={item.isUnrated && item.unratedReason === reason}
                    onChange={() => onChange({ isUnrated: true, level: null, unratedReason: reason })}
                  />
                  {terms.unratedReason[reason]}
                </label>
              ))}
            </span>
          </span>
        </div>
      </div>
      {error ? (
        <p className="mt-2">
          <FieldError id={`${name}-error`}>{error}</FieldError>
        </p>
      ) : null}
    </fieldset>
  )
}
