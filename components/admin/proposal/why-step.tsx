"use client"

import { Segments } from "@/components/form/segments"
import type { Certainty, Rule } from "@/lib/domain/scale"
import { usualRule } from "@/lib/domain/views/usual-rule"
import { inLocale } from "@/lib/i18n/text"
import { adminWords } from "@/components/admin/words"
import { Select, TextArea } from "@/components/form/inputs"
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
        <TextArea
          id={`${item.key}-rationale`}
          label={words.rationale}
          hint={<Counted hint={words.rationaleHint} count={words.count(item.rationaleEn.length, LONGEST)} />}
          error={problemOf("rationaleEn")}
          lang="en"
          dir="ltr"
          maxLength={LONGEST}
          value={item.rationaleEn}
          onChange={(rationaleEn) => onChange({ rationaleEn })}
        />
        <TextArea
          id={`${item.key}-rationale-ur`}
          label={words.rationaleUr}
          hint={words.rationaleUrHint}
          error={problemOf("rationaleUr")}
          lang="ur"
          dir="rtl"
          maxLength={LONGEST}
          value={item.rationaleUr}
          onChange={(rationaleUr) => onChange({ rationaleUr })}
        />
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
            <Select
              id={`${item.key}-region`}
              label={words.region}
              error={problemOf("region")}
              disabled={item.act !== "add"}
              value={item.region ?? ""}
              options={[
                ["", words.regionWhole],
                ...form.regions.map((it) => [it.id, inLocale(locale, it.name).text] as const),
              ]}
              onChange={(region) => onChange({ region: region || null })}
            />
            <Select
              id={`${item.key}-rule`}
              label={words.rule}
              error={problemOf("rule")}
              value={item.rule ?? usual}
              options={Object.entries(ruleNames) as [Rule, string][]}
              onChange={(rule) => onChange({ rule: rule === usual ? null : rule })}
            />
            <Select
              id={`${item.key}-lifecycle`}
              label={words.lifecycle}
              value={item.lifecycle ?? ""}
              options={[["", words.lifecycleNone], ...lifecycles.map((it) => [it, terms.lifecycle[it]] as const)]}
              onChange={(lifecycle) => onChange({ lifecycle: lifecycle || null })}
            />
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
