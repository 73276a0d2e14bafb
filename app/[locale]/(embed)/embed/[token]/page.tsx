import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { openedLink, searchText } from "@/app/[locale]/opened-link"
import { framed } from "@/app/[locale]/social"
import { Embed, embedTheme } from "@/components/views/share/embed"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import type { SearchParams } from "@/lib/web/ask"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return isLocale(locale) ? framed(locale, messages(locale).site.name, null) : {}
}

/** A link's view for a frame in another site's page; our server lets only the link's own sites frame it. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const { locale, token } = await params
  if (!isLocale(locale)) notFound()
  const given = await searchParams
  const { scope, shared } = await openedLink(token, searchText(given))
  if (scope.sites.length === 0) notFound()
  return (
    <Embed
      locale={locale}
      shared={shared}
      chart={scope.chart}
      kind={scope.frozen ? "frozen" : "live"}
      theme={embedTheme(given.theme)}
      back={`/${locale}/s/${token}`}
    />
  )
}
