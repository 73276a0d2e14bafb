"use client"

import type { Choice } from "@/components/admin/records/fields/asked"
import { Fields } from "@/components/admin/records/fields/fields"
import { adminWords } from "@/components/admin/words"
import { FieldError } from "@/components/form/field"
import { TextInput } from "@/components/form/inputs"
import { Icon } from "@/components/ui/icon"
import { type FieldsByKind, gapsOfStep, type Step } from "@/lib/domain/form/steps"
import { recordFrom } from "@/lib/domain/form/typed"
import type { Kind } from "@/lib/domain/records"
import type { Fields as RecordFields } from "@/lib/domain/views/review"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale, type Text } from "@/lib/i18n/text"
import { gapSentence, sentenceOf } from "./sentences"
import { StepSummary } from "./step-summary"

/** What a step's record is called: as published, or as it is being typed. */
export function stepName(locale: Locale, step: Step): { text: string; lang: Locale } {
  const { records } = adminWords(locale).admin
  const typed = (field: string) => String(step.typed?.[field] ?? "").trim()
  const first = (...names: string[]) => names.map(typed).find((text) => text !== "") ?? ""
  const fresh: Text | null =
    step.act === "add" && step.typed !== null
      ? {
          en: first("titleEn", "nameEn", "whatEn", "title", "rawLabel", "textEn", "indicator"),
          ur: first("titleUr", "nameUr", "whatUr", "textUr") || null,
        }
      : null
  const name = step.name ?? (fresh && (fresh.en || fresh.ur) ? fresh : null)
  if (name) return inLocale(locale, { en: name.en || (name.ur ?? ""), ur: name.ur })
  return { text: step.id || records.set.unnamed(records.kind[step.kind]), lang: locale }
}

/** One step of a change set: closed it says what it changes, open it is the form of its record. */
export function StepCard({
  locale,
  step,
  number,
  fields,
  before,
  choices,
  errors,
  suggested,
  isOpen,
  showsGaps,
  nameOf,
  isFirst,
  isLast,
  onChange,
  onRename,
  onOpen,
  onMove,
  onRemove,
}: {
  locale: Locale
  step: Step
  number: number
  fields: FieldsByKind
  before: RecordFields | null
  choices: Partial<Record<Kind, Choice[]>>
  /** What the server refused, by path in the record; "" for the step as a whole. */
  errors: Record<string, string[]>
  suggested: string
  isOpen: boolean
  showsGaps: boolean
  nameOf: (kind: Kind, id: string) => string | null
  isFirst: boolean
  isLast: boolean
  onChange: (step: Step) => void
  onRename: (id: string) => void
  onOpen: (open: boolean) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const { records } = adminWords(locale).admin
  const words = records.set
  const name = stepName(locale, step)
  const gaps = gapsOfStep(step, fields)
  const gapAt = (path: string) => gaps.find((gap) => gap.path === path)
  const problemOf = (path: string): string | undefined => {
    const gap = gapAt(path)
    if (gap && (showsGaps || errors[path])) return gapSentence(locale, gap.what)
    const said = errors[path]?.[0]
    return said === undefined ? undefined : sentenceOf(locale, said)
  }
  const paths = new Set(gaps.map((gap) => gap.path))
  const general = Object.entries(errors).filter(([path]) => path === "" || path === "id" || path === "act" || !isOpen)
  return (
    <li className="rounded-ui border border-rule-2 bg-surface" data-step={step.kind}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2 p-4">
        <span className="pn num">{number}</span>
        <div className="min-w-0 flex-1">
          <p>
            <span className={step.act === "withdraw" ? "pill hot" : "pill"}>{words.act[step.act]}</span>{" "}
            <span className="small muted">{records.kind[step.kind]}</span>
          </p>
          <h3 className="mt-1 text-base! font-semibold" dir="auto" lang={name.lang}>
            {name.text}
          </h3>
        </div>
        <span className="flex flex-wrap gap-1">
          {step.typed === null ? null : (
            <button
              type="button"
              className="btn sm"
              aria-expanded={isOpen}
              aria-label={isOpen ? undefined : words.editOf(name.text)}
              onClick={() => onOpen(!isOpen)}
            >
              {isOpen ? words.done : words.edit}
            </button>
          )}
          <button
            type="button"
            className="btn ghost sm"
            aria-label={words.up(name.text)}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            <Icon name="chevron-down" className="rotate-180" />
          </button>
          <button
            type="button"
            className="btn ghost sm"
            aria-label={words.down(name.text)}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            <Icon name="chevron-down" />
          </button>
          <button type="button" className="btn ghost sm" aria-label={words.remove(name.text)} onClick={onRemove}>
            <Icon name="close" />
          </button>
        </span>
        <div className="basis-full empty:hidden">
          {general.flatMap(([path, said]) =>
            said.map((sentence) => (
              <FieldError key={path + sentence}>
                {paths.has(path) ? gapSentence(locale, gapAt(path)!.what) : sentenceOf(locale, sentence)}
              </FieldError>
            )),
          )}
          {!isOpen && gaps.length > 0 ? <FieldError>{words.gaps(gaps.length)}</FieldError> : null}
        </div>
        {isOpen && step.typed !== null ? null : (
          <div className="basis-full">
            {step.typed === null ? (
              <p className="small muted">{words.withdrawn}</p>
            ) : (
              <StepSummary
                locale={locale}
                kind={step.kind}
                before={before}
                after={{ ...recordFrom(fields[step.kind], step.typed), id: step.id }}
                nameOf={nameOf}
              />
            )}
          </div>
        )}
      </div>
      {isOpen && step.typed !== null ? (
        <div className="border-t border-rule p-4">
          <Fields
            asked={{ locale, kind: step.kind, id: step.key, choices, problemOf }}
            fields={fields[step.kind]}
            typed={step.typed}
            onChange={(change) => onChange({ ...step, typed: { ...step.typed, ...change } })}
          />
          {step.act === "add" ? (
            <details className="mt-4">
              <summary className="small">{records.field.id}</summary>
              <div className="mt-2">
                <TextInput
                  id={`${step.key}-id`}
                  label={records.field.id}
                  hint={words.idHint(isolate(locale, suggested))}
                  error={problemOf("id")}
                  className="in mono"
                  dir="ltr"
                  maxLength={80}
                  spellCheck={false}
                  value={step.id}
                  onChange={(value) => onRename(value.trim())}
                />
              </div>
            </details>
          ) : null}
          <p className="mt-4">
            <button type="button" className="btn" onClick={() => onOpen(false)}>
              {words.done}
            </button>
          </p>
        </div>
      ) : null}
    </li>
  )
}
