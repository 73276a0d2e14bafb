"use client"

import type { ReactNode } from "react"
import { Modal } from "./modal"

/** A question before something that cannot be undone. */
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
  return (
    <Modal title={title} onClose={onNo}>
      <div>{children}</div>
      <div className="acts">
        <button type="button" className="btn ghost" onClick={onNo}>
          {no}
        </button>
        <button type="button" className="btn danger" disabled={isBusy} onClick={onYes}>
          {yes}
        </button>
      </div>
    </Modal>
  )
}
