import "server-only"
import { chartStyle, colour, settled, type Theme } from "./look"
import { escaped, passage, plainText } from "./text"

const EDGE = 24
const PATTERN = `<pattern id="hx" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="6" height="6" fill="var(--hatch-bg)"/><rect width="1.6" height="6" fill="var(--hatch)"/></pattern>`

/**
 * One drawing of a page as an SVG file that stands alone: what it shows in words above, where and when it comes from
 * below, fonts named, colours settled. Taken out of the page itself, so that both show the same; null where the page
 * has no such drawing.
 */
export function drawingOf(html: string, name: string, source: string, theme: Theme): string | null {
  const found = new RegExp(`<svg(?=[^>]* data-drawing="${name}")[^>]*>`).exec(html)
  if (!found) return null
  const end = html.indexOf("</svg>", found.index)
  const attribute = (which: string) => new RegExp(` ${which}="([^"]*)"`).exec(found[0])?.[1] ?? ""
  const [width, height] = [Number(attribute("width")), Number(attribute("height"))]
  const locale = /<html[^>]* lang="ur"/.test(html) ? "ur" : "en"
  const label = plainText(attribute("aria-label"))
  const full = width + 2 * EDGE

  const words = { locale, lines: 4 } as const
  const head = passage(
    { ...words, text: label, kind: "sans", size: 15, weight: 600, fill: colour("ink", theme) },
    EDGE,
    16,
    width,
  )
  const top = 16 + head.height + 8
  const foot = passage(
    { ...words, text: source, kind: "sans", size: 11, fill: colour("ink-3", theme) },
    EDGE,
    top + height + 8,
    width,
  )
  const total = Math.ceil(top + height + 8 + foot.height + 14)
  const inside = settled(html.slice(found.index + found[0].length, end), theme, locale)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${full} ${total}" width="${full}" height="${total}" lang="${locale}" role="img">`,
    `<title>${escaped(label)}</title><desc>${escaped(source)}</desc>`,
    `<style>${chartStyle(theme, locale).replaceAll("<", "")}</style><defs>${settled(PATTERN, theme, locale)}</defs>`,
    `<rect width="${full}" height="${total}" fill="${colour("paper", theme)}"/>`,
    head.svg,
    `<svg class="drawing" x="${EDGE}" y="${top}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`,
    foot.svg,
    "</svg>",
  ].join("")
}
