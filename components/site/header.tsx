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
    { href: `/${locale}/changes`, label: site.nav.changes },
    { href: `/${locale}/method`, label: site.nav.method },
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

/** Brand and language only, for a shared view: nothing leads out of it by accident. */
export function BareHeader({ locale }: { locale: Locale }) {
  return (
    <header className="top">
      <div className="wrap">
        <Brand href={`/${locale}`} name={messages(locale).site.name} />
        <div className="tools ms-auto">
          <LanguageSwitch locale={locale} />
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
