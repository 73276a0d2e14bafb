import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { searchIn, social } from "@/app/[locale]/social"
import { ExploreScreen } from "@/components/views/explore/explore-screen"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import type { Ledger } from "@/lib/domain/ledger"
import { QUERY_NAMES, type Question } from "@/lib/domain/query"
import { exploreView } from "@/lib/domain/views/explore"
import { choiceParams, EXPLORE_NAMES, readChoice } from "@/lib/domain/views/explore-choice"
import { formatDay } from "@/lib/i18n/format"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ask, pairsOf, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

/** The view, once per request: the title and the page ask the same question. */
const viewOf = cache((ledger: Ledger, question: string) => exploreView(ledger, JSON.parse(question) as Question))

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

/** A form sends a list one by one and what is empty too; an address says both tracks by naming none. */
async function spelled(searchParams: SearchParams): Promise<Record<string, string | string[] | undefined>> {
  const given = Object.entries(await searchParams).flatMap(([name, value]) => {
    const words = [value ?? []].flat().filter(Boolean)
    if (words.length === 0 || (name === "track" && words.length > 1)) return []
    return [[name, name === "points" ? words.join(",") : words]]
  })
  return Object.fromEntries(given) as Record<string, string[]>
}

async function asked(searchParams: SearchParams) {
  const params = await spelled(searchParams)
  const found = await ask(Promise.resolve(params), [...EXPLORE_NAMES])
  const view = viewOf(found.ledger, JSON.stringify(found.question))
  const { choice, ignored } = readChoice(pairsOf(params), view)
  return { ...found, view, choice, ignored: [...found.ignored, ...ignored] }
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { view, query, choice } = await asked(searchParams)
  const { explore } = messages(locale)
  const { year } = view.plans.find((plan) => plan.id === view.plan)!
  const count = view.items.length
  const own = choiceParams(choice).filter(([name]) => !(QUERY_NAMES as string[]).includes(name))
  const { here } = siteHrefs(locale, `/${locale}/explore`, query, Object.fromEntries(own))
  const description = explore.description(count, year, formatDay(locale, view.asOf))
  return social({
    locale,
    title: explore.heading(count, year),
    description,
    path: "/explore",
    search: searchIn(here({})),
  })
}

export default async function ExplorePage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { ledger, question, query, view, choice, ignored, reachable } = await asked(searchParams)
  const own = choiceParams(choice).filter(([name]) => !(QUERY_NAMES as string[]).includes(name))
  const hrefs = siteHrefs(locale, `/${locale}/explore`, query, Object.fromEntries(own))
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <ExploreScreen
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        choice={choice}
        cite={citationView(
          { ledger, question, shown: { screen: "explore", view } },
          locale,
          "/explore",
          Object.fromEntries(own),
        )}
      />
    </>
  )
}
