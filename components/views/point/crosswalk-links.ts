import type { PointView } from "@/lib/domain/views/point"
import type { PointHead } from "@/lib/domain/views/scope"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

export type Link = PointView["crosswalk"][number]
type Side = "from" | "to"
/** Points that links begin or end at, by id; null stands for none. */
export type Ends = [string, PointHead | null][]

/** A link that carries less than this share of its point is drawn dashed. */
const WEAK = 0.5

/** The links that the page shows, the years of the first and last plan, and of the one that is not the point's. */
export function crosswalkOf({ plans, point, crosswalk }: Pick<PointView, "plans" | "point" | "crosswalk">) {
  const [first = point.year, last = point.year] = [plans[0]?.year, plans.at(-1)?.year]
  return {
    links: crosswalk.filter((link) => isShown(link, point.id)),
    years: [first, last] as [number, number],
    other: point.year === first ? last : first,
  }
}

/** What a partner lost or took over elsewhere says nothing about this point. */
const isShown = (link: Link, own: string) => isOwn(link, own) || (link.from !== null && link.to !== null)

export const isOwn = (link: Link, own: string) => link.from?.id === own || link.to?.id === own
export const isWeak = ({ share }: Link) => share !== null && share < WEAK

/** The point's own links over those of its partners. */
export const ownLast = (links: readonly Link[], own: string) =>
  [...links].sort((a, b) => Number(isOwn(a, own)) - Number(isOwn(b, own)))

const keyOf = (head: PointHead | null) => head?.id ?? "-"

/** Ends of links, once each, in their plan's order. A link without an end stands at a box of its own, the last. */
export function endsOf(links: readonly Link[], side: Side): Ends {
  const ends = new Map(links.map((link) => [keyOf(link[side]), link[side]]))
  return [...ends].sort(([, a], [, b]) => (a?.number ?? 99) - (b?.number ?? 99))
}

/** The middle of an end's box, as a share of the column's height. */
export const placeOf = (ends: Ends, head: PointHead | null) =>
  (ends.findIndex(([id]) => id === keyOf(head)) + 0.5) / ends.length

/** Whether an end is the point itself or one of its partners, and how the two are related. */
export function nearness(links: readonly Link[], own: string, side: Side, id: string) {
  const across = side === "from" ? "to" : "from"
  const link = links.find((each) => keyOf(each[side]) === id && keyOf(each[across]) === own)
  const relation = link && link.relation !== "dropped" && link.relation !== "new" ? link.relation : null
  return { isNear: id === own || link !== undefined, relation }
}

/** What stands where a link has no end. */
export function noEnd(locale: Locale, side: Side, newest: number): string {
  const { crosswalk } = messages(locale).point
  return side === "to" ? crosswalk.dropped(newest) : crosswalk.new(newest)
}
