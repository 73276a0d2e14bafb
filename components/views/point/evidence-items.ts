import { order } from "@/lib/domain/ledger"
import type { Evidence } from "@/lib/domain/records"
import { LANES, type Lane } from "@/lib/domain/scale"
import { isSearchRecord } from "@/lib/domain/search-record"
import type { PointView, SourceView } from "@/lib/domain/views/point"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/**
 * One source cited for one commitment in one lane. `id` counts publications by their date, "E1" the oldest, and after them
 * our own records of searches, "S1".
 */
export type EvidenceItem = {
  id: string
  code: string
  lane: Lane
  bearing: Evidence["bearing"]
  source: SourceView
  isSearch: boolean
}

/** A publication with all that it is cited for. */
export type Publication = { source: SourceView; items: EvidenceItem[] }

/** Publications that a page and a sheet have room for. */
const NEWEST = 6

/**
 * How many publications there are, how often each lane cites them and how much contradicts, or that there is none. Our own
 * records of searches that found nothing are no publications: they are told apart.
 */
export function evidenceFinding(locale: Locale, items: readonly EvidenceItem[]): string {
  const { evidence } = messages(locale).point
  const cited = items.filter((item) => !item.isSearch)
  const searches = items.length - cited.length
  const count = (lane: Lane) => cited.filter((item) => item.lane === lane).length
  const contradicts = cited.filter((item) => item.bearing === "contradicts").length
  return [
    cited.length === 0
      ? evidence.none
      : evidence.summary(publicationsOf(cited).length, count("finding"), count("claim"), contradicts),
    ...(searches > 0 ? [evidence.searches(searches)] : []),
  ].join(" ")
}

/** The publications behind these, in the order in which they come first. */
export function publicationsOf(items: readonly EvidenceItem[]): Publication[] {
  const found = new Map<string, Publication>()
  for (const item of items) {
    if (item.isSearch) continue
    const publication = found.get(item.source.id) ?? { source: item.source, items: [] }
    publication.items.push(item)
    found.set(item.source.id, publication)
  }
  return [...found.values()]
}

/** What is published up to a day that is known, oldest first. */
export const datedItems = ({ asOf }: PointView, items: readonly EvidenceItem[]): EvidenceItem[] =>
  items.filter(({ source, isSearch }) => !isSearch && source.publishedOn !== null && source.publishedOn <= asOf)

/** The newest of the publications, newest first. */
export const newestOf = (view: PointView, items: readonly EvidenceItem[]): Publication[] =>
  publicationsOf(datedItems(view, items)).slice(-NEWEST).reverse()

/** The evidence behind every level up to the as-of day: publications, oldest first and undated last; then our searches. */
export function evidenceItems(view: PointView): EvidenceItem[] {
  const seen = new Map<string, Omit<EvidenceItem, "id">>()
  for (const strand of view.strands) {
    for (const commitment of strand.commitments) {
      for (const lane of LANES) {
        for (const { evidence } of commitment.lanes[lane].history) {
          for (const { source, bearing } of evidence) {
            seen.set(`${commitment.code}/${lane}/${bearing}/${source.id}`, {
              code: commitment.code,
              lane,
              bearing,
              source,
              isSearch: isSearchRecord(source),
            })
          }
        }
      }
    }
  }
  const sorted = [...seen.values()].sort(
    (a, b) =>
      order(a.source.publishedOn ?? "9", b.source.publishedOn ?? "9") ||
      order(a.code, b.code) ||
      order(a.lane, b.lane) ||
      order(a.source.id, b.source.id),
  )
  const numbered = (isSearch: boolean) =>
    sorted
      .filter((item) => item.isSearch === isSearch)
      .map((item, at) => ({ ...item, id: `${isSearch ? "S" : "E"}${at + 1}` }))
  return [...numbered(false), ...numbered(true)]
}
