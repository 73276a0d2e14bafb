import { ValueAxis } from "@/components/charts/axes"
import { DrawingKey, type KeyItem, placedKey } from "@/components/charts/drawing-key"
import { drawn, type Size } from "@/components/charts/plot"
import { linear, px, type Scale } from "@/components/charts/scales"
import { yearColumns, YEARS_ROOM } from "@/components/charts/year-columns"
import { TrackHeading, YearNames } from "@/components/charts/year-parts"
import type { Track } from "@/lib/domain/scale"
import type { YearSteps } from "@/lib/domain/views/momentum/steps"
import { type Locale, LOCALES } from "@/lib/i18n/locale"

/** The looks of a step on a track: solid where a level rose, hollow where it fell, hatched on the edge of the unrated. */
export const stepLook = (track: Track, kind: "up" | "down" | "newlyRated" | "unrated") => {
  const hue = track === "kinetic" ? "var(--kin)" : "var(--non)"
  if (kind === "up") return { fill: hue, stroke: hue, strokeWidth: 1 }
  if (kind === "down") return { fill: "var(--paper)", stroke: hue, strokeWidth: 1.5 }
  return { fill: "url(#hx)", stroke: hue, strokeWidth: 1, ...(kind === "unrated" && { strokeDasharray: "3 2" }) }
}

/** Room under the digits of a count. */
const LEAST_FOR_DIGITS = 13

/** How many commitments moved each year, up above the line and down below it, on one scale for both tracks. */
export function StepsDrawing({
  locale,
  steps,
  tracks,
  size,
  items,
  label,
}: {
  locale: Locale
  steps: readonly YearSteps[]
  tracks: readonly Track[]
  size: Size
  /** What the looks mean. */
  items: readonly KeyItem[]
  label: string
}) {
  const { dir } = LOCALES[locale]
  const years = [...new Set(steps.map((it) => it.year))]
  const columns = yearColumns(
    dir,
    size,
    tracks.length,
    years.length,
    { wide: 190, narrow: 170 },
    size === "wide" ? placedKey(items, YEARS_ROOM).height : 0,
  )
  const most = Math.max(1, ...steps.map((it) => it.up + it.newlyRated))
  const least = Math.max(1, ...steps.map((it) => it.down + it.unrated))
  return (
    <svg
      viewBox={`0 0 ${columns.box.width} ${columns.box.height}`}
      width={columns.box.width}
      height={columns.box.height}
      role="img"
      {...drawn("steps", size === "wide")}
      aria-label={label}
      className="block"
    >
      {tracks.map((track, order) => {
        const box = columns.plots[order]!
        const y = linear([-least, most], [box.plot.bottom - 8, box.plot.top + 4])
        return (
          <g key={track}>
            <ValueAxis
              box={box}
              y={y}
              dir={dir}
              ticks={ticksOf(-least, most).map((value) => ({ value, label: String(Math.abs(value)) }))}
            />
            <TrackHeading locale={locale} track={track} plot={box.plot} />
            {years.map((year, at) => {
              const it = steps.find((each) => each.year === year && each.track === track)
              return it ? <Column key={year} it={it} y={y} {...columns.at(at)} /> : null
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

function Column({ it, y, middle, width }: { it: YearSteps; y: Scale; middle: number; width: number }) {
  const parts = [
    { kind: "up", from: 0, to: it.up },
    { kind: "newlyRated", from: it.up, to: it.up + it.newlyRated },
    { kind: "down", from: 0, to: -it.down },
    { kind: "unrated", from: -it.down, to: -it.down - it.unrated },
  ] as const
  return parts.map(({ kind, from, to }) => {
    if (from === to) return null
    const [top, bottom] = [Math.min(y(from), y(to)), Math.max(y(from), y(to))]
    const isRoomy = bottom - top >= LEAST_FOR_DIGITS
    return (
      <g key={kind}>
        <rect
          x={px(middle - width / 2)}
          y={px(top)}
          width={width}
          height={px(bottom - top)}
          style={stepLook(it.track, kind)}
        />
        {isRoomy ? (
          <text
            x={middle}
            y={px((top + bottom) / 2 + 4)}
            textAnchor="middle"
            className={kind === "up" ? "b xs" : "ti b xs paperstroke"}
            style={kind === "up" ? { fill: "var(--paper)" } : undefined}
          >
            {Math.abs(to - from)}
          </text>
        ) : null}
      </g>
    )
  })
}

/** Zero and whole numbers around it, at most about five. */
function ticksOf(bottom: number, top: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((each) => (top - bottom) / each <= 5) ?? 100
  const ticks = []
  for (let value = Math.ceil(bottom / step) * step; value <= top; value += step) ticks.push(value || 0)
  return ticks
}
