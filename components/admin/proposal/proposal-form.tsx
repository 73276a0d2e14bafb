"use client"

import type { Route } from "next"
import { usePathname, useRouter } from "next/navigation"
import { useEffect, useMemo, useState } from "react"
import { DraftWarnings } from "@/components/admin/evidence/draft-warnings"
import { PageHead } from "@/components/admin/page-head"
import { adminWords } from "@/components/admin/words"
import { Icon } from "@/components/ui/icon"
import type { Change, Proposal } from "@/lib/domain/proposal"
import type { CommitmentChoice, CommitmentForm, SourceChoice } from "@/lib/domain/views/proposing"
import { usualRule } from "@/lib/domain/views/usual-rule"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { assessmentModel } from "./assessment-model"
import { Checklist } from "./checklist"
import { CommitmentPicker } from "./commitment-picker"
import { type Draft, type Item, newItem, operationsOf, randomName } from "./draft"
import { EffectCard } from "./effect-preview"
import { FormFrame } from "./form-frame"
import { ItemEditor, LaneChoice } from "./item-editor"
import type { Reviewer } from "./reasons-step"
import { useDraft } from "./use-draft"
import { tellable, useEffectPreview } from "./use-effect-preview"
import type { OpenedDraft } from "./use-kept"

export type ProposalFormProps = {
  locale: Locale
  initial: Draft
  stored: Proposal | null
  /** What is written and about what: names the draft on the server and, with the person, in this browser. */
  form: string
  keepAs: string
  opened: OpenedDraft | null
  newest: number
  forms: Record<string, CommitmentForm>
  choices: CommitmentChoice[]
  library: SourceChoice[]
  reviewers: Reviewer[]
  ruleNames: Record<string, string>
}

