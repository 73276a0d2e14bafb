import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { publicEmbeds } from "@/app/[locale]/embeds"
import { social } from "@/app/[locale]/social"
import { drawingsOf } from "@/components/drawings/offered"
import { exportLinks, ViewControls } from "@/components/views/controls"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { descriptionOf } from "@/components/views/overview/description"
import { OverviewScreen } from "@/components/views/overview/screen"
import { headlineOf } from "@/components/views/overview/words"
import { SinceLastLook } from "@/components/views/since-last-look"
import { EmbedCode } from "@/components/views/share/embed-offer"
import { ShareButton } from "@/components/views/share-dialog"
import type { Ledger } from "@/lib/domain/ledger"
import { type Question, searchOf } from "@/lib/domain/query"
import { overview } from "@/lib/domain/views/overview"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"
import { feedLinks } from "@/lib/web/feeds"

export const dynamic = "force-dynamic"

/** The view, once per request: the title and the page ask the same question. */
const viewOf = cache((ledger: Ledger, question: string) => overview(ledger, JSON.parse(question) as Question))

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { ledger, query, question } = await ask(searchParams, ["grid"])
  const view = viewOf(ledger, JSON.stringify(question))
  const [title, description] = [headlineOf(locale, view), descriptionOf(locale, view)]
  const [search, feeds] = [searchOf(query), feedLinks(locale, { plan: view.plan })]
  return social({ locale, title, description, path: "", search, feeds, embeddable: true })
}

export default async function OverviewPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { ledger, query, question, ignored, reachable } = await ask(searchParams, ["grid"])
  const grid = (await searchParams).grid === "gap" ? "gap" : undefined
  const view = viewOf(ledger, JSON.stringify(question))
  const hrefs = siteHrefs(locale, `/${locale}`, query, grid ? { grid } : {})
  const embeds = publicEmbeds(locale, "overview", searchOf(query))
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <ViewControls
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        share={<ShareButton locale={locale} view={view} query={query} screen="overview" />}
        exports={exportLinks(locale, "/api/v1/overview", query)}
        drawn={drawingsOf(locale, { screen: "overview", view })}
        cite={citationView({ ledger, question, shown: { screen: "overview", view } }, locale, "", { grid })}
        embed={<EmbedCode locale={locale} embeds={embeds} title={headlineOf(locale, view)} />}
      />
      <OverviewScreen locale={locale} view={view} query={query} hrefs={hrefs} grid={grid} embeds={embeds} />
      {query.known === null ? (
        <SinceLastLook
          locale={locale}
          revision={view.revision}
          today={view.today}
          changes={`/${locale}/changes`}
          words={{ ...messages(locale).timeline.looked, close: messages(locale).site.close }}
        />
      ) : null}
    </>
  )
}
