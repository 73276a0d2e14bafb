"use client"

import { type ReactNode, useEffect, useId, useRef } from "react"
import { Icon } from "@/components/ui/icon"

/** Something done in front of the page. The browser's dialog traps focus, closes on Escape and gives focus back. */
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
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dlg modal"
      aria-labelledby={id}
      onCancel={(event) => {
        // A question in front of this dialog closes by itself; its cancel arrives here too.
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
    >
      <div className="hd">
        <div>
          <h2 id={id}>{title}</h2>
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
