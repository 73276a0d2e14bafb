import { changesAddress, recordAddress } from "@/components/views/changes/address"
import type { Day } from "@/lib/domain/date"
import type { Locale } from "@/lib/i18n/locale"
import { type Query, searchOf } from "@/lib/domain/query"
import type { Kind } from "@/lib/domain/records"
import type { Lane, Track } from "@/lib/domain/scale"
import type { FreeControl } from "@/lib/domain/share"
import type { ExploreFacet } from "@/lib/domain/views/explore-facets"

/**
 * Where a view may lead. On the site every screen is reachable and keeps the reader's question; inside a
 * share nothing outside it is, so its hrefs are null and the same markup shows plain text.
 */
export type Hrefs = {
  /** Inside a link, whose pages run no script: what would need one stays out. */
  isLink: boolean
  /** This screen with some parameters of the question changed. */
  here: (change: Partial<Query> & Record<string, string | number | null | number[]>) => string | null
  overview: () => string | null
  points: () => string | null
  point: (year: number, number: number) => string | null
  method: () => string | null
  /** The commitments behind a number, narrowed by facets of the table ("finding": "3") or to a region, in its order. */
  explore: (narrowed: ExploreNarrowing) => string | null
  /** What moved after the first day, up to the end of the other. */
  between: (after: Day, until: Day) => string | null
  /** The same question added up in ways of the reader's own. */
  sandbox: () => string | null
  /** What was published on a plan or on some of its points. */
  changes: (about: { plan: string; points?: number[] }) => string | null
  /** The versions of a record, two of them compared; `to` is the revision that left the later one. */
  record: (kind: Kind, id: string, to?: number) => string | null
}

export type ExploreNarrowing = Partial<Record<ExploreFacet | "region" | "sort", string>>

/** What is rated in a lane and nobody has looked at for more than a year, or two: what those numbers count. */
export const unchecked = (lane: Lane, months: 12 | 24): ExploreNarrowing => ({
  checked: months === 12 ? "ageing,stale" : "stale",
  [lane]: "0,1,2,3",
  sort: "-months",
})

/** Links of a site page; `path` is the page's own, "/en/points/2014/12". `extra` are its own parameters ("sort"). */
export function siteHrefs(locale: Locale, path: string, query: Query, extra: Record<string, string> = {}): Hrefs {
  const withExtra = (search: string, more: Record<string, string>) => {
    const own = new URLSearchParams(more).toString()
    return own ? `${search}${search ? "&" : "?"}${own}` : search
  }
  const carried = { ...query, points: null }
  return {
    isLink: false,
    here: (change) => {
      const own = Object.fromEntries(
        Object.entries({ ...extra, ...change })
          .filter(([name, value]) => !(name in query) && value !== null)
          .map(([name, value]) => [name, String(value)]),
      )
      return path + withExtra(searchOf({ ...query, ...pick(change, query) }), own)
    },
    overview: () => `/${locale}${searchOf(query)}`,
    points: () => `/${locale}/points${searchOf(query)}`,
    point: (year, number) => `/${locale}/points/${year}/${number}${searchOf({ ...carried, plan: undefined })}`,
    method: () => `/${locale}/method${searchOf({ plan: query.plan, asOf: query.asOf, known: query.known })}`,
    explore: ({ track, points, region, ...narrowed }) =>
      `/${locale}/explore${withExtra(
        searchOf({
          ...query,
          ...(track && { track: track as Track }),
          ...(region && { region }),
          ...(points && { points: points.split(",").map(Number) }),
        }),
        narrowed as Record<string, string>,
      )}`,
    between: (after, until) =>
      `/${locale}/compare${withExtra(searchOf({ ...query, asOf: until }), { against: after })}`,
    sandbox: () => `/${locale}/sandbox${searchOf(query)}`,
    changes: (about) => changesAddress(locale, about, query),
    record: (kind, id, to) => recordAddress(locale, { kind, id, to }, query),
  }
}

/** Inside a link that leaves some controls free: this very page turned otherwise, and nowhere else. */
export function linkHrefs(path: string, stored: Query, query: Query, free: readonly FreeControl[]): Hrefs {
  if (free.length === 0) return NO_HREFS
  const shown = Object.fromEntries(
    free.flatMap((name) => (query[name] !== stored[name] && query[name] !== null ? [[name, String(query[name])]] : [])),
  )
  return {
    ...NO_HREFS,
    here: (change) => {
      // What belongs to a screen alone stays as it is; taking it away is no turn.
      const names = Object.keys(change).filter((name) => name in stored || change[name] !== null)
      if (names.some((name) => !free.includes(name as FreeControl))) return null
      if ("track" in change && stored.track !== null) return null
      const wanted = new URLSearchParams(shown)
      for (const name of names) {
        const value = change[name]
        if (value === null || value === stored[name as FreeControl]) wanted.delete(name)
        else wanted.set(name, String(value))
      }
      return wanted.size > 0 ? `${path}?${wanted}` : path
    },
  }
}

/** Inside a share there is nowhere else to go. */
export const NO_HREFS: Hrefs = {
  isLink: true,
  here: () => null,
  overview: () => null,
  points: () => null,
  point: () => null,
  method: () => null,
  explore: () => null,
  between: () => null,
  sandbox: () => null,
  changes: () => null,
  record: () => null,
}

const pick = (change: object, query: Query) =>
  Object.fromEntries(Object.entries(change).filter(([name]) => name in query)) as Partial<Query>
