import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { social } from "@/app/[locale]/social"
import { siteHrefs } from "@/components/views/hrefs"
import { MethodScreen } from "@/components/views/method/method-screen"
import { Notices } from "@/components/views/notices"
import { settings } from "@/lib/data/settings"
import { method } from "@/lib/domain/views/method"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const words = messages(locale).method
  return social({ locale, title: words.title, description: words.lede, path: "/method" })
}

export default async function MethodPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { ledger, query, question, ignored, reachable } = await ask(searchParams)
  const hrefs = siteHrefs(locale, `/${locale}/method`, query)
  const view = method(ledger, question)
  const { team, twoFactor } = settings()
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <MethodScreen
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        cite={citationView({ ledger, question, shown: { screen: "method", view } }, locale, "/method")}
        team={team}
        twoFactor={twoFactor}
      />
    </>
  )
}
