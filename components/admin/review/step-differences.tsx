import type { CSSProperties, ReactNode } from "react"
import { sourceLine } from "@/components/admin/source-line"
import type { Evidence, Source } from "@/lib/domain/records"
import type { Fields, StepView } from "@/lib/domain/views/review"
import { messages } from "@/lib/i18n/messages"
import {
  ALWAYS_SHOWN,
  ASSESSMENT_FIELDS,
  EvidenceValue,
  fieldName,
  type Known,
  LevelValue,
  plainValue,
  spelled,
} from "./field-value"
import { wordDifferences } from "./word-differences"

/** What one step changes, field by field: struck on the side of what stands, underlined on the side of what is proposed. */
export function StepDifferences({ known, step, heads }: { known: Known; step: StepView; heads: [string, string] }) {
  const { admin } = messages(known.locale)
  const { review } = admin
  const fields = fieldsOf(step)
  if (step.kind === "source" && step.operation.act === "add")
    return <NewSource known={known} source={step.after as Source} />
  const style = { "--a": `"${heads[0]}"`, "--b": `"${heads[1]}"` } as CSSProperties
  return (
    <div className="diff" style={style}>
      <div>
        <span className="vh">{review.field}</span>
      </div>
      <div>{heads[0]}</div>
      <div>{heads[1]}</div>
      {fields.map((field) => (
        <Row key={field} known={known} step={step} field={field} heads={heads} />
      ))}
    </div>
  )
}

/** A source that comes in: nothing to compare it with. */
function NewSource({ known, source }: { known: Known; source: Source }) {
  const { admin, terms } = messages(known.locale)
  const title = (
    <span lang={source.language} dir="auto">
      {source.title}
    </span>
  )
  return (
    <div className="rounded-ui border border-rule-2 bg-surface p-4 text-sm">
      {source.url?.startsWith("https:") ? (
        <a href={source.url} rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {source.titleIsDescription ? <span className="tag">{admin.review.fields.titleIsDescription}</span> : null}
      <p className="small muted">
        {sourceLine(known.locale, source)} · {terms.confidence[source.confidence]}
      </p>
      {source.url ? (
        <p className="mono" dir="ltr">
          {source.url}
        </p>
      ) : null}
      {source.notes ? <p dir="auto">{source.notes}</p> : null}
    </div>
  )
}

function fieldsOf({ kind, operation, before, after }: StepView): string[] {
  const differs = (field: string) => spelled(field, before) !== spelled(field, after)
  if (kind === "assessment") {
    if (operation.act === "withdraw") return [...ALWAYS_SHOWN]
    return ASSESSMENT_FIELDS.filter((field) => ALWAYS_SHOWN.includes(field) || differs(field))
  }
  const record = after ?? before ?? {}
  return Object.keys(record).filter((field) => field !== "id" && (before ? differs(field) : record[field] !== null))
}

function Row({ known, step, field, heads }: { known: Known; step: StepView; field: string; heads: [string, string] }) {
  const { before, after, operation } = step
  const strikes = operation.act !== "add"
  const lang = field.endsWith("Ur") ? "ur" : field.endsWith("En") ? "en" : undefined
  const dir = lang === "ur" ? "rtl" : lang === "en" ? "ltr" : undefined
  return (
    <>
      <div>{fieldName(known.locale, field)}</div>
      <div>
        <span className="vh">{heads[0]}: </span>
        <div lang={before?.[field] ? lang : undefined} dir={before?.[field] ? dir : undefined}>
          <Side known={known} field={field} own={before} other={after} side="gone" strikes={strikes} />
        </div>
      </div>
      <div>
        <span className="vh">{heads[1]}: </span>
        <div lang={after?.[field] ? lang : undefined} dir={after?.[field] ? dir : undefined}>
          <Side known={known} field={field} own={after} other={before} side="fresh" strikes={strikes} />
        </div>
      </div>
    </>
  )
}

function Side({
  known,
  field,
  own,
  other,
  side,
  strikes,
}: {
  known: Known
  field: string
  own: Fields | null
  other: Fields | null
  side: "gone" | "fresh"
  strikes: boolean // a new assessment leaves the one before it as it was
}) {
  const { review } = messages(known.locale).admin
  const mark = (children: ReactNode) =>
    side === "fresh" ? <ins>{children}</ins> : strikes ? <del>{children}</del> : children
  if (!own) return <span className="muted">{side === "gone" ? review.nothingBefore : review.takenBack}</span>
  const isSame = spelled(field, own) === spelled(field, other)
  if (field === "level")
    return isSame ? <LevelValue locale={known.locale} record={own} /> : <LevelBox known={known} own={own} mark={mark} />
  if (field === "evidence") {
    const of = (record: Fields | null) => (record?.evidence ?? []) as Evidence[]
    return <EvidenceValue known={known} evidence={of(own)} other={of(other)} mark={mark} />
  }
  const value = own[field]
  if (field.startsWith("rationale") && typeof value === "string" && typeof other?.[field] === "string") {
    const [before, after] = side === "gone" ? [value, other[field]] : [other[field], value]
    return wordDifferences(before, after)
      .filter((run) => run.kind === "same" || run.kind === side)
      .map((run, at) => <span key={at}>{run.kind === "same" ? run.text : mark(run.text)}</span>)
  }
  const words = plainValue(known, field, own)
  return isSame ? <span className="num">{words}</span> : <span className="num">{mark(words)}</span>
}

/** A changed level: the chip is a picture, so the line is drawn under or through it by its own element. */
function LevelBox({ known, own, mark }: { known: Known; own: Fields; mark: (children: ReactNode) => ReactNode }) {
  return mark(<LevelValue locale={known.locale} record={own} />)
}
