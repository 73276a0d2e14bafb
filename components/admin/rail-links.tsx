"use client"

import { usePathname } from "next/navigation"
import { Icon, type IconName } from "@/components/ui/icon"

export type RailLink = { href: string; label: string; icon: IconName; count?: number; exact?: boolean }

/** The editors' screens; the one being shown is marked. Counts are of things that wait. */
export function RailLinks({ links }: { links: RailLink[] }) {
  const path = usePathname()
  return links.map(({ href, label, icon, count, exact }) => {
    const isHere = path === href || (!exact && path.startsWith(`${href}/`))
    return (
      <a key={href} className="it" href={href} aria-current={isHere ? "page" : undefined} title={label}>
        <Icon name={icon} />
        {label}
        {count ? <span className="ct">{count}</span> : null}
      </a>
    )
  })
}
