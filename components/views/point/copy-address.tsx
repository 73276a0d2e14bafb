"use client"

import { useState } from "react"

/** Copies an address. Without JavaScript it is not shown; the address beside it can be selected. */
export function CopyAddress({ address, copy, copied }: { address: string; copy: string; copied: string }) {
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
    </button>
  )
}
