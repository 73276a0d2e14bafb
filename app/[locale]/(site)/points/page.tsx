import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { publicEmbeds } from "@/app/[locale]/embeds"
import { social } from "@/app/[locale]/social"
import { Notices } from "@/components/views/notices"
import { siteHrefs } from "@/components/views/hrefs"
import { PointsScreen } from "@/components/views/points/points-screen"
import { reachOf, viewDescription } from "@/components/views/share/embed-words"
import { EmbedCode } from "@/components/views/share/embed-offer"
import { ShareButton } from "@/components/views/share-dialog"
import { searchOf } from "@/lib/domain/query"
import { LONGEST_FIND, POINT_ORDERS, pointsList } from "@/lib/domain/views/points"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

/** Parameters of this page alone. */
const OWN = ["sort", "find"]

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { ledger, query, question } = await ask(searchParams, OWN)
  const view = pointsList(ledger, question)
  const { title } = reachOf(locale, view)
  const description = viewDescription(locale, { screen: "points", query, view }, null)
  return social({ locale, title, description, path: "/points", search: searchOf(query), embeddable: true })
}

export default async function PointsPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { ledger, query, question, ignored, reachable } = await ask(searchParams, OWN)
  const own = await searchParams
  const sort = POINT_ORDERS.find((order) => order === own.sort) ?? null
  const find = typeof own.find === "string" ? own.find.slice(0, LONGEST_FIND) : ""
  const extra = Object.fromEntries(Object.entries({ sort: sort ?? "", find }).filter(([, value]) => value !== ""))
  const hrefs = siteHrefs(locale, `/${locale}/points`, query, extra)
  const view = pointsList(ledger, question, sort ?? undefined)
  const unknown = own.sort !== undefined && sort === null ? [...ignored, "sort"] : ignored
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={unknown} reachable={reachable} />
      <PointsScreen
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        share={<ShareButton locale={locale} view={view} query={query} screen="points" />}
        cite={citationView({ ledger, question, shown: { screen: "points", view } }, locale, "/points", extra)}
        embed={
          <EmbedCode
            locale={locale}
            embeds={publicEmbeds(locale, "points", searchOf(query))}
            title={messages(locale).points.title}
          />
        }
        find={find}
      />
    </>
  )
}
