import { LINE_FROM_COVERAGE } from "@/components/charts/plot"
import { notAdoptedHeadline } from "@/components/views/not-adopted"
import { monthsBetween } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import { type Lane, TRACKS, type Track } from "@/lib/domain/scale"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { PlanHead } from "@/lib/domain/views/scope"
import { formatDay, list, signedRange, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { tally } from "./butterfly-cells"

export const scoreOfTrack = (view: Pick<OverviewView, "tracks">, track: Track): Score =>
  track === "kinetic" ? view.tracks.kinetic : view.tracks.nonKinetic

/** How far a track's index has moved over the last twelve months, and what became of its commitments meanwhile. */
export function changeOf({ momentum }: Pick<OverviewView, "momentum">, track: Track) {
  const name = track === "kinetic" ? "kinetic" : "nonKinetic"
  return { change: momentum[name], movements: momentum.movements[name] }
}

/** Whether a change of an index is none as it is printed, with one decimal. */
export const isUnchanged = (change: number) => Math.abs(change) < 0.05

/** The tracks a view is about: both, or the one it was narrowed to. */
export const tracksShown = (view: Pick<OverviewView, "track">): Track[] =>
  TRACKS.filter((it) => (view.track ?? it) === it)

/** The sentence that heads the page, made from the numbers and about exactly the set the question names. */
export function headlineOf(locale: Locale, view: OverviewView): string {
  const untimely = notAdoptedHeadline(locale, view)
  if (untimely !== null) return untimely
  const { headline, subject: subjects } = messages(locale).overview
  const past = view.asOf < view.today
  const subject = subjectOf(locale, view)
  const opening = (rest: string) =>
    headline.opening(past ? formatDay(locale, view.asOf) : null, view.lane === "claim", rest)
  const { kinetic, nonKinetic, all } = view.tracks
  const half = (track: Track) => {
    const { index } = scoreOfTrack(view, track)
    const name = subjects.half(subject, track)
    return index === null ? headline.mostlyUnrated(name, past) : headline.oneHalf(name, wholeNumber(index), past)
  }
  if (all.commitments === 0) return opening(headline.empty(view.track ? subjects.half(subject, view.track) : subject))
  if (view.headline === "mostly-unrated") {
    return opening(headline.mostlyUnrated(view.track ? subjects.half(subject, view.track) : subject, past))
  }
  if (view.track) return opening(half(view.track))
  if (kinetic.commitments === 0) return opening(headline.otherEmpty(half("non-kinetic"), "kinetic"))
  if (nonKinetic.commitments === 0) return opening(headline.otherEmpty(half("kinetic"), "non-kinetic"))
  if (view.imbalance.value === null) return opening(headline.cannotBeTold(subject, past))
  const indices = { k: wholeNumber(kinetic.index!), n: wholeNumber(nonKinetic.index!) }
  return opening(headline.bothHalves(subject, indices, past))
}

function subjectOf(locale: Locale, view: OverviewView): string {
  const { subject } = messages(locale).overview
  const { points, region } = view
  const named =
    points === null
      ? subject.plan
      : points.length === 1
        ? subject.point(points[0]!)
        : subject.points(list(locale, points.map(String)))
  return region ? subject.inRegion(named, inLocale(locale, region.name).text) : named
}

/** The paragraph under the headline; <k> and <n> mark the tracks' own ink. */
export function ledeOf(locale: Locale, view: OverviewView): string {
  const { lede } = messages(locale).overview
  const past = view.asOf < view.today
  const { all } = view.tracks
  if (all.commitments === 0) return ""
  const adopted = view.plans.find((plan) => plan.id === view.plan)?.adoptedOn ?? view.asOf
  const months = monthsBetween(adopted, view.asOf)
  const elapsed = lede.elapsed(Math.floor(months / 12), months)
  const { complete, notInitiated } = all.composition
  if (all.rated === 0) return lede.noneRated(all.commitments, past)
  const sentences = [lede.composition(elapsed, complete, notInitiated, all.commitments, past)]
  if (view.headline === "mostly-unrated") sentences.push(lede.mostlyUnrated(all.rated, all.commitments, past))
  const halves = tracksShown(view).flatMap((track) => {
    const score = scoreOfTrack(view, track)
    if (score.commitments === 0) return []
    if (score.index === null) return [lede.halfUnrated(track, score.commitments, past)]
    return [lede.half(track, wholeNumber(score.index), score.rated, score.commitments, past)]
  })
  const [first, second] = halves
  if (first) sentences.push(second ? lede.join(first, second) : lede.alone(first))
  if (view.track === null && view.headline !== "mostly-unrated") sentences.push(...verdict(locale, view))
  return sentences.join(" ")
}

function verdict(locale: Locale, { imbalance: { value, low, high }, tracks }: OverviewView): string[] {
  const { lede } = messages(locale).overview
  if (low === null || high === null) return []
  const number = (each: number) => wholeNumber(Math.abs(each))
  if (value === null) {
    const isOpen = low < 0 && high > 0 && tracks.all.composition.unrated > 0
    return isOpen ? [lede.between(tracks.all.composition.unrated, number(low), number(high))] : []
  }
  return value > 0
    ? [lede.kineticLeads(number(value), number(low))]
    : [lede.nonKineticLeads(number(value), number(high))]
}

/** The tracks shown that have any commitment. */
const promisedTracks = (view: Pick<OverviewView, "track" | "tracks">) =>
  tracksShown(view).filter((track) => scoreOfTrack(view, track).commitments > 0)

/** What the chart of both tracks is called, or of the one in view. */
export function trendTitle(locale: Locale, view: OverviewView, plan: PlanHead): string {
  const { trend } = messages(locale).overview
  const promised = promisedTracks(view)
  const [only, other] = promised.length > 0 ? promised : tracksShown(view)
  return only && !other ? trend.titleOne[only](plan.year) : trend.title(plan.year)
}

/** How the strands are spread over the levels now, for the sentence above the grid. */
export function gridFinding(locale: Locale, view: OverviewView, lane: Lane): string {
  const { strands, complete, intermediate, low, unrated } = tally(view.grid.rows, lane)
  return messages(locale).overview.grid.finding(strands, complete, intermediate, low, unrated)
}

/** Both charts' findings, in words. */
export function trendFinding(locale: Locale, view: OverviewView): string {
  const { trend, stand } = messages(locale).overview
  const promised = promisedTracks(view)
  if (promised.length === 0) return `${stand.nothing}${locale === "ur" ? "۔" : "."}`
  const tracks = promised.filter((track) => scoreOfTrack(view, track).index !== null)
  const reach = (at: OverviewView["series"][number], track: Track) => (track === "kinetic" ? at.kinetic : at.nonKinetic)
  const first = view.series.find((at) => tracks.every((track) => reach(at, track).coverage >= LINE_FROM_COVERAGE))
  if (!first || tracks.length === 0) return trend.little
  const [a, b] = tracks.map((track) => [reach(first, track).index!, scoreOfTrack(view, track).index!].map(wholeNumber))
  const day = formatDay(locale, first.on)
  if (!b && a![0] === a![1]) return trend.same(day, a![0]!)
  return b ? trend.both(day, a![0]!, a![1]!, b[0]!, b[1]!) : trend.one(day, a![0]!, a![1]!)
}

/** Whether there are two halves to set against each other. */
export const hasImbalance = (view: OverviewView) => view.track === null && view.imbalance.low !== null

export function imbalanceFinding(locale: Locale, view: OverviewView, since: number): string {
  const { overview, point, terms } = messages(locale)
  const { imbalanceChart } = overview
  const { value, low, high, verdict } = view.imbalance
  if (view.track !== null) return imbalanceChart.oneTrack
  const [only, other] = promisedTracks(view)
  if (!only) return `${overview.stand.nothing}${locale === "ur" ? "۔" : "."}`
  if (!other) {
    const empty = terms.track[only === "kinetic" ? "non-kinetic" : "kinetic"]
    return point.stands.oneSided(locale === "en" ? empty.toLowerCase() : empty)
  }
  if (value !== null && verdict !== "cannot-be-told") return imbalanceChart.told[verdict](wholeNumber(Math.abs(value)))
  if (view.series.every((point) => point.imbalance.value === null)) return imbalanceChart.never(since)
  return low === null || high === null ? terms.cannotBeTold : imbalanceChart.notNow(signedRange(locale, low, high))
}

/** What the grid's bars are called: "now", or the day where that is not today. */
export const barsOn = (locale: Locale, { asOf, today }: Pick<OverviewView, "asOf" | "today">): string =>
  asOf === today ? messages(locale).overview.grid.now : formatDay(locale, asOf)
