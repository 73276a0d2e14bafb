import type { ReactNode } from "react"

/** A calm page in the place of a shared view: a few words, and nothing about why. */
export function LinkMessage({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="wrap">
      <section className="lost">
        <svg width="300" height="56" aria-hidden="true">
          <rect width="300" height="56" className="fx" />
        </svg>
        <h1>{title}</h1>
        <p className="lede">{text}</p>
        {children}
      </section>
    </div>
  )
}
