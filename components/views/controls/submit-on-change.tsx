"use client"

import type { ReactNode } from "react"

/** Sends the form of a select as soon as another option is chosen; without JavaScript its button does. */
export function SubmitOnChange({ children }: { children: ReactNode }) {
  return (
    <span
      className="min-w-0 grow"
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) event.target.form?.requestSubmit()
      }}
    >
      {children}
    </span>
  )
}
