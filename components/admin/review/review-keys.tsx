"use client"

import { useEffect } from "react"
import { adminWords } from "@/components/admin/words"
import type { Locale } from "@/lib/i18n/locale"

/**
 * n and p walk the steps, c comments on the one in focus, a goes to the approve button, which Enter presses: one key
 * alone decides nothing. Never while somebody is typing.
 */
export function ReviewKeys({ locale }: { locale: Locale }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, dialog")) return
      const steps = [...document.querySelectorAll<HTMLElement>("[data-step]")]
      const at = steps.findIndex((step) => step.contains(document.activeElement))
      if (event.key === "n") show(steps[Math.min(at + 1, steps.length - 1)])
      else if (event.key === "p") show(steps[Math.max(at - 1, 0)])
      else if (event.key === "c") comment(steps[Math.max(at, 0)])
      else if (event.key === "a") document.querySelector<HTMLElement>("[data-approve]")?.focus()
      else return
      event.preventDefault()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])
  const { keys, key } = adminWords(locale).admin.review
  return (
    <p className="small muted only-l">
      {keys}: <kbd>n</kbd> {key.next} · <kbd>p</kbd> {key.previous} · <kbd>c</kbd> {key.comment} · <kbd>a</kbd>{" "}
      {key.approve}
    </p>
  )
}

function show(step: HTMLElement | undefined) {
  step?.focus({ preventScroll: true })
  step?.scrollIntoView({ block: "start" })
}

function comment(step: HTMLElement | undefined) {
  const box = step?.querySelector<HTMLElement>("[data-comment]")
  if (box instanceof HTMLButtonElement) box.click()
  else box?.focus()
}
