import { type Day, yearOf } from "@/lib/domain/date"
import { grouped } from "@/lib/domain/group"
import { type Ledger, order, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import {
  type Figure,
  isWhole,
  type Measure,
  type Panel,
  type PanelHead,
  panelsOf,
} from "@/lib/domain/views/outcomes/panels"
import { commitmentsInScope, pointsInScope, type Tracks, tracksOf } from "@/lib/domain/views/scope"
import { type EventMark, eventsBetween, type SeriesPoint, seriesOf } from "@/lib/domain/views/series"

/**
 * A panel as it is drawn, with what can be said of it in a sentence: of its longest series alone, since another base
 * or vintage cannot be set against it, and of the years since the plan was adopted. `years`: how many of them have a
 * figure; the least is that of all years from the first to the last only where this is all of them.
 */
export type OutcomePanel = Panel & { course: Course | null }
export type Course = { series: string; first: Figure; last: Figure; least: Figure; most: Figure; years: number }

/**
 * The newest full year of which several publishers counted all attacks, or all deaths, of one region (null: the whole
 * country), one panel of each publisher. What they count differs, so each is told with its panel's indicator.
 */
export type Counts = {
  measure: Measure
  region: string | null
  year: number
  counts: { panel: string; indicator: string; publisher: string; value: number }[]
}

/**
 * The plan's indices beside what publishers counted. Outcomes never enter an index and nothing here relates the two by
 * a number: a common course is no evidence of cause.
 */
export type OutcomesView = Frame & {
  tracks: Tracks
  series: SeriesPoint[]
  events: EventMark[]
  /** Every panel that can be chosen. */
  choices: PanelHead[]
  /** The ones chosen, in the order of the choices. */
  panels: OutcomePanel[]
  counts: Counts[]
  /**
   * From the first day of the first year drawn to the last day of the year asked about, at the earliest of the one in
   * which the plan was adopted: one axis for all panels.
   */
  from: Day
  to: Day
}

/** As many panels of each measure are drawn for whoever has not chosen. */
const DEFAULT_PANELS = 2

/** The panels a reader sees who has not chosen: of attacks and of deaths the two with the most years since the plan. */
function usual(panels: readonly Panel[], since: number): string[] {
  const yearsSince = (panel: Panel) => new Set(panel.figures.filter((it) => it.year >= since).map((it) => it.year)).size
  const nationwide = panels.filter((panel) => panel.region === null)
  const pool = nationwide.length > 0 ? nationwide : panels
  return (["attacks", "deaths"] as const).flatMap((measure) =>
    pool
      .filter((panel) => panel.measure === measure)
      .sort((a, b) => yearsSince(b) - yearsSince(a) || order(a.id, b.id))
      .slice(0, DEFAULT_PANELS)
      .map((panel) => panel.id),
  )
}

/**
 * @param show ids of panels; null or empty for the usual ones. Ids that do not exist, or not in the region asked
 * about, are passed over: `unknownPanels` names them.
 */
export function outcomes(ledger: Ledger, question: Question, show: readonly string[] | null = null): OutcomesView {
  const facts = snapshot(ledger, question.known)
  const plan = facts.records.plan.get(question.plan)!
  const commitments = commitmentsInScope(facts, question)
  const reading = { lane: question.lane, region: question.region }
  const all = panelsOf(ledger, facts, question)
  const ids = new Set(all.map((panel) => panel.id))
  const wanted = (show ?? []).filter((id) => ids.has(id))
  const chosen = new Set(wanted.length > 0 ? wanted : usual(all, yearOf(plan.adoptedOn)))
  const panels = all
    .filter((panel) => chosen.has(panel.id))
    .sort((a, b) => MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure) || order(a.publisher, b.publisher))
    .map((panel) => ({ ...panel, course: courseOf(panel, yearOf(plan.adoptedOn)) }))
  const points = question.points === null ? null : pointsInScope(facts, question).map((point) => point.id)
  const years = panels.flatMap((panel) => panel.figures.map((it) => it.year))
  return {
    ...frameOf(ledger, facts, question, commitments),
    tracks: tracksOf(facts, commitments, reading, question.asOf),
    series: seriesOf(facts, commitments, reading, plan.adoptedOn, question.asOf),
    events: eventsBetween(facts, "2014-12-01", question.asOf, points, [question.region]),
    choices: all.map(({ figures: _, ...head }) => head),
    panels,
    counts: countsOf(panels),
    from: `${Math.min(yearOf(plan.adoptedOn), ...years)}-01-01`,
    to: `${Math.max(yearOf(question.asOf), yearOf(plan.adoptedOn))}-12-31`,
  }
}

