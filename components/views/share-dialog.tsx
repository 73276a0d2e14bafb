import { ShareOpener } from "@/components/views/share/opener"
import type { SharedScreen } from "@/components/views/share/scope-words"
import type { Query } from "@/lib/domain/query"
import { CHARTS, FreeControl, type ShareChart, type ShareScreen } from "@/lib/domain/share"
import { comparisonProblem, HELD, type SharedComparison } from "@/lib/domain/share-own"
import type { Frame } from "@/lib/domain/views/overview"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/**
 * The button that makes a link to a view, for the `share` slot of its controls. `point` is the point's number on the
 * point screen, null elsewhere. Needs JavaScript and is not shown without; nor where both sides of a comparison are one.
 */
export function ShareButton({
  locale,
  view,
  query,
  screen,
  point = null,
  comparison = null,
  panels = null,
}: {
  locale: Locale
  view: Frame
  query: Query
  screen: ShareScreen
  point?: number | null
  /** What is set against what, on the compare screen. */
  comparison?: SharedComparison | null
  /** What is counted, on the outcomes screen: titles by the ids of panels. */
  panels?: Record<string, string> | null
}) {
  if (comparison && comparisonProblem(comparison, { ...query, asOf: view.asOf })) return null
  const held = comparison && HELD[comparison.by]
  const shared: SharedScreen = {
    screen,
    point,
    charts: CHARTS[screen].filter((chart) => isDrawn(chart, view)),
    free: FreeControl.options.filter((control) => control !== held),
    comparison,
    panels: panels && Object.keys(panels),
    panelNames: panels ?? {},
    query: { ...query, points: screen === "point" ? null : query.points },
    asOf: view.asOf,
    today: view.today,
    revision: view.revision,
    years: Object.fromEntries(view.plans.map((plan) => [plan.id, plan.year])),
    regions: Object.fromEntries(view.regions.map((region) => [region.id, inLocale(locale, region.name).text])),
  }
  return <ShareOpener locale={locale} label={messages(locale).share.open} shared={shared} />
}

/** A view of one track has neither the other's strand nor a difference of the two. */
function isDrawn(chart: ShareChart, { track }: Pick<Frame, "track">): boolean {
  if (track === null) return true
  return chart !== "imbalance" && (!chart.startsWith("strand-") || chart === `strand-${track}`)
}
