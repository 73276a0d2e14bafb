import type { Query } from "@/lib/domain/query"
import type { ChangeFilter } from "@/lib/domain/views/changes"
import type { Locale } from "@/lib/i18n/locale"

export type Clocks = Pick<Query, "asOf" | "known">

/** The one address of a list of changes: what is narrowed, then as of when, then which page. */
export function changesAddress(locale: Locale, filter: Partial<ChangeFilter>, clocks: Clocks, page = 1): string {
  const given = {
    kind: filter.kind,
    plan: filter.plan,
    points: filter.points?.join(","),
    revision: filter.revision,
    since: filter.since,
    asOf: clocks.asOf,
    known: clocks.known,
    page: page > 1 ? page : null,
  }
  const search = Object.entries(given)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll("%2C", ",")}`)
  return `/${locale}/changes${search.length > 0 ? `?${search.join("&")}` : ""}`
}
