"use client"

import { useEffect } from "react"

/** Open panels close on Escape, which gives the focus back, and on a press elsewhere. */
export function ClosePanels() {
  useEffect(() => {
    const open = () => document.querySelectorAll<HTMLDetailsElement>("details[data-panel][open]")
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return
      for (const panel of open()) {
        panel.open = false
        panel.querySelector("summary")?.focus()
      }
    }
    const onPress = (event: PointerEvent) => {
      for (const panel of open()) if (!panel.contains(event.target as Node)) panel.open = false
    }
    document.addEventListener("keydown", onKey)
    document.addEventListener("pointerdown", onPress)
    return () => {
      document.removeEventListener("keydown", onKey)
      document.removeEventListener("pointerdown", onPress)
    }
  }, [])
  return null
}
