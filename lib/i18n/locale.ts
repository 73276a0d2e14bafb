export type Locale = "en" | "ur"

/** Writing direction and the tag for Intl: Urdu words and month names, Western digits. */
export const LOCALES = {
  en: { dir: "ltr", intl: "en-PK", name: "English" },
  ur: { dir: "rtl", intl: "ur-PK-u-nu-latn", name: "اردو" },
} as const satisfies Record<Locale, { dir: "ltr" | "rtl"; intl: string; name: string }>

/** Whether a path segment names a language of the site. */
export function isLocale(value: string): value is Locale {
  return value === "en" || value === "ur"
}

/** The language the switch in the header leads to. */
export function otherLocale(locale: Locale): Locale {
  return locale === "en" ? "ur" : "en"
}
