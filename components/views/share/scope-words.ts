import type { Words } from "@/components/views/share/words"
import type { Day } from "@/lib/domain/date"
import type { Query } from "@/lib/domain/query"
import type { ShareChart, ShareScreen } from "@/lib/domain/share"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

/** The view that a link would open, with the names needed to say so: years of plans and names of regions by id. */
export type SharedScreen = {
  screen: ShareScreen
  point: number | null
  /** The charts of this view that a link can open alone. */
  charts: readonly ShareChart[]
  query: Query
  asOf: Day
  today: Day
  revision: number
  years: Record<string, number>
  regions: Record<string, string>
}

export type Names = Pick<SharedScreen, "years" | "regions">
type Opened = Pick<SharedScreen, "screen" | "point" | "query">

/** What a link opens, name by value. `frozenOn` is the day on which a frozen copy without a day of its own stands still. */
export function scopeRows(
  locale: Locale,
  { share, terms }: Words,
  { screen, point, query }: Opened,
  names: Names,
  frozenOn: Day | null,
): [name: string, value: string][] {
  const year = names.years[query.plan]
  const asOf = query.asOf ?? frozenOn
  const numbers = point === null ? query.points : [point]
  return [
    [share.scope.screen, share.screen[screen]],
    [share.scope.plan, year === undefined ? query.plan : share.planOf(year)],
    [share.scope.points, numbers === null ? share.all : isolate(locale, numbers.join(", "))],
    [share.scope.track, query.track === null ? share.both : terms.track[query.track]],
    [share.scope.region, query.region === null ? share.wholeCountry : (names.regions[query.region] ?? query.region)],
    [share.scope.lane, share.lane[query.lane]],
    [share.scope.asOf, asOf === null ? share.everyDay : formatDay(locale, asOf)],
  ]
}

/** The same on one line for a list: only what is narrower than a whole plan. */
export function scopeLine(
  locale: Locale,
  words: Words,
  opened: Opened & { chart?: ShareChart | null },
  names: Names,
): string {
  const { share, links, terms } = words
  const { query, point } = opened
  const year = names.years[query.plan]
  return [
    point === null ? share.screen[opened.screen] : terms.point(point),
    opened.chart ? links.charts[opened.chart] : "",
    year === undefined ? query.plan : share.planOf(year),
    query.points === null ? "" : `${share.scope.points.toLowerCase()} ${isolate(locale, query.points.join(", "))}`,
    query.track === null ? "" : terms.track[query.track],
    query.region === null ? "" : (names.regions[query.region] ?? query.region),
    query.lane === "claim" ? terms.lane.claim : "",
    query.asOf === null ? "" : formatDay(locale, query.asOf),
  ]
    .filter(Boolean)
    .join(locale === "ur" ? "، " : ", ")
}
