import { headlineOf as compareHeadline, ledeOf as compareLede } from "@/components/views/compare/words"
import { ledeOf as momentumLede, stepsFinding } from "@/components/views/momentum/words"
import { notAdoptedHeadline, notAdoptedLede, notAdoptedWords } from "@/components/views/not-adopted"
import { outcomeDescription } from "@/components/views/outcomes/words"
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
  if (shared.screen === "point") return pointTitle(locale, shared.view)
  return screenTitle(locale, shared)
}

/** What a whole screen finds, or is about where it finds several things. */
export function screenTitle(locale: Locale, shared: Exclude<Shown, { screen: "point" }>): string {
  if (shared.screen === "overview") return headlineOf(locale, shared.view)
  if (shared.screen === "compare") return compareHeadline(locale, shared.view)
  if (shared.screen === "points") return reachOf(locale, shared.view).heading
  return messages(locale)[shared.screen].heading
}

/** What a preview says of a view, or of one chart of it: the finding in words and its day. */
export function viewDescription(locale: Locale, shared: Shown, chart: ShareChart | null): string {
  const { embedding } = messages(locale)
  const day = formatDay(locale, shared.view.asOf)
  const untimely = notAdoptedWords(locale, shared.view)
  if (untimely !== null && shared.screen !== "compare" && shared.screen !== "outcomes") {
    return embedding.asOf(untimely, day)
  }
  if (chart !== null) {
    const { finding } = chartOf({ locale, shared, chart, hrefs: null })
    return embedding.asOf(/[.۔]$/.test(finding) ? finding : `${finding}${locale === "ur" ? "۔" : "."}`, day)
  }
  if (shared.screen === "overview") return descriptionOf(locale, shared.view)
  if (shared.screen === "point") return embedding.asOf(pointHeadline(locale, shared.view), day)
  if (shared.screen === "compare") {
    return embedding.asOf(compareLede(locale, shared.view) || compareHeadline(locale, shared.view), day)
  }
  if (shared.screen === "outcomes") return embedding.asOf(outcomeDescription(locale, shared.view), day)
  if (shared.screen === "momentum") {
    return embedding.asOf(`${momentumLede(locale, shared.view)} ${stepsFinding(locale, shared.view)}`, day)
  }
  const { heading, reach } = reachOf(locale, shared.view)
  return embedding.description(heading, [reach], day)
}

/** How many points a list has, and how many of their commitments are rated. */
export function reachOf(locale: Locale, view: PointsView) {
  const { points } = messages(locale)
  const untimely = notAdoptedHeadline(locale, view)
  if (untimely !== null) return { heading: untimely, reach: notAdoptedLede(locale, view), title: untimely }
  const rated = view.rows.reduce((sum, row) => sum + row.all.rated, 0)
  const all = view.rows.reduce((sum, row) => sum + row.all.commitments, 0)
  const plan = view.plans.find((each) => each.id === view.plan)!
  const heading = points.heading(view.rows.length, plan.year)
  return { heading, reach: points.reach(rated, all), title: points.pageTitle(heading, rated, all) }
}
