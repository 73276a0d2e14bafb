/** Fills that every SVG on a page may use: url(#hx) cannot be rated, url(#hs) striped. Once per page. */
export function HatchPatterns() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id="hx" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="6" height="6" style={{ fill: "var(--hatch-bg)" }} />
          <rect width="1.6" height="6" style={{ fill: "var(--hatch)" }} />
        </pattern>
        <pattern id="hs" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="7" height="7" style={{ fill: "var(--l1)" }} />
          <rect width="2" height="7" style={{ fill: "var(--surface)" }} />
        </pattern>
      </defs>
    </svg>
  )
}
