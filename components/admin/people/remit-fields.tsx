"use client"

import { adminWords } from "@/components/admin/words"
import type { Remit } from "@/lib/domain/policy"
import { TRACKS } from "@/lib/domain/scale"
import type { Locale } from "@/lib/i18n/locale"
import type { PlanChoice } from "./remit-words"

/** The plans and tracks somebody works on; with all of them ticked there is no limit. */
export function RemitFields({
  locale,
  remit,
  plans,
  onChange,
}: {
  locale: Locale
  remit: Remit | null
  plans: PlanChoice[]
  onChange: (remit: Remit | null) => void
}) {
  const { admin, terms } = adminWords(locale)
  const words = admin.people
  const { plans: somePlans, tracks: someTracks } = remit ?? { plans: null, tracks: null }
  const set = (next: Remit) => onChange(next.plans === null && next.tracks === null ? null : next)
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3">
      <Ticks
        label={words.plans}
        options={plans.map(({ id, label }) => ({ value: id, label }))}
        ticked={somePlans}
        onChange={(next) => set({ plans: next, tracks: someTracks })}
      />
      <Ticks
        label={words.tracks}
        options={TRACKS.map((track) => ({ value: track, label: terms.track[track] }))}
        ticked={someTracks}
        onChange={(next) => set({ plans: somePlans, tracks: next })}
      />
    </div>
  )
}

/** `ticked` null is all of them; the last one cannot be unticked. */
function Ticks<T extends string>({
  label,
  options,
  ticked,
  onChange,
}: {
  label: string
  options: { value: T; label: string }[]
  ticked: T[] | null
  onChange: (ticked: T[] | null) => void
}) {
  const isTicked = (value: T) => ticked === null || ticked.includes(value)
  const toggle = (value: T) => {
    const next = options.map((it) => it.value).filter((it) => (it === value ? !isTicked(it) : isTicked(it)))
    if (next.length > 0) onChange(next.length === options.length ? null : next)
  }
  return (
    <fieldset>
      <legend className="lab mb-1">{label}</legend>
      <div className="flex flex-wrap gap-x-5">
        {options.map(({ value, label: name }) => (
          <label key={value} className="ck">
            <input type="checkbox" checked={isTicked(value)} onChange={() => toggle(value)} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
