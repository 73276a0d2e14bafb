"use client"

import { useMemo, useState } from "react"
import { fieldLabel } from "@/components/admin/records/labels"
import { adminWords } from "@/components/admin/words"
import { Field, FieldError } from "@/components/form/field"
import { Select } from "@/components/form/inputs"
import { Icon } from "@/components/ui/icon"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { folded } from "@/lib/domain/folded"
import type { Choice, FieldProps, Of } from "./asked"
import { Label } from "./plain-fields"

/** So many fit a menu; of more one types a word. */
const MOST_IN_MENU = 60
const SHOWN = 8

/** One record that this one refers to. */
export function ReferenceField({ asked, field, at, typed, onChange }: FieldProps<Of<"reference">>) {
  const words = adminWords(asked.locale).admin.records.set
  const label = fieldLabel(asked.locale, asked.kind, at)
  const choices = asked.choices[field.to] ?? []
  const value = String(typed[field.name] ?? "")
  const id = `${asked.id}-${at}`
  const chosen = choices.find((it) => it.id === value)
  const [isOpen, setOpen] = useState(false)
  const error = asked.problemOf(at)
  const shownLabel = <Label locale={asked.locale} label={label} wanted={field.wanted} />
  if (choices.length <= MOST_IN_MENU) {
    return (
      <Select
        id={id}
        label={shownLabel}
        error={error}
        value={value}
        options={[
          ["", field.wanted ? words.choose : words.notGiven],
          ...(value !== "" && !chosen ? [[value, value] as const] : []),
          ...choices.map((choice) => [choice.id, nameOf(asked.locale, choice)] as const),
        ]}
        onChange={(next) => onChange({ [field.name]: next })}
      />
    )
  }
  const pick = (next: string) => {
    setOpen(false)
    onChange({ [field.name]: next })
  }
  if (value !== "" && !isOpen) {
    return (
      <div className="field" role="group" aria-labelledby={`${id}-label`}>
        <span className="lab" id={`${id}-label`}>
          {shownLabel}
        </span>
        <p className="rounded-ui border border-rule-2 bg-surface px-3 py-2 text-sm">
          <Name locale={asked.locale} choice={chosen ?? { id: value, name: { en: value, ur: null } }} />
        </p>
        <span className="flex flex-wrap gap-2">
          <button type="button" className="btn sm" onClick={() => setOpen(true)}>
            {words.pickOther}
          </button>
          {field.wanted ? null : (
            <button type="button" className="btn ghost sm" onClick={() => pick("")}>
              {words.takeOut(label)}
            </button>
          )}
        </span>
        {error ? <FieldError>{error}</FieldError> : null}
      </div>
    )
  }
  return (
    <Search locale={asked.locale} id={id} label={shownLabel} choices={choices} taken={[]} error={error} onPick={pick} />
  )
}

/** The records that this one refers to, in their order. */
export function ReferencesField({ asked, field, at, typed, onChange }: FieldProps<Of<"references">>) {
  const words = adminWords(asked.locale).admin.records.set
  const label = fieldLabel(asked.locale, asked.kind, at)
  const choices = asked.choices[field.to] ?? []
  const ids = (typed[field.name] ?? []) as string[]
  const id = `${asked.id}-${at}`
  const put = (next: string[]) => onChange({ [field.name]: next })
  const free = choices.filter((it) => !ids.includes(it.id))
  return (
    <fieldset className="field">
      <legend className="lab mb-1.5">{label}</legend>
      {ids.length > 0 ? (
        <ul className="flex flex-col">
          {ids.map((each) => {
            const choice = choices.find((it) => it.id === each) ?? { id: each, name: { en: each, ur: null } }
            return (
              <li key={each} className="flex items-start justify-between gap-2 border-b border-rule py-1.5 text-sm">
                <Name locale={asked.locale} choice={choice} />
                <button
                  type="button"
                  className="btn ghost sm"
                  aria-label={words.takeOut(nameOf(asked.locale, choice))}
                  onClick={() => put(ids.filter((other) => other !== each))}
                >
                  <Icon name="close" />
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
      {ids.length >= field.most ? null : choices.length <= MOST_IN_MENU ? (
        <select
          id={id}
          className="in"
          aria-label={words.listAdd(label)}
          value=""
          onChange={(event) => event.target.value && put([...ids, event.target.value])}
        >
          <option value="">{words.listAdd(label)}</option>
          {free.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {nameOf(asked.locale, choice)}
            </option>
          ))}
        </select>
      ) : (
        <Search
          locale={asked.locale}
          id={id}
          label={<span className="font-normal">{words.pick(label)}</span>}
          choices={choices}
          taken={ids}
          onPick={(next) => put([...ids, next])}
        />
      )}
      {asked.problemOf(at) ? <FieldError>{asked.problemOf(at)}</FieldError> : null}
    </fieldset>
  )
}

/** Finds a record by a word of its name in either language, or by its id. */
function Search({
  locale,
  id,
  label,
  choices,
  taken,
  error,
  onPick,
}: {
  locale: Locale
  id: string
  label: React.ReactNode
  choices: readonly Choice[]
  taken: readonly string[]
  error?: string
  onPick: (id: string) => void
}) {
  const words = adminWords(locale).admin.records
  const [text, setText] = useState("")
  const found = useMemo(() => {
    const wanted = folded(text).split(/\s+/).filter(Boolean)
    if (wanted.length === 0) return choices.filter((it) => it.isFresh && !taken.includes(it.id))
    return choices.filter((it) => {
      const all = folded(`${it.id} ${it.name.en} ${it.name.ur ?? ""}`)
      return !taken.includes(it.id) && wanted.every((word) => all.includes(word))
    })
  }, [choices, taken, text])
  return (
    <Field
      id={id}
      label={label}
      error={error}
      hint={text === "" ? words.set.findHint : found.length > SHOWN ? words.set.found(SHOWN, found.length) : undefined}
    >
      {(described) => (
        <>
          <input
            {...described}
            className="in"
            type="search"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {text !== "" && found.length === 0 ? <span className="small">{words.nothing}</span> : null}
          <ul className="flex flex-col empty:hidden">
            {found.slice(0, SHOWN).map((choice) => (
              <li key={choice.id}>
                <button
                  type="button"
                  className="w-full border-b border-rule py-2 text-start text-sm hover:bg-sunken"
                  onClick={() => {
                    setText("")
                    onPick(choice.id)
                  }}
                >
                  <Name locale={locale} choice={choice} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Field>
  )
}

function Name({ locale, choice }: { locale: Locale; choice: Choice }) {
  const { text, lang } = inLocale(locale, choice.name)
  return (
    <span>
      <span lang={lang} dir="auto">
        {text}
      </span>{" "}
      <bdi className="small muted">{choice.id}</bdi>
      {choice.isFresh ? <span className="tag ms-2">{adminWords(locale).admin.records.set.fresh}</span> : null}
    </span>
  )
}

const nameOf = (locale: Locale, { name, isFresh }: Choice) =>
  `${inLocale(locale, name).text}${isFresh ? ` (${adminWords(locale).admin.records.set.fresh})` : ""}`
