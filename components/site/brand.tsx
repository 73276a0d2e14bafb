/** Two staircases on one ground line: the two tracks of the plan. Without an address it leads nowhere. */
export function Brand({ href, name }: { href: string | null; name: string }) {
  const mark = (
    <>
      <svg viewBox="0 0 26 26" aria-hidden="true" fill="none">
        <path d="M1 25h24" style={{ stroke: "var(--ink)", strokeWidth: 1.5 }} />
        <path d="M2 17h6v-7h7V4h9" style={{ stroke: "var(--kin)", strokeWidth: 3.5 }} />
        <path d="M2 22h11v-5h11" style={{ stroke: "var(--non)", strokeWidth: 3.5 }} />
      </svg>
      {name}
    </>
  )
  return href === null ? (
    <span className="brand">{mark}</span>
  ) : (
    <a className="brand" href={href}>
      {mark}
    </a>
  )
}
