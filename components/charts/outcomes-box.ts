import { textWidth } from "@/components/charts/event-layout"
import type { Box, Size } from "@/components/charts/plot"

/** The drawing's box, and in it the index's plot and one for every panel below, all on the same time axis. */
export type OutcomesLayout = { box: Box; index: Box; panels: Box[]; labelX: number }

const SIDES = {
  ltr: { wide: [48, 1024], narrow: [36, 268] },
  // In Urdu the value axis stands on the right, between the plot and the names beside it.
  rtl: { wide: [8, 982], narrow: [6, 234] },
} as const

const HEIGHTS = {
  wide: { width: 1248, top: 132, index: 180, panel: 88, gap: 46, axis: 28 },
  // On a phone the name of a panel stands above it.
  narrow: { width: 358, top: 56, index: 170, panel: 84, gap: 62, axis: 28 },
}

/** `key`: the height that the key below the axis takes. */
export function outcomesLayout(dir: "ltr" | "rtl", size: Size, panels: number, key: number): OutcomesLayout {
  const { width, top, index, panel, gap, axis } = HEIGHTS[size]
  const [left, right] = SIDES[dir][size]
  const bottom = top + index + panels * (gap + panel)
  const height = bottom + axis + key
  const boxOf = (from: number, to: number): Box => ({ width, height, plot: { left, right, top: from, bottom: to } })
  return {
    box: boxOf(top, bottom),
    index: boxOf(top, top + index),
    panels: Array.from({ length: panels }, (_, at) => {
      const from = top + index + gap + at * (gap + panel)
      return boxOf(from, from + panel)
    }),
    labelX: right + (dir === "rtl" ? 54 : 18),
  }
}

/** Zero, the middle and a round number that holds everything. */
export function countTicks(most: number): [number, number, number] {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  const top = [1, 2, 4, 6, 8, 10].map((each) => each * power).find((each) => each >= most)!
  return [0, top / 2, top]
}

/** Words cut into lines that fit a width; a word longer than a line stands alone. */
export function wrapped(text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)!} ${word}` : word
    if (lines.length > 0 && textWidth(longer) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
