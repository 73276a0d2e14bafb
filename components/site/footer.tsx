import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Who we are not, how numbers are made, and the editors' door. `links` off for a shared view. */
export function Footer({ locale, links = true }: { locale: Locale; links?: boolean }) {
  const { changes, site } = messages(locale)
  const { footer } = site
  return (
    <footer className="foot">
      <div className="wrap">
        <p>{footer.independence}</p>
        {links ? (
          <nav aria-label={footer.label}>
            <a href={`/${locale}/method`}>{footer.method}</a>
            <a href={`/${locale}/data`}>{footer.data}</a>
            <a href={`/${locale}/changes?kind=correction`}>{changes.kinds.correction}</a>
            <a href={`/${locale}/sign-in`} rel="nofollow">
              {footer.signIn}
            </a>
          </nav>
        ) : null}
      </div>
    </footer>
  )
}
