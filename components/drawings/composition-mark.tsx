import { BAND_LOOK } from "@/components/charts/composition-drawing"
import type { KeyItem } from "@/components/charts/drawing-key"
import { bandNames } from "@/components/views/overview/stand"
import { type Band, BANDS } from "@/lib/domain/indices"
import type { Locale } from "@/lib/i18n/locale"
import { Bar } from "./marks"
import type { Sketch } from "./rows-drawing"

/** A smaller share has no room for its number. */
const ROOM_FOR_NUMBER = 0.07

const edged = (band: Band) => ({ fill: BAND_LOOK[band].fill, stroke: "var(--l0-edge)", strokeWidth: 1 })

/** How many commitments stand at each level, as one bar from complete to what cannot be rated. */
export function compositionMark(counts: Record<Band, number>, height: number): Sketch {
  const total = BANDS.reduce((sum, band) => sum + counts[band], 0)
  const share = (band: Band) => (100 * counts[band]) / total
  const feet = BANDS.map((_, at) => BANDS.slice(0, at).reduce((sum, band) => sum + share(band), 0))
  return {
    height,
    draw: ({ x, y }) =>
      BANDS.map((band, at) => {
        if (counts[band] === 0) return null
        const [from, to] = [feet[at]!, feet[at]! + share(band)]
        return (
          <g key={band}>
            <Bar {...{ x, y, from, to, height }} style={edged(band)} />
            {share(band) < 100 * ROOM_FOR_NUMBER ? null : (
              <text
                x={x((from + to) / 2)}
                y={y + 4}
                textAnchor="middle"
                className={band === "unrated" ? "b xs paperstroke" : "b xs"}
                style={{ fill: BAND_LOOK[band].on }}
              >
                {counts[band]}
              </text>
            )}
          </g>
        )
      }),
  }
}

/** The key of composition bars: only the levels that occur in one of them. */
export function compositionKey(locale: Locale, bars: readonly Record<Band, number>[]): KeyItem[] {
  const names = bandNames(locale)
  const shown = BANDS.filter((band) => bars.some((counts) => counts[band] > 0))
  return shown.map((band) => ({ look: edged(band), words: names[band] }))
}
