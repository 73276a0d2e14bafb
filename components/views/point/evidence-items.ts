import { order } from "@/lib/domain/ledger"
import type { Evidence } from "@/lib/domain/records"
import { LANES, type Lane } from "@/lib/domain/scale"
import type { PointView, SourceView } from "@/lib/domain/views/point"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** One source cited for one commitment in one lane. `id` counts by date of publication: "E1" is the oldest. */
export type EvidenceItem = { id: string; code: string; lane: Lane; bearing: Evidence["bearing"]; source: SourceView }

/** How much evidence there is in each lane and how much contradicts, or that there is none. */
export function evidenceFinding(locale: Locale, items: readonly EvidenceItem[]): string {
  const { evidence } = messages(locale).point
  const count = (lane: Lane) => items.filter((item) => item.lane === lane).length
  const contradicts = items.filter((item) => item.bearing === "contradicts").length
  return items.length === 0
    ? evidence.none
    : evidence.summary(items.length, count("finding"), count("claim"), contradicts)
}

/** The evidence behind every level up to the as-of day, oldest first, undated last; each citation once. */
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
            })
          }
        }
      }
    }
  }
  return [...seen.values()]
    .sort(
      (a, b) =>
        order(a.source.publishedOn ?? "9", b.source.publishedOn ?? "9") ||
        order(a.code, b.code) ||
        order(a.lane, b.lane) ||
        order(a.source.id, b.source.id),
    )
    .map((item, at) => ({ ...item, id: `E${at + 1}` }))
}
