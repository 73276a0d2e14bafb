import type { ReactNode } from "react"
import { Icon, type IconName } from "@/components/ui/icon"

/** A button with a small panel under it. Works without JavaScript; one of the bar is open at a time. */
export function Panel({
  label,
  icon,
  look = "btn ghost",
  end = false,
  wide = false,
  children,
}: {
  label: ReactNode
  icon?: IconName
  look?: string
  /** Hangs from the end of the button instead of its start. */
  end?: boolean
  /** As wide as the bar it hangs under, which must be positioned. */
  wide?: boolean
  children: ReactNode
}) {
  const place = wide ? "inset-x-0" : end ? "end-0 w-max" : "start-0 w-max"
  return (
    <details className={wide ? undefined : "relative"} name="view-panel" data-panel="" suppressHydrationWarning>
      <summary className={`${look} list-none [&::-webkit-details-marker]:hidden`}>
        {icon ? <Icon name={icon} /> : null}
        {label}
        {look === "btn ghost" ? <Icon name="chevron-down" /> : null}
      </summary>
      <div
        className={`absolute ${place} top-full z-4 mt-1.5 min-w-60 rounded-ui border border-rule-2 bg-surface p-3 shadow-[var(--shadow)]`}
      >
        {children}
      </div>
    </details>
  )
}
