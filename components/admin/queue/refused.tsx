import { FieldError } from "@/components/form/field"

/** Why something of several was refused; where it was for some of them alone, a way to go on without these. */
export function Refused({
  said,
  without,
  isBusy,
  onWithout,
}: {
  said: string | null
  without: string | null
  isBusy: boolean
  onWithout: () => void
}) {
  return (
    <div role="alert">
      {said === null ? null : <FieldError>{said}</FieldError>}
      {without === null ? null : (
        <button type="button" className="btn sm mt-2" disabled={isBusy} onClick={onWithout}>
          {without}
        </button>
      )}
    </div>
  )
}
