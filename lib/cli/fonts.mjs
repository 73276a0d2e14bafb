// Cuts the fonts down to the letters this site prints. Run before a build; does nothing when up to date.
import { createHash } from "node:crypto"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import subsetFont from "subset-font"

const root = new URL("../../", import.meta.url)
const target = new URL("app/fonts/", root)

const ascii = Array.from({ length: 95 }, (_, offset) => String.fromCharCode(32 + offset)).join("")
const punctuation = "\u00a0\u2002\u2009–—‘’“”…−×÷·•°§£±≤≥→←↑↓†‡«»"
const marks = "▲▽●○■□✓"
const accented = "ÁÉÖÜáàâäåçéèêëíîïñóôöøúûü"
const urdu =
  "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂۃیےۓ" +
  "ًٌٍَُِّْٰٓٔٗ" + // vowel signs
  "،؛؟۔٪٫٬ \u200c\u200d"

/**
 * Big headings and numerals use one serif weight, so two static cuts cost a reader less than a variable one:
 * the 400 is fetched only where a passage is quoted. Urdu pages use two weights of Nastaliq, and most of such a font is
 * how its letters join, which one variable file says once. It holds no Latin: digits come from the Latin fonts.
 */
const cuts = [
  {
    name: "inter",
    from: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    text: ascii + punctuation + marks + accented,
    options: { variationAxes: { wght: { min: 400, max: 700 } }, keepFeatures: ["kern", "tnum", "cv05", "ss03"] },
  },
  ...[400, 600].map((weight) => ({
    name: `source-serif-${weight}`,
    from: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    text: ascii + punctuation,
    options: { variationAxes: { wght: weight }, keepFeatures: ["kern", "liga", "tnum", "lnum"] },
  })),
  {
    name: "vazirmatn",
    from: "@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2",
    text: urdu,
    options: { variationAxes: { wght: { min: 400, max: 700 } } },
  },
  {
    name: "nastaliq",
    from: "@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2",
    text: urdu,
    options: { variationAxes: { wght: { min: 400, max: 700 } } },
  },
]

/** For pictures: one file a weight, as programs that draw SVG want them. */
const pictureCuts = [
  ...[400, 600].map((weight) => ({
    name: `images/inter-${weight}`,
    from: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    text: ascii + punctuation + marks + accented,
    options: { variationAxes: { wght: weight } },
  })),
  {
    name: "images/source-serif-600",
    from: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    text: ascii + punctuation,
    options: { variationAxes: { wght: 600 } },
  },
  ...[400, 600].map((weight) => ({
    name: `images/vazirmatn-${weight}`,
    from: "@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2",
    text: urdu,
    options: { variationAxes: { wght: weight } },
  })),
  {
    name: "images/nastaliq-700",
    from: "@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2",
    text: urdu,
    options: { variationAxes: { wght: 700 } },
  },
].map((cut) => ({ ...cut, format: "sfnt" }))
const all = [...cuts, ...pictureCuts]

const sources = await Promise.all(all.map(({ from }) => readFile(new URL(`node_modules/${from}`, root))))
const recipe = createHash("sha256").update(await readFile(fileURLToPath(import.meta.url)))
for (const source of sources) recipe.update(source)
const stamp = recipe.digest("hex")
const stampFile = new URL("made-from.txt", target)

if ((await readFile(stampFile, "utf8").catch(() => "")) !== stamp) {
  await mkdir(new URL("images/", target), { recursive: true })
  for (const [index, { name, text, options, format = "woff2" }] of all.entries()) {
    const font = await subsetFont(sources[index], text, { targetFormat: format, noHinting: true, ...options })
    await writeFile(new URL(`${name}.${format === "sfnt" ? "ttf" : format}`, target), font)
    console.log(`font ${name}: ${Math.ceil(font.length / 1024)} kB`)
  }
  await writeFile(stampFile, stamp)
}
