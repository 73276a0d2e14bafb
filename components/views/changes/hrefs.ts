import { type Hrefs, siteHrefs } from "@/components/views/hrefs"
import type { Query } from "@/lib/domain/query"
import type { ChangeFilter } from "@/lib/domain/views/changes"
import type { Locale } from "@/lib/i18n/locale"
import { changesAddress, type Clocks } from "./address"

/** Where the page of changes leads: to other screens as of the same clocks, to itself with other ones. */
export function changesHrefs(locale: Locale, query: Query, filter: ChangeFilter): Hrefs {
  const { asOf, known } = query
  return {
    ...siteHrefs(locale, `/${locale}/changes`, query),
    here: (change) => changesAddress(locale, filter, { asOf, known, ...(change as Partial<Clocks>) }),
  }
}
