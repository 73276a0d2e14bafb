import { narrowings } from "@/components/views/controls/words"
import { NO_HREFS } from "@/components/views/hrefs"
import { dayOf } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import type { CompareView, SideView } from "@/lib/domain/views/compare/compare"
import type { Difference } from "@/lib/domain/views/compare/difference"
import { formatDay, list, range, signed, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** What a side is, in the one respect in which it differs from the other. */
export function sideName(locale: Locale, { by }: Pick<CompareView, "by">, side: SideView): string {
  const { compare, controls, terms } = messages(locale)
  if (by === "dates") return formatDay(locale, side.asOf)
  if (by === "lanes") return terms.laneLong[side.lane]
  if (by === "tracks") return side.track === null ? "" : terms.trackLong[side.track]
  if (by === "regions") return side.region ? inLocale(locale, side.region.name).text : controls.anyRegion
  return compare.planOn(controls.planYear(side.plan.year), formatDay(locale, side.asOf))
}

/** The same in as few words as a key has room for. */
export function shortName(locale: Locale, view: CompareView, side: "a" | "b"): string {
  const { terms } = messages(locale)
  const { lane, track } = view[side]
  if (view.by === "lanes") return terms.lane[lane]
  return view.by === "tracks" && track !== null ? terms.track[track] : sideName(locale, view, view[side])
}

/** What is set against what, and what both sides are narrowed to: "Two dates: A …; B …; 2014 plan". */
export function comparedWords(locale: Locale, view: CompareView): string {
  const { compare, controls } = messages(locale)
  const { by, a, b } = view
  const named = (side: "a" | "b") => compare.named(compare.side[side], sideName(locale, view, view[side]))
  return [
    `${compare.kind[by]}: ${named("a")}`,
    named("b"),
    ...(by === "plans" ? [] : [controls.planYear(b.plan.year)]),
    ...(by === "plans" || by === "dates" ? [] : [controls.asOfDay(formatDay(locale, a.asOf))]),
    ...narrowings(locale, { ...view, region: by === "regions" ? null : view.region }, NO_HREFS).map((it) => it.words),
  ].join(locale === "ur" ? "؛ " : "; ")
}

/** The sentence that heads the page, made from the numbers. */
export function headlineOf(locale: Locale, view: CompareView): string {
  const { headline } = messages(locale).compare
  const { a, b, counts, comparable, rows, plansCompared: plans } = view
  if (view.by === "dates") {
    return headline.dates(formatDay(locale, a.asOf), formatDay(locale, b.asOf), counts.up, counts.down)
  }
  if (view.by === "lanes") {
    const [above, below] = b.lane === "claim" ? [counts.up, counts.down] : [counts.down, counts.up]
    return headline.lanes(above, below, comparable.pairs.all.pairs)
  }
  if (view.by === "tracks") return headline.tracks(rows.filter((row) => row.difference.value).length, rows.length)
  if (view.by === "regions") {
    const [first, second] = [sideName(locale, view, a), sideName(locale, view, b)]
    return headline.regions(first, second, comparable.pairs.all.pairs, view.basket.shared)
  }
  const cover = plans!.core.cover.a
  return a.plan.adoptedOn < b.plan.adoptedOn
    ? headline.plans(b.plan.year, cover.points, cover.ofPoints, plans!.dropped.length, plans!.added.length)
    : headline.plansBack(a.plan.year, b.plan.year, cover.points, cover.ofPoints)
}

/** The paragraph under the headline. */
export function ledeOf(locale: Locale, view: CompareView): string {
  const { lede } = messages(locale).compare
  const { pairs, differences, a, b } = view.comparable
  const index = (score: Score) => (score.index === null ? "–" : wholeNumber(score.index))
  const sentences: string[] = []
  if (view.by === "plans") {
    if (view.b.plan.adoptedOn > view.b.asOf) {
      sentences.push(lede.notAdopted(view.b.plan.year, formatDay(locale, view.b.asOf)))
    } else if (a.all.commitments > 0) {
      sentences.push(lede.core([index(a.kinetic), index(b.kinetic)], [index(a.nonKinetic), index(b.nonKinetic)]))
    }
  }
  if (view.by !== "tracks") {
    const { pairs: count, a: first, b: second } = pairs.all
    if (first === null || second === null) sentences.push(lede.noPairs)
    else {
      const words = view.by === "plans" ? lede.continued : lede.pairs
      sentences.push(words(count, wholeNumber(first), wholeNumber(second)))
    }
  }
  if (a.all.commitments > 0 && b.all.commitments > 0) {
    sentences.push(lede.all[differences.all.verdict](wholeNumber(Math.abs(differences.all.value ?? 0))))
  }
  if (view.revision < view.newest) {
    sentences.push(lede.knownAt(view.revision, formatDay(locale, dayOf(view.publishedAt))))
  }
  return sentences.join(" ")
}

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
