"use client"

import { type ReactNode, useEffect, useId, useRef } from "react"

/** A question before something that cannot be undone. The browser's dialog traps focus, closes on Escape and gives focus back. */
export function ConfirmDialog({
  title,
  children,
  yes,
  no,
  isBusy = false,
  onYes,
  onNo,
}: {
  title: string
  children: ReactNode
  yes: string
  no: string
  isBusy?: boolean
  onYes: () => void
  onNo: () => void
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
      className="dlg m-auto text-ink backdrop:bg-[var(--veil)]"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onNo()
      }}
    >
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
      <div className="acts">
        <button type="button" className="btn ghost" onClick={onNo}>
          {no}
        </button>
        <button type="button" className="btn danger" disabled={isBusy} onClick={onYes}>
          {yes}
        </button>
      </div>
    </dialog>
  )
}
