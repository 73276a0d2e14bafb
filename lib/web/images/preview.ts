import "server-only"
import { colour, FAMILY } from "./look"
import { passage, plainText } from "./text"

const [WIDTH, HEIGHT, EDGE] = [1200, 630, 72]
export const PREVIEW_WIDTH = WIDTH

/**
 * The picture that chat apps and networks show of a page, 1200 × 630: its finding in words, as its own title and
 * description have it. `strip` says who speaks.
 */
export function previewOf(html: string, strip: string): string {
  const locale = /<html[^>]* lang="ur"/.test(html) ? "ur" : "en"
  const title = plainText(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "").replace(/ · [^·]*$/, "")
  const description = plainText(/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? "")
  const width = WIDTH - 2 * EDGE
  const ink = colour("ink", "light")
  const isLong = title.length > 90
  const head = passage(
    {
      text: title,
      locale,
      kind: "serif",
      size: isLong ? 44 : 56,
      weight: locale === "ur" ? 700 : 600,
      fill: ink,
      lines: 4,
    },
    EDGE,
    118,
    width,
  )
  const rest = description.startsWith(title) ? description.slice(title.length).replace(/^[.۔\s]+/, "") : description
  const room = Math.floor((HEIGHT - 118 - head.height - 130) / (28 * (locale === "ur" ? 1.75 : 1.45)))
  const more =
    room > 0
      ? passage(
          { text: rest, locale, kind: "sans", size: 28, fill: colour("ink-2", "light"), lines: room },
          EDGE,
          118 + head.height + 16,
          width,
        )
      : { svg: "" }
  const mark = locale === "ur" ? WIDTH - EDGE - 60 : EDGE
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colour("paper", "light")}"/>`,
    // The two tracks: the only two hues.
    `<rect x="${mark}" y="64" width="28" height="28" fill="${colour("kin", "light")}"/>`,
    `<circle cx="${mark + 46}" cy="78" r="14" fill="${colour("non", "light")}"/>`,
    `<text x="${locale === "ur" ? mark - 16 : mark + 78}" y="88" ${locale === "ur" ? 'text-anchor="end"' : ""} font-family="${FAMILY.en.serif}" font-size="28" font-weight="600" fill="${ink}">NAP Tracker</text>`,
    head.svg,
    more.svg,
    `<rect x="${EDGE}" y="${HEIGHT - 96}" width="${width}" height="1" fill="${colour("rule-2", "light")}"/>`,
    passage(
      { text: strip, locale, kind: "sans", size: 22, fill: colour("ink-3", "light"), lines: 1 },
      EDGE,
      HEIGHT - 84,
      width,
    ).svg,
    "</svg>",
  ].join("")
}
