"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { Suspense } from "react"

export type NavLink = { href: string; label: string; exact?: boolean }

/** What goes along from screen to screen: the edition and both clocks. Spelled here, since the query's own schema weighs. */
const CARRIED = { plan: /^[a-z0-9-]{1,80}$/, asOf: /^\d{4}-\d\d-\d\d$/, known: /^\d{1,9}$/ }

/**
 * Links of the main menu; the screen one is on is marked, and the day and the edition that were chosen are kept. Each
 * waits for the address by itself: so small a part stays in its place in the page, where React would set the whole menu
 * aside for its script to put in, and whoever runs none would lose what was chosen.
 */
export function NavLinks({ links }: { links: NavLink[] }) {
  return links.map((link) => (
    <Suspense key={link.href} fallback={<Item link={link} search="" />}>
      <CarryingLink link={link} />
    </Suspense>
  ))
}

function CarryingLink({ link }: { link: NavLink }) {
  const asked = useSearchParams()
  // A citation's own address pins its clocks; whoever leaves it goes to the site as it stands.
  const isCitation = /^\/[a-z]+\/cite\//.test(usePathname())
  const kept = Object.entries(CARRIED).flatMap(([name, form]) => {
    const value = asked.get(name)
    return value !== null && form.test(value) && !isCitation ? [`${name}=${value}`] : []
  })
  return <Item link={link} search={kept.length > 0 ? `?${kept.join("&")}` : ""} />
}

function Item({ link: { href, label, exact }, search }: { link: NavLink; search: string }) {
  const path = usePathname()
  const current = path === href ? "page" : !exact && path.startsWith(`${href}/`) ? "true" : undefined
  return (
    <a href={href + search} aria-current={current}>
      {label}
    </a>
  )
}
