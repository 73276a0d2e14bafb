import { ChartTable, Figure } from "@/components/charts/figure"
import { TrackMark, trackClass } from "@/components/ui/track-mark"
import type { Hrefs } from "@/components/views/hrefs"
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

/** Strands in which the state's claims stand furthest above the evidence. */
export function Claims({ locale, view, hrefs }: { locale: Locale; view: OverviewView; hrefs: Hrefs }) {
  const { overview, terms, charts } = messages(locale)
  const words = overview.claims
  const { ahead, shown } = claimsShown(view)
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
      finding={words.finding(ahead.length, view.gaps.length)}
      note={words.note}
      className="col-span-7"
      table={
        <ChartTable
          caption={words.all(view.gaps.length)}
          head={[words.strand, words.claim, words.findingWord, words.difference, words.pairs]}
          rows={view.gaps.map((gap) => ({
            key: gap.point.id + gap.track,
            head: `${gap.point.number} ${inLocale(locale, gap.point.title).text} · ${terms.track[gap.track]}`,
            cells: [
              oneDecimal(gap.claim),
              oneDecimal(gap.finding),
              signed(locale, gap.gap, 1),
              `${gap.pairs}/${gap.commitments}`,
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
            <span className="dl-t">
              <PointLink locale={locale} hrefs={hrefs} point={gap.point} />
              <TrackMark track={gap.track}>{terms.track[gap.track]}</TrackMark>
            </span>
            <Dumbbell gap={gap} label={words.spoken(wholeNumber(gap.claim), wholeNumber(gap.finding))} />
            <b className="num dl-g">{signed(locale, gap.gap)}</b>
          </li>
        ))}
        <li className="dl-x" aria-hidden="true">
          <span />
          <span className="axl">
            <span>0</span>
            <span>50</span>
            <span>100</span>
          </span>
          <span />
        </li>
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
