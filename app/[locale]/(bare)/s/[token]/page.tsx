import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { socialOfLink } from "@/app/[locale]/social"
import { BarePage } from "@/components/site/bare-page"
import { drawingApart } from "@/components/drawings/drawing-apart"
import { CompareScreen } from "@/components/views/compare/screen"
import { comparedWords } from "@/components/views/compare/words"
import { linkHrefs } from "@/components/views/hrefs"
import { MomentumScreen } from "@/components/views/momentum/momentum-screen"
import { OutcomesScreen } from "@/components/views/outcomes/outcomes-screen"
import { OverviewScreen } from "@/components/views/overview/screen"
import { PointScreen } from "@/components/views/point/point-screen"
import { PointsScreen } from "@/components/views/points/points-screen"
import { viewDescription } from "@/components/views/share/embed-words"
import { BrokenNotice, LinkAbout, LinkSources } from "@/components/views/share/link-about"
import { LinkChart } from "@/components/views/share/link-chart"
import { LinkControls } from "@/components/views/share/link-controls"
import { LinkDownloads } from "@/components/views/share/link-downloads"
import { LinkMethod } from "@/components/views/share/link-method"
import { LinkStrip } from "@/components/views/share/link-strip"
import { linkTitle } from "@/components/views/share/link-title"
import { settings } from "@/lib/data/settings"
import { dayOf } from "@/lib/domain/date"
import { isDrawnApart } from "@/lib/domain/drawing"
import { isLocale, type Locale, otherLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import type { SearchParams } from "@/lib/web/ask"
import { openedLink, searchText } from "@/app/[locale]/opened-link"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: SearchParams }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, token } = await params
  if (!isLocale(locale)) return {}
  const { scope, shared } = await openedLink(token, searchText(await searchParams))
  return socialOfLink({
    locale,
    title: linkTitle(locale, shared, scope.chart),
    description: viewDescription(locale, shared, scope.chart),
    path: `/s/${token}`,
    // Behind a password other sites can show nothing.
    embeddable: scope.sites.length > 0 && !scope.hasPassword,
  })
}

/** What a link opens and how far it can be trusted. Its server takes every script out, so nothing here needs one. */
export default async function SharedPage({ params, searchParams }: Props) {
  const { locale, token } = await params
  if (!isLocale(locale)) notFound()
  const given = await searchParams
  const { scope, shared, isPublic, isIntact, isTurned } = await openedLink(token, searchText(given))
  const { drawing } = given
  // For a picture of the link (lib/web/links.ts), which shows no other chart than its page.
  if (isDrawnApart(drawing)) {
    const isShown = scope.chart === null || scope.chart === drawing
    return (isShown && drawingApart(locale, shared, drawing)) || notFound()
  }
  const { view, query } = shared
  const { baseUrl } = settings()
  const path = `/${locale}/s/${token}`
  // The day a frozen copy stands still on is its own, not one that a visitor turned it to.
  const stillOn = scope.query.asOf ?? (scope.frozen ? dayOf(scope.createdAt) : null)
  const stored = { ...scope.query, asOf: stillOn }
  const hrefsIn = (language: Locale) => linkHrefs(`/${language}/s/${token}`, stored, query, scope.free)
  const hrefs = hrefsIn(locale)
  const other = otherLocale(locale)
  const latest = stillOn ?? view.today
  const words = shared.screen === "compare" ? comparedWords(locale, shared.view) : undefined
  const controls = <LinkControls {...{ locale, view, query, hrefs, latest, words }} free={scope.free} />
  const parts = { locale, query, hrefs, controls }
  return (
    <BarePage
      locale={locale}
      other={hrefsIn(other).here({}) ?? `/${other}/s/${token}`}
      strip={
        <LinkStrip {...{ locale, view, query }} frozen={scope.frozen} sharedBy={scope.sharedBy} isPublic={isPublic} />
      }
    >
      {isIntact === false ? <BrokenNotice locale={locale} /> : null}
      {view.provisional > 0 ? <Provisional locale={locale} /> : null}
      {scope.chart !== null ? (
        <>
          {controls}
          <LinkChart locale={locale} shared={shared} chart={scope.chart} hrefs={hrefs} />
        </>
      ) : shared.screen === "points" ? (
        <PointsScreen {...parts} view={shared.view} />
      ) : shared.screen === "point" ? (
        <PointScreen {...parts} view={shared.view} />
      ) : shared.screen === "outcomes" ? (
        <OutcomesScreen {...parts} view={shared.view} show="" />
      ) : shared.screen === "momentum" ? (
        <MomentumScreen {...parts} view={shared.view} />
      ) : shared.screen === "compare" ? (
        <>
          {controls}
          <CompareScreen {...parts} view={shared.view} />
        </>
      ) : (
        <>
          {controls}
          <OverviewScreen {...parts} view={shared.view} />
        </>
      )}
      <div className="wrap">
        {scope.chart === null ? <LinkSources locale={locale} sources={shared.sources} /> : null}
        {scope.downloads ? (
          <LinkDownloads
            {...{ locale, path }}
            shown={shared}
            chart={scope.chart}
            search={/\?.*/.exec(hrefs.here({}) ?? "")?.[0] ?? ""}
          />
        ) : null}
        <LinkMethod locale={locale} shared={shared} chart={scope.chart} />
        <LinkAbout
          locale={locale}
          sharedBy={scope.sharedBy}
          host={new URL(baseUrl).host}
          digest={scope.digest}
          isTurned={isTurned}
          isPublic={isPublic}
        />
      </div>
    </BarePage>
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
