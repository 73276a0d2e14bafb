import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon"

/** A part that opens in place, without JavaScript: "View as table", "wording variants". */
export function Disclosure({
  label,
  about,
  icon = "table",
  open = false,
  children,
}: {
  label: string
  /** Of what, where a page has several of the same label: heard, not seen. */
  about?: string
  icon?: IconName
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="dt" open={open}>
      <summary>
        <Icon name={icon} />
        {label}
        {about ? <span className="vh">: {about}</span> : null}
      </summary>
      <div className="scroll">{children}</div>
    </details>
  )
}
