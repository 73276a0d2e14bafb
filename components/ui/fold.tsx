import type { ReactNode } from "react"

/**
 * A part that a narrow window has behind its name, on pages without scripts; wider ones and paper have it in full. Where
 * `isFolded` is not asked for it is the part and nothing else.
 */
export function Fold({
  label,
  isFolded = true,
  children,
}: {
  label: ReactNode
  isFolded?: boolean
  children: ReactNode
}) {
  if (!isFolded) return children
  return (
    <details className="fold">
      <summary>{label}</summary>
      {children}
    </details>
  )
}
