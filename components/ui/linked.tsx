import type { ReactNode } from "react"

/** Words that lead on, or the words alone where one may not go there, as inside a link. */
export const Linked = ({ href, children }: { href: string | null; children: ReactNode }) =>
  href === null ? children : <a href={href}>{children}</a>
