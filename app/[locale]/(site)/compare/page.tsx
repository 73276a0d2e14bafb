import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { searchIn, social } from "@/app/[locale]/social"
import { drawingsOf } from "@/components/drawings/offered"
import { CompareScreen } from "@/components/views/compare/screen"
import { headlineOf, ledeOf } from "@/components/views/compare/words"
import { exportLinks, ViewControls } from "@/components/views/controls"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { ShareButton } from "@/components/views/share-dialog"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { settledComparison } from "@/lib/domain/share-own"
import { compareView } from "@/lib/domain/views/compare/compare"
import { COMPARE_NAMES, comparedQuery, type Comparison, readComparison } from "@/lib/domain/views/compare/sides"
import { isLocale } from "@/lib/i18n/locale"
import { ask, pairsOf, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

/** The view, once per request: the title and the page ask the same question. */
const viewOf = cache((ledger: Ledger, asked: string) =>
  compareView(ledger, ...(JSON.parse(asked) as [Question, Comparison])),
)

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

async function asked(searchParams: SearchParams) {
  const found = await ask(searchParams, [...COMPARE_NAMES])
  const given = new URLSearchParams(pairsOf(await searchParams))
  const { ledger, question } = found
  const { comparison, ignored } = readComparison(given, question, snapshot(ledger, question.known))
  const own = Object.fromEntries(
    COMPARE_NAMES.flatMap((name) => (given.has(name) && !ignored.includes(name) ? [[name, given.get(name)!]] : [])),
  )
  return {
    ...found,
    query: comparedQuery(found.query, comparison.by),
    cited: comparedQuery(question, comparison.by),
    view: viewOf(ledger, JSON.stringify([question, comparison])),
    own,
    ignored: [...new Set([...found.ignored, ...ignored])],
  }
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { view, query, own } = await asked(searchParams)
  const [title, description] = [headlineOf(locale, view), ledeOf(locale, view)]
  const search = searchIn(siteHrefs(locale, `/${locale}/compare`, query, own).here({}))
  return social({ locale, title, description, path: "/compare", search })
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { ledger, cited, view, query, own, ignored, reachable } = await asked(searchParams)
  const hrefs = siteHrefs(locale, `/${locale}/compare`, query, own)
  const extra = new URLSearchParams(own).toString()
  const exports = exportLinks(locale, "/api/v1/compare", query).map((link) => ({
    ...link,
    href: extra === "" ? link.href : `${link.href}${link.href.includes("?") ? "&" : "?"}${extra}`,
  }))
  return (
    <>
      <Notices
        {...{ locale, view, query, hrefs, ignored, reachable }}
        against={view.by === "dates" ? view.a.asOf : undefined}
      />
      <ViewControls
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        exports={exports}
        drawn={drawingsOf(locale, { screen: "compare", view })}
        cite={citationView({ ledger, question: cited, shown: { screen: "compare", view } }, locale, "/compare", own)}
        plans={view.by !== "plans"}
        share={
          <ShareButton
            {...{ locale, view, screen: "compare" }}
            query={{ ...query, plan: view.plan }}
            comparison={settledComparison(
              view.comparison,
              view.by === "dates" ? (own.against ?? null) : view.comparison.against,
            )}
          />
        }
      />
      <CompareScreen locale={locale} view={view} hrefs={hrefs} />
    </>
  )
}
