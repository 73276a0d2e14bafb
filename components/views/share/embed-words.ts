import { descriptionOf } from "@/components/views/overview/description"
import { headlineOf } from "@/components/views/overview/words"
import { pointHeadline, pointTitle } from "@/components/views/point/strand-words"
import type { Shown } from "@/components/views/share/embed"
import { chartOf } from "@/components/views/share/link-chart"
import type { ShareChart } from "@/lib/domain/share"
import type { PointsView } from "@/lib/domain/views/points"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What heads an embedded view: the screen's finding, or the one of its only chart. */
export function embedTitle(locale: Locale, shared: Shown, chart: ShareChart | null): string {
  if (chart !== null) return chartOf({ locale, shared, chart, hrefs: null }).finding
  if (shared.screen === "overview") return headlineOf(locale, shared.view)
  if (shared.screen === "point") return pointTitle(locale, shared.view)
  return reachOf(locale, shared.view).heading
}

/** What a preview says of a view, or of one chart of it: the finding in words and its day. */
export function viewDescription(locale: Locale, shared: Shown, chart: ShareChart | null): string {
  const { embedding } = messages(locale)
  const day = formatDay(locale, shared.view.asOf)
  if (chart !== null) {
    const { finding } = chartOf({ locale, shared, chart, hrefs: null })
    return embedding.asOf(/[.۔]$/.test(finding) ? finding : `${finding}${locale === "ur" ? "۔" : "."}`, day)
  }
  if (shared.screen === "overview") return descriptionOf(locale, shared.view)
  if (shared.screen === "point") return embedding.asOf(pointHeadline(locale, shared.view), day)
  const { heading, reach } = reachOf(locale, shared.view)
  return embedding.description(heading, [reach], day)
}

/** How many points a list has, and how many of their commitments are rated. */
export function reachOf(locale: Locale, view: PointsView) {
  const { points } = messages(locale)
  const rated = view.rows.reduce((sum, row) => sum + row.all.rated, 0)
  const all = view.rows.reduce((sum, row) => sum + row.all.commitments, 0)
  const plan = view.plans.find((each) => each.id === view.plan)!
  const heading = points.heading(view.rows.length, plan.year)
  return { heading, reach: points.reach(rated, all), title: points.pageTitle(heading, rated, all) }
}
