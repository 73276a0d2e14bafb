"use client"

import { useEffect } from "react"

/** j and k walk the rows, e proposes, r re-checks, / searches. Never while somebody is typing. */
export function QueueKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, dialog")) return
      const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")]
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const act = (name: string) => rows[at]?.querySelector<HTMLAnchorElement>(`[data-act="${name}"]`)?.click()
      if (event.key === "j") rows[Math.min(at + 1, rows.length - 1)]?.focus()
      else if (event.key === "k") rows[Math.max(at - 1, 0)]?.focus()
      else if (event.key === "e") act("propose")
      else if (event.key === "r") act("recheck")
      else if (event.key === "/") document.getElementById("queue-search")?.focus()
      else return
      event.preventDefault()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])
  return null
}