/** Writing a proposal: one or more assessments with evidence and reasons, and what they would move. */
export function ProposalForm({
  locale,
  initial,
  stored,
  form: formName,
  keepAs,
  opened,
  newest,
  forms,
  choices,
  library,
  reviewers,
  ruleNames,
}: ProposalFormProps) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  const { model, rule } = useMemo(() => {
    const rule = (item: Item) =>
      usualRule(forms[item.commitment] ?? { rule: "r-unrated" }, {
        ...item,
        level: item.isUnrated ? null : (item.level ?? 0),
      })
    const nameOf = (item: Item) => {
      const known = forms[item.commitment]?.commitment
      return known ? `${known.code} ${known.text.en}` : item.commitment
    }
    return { model: assessmentModel(rule, nameOf), rule }
  }, [forms])
  const askedOf = (draft: Draft) => draft.asked
  const editing = useDraft({ locale, model, initial, stored, form: formName, keepAs, opened, askedOf })
  const { draft, errors } = editing
  const [isAdding, setAdding] = useState(false)
  const { operations } = operationsOf(draft, rule)
  const preview = useEffectPreview(draft.change, tellable(operations, library[0]?.id ?? ""))
  useMissingForms(draft, forms)

  const set = (change: Partial<Draft>) => editing.change((before) => ({ ...before, ...change }))
  const setItem = (key: string, change: Partial<Item>) =>
    editing.change((before) => ({
      ...before,
      items: before.items.map((item) => (item.key === key ? { ...item, ...change } : item)),
    }))
  const sentence = (field: string) => {
    const said = errors[field]?.[0]
    const name = field.split(".").at(-1) ?? ""
    return said === undefined ? undefined : ((words.problem as Record<string, string>)[name] ?? said)
  }
  const published = (id: string) => {
    const source = draft.newSources.find((it) => it.id === id) ?? library.find((it) => it.id === id)
    return source?.publishedOn ? { on: source.publishedOn, precision: source.precision ?? "day" } : null
  }

  /** The same proposal in the form that edits records of every kind. */
  const moreChanges = async () => {
    const isStored = editing.proposal && !editing.isDirty
    const fresh = isStored ? editing.proposal : await editing.save()
    if (fresh) editing.leaveTo(`/${locale}/admin/proposals/${fresh.id}?as=records`)
  }

  const first = draft.items[0] && forms[draft.items[0].commitment]
  const isAlone = draft.items.length === 1
  const title = first ? inLocale(locale, first.commitment.text) : null
  const code = first ? isolate(locale, first.commitment.code) : ""
  return (
    <FormFrame
      locale={locale}
      editing={editing}
      isNew={stored === null}
      reasonsAre={6}
      reviewers={reviewers}
      fieldName={(field) => fieldName(locale, field, draft, forms, sentence(field) ?? "")}
      problemOf={sentence}
      onTurn={(change) => set(turned(draft, change))}
      onReasons={set}
      head={
        <PageHead
          title={
            title && first ? (
              <>
                <span className="num">{code}</span>{" "}
                {isAlone ? (
                  <span className="font-serif" lang={title.lang}>
                    {title.text}
                  </span>
                ) : (
                  words.several("", draft.items.length - 1)
                )}
              </>
            ) : (
              words.newTitle
            )
          }
          sub={
            <>
              {first && isAlone
                ? words.context(
                    first.commitment.point,
                    first.year,
                    terms.track[first.commitment.track].toLowerCase(),
                    terms.lane[draft.items[0]!.lane].toLowerCase(),
                  )
                : null}{" "}
              {words.based(draft.base)} {newest > draft.base ? words.newer(newest) : null}
            </>
          }
        >
          {isAlone ? (
            <LaneChoice
              locale={locale}
              item={draft.items[0]!}
              onChange={(change) => setItem(draft.items[0]!.key, change)}
            />
          ) : null}
        </PageHead>
      }
      aside={
        <>
          <EffectCard locale={locale} preview={preview} waiting={words.effectWaiting} />
          <DraftWarnings locale={locale} operations={operations} reasonEn={draft.reasonEn} reasonUr={draft.reasonUr} />
          <Checklist locale={locale} draft={draft} published={published} />
        </>
      }
    >
      {draft.items.map((item) => {
        const form = forms[item.commitment]
        if (!form) return <p key={item.key}>{words.loading}</p>
        return (
          <ItemEditor
            key={item.key}
            locale={locale}
            item={item}
            form={form}
            change={draft.change}
            library={library}
            newSources={draft.newSources}
            ruleNames={ruleNames}
            problemOf={(field) => sentence(`${item.key}.${field}`)}
            sourceProblems={(source) =>
              Object.keys(errors).flatMap((field) => (field.startsWith(`${source}.`) ? [sentence(field) ?? ""] : []))
            }
            heading={!isAlone}
            onRemove={isAlone ? null : () => set({ items: draft.items.filter((it) => it.key !== item.key) })}
            onChange={(change) => setItem(item.key, change)}
            onNewSource={(source) =>
              editing.change((before) => ({ ...before, newSources: [...before.newSources, source] }))
            }
          />
        )
      })}
      {draft.others.length > 0 ? <p className="note my-4">{words.others(draft.others.length)}</p> : null}
      <div className="mt-5 flex flex-wrap items-center gap-3 border-t border-rule py-4">
        <button
          type="button"
          className="btn whitespace-normal"
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          <Icon name="plus" />
          {words.another}
        </button>
        <button type="button" className="btn whitespace-normal" onClick={() => void moreChanges()}>
          <Icon name="table" />
          {words.moreChanges}
        </button>
        <span className="hint basis-full">{words.moreChangesHint}</span>
        {isAdding ? (
          <div className="card basis-full p-4">
            <CommitmentPicker
              locale={locale}
              id="another"
              choices={choices}
              onPick={(commitment) => {
                const lane = draft.items[0]?.lane ?? "finding"
                set({ items: [...draft.items, newItem(`item-${randomName()}`, commitment, lane)] })
                setAdding(false)
              }}
            />
          </div>
        ) : null}
      </div>
    </FormFrame>
  )
}

/** The answer to the first question. A changed world only adds, so what was a correction becomes a new assessment. */
function turned(draft: Draft, change: Change): Partial<Draft> {
  if (change === "correction") return { change }
  return {
    change,
    items: draft.items.map((item) => (item.act === "add" ? item : { ...item, act: "add" as const, id: null })),
  }
}

/** Asks the page for commitments that the draft names and the page did not bring; what is typed stays. */
function useMissingForms(draft: Draft, forms: Record<string, CommitmentForm>) {
  const router = useRouter()
  const path = usePathname()
  const missing = [...new Set(draft.items.map((item) => item.commitment))].filter((id) => !forms[id]).join(",")
  useEffect(() => {
    if (missing === "") return
    const search = new URLSearchParams(window.location.search)
    for (const id of missing.split(",")) search.append("commitment", id)
    router.replace(`${path}?${search}` as Route, { scroll: false })
  }, [missing, path, router])
}

function fieldName(
  locale: Locale,
  field: string,
  draft: Draft,
  forms: Record<string, CommitmentForm>,
  sentence: string,
): { name: string; sentence: string } {
  const words = adminWords(locale).admin.proposal
  const [key] = field.split(".")
  const own: Record<string, string> = { reasonEn: words.reasonEn, reasonUr: words.reasonUr, note: words.note }
  const item = draft.items.find((it) => it.key === key)
  const source = draft.newSources.find((it) => it.id === key)
  const code = item && forms[item.commitment]?.commitment.code
  return { name: code ? isolate(locale, code) : (source?.title ?? own[field] ?? words.unnamedField), sentence }
}
