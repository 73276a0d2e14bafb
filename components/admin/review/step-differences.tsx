import type { CSSProperties, ReactNode } from "react"
import { fieldLabel } from "@/components/admin/records/labels"
import { wordDifferences } from "@/components/ui/word-differences"
import { spelled } from "@/lib/domain/conflict"
import type { Evidence, Kind } from "@/lib/domain/records"
import type { Fields, StepView } from "@/lib/domain/views/review"
import { messages } from "@/lib/i18n/messages"
import { EvidenceValue, LevelValue, SourceLink } from "./field-value"
import { type Known, languageOf, shownFields, valueLines } from "./value-lines"

/** What one step changes, field by field: struck on the side of what stands, underlined on the side of what is proposed. */
export function StepDifferences({ known, step, heads }: { known: Known; step: StepView; heads: [string, string] }) {
  const { review } = messages(known.locale).admin
  if (step.before === null) return <WholeRecord known={known} step={step} head={heads[1]} />
  if (step.operation.act === "withdraw") return <WholeRecord known={known} step={step} head={heads[0]} />
  const style = { "--a": `"${heads[0]}"`, "--b": `"${heads[1]}"` } as CSSProperties
  return (
    <div className="diff" style={style}>
      <div>
        <span className="vh">{review.field}</span>
      </div>
      <div>{heads[0]}</div>
      <div>{heads[1]}</div>
      {fieldsOf(step).map((field) => (
        <Row key={field} known={known} step={step} field={field} heads={heads} />
      ))}
    </div>
  )
}

/** A record that comes in or is taken back as a whole: there is nothing to set it against. */
function WholeRecord({ known, step, head }: { known: Known; step: StepView; head: string }) {
  const { review } = messages(known.locale).admin
  const { kind, operation } = step
  const record = (step.after ?? step.before)!
  const isGone = operation.act === "withdraw"
  const given = shownFields(kind).filter((field) => valueLines(known, kind, field, record).length > 0)
  return (
    <div className="diff whole">
      <div>
        <span className="vh">{review.field}</span>
      </div>
      <div>{isGone ? `${head}: ${review.takenBack}` : head}</div>
      {given.map((field) => (
        <Cells key={field}>
          <div>{fieldLabel(known.locale, kind, field)}</div>
          <div lang={languageOf(field)} dir={directionOf(field)}>
            <Value
              known={known}
              kind={kind}
              field={field}
              own={record}
              other={null}
              mark={(children) => (isGone ? <del>{children}</del> : children)}
            />
          </div>
        </Cells>
      ))}
    </div>
  )
}

/** The rows of a grid keep its columns; a wrapper would be a cell itself. */
const Cells = ({ children }: { children: ReactNode }) => <>{children}</>

/** Shown of every assessment, changed or not: what the level rests on. */
const ALWAYS = ["level", "effectiveOn", "rationaleEn", "evidence"]

function fieldsOf({ kind, before, after }: StepView): string[] {
  const isShown = (field: string) => kind === "assessment" && ALWAYS.includes(field)
  return shownFields(kind).filter(
    (field) => isShown(field) || spelled(kind, field, before) !== spelled(kind, field, after),
  )
}

function Row({ known, step, field, heads }: { known: Known; step: StepView; field: string; heads: [string, string] }) {
  const { review } = messages(known.locale).admin
  const { kind, before, after, operation } = step
  // A new assessment leaves the one before it as it was.
  const strike = (children: ReactNode) => (operation.act === "add" ? children : <del>{children}</del>)
  const sides = [
    { own: before, other: after, mark: strike, nothing: review.nothingBefore },
    { own: after, other: before, mark: (children: ReactNode) => <ins>{children}</ins>, nothing: review.takenBack },
  ]
  return (
    <>
      <div>{fieldLabel(known.locale, kind, field)}</div>
      {sides.map(({ own, other, mark, nothing }, at) => (
        <div key={heads[at]}>
          <span className="vh">{heads[at]}: </span>
          <div lang={own?.[field] ? languageOf(field) : undefined} dir={own?.[field] ? directionOf(field) : undefined}>
            {own ? (
              <Value known={known} kind={kind} field={field} own={own} other={other} mark={mark} isOld={at === 0} />
            ) : (
              <span className="muted">{nothing}</span>
            )}
          </div>
        </div>
      ))}
    </>
  )
}

/** One side of a field. What the other side does not have is marked: words of a text, items of a list, or the whole. */
function Value({
  known,
  kind,
  field,
  own,
  other,
  mark,
  isOld = false,
}: {
  known: Known
  kind: Kind
  field: string
  own: Fields
  other: Fields | null
  mark: (children: ReactNode) => ReactNode
  isOld?: boolean
}) {
  const { value: words } = messages(known.locale).admin.records
  const isSame = spelled(kind, field, own) === spelled(kind, field, other)
  const marked = (children: ReactNode) => (isSame ? children : mark(children))
  if (kind === "assessment" && field === "level") return marked(<LevelValue locale={known.locale} record={own} />)
  if (kind === "assessment" && field === "evidence") {
    const others = (other?.evidence ?? []) as Evidence[]
    return <EvidenceValue known={known} evidence={own.evidence as Evidence[]} other={others} mark={mark} />
  }
  if (kind === "source" && field === "url" && typeof own.url === "string") return marked(<Address url={own.url} />)
  if (field === "source" && typeof own.source === "string") return marked(<SourceLink known={known} id={own.source} />)
  const lines = valueLines(known, kind, field, own)
  if (lines.length === 0) return <span className="muted">{words.none}</span>
  const others = other ? valueLines(known, kind, field, other) : []
  const [text, before] = [lines[0]!, others[0]]
  if (lines.length === 1 && others.length === 1 && isProse(own[field])) {
    const runs = isOld ? wordDifferences(text, before!) : wordDifferences(before!, text)
    const side = isOld ? "gone" : "fresh"
    return runs
      .filter((run) => run.kind === "same" || run.kind === side)
      .map((run, at) => <span key={at}>{run.kind === "same" ? run.text : mark(run.text)}</span>)
  }
  return lines.map((line) => (
    <div key={line} className="num" dir={languageOf(field) ? undefined : "auto"}>
      {other && others.includes(line) ? line : mark(line)}
    </div>
  ))
}

/** A text of words, which is compared word by word; a code, a day or a choice is compared as a whole. */
const isProse = (value: unknown) => typeof value === "string" && /\s/.test(value.trim())

const directionOf = (field: string) => {
  const language = languageOf(field)
  return language === "ur" ? "rtl" : language === "en" ? "ltr" : undefined
}

function Address({ url }: { url: string }) {
  return url.startsWith("https:") ? (
    <a className="mono" href={url} rel="noopener noreferrer" dir="ltr">
      {url}
    </a>
  ) : (
    <span className="mono" dir="ltr">
      {url}
    </span>
  )
}
