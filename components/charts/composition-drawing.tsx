import { ValueAxis } from "@/components/charts/axes"
import { DrawingKey, type KeyItem, placedKey } from "@/components/charts/drawing-key"
import { drawn, type Size } from "@/components/charts/plot"
import { linear, px, type Scale } from "@/components/charts/scales"
import { yearColumns, YEARS_ROOM } from "@/components/charts/year-columns"
import { TrackHeading, YearNames } from "@/components/charts/year-parts"
import { type Band, BANDS } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import type { YearComposition } from "@/lib/domain/views/momentum/composition"
import { type Locale, LOCALES } from "@/lib/i18n/locale"

export const BAND_LOOK: Record<Band, { fill: string; on: string }> = {
  complete: { fill: "var(--l3)", on: "var(--on-l3)" },
  intermediate: { fill: "var(--l2)", on: "var(--on-l2)" },
  minimum: { fill: "var(--l1)", on: "var(--on-l1)" },
  notInitiated: { fill: "var(--l0)", on: "var(--on-l0)" },
  unrated: { fill: "url(#hx)", on: "var(--ink)" },
}

/** Smaller shares have no room for their number. */
const LEAST_WITH_NUMBER = 9

/** The share of each level at every year's end, complete at the foot and what cannot be rated on top. */
export function CompositionDrawing({
  locale,
  compositions,
  tracks,
  size,
  items,
  label,
}: {
  locale: Locale
  compositions: readonly YearComposition[]
  tracks: readonly Track[]
  size: Size
  /** What the looks mean. */
  items: readonly KeyItem[]
  label: string
}) {
  const { dir } = LOCALES[locale]
  const years = [...new Set(compositions.map((it) => it.year))]
  const columns = yearColumns(
    dir,
    size,
    tracks.length,
    years.length,
    { wide: 190, narrow: 170 },
    size === "wide" ? placedKey(items, YEARS_ROOM).height : 0,
  )
  return (
    <svg
      viewBox={`0 0 ${columns.box.width} ${columns.box.height}`}
      width={columns.box.width}
      height={columns.box.height}
      role="img"
      {...drawn("composition", size === "wide")}
      aria-label={label}
      className="block"
    >
      {tracks.map((track, order) => {
        const box = columns.plots[order]!
        const y = linear([0, 100], [box.plot.bottom, box.plot.top])
        return (
          <g key={track}>
            <ValueAxis
              box={box}
              y={y}
              dir={dir}
              ticks={[0, 50, 100].map((value) => ({ value, label: String(value) }))}
            />
            <TrackHeading locale={locale} track={track} plot={box.plot} />
            {years.map((year, at) => {
              const it = compositions.find((each) => each.year === year && each.track === track)
              return it ? <Stack key={year} it={it} y={y} isWide={size === "wide"} {...columns.at(at)} /> : null
            })}
          </g>
        )
      })}
      {size === "wide" ? (
        <DrawingKey
          {...{ locale, items }}
          left={columns.box.plot.left}
          right={columns.box.plot.right}
          top={columns.box.plot.bottom + 22}
        />
      ) : null}
      <YearNames columns={columns} years={years} size={size} />
    </svg>
  )
}

function Stack({
  it,
  y,
  middle,
  width,
  isWide,
}: {
  it: YearComposition
  y: Scale
  middle: number
  width: number
  isWide: boolean
}) {
  const feet = it.shares.map((_, at) => it.shares.slice(0, at).reduce((sum, share) => sum + share, 0))
  return BANDS.map((band, at) => {
    const share = it.shares[at]!
    if (share === 0) return null
    const [top, bottom] = [y(feet[at]! + share), y(feet[at]!)]
    return (
      <g key={band}>
        <rect
          x={px(middle - width / 2)}
          y={px(top)}
          width={width}
          height={px(bottom - top)}
          style={{ fill: BAND_LOOK[band].fill, stroke: "var(--paper)", strokeWidth: 1 }}
        />
        {isWide && share >= LEAST_WITH_NUMBER ? (
          <text
            x={middle}
            y={px((top + bottom) / 2 + 4)}
            textAnchor="middle"
            className={band === "unrated" ? "xs paperstroke" : "xs"}
            style={{ fill: BAND_LOOK[band].on }}
          >
            {share}
          </text>
        ) : null}
      </g>
    )
  })
}