const MEASURES: readonly Measure[] = ["attacks", "deaths", "other"]

const MOST_PANELS = 100

/** The panels that an address names: a form of checkboxes sends one parameter each, a link all by comma. */
export function chosenPanels(show: readonly string[]): string[] {
  return [...new Set(show.flatMap((text) => text.split(",")).filter(Boolean))].slice(0, MOST_PANELS)
}

/** Ids asked for that are no panel of this question. */
export function unknownPanels(ledger: Ledger, question: Question, show: readonly string[]): string[] {
  const facts = snapshot(ledger, question.known)
  const ids = new Set(panelsOf(ledger, facts, question).map((panel) => panel.id))
  return show.filter((id) => !ids.has(id))
}

function courseOf(panel: Panel, since: number): Course | null {
  const recent = panel.figures.filter((it) => it.year >= since && !it.isPartial)
  // Another note on the base is another base.
  const runs = [...grouped(recent, (it) => JSON.stringify([it.series, it.breakNote])).values()]
  const longest = runs.sort((a, b) => b.length - a.length)[0] ?? []
  const [first, last] = [longest[0], longest.at(-1)]
  if (!first || !last || longest.length < 2) return null
  const byValue = longest.toSorted((a, b) => a.value - b.value || a.year - b.year)
  const years = new Set(longest.map((it) => it.year)).size
  return { series: first.series, first, last, least: byValue[0]!, most: byValue.at(-1)!, years }
}

function countsOf(panels: readonly OutcomePanel[]): Counts[] {
  // A publisher with several such panels is heard once, with the longest.
  const wholes = panels
    .filter((panel) => panel.measure !== "other" && isWhole(panel))
    .sort((a, b) => b.years - a.years || order(a.id, b.id))
  const alike = grouped(wholes, (panel) => JSON.stringify([panel.measure, panel.region]))
  return [...alike.values()]
    .flatMap((own): Counts[] => {
      const mains = own.flatMap((panel) =>
        panel.figures.filter((it) => it.isMain && !it.isPartial).map((it) => ({ panel, it })),
      )
      const years = [...new Set(mains.map(({ it }) => it.year))].sort((a, b) => b - a)
      for (const year of years) {
        const of = mains.filter(({ it }) => it.year === year)
        const then = [...grouped(of, ({ panel }) => panel.publisher).values()].map(([longest]) => longest!)
        if (then.length < 2) continue
        const counts = then
          .sort((a, b) => order(a.panel.publisher, b.panel.publisher))
          .map(({ panel: { id, indicator, publisher }, it }) => ({ panel: id, indicator, publisher, value: it.value }))
        return [{ measure: own[0]!.measure, region: own[0]!.region, year, counts }]
      }
      return []
    })
    .sort((a, b) => MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure) || order(a.region ?? "", b.region ?? ""))
}

/** The indices at every year's end, and on the day asked about: one row of the table and of the CSV each. */
export function yearEndsOf(view: Pick<OutcomesView, "series">): SeriesPoint[] {
  return view.series.filter((point, at) => point.on.endsWith("-12-31") || at === view.series.length - 1)
}
