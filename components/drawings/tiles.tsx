import type { ReactNode } from "react"
import { Canvas } from "@/components/charts/canvas"
import { DrawingKey, type KeyItem, placedKey } from "@/components/charts/drawing-key"
import type { Locale } from "@/lib/i18n/locale"
import { heightOf, Words } from "./words"

type Region = { id: string; tile: { column: number; row: number } }
/** The inside of a tile. */
export type Place = { left: number; right: number; top: number }

const PADDING = 10
/** A single tile still leaves room for what stands around it. */
const NARROWEST = 680

/**
 * Provinces as tiles that stand roughly where they are, so in the same places in both languages; `note` says so in words.
 * `draw` fills a tile, `isVoid` leaves it without ground.
 */
export function TilesDrawing<R extends Region>({
  locale,
  label,
  regions,
  size,
  gap,
  draw,
  isVoid = () => false,
  items,
  note,
}: {
  locale: Locale
  label: string
  regions: readonly R[]
  size: { width: number; height: number }
  gap: number
  draw: (region: R, place: Place) => ReactNode
  isVoid?: (region: R) => boolean
  items: readonly KeyItem[]
  note: string
}) {
  const columns = span(regions.map(({ tile }) => tile.column))
  const rows = span(regions.map(({ tile }) => tile.row))
  const all = (count: number, each: number) => count * each + (count - 1) * gap
  const width = Math.max(all(columns.count, size.width), NARROWEST)
  const bottom = all(rows.count, size.height)
  const foot = bottom + placedKey(items, width).height
  const lines = [{ words: note, look: "xs" }]
  const height = Math.ceil(foot + 10 + heightOf(locale, lines, width))
  return (
    <Canvas name="provinces" label={label} width={width} height={height}>
      {regions.map((region) => {
        const x = (region.tile.column - columns.first) * (size.width + gap)
        const y = (region.tile.row - rows.first) * (size.height + gap)
        const box = { x: x + 0.5, y: y + 0.5, width: size.width - 1, height: size.height - 1, rx: 2 }
        const fill = isVoid(region) ? "none" : "var(--surface)"
        return (
          <g key={region.id} data-row={region.id}>
            <rect {...box} style={{ fill, stroke: "var(--rule)" }} />
            {draw(region, { left: x + PADDING, right: x + size.width - PADDING, top: y + PADDING })}
          </g>
        )
      })}
      <DrawingKey {...{ locale, items }} left={0} right={width} top={bottom} />
      <Words {...{ locale, lines }} left={0} right={width} top={foot + 8} />
    </Canvas>
  )
}

function span(places: readonly number[]) {
  const first = Math.min(...places)
  return { first, count: Math.max(...places) - first + 1 }
}

export const innerWidth = (width: number) => width - 2 * PADDING
/** The height of a tile around what it holds. */
export const around = (inner: number) => inner + 2 * PADDING
