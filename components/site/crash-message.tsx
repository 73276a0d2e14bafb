"use client"

import { useParams } from "next/navigation"
import { crash as en } from "@/lib/i18n/en/crash"
import { crash as ur } from "@/lib/i18n/ur/crash"

/** What a reader sees when a page fails. `digest` is the reference under which the server logged it. */
export function CrashMessage({ digest, retry }: { digest?: string; retry: () => void }) {
  const locale = useParams().locale === "ur" ? "ur" : "en"
  const words = locale === "ur" ? ur : en
  return (
    <div className="wrap">
      <section className="lost" role="alert">
        <h1>{words.title}</h1>
        <p className="lede">{words.text}</p>
        <div className="acts">
          <button type="button" className="btn pri big" onClick={retry}>
            {words.retry}
          </button>
          <a className="btn big" href={`/${locale}`}>
            {words.home}
          </a>
        </div>
        {digest ? (
          <p className="small muted">
            {words.reference} <span className="mono">{digest}</span>
          </p>
        ) : null}
      </section>
    </div>
  )
}
