"use client"

import { usePathname, useSearchParams } from "next/navigation"

/** The same page, with the same question, in the other language. */
export function LanguageLink({ to, name, label }: { to: string; name: string; label: string }) {
  const path = usePathname().replace(/^\/[^/]+/, `/${to}`)
  const query = useSearchParams().toString()
  return (
    <a className="btn ghost" href={query ? `${path}?${query}` : path} lang={to} hrefLang={to} title={label}>
      {name}
    </a>
  )
}
