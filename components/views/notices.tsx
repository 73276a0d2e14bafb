import { NoticeStrip, NotLiveStrip } from "@/components/site/strips"
import type { Hrefs } from "@/components/views/hrefs"
import { type Day, dayOf } from "@/lib/domain/date"
import type { Query } from "@/lib/domain/query"
import type { Frame } from "@/lib/domain/views/overview"
import { formatDay, list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What a reader must know before reading: a clock off today, parameters left out, a database away. */
export function Notices({
  locale,
  view,
  query,
  against,
  hrefs,
  ignored,
  reachable,
}: {
  locale: Locale
  view: Frame
  query: Query
  /** The other day, where two are compared: both clocks of the page are then named. */
  against?: Day | undefined
  hrefs: Hrefs
  ignored: string[]
  reachable: boolean
}) {
  const { site } = messages(locale)
  const published = dayOf(view.publishedAt)
  return (
    <>
      {reachable ? null : <NoticeStrip>{site.databaseUnreachable(formatDay(locale, published))}</NoticeStrip>}
      {ignored.length > 0 ? <NoticeStrip>{site.ignored(list(locale, ignored))}</NoticeStrip> : null}
      {query.asOf !== null || query.known !== null ? (
        <NotLiveStrip
          locale={locale}
          asOf={query.asOf ?? undefined}
          {...(against && { against })}
          known={query.known === null ? undefined : { revision: view.revision, day: published }}
          liveHref={hrefs.here({ asOf: null, known: null }) ?? ""}
        />
      ) : null}
    </>
  )
}
