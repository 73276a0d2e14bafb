"use client"

import { useState } from "react"

/** Copies an address, or other words beside it. Without JavaScript it is not shown; they can be selected. */
export function CopyAddress({
  address,
  copy,
  copied,
  about,
}: {
  address: string
  copy: string
  copied: string
  /** Of what, where a page has several: heard, not seen. */
  about?: string
}) {
  const [done, setDone] = useState(false)
  return (
    <button
      type="button"
      className="btn needs-script"
      aria-live="polite"
      onClick={() =>
        navigator.clipboard.writeText(address).then(
          () => setDone(true),
          () => setDone(false),
        )
      }
    >
      {done ? copied : copy}
      {about ? <span className="vh">: {about}</span> : null}
    </button>
  )
}
