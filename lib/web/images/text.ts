import "server-only"
import { FAMILY } from "./look"

/** A passage as lines of SVG text. `size` in pixels; `lines` is the most there may be, the last one cut with "…". */
type Passage = {
  text: string
  locale: "en" | "ur"
  kind: "serif" | "sans"
  size: number
  weight?: number
  fill: string
  lines?: number
}

/** Mean advance of a letter in a hundredth of the size: on the wide side, so that a line never runs over the edge. */
const ADVANCE = { en: { serif: 0.57, sans: 0.54 }, ur: { serif: 0.48, sans: 0.5 } }
/** Line height over size; Nastaliq needs its room. */
const LEADING = { en: { serif: 1.22, sans: 1.45 }, ur: { serif: 2.1, sans: 1.75 } }

/** About how wide a short text of the sans face is, in pixels. */
export const advance = (text: string, locale: "en" | "ur", size: number) => seen(text) * size * ADVANCE[locale].sans

/** The passage in a column of `width` from the top `y` on, with the height it takes. Starts at the right in Urdu. */
export function passage(it: Passage, x: number, y: number, width: number): { svg: string; height: number } {
  const { locale, kind, size, weight = 400, fill } = it
  const lines = wrapped(it.text, width / (size * ADVANCE[locale][kind]), it.lines ?? 6)
  const step = size * LEADING[locale][kind]
  // A line that begins with a number still runs from right to left.
  const anchor = locale === "ur" ? `x="${x + width}" direction="rtl"` : `x="${x}"`
  const svg = lines.map((line, at) => {
    const base = y + at * step + (step + size * 0.7) / 2
    return `<text ${anchor} y="${base.toFixed(1)}" font-family="${FAMILY[locale][kind]}, Inter, ${kind === "sans" ? "sans-serif" : "serif"}" font-size="${size}" font-weight="${weight}" fill="${fill}">${isolated(escaped(line))}</text>`
  })
  return { svg: svg.join(""), height: lines.length * step }
}

function wrapped(text: string, letters: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, letters))) {
    const last = lines.at(-1)
    if (last !== undefined && seen(last) + 1 + seen(word) <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.replace(/[\s،,.;:]+$/, "")}…`]
}

/** A word that is longer than a line, such as an address, in pieces that are not: after a "&" or "," where there is one. */
function pieces(word: string, letters: number): string[] {
  if (seen(word) <= letters) return word === "" ? [] : [word]
  const most = Math.max(8, Math.floor(letters))
  const [fits, rest] = [word.slice(0, most), word.slice(most)]
  const at = Math.max(fits.lastIndexOf("&"), fits.lastIndexOf(",")) + 1
  const cut = at > most / 2 ? at : fits.length
  return [word.slice(0, cut), ...pieces(fits.slice(cut) + rest, letters)]
}

const MARKS = /[\u2066-\u2069\u200e\u200f]/g
const seen = (text: string) => text.replaceAll(MARKS, "").length

/** A number or range inside Urdu keeps its order. The marks that say so have no glyph, so they become markup. */
const isolated = (line: string) =>
  line
    .replaceAll(/\u2066([^\u2066-\u2069]*)\u2069/g, '<tspan direction="ltr" unicode-bidi="embed">$1</tspan>')
    .replaceAll(MARKS, "")

export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" }
/** Text as it stands in HTML, plain: no tags, no entities, single spaces. */
export const plainText = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(\w+|#\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replaceAll(/\s+/g, " ")
    .trim()
