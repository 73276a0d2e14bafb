import "server-only"
import { keyOf } from "./key"
import { chartStyle, colour, settled, type Theme } from "./look"
import { escaped, passage, plainText } from "./text"

const EDGE = 24
const PATTERN = `<pattern id="hx" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="6" height="6" fill="var(--hatch-bg)"/><rect width="1.6" height="6" fill="var(--hatch)"/></pattern>`

/**
 * One drawing of a page as an SVG file that stands alone: what it is about and shows in words above, where and when it
 * comes from below, fonts named, colours settled. Taken out of the page itself, so that both show the same; null where the page
 * has no such drawing.
 */
export function drawingOf(
  html: string,
  name: string,
  { title, source }: { title: string; source: string },
  theme: Theme,
): string | null {
  const found = new RegExp(`<svg(?=[^>]* data-drawing="${name}")[^>]*>`).exec(html)
  if (!found) return null
  const end = html.indexOf("</svg>", found.index)
  const attribute = (which: string) => new RegExp(` ${which}="([^"]*)"`).exec(found[0])?.[1] ?? ""
  const [width, height] = [Number(attribute("width")), Number(attribute("height"))]
  const locale = /<html[^>]* lang="ur"/.test(html) ? "ur" : "en"
  const label = plainText(attribute("aria-label"))
  const full = width + 2 * EDGE

  const words = { locale, lines: 4 } as const
  const about = passage(
    { ...words, text: title, kind: "sans", size: 12, fill: colour("ink-2", theme) },
    EDGE,
    14,
    width,
  )
  const head = passage(
    { ...words, lines: 6, text: label, kind: "sans", size: 15, weight: 600, fill: colour("ink", theme) },
    EDGE,
    14 + about.height + 2,
    width,
  )
  const top = 16 + about.height + head.height + 8
  const drawing = html.slice(found.index + found[0].length, end)
  const key = keyOf(name, drawing, { locale, theme }, [EDGE, top + height + 12, width])
  const foot = passage(
    // Never cut: an address is of use as a whole only.
    { ...words, lines: 12, text: source, kind: "sans", size: 11, fill: colour("ink-3", theme) },
    EDGE,
    top + height + key.height + 8,
    width,
  )
  const total = Math.ceil(top + height + key.height + 8 + foot.height + 14)
  const inside = settled(drawing, theme, locale)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${full} ${total}" width="${full}" height="${total}" lang="${locale}" role="img">`,
    `<title>${escaped(title === "" ? label : `${title}${locale === "ur" ? "۔" : "."} ${label}`)}</title><desc>${escaped(source)}</desc>`,
    `<style>${chartStyle(theme, locale).replaceAll("<", "")}</style><defs>${settled(PATTERN, theme, locale)}</defs>`,
    `<rect width="${full}" height="${total}" fill="${colour("paper", theme)}"/>`,
    about.svg,
    head.svg,
    `<svg class="drawing" x="${EDGE}" y="${top}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`,
    key.svg,
    foot.svg,
    "</svg>",
  ].join("")
}
