import type { ReactNode } from "react"

/** The head of an editors' screen: title, one line under it, and what can be done. */
export function PageHead({ title, sub, children }: { title: ReactNode; sub?: ReactNode; children?: ReactNode }) {
  return (
    <div className="ahead">
      <div className="max-w-[900px]">
        <h1>{title}</h1>
        {sub ? <div className="muted small mt-1">{sub}</div> : null}
      </div>
      {children ? <div className="acts shrink-0">{children}</div> : null}
    </div>
  )
}
