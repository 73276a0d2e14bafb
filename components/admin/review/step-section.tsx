import { formatMoment } from "@/components/admin/when"
import { LevelTile } from "@/components/ui/level-chip"
import type { BlindCoding } from "@/lib/domain/coding"
import type { Proposal } from "@/lib/domain/proposal"
import type { Assessment } from "@/lib/domain/records"
import { LEVELS } from "@/lib/domain/scale"
import { commitmentForm } from "@/lib/domain/views/proposing"
import type { StepView } from "@/lib/domain/views/review"
import { commitmentHead } from "@/lib/domain/views/scope"
import { isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { CommentBox } from "./comment-box"
import { LevelValue } from "./field-value"
import { isEarlier } from "./notices"
import { StepDifferences } from "./step-differences"
import { type Known, stepName } from "./value-lines"

/** A step with its place in the proposal. */
export type NumberedStep = StepView & { at: number }

/** One step: what it changes, what was coded blind, what reviewers said of it, and the place to say something. */
export function StepSection({
  known,
  proposal,
  step,
  heads,
  codings,
  now,
}: {
  known: Known
  proposal: Proposal
  step: NumberedStep
  heads: [string, string]
  codings: readonly BlindCoding[]
  now: string
}) {
  const { locale } = known
  const { admin } = messages(locale)
  const { review } = admin
  const said = proposal.reviews.flatMap((it) =>
    it.comments.filter((comment) => comment.step === step.at).map(({ text }) => ({ ...it, text })),
  )
  const isCorrection = proposal.change === "correction" && step.kind === "assessment"
  return (
    <section id={`step-${step.at + 1}`} data-step tabIndex={-1} className="scroll-mt-4">
      <h2 className="h-s mb-2">
        <span className="muted font-normal">{review.stepNumber(step.at + 1)} · </span>
        {admin.records.kind[step.kind]} · {review.step[step.operation.act]}
        <Subject known={known} step={step} />
        {isCorrection ? <span className="pill corr ms-2">{admin.queue.correction}</span> : null}
      </h2>
      <StepDifferences known={known} step={step} heads={heads} />
      {step.kind === "assessment" && step.after ? (
        <Anchors known={known} assessment={step.after as Assessment} />
      ) : null}
      <BlindCodings
        locale={locale}
        step={step}
        codings={codings.filter((it) => it.step === step.at)}
        version={proposal.version}
      />
      {said.length > 0 ? (
        <div className="note mt-3">
          <h3 className="lab">{review.comments}</h3>
          <ul className="flex flex-col gap-1.5">
            {said.map((it) => (
              <li key={`${it.version}${it.at}`}>
                <q dir="auto">{it.text}</q>{" "}
                <span className="small muted">
                  {review.commentBy(it.reviewer, formatMoment(locale, it.at, now))}
                  {isEarlier(proposal, it) ? ` (${review.earlier})` : ""}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <CommentBox locale={locale} step={step.at} />
    </section>
  )
}

/** What the step is about: the commitment with its lane, or the record's own name. */
function Subject({ known, step }: { known: Known; step: StepView }) {
  const { locale, facts } = known
  const { admin, terms } = messages(locale)
  const record = step.after ?? step.before
  const commitment = step.kind === "assessment" ? facts.records.commitment.get(String(record?.commitment)) : undefined
  if (!commitment) {
    return (
      <>
        : <bdi>{stepName(known, step)}</bdi>
      </>
    )
  }
  const head = commitmentHead(facts, commitment)
  const text = inLocale(locale, head.text)
  const lane = record?.lane === "claim" ? terms.lane.claim : terms.lane.finding
  return (
    <>
      {": "}
      <span className="num">{isolate(locale, head.code)}</span> <span lang={text.lang}>{text.text}</span>{" "}
      <span className="muted font-normal">
        ({admin.queue.planYear(Number(commitment.plan.replace(/^nap-/, "")))}, {lane})
      </span>
    </>
  )
}

/** What each level asks of this commitment, to hold the proposed one against. */
function Anchors({ known: { locale, facts }, assessment }: { known: Known; assessment: Assessment }) {
  const { admin, terms } = messages(locale)
  const commitment = facts.records.commitment.get(assessment.commitment)
  if (!commitment) return null
  const { anchors } = commitmentForm(facts, commitment)
  return (
    <details className="small mt-2">
      <summary>{admin.review.anchors}</summary>
      <ul className="mt-2 flex flex-col gap-1.5">
        {LEVELS.map((level) => {
          const { text, lang } = inLocale(locale, anchors[level])
          return (
            <li key={level} className={assessment.level === level ? "font-semibold" : undefined}>
              <LevelTile level={level} label={terms.level[level]} />{" "}
              <span lang={lang} dir={lang === "en" ? "ltr" : undefined}>
                {text}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** The author's level beside those of reviewers who had not seen it. */
function BlindCodings({
  locale,
  step,
  codings,
  version,
}: {
  locale: Locale
  step: StepView
  codings: readonly BlindCoding[]
  version: number
}) {
  const { admin, terms } = messages(locale)
  const { coding } = admin
  const author = step.after as Assessment | null
  if (!author || codings.length === 0) return null
  const apart = (level: BlindCoding["level"]) => {
    if (level === author.level) return coding.same
    if (level === null || author.level === null) return coding.unlike
    return coding.differs(Math.abs(level - author.level))
  }
  return (
    <div className="card mt-3">
      <h3 className="lab">{coding.beside}</h3>
      <dl className="blind">
        <dt>{coding.author}</dt>
        <dd>
          <LevelValue locale={locale} record={author} />{" "}
          <span className="small">{terms.certainty[author.certainty]}</span>
        </dd>
        {codings.map((it) => (
          <div key={it.coder + it.at} className="contents">
            <dt dir="auto">{coding.coder(it.coder)}</dt>
            <dd>
              <LevelValue locale={locale} record={{ ...it, lane: author.lane }} />{" "}
              <span className="small">{terms.certainty[it.certainty]}</span>{" "}
              <b className="small font-semibold">{apart(it.level)}</b>
              {it.version === version ? null : <span className="small muted"> ({coding.earlier})</span>}
              <q className="small block" dir="auto">
                {it.reason}
              </q>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
