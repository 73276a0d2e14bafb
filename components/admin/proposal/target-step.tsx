"use client"

import { Select } from "@/components/form/inputs"
import { Segments } from "@/components/form/segments"
import { LevelChip } from "@/components/ui/level-chip"
import type { Assessment } from "@/lib/domain/records"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { adminWords } from "@/components/admin/words"
import { type Item, itemFrom } from "./draft"
import type { ItemProps } from "./item-editor"

/** What stands on the site now in this lane and region. */
export function Published({ locale, record }: { locale: Locale; record: Assessment | null }) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  if (!record) return <p className="small muted">{words.nothingPublished}</p>
  const rationale = inLocale(locale, { en: record.rationaleEn, ur: record.rationaleUr })
  return (
    <details className="small">
      <summary className="flex flex-wrap items-center gap-x-3">
        <span className="muted">{words.currently}:</span>
        <LevelChip
          level={record.level}
          lane={record.lane}
          label={record.level === null ? terms.unrated : terms.level[record.level]}
          reason={record.unratedReason ? terms.unratedReason[record.unratedReason] : undefined}
        />
        <span className="num muted">{formatDay(locale, record.effectiveOn, record.precision)}</span>
      </summary>
      <p className="mt-2 max-w-[72ch]" lang={rationale.lang} dir={rationale.lang === "en" ? "ltr" : undefined}>
        {rationale.text}
      </p>
    </details>
  )
}

/** For a correction: which published assessment, and whether it is corrected or taken back. What was typed stays. */
export function TargetStep({ locale, item, form, problemOf, onChange }: ItemProps) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  const candidates = form.published.filter((it) => it.lane === item.lane)
  if (candidates.length === 0) return <p className="small mt-3">{words.noTarget}</p>
  const chosen = item.act === "add" ? "" : (item.id ?? "")
  const name = (it: Assessment) => {
    const region = form.regions.find((each) => each.id === it.region)
    return [
      formatDay(locale, it.effectiveOn, it.precision),
      it.level === null
        ? `${terms.unrated} (${it.unratedReason ? terms.unratedReason[it.unratedReason] : ""})`
        : terms.level[it.level],
      ...(region ? [inLocale(locale, region.name).text] : []),
    ].join(" · ")
  }
  const choose = (id: string) => {
    const record = candidates.find((it) => it.id === id)
    onChange(record ? overlaid(itemFrom(item.key, "change", record), item) : { act: "add", id: null })
  }
  return (
    <div className="mt-4 flex flex-col gap-3">
      <Select
        id={`${item.key}-target`}
        label={words.target}
        hint={words.targetHint}
        error={problemOf("id")}
        value={chosen}
        options={[["", words.targetAdd], ...candidates.toReversed().map((it) => [it.id, name(it)] as const)]}
        onChange={choose}
      />
      {item.act === "add" ? null : (
        <Segments
          label={words.targetAct}
          hidesLabel
          value={item.act}
          options={[
            { value: "change" as const, label: words.targetChange },
            { value: "withdraw" as const, label: words.targetWithdraw },
          ]}
          onChange={(act) => onChange({ act })}
        />
      )}
    </div>
  )
}

/** The published text to correct, under whatever the author has typed already, unless that came from another record. */
function overlaid(record: Item, typed: Item): Item {
  if (typed.act !== "add") return record
  return {
    ...record,
    ...(typed.effectiveOn !== "" && { effectiveOn: typed.effectiveOn, precision: typed.precision }),
    ...((typed.level !== null || typed.isUnrated) && {
      level: typed.level,
      isUnrated: typed.isUnrated,
      unratedReason: typed.unratedReason,
    }),
    ...(typed.rationaleEn.trim() !== "" && { rationaleEn: typed.rationaleEn }),
    ...(typed.rationaleUr.trim() !== "" && { rationaleUr: typed.rationaleUr }),
    evidence: [
      ...record.evidence.filter((each) => !typed.evidence.some((own) => own.source === each.source)),
      ...typed.evidence,
    ],
  }
}
