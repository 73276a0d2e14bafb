"use client"

import { lazy, Suspense, useEffect, useState } from "react"
import { createPortal } from "react-dom"
import { Icon } from "@/components/ui/icon"
import type { SharedScreen } from "@/components/views/share/scope-words"
import type { ShareChart } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"

// Readers who never share never load the dialog.
const Dialog = lazy(() => import("@/components/views/share/dialog"))

/** Opens the share dialog, which is fetched on the first press: its own button, or one of a chart of the page. */
export function ShareOpener({ locale, label, shared }: { locale: Locale; label: string; shared: SharedScreen }) {
  const [opened, setOpened] = useState<{ chart: ShareChart | null } | null>(null)
  useEffect(() => {
    const press = (event: MouseEvent) => {
      // A page has this button twice, for wide and narrow screens; the first to hear of it opens.
      if (event.defaultPrevented || !(event.target instanceof Element)) return
      const name = event.target.closest<HTMLElement>("[data-share]")?.dataset.share
      const chart = shared.charts.find((each) => each === name)
      if (chart === undefined) return
      event.preventDefault()
      setOpened({ chart })
    }
    document.addEventListener("click", press)
    return () => document.removeEventListener("click", press)
  }, [shared])
  return (
    <>
      <button
        type="button"
        className="btn needs-script"
        aria-haspopup="dialog"
        onClick={() => setOpened({ chart: null })}
      >
        <Icon name="share" />
        {label}
      </button>
      {opened
        ? // Outside the bar, whose own look of buttons must not reach into it.
          createPortal(
            <Suspense>
              <Dialog locale={locale} shared={shared} chart={opened.chart} close={() => setOpened(null)} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  )
}
