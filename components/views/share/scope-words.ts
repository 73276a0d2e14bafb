import type { Words } from "@/components/views/share/words"
import type { Day } from "@/lib/domain/date"
import type { Query } from "@/lib/domain/query"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import type { FreeControl, ShareChart, ShareScreen } from "@/lib/domain/share"
import type { OwnScope, SharedComparison } from "@/lib/domain/share-own"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

/** The view that a link would open, with the names needed to say so: years of plans and names of regions by id. */
export type SharedScreen = OwnScope & {
  screen: ShareScreen
  point: number | null
  /** The charts of this view that a link can open alone. */
  charts: readonly ShareChart[]
  /** What a visitor of it could turn. */
  free: readonly FreeControl[]
  query: Query
  asOf: Day
  today: Day
  revision: number
  years: Record<string, number>
  regions: Record<string, string>
  panelNames: Record<string, string>
}

export type Names = Pick<SharedScreen, "years" | "regions"> & Partial<Pick<SharedScreen, "panelNames">>
type Opened = Pick<SharedScreen, "screen" | "point" | "query" | "comparison" | "panels">

/** What of the question is told by naming the two sides. */
const TOLD: Record<SharedComparison["by"], readonly ("plan" | "points" | "track" | "region" | "lane" | "asOf")[]> = {
  dates: ["asOf"],
  lanes: ["lane"],
  tracks: ["track"],
  regions: ["region"],
  plans: ["plan", "points", "asOf"],
}

/** What a link opens, name by value. `frozenOn` is the day on which a frozen copy without a day of its own stands still. */
export function scopeRows(
  locale: Locale,
  words: Words,
  { screen, point, query, comparison, panels }: Opened,
  names: Names,
  frozenOn: Day | null,
): [name: string, value: string][] {
  const { share, terms } = words
  const numbers = point === null ? query.points : [point]
  const rows = {
    plan: planWords(words, names, query.plan),
    points: numbers === null ? share.all : isolate(locale, numbers.join(", ")),
    track: query.track === null ? share.both : terms.track[query.track],
    region: regionWords(words, names, query.region),
    lane: share.lane[query.lane],
    asOf: dayWords(locale, words, query.asOf ?? frozenOn),
  }
  const told = comparison === null ? [] : TOLD[comparison.by]
  const own: [string, string][] = []
  if (comparison !== null) {
    own.push([share.scope.comparison, sidesWords(locale, words, comparison, query, names, frozenOn)])
  }
  if (panels !== null) own.push([share.scope.panels, panelWords(locale, words, panels, names)])
  return [
    [share.scope.screen, share.screen[screen]],
    ...own,
    ...(Object.keys(rows) as (keyof typeof rows)[])
      .filter((name) => !told.includes(name))
      .map((name): [string, string] => [share.scope[name], rows[name]]),
  ]
}

const planWords = ({ share }: Words, { years }: Names, plan: string) =>
  years[plan] === undefined ? plan : share.planOf(years[plan])

const regionWords = ({ share }: Words, { regions }: Names, region: string | null) =>
  region === null || region === WHOLE_COUNTRY ? share.wholeCountry : (regions[region] ?? region)

const dayWords = (locale: Locale, { share }: Words, day: Day | null) =>
  day === null ? share.everyDay : formatDay(locale, day)

/** "A: 2014 plan; B: 2021 plan", by what the two sides differ in. */
function sidesWords(
  locale: Locale,
  words: Words,
  it: SharedComparison,
  query: Query,
  names: Names,
  frozenOn: Day | null,
): string {
  const { share, terms } = words
  const asOf = dayWords(locale, words, query.asOf ?? frozenOn)
  if (it.by === "dates")
    return share.sides(it.against === null ? share.yearBefore : formatDay(locale, it.against), asOf)
  if (it.by === "lanes")
    return share.sides(terms.lane[it.against], terms.lane[it.against === "claim" ? "finding" : "claim"])
  if (it.by === "tracks") {
    return share.sides(terms.track[it.against], terms.track[it.against === "kinetic" ? "non-kinetic" : "kinetic"])
  }
  if (it.by === "regions") {
    return share.sides(regionWords(words, names, it.against), regionWords(words, names, query.region))
  }
  const first = planWords(words, names, it.against)
  return share.sides(
    it.then === null ? first : share.on(first, formatDay(locale, it.then)),
    share.on(planWords(words, names, query.plan), asOf),
  )
}

function panelWords(locale: Locale, { share }: Words, panels: string[], { panelNames }: Names): string {
  if (panels.length === 0) return share.noPanels
  const known = panels.flatMap((id) => panelNames?.[id] ?? [])
  return known.length === panels.length ? known.join(locale === "ur" ? "؛ " : "; ") : share.panels(panels.length)
}

/** The same on one line for a list: only what is narrower than a whole plan. */
export function scopeLine(
  locale: Locale,
  words: Words,
  opened: Opened & { chart?: ShareChart | null },
  names: Names,
): string {
  const { share, links, terms } = words
  const { query, point, comparison, panels } = opened
  const told = comparison === null ? [] : TOLD[comparison.by]
  const lines = {
    plan: planWords(words, names, query.plan),
    points:
      query.points === null ? "" : `${share.scope.points.toLowerCase()} ${isolate(locale, query.points.join(", "))}`,
    track: query.track === null ? "" : terms.track[query.track],
    region: query.region === null ? "" : regionWords(words, names, query.region),
    lane: query.lane === "claim" ? terms.lane.claim : "",
    asOf: query.asOf === null ? "" : formatDay(locale, query.asOf),
  }
  return [
    point === null ? share.screen[opened.screen] : terms.point(point),
    opened.chart ? links.charts[opened.chart] : "",
    comparison === null ? "" : sidesWords(locale, words, comparison, query, names, null),
    panels === null || panels.length === 0 ? "" : share.panels(panels.length),
    ...(Object.keys(lines) as (keyof typeof lines)[]).filter((name) => !told.includes(name)).map((name) => lines[name]),
  ]
    .filter(Boolean)
    .join(locale === "ur" ? "، " : ", ")
}
