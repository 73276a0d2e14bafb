"use client"

import { choiceText, fieldLabel } from "@/components/admin/records/labels"
import { adminWords } from "@/components/admin/words"
import { Field } from "@/components/form/field"
import { Select, TextInput } from "@/components/form/inputs"
import { Segments } from "@/components/form/segments"
import type { Level, UnratedReason } from "@/lib/domain/scale"
import type { Locale } from "@/lib/i18n/locale"
import type { FieldProps, Of } from "./asked"

/** The label of a field, told apart where it may stay empty. */
export function Label({ locale, label, wanted }: { locale: Locale; label: string; wanted: boolean }) {
  if (wanted) return label
  return (
    <>
      {label} <span className="small muted font-normal">{adminWords(locale).admin.records.set.optional}</span>
    </>
  )
}

type TextType = "line" | "prose" | "code" | "url" | "lines" | "id"

/** A text on one line or several, in the direction of its language. */
export function TextField({ asked, field, at, typed, onChange }: FieldProps<Of<TextType>>) {
  const words = adminWords(asked.locale).admin
  const value = String(typed[field.name] ?? "")
  const lang = "lang" in field ? field.lang : null
  const label = fieldLabel(asked.locale, asked.kind, at)
  const most = "most" in field ? field.most : undefined
  const isCode = field.type === "code" || field.type === "url"
  const hint = {
    code: most === 2 ? words.records.set.languageHint : words.records.set.codeHint,
    url: words.proposal.urlHint,
    lines: words.records.set.linesHint,
    prose: value.length > 400 && most ? words.proposal.count(value.length, most) : undefined,
    line: undefined,
    id: undefined,
  }[field.type]
  const shared = {
    value,
    lang: lang ?? undefined,
    dir: lang === "ur" ? "rtl" : lang === "en" || isCode ? "ltr" : "auto",
    maxLength: field.type === "lines" ? undefined : most,
    onChange: (event: { target: { value: string } }) => onChange({ [field.name]: event.target.value }),
  }
  const isLong = field.type === "prose" || field.type === "lines"
  return (
    <Field
      id={`${asked.id}-${at}`}
      label={<Label locale={asked.locale} label={label} wanted={field.wanted} />}
      hint={hint}
      error={asked.problemOf(at)}
    >
      {(described) =>
        isLong ? (
          <textarea {...described} {...shared} className="in" />
        ) : (
          <input {...described} {...shared} className={isCode ? "in mono" : "in"} spellCheck={!isCode} />
        )
      }
    </Field>
  )
}

/** One of a fixed set. */
export function ChoiceField({ asked, field, at, typed, onChange }: FieldProps<Of<"choice">>) {
  const words = adminWords(asked.locale).admin.records.set
  const label = fieldLabel(asked.locale, asked.kind, at)
  return (
    <Select
      id={`${asked.id}-${at}`}
      label={<Label locale={asked.locale} label={label} wanted={field.wanted} />}
      error={asked.problemOf(at)}
      value={String(typed[field.name] ?? "")}
      options={[
        ["", field.wanted ? words.choose : words.notGiven],
        ...field.options.map((it) => [it, choiceText(asked.locale, asked.kind, at, it) ?? it] as const),
      ]}
      onChange={(value) => onChange({ [field.name]: value })}
    />
  )
}

const LEVELS: Level[] = [0, 1, 2, 3]

/** A level, or one of the reasons why there is none: one question. */
export function LevelField({ asked, field, at, typed, onChange }: FieldProps<Of<"level">>) {
  const { admin, terms } = adminWords(asked.locale)
  const reasons = Object.keys(terms.unratedReason) as UnratedReason[]
  return (
    <Field
      id={`${asked.id}-${at}`}
      label={fieldLabel(asked.locale, asked.kind, at)}
      error={asked.problemOf(at) ?? asked.problemOf(field.reason)}
    >
      {(described) => (
        <select
          {...described}
          className="in"
          value={String(typed[field.name] || typed[field.reason] || "")}
          onChange={({ target }) => {
            const isLevel = /^\d$/.test(target.value)
            onChange({ [field.name]: isLevel ? target.value : "", [field.reason]: isLevel ? "" : target.value })
          }}
        >
          <option value="">{admin.records.set.choose}</option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {level} {terms.level[level]}
            </option>
          ))}
          <optgroup label={terms.unrated}>
            {reasons.map((reason) => (
              <option key={reason} value={reason}>
                {terms.unratedReason[reason]}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  )
}

/** A day, and how exactly it is known where that is asked. */
export function DayField({ asked, field, at, typed, onChange }: FieldProps<Of<"day">>) {
  const { admin } = adminWords(asked.locale)
  const label = fieldLabel(asked.locale, asked.kind, at)
  const precisions = admin.proposal.precisions
  const { exact } = field
  const exactAt = exact === null ? "" : at.replace(/[^.]+$/, exact)
  return (
    <div className="flex flex-col gap-3">
      <TextInput
        id={`${asked.id}-${at}`}
        label={<Label locale={asked.locale} label={label} wanted={field.wanted} />}
        error={asked.problemOf(at) ?? (exact === null ? undefined : asked.problemOf(exactAt))}
        type="date"
        value={String(typed[field.name] ?? "")}
        onChange={(value) => onChange({ [field.name]: value })}
      />
      {exact !== null && typed[field.name] !== "" ? (
        <Segments
          label={fieldLabel(asked.locale, asked.kind, exactAt)}
          value={String(typed[exact] ?? "day")}
          options={Object.entries(precisions).map(([value, label]) => ({ value, label }))}
          onChange={(value) => onChange({ [exact]: value })}
        />
      ) : null}
    </div>
  )
}

/** A number, typed as text so that nothing half typed is lost. */
export function NumberField({ asked, field, at, typed, onChange }: FieldProps<Of<"number">>) {
  const label = fieldLabel(asked.locale, asked.kind, at)
  return (
    <TextInput
      id={`${asked.id}-${at}`}
      label={<Label locale={asked.locale} label={label} wanted={field.wanted} />}
      error={asked.problemOf(at)}
      className="in num"
      inputMode={field.whole ? "numeric" : "decimal"}
      dir="ltr"
      value={String(typed[field.name] ?? "")}
      onChange={(value) => onChange({ [field.name]: value })}
    />
  )
}

export function YesNoField({ asked, field, at, typed, onChange }: FieldProps<Of<"yes-no">>) {
  return (
    <label className="ck">
      <input
        type="checkbox"
        checked={typed[field.name] === true}
        onChange={(event) => onChange({ [field.name]: event.target.checked })}
      />
      {fieldLabel(asked.locale, asked.kind, at)}
    </label>
  )
}
