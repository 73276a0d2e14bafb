import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon"

/** A part that opens in place, without JavaScript: "View as table", "wording variants". */
export function Disclosure({
  label,
  icon = "table",
  open = false,
  children,
}: {
  label: string
  icon?: IconName
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="dt" open={open}>
      <summary>
        <Icon name={icon} />
        {label}
      </summary>
      <div className="scroll">{children}</div>
    </details>
  )
}
