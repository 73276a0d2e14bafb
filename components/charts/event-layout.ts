/** A mark on the time axis that wants to be named. Widths and places in pixels. */
export type Mark = { x: number; width: number }
/** `lane` counts from the top; the words stand after the line ("start") or before it ("end"). */
export type Place = { lane: number; side: "start" | "end" }

const GAP = 5
const AIR = 6

/**
 * Where each name stands, marks given from left to right: the first arrangement, trying lanes from the top and either
 * side, in which no two names of a lane touch and no mark's line runs through a name. A line runs from
 * its own name's lane down. Where everything cannot be named, the last marks stay unnamed (null).
 */
export function placeNames(
  marks: readonly Mark[],
  lanes: number,
  [from, to]: readonly [number, number],
): (Place | null)[] {
  for (let named = marks.length; named > 0; named--) {
    const found = search(marks.slice(0, named), [], lanes, [from, to])
    if (found) return marks.map((_, at) => found[at] ?? null)
  }
  return marks.map(() => null)
}

function search(
  marks: readonly Mark[],
  placed: Place[],
  lanes: number,
  bounds: readonly [number, number],
): Place[] | null {
  const mark = marks[placed.length]
  if (!mark) return placed
  for (let lane = 0; lane < lanes; lane++) {
    for (const side of ["start", "end"] as const) {
      const place = { lane, side }
      const [a, b] = extent(mark, place)
      if (a < bounds[0] || b > bounds[1]) continue
      if (placed.some((other, at) => collides(mark, place, marks[at]!, other))) continue
      const rest = search(marks, [...placed, place], lanes, bounds)
      if (rest) return rest
    }
  }
  return null
}

/** The pixels a name covers. */
export function extent({ x, width }: Mark, { side }: Place): [number, number] {
  return side === "start" ? [x + GAP, x + GAP + width] : [x - GAP - width, x - GAP]
}

function collides(a: Mark, placeA: Place, b: Mark, placeB: Place): boolean {
  const [startA, endA] = extent(a, placeA)
  const [startB, endB] = extent(b, placeB)
  const touch = placeA.lane === placeB.lane && startA < endB + AIR && startB < endA + AIR
  const lineThroughA = placeB.lane <= placeA.lane && b.x > startA - 2 && b.x < endA + 2
  const lineThroughB = placeA.lane <= placeB.lane && a.x > startB - 2 && a.x < endB + 2
  return touch || lineThroughA || lineThroughB
}

const NARROW = /[iljtfrI.,:;|!'’()\s]/
const BROAD = /[mwMW@%ABCDGHKNOQRUVXYZ]/
const ARABIC = /[\u0600-\u06ff]/

/** About how wide a bold 12-pixel line is; a little generous. Nothing on the server can measure. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += ARABIC.test(letter) ? 6.4 : NARROW.test(letter) ? 4 : BROAD.test(letter) ? 9 : 7
  return width
}

/** Whole words up to a width, then an ellipsis; at least the first word. What a colon adds goes as a whole. */
export function clip(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  const words = text.split(" ")
  while (words.length > 1 && textWidth(`${words.join(" ")}…`) > room) words.pop()
  const [said = "", added] = words.join(" ").split(/:(?= |$)/)
  return added === undefined ? `${said.replace(/[,،]$/u, "")}…` : said
}

/** "FATA merged with KP (25th Amendment)" → "FATA merged with KP"; the whole title stands in the list and table. */
export const shortTitle = (title: string) => title.replace(/\s*[(,،].*$/u, "")
