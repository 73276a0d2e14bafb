import type { ReactNode } from "react"
import { Carried } from "@/components/form/carried"
import { LaneChoice, TrackChoice } from "@/components/views/controls/narrow"
import { formOf, summaryOf } from "@/components/views/controls/words"
import type { Hrefs } from "@/components/views/hrefs"
import type { Day } from "@/lib/domain/date"
import type { Query } from "@/lib/domain/query"
import { type FreeControl } from "@/lib/domain/share"
import type { Frame } from "@/lib/domain/views/overview"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Props = { locale: Locale; view: Frame; hrefs: Hrefs }

/** What a link shows, and what of it its maker left free to turn: links and a plain form, since no script runs. */
export function LinkControls({
  query,
  free,
  latest,
  words,
  ...props
}: Props & {
  query: Query
  free: readonly FreeControl[]
  latest: Day
  /** What is shown, where it is more than one question. */
  words?: string | undefined
}) {
  const { locale, view } = props
  const summary = words ?? summaryOf(locale, view, query)
  return (
    <div className="wrap">
      <div
        className="flex flex-wrap items-end gap-x-6 gap-y-3 border-b border-rule py-3"
        role="group"
        aria-label={messages(locale).linkPage.controls.label}
      >
        <p className="basis-full text-(length:--t-m)">{summary.charAt(0).toUpperCase() + summary.slice(1)}</p>
        {free.includes("lane") ? <LaneChoice {...props} /> : null}
        {free.includes("track") ? <TrackChoice {...props} /> : null}
        {free.includes("asOf") ? <DayChoice {...props} latest={latest} /> : null}
      </div>
    </div>
  )
}

function DayChoice({ locale, view, hrefs, latest }: Props & { latest: Day }): ReactNode {
  const { controls, linkPage } = messages(locale)
  const latestHref = hrefs.here({ asOf: null })
  const form = formOf(latestHref)
  if (form === null || latestHref === null) return null
  return (
    <form action={form.action} className="field min-w-0 basis-[360px]">
      <Carried pairs={form.carried} />
      <label htmlFor="asof">{controls.asOf}</label>
      <div className="flex flex-wrap gap-2">
        <input
          className="in w-auto! min-w-0 flex-1"
          id="asof"
          type="date"
          name="asOf"
          required
          defaultValue={view.asOf}
          min={view.asOf < view.timeline.from ? undefined : view.timeline.from}
          max={latest}
          title={linkPage.controls.until(formatDay(locale, latest))}
        />
        <button className="btn" type="submit">
          {controls.show}
        </button>
        {view.asOf === latest ? null : (
          <a className="btn ghost" href={latestHref}>
            {linkPage.controls.lastDay}
          </a>
        )}
      </div>
    </form>
  )
}
