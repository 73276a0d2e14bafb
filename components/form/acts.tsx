/** The two buttons under a form or a question: leave it, or do it. Without `onYes` the second submits the form. */
export function Acts({
  no,
  onNo,
  yes,
  onYes,
  look = "pri",
  disabled = false,
}: {
  no: string
  onNo: () => void
  yes: string
  onYes?: () => void
  look?: "pri" | "danger"
  disabled?: boolean
}) {
  return (
    <div className="acts">
      <button type="button" className="btn ghost" onClick={onNo}>
        {no}
      </button>
      <button type={onYes ? "button" : "submit"} className={`btn ${look}`} disabled={disabled} onClick={onYes}>
        {yes}
      </button>
    </div>
  )
}
