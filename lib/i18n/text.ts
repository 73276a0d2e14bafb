import type { Locale } from "./locale"

/** A text of the dataset; Urdu may be missing. */
export type Text = { en: string; ur: string | null }

/** The text and the language it really is in, so an English fallback is marked lang="en" inside Urdu. */
export function inLocale(locale: Locale, { en, ur }: Text): { text: string; lang: Locale } {
  return locale === "ur" && ur !== null && ur !== "" ? { text: ur, lang: "ur" } : { text: en, lang: "en" }
}
