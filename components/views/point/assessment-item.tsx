import { BearingMark } from "@/components/charts/bearing-mark"
import { LevelChip } from "@/components/ui/level-chip"
import type { AssessmentView } from "@/lib/domain/views/point"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Said } from "./said"
import { SourceFacts, SourceTitle } from "./source-line"

/** One assessment: level, since when, how certain, by which rule, why, and on what evidence. */
export function AssessmentItem({
  locale,
  assessment,
  current = false,
}: {
  locale: Locale
  assessment: AssessmentView
  current?: boolean
}) {
  const { point, terms } = messages(locale)
  const { detail } = point
  const day = formatDay(locale, assessment.effectiveOn, assessment.precision)
  return (
    <article className="small flex flex-col gap-2">
      <p className={`flex flex-wrap items-center gap-x-3 gap-y-1 ${assessment.lane === "claim" ? "clm" : ""}`}>
        <LevelChip
          level={assessment.level}
          lane={assessment.lane}
          label={assessment.level === null ? terms.unrated : terms.level[assessment.level]}
          reason={assessment.unratedReason ? terms.unratedReason[assessment.unratedReason] : undefined}
        />
        <b className="num">{current ? detail.since(day) : detail.until(day)}</b>
      </p>
      <p className="muted">
        {[
          terms.certainty[assessment.certainty],
          detail.rule(point.rules[assessment.rule]),
          assessment.lifecycle ? terms.lifecycle[assessment.lifecycle] : "",
          detail.revision(assessment.revision),
        ]
          .filter(Boolean)
          .join(" · ")}
        {assessment.provisional ? <span className="tag">{point.commitments.provisional}</span> : null}
      </p>
      <p>
        <Said locale={locale} text={assessment.rationale} />
      </p>
      <ul className="flex flex-col gap-2" aria-label={detail.evidence}>
        {assessment.evidence.map((item) => (
          <li key={item.source.id} className="[display:grid] grid-cols-[12px_minmax(0,1fr)] gap-2">
            <span className="pt-[3px]">
              <BearingMark bearing={item.bearing} />
            </span>
            <div>
              <span className="vh">{terms.bearing[item.bearing]}: </span>
              <SourceTitle locale={locale} source={item.source} />
              {item.quote ? (
                <p>
                  <Said locale={locale} text={detail.quote(item.quote)} />
                </p>
              ) : null}
              {item.note ? (
                <p>
                  <Said locale={locale} className="muted" text={item.note} />
                </p>
              ) : null}
              <p className="muted">
                {terms.bearing[item.bearing]} · <SourceFacts locale={locale} source={item.source} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </article>
  )
}
