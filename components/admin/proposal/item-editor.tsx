"use client"

import { Segments } from "@/components/form/segments"
import { Icon } from "@/components/ui/icon"
import type { Change } from "@/lib/domain/proposal"
import type { Lane } from "@/lib/domain/scale"
import type { CommitmentForm, SourceChoice } from "@/lib/domain/views/proposing"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { adminWords } from "@/components/admin/words"
import { TextInput } from "@/components/form/inputs"
import type { Item, NewSource } from "./draft"
import { EvidenceEditor } from "./evidence-editor"
import { Examples } from "./examples"
import { LevelCards } from "./level-cards"
import { Published, TargetStep } from "./target-step"
import { WhyStep } from "./why-step"

export type ItemProps = {
  locale: Locale
  item: Item
  form: CommitmentForm
  change: Change
  library: SourceChoice[]
  newSources: NewSource[]
  problemOf: (field: string) => string | undefined
  sourceProblems: (source: string) => string[]
  ruleNames: Record<string, string>
  onChange: (change: Partial<Item>) => void
  onNewSource: (source: NewSource) => void
}

/** Evidence, date, level and reasons of one assessment: steps 2 to 5. `heading` and `onRemove` only beside others. */
export function ItemEditor({
  heading,
  onRemove,
  ...props
}: ItemProps & { heading: boolean; onRemove: (() => void) | null }) {
  const { locale, item, form, change, problemOf, onChange } = props
  const words = adminWords(locale).admin.proposal
  const text = inLocale(locale, form.commitment.text)
  const code = isolate(locale, form.commitment.code)
  const cell = form.published.filter((it) => it.lane === item.lane && it.region === item.region)
  const current = cell.at(-1)
  const precisions = Object.keys(words.precisions) as Item["precision"][]
  return (
    <section aria-label={`${code} ${text.text}`}>
      {heading ? (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t-2 border-ink pt-4">
          <h2 className="text-lg!">
            <span className="num">{code}</span> <span lang={text.lang}>{text.text}</span>
          </h2>
          <div className="flex items-center gap-3">
            <LaneChoice locale={locale} item={item} onChange={onChange} />
            {onRemove ? (
              <button type="button" className="btn ghost sm" aria-label={words.removeItem(code)} onClick={onRemove}>
                <Icon name="close" />
              </button>
            ) : null}
          </div>
        </div>
      ) : null}
      <div className="pb-5">
        <Published locale={locale} record={current ?? null} />
        {change === "correction" ? <TargetStep {...props} /> : null}
      </div>
      {item.act === "withdraw" ? (
        <p className="note">{words.withdrawText}</p>
      ) : (
        <>
          <div className="step">
            <h2>
              <i>2</i>
              {words.evidence}
            </h2>
            <EvidenceEditor
              locale={locale}
              item={item}
              library={props.library}
              newSources={props.newSources}
              citedBefore={[...new Set(form.published.flatMap((it) => it.evidence.map((each) => each.source)))]}
              error={problemOf("evidence")}
              sourceErrors={props.sourceProblems}
              onChange={(evidence) => onChange({ evidence })}
              onNewSource={props.onNewSource}
            />
          </div>
          <div className="step">
            <h2>
              <i>3</i>
              {words.when}
            </h2>
            <div className="grid gap-4">
              <TextInput
                id={`${item.key}-since`}
                label={words.since}
                hint={words.sinceHint}
                error={problemOf("effectiveOn")}
                span="col-span-5"
                type="date"
                value={item.effectiveOn}
                onChange={(effectiveOn) => onChange({ effectiveOn })}
              />
              <div className="col-span-7">
                <Segments
                  label={words.precision}
                  value={item.precision}
                  options={precisions.map((value) => ({ value, label: words.precisions[value] }))}
                  onChange={(precision) => onChange({ precision })}
                />
              </div>
            </div>
          </div>
          <div className="step">
            <h2>
              <i>4</i>
              {words.level}
            </h2>
            <LevelCards
              locale={locale}
              item={item}
              form={form}
              current={current?.level}
              error={problemOf("level") ?? problemOf("unratedReason")}
              onChange={onChange}
            />
            <Examples locale={locale} item={item} form={form} />
          </div>
          <WhyStep {...props} />
        </>
      )}
    </section>
  )
}

/** Claim or finding. The assessment to correct is of one lane, so another lane begins without one. */
export function LaneChoice({
  locale,
  item,
  onChange,
}: {
  locale: Locale
  item: Item
  onChange: (change: Partial<Item>) => void
}) {
  const { admin, terms } = adminWords(locale)
  const options = (Object.keys(terms.lane) as Lane[]).map((value) => ({ value, label: terms.lane[value] }))
  return (
    <Segments
      label={admin.proposal.lane}
      hidesLabel
      value={item.lane}
      options={options}
      onChange={(lane) => onChange({ lane, ...(item.act !== "add" && { act: "add" as const, id: null }) })}
    />
  )
}
