import "server-only"
import { readFileSync } from "node:fs"
import { join } from "node:path"

export type Theme = "light" | "dark"

/** The families as the picture fonts are called inside (lib/cli/fonts.mjs cuts them). */
export const FAMILY = {
  en: { sans: "Inter", serif: "Source Serif 4", numeral: "Source Serif 4" },
  ur: { sans: "Vazirmatn", serif: "Noto Nastaliq Urdu", numeral: "Source Serif 4" },
} as const

let sheets: { tokens: Map<string, string>; chart: string } | undefined

/** The site's own tokens and chart styles: a picture looks like the page because it is dressed by the same sheets. */
function read() {
  const sheet = (name: string) => readFileSync(join(process.cwd(), "app/styles", name), "utf8")
  const declared = /(--[\w-]+):\s*([^;{}]+);/g
  return (sheets ??= {
    // The first declaration is the general one; later ones are for languages and small screens.
    tokens: new Map([...sheet("tokens.css").matchAll(declared)].reverse().map((it) => [it[1]!, it[2]!.trim()])),
    chart: `${sheet("chart.css")}\n${hatched(sheet("levels.css"))}`.replaceAll(/\/\*[\s\S]*?\*\//g, ""),
  })
}

const hatched = (css: string) => /\.fx\s*\{[^}]*\}/.exec(css)?.[0] ?? ""

/** CSS as programs that draw SVG know it: no variables, no light-dark(), no shorthand for fonts. */
export function settled(text: string, theme: Theme, locale: "en" | "ur"): string {
  const { tokens } = read()
  const family = FAMILY[locale]
  const own: Record<string, string> = {
    // Last what every machine has: who opens an SVG elsewhere may not have ours.
    "--sans": `${family.sans}, Inter, sans-serif`,
    "--serif": `${family.serif}, serif`,
    "--numeral": `${family.numeral}, serif`,
  }
  let out = text
  for (let round = 0; round < 6 && out.includes("var("); round++) {
    out = out.replaceAll(
      /var\((--[\w-]+)(?:,[^()]*)?\)/g,
      (_, name: string) => own[name] ?? tokens.get(name) ?? "inherit",
    )
  }
  return out
    .replaceAll(
      /light-dark\(\s*((?:[^(),]|\([^()]*\))+),\s*((?:[^(),]|\([^()]*\))+)\)/g,
      (_, light: string, dark: string) => (theme === "light" ? light : dark).trim(),
    )
    .replaceAll(/rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)/g, "rgba($1, $2, $3, $4)")
    .replaceAll(/font: (\d+) (\d+px) ([^;]+);/g, "font-weight: $1; font-size: $2; font-family: $3;")
}

/** The chart styles for a picture. */
export const chartStyle = (theme: Theme, locale: "en" | "ur") =>
  settled(
    read()
      .chart.replaceAll(/:where\(:lang\(ur\)\) svg text/g, locale === "ur" ? ".drawing text" : "never")
      .replaceAll(/:lang\(ur\) svg (\.[\w-]+)/g, locale === "ur" ? "$1" : "never")
      .replaceAll(/(^|\n)svg /g, "$1.drawing "),
    theme,
    locale,
  )

export const colour = (name: string, theme: Theme) => settled(`var(--${name})`, theme, "en")
