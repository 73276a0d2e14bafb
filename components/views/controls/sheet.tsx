import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import { AsOf } from "@/components/views/controls/as-of"
import { KnownForm } from "@/components/views/controls/known"
import { LaneChoice, RegionChoice, TrackChoice } from "@/components/views/controls/narrow"
import { PlanChoice } from "@/components/views/controls/segment"
import type { Hrefs } from "@/components/views/hrefs"
import type { Query } from "@/lib/domain/query"
import type { Frame } from "@/lib/domain/views/overview"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The view bar on a phone: a sheet from the bottom, opened by the summary line. No JavaScript needed. */
export function Sheet({
  plans,
  tracks,
  children,
  ...parts
}: {
  locale: Locale
  view: Frame
  query: Query
  hrefs: Hrefs
  plans: boolean
  tracks: boolean
  children?: ReactNode
}) {
  const { controls } = messages(parts.locale)
  return (
    <div
      id="view-sheet"
      popover="auto"
      role="dialog"
      aria-labelledby="view-sheet-title"
      className="sheet inset-auto! inset-x-0! bottom-0! m-0! mx-auto! max-h-[90dvh] w-full! max-w-[520px] overflow-y-auto border-0 text-ink backdrop:bg-[var(--veil)] not-open:hidden!"
    >
      <span className="grab" aria-hidden="true" />
      <div className="flex items-center justify-between">
        <h2 id="view-sheet-title" className="text-[1.375rem]!">
          {controls.changeView}
        </h2>
        <button
          type="button"
          className="btn ghost"
          popoverTarget="view-sheet"
          popoverTargetAction="hide"
          aria-label={controls.close}
        >
          <Icon name="close" />
        </button>
      </div>
      {plans ? (
        <div className="field">
          <span className="lab">{controls.edition}</span>
          <PlanChoice {...parts} />
        </div>
      ) : null}
      <LaneChoice {...parts} />
      {tracks ? <TrackChoice {...parts} /> : null}
      <AsOf {...parts} id="sheet-asof" />
      <RegionChoice {...parts} id="sheet-region" />
      <details className="dt">
        <summary>
          <Icon name="chevron-down" />
          {controls.knownThen}
        </summary>
        <KnownForm {...parts} id="sheet-known" />
      </details>
      {children}
    </div>
  )
}
