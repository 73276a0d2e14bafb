"use client"

import { useState } from "react"
import { api } from "@/components/form/client"
import { goTo } from "@/components/form/go-to"

/** Ends the session and leads to the readers' site. */
export function SignOut({ label, to }: { label: string; to: string }) {
  const [isBusy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    await api.signOut()
    goTo(to)
  }
  return (
    <button type="button" className="btn ghost sm" disabled={isBusy} onClick={leave}>
      {label}
    </button>
  )
}
