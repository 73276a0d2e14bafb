import type { ReactNode } from "react"
import { Footer } from "@/components/site/footer"
import { BareHeader } from "@/components/site/header"
import type { Locale } from "@/lib/i18n/locale"

/** A page that shows one thing and nothing else of the site, and runs no script. `strip` stands above everything. */
export function BarePage({
  locale,
  other = null,
  strip,
  children,
}: {
  locale: Locale
  /** The same page in the other language. */
  other?: string | null
  strip?: ReactNode
  children: ReactNode
}) {
  return (
    <>
      {strip}
      <BareHeader locale={locale} other={other} />
      <main id="main">{children}</main>
      <Footer locale={locale} links={false} />
    </>
  )
}
