import type { ReactNode } from "react"
import { drawingsOf } from "@/components/drawings/offered"
import { Icon } from "@/components/ui/icon"
import { exportLinks, ViewControls } from "@/components/views/controls"
import type { Hrefs } from "@/components/views/hrefs"
import { NotAdopted } from "@/components/views/not-adopted"
import type { CitationView } from "@/lib/domain/citation-style"
import type { Query } from "@/lib/domain/query"
import type { PointView } from "@/lib/domain/views/point"
import { unadopted } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { EmbedCode, type Embeds } from "@/components/views/share/embed-offer"
import { CiteBox } from "./cite-box"
import { CommitmentsSection } from "./commitments-section"
import { EvidenceSection } from "./evidence-section"
import { knownSources } from "./known-sources"
import { Neighbours } from "./neighbours"
import { PointBrief } from "./point-brief"
import { PointCrosswalk } from "./point-crosswalk"
import { PointHead } from "./point-head"
import { PointHistory } from "./point-history"
import { PointSilences } from "./point-silences"
import { ProvinceTiles } from "./province-tiles"
import { RivalRatings } from "./rival-ratings"
import { StrandsSection } from "./strands-section"

/** One point of a plan with everything known about it. */
export function PointScreen({
  locale,
  view,
  query,
  hrefs,
  share,
  cite,
  controls,
  embeds = null,
}: {
  locale: Locale
  view: PointView
  query: Query
  hrefs: Hrefs
  share?: ReactNode
  cite?: CitationView | undefined
  /** In place of the site's own view bar. */
  controls?: ReactNode
  embeds?: Embeds
}) {
  const sources = knownSources(view)
  const path = `/api/v1/points/${view.point.id}`
  const asked = { ...query, plan: undefined, points: null }
  const exports = hrefs.here({}) === null ? [] : exportLinks(locale, path, asked)
  return (
    <>
      {controls ?? (
        <ViewControls
          locale={locale}
          view={{ ...view, points: null }}
          query={query}
          hrefs={hrefs}
          share={share}
          exports={exports}
          drawn={drawingsOf(locale, { screen: "point", view })}
          embed={<EmbedCode locale={locale} embeds={embeds} title={messages(locale).terms.point(view.point.number)} />}
          cite={cite}
          plans={false}
        />
      )}
      <div className={unadopted(view) ? "wrap" : "wrap briefed"}>
        {unadopted(view) ? null : <PointBrief locale={locale} view={view} cite={cite} />}
        <Crumb locale={locale} view={view} hrefs={hrefs} />
        {unadopted(view) ? (
          <NotAdopted {...{ locale, view, hrefs }} />
        ) : (
          <>
            <PointHead locale={locale} view={view} sources={sources} />
            <StrandsSection locale={locale} view={view} isStill={hrefs.isLink} embeds={embeds} />
            <CommitmentsSection locale={locale} view={view} sources={sources} hrefs={hrefs} />
            <EvidenceSection locale={locale} view={view} isStill={hrefs.isLink} embeds={embeds} />
            <div className="sec grid">
              <div style={{ gridColumn: "span 6" }}>
                <ProvinceTiles locale={locale} view={view} hrefs={hrefs} />
              </div>
              <div className="fig side flex flex-col gap-10" style={{ gridColumn: "span 6" }}>
                <RivalRatings locale={locale} view={view} />
                <PointHistory locale={locale} view={view} hrefs={hrefs} />
              </div>
            </div>
            <div className="sec grid">
              {/* A share shows one edition only, so that nothing can be said of the other. */}
              {view.plans.length > 1 ? <PointCrosswalk locale={locale} view={view} hrefs={hrefs} /> : null}
              <div className="fig side flex flex-col gap-10" style={{ gridColumn: "span 5" }}>
                <PointSilences locale={locale} view={view} />
                <CiteBox locale={locale} view={view} citation={cite} />
              </div>
            </div>
          </>
        )}
        <Neighbours locale={locale} view={view} hrefs={hrefs} />
      </div>
    </>
  )
}

function Crumb({ locale, view, hrefs }: { locale: Locale; view: PointView; hrefs: Hrefs }) {
  const { point, site, terms } = messages(locale)
  const [overview, points] = [hrefs.overview(), hrefs.points()]
  if (overview === null || points === null) return null
  return (
    <nav className="crumb" aria-label={point.crumb}>
      <a href={overview}>{site.nav.overview}</a>
      <Icon name="chevron" />
      <a href={points}>{point.planOf(view.point.year)}</a>
      <Icon name="chevron" />
      <span aria-current="page">{terms.point(view.point.number)}</span>
    </nav>
  )
}
