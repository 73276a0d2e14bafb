import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { askPoint } from "@/app/[locale]/ask-point"
import { publicEmbeds } from "@/app/[locale]/embeds"
import { social } from "@/app/[locale]/social"
import { Notices } from "@/components/views/notices"
import { siteHrefs } from "@/components/views/hrefs"
import { PointScreen } from "@/components/views/point/point-screen"
import { pointHeadline, pointTitle } from "@/components/views/point/strand-words"
import { ShareButton } from "@/components/views/share-dialog"
import { formatDay } from "@/lib/i18n/format"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import type { SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"
import { feedLinks } from "@/lib/web/feeds"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; year: string; number: string }>; searchParams: SearchParams }

async function answer({ params, searchParams }: Props) {
  const { locale, year, number } = await params
  if (!isLocale(locale)) notFound()
  return { locale, ...(await askPoint(year, number, searchParams)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, locale, path, search } = await answer(props)
  const day = formatDay(locale, view.asOf)
  const description = messages(locale).embedding.asOf(pointHeadline(locale, view), day)
  const feeds = feedLinks(locale, { plan: view.plan, point: view.point.number })
  return social({ locale, title: pointTitle(locale, view), description, path, search, feeds, embeddable: true })
}

export default async function PointPage(props: Props) {
  const asked = await answer(props)
  const { locale, view, query, path, search, ignored, reachable } = asked
  const hrefs = siteHrefs(locale, `/${locale}${path}`, query)
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <PointScreen
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        share={<ShareButton locale={locale} view={view} query={query} screen="point" point={view.point.number} />}
        cite={citationView({ ...asked, shown: { screen: "point", view } }, locale, path)}
        embeds={publicEmbeds(locale, path.replace("/points", "point"), search)}
      />
    </>
  )
}
