import type { Text } from "@/lib/domain/views/scope"
import { LOCALES, type Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"

/** A text of the dataset in the page's language, or in English marked as English where no Urdu was written. */
export function Said({ locale, text, className }: { locale: Locale; text: Text | string; className?: string }) {
  const { text: words, lang } = typeof text === "string" ? { text, lang: "en" as const } : inLocale(locale, text)
  return lang === locale ? (
    <span className={className}>{words}</span>
  ) : (
    <span className={className} lang={lang} dir={LOCALES[lang].dir}>
      {words}
    </span>
  )
}
