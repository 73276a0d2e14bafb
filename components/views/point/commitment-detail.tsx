import { levelClass } from "@/components/ui/level-chip"
import { ANCHORS, LANES, type Level, LEVELS } from "@/lib/domain/scale"
import type { CommitmentView, PointView } from "@/lib/domain/views/point"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { AssessmentItem } from "./assessment-item"
import type { KnownSources } from "./known-sources"
import { Said } from "./said"
import { SourceTitle } from "./source-line"

/** Everything behind one commitment: both lanes with reasons and evidence, anchors, and what it rests on. */
export function CommitmentDetail({
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
  const { detail } = point
  return (
    <div className="[display:grid] gap-6 pt-2 pb-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,300px)]">
      {LANES.map((lane) => {
        const { history } = commitment.lanes[lane]
        const [current, ...earlier] = history.toReversed()
        return (
          <div key={lane} className="flex flex-col gap-3">
            <h3 className="h-s">{terms.laneLong[lane]}</h3>
            {current ? (
              <AssessmentItem locale={locale} assessment={current} current />
            ) : (
              <p className="small muted">
                {lane === "claim" ? point.commitments.noClaim : point.commitments.noFinding}
              </p>
            )}
            {earlier.length > 0 ? (
              <div className="flex flex-col gap-3 border-t border-rule pt-3">
                <p className="lab">{detail.earlier(earlier.length)}</p>
                {earlier.map((assessment) => (
                  <AssessmentItem key={assessment.id} locale={locale} assessment={assessment} />
                ))}
              </div>
            ) : null}
          </div>
        )
      })}
      <div className="small flex flex-col gap-4">
        {commitment.secondCoding.map((coding, at) => (
          <p key={at} className="note">
            {detail.second(
              formatDay(locale, coding.asOf),
              levelWords(locale, coding.first),
              levelWords(locale, coding.second),
            )}
          </p>
        ))}
        <Anchors locale={locale} view={view} commitment={commitment} />
        <div>
          <p className="lab">{detail.restsOn}</p>
          <RestsOn locale={locale} commitment={commitment} sources={sources} />
        </div>
        <div>
          <p className="lab">{detail.trackBasis}</p>
          <Said locale={locale} text={commitment.trackBasis} />
        </div>
        {commitment.bodies.length > 0 ? (
          <div>
            <p className="lab">{detail.bodies}</p>
            <ul>
              {commitment.bodies.map((body) => (
                <li key={body.en}>
                  <Said locale={locale} text={body} />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {commitment.promisedBy && commitment.promisedByNote ? (
          <div>
            <p className="lab">{detail.deadline}</p>
            <Said locale={locale} text={commitment.promisedByNote} />
          </div>
        ) : null}
      </div>
    </div>
  )
}

function Anchors({ locale, view, commitment }: { locale: Locale; view: PointView; commitment: CommitmentView }) {
  const { point, terms } = messages(locale)
  const standing = commitment.lanes[view.lane].inForce?.level ?? null
  return (
    <div>
      <p className="lab">{point.detail.anchors}</p>
      <p className="muted mb-1">
        {commitment.anchors ? point.detail.ownAnchors : point.detail.typeAnchors(terms.commitmentType[commitment.type])}
      </p>
      <ol className="flex flex-col gap-1">
        {LEVELS.map((level) => {
          const own = commitment.anchors?.[`${level}`]
          const asked = own ?? { en: ANCHORS[commitment.type].en[level], ur: ANCHORS[commitment.type].ur[level] }
          return (
            <li
              key={level}
              className={`[display:grid] grid-cols-[20px_minmax(0,1fr)] gap-2 ${level === standing ? "font-semibold" : ""}`}
            >
              <span className="chip items-start">
                <i className={levelClass(level)} aria-hidden="true">
                  {level}
                </i>
              </span>
              <span>
                <span className="vh">{terms.level[level]}: </span>
                <Said locale={locale} text={asked} />
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function RestsOn({
  locale,
  commitment,
  sources,
}: {
  locale: Locale
  commitment: CommitmentView
  sources: KnownSources
}) {
  const { point, terms } = messages(locale)
  const { kind, quote, decision, source } = commitment.restsOn
  const known = source === null ? undefined : sources.get(source)
  return (
    <div className="flex flex-col gap-1">
      <p>{terms.restsOn[kind]}</p>
      {quote ? <Said locale={locale} text={point.detail.quote(quote)} /> : null}
      {decision ? <Said locale={locale} text={decision} /> : null}
      {known ? (
        <p>
          <SourceTitle locale={locale} source={known} />
        </p>
      ) : null}
    </div>
  )
}

function levelWords(locale: Locale, level: Level | null): string {
  const { terms } = messages(locale)
  return level === null ? terms.unrated : `${level} ${terms.level[level]}`
}
