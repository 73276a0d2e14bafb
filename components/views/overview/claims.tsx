import { ChartTable, Figure } from "@/components/charts/figure"
import { DumbbellAxis } from "@/components/ui/dumbbell-axis"
import { TrackMark, trackClass } from "@/components/ui/track-mark"
import type { Hrefs } from "@/components/views/hrefs"
import { gapWords, isGapTold } from "@/components/views/compare/claim-words"
import { PointLink } from "@/components/views/overview/point-link"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { Gap } from "@/lib/domain/views/rankings"
import { formatDay, oneDecimal, signed, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

const SHOWN = 6

/** The strands ahead of their evidence, and those that the chart shows: where none is ahead, the first of all. */
export function claimsShown({ gaps }: Pick<OverviewView, "gaps">) {
  const ahead = gaps.filter((gap) => gap.gap > 0)
  return { ahead, shown: (ahead.length > 0 ? ahead : gaps).slice(0, SHOWN) }
}

/** In how many strands claims stand above the findings, and in how many for certain. */
export function gapsFinding(locale: Locale, view: Pick<OverviewView, "gaps">): string {
  const certain = view.gaps.filter(({ whole }) => whole.verdict === "higher").length
  return messages(locale).overview.claims.finding(claimsShown(view).ahead.length, view.gaps.length, certain)
}

/** On how many commitments a gap rests, and what holds of it whatever the unrated are; as in Compare. */
export const strandGapWords = (
  locale: Locale,
  { pairs, commitments, whole }: Pick<Gap, "pairs" | "commitments" | "whole">,
) => `${messages(locale).overview.claims.onPairs(pairs, commitments)} · ${gapWords(locale, whole)}`

/** Strands in which the state's claims stand furthest above the evidence. */
export function Claims({ locale, view, hrefs }: { locale: Locale; view: OverviewView; hrefs: Hrefs }) {
  const { overview, terms, charts } = messages(locale)
  const words = overview.claims
  const { columns } = messages(locale).compare.claims
  const { shown } = claimsShown(view)
  if (view.gaps.length === 0) {
    return (
      <Figure locale={locale} id="claims" title={words.title} className="col-span-7">
        <p className="small muted">{words.none}</p>
      </Figure>
    )
  }
  return (
    <Figure
      locale={locale}
      id="claims"
      title={words.title}
      finding={gapsFinding(locale, view)}
      note={words.note}
      className="col-span-7"
      table={
        <ChartTable
          caption={words.all(view.gaps.length)}
          head={[words.strand, words.claim, words.findingWord, words.difference, words.pairs, columns.range]}
          rows={view.gaps.map((gap) => ({
            key: gap.point.id + gap.track,
            head: `${gap.point.number} ${inLocale(locale, gap.point.title).text} · ${terms.track[gap.track]}`,
            cells: [
              oneDecimal(gap.claim),
              oneDecimal(gap.finding),
              signed(locale, gap.gap, 1),
              `${gap.pairs}/${gap.commitments}`,
              gapWords(locale, gap.whole),
            ],
          }))}
        />
      }
      source={charts.source("both", view.revision, formatDay(locale, view.asOf))}
    >
      <p className="dkey small">
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <rect
              x="2"
              y="2"
              width="8"
              height="8"
              style={{ fill: "var(--paper)", stroke: "var(--ink-2)", strokeWidth: 1.6 }}
            />
          </svg>
          {terms.lane.claim}
        </span>
        <span>
          <svg width="24" height="12" aria-hidden="true">
            <rect className="kf" x="1" y="1.5" width="9" height="9" />
            <circle className="nf" cx="18" cy="6" r="5" />
          </svg>
          {terms.lane.finding}
        </span>
      </p>
      <ol className="dl">
        {shown.map((gap) => (
          <li key={gap.point.id + gap.track}>
            <span>
              <span className="dl-t">
                <PointLink locale={locale} hrefs={hrefs} point={gap.point} />
                <TrackMark track={gap.track}>{terms.track[gap.track]}</TrackMark>
              </span>
              <span className="block small muted num">{strandGapWords(locale, gap)}</span>
            </span>
            <Dumbbell gap={gap} label={words.spoken(wholeNumber(gap.claim), wholeNumber(gap.finding))} />
            {isGapTold(gap.whole) ? (
              <b className="num dl-g">{signed(locale, gap.gap)}</b>
            ) : (
              <span className="num dl-g font-normal! text-ink-2">{signed(locale, gap.gap)}</span>
            )}
          </li>
        ))}
        <DumbbellAxis />
      </ol>
    </Figure>
  )
}

function Dumbbell({ gap: { claim, finding, track }, label }: { gap: Gap; label: string }) {
  const at = (value: number) => `${Math.round(value * 10) / 10}%`
  const [from, to] = claim < finding ? [claim, finding] : [finding, claim]
  return (
    <span className="db" role="img" aria-label={label}>
      <i className="ax" />
      <i className="ln" style={{ insetInlineStart: at(from), width: at(to - from) }} />
      <i className="cl" style={{ insetInlineStart: at(claim) }} />
      <i className={`fi ${trackClass(track)}`} style={{ insetInlineStart: at(finding) }} />
    </span>
  )
}
