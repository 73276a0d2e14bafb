import { Icon } from "@/components/ui/icon"
import { TrackMark } from "@/components/ui/track-mark"
import type { Hrefs } from "@/components/views/hrefs"
import { type Day, monthsBetween } from "@/lib/domain/date"
import { type Track, TRACKS } from "@/lib/domain/scale"
import { leftOut } from "@/lib/domain/views/grid"
import type { PointOrder, PointRow, PointsView } from "@/lib/domain/views/points"
import { formatMonthYear, signed } from "@/lib/i18n/format"
import { LOCALES, type Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { StrandBar } from "./strand-bar"

/** A point not looked at for longer than this is marked stale; unit: months. */
const STALE_AFTER = 24

/** Every point in one row: both strands, how much is rated, claim against finding, last checked. */
export function PointsTable({
  locale,
  view,
  rows,
  hrefs,
}: {
  locale: Locale
  view: PointsView
  rows: PointRow[]
  hrefs: Hrefs
}) {
  const { points, terms } = messages(locale)
  const tracks = view.track === null ? TRACKS : [view.track]
  const head = { locale, view, hrefs }
  return (
    <table className="evd ptb mt-4">
      <caption className="vh">{points.unit}</caption>
      <thead>
        <tr>
          <Head {...head} by="number" label={points.columns.number} />
          <th scope="col">{points.columns.point}</th>
          {tracks.map((track) => (
            <Head key={track} {...head} by={track} label={terms.track[track]} track={track} />
          ))}
          <Head {...head} by="coverage" label={points.columns.rated} />
          <Head {...head} by="gap" label={points.columns.gap} />
          <Head {...head} by="last-checked" label={points.columns.lastChecked} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.point.id} {...{ locale, row, tracks, view, hrefs }} />
        ))}
      </tbody>
    </table>
  )
}

function Head({
  locale,
  view,
  hrefs,
  by,
  label,
  track,
}: {
  locale: Locale
  view: PointsView
  hrefs: Hrefs
  by: PointOrder
  label: string
  track?: Track
}) {
  const { points } = messages(locale)
  const isOrder = view.order === by
  const href = hrefs.here({ sort: by === "number" ? null : by })
  const words = track ? <TrackMark track={track}>{label}</TrackMark> : label
  return (
    <th scope="col" aria-sort={isOrder ? (by === "gap" ? "descending" : "ascending") : undefined}>
      {href === null ? (
        words
      ) : (
        <a
          href={href}
          title={points.sortBy(label)}
          className={isOrder ? "font-bold text-ink" : "no-underline hover:underline"}
        >
          {words}
          {isOrder ? (
            <Icon name="chevron-down" size={12} className={by === "gap" ? "inline-block" : "inline-block rotate-180"} />
          ) : null}
        </a>
      )}
    </th>
  )
}

function Row({
  locale,
  row,
  tracks,
  view,
  hrefs,
}: {
  locale: Locale
  row: PointRow
  tracks: readonly Track[]
  view: PointsView
  hrefs: Hrefs
}) {
  const { overview, points, terms } = messages(locale)
  const { text, lang } = inLocale(locale, row.point.title)
  const href = hrefs.point(row.point.year, row.point.number)
  const list = hrefs.explore({ points: String(row.point.number) })
  const ended = leftOut(row, view)
  const marks = [
    ended === null ? "" : overview.grid.leftOut[ended],
    row.silences > 0 ? points.silences(row.silences) : "",
  ]
  return (
    <tr>
      <td className="eid num">{row.point.number}</td>
      <td>
        <span
          className="font-semibold"
          lang={lang === locale ? undefined : lang}
          dir={lang === locale ? undefined : LOCALES[lang].dir}
        >
          {href ? <a href={href}>{text}</a> : text}
        </span>
        <span className="small muted block max-w-[60ch]">
          {row.leads.map((lead) => inLocale(locale, lead).text).join(locale === "ur" ? "، " : ", ")}
        </span>
        {marks.some(Boolean) ? <span className="small block">{marks.filter(Boolean).join(" · ")}</span> : null}
      </td>
      {tracks.map((track) => (
        <td key={track} data-l={terms.track[track]}>
          <StrandBar locale={locale} track={track} score={track === "kinetic" ? row.kinetic : row.nonKinetic} />
        </td>
      ))}
      <td className="num small" data-l={points.columns.rated}>
        {row.all.commitments === 0 ? (
          terms.nothingPromised
        ) : list === null ? (
          terms.rated(row.all.rated, row.all.commitments)
        ) : (
          <a href={list}>{terms.rated(row.all.rated, row.all.commitments)}</a>
        )}
      </td>
      <td className="num small" data-l={points.columns.gap}>
        {row.gap === null ? <span className="muted">{points.noPair}</span> : signed(locale, row.gap, 1)}
      </td>
      <td className="num small" data-l={points.columns.lastChecked}>
        <LastChecked locale={locale} on={row.lastChecked} asOf={view.asOf} />
      </td>
    </tr>
  )
}

function LastChecked({ locale, on, asOf }: { locale: Locale; on: Day | null; asOf: Day }) {
  const { points } = messages(locale)
  if (on === null) return <span className="muted">{points.never}</span>
  if (monthsBetween(on, asOf) <= STALE_AFTER) return formatMonthYear(locale, on)
  return (
    <span className="stale">
      <Icon name="clock" />
      {points.stale(formatMonthYear(locale, on))}
    </span>
  )
}
