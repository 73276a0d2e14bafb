import type { Score } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import { oneDecimal, range } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** One strand in a row: solid to the lowest reading, hatched to the highest, with the index in figures. */
export function StrandBar({ locale, track, score }: { locale: Locale; track: Track; score: Score }) {
  const { terms } = messages(locale)
  const { index, low, high } = score
  if (low === null || high === null) {
    return <span className="small muted inline-block border-t border-rule-2 pt-px">{terms.nothingPromised}</span>
  }
  return (
    <span className="inline-grid gap-1">
      <span className="nb" aria-hidden="true">
        <i className={`s ${track === "kinetic" ? "bg-kin" : "bg-non"}`} style={{ width: `${Math.round(low)}%` }} />
        <i className="h" style={{ width: `${Math.round(high - low)}%` }} />
      </span>
      <span className="num small">
        {index === null ? terms.unrated : <b>{oneDecimal(index)}</b>}
        {index !== null && high > low ? <span className="muted"> {range(locale, low, high)}</span> : null}
      </span>
    </span>
  )
}
