"use client"

import { useParams } from "next/navigation"
import { LinkMessage } from "@/components/views/share/link-message"
import type { Locale } from "@/lib/i18n/locale"

/** A not-found page is given no parameters by Next, so it carries both languages and picks by the address. */
export function ClosedLink({ words }: { words: Record<Locale, { title: string; text: string }> }) {
  const { title, text } = words[useParams().locale === "ur" ? "ur" : "en"]
  return <LinkMessage title={title} text={text} />
}
