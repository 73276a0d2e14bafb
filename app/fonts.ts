import localFont from "next/font/local"

// The files are cut by lib/cli/fonts.mjs. Inter and the heading serif are on every page of both languages
// (Urdu prints its numerals with them), so only they are preloaded.
const inter = localFont({
  src: "./fonts/inter.woff2",
  weight: "400 700",
  variable: "--font-inter",
  adjustFontFallback: "Arial",
})

const sourceSerif = localFont({
  src: "./fonts/source-serif-600.woff2",
  weight: "600",
  variable: "--font-source-serif",
  adjustFontFallback: "Times New Roman",
  declarations: [{ prop: "font-family", value: "sourceSerif" }],
})

// Same family, regular weight: fetched only by a page that quotes a passage.
const sourceSerifText = localFont({
  src: "./fonts/source-serif-400.woff2",
  weight: "400",
  variable: "--font-source-serif-text",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "font-family", value: "sourceSerif" }],
})

const vazirmatn = localFont({
  src: "./fonts/vazirmatn.woff2",
  weight: "400 700",
  variable: "--font-vazirmatn",
  preload: false,
  adjustFontFallback: false,
})

const nastaliq = localFont({
  src: "./fonts/nastaliq.woff2",
  weight: "400 700",
  variable: "--font-nastaliq",
  preload: false,
  adjustFontFallback: false,
})

const latin = [inter, sourceSerif, sourceSerifText].map((font) => font.variable).join(" ")

// English pages keep Vazirmatn for a quoted Urdu passage: 19 kB, fetched only where there is one.
/** Classes for <html> that define the font variables a page in this language may use. */
export const fontClasses = {
  en: `${latin} ${vazirmatn.variable}`,
  ur: `${latin} ${vazirmatn.variable} ${nastaliq.variable}`,
} as const
