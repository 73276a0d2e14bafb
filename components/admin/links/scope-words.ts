import type { Share } from "@/lib/domain/share"
import type { Snapshot } from "@/lib/domain/ledger"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** What a link opens, in words: "Point 5 · 2014 plan · Finding · Non-kinetic". */
export function scopeWords(locale: Locale, facts: Snapshot, share: Pick<Share, "screen" | "point" | "query">): string {
  const { admin, terms } = messages(locale)
  const { links } = admin
  const { query, point } = share
  const plan = facts.records.plan.get(query.plan)
  const region = query.region === null ? undefined : facts.records.region.get(query.region)
  return [
    point === null ? links.screens[share.screen] : links.point(point),
    links.plan(plan?.adoptedOn.slice(0, 4) ?? query.plan),
    terms.lane[query.lane],
    ...(query.track ? [terms.track[query.track]] : []),
    ...(region ? [inLocale(locale, { en: region.nameEn, ur: region.nameUr }).text] : []),
    ...(query.points ? [links.scopePoints(isolate(locale, query.points.join(", ")))] : []),
    ...(query.asOf ? [links.asOf(formatDay(locale, query.asOf))] : []),
  ].join(" · ")
}
