import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"

/** What a control must carry so that its hint and its error are read out with it. */
export type Described = { id: string; "aria-describedby"?: string; "aria-invalid"?: true }

/** A label, its control, a hint and an error. `children` draws the control with what ties it to them. */
export function Field({
  id,
  label,
  hint,
  error,
  span,
  children,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  span?: string // a class for the place in a grid
  children: (described: Described) => ReactNode
}) {
  const names = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ")
  return (
    <div className={span ? `field ${span}` : "field"}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(names && { "aria-describedby": names }),
        ...(error !== undefined && { "aria-invalid": true as const }),
      })}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}

/** What is wrong with a field. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span className="err" id={id}>
      <Icon name="warning" />
      {children}
    </span>
  )
}
