"use client"

import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import { useModal } from "./modal"

/** Something done in front of the page, with a way to close it at its head. */
export function Dialog({
  title,
  sub,
  closeLabel,
  onClose,
  children,
}: {
  title: ReactNode
  sub?: ReactNode
  closeLabel: string
  onClose: () => void
  children: ReactNode
}) {
  const { titleId, modal } = useModal(onClose)
  return (
    <dialog {...modal} className="dlg modal">
      <div className="hd">
        <div>
          <h2 id={titleId}>{title}</h2>
          {sub ? <p className="small muted mt-1">{sub}</p> : null}
        </div>
        <button type="button" className="btn ghost" aria-label={closeLabel} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}
