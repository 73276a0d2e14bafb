import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { social } from "@/app/[locale]/social"
import { siteHrefs } from "@/components/views/hrefs"
import { MomentumScreen } from "@/components/views/momentum/momentum-screen"
import { Notices } from "@/components/views/notices"
import { viewDescription } from "@/components/views/share/embed-words"
import { ShareButton } from "@/components/views/share-dialog"
import { momentumView } from "@/lib/domain/views/momentum"
import { searchOf } from "@/lib/domain/query"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { ledger, query, question } = await ask(searchParams)
  const { momentum } = messages(locale)
  const description = viewDescription(locale, { screen: "momentum", query, view: momentumView(ledger, question) }, null)
  return social({ locale, title: momentum.title, description, path: "/momentum", search: searchOf(query) })
}

export default async function MomentumPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { ledger, query, question, ignored, reachable } = await ask(searchParams)
  const hrefs = siteHrefs(locale, `/${locale}/momentum`, query)
  const view = momentumView(ledger, question)
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <MomentumScreen
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        cite={citationView({ ledger, question, shown: { screen: "momentum", view } }, locale, "/momentum")}
        share={<ShareButton {...{ locale, view, query, screen: "momentum" }} />}
      />
    </>
  )
}
