"use client"

import { useParams } from "next/navigation"
import type { Locale } from "@/lib/i18n/locale"

type Words = { title: string; text: string; example: string; home: string }

/** A not-found page is given no parameters by Next, so it carries both languages and picks by the address. */
export function NotFoundMessage({ words }: { words: Record<Locale, Words> }) {
  const locale = useParams().locale === "ur" ? "ur" : "en"
  const { title, text, example, home } = words[locale]
  return (
    <div className="wrap">
      <section className="lost">
        <svg width="300" height="92" viewBox="0 0 300 92" aria-hidden="true">
          <line x1="0" x2="300" y1="88.5" y2="88.5" className="gl0" />
          <path className="kl" d="M0 74h60V50h60V22h50" strokeWidth="4" />
          <path className="nl" d="M0 84h80V66h90" strokeWidth="4" />
          <path d="M178 22h120M178 66h120" className="lost-trail" />
        </svg>
        <h1>{title}</h1>
        <p className="lede">
          {text} {example}{" "}
          <span className="mono" dir="ltr">
            /{locale}/points/2014/12
          </span>
        </p>
        <div className="acts">
          <a className="btn pri big" href={`/${locale}`}>
            {home}
          </a>
        </div>
      </section>
    </div>
  )
}
