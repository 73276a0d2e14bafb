import type { SideHead } from "@/lib/domain/views/compare/compare"
import type { CompareKind } from "@/lib/domain/views/compare/sides"
import { formatDay } from "./format"
import type { Locale } from "./locale"
import { messages } from "./messages"
import { inLocale } from "./text"

/** What a side of a comparison is, in the one respect in which it differs from the other. */
export function sideName(locale: Locale, by: CompareKind, side: SideHead): string {
  const { compare, controls, terms } = messages(locale)
  if (by === "dates") return formatDay(locale, side.asOf)
  if (by === "lanes") return terms.laneLong[side.lane]
  if (by === "tracks") return side.track === null ? "" : terms.trackLong[side.track]
  if (by === "regions") return side.region ? inLocale(locale, side.region.name).text : controls.anyRegion
  return compare.planOn(controls.planYear(side.plan.year), formatDay(locale, side.asOf))
}
