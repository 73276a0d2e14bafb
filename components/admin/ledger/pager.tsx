type Step = { href: string; label: string } | null

/** The way to newer and older pages of a list; each has an address. */
export function Pager({ label, newer, older }: { label: string; newer: Step; older: Step }) {
  if (!newer && !older) return null
  return (
    <nav className="mt-4 flex flex-wrap gap-3" aria-label={label}>
      {[newer, older].map((step) =>
        step ? (
          <a key={step.label} className="btn" href={step.href}>
            {step.label}
          </a>
        ) : null,
      )}
    </nav>
  )
}
