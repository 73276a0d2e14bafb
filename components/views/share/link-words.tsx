import type { ReactNode } from "react"
import { LOCALES, type Locale, otherLocale } from "@/lib/i18n/locale"

export type Message = { title: string; text: string }

/** A few words in the place of a shared view, in both languages; `children` stand below those in the page's own. */
export function LinkWords({
  locale,
  words,
  children,
}: {
  locale: Locale
  words: Record<Locale, Message>
  children?: ReactNode
}) {
  const other = otherLocale(locale)
  const [own, others] = [words[locale], words[other]]
  return (
    <div className="wrap">
      <section className="lost">
        <svg width="300" height="56" aria-hidden="true">
          <rect width="300" height="56" className="fx" />
        </svg>
        <h1>{own.title}</h1>
        <p className="lede">{own.text}</p>
        {children}
        <p className="mt-4 border-t border-rule pt-4 text-ink-2" lang={other} dir={LOCALES[other].dir}>
          <b>{others.title}</b>
          <br />
          {others.text}
        </p>
      </section>
    </div>
  )
}
