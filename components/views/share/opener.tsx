"use client"

import { lazy, Suspense, useState } from "react"
import { createPortal } from "react-dom"
import { Icon } from "@/components/ui/icon"
import type { SharedScreen } from "@/components/views/share/scope-words"
import type { Locale } from "@/lib/i18n/locale"

// Readers who never share never load the dialog.
const Dialog = lazy(() => import("@/components/views/share/dialog"))

/** Opens the share dialog, which is fetched on the first press. */
export function ShareOpener({ locale, label, shared }: { locale: Locale; label: string; shared: SharedScreen }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn needs-script" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="share" />
        {label}
      </button>
      {isOpen
        ? // Outside the bar, whose own look of buttons must not reach into it.
          createPortal(
            <Suspense>
              <Dialog locale={locale} shared={shared} close={() => setOpen(false)} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  )
}
