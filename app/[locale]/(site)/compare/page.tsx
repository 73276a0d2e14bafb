import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { searchIn, social } from "@/app/[locale]/social"
import { CompareScreen } from "@/components/views/compare/screen"
import { headlineOf, ledeOf } from "@/components/views/compare/words"
import { exportLinks, ViewControls } from "@/components/views/controls"
import { siteHrefs } from "@/components/views/hrefs"
import { Notices } from "@/components/views/notices"
import { ShareButton } from "@/components/views/share-dialog"
import { snapshot } from "@/lib/domain/ledger"
import { settledComparison } from "@/lib/domain/share-own"
import { compareView } from "@/lib/domain/views/compare/compare"
import { COMPARE_NAMES, comparedQuery, readComparison } from "@/lib/domain/views/compare/sides"
import { isLocale } from "@/lib/i18n/locale"
import { ask, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

async function asked(searchParams: SearchParams) {
  const found = await ask(searchParams, [...COMPARE_NAMES])
  const given = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) => [value ?? []].flat().map((text) => [name, text])),
  )
  const { ledger, question } = found
  const { comparison, ignored } = readComparison(given, question, snapshot(ledger, question.known))
  const own = Object.fromEntries(
    COMPARE_NAMES.flatMap((name) => (given.has(name) && !ignored.includes(name) ? [[name, given.get(name)!]] : [])),
  )
  return {
    ...found,
    query: comparedQuery(found.query, comparison.by),
    cited: comparedQuery(question, comparison.by),
    view: compareView(ledger, question, comparison),
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
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <ViewControls
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        exports={exports}
        cite={citationView({ ledger, question: cited }, locale, "/compare", own)}
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
