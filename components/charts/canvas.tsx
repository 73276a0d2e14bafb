import type { ReactNode } from "react"
import type { DrawingName } from "@/lib/domain/drawing"

/**
 * A drawing in its box, which never changes its size, with the sentence that says what it shows. Of a name that is drawn
 * in two sizes a picture is made of the wide one.
 */
export function Canvas({
  name,
  label,
  width,
  height,
  isWide = true,
  children,
}: {
  name: DrawingName
  label: string
  width: number
  height: number
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      {...(isWide && { "data-drawing": name })}
      aria-label={label}
      className="block"
    >
      {children}
    </svg>
  )
}
