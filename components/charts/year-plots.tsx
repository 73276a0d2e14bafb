import { type CSSProperties, Fragment, type ReactNode } from "react"
import { ValueAxis, YearName } from "@/components/charts/axes"
import { Canvas } from "@/components/charts/canvas"
import { DrawingKey, type KeyItem, placedKey } from "@/components/charts/drawing-key"
import { type Box, type Size } from "@/components/charts/plot"
import { px, type Scale } from "@/components/charts/scales"
import { run } from "@/components/charts/trend-marks"
import { yearColumns, type YearColumns } from "@/components/charts/year-columns"
import type { DrawingName } from "@/lib/domain/drawing"
import type { Track } from "@/lib/domain/scale"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The room of the key under a wide drawing. */
const KEY_ROOM = 572

/** What a drawing by years is asked for. */
export type YearPlotsProps = {
  locale: Locale
  tracks: readonly Track[]
  size: Size
  items: readonly KeyItem[] // what the looks mean
  label: string
}
export type Column<T> = { it: T; y: Scale; isWide: boolean; middle: number; width: number }

/** One plot per track under another, each with a column for every year, on the same years and the same scale. */
export function YearPlots<T extends { year: number; track: Track }>({
  locale,
  tracks,
  size,
  items,
  label,
  name,
  values,
  scaleOf,
  ticks,
  column,
}: YearPlotsProps & {
  name: DrawingName
  values: readonly T[]
  scaleOf: (plot: Box["plot"]) => Scale
  ticks: readonly number[] // told without their sign
  column: (column: Column<T>) => ReactNode
}) {
  const { dir } = LOCALES[locale]
  const isWide = size === "wide"
  const years = [...new Set(values.map((it) => it.year))]
  const columns = yearColumns(dir, size, tracks.length, years.length, isWide ? placedKey(items, KEY_ROOM).height : 0)
  const { box } = columns
  return (
    <Canvas name={name} label={label} width={box.width} height={box.height} isWide={isWide}>
      {tracks.map((track, order) => {
        const plotted = columns.plots[order]!
        const y = scaleOf(plotted.plot)
        return (
          <g key={track}>
            <ValueAxis
              box={plotted}
              y={y}
              dir={dir}
              ticks={ticks.map((value) => ({ value, label: String(Math.abs(value)) }))}
            />
            <TrackHeading locale={locale} track={track} plot={plotted.plot} />
            {years.map((year, at) => {
              const it = values.find((each) => each.year === year && each.track === track)
              return it ? <Fragment key={year}>{column({ it, y, isWide, ...columns.at(at) })}</Fragment> : null
            })}
          </g>
        )
      })}
      {isWide ? (
        <DrawingKey {...{ locale, items }} left={box.plot.left} right={box.plot.right} top={box.plot.bottom + 22} />
      ) : null}
      <YearNames columns={columns} years={years} size={size} />
    </Canvas>
  )
}

/** A piece of a column with its number in the middle; null where it has no room. */
export function Piece({
  middle,
  width,
  top,
  bottom,
  look,
  number,
  className,
  fill,
}: {
  middle: number
  width: number
  top: number
  bottom: number
  look: CSSProperties
  number: number | null
  className: string // of the number
  fill?: string // of the number
}) {
  return (
    <g>
      <rect x={px(middle - width / 2)} y={px(top)} width={width} height={px(bottom - top)} style={look} />
      {number === null ? null : (
        <text x={middle} y={px((top + bottom) / 2 + 4)} textAnchor="middle" className={className} style={{ fill }}>
          {number}
        </text>
      )}
    </g>
  )
}

/** The years under the lowest plot; a narrow one names every second in short. */
function YearNames({ columns, years, size }: { columns: YearColumns; years: readonly number[]; size: Size }) {
  const isTight = size === "narrow" && years.length > 8
  return years.map((year, at) =>
    isTight && at % 2 === 1 ? null : (
      <YearName
        key={year}
        x={columns.at(at).middle}
        y={columns.box.plot.bottom + 17}
        year={year}
        isShort={isTight && at > 0}
      />
    ),
  )
}

/** A track's mark and name above its plot, at the side where reading begins. */
function TrackHeading({
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
