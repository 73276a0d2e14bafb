"use client"

import { useEffect, useId, useRef, useState } from "react"

/** Something that is shown once, ready to be copied. */
export function CopyField({
  label,
  value,
  copy,
  copied,
}: {
  label: string
  value: string
  copy: string
  copied: string
}) {
  const [isCopied, setCopied] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.select(), [])
  const onCopy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      // Without leave to write there, what is selected can still be copied by hand.
      field.current?.select()
    }
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="copy" dir="ltr">
        <input
          ref={field}
          className="mono"
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className="btn" aria-live="polite" onClick={onCopy}>
          {isCopied ? copied : copy}
        </button>
      </div>
    </div>
  )
}
