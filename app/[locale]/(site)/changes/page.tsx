import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { social } from "@/app/[locale]/social"
import { changesAddress } from "@/components/views/changes/address"
import { ChangesScreen, titleOfChanges } from "@/components/views/changes/changes-screen"
import { changesHrefs } from "@/components/views/changes/hrefs"
import { Notices } from "@/components/views/notices"
import { CHANGE_NAMES, changeParameters, changesView, readFilter } from "@/lib/domain/views/changes"
import { isLocale } from "@/lib/i18n/locale"
import { ask, pairsOf, type SearchParams } from "@/lib/web/ask"
import { citationView } from "@/lib/web/citation"
import { feedLinks } from "@/lib/web/feeds"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string }>; searchParams: SearchParams }

async function asked(searchParams: SearchParams) {
  const found = await ask(searchParams, [...CHANGE_NAMES])
  const given = new URLSearchParams(pairsOf(await searchParams))
  // The form's "all points" is no choice.
  if (given.get("points") === "") given.delete("points")
  const { filter, page, ignored } = readFilter(given, found.question)
  const named = found.ignored.filter((name) => given.has(name))
  return { ...found, filter, page, ignored: [...new Set([...named, ...ignored])] }
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { query, filter, page } = await asked(searchParams)
  const { title, lede } = titleOfChanges(locale, filter)
  const { search } = new URL(changesAddress(locale, filter, query, page), "http://site.invalid")
  const about = {
    ...(filter.plan !== null && { plan: filter.plan }),
    ...(filter.points?.length === 1 && { point: filter.points[0]! }),
    ...(filter.kind === "correction" && { kind: "correction" as const }),
  }
  return social({ locale, title, description: lede, path: "/changes", search, feeds: feedLinks(locale, about) })
}

export default async function ChangesPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { ledger, query, question, filter, page, ignored, reachable } = await asked(searchParams)
  // Changes are not told by lane or region, and their track is one of the filters.
  const pinned = { ...question, lane: "finding" as const, track: null, region: null }
  const view = changesView(ledger, pinned, filter, page)
  const hrefs = changesHrefs(locale, query, filter)
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <ChangesScreen
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        cite={citationView(
          { ledger, question: pinned, shown: { screen: "changes", view } },
          locale,
          "/changes",
          changeParameters(filter, view.page),
        )}
      />
    </>
  )
}
