import { notFound } from "next/navigation"
import { Embed, embedTheme, type Shown } from "@/components/views/share/embed"
import { settings } from "@/lib/data/settings"
import type { CitationView } from "@/lib/domain/citation-style"
import type { Query } from "@/lib/domain/query"
import { CHARTS, type ShareChart, type ShareScreen } from "@/lib/domain/share"
import { isLocale, type Locale } from "@/lib/i18n/locale"

/** Parameters of an embed besides its question. */
export const EMBED_OWN = ["theme"]

/** The language of a public embed. A private site has none, and says so no other than of an address that never was. */
export function embedLocale(locale: string): Locale {
  if (!isLocale(locale) || settings().visibility === "private") notFound()
  return locale
}

/** The chart an address names after its screen; null for the whole screen. */
export function embedChart(screen: ShareScreen, named: string[] | undefined): ShareChart | null {
  if (named === undefined) return null
  const chart = named.length === 1 ? CHARTS[screen].find((each) => each === named[0]) : undefined
  return chart ?? notFound()
}

/** A view of the site for anybody's frame, with the page it is part of as the way back. */
export function PublicEmbed({
  locale,
  shown,
  query,
  chart,
  theme,
  back,
  cite,
}: {
  locale: Locale
  shown: Shown
  query: Query
  chart: ShareChart | null
  theme: unknown
  back: string
  cite: CitationView | undefined
}) {
  const kind = query.known === null ? "live" : "pinned"
  const look = { theme: embedTheme(theme), back, cite }
  return <Embed locale={locale} shared={shown} chart={chart} kind={kind} {...look} />
}
