/** The scale under a list of dumbbells. */
export function DumbbellAxis() {
  return (
    <li className="dl-x" aria-hidden="true">
      <span />
      <span className="axl">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </span>
      <span />
    </li>
  )
}
