import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Embed, type EmbedTheme } from "@/components/views/share/embed"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { openedLink, searchText } from "@/app/[locale]/opened-link"
import type { SearchParams } from "@/lib/web/ask"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  return { title: messages(locale).site.name, robots: { index: false, follow: false }, referrer: "no-referrer" }
}

/** A link's view for a frame in another site's page; our server lets only the link's own sites frame it. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const { locale, token } = await params
  if (!isLocale(locale)) notFound()
  const given = await searchParams
  const { scope, shared } = await openedLink(token, searchText(given))
  if (scope.sites.length === 0) notFound()
  const theme: EmbedTheme = given.theme === "light" || given.theme === "dark" ? given.theme : "auto"
  return <Embed locale={locale} shared={shared} frozen={scope.frozen} theme={theme} back={`/${locale}/s/${token}`} />
}
