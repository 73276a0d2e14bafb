import { type Score, toldIndex } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import { oneDecimal, range } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** What stands under the bar of a score: its index, and its range where that is open. */
export function strandFigures(locale: Locale, { index, low, high }: Score): { index: string; range: string | null } {
  if (low === null || high === null) return { index: messages(locale).terms.nothingPromised, range: null }
  if (index === null) return { index: messages(locale).terms.unrated, range: null }
  return { index: oneDecimal(index), range: high > low ? range(locale, low, high) : null }
}

/** One strand in a row: solid to the lowest reading, hatched to the highest, with the index in figures. */
export function StrandBar({ locale, track, score }: { locale: Locale; track: Track; score: Score }) {
  const { low, high } = score
  const figures = strandFigures(locale, score)
  if (low === null || high === null) {
    return <span className="small muted inline-block border-t border-rule-2 pt-px">{figures.index}</span>
  }
  return (
    <span className="inline-grid gap-1">
      <span className="nb" aria-hidden="true">
        <i className={`s ${track === "kinetic" ? "bg-kin" : "bg-non"}`} style={{ width: `${Math.round(low)}%` }} />
        <i className="h" style={{ width: `${Math.round(high - low)}%` }} />
      </span>
      <span className="num small">
        {toldIndex(score) === null ? figures.index : <b>{figures.index}</b>}
        {figures.range === null ? null : <span className="muted"> {figures.range}</span>}
      </span>
    </span>
  )
}
