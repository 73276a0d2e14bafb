import type { CSSProperties, ReactNode } from "react"
import { textWidth } from "@/components/charts/event-layout"
import { px } from "@/components/charts/scales"
import { run } from "@/components/charts/trend-marks"
import { type Locale, LOCALES } from "@/lib/i18n/locale"

/** What one look, or one sign, of a drawing means. */
export type PlainItem = { words: string } & ({ look: CSSProperties } | { sign: string })
/** The same, or a mark drawn in a box of 12 × 12. */
export type KeyItem = PlainItem | { words: string; mark: ReactNode }

const SWATCH = 12
const BEFORE_WORDS = 19
const BETWEEN = 20
const LINE = 18

type Placed = { item: KeyItem; at: number; line: number }

/** Where each item stands: from the side where reading begins, in as many lines as it takes. */
export function placedKey(items: readonly KeyItem[], room: number): { placed: Placed[]; height: number } {
  const placed: Placed[] = []
  let [at, line] = [0, 0]
  for (const item of items) {
    const width = BEFORE_WORDS + textWidth(item.words) * 0.94
    if (at > 0 && at + width > room) [at, line] = [0, line + 1]
    placed.push({ item, at, line })
    at += width + BETWEEN
  }
  return { placed, height: items.length === 0 ? 0 : (line + 1) * LINE + 10 }
}

/** The key inside a drawing, so that a picture of it can be read alone. `top`: the first pixel below the axis. */
export function DrawingKey({
  locale,
  items,
  left,
  right,
  top,
}: {
  locale: Locale
  items: readonly KeyItem[]
  left: number
  right: number
  top: number
}) {
  const isRtl = LOCALES[locale].dir === "rtl"
  return placedKey(items, right - left).placed.map(({ item, at, line }) => {
    const [x, y] = [isRtl ? right - at : left + at, top + 10 + line * LINE]
    return (
      <g key={item.words}>
        {"look" in item ? (
          <rect x={px(isRtl ? x - SWATCH : x)} y={y} width={SWATCH} height={SWATCH} style={item.look} />
        ) : "mark" in item ? (
          <g transform={`translate(${px(isRtl ? x - SWATCH : x)} ${y})`}>{item.mark}</g>
        ) : (
          <text x={px(isRtl ? x - SWATCH / 2 : x + SWATCH / 2)} y={y + 10.5} textAnchor="middle" className="ti b">
            {item.sign}
          </text>
        )}
        <text
          x={px(isRtl ? x - BEFORE_WORDS : x + BEFORE_WORDS)}
          y={y + 10.5}
          textAnchor={isRtl ? "end" : "start"}
          className="xs t2"
        >
          {run(locale, item.words)}
        </text>
      </g>
    )
  })
}
