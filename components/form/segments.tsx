"use client"

import { useId } from "react"

/** One of a few, side by side. Radio buttons underneath, so arrows and screen readers work as everywhere. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
  hidesLabel = false,
}: {
  label: string
  value: T | null
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  hidesLabel?: boolean
}) {
  const name = useId()
  return (
    <fieldset className="field">
      <legend className={hidesLabel ? "vh" : "lab mb-1.5"}>{label}</legend>
      <div className="seg justify-self-start">
        {options.map((option) => (
          <label key={option.value} className="has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-focus">
            <input
              type="radio"
              className="vh"
              name={name}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
