import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { Day } from "@/lib/domain/date"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Says that the starting data has not been reviewed by a country expert yet. Never dismissible. */
export function ProvisionalStrip({ locale }: { locale: Locale }) {
  const { provisional } = messages(locale).site
  return (
    <aside className="notice-strip" aria-label={provisional.title}>
      <div className="wrap">
        <b>{provisional.title}</b>
        <span>
          {provisional.text}{" "}
          <a className="only-l" href={`/${locale}/method`}>
            {provisional.link}
          </a>
        </span>
      </div>
    </aside>
  )
}

/**
 * The amber strip: either clock is off today. `asOf` and `known` are given only where they are; `known` is the
 * revision and the day it was published.
 */
export function NotLiveStrip({
  locale,
  asOf,
  against,
  known,
  liveHref,
}: {
  locale: Locale
  asOf?: Day
  /** The other day, where two are compared. */
  against?: Day
  known?: { revision: number; day: Day }
  liveHref: string
}) {
  const { notLive } = messages(locale).site
  const asOfDay =
    asOf && (against ? notLive.days(formatDay(locale, against), formatDay(locale, asOf)) : formatDay(locale, asOf))
  const knownDay = known && formatDay(locale, known.day)
  const text =
    asOfDay && known && knownDay
      ? notLive.asOfAndKnown(asOfDay, knownDay, known.revision)
      : asOfDay
        ? notLive.asOf(asOfDay)
        : known && knownDay
          ? notLive.known(knownDay, known.revision)
          : null
  if (text === null) return null
  return (
    <AmberStrip title={notLive.title} text={text}>
      <a className="btn" href={liveHref}>
        {notLive.back}
      </a>
    </AmberStrip>
  )
}

/** Any amber strip: not live, frozen copy. `children` is the way out. */
export function AmberStrip({ title, text, children }: { title: string; text: ReactNode; children?: ReactNode }) {
  return (
    <div className="amber" role="status">
      <div className="wrap">
        <Icon name="clock" />
        <span>
          <b>{title}</b> {text}
        </span>
        {children}
      </div>
    </div>
  )
}

/** A plain line of notice: ignored parameters, database unreachable. */
export function NoticeStrip({ children }: { children: ReactNode }) {
  return (
    <div className="notice-strip plain" role="status">
      <div className="wrap">
        <Icon name="warning" />
        <span>{children}</span>
      </div>
    </div>
  )
}
