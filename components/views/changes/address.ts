import type { Query } from "@/lib/domain/query"
import type { Kind } from "@/lib/domain/records"
import type { ChangeFilter } from "@/lib/domain/views/changes"
import type { Locale } from "@/lib/i18n/locale"

export type Clocks = Pick<Query, "asOf" | "known">

/** The one address of a list of changes: what is narrowed, then as of when, then which page. */
export function changesAddress(locale: Locale, filter: Partial<ChangeFilter>, clocks: Clocks, page = 1): string {
  const given = {
    kind: filter.kind,
    plan: filter.plan,
    points: filter.points?.join(","),
    track: filter.track,
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

type Versions = { kind: Kind; id: string; from?: number | undefined; to?: number | undefined }

/** The address of two versions of a record, as a revision knew them. */
export function recordAddress(
  locale: Locale,
  { kind, id, from, to }: Versions,
  { known }: Pick<Clocks, "known">,
): string {
  const given = Object.entries({ from, to, known }).filter(([, value]) => value !== undefined && value !== null)
  const search = given.map(([name, value]) => `${name}=${value}`).join("&")
  return `/${locale}/changes/record/${kind}/${encodeURIComponent(id)}${search ? `?${search}` : ""}`
}
