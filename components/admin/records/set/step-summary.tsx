import { fieldLabel, valueText } from "@/components/admin/records/labels"
import { adminWords } from "@/components/admin/words"
import { wordDifferences } from "@/components/ui/word-differences"
import type { Kind } from "@/lib/domain/records"
import type { Fields } from "@/lib/domain/views/review"
import type { Locale } from "@/lib/i18n/locale"
import { type Difference, differences, labelPath } from "./differences"

const SHOWN = 8

/** What a step changes, value by value in words: what was is struck, what will be underlined. */
export function StepSummary({
  locale,
  kind,
  before,
  after,
  nameOf,
}: {
  locale: Locale
  kind: Kind
  before: Fields | null // null for a new record
  after: Fields
  nameOf: (kind: Kind, id: string) => string | null
}) {
  const words = adminWords(locale).admin
  const all = differences(before ?? {}, after).filter(
    ({ after }) => before !== null || (after !== null && after !== false),
  )
  if (before !== null && all.length === 0) return <p className="small muted">{words.records.set.unchanged}</p>
  const shown = all.slice(0, SHOWN)
  return (
    <dl className="small [display:grid] grid-cols-[minmax(96px,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-[820px]:grid-cols-1 max-[820px]:gap-y-0.5">
      {shown.map((each) => (
        <Line key={each.path} locale={locale} kind={kind} difference={each} isNew={before === null} nameOf={nameOf} />
      ))}
      {all.length > SHOWN ? (
        <dd className="muted col-span-full">{words.proposal.effectMore(all.length - SHOWN)}</dd>
      ) : null}
    </dl>
  )
}

function Line({
  locale,
  kind,
  difference: { path, before, after, besideBefore, besideAfter },
  isNew,
  nameOf,
}: {
  locale: Locale
  kind: Kind
  difference: Difference
  isNew: boolean
  nameOf: (kind: Kind, id: string) => string | null
}) {
  const words = adminWords(locale).admin.records.set
  const plain = labelPath(path)
  const said = (value: unknown, beside: Fields) => valueText(locale, kind, plain, value, { beside, nameOf }) ?? ""
  const isText = typeof before === "string" && typeof after === "string" && /En$|Ur$|^note|title|text/i.test(plain)
  const runs = isText ? wordDifferences(String(before), String(after)) : null
  return (
    <>
      <dt className="muted">{fieldLabel(locale, kind, plain)}</dt>
      <dd dir="auto" className="min-w-0 break-words" lang={/Ur$/.test(plain) ? "ur" : undefined}>
        {runs ? (
          runs.map((run, at) =>
            run.kind === "same" ? (
              <span key={at}>{run.text}</span>
            ) : run.kind === "gone" ? (
              <del key={at}>{run.text}</del>
            ) : (
              <ins key={at}>{run.text}</ins>
            ),
          )
        ) : isNew ? (
          said(after, besideAfter)
        ) : (
          <>
            {before === null ? null : (
              <del>
                <span className="vh">{words.was} </span>
                {said(before, besideBefore)}
              </del>
            )}{" "}
            {after === null && before !== null ? null : (
              <ins>
                <span className="vh">{words.becomes} </span>
                {said(after, besideAfter)}
              </ins>
            )}
          </>
        )}
      </dd>
    </>
  )
}
