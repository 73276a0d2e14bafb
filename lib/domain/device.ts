/** What a browser and its system are called, as far as a person needs it to know their own again. */
export const BROWSERS = ["firefox", "edge", "opera", "samsung", "chrome", "safari", "other"] as const
export type Browser = (typeof BROWSERS)[number]
export const SYSTEMS = ["android", "ios", "windows", "mac", "linux", "other"] as const
export type System = (typeof SYSTEMS)[number]

export type Device = { browser: Browser; system: System }

// Edge, Opera and Samsung call themselves Chrome too, and Chrome calls itself Safari: first match wins.
const BROWSER_SIGNS: [Browser, RegExp][] = [
  ["firefox", /Firefox\/|FxiOS\//],
  ["edge", /\bEdg(e|A|iOS)?\//],
  ["opera", /\bOPR\/|Opera/],
  ["samsung", /SamsungBrowser\//],
  ["chrome", /Chrome\/|CriOS\//],
  ["safari", /Safari\//],
]
const SYSTEM_SIGNS: [System, RegExp][] = [
  ["android", /Android/],
  ["ios", /iPhone|iPad|iPod/],
  ["windows", /Windows/],
  ["mac", /Macintosh|Mac OS X/],
  ["linux", /Linux|X11|CrOS/],
]

/** The device behind a User-Agent header, or behind what `deviceText` made of one. */
export function deviceOf(text: string | null): Device {
  const [browser, system] = (text ?? "").split("/")
  if (isOneOf(BROWSERS, browser) && isOneOf(SYSTEMS, system)) return { browser, system }
  const sign = <T>(signs: [T, RegExp][]) => signs.find(([, pattern]) => pattern.test(text ?? ""))?.[0]
  return { browser: sign(BROWSER_SIGNS) ?? "other", system: sign(SYSTEM_SIGNS) ?? "other" }
}

/** "Mozilla/5.0 (X11; Linux …) Firefox/140.0" → "firefox/linux": all of it that is kept. */
export function deviceText(userAgent: string | null): string {
  const { browser, system } = deviceOf(userAgent)
  return `${browser}/${system}`
}

const isOneOf = <T extends string>(all: readonly T[], text: string | undefined): text is T =>
  (all as readonly (string | undefined)[]).includes(text)
