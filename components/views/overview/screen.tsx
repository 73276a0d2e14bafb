import { Fold } from "@/components/ui/fold"
import type { Hrefs } from "@/components/views/hrefs"
import { NotAdopted } from "@/components/views/not-adopted"
import { Butterfly } from "@/components/views/overview/butterfly"
import { Changes } from "@/components/views/overview/changes"
import { Claims } from "@/components/views/overview/claims"
import { ImbalanceScale } from "@/components/views/overview/imbalance-scale"
import { Sectors } from "@/components/views/overview/sectors"
import { Silences } from "@/components/views/overview/silences"
import { Stand } from "@/components/views/overview/stand"
import { LongestUnchecked } from "@/components/views/overview/stale"
import { Tinted } from "@/components/views/overview/tinted"
import { Trend } from "@/components/views/overview/trend"
import type { Embeds } from "@/components/views/share/embed-offer"
import { headlineOf, ledeOf } from "@/components/views/overview/words"
import type { Query } from "@/lib/domain/query"
import type { OverviewView } from "@/lib/domain/views/overview"
import { unadopted } from "@/lib/domain/views/scope"
import { comma } from "@/lib/i18n/change-sentence"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * How far the plan has been carried out on each track: the answer in a sentence, then composition, trend,
 * every point, and what stands behind them. `grid` is the page's own parameter: "gap" for claim minus
 * finding in place of the lane's levels.
 */
export function OverviewScreen({
  locale,
  view,
  query,
  hrefs,
  grid,
  embeds = null,
}: {
  locale: Locale
  view: OverviewView
  query: Query
  hrefs: Hrefs
  grid?: string | undefined
  embeds?: Embeds
}) {
  const plan = view.plans.find((each) => each.id === view.plan)
  if (!plan) return null
  if (unadopted(view)) {
    return (
      <div className="wrap">
        <NotAdopted {...{ locale, view, hrefs }} />
      </div>
    )
  }
  const parts = { locale, view, hrefs, year: plan.year }
  const sandbox = hrefs.sandbox()
  const { overview } = messages(locale)
  // Whoever opens a link on a phone has the finding and a chart at once, and the rest behind its name.
  const fold = { isFolded: hrefs.isLink }
  return (
    <div className="wrap">
      <section className="hero grid" aria-labelledby="headline">
        <div className="col-span-5 pe-3">
          <h1 id="headline">{headlineOf(locale, view)}</h1>
          <p className="lede">
            <Tinted text={ledeOf(locale, view)} />
          </p>
          <Fold {...fold} label={overview.stand.title(view.tracks.all.commitments)}>
            <Stand locale={locale} view={view} hrefs={hrefs} />
            {view.track === null ? <ImbalanceScale locale={locale} imbalance={view.imbalance} /> : null}
          </Fold>
          {sandbox === null ? null : (
            <p className="small mt-2">
              <a href={sandbox}>{messages(locale).sandbox.link}</a>
            </p>
          )}
        </div>
        <Trend locale={locale} view={view} plan={plan} isStill={hrefs.isLink} embeds={embeds} />
      </section>
      <Fold {...fold} label={overview.grid.title}>
        <section className="sec" aria-labelledby="grid">
          <Butterfly {...{ locale, view, plan, hrefs, embeds }} look={grid === "gap" ? "gap" : query.lane} />
        </section>
      </Fold>
      <Fold {...fold} label={[overview.claims.title, overview.changes.title].join(comma(locale))}>
        <section className="sec grid">
          <Claims locale={locale} view={view} hrefs={hrefs} />
          <Changes {...parts} />
        </section>
      </Fold>
      <Fold
        {...fold}
        label={[overview.stale.title, overview.silences.title, overview.sectors.title].join(comma(locale))}
      >
        <section className="sec grid">
          <LongestUnchecked {...parts} />
          <Silences locale={locale} view={view} plan={plan} />
          <Sectors locale={locale} view={view} hrefs={hrefs} />
        </section>
      </Fold>
    </div>
  )
}
