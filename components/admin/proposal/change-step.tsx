"use client"

import { useId } from "react"
import type { Change } from "@/lib/domain/proposal"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "@/components/admin/words"

/** The first question of every proposal. */
export function ChangeStep({
  locale,
  change,
  onChange,
}: {
  locale: Locale
  change: Change
  onChange: (change: Change) => void
}) {
  const words = adminWords(locale).admin.proposal
  const name = useId()
  const options = [
    { value: "world-changed", label: words.world, text: words.worldText },
    { value: "correction", label: words.correct, text: words.correctText },
  ] as const
  return (
    <fieldset className="step">
      <legend className="vh">{words.what}</legend>
      <h2 aria-hidden="true">
        <i>1</i>
        {words.what}
      </h2>
      <div className="choice">
        {options.map((option) => (
          <label key={option.value} className="opt">
            <b>
              <input
                type="radio"
                className="rad"
                name={name}
                checked={change === option.value}
                onChange={() => onChange(option.value)}
              />
              {option.label}
            </b>
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
