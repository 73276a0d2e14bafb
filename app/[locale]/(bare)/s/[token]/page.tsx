import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ViewControls } from "@/components/views/controls"
import { type Hrefs, linkHrefs } from "@/components/views/hrefs"
import { OverviewScreen } from "@/components/views/overview/screen"
import { headlineOf } from "@/components/views/overview/words"
import { PointScreen } from "@/components/views/point/point-screen"
import { PointsScreen } from "@/components/views/points/points-screen"
import { LinkStrip } from "@/components/views/share/link-strip"
import type { SharedView } from "@/lib/domain/views/shared"
import { isLocale, type Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import type { SearchParams } from "@/lib/web/ask"
import { openedLink, searchText } from "@/app/[locale]/opened-link"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: SearchParams }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, token } = await params
  if (!isLocale(locale)) return {}
  const { shared } = await openedLink(token, searchText(await searchParams))
  return { title: titleOf(locale, shared), robots: { index: false, follow: false }, referrer: "no-referrer" }
}

export default async function SharedPage({ params, searchParams }: Props) {
  const { locale, token } = await params
  if (!isLocale(locale)) notFound()
  const { scope, shared } = await openedLink(token, searchText(await searchParams))
  return (
    <>
      <LinkStrip locale={locale} view={shared.view} frozen={scope.frozen} sharedBy={scope.sharedBy} />
      {shared.view.provisional > 0 ? <Provisional locale={locale} /> : null}
      <Screen
        locale={locale}
        shared={shared}
        hrefs={linkHrefs(`/${locale}/s/${token}`, scope.query, shared.query, scope.free)}
      />
    </>
  )
}

/** The screen of the site, with nowhere to go but to itself, turned as far as the link leaves it free. */
function Screen({ locale, shared, hrefs }: { locale: Locale; shared: SharedView; hrefs: Hrefs }) {
  const parts = { locale, query: shared.query, hrefs }
  if (shared.screen === "points") return <PointsScreen {...parts} view={shared.view} />
  if (shared.screen === "point") return <PointScreen {...parts} view={shared.view} />
  return (
    <>
      <ViewControls {...parts} view={shared.view} />
      <OverviewScreen {...parts} view={shared.view} />
    </>
  )
}

/** The site's notice, without its way to another page. */
function Provisional({ locale }: { locale: Locale }) {
  const { provisional } = messages(locale).site
  return (
    <aside className="notice-strip" aria-label={provisional.title}>
      <div className="wrap">
        <b>{provisional.title}</b>
        <span>{provisional.text}</span>
      </div>
    </aside>
  )
}

function titleOf(locale: Locale, shared: SharedView): string {
  const { point, points } = messages(locale)
  if (shared.screen === "overview") return headlineOf(locale, shared.view)
  if (shared.screen === "point") {
    const { number, title } = shared.view.point
    return point.title(number, inLocale(locale, title).text)
  }
  return points.heading(shared.view.rows.length, shared.view.plans[0]!.year)
}
