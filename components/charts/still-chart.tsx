import type { ComponentProps, ReactNode } from "react"
import { LiveChart } from "@/components/charts/live-chart"

/** The server's drawing, which becomes interactive where scripts run; `live` null where none does. */
export function StillChart({
  live,
  className,
  children,
}: {
  live: Pick<ComponentProps<typeof LiveChart>, "drawing" | "label" | "dir"> | null
  className?: string
  children: ReactNode
}) {
  return live === null ? (
    <div className={className} dir="ltr">
      {children}
    </div>
  ) : (
    <LiveChart {...live} className={className}>
      {children}
    </LiveChart>
  )
}
