import { Suspense } from "react"
import { Icon } from "@/components/ui/icon"
import { LOCALES, type Locale, otherLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Brand } from "./brand"
import { LanguageLink } from "./language-link"
import { type NavLink, NavLinks } from "./nav-links"
import { ThemeToggle } from "./theme-toggle"

/** Brand, the reading screens, language and theme. The same for everybody: the page is cached by its address. */
export function Header({ locale }: { locale: Locale }) {
  const { site } = messages(locale)
  const links: NavLink[] = [
    { href: `/${locale}`, label: site.nav.overview, exact: true },
    { href: `/${locale}/points`, label: site.nav.points },
    { href: `/${locale}/explore`, label: site.nav.explore },
    { href: `/${locale}/compare`, label: site.nav.compare },
    { href: `/${locale}/outcomes`, label: site.nav.outcomes },
    { href: `/${locale}/momentum`, label: site.nav.momentum },
    { href: `/${locale}/changes`, label: site.nav.changes },
    { href: `/${locale}/method`, label: site.nav.method },
    { href: `/${locale}/data`, label: site.nav.data },
  ]
  return (
    <header className="top">
      <div className="wrap">
        <Brand href={`/${locale}`} name={site.name} />
        <nav className="nav" aria-label={site.nav.label}>
          <NavLinks links={links} />
        </nav>
        <div className="tools">
          <LanguageSwitch locale={locale} />
          <ThemeToggle label={site.theme} />
          <details className="menu only-s">
            <summary className="btn ghost" aria-label={site.menu}>
              <Icon name="menu" />
            </summary>
            <nav aria-label={site.nav.label}>
              <NavLinks links={links} />
            </nav>
          </details>
        </div>
      </div>
    </header>
  )
}

/**
 * The site's name, and the other language if the page has an address in it: for pages that run no script and lead nowhere
 * else. `other` is that address.
 */
export function BareHeader({ locale, other }: { locale: Locale; other: string | null }) {
  const to = otherLocale(locale)
  const { site } = messages(locale)
  return (
    <header className="top">
      <div className="wrap">
        <Brand href={null} name={site.name} />
        <div className="tools ms-auto">
          {other === null ? null : (
            <a className="btn ghost" href={other} lang={to} hrefLang={to} title={site.otherLanguage}>
              {LOCALES[to].name}
            </a>
          )}
        </div>
      </div>
    </header>
  )
}

function LanguageSwitch({ locale }: { locale: Locale }) {
  const to = otherLocale(locale)
  return (
    <Suspense>
      <LanguageLink to={to} name={LOCALES[to].name} label={messages(locale).site.otherLanguage} />
    </Suspense>
  )
}
