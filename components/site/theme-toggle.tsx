"use client"

import { Icon } from "@/components/ui/icon"

/** Light or dark, kept in this browser only. Until it is pressed the system's preference rules. */
export function ThemeToggle({ label }: { label: string }) {
  return (
    <button type="button" className="btn ghost needs-script" aria-label={label} onClick={switchTheme}>
      <Icon name="moon" />
    </button>
  )
}

function switchTheme() {
  const root = document.documentElement
  const chosen = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")
  root.dataset.theme = chosen === "dark" ? "light" : "dark"
  try {
    localStorage.setItem("theme", root.dataset.theme)
  } catch {
    // A browser that keeps nothing still gets the theme for this page.
  }
}
