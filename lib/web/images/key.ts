import "server-only"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { settled, type Theme } from "./look"
import { advance, passage } from "./text"

/** One sign of a drawing, drawn in a box of 26 × 12, and what it means. */
type Sign = { mark: string; words: string }

const [MARK, BEFORE_WORDS, BETWEEN, SIZE, LINE] = [26, 6, 22, 12, 22]

const KINETIC = `<rect x="8" y="1" width="10" height="10" style="fill:var(--kin)"/>`
const NON_KINETIC = `<circle cx="13" cy="6" r="5.4" style="fill:var(--non)"/>`
const both = (first: string, second: string) =>
  `<rect width="13" height="12" style="fill:var(--${first})"/><rect x="13" width="13" height="12" style="fill:var(--${second})"/>`
const line = (colour: string, more = "") =>
  `<path d="M0 6h26" style="fill:none;stroke:var(--${colour});stroke-width:2.5;${more}"/>`
const HOLLOW = "fill:var(--paper);stroke-width:1.6;stroke:var("
const CLAIM = `${line("ink-2", "stroke-dasharray:5 4")}<rect x="9" y="2" width="8" height="8" style="${HOLLOW}--ink-2)"/>`
const HATCH = `<rect width="26" height="12" style="fill:url(#hx)"/>`
const SUPPORTS = `<path d="M8 11h10l-5-10z" style="fill:var(--ink)"/>`
const CONTRADICTS = `<path d="M8 1h10l-5 10z" style="${HOLLOW}--ink)"/>`
const CONTEXT = `<circle cx="13" cy="6" r="4" style="fill:var(--ink-3)"/>`

/** The signs that the page explains beside a drawing, as far as the drawing has them: a picture is alone. */
function signsOf(name: string, inside: string, locale: Locale): Sign[] {
  const { terms, point, sandbox } = messages(locale)
  const { key } = point.strands
  const band = { mark: both("kin-band", "non-band"), words: key.band }
  const has = (...parts: string[]) => parts.some((part) => inside.includes(part))
  if (name === "methods")
    return [
      { mark: KINETIC, words: terms.track.kinetic },
      { mark: NON_KINETIC, words: terms.track["non-kinetic"] },
      { ...band, words: sandbox.unrated.range },
    ]
  if (name === "evidence")
    return [
      ...(has('class="inkf"') ? [{ mark: SUPPORTS, words: terms.bearing.supports }] : []),
      ...(has("fill:var(--paper)") ? [{ mark: CONTRADICTS, words: terms.bearing.contradicts }] : []),
      ...(has("fill:var(--ink-3)") ? [{ mark: CONTEXT, words: terms.bearing.context }] : []),
    ]
  if (!/^(strand|core|lanes|trend)/.test(name)) return []
  const isStrand = name.startsWith("strand")
  return [
    ...(isStrand && has('class="kl"', 'class="nl"') ? [{ mark: line("ink"), words: key.finding }] : []),
    ...(isStrand && has("fill:var(--paper);stroke:var(--ink-2)") ? [{ mark: CLAIM, words: key.claim }] : []),
    ...(has('class="kb"', 'class="nb"') ? [band] : []),
    ...(has('class="fx"') ? [{ mark: HATCH, words: key.hatch }] : []),
  ]
}

/** The key of a drawing below it, from where reading begins, in as many lines as it takes. */
export function keyOf(
  name: string,
  inside: string,
  { locale, theme }: { locale: Locale; theme: Theme },
  [x, y, width]: readonly [x: number, y: number, width: number],
): { svg: string; height: number } {
  let [at, row] = [0, 0]
  const drawn = signsOf(name, inside, locale).map(({ mark, words }) => {
    const long = advance(words, locale, SIZE)
    const all = MARK + BEFORE_WORDS + long
    if (at > 0 && at + all > width) [at, row] = [0, row + 1]
    const [start, top] = [at, y + row * LINE]
    at += all + BETWEEN
    const markAt = locale === "ur" ? x + width - start - MARK : x + start
    const wordsAt = locale === "ur" ? x + width - start - all : x + start + MARK + BEFORE_WORDS
    const text = { text: words, locale, kind: "sans", size: SIZE, fill: "var(--ink-2)", lines: 1 } as const
    // Room to spare: the words of a sign stand on one line. In Urdu they end where the sign begins.
    const [from, room] = locale === "ur" ? [wordsAt - long, 2 * long] : [wordsAt, 2 * long]
    return `<g transform="translate(${markAt.toFixed(1)} ${top})">${mark}</g>${passage(text, from, top - 3, room).svg}`
  })
  const svg = drawn.length === 0 ? "" : settled(`<g class="key">${drawn.join("")}</g>`, theme, locale)
  return { svg, height: drawn.length === 0 ? 0 : (row + 1) * LINE + 6 }
}
