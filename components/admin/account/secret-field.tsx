"use client"

import { TextInput } from "@/components/form/inputs"

/** A password or a code: left to right in both languages, filled in by the browser where it knows it. */
export function SecretField({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  autoComplete,
}: {
  id: string
  label: string
  hint?: string
  error?: string
  value: string
  onChange: (value: string) => void
  autoComplete: "current-password" | "new-password" | "one-time-code"
}) {
  return (
    <TextInput
      id={id}
      label={label}
      hint={hint}
      error={error}
      type={autoComplete === "one-time-code" ? "text" : "password"}
      dir="ltr"
      autoComplete={autoComplete}
      autoCapitalize="off"
      spellCheck={false}
      required
      value={value}
      onChange={onChange}
    />
  )
}
