"use client"

import { Field } from "@/components/form/field"
import { Segments } from "@/components/form/segments"
import type { Certainty, Rule } from "@/lib/domain/scale"
import { usualRule } from "@/lib/domain/views/usual-rule"
import { inLocale } from "@/lib/i18n/text"
import { adminWords } from "@/components/admin/words"
import type { Item } from "./draft"
import type { ItemProps } from "./item-editor"

const LONGEST = 4000

/** Why this level: rationale in both languages, certainty, and the rarer fields folded away. */
export function WhyStep({ locale, item, form, problemOf, ruleNames, onChange }: ItemProps) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  const usual = usualRule(form, { ...item, level: item.isUnrated ? null : (item.level ?? 0) })
  const lifecycles = Object.keys(terms.lifecycle) as NonNullable<Item["lifecycle"]>[]
  return (
    <div className="step">
      <h2>
        <i>5</i>
        {words.why}
      </h2>
      <div className="flex flex-col gap-4">
        <Field
          id={`${item.key}-rationale`}
          label={words.rationale}
          hint={<Counted hint={words.rationaleHint} count={words.count(item.rationaleEn.length, LONGEST)} />}
          error={problemOf("rationaleEn")}
        >
          {(described) => (
            <textarea
              {...described}
              className="in"
              lang="en"
              dir="ltr"
              maxLength={LONGEST}
              value={item.rationaleEn}
              onChange={(event) => onChange({ rationaleEn: event.target.value })}
            />
          )}
        </Field>
        <Field
          id={`${item.key}-rationale-ur`}
          label={words.rationaleUr}
          hint={words.rationaleUrHint}
          error={problemOf("rationaleUr")}
        >
          {(described) => (
            <textarea
              {...described}
              className="in"
              lang="ur"
              dir="rtl"
              maxLength={LONGEST}
              value={item.rationaleUr}
              onChange={(event) => onChange({ rationaleUr: event.target.value })}
            />
          )}
        </Field>
        <div>
          <Segments
            label={words.certainty}
            value={item.certainty}
            options={(Object.keys(terms.certainty) as Certainty[]).map((value) => ({
              value,
              label: words.certainties[value],
            }))}
            onChange={(certainty) => onChange({ certainty })}
          />
          {problemOf("certainty") ? <p className="err mt-2">{problemOf("certainty")}</p> : null}
        </div>
        <details>
          <summary className="small">{words.more}</summary>
          <div className="mt-3 [display:grid] grid-cols-3 gap-3 max-[820px]:grid-cols-1">
            <Field id={`${item.key}-region`} label={words.region} error={problemOf("region")}>
              {(described) => (
                <select
                  {...described}
                  className="in"
                  value={item.region ?? ""}
                  disabled={item.act !== "add"}
                  onChange={(event) => onChange({ region: event.target.value || null })}
                >
                  <option value="">{words.regionWhole}</option>
                  {form.regions.map((region) => (
                    <option key={region.id} value={region.id}>
                      {inLocale(locale, region.name).text}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field id={`${item.key}-rule`} label={words.rule} error={problemOf("rule")}>
              {(described) => (
                <select
                  {...described}
                  className="in"
                  value={item.rule ?? usual}
                  onChange={(event) => {
                    const rule = event.target.value as Rule
                    onChange({ rule: rule === usual ? null : rule })
                  }}
                >
                  {Object.entries(ruleNames).map(([rule, name]) => (
                    <option key={rule} value={rule}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field id={`${item.key}-lifecycle`} label={words.lifecycle}>
              {(described) => (
                <select
                  {...described}
                  className="in"
                  value={item.lifecycle ?? ""}
                  onChange={(event) => onChange({ lifecycle: (event.target.value || null) as Item["lifecycle"] })}
                >
                  <option value="">{words.lifecycleNone}</option>
                  {lifecycles.map((value) => (
                    <option key={value} value={value}>
                      {terms.lifecycle[value]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
        </details>
      </div>
    </div>
  )
}

/** A hint with a running count at the end of its line. */
export function Counted({ hint, count }: { hint: string; count: string }) {
  return (
    <span className="flex justify-between gap-3">
      <span>{hint}</span>
      <span className="num shrink-0">{count}</span>
    </span>
  )
}
