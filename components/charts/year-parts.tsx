import type { Size } from "@/components/charts/plot"
import { px } from "@/components/charts/scales"
import { run } from "@/components/charts/trend-marks"
import type { YearColumns } from "@/components/charts/year-columns"
import type { Track } from "@/lib/domain/scale"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The years under the lowest plot; a narrow one names every second in short. */
export function YearNames({ columns, years, size }: { columns: YearColumns; years: readonly number[]; size: Size }) {
  const isTight = size === "narrow" && years.length > 8
  return years.map((year, at) =>
    isTight && at % 2 === 1 ? null : (
      <text key={year} x={columns.at(at).middle} y={columns.box.plot.bottom + 17} textAnchor="middle" className="xs">
        {isTight && at > 0 ? `’${String(year).slice(2)}` : year}
      </text>
    ),
  )
}

/** A track's mark and name above its plot, at the side where reading begins. */
export function TrackHeading({
  locale,
  track,
  plot,
}: {
  locale: Locale
  track: Track
  plot: YearColumns["plots"][number]["plot"]
}) {
  const isRtl = LOCALES[locale].dir === "rtl"
  const [x, y] = [isRtl ? plot.right : plot.left, plot.top - 12]
  const middle = px(isRtl ? x - 6 : x + 6)
  return (
    <>
      {track === "kinetic" ? (
        <rect className="kf" x={px(middle - 5)} y={y - 9} width="10" height="10" />
      ) : (
        <circle className="nf" cx={middle} cy={y - 4} r="5" />
      )}
      <text
        x={px(isRtl ? x - 18 : x + 18)}
        y={y}
        textAnchor={isRtl ? "end" : "start"}
        className={`${track === "kinetic" ? "tk-k" : "tk-n"} b`}
      >
        {run(locale, messages(locale).terms.track[track])}
      </text>
    </>
  )
}
