import { narrowings } from "@/components/views/controls/words"
import { NO_HREFS } from "@/components/views/hrefs"
import { notAdoptedLede, notAdoptedWords } from "@/components/views/not-adopted"
import { dayOf } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import { type Track, TRACKS } from "@/lib/domain/scale"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { Difference } from "@/lib/domain/views/compare/difference"
import type { PlansView } from "@/lib/domain/views/compare/plans"
import { formatDay, list, range, signed, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { sideName } from "@/lib/i18n/side-name"

/** What a side is, in as few words as a key has room for. */
export function shortName(locale: Locale, view: CompareView, side: "a" | "b"): string {
  const { terms } = messages(locale)
  const { lane, track } = view[side]
  if (view.by === "lanes") return terms.lane[lane]
  return view.by === "tracks" && track !== null ? terms.track[track] : sideName(locale, view.by, view[side])
}

/** What is set against what, and what both sides are narrowed to: "Two dates: A …; B …; 2014 plan". */
export function comparedWords(locale: Locale, view: CompareView): string {
  const { compare, controls } = messages(locale)
  const { by, a, b } = view
  const named = (side: "a" | "b") => compare.named(compare.side[side], sideName(locale, by, view[side]))
  return [
    `${compare.kind[by]}: ${named("a")}`,
    named("b"),
    ...(by === "plans" ? [] : [controls.planYear(b.plan.year)]),
    ...(by === "plans" || by === "dates" ? [] : [controls.asOfDay(formatDay(locale, a.asOf))]),
    ...narrowings(locale, { ...view, region: by === "regions" ? null : view.region }, NO_HREFS).map((it) => it.words),
  ].join(locale === "ur" ? "؛ " : "; ")
}

/** Whether side A is the later of two days: what differs is then no course of things, and is told without one. */
export const isBackwards = ({ by, a, b }: CompareView) => by === "dates" && a.asOf > b.asOf

/** The sides whose plan had not been adopted on their day: nothing of it is judged. */
export const untimelySides = ({ a, b }: CompareView) => [a, b].filter((side) => side.plan.adoptedOn > side.asOf)

/** The sentence that heads the page, made from the numbers. */
export function headlineOf(locale: Locale, view: CompareView): string {
  const { headline } = messages(locale).compare
  const { a, b, counts, comparable, rows, plansCompared: plans } = view
  const [early] = untimelySides(view)
  if (early && view.by !== "plans") return headline.notAdopted(early.plan.year, formatDay(locale, early.asOf))
  if (view.by === "dates") {
    const words = isBackwards(view) ? headline.datesBack : headline.dates
    return words(formatDay(locale, a.asOf), formatDay(locale, b.asOf), counts.up, counts.down)
  }
  if (view.by === "lanes") {
    const [above, below] = b.lane === "claim" ? [counts.up, counts.down] : [counts.down, counts.up]
    return headline.lanes(above, below, comparable.pairs.all.pairs)
  }
  if (view.by === "tracks") return headline.tracks(aheadOf(view), rows.length)
  if (view.by === "regions") {
    const [first, second] = [sideName(locale, view.by, a), sideName(locale, view.by, b)]
    return headline.regions(first, second, comparable.pairs.all.pairs, view.basket.shared)
  }
  const cover = plans!.core.cover.a
  return a.plan.adoptedOn < b.plan.adoptedOn
    ? headline.plans(b.plan.year, cover.points, cover.ofPoints, plans!.dropped.length, plans!.added.length)
    : headline.plansBack(a.plan.year, b.plan.year, cover.points, cover.ofPoints)
}

/** On how many points each track is certainly ahead of the other. */
function aheadOf({ a, b, rows }: CompareView): Record<Track, number> {
  const ahead = rows.map(({ difference: { verdict } }) =>
    verdict === "higher" ? b.track : verdict === "lower" ? a.track : null,
  )
  const on = (track: Track) => ahead.filter((each) => each === track).length
  return { kinetic: on("kinetic"), "non-kinetic": on("non-kinetic") }
}

/** The paragraph under the headline. */
export function ledeOf(locale: Locale, view: CompareView): string {
  const { lede } = messages(locale).compare
  const { a, b, differences } = view.comparable
  const early = untimelySides(view)
  const sentences: string[] = []
  if (early.length > 0) {
    const told = view.by === "plans" ? notAdoptedWords : notAdoptedLede
    const each = early.map(({ plan, asOf }) => told(locale, { plan: plan.id, plans: view.plans, asOf }) ?? "")
    sentences.push(...new Set(each))
  } else {
    if (view.by === "plans") sentences.push(sidesSentence(locale, view), ...coreSentence(locale, view))
    sentences.push(...(view.by === "tracks" ? tracksSentences(locale, view) : [pairsSentence(locale, view)]))
    if (a.all.commitments > 0 && b.all.commitments > 0) {
      sentences.push(lede.all[differences.all.verdict](wholeNumber(Math.abs(differences.all.value ?? 0))))
    }
  }
  if (view.revision < view.newest) {
    sentences.push(lede.knownAt(view.revision, formatDay(locale, dayOf(view.publishedAt))))
  }
  return sentences.join(" ")
}

/** Which plan is read on which day: time between the days may be what differs, and not the edition. */
function sidesSentence(locale: Locale, { a, b }: CompareView): string {
  const { lede } = messages(locale).compare
  const [dayA, dayB] = [formatDay(locale, a.asOf), formatDay(locale, b.asOf)]
  return a.asOf === b.asOf
    ? lede.oneDay(a.plan.year, b.plan.year, dayB)
    : lede.apart(a.plan.year, dayA, b.plan.year, dayB)
}

function coreSentence(locale: Locale, view: CompareView): string[] {
  const { lede } = messages(locale).compare
  const { a, b } = view.comparable
  const at = (side: "a" | "b", { index, commitments }: Score) =>
    index !== null
      ? lede.at.index(side, wholeNumber(index))
      : commitments > 0
        ? lede.at.unrated(side)
        : lede.at.nothing(side)
  const halves = TRACKS.flatMap((track) => {
    const [first, second] = [a[SCORE_OF[track]], b[SCORE_OF[track]]]
    const isIn = first.commitments + second.commitments > 0
    return isIn ? [lede.half(track, at("a", first), at("b", second))] : []
  })
  return halves.length > 0 ? [lede.core(halves)] : []
}

/** Each track's index with what it rests on, and how many commitments between them cannot be rated. */
function tracksSentences(locale: Locale, view: CompareView): string[] {
  const { lede } = messages(locale).compare
  const { a, b } = view.comparable
  const half = (side: "a" | "b", { index, rated, commitments }: Score) => {
    const track = view[side].track!
    if (commitments === 0) return lede.track.nothing(side, track)
    return index === null
      ? lede.track.unrated(side, track, commitments)
      : lede.track.index(side, track, wholeNumber(index), rated, commitments)
  }
  const unrated = a.all.composition.unrated + b.all.composition.unrated
  const isBoth = a.all.commitments > 0 && b.all.commitments > 0
  return [half("a", a.all), half("b", b.all), ...(isBoth && unrated > 0 ? [lede.between(unrated)] : [])]
}

function pairsSentence(locale: Locale, view: CompareView): string {
  const { lede } = messages(locale).compare
  const { pairs, a, b } = view.comparable.pairs.all
  if (a === null || b === null) return view.by === "plans" ? lede.noneContinued : lede.noPairs
  return (view.by === "plans" ? lede.continued : lede.pairs)(pairs, wholeNumber(a), wholeNumber(b))
}

/** Where each edition's core stands at the end of its line, and where side A stood, if that is another day. */
export function coreFinding(locale: Locale, view: CompareView, { core: { lines } }: PlansView, track: Track): string {
  const { core } = messages(locale).compare
  const ends = (["a", "b"] as const).flatMap((side) => {
    const reach = lines[side]?.series.at(-1)?.[SCORE_OF[track]]
    return reach && reach.low !== null ? [{ year: view[side].plan.year, index: reach.index }] : []
  })
  const told = ends.flatMap(({ year, index }) => (index === null ? [] : [core.stands(year, wholeNumber(index))]))
  const then = view.a.asOf === view.asOf ? null : view.comparable.a[SCORE_OF[track]].index
  return [
    ...(ends.length === 0 ? [core.nothing] : []),
    ...(told.length > 0 ? [core.finding(formatDay(locale, view.asOf), list(locale, told))] : []),
    ...ends.flatMap(({ year, index }) => (index === null ? [core.untold(year)] : [])),
    ...(then === null
      ? []
      : [core.atA(formatDay(locale, view.a.asOf), core.stands(view.a.plan.year, wholeNumber(then)))]),
  ].join(" ")
}

const SCORE_OF = { kinetic: "kinetic", "non-kinetic": "nonKinetic" } as const

/** "71 (61–76)", "cannot be rated" or "nothing promised". */
export function scoreWords(locale: Locale, { index, low, high, coverage }: Score): string {
  const { terms } = messages(locale)
  if (low === null || high === null) return terms.nothingPromised
  const reach = range(locale, low, high)
  if (index === null) return `${terms.unrated} (${reach})`
  return coverage === 1 ? wholeNumber(index) : `${wholeNumber(index)} (${reach})`
}

/** "+7", "no change" or "cannot be told". */
export function differenceWords(locale: Locale, difference: Difference): string {
  const { compare, terms } = messages(locale)
  if (difference.verdict === "unchanged") return compare.moved.unchanged
  return difference.value === null ? terms.cannotBeTold : signed(locale, difference.value)
}

export const numbersOf = (locale: Locale, points: readonly { number: number }[]) =>
  list(
    locale,
    points.map((it) => String(it.number)),
  )
