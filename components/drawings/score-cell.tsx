import { textWidth } from "@/components/charts/event-layout"
import { px } from "@/components/charts/scales"
import { run } from "@/components/charts/trend-marks"
import { strandFigures } from "@/components/views/points/strand-bar"
import type { Score } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ScoreBar } from "./marks"
import type { Sketch } from "./rows-drawing"

const LINE = 17
/** Digits are a little wider than letters on average, and more so at the size of Urdu. */
const WIDER: Record<Locale, number> = { en: 1.08, ur: 1.2 }

/** One track's score as a bar, its index with the range, and how many of how many it rests on. */
export function scoreCell(locale: Locale, track: Track, score: Score): Sketch {
  const { index, low, high, rated, commitments } = score
  const isRtl = LOCALES[locale].dir === "rtl"
  const figures = strandFigures(locale, score)
  const hasBar = low !== null && high !== null
  return {
    height: hasBar ? 16 + 2 * LINE : LINE,
    draw: ({ x, y }) => {
      const top = hasBar ? y - LINE - 8 : y - LINE
      const first = top + (hasBar ? 16 : 0) + 13
      const words = (text: string, look: string, line: number, after = 0) => (
        <text
          x={px(x(0) + (isRtl ? -after : after))}
          y={px(first + line * LINE)}
          textAnchor={isRtl ? "end" : "start"}
          className={look}
        >
          {run(locale, text)}
        </text>
      )
      return (
        <>
          {hasBar ? <ScoreBar {...{ x, track, low, high }} y={top + 7} /> : null}
          {words(figures.index, index === null ? "t2" : "ti b", 0)}
          {figures.range === null ? null : words(figures.range, "", 0, textWidth(figures.index) * WIDER[locale] + 7)}
          {commitments === 0 ? null : words(messages(locale).terms.rated(rated, commitments), "xs", 1)}
        </>
      )
    },
  }
}
