"use client"

import type { ReactNode } from "react"
import { Acts } from "./acts"
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
      <Acts no={no} onNo={onNo} yes={yes} onYes={onYes} look="danger" disabled={isBusy} />
    </Modal>
  )
}
