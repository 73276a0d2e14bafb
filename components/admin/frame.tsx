import type { ReactNode } from "react"
import { Suspense } from "react"
import { Brand } from "@/components/site/brand"
import { LanguageLink } from "@/components/site/language-link"
import { ThemeToggle } from "@/components/site/theme-toggle"
import { Icon } from "@/components/ui/icon"
import { can, type Role, type Team } from "@/lib/domain/policy"
import { LOCALES, type Locale, otherLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { type RailLink, RailLinks } from "./rail-links"
import { SignOut } from "./sign-out"

export type Waiting = { stale: number; toReview: number; links: number; notices: number }

/** Side bar (on a phone a menu), who is signed in, and the screen. */
export function AdminFrame({
  locale,
  person,
  team,
  waiting,
  children,
}: {
  locale: Locale
  person: { id: string; name: string; role: Role }
  team: Team
  waiting: Waiting
  children: ReactNode
}) {
  const { admin, site, terms } = messages(locale)
  const { desk } = admin
  const links = linksFor(locale, person, waiting)
  const note = team === "one-person" ? desk.onePerson : desk.ownWork
  const tools = (
    <>
      <Suspense>
        <LanguageLink to={otherLocale(locale)} name={LOCALES[otherLocale(locale)].name} label={site.otherLanguage} />
      </Suspense>
      <ThemeToggle label={site.theme} />
      <SignOut label={desk.signOut} to={`/${locale}`} />
    </>
  )
  return (
    <div className="adm">
      <header className="rail overflow-y-auto">
        <Brand href={`/${locale}`} name={site.name} />
        <nav className="flex flex-col gap-1" aria-label={desk.label}>
          <RailLinks links={links} />
        </nav>
        <div className="who">
          <span className="ava" aria-hidden="true">
            {initials(person.name)}
          </span>
          <span>
            <bdi>{person.name}</bdi> · {terms.role[person.role]}
            <br />
            <span className="muted">{note}</span>
          </span>
        </div>
        <div className="tools flex-wrap">{tools}</div>
      </header>
      <div className="amain">
        <header className="only-s mb-3">
          <div className="flex items-center justify-between">
            <Brand href={`/${locale}`} name={site.name} />
            <details className="menu">
              <summary className="btn ghost" aria-label={desk.menu}>
                <Icon name="menu" />
              </summary>
              <nav aria-label={desk.label}>
                {links.map(({ href, label }) => (
                  <a key={href} href={href}>
                    {label}
                  </a>
                ))}
                <p className="small muted px-3 py-2">
                  <bdi>{person.name}</bdi> · {terms.role[person.role]}
                </p>
                <div className="tools">{tools}</div>
              </nav>
            </details>
          </div>
        </header>
        <noscript>
          <p className="note mb-4">{desk.needsScript}</p>
        </noscript>
        <main id="main">{children}</main>
      </div>
    </div>
  )
}

function linksFor(locale: Locale, person: { id: string; role: Role }, waiting: Waiting): RailLink[] {
  const { desk } = messages(locale).admin
  const actor = { kind: "person", ...person } as const
  const base = `/${locale}/admin`
  const links: (RailLink & { may: boolean })[] = [
    { href: base, label: desk.queue, icon: "list", exact: true, may: can(actor, "proposal.write") },
    { href: `${base}/propose`, label: desk.propose, icon: "pen", may: can(actor, "proposal.write") },
    {
      href: `${base}/review`,
      label: desk.review,
      icon: "check",
      count: waiting.toReview,
      may: can(actor, "proposal.write"),
    },
    {
      href: `${base}/recheck`,
      label: desk.recheck,
      icon: "recheck",
      count: waiting.stale,
      may: can(actor, "recheck.publish"),
    },
    { href: `${base}/records`, label: desk.records, icon: "table", may: can(actor, "proposal.write") },
    { href: `${base}/import`, label: desk.import, icon: "upload", may: can(actor, "proposal.write") },
    { href: `${base}/ledger`, label: desk.ledger, icon: "book", may: can(actor, "proposal.write") },
    { href: `${base}/links`, label: desk.links, icon: "link", count: waiting.links, may: can(actor, "share.write") },
    { href: `${base}/people`, label: desk.people, icon: "people", may: can(actor, "people.manage") },
    {
      href: `${base}/notices`,
      label: desk.notices,
      icon: "bell",
      count: waiting.notices,
      may: can(actor, "self.manage"),
    },
    { href: `${base}/account`, label: desk.account, icon: "lock", may: can(actor, "self.manage") },
  ]
  return links.filter((link) => link.may).map(({ may: _, ...link }) => link)
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => word?.[0] ?? "")
    .join("")
    .toUpperCase()
}
