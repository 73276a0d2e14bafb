"use client"

import { useParams } from "next/navigation"
import { LinkWords, type Message } from "@/components/views/share/link-words"
import type { Locale } from "@/lib/i18n/locale"

/** A not-found page is given no parameters by Next, so it carries both languages and picks by the address. */
export function ClosedLink({ words }: { words: Record<Locale, Message> }) {
  return (
    <main id="main">
      <LinkWords locale={useParams().locale === "ur" ? "ur" : "en"} words={words} />
    </main>
  )
}
