"use client"

import { usePathname } from "next/navigation"

export type NavLink = { href: string; label: string; exact?: boolean }

/** Links of the main menu; the screen one is on is marked. */
export function NavLinks({ links }: { links: NavLink[] }) {
  const path = usePathname()
  return links.map(({ href, label, exact }) => {
    const current = path === href ? "page" : !exact && path.startsWith(`${href}/`) ? "true" : undefined
    return (
      <a key={href} href={href} aria-current={current}>
        {label}
      </a>
    )
  })
}
