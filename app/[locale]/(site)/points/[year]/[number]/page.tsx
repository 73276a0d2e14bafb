import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Notices } from "@/components/views/notices"
import { siteHrefs } from "@/components/views/hrefs"
import { PointScreen } from "@/components/views/point/point-screen"
import { pointHeadline, pointTitle } from "@/components/views/point/strand-words"
import { ShareButton } from "@/components/views/share-dialog"
import { ledger } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import { snapshot } from "@/lib/domain/ledger"
import { pointView } from "@/lib/domain/views/point"
import { plansOf } from "@/lib/domain/views/scope"
import { isLocale } from "@/lib/i18n/locale"
import { ask, type SearchParams } from "@/lib/web/ask"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; year: string; number: string }>; searchParams: SearchParams }

/** The plan adopted in the year of the address, and the point of it; a point page's plan cannot be changed by a parameter. */
async function answer({ params, searchParams }: Props) {
  const { locale, year, number } = await params
  if (!isLocale(locale)) notFound()
  if (!/^\d{4}$/.test(year) || !/^[1-9]\d{0,2}$/.test(number)) notFound()
  const facts = await ledger()
  const plan = plansOf(snapshot(facts, facts.newest)).find((each) => each.year === Number(year))
  if (!plan) notFound()
  const asked = await ask(searchParams, [], { plan: plan.id, points: null })
  const view = pointView(asked.ledger, asked.question, Number(number))
  if (!view) notFound()
  return { ...asked, view, locale, path: `/${locale}/points/${year}/${number}` }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, locale } = await answer(props)
  return { title: pointTitle(locale, view), description: pointHeadline(locale, view) }
}

export default async function PointPage(props: Props) {
  const { locale, view, query, path, ignored, reachable } = await answer(props)
  const hrefs = siteHrefs(locale, path, query)
  return (
    <>
      <Notices locale={locale} view={view} query={query} hrefs={hrefs} ignored={ignored} reachable={reachable} />
      <PointScreen
        locale={locale}
        view={view}
        query={query}
        hrefs={hrefs}
        share={<ShareButton locale={locale} view={view} query={query} screen="point" point={view.point.number} />}
        origin={settings().baseUrl}
      />
    </>
  )
}
