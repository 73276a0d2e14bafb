import { TrackMark, trackClass } from "@/components/ui/track-mark"
import { type Score, toldIndex } from "@/lib/domain/indices"
import type { PointView, StrandView } from "@/lib/domain/views/point"
import { comma } from "@/lib/i18n/change-sentence"
import { formatDay, range, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { imbalanceWords } from "./strand-words"

/** Where the point stands: each strand's finding with the claim beside it, and the imbalance in words. */
export function StatusCard({ locale, view }: { locale: Locale; view: PointView }) {
  const { point } = messages(locale)
  const now = view.asOf === view.today
  return (
    <section className="card" aria-labelledby="stands">
      <h2
        className="lab !font-[600]"
        id="stands"
        style={{ font: "600 var(--t-m)/20px var(--sans)", marginBlockEnd: 10 }}
      >
        {now ? point.stands.title : point.stands.past(formatDay(locale, view.asOf))}
      </h2>
      <div className="ssg">
        {view.strands.map((strand) => (
          <Strand key={strand.track} locale={locale} strand={strand} />
        ))}
      </div>
      <p className="small muted num mt-3 border-t border-rule pt-[10px]">{imbalanceWords(locale, view)}</p>
    </section>
  )
}

function Strand({ locale, strand }: { locale: Locale; strand: StrandView }) {
  const { point, terms } = messages(locale)
  const { finding, claim } = strand.score
  const told = { finding: toldIndex(finding), claim: toldIndex(claim) }
  const hue = trackClass(strand.track)
  if (finding.commitments === 0) {
    return (
      <div className={`ss ${hue} content-start`}>
        <TrackMark track={strand.track}>{terms.track[strand.track]}</TrackMark>
        <p className="small muted mt-1 border-t border-rule-2 pt-2">{terms.nothingPromised}</p>
      </div>
    )
  }
  return (
    <div className={`ss ${hue} content-start`}>
      <div className="ss-h">
        <TrackMark track={strand.track}>{terms.track[strand.track]}</TrackMark>
        <span className="small muted num">{terms.commitments(finding.commitments)}</span>
      </div>
      <p className="ss-v">
        {told.finding === null ? (
          <b style={{ font: "600 1.25rem/1.3 var(--serif)" }}>{terms.unrated}</b>
        ) : (
          <b className={`${hue}-ink2`}>{wholeNumber(told.finding)}</b>
        )}
        <span className="small muted">{terms.lane.finding}</span>
      </p>
      <Dumbbell finding={{ ...finding, index: told.finding }} claim={told.claim} hue={hue} />
      <p className="small" style={{ color: "var(--ink-2)" }}>
        {claim.index === null ? (
          point.stands.noClaim
        ) : (
          <>
            {terms.lane.claim}{" "}
            {told.claim === null ? (
              <span className="num">
                {[range(locale, claim.low!, claim.high!), terms.rated(claim.rated, claim.commitments)].join(
                  comma(locale),
                )}
              </span>
            ) : (
              <b className="num">{wholeNumber(told.claim)}</b>
            )}
          </>
        )}
      </p>
      <p className="small muted num">{openWords(locale, finding)}</p>
    </div>
  )
}

/** "1 of 3 rated, range 33–100": how much is rated, and what that leaves open. */
function openWords(locale: Locale, { rated, commitments, low, high }: Score): string {
  const { point, terms } = messages(locale)
  const counted = terms.rated(rated, commitments)
  if (rated === commitments || low === null || high === null) return counted
  return `${counted}${comma(locale)}${point.stands.range(range(locale, low, high))}`
}

/** Claim against finding on one line from 0 to 100, with the finding's range behind; the words stand beside it. */
function Dumbbell({
  finding,
  claim,
  hue,
}: {
  finding: { index: number | null; low: number | null; high: number | null }
  claim: number | null
  hue: "k" | "n"
}) {
  const at = (value: number) => `${Math.round(value * 10) / 10}%`
  const open = finding.low !== null && finding.high !== null && finding.high > finding.low
  return (
    <span className="db" aria-hidden="true">
      <i className="ax" />
      {open ? (
        <i
          className="lvx"
          style={{ insetInlineStart: at(finding.low!), width: at(finding.high! - finding.low!), top: 4, height: 8 }}
        />
      ) : null}
      {finding.index !== null && claim !== null && claim !== finding.index ? (
        <i
          className="ln"
          style={{ insetInlineStart: at(Math.min(claim, finding.index)), width: at(Math.abs(claim - finding.index)) }}
        />
      ) : null}
      {claim === null ? null : <i className="cl" style={{ insetInlineStart: at(claim) }} />}
      {finding.index === null ? null : <i className={`fi ${hue}`} style={{ insetInlineStart: at(finding.index) }} />}
    </span>
  )
}
