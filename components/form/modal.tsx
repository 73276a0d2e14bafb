"use client"

import { type ComponentProps, type ReactNode, useId, useLayoutEffect, useRef } from "react"

/** The browser's own dialog in front of the page: it traps focus, closes on Escape and gives focus back. */
export function useModal(onClose: () => void): { titleId: string; modal: ComponentProps<"dialog"> } {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Closed before it leaves the page, or the browser does not give the focus back.
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return {
    titleId,
    modal: {
      ref: dialog,
      "aria-labelledby": titleId,
      onCancel: (event) => {
        // A question in front of this dialog closes by itself; its cancel arrives here too.
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      },
    },
  }
}

/** A small one: a title and what is asked. */
export function Modal({ title, onClose, children }: { title: ReactNode; onClose: () => void; children: ReactNode }) {
  const { titleId, modal } = useModal(onClose)
  return (
    <dialog {...modal} className="dlg m-auto text-ink backdrop:bg-[var(--veil)]">
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  )
}
