import { Icon } from "@/components/ui/icon"
import { LevelChip } from "@/components/ui/level-chip"
import { TrackMark } from "@/components/ui/track-mark"
import type { Hrefs } from "@/components/views/hrefs"
import { type Day, monthsBetween } from "@/lib/domain/date"
import type { Lane } from "@/lib/domain/scale"
import type { CommitmentView, PointView } from "@/lib/domain/views/point"
import { formatDay, formatMonthYear } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { CommitmentDetail } from "./commitment-detail"
import type { KnownSources } from "./known-sources"
import { OpenTarget } from "./open-target"
import { Said } from "./said"

/** A level not looked at for longer than this is marked stale; unit: months. */
const STALE_AFTER = 24
const COLUMNS = 7

/** The scored units: finding and claim side by side, with reasons, evidence and history behind each. */
export function CommitmentsSection({
  locale,
  view,
  sources,
  hrefs,
}: {
  locale: Locale
  view: PointView
  sources: KnownSources
  hrefs: Hrefs
}) {
  const { explore, point, terms } = messages(locale)
  const words = point.commitments
  const all = hrefs.explore({ points: String(view.point.number) })
  return (
    <section className="sec fig" aria-labelledby="commitments">
      <header>
        <h2 id="commitments">{words.title}</h2>
        <p className="sub">
          {words.sub} {locale === "ur" ? point.detail.english : null}
        </p>
      </header>
      {hrefs.isLink ? null : <OpenTarget />}
      <table
        aria-labelledby="commitments"
        className="evd com max-[820px]:[&_.chip]:whitespace-normal max-[820px]:[&_.due]:whitespace-normal"
      >
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{words.number}</span>
            </th>
            <th scope="col">{terms.commitment}</th>
            <th scope="col">{terms.lane.finding}</th>
            <th scope="col">{terms.lane.claim}</th>
            <th scope="col">{words.lastChecked}</th>
            <th scope="col">{words.sources}</th>
            <th scope="col">{words.deadline}</th>
          </tr>
        </thead>
        {view.strands.map((strand) => (
          <tbody key={strand.track}>
            <tr className="tg">
              <th colSpan={COLUMNS} scope="rowgroup">
                <TrackMark track={strand.track}>{terms.track[strand.track]}</TrackMark>
                {strand.commitments.length === 0 ? (
                  <span className="muted small ms-3 font-normal">{terms.nothingPromised}</span>
                ) : null}
              </th>
            </tr>
            {strand.commitments.map((commitment) => (
              <Rows key={commitment.id} locale={locale} view={view} commitment={commitment} sources={sources} />
            ))}
          </tbody>
        ))}
      </table>
      {all === null ? null : (
        <p className="small mt-3">
          <a href={all}>{explore.inTable}</a>
        </p>
      )}
    </section>
  )
}

function Rows({
  locale,
  view,
  commitment,
  sources,
}: {
  locale: Locale
  view: PointView
  commitment: CommitmentView
  sources: KnownSources
}) {
  const { point, terms } = messages(locale)
  const words = point.commitments
  const inForce = commitment.lanes[view.lane].inForce
  return (
    <>
      <tr id={commitment.code} className="target:bg-sunken max-[820px]:border-0!">
        <td className="eid num !border-0">{commitment.code}</td>
        <td className="w !border-0">
          <Said locale={locale} text={commitment.text} />{" "}
          <Marks locale={locale} commitment={commitment} provisional={inForce?.provisional ?? false} />
        </td>
        <LaneCell locale={locale} commitment={commitment} lane="finding" />
        <LaneCell locale={locale} commitment={commitment} lane="claim" />
        <td className="num nowrap !border-0">
          <LastChecked locale={locale} on={commitment.lanes[view.lane].lastChecked} asOf={view.asOf} />
        </td>
        <td className="num small !border-0">{sourceCount(commitment)}</td>
        <Deadline locale={locale} commitment={commitment} />
      </tr>
      <tr>
        <td colSpan={COLUMNS} className="col-span-full !pt-0 lg:!ps-[36px]">
          <details className="dt">
            <summary>
              <Icon name="list" />
              {words.more}
              <span className="vh">
                {" "}
                {terms.commitment} {commitment.code}
              </span>
            </summary>
            <CommitmentDetail locale={locale} view={view} commitment={commitment} sources={sources} />
          </details>
        </td>
      </tr>
    </>
  )
}

function Marks({
  locale,
  commitment,
  provisional,
}: {
  locale: Locale
  commitment: CommitmentView
  provisional: boolean
}) {
  const { commitments } = messages(locale).point
  return (
    <>
      {provisional ? <span className="tag">{commitments.provisional}</span> : null}
      {commitment.secondCoding.length > 0 ? <span className="tag">{commitments.differs}</span> : null}
      {commitment.lead ? <span className="small muted block">{commitments.lead}</span> : null}
    </>
  )
}

function LaneCell({ locale, commitment, lane }: { locale: Locale; commitment: CommitmentView; lane: Lane }) {
  const { point, terms } = messages(locale)
  const inForce = commitment.lanes[lane].inForce
  const none = lane === "claim" ? point.commitments.noClaim : point.commitments.noFinding
  return (
    <td className={lane === "claim" ? "clm !border-0" : "!border-0"} data-l={terms.lane[lane]}>
      {inForce ? (
        <LevelChip
          level={inForce.level}
          lane={lane}
          label={inForce.level === null ? terms.unrated : terms.level[inForce.level]}
        />
      ) : (
        <span className="small muted">{none}</span>
      )}
      {inForce?.unratedReason ? (
        <span className="small muted block ps-7 lg:max-w-[16ch]">{terms.unratedReason[inForce.unratedReason]}</span>
      ) : null}
    </td>
  )
}

function LastChecked({ locale, on, asOf }: { locale: Locale; on: Day | null; asOf: Day }) {
  const { commitments } = messages(locale).point
  if (on === null) return <span className="small muted">{commitments.never}</span>
  const age = monthsBetween(on, asOf)
  if (age <= STALE_AFTER) return <span className="small">{formatMonthYear(locale, on)}</span>
  return (
    <span className="stale small" title={commitments.stale(age)}>
      <Icon name="clock" />
      {commitments.staleSince(formatMonthYear(locale, on))}
    </span>
  )
}

function Deadline({ locale, commitment }: { locale: Locale; commitment: CommitmentView }) {
  const { commitments } = messages(locale).point
  const promise = commitment.promise
  if (promise === null) return <td className="small nowrap due none !border-0">{commitments.noDeadline}</td>
  const day = formatDay(locale, commitment.promisedBy!, commitment.promisedByPrecision ?? "day")
  const icon = { due: "clock", kept: "check", missed: "close", untold: "minus" } as const
  return (
    <td className={`small nowrap due num !border-0 ${promise === "missed" ? "missed" : "kept"}`}>
      <Icon name={icon[promise]} />
      {commitments[promise](day)}
    </td>
  )
}

function sourceCount(commitment: CommitmentView): number {
  const cited = Object.values(commitment.lanes).flatMap((lane) =>
    lane.history.flatMap((assessment) => assessment.evidence.map((item) => item.source.id)),
  )
  return new Set(cited).size
}
