import { textWidth } from "@/components/charts/event-layout"
import { px } from "@/components/charts/scales"
import { run } from "@/components/charts/trend-marks"
import type { Track } from "@/lib/domain/scale"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { TrackSign } from "./marks"

/**
 * Words of a drawing, in as many lines as they take. `look`: classes of chart.css; `track` sets its mark before them,
 * hollow for the claim lane.
 */
export type Line = { words: string; look?: string; track?: Track; isHollow?: boolean }
/** Where words begin, end or stand about, in the language's own direction. */
export type Side = "start" | "middle" | "end"

const LEADING: Record<Locale, number> = { en: 17, ur: 22 }
/** Room of a track's mark with the space behind it. */
const MARK = 16

/** Height of these lines, each broken where the room ends, in pixels. */
export const heightOf = (locale: Locale, lines: readonly Line[], room: number) =>
  lines.reduce((total, line) => total + broken(line, room).length, 0) * LEADING[locale]

/** The lines one under another from `top` on, between `left` and `right`. */
export function Words({
  locale,
  lines,
  left,
  right,
  top,
  side = "start",
}: {
  locale: Locale
  lines: readonly Line[]
  left: number
  right: number
  top: number
  side?: Side
}) {
  const isRtl = LOCALES[locale].dir === "rtl"
  const begins = side === "middle" ? (left + right) / 2 : (side === "start") === isRtl ? right : left
  const anchor = side === "middle" ? "middle" : (side === "start") === isRtl ? "end" : "start"
  const set = lines.flatMap((line) => broken(line, right - left).map((words, at) => ({ ...line, words, at })))
  return set.map(({ words, look = "t2", track, isHollow = false, at }, order) => {
    const base = px(top + order * LEADING[locale] + 0.74 * LEADING[locale])
    const shift = track ? (isRtl ? -MARK : MARK) : 0
    return (
      <g key={order}>
        {track && at === 0 ? (
          <TrackSign {...{ track, isHollow }} x={begins + shift * 0.35} y={base - 4} size={9} />
        ) : null}
        <text
          x={px(begins + shift)}
          y={base}
          textAnchor={anchor}
          className={track ? `${track === "kinetic" ? "tk-k" : "tk-n"} ${look}` : look}
        >
          {run(locale, words)}
        </text>
      </g>
    )
  })
}

/** Whole words up to the room there is; one that is longer alone runs over. */
function broken({ words, look = "", track }: Line, room: number): string[] {
  const size = look.includes("xs") ? 0.92 : look.includes("b") ? 1 : 0.96
  const most = (room - (track ? MARK : 0)) / size
  const lines: string[] = []
  for (const word of words.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`
    if (lines.length > 0 && textWidth(longer) > most) lines.push(word)
    else lines[Math.max(0, lines.length - 1)] = longer
  }
  return lines
}
