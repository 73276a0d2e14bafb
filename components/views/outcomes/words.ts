import { scoreOfTrack, tracksShown } from "@/components/views/overview/words"
import type { OutcomePanel, OutcomesView } from "@/lib/domain/views/outcomes"
import type { Figure, PanelHead } from "@/lib/domain/views/outcomes/panels"
import { unadopted } from "@/lib/domain/views/scope"
import { list, thousands } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** An indicator that has no words yet is named by its key. */
const spelled = (key: string) => key.replaceAll(/[_-]/g, " ")

/** "Terrorist attacks" or "Terrorist attacks, Balochistan". */
export function panelName(locale: Locale, panel: PanelHead, regions: OutcomesView["regions"]): string {
  const { outcomes } = messages(locale)
  const name = outcomes.indicator[panel.indicator] ?? spelled(panel.indicator)
  const region = regions.find((each) => each.id === panel.region)
  return region ? `${name}${locale === "ur" ? "، " : ", "}${inLocale(locale, region.name).text}` : name
}

export const publisherName = (locale: Locale, publisher: string) =>
  messages(locale).outcomes.publisher[publisher] ?? publisher

export function variantName(locale: Locale, variant: string): string {
  return messages(locale).outcomes.variant[variant] ?? spelled(variant)
}

/** What a panel is called where it stands alone: "PIPS: terrorist attacks". */
export function panelTitle(locale: Locale, panel: PanelHead, regions: OutcomesView["regions"]): string {
  return `${publisherName(locale, panel.publisher)}: ${panelName(locale, panel, regions)}`
}

export const unitWords = (locale: Locale, unit: string) => messages(locale).outcomes.figure.unit[unit] ?? unit

/** The course of each panel in a sentence, and where publishers count the same year differently. */
export const outcomeFinding = (locale: Locale, view: OutcomesView): string =>
  [coursesFinding(locale, view), countsFinding(locale, view)].filter(Boolean).join(" ")

/** The course of each panel in a sentence. */
export function coursesFinding(locale: Locale, view: OutcomesView): string {
  if (view.panels.length === 0) return messages(locale).outcomes.finding.none
  return view.panels
    .map((panel) => courseWords(locale, view, panel))
    .filter(Boolean)
    .join(" ")
}

/** Where publishers count the same year differently, and that this is no average; empty where none does. */
export function countsFinding(locale: Locale, view: OutcomesView): string {
  const { finding } = messages(locale).outcomes
  const counts = view.counts.flatMap(({ measure, year, counts: all }) => {
    if (measure === "other") return []
    const each = all.map((it) => {
      const panel = view.panels.find(({ id }) => id === it.panel)!
      return finding.count(
        thousands(it.value),
        publisherName(locale, it.publisher),
        panelName(locale, panel, view.regions),
      )
    })
    return finding.counts[measure](year, list(locale, each))
  })
  return counts.length === 0 ? "" : [...counts, finding.notAveraged].join(" ")
}

function courseWords(locale: Locale, view: OutcomesView, panel: OutcomePanel): string {
  const { finding } = messages(locale).outcomes
  if (panel.course === null || panel.measure === "other") return ""
  const { first, last, least, years } = panel.course
  const publisher = publisherName(locale, panel.publisher)
  const name = panelName(locale, panel, view.regions)
  const value = (it: Figure) => thousands(it.value)
  if (least.year === first.year || least.year === last.year) {
    return finding.plain(publisher, name, value(first), first.year, value(last), last.year)
  }
  // A year without a figure may have been lower than any with one.
  const among = years < last.year - first.year + 1 ? years : null
  return finding.course(publisher, name, value(first), first.year, value(least), least.year, among, value(last), last.year) // prettier-ignore
}

/** The finding where it stands without the page: first of all what it is not. */
export const outcomeDescription = (locale: Locale, view: OutcomesView): string =>
  `${messages(locale).outcomes.notCause} ${outcomeFinding(locale, view)}`

/** The drawing for a screen reader. */
export function outcomeLabel(locale: Locale, view: OutcomesView): string {
  const { figure } = messages(locale).outcomes
  if (view.panels.length === 0) return figure.labelAlone
  return figure.label(
    list(
      locale,
      view.panels.map((panel) => panelTitle(locale, panel, view.regions)),
    ),
  )
}

/** The tracks that the index panel draws: none before there was a plan. */
export const indexTracks = (view: OutcomesView) =>
  unadopted(view) ? [] : tracksShown(view).filter((track) => scoreOfTrack(view, track).commitments > 0)
