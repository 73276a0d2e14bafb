import type { ReactNode } from "react"
import { SourceTold } from "@/components/admin/source-told"
import { LevelChip } from "@/components/ui/level-chip"
import type { Evidence } from "@/lib/domain/records"
import type { Lane, Level, UnratedReason } from "@/lib/domain/scale"
import type { Fields } from "@/lib/domain/views/review"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import type { Known } from "./value-lines"

/** A level as a chip, with the reason where it cannot be rated. */
export function LevelValue({ locale, record }: { locale: Locale; record: Fields }) {
  const { terms } = messages(locale)
  const level = record.level as Level | null
  const reason = record.unratedReason as UnratedReason | null
  return (
    <LevelChip
      level={level}
      lane={record.lane as Lane}
      label={level === null ? terms.unrated : terms.level[level]}
      reason={reason ? terms.unratedReason[reason] : undefined}
    />
  )
}

const BEARINGS = { supports: "▲", contradicts: "▽", context: "○" }

/** The item of the other side that one is set against: the same source, told as alike as there is. */
const counterpart = (own: Evidence, other: readonly Evidence[]) =>
  other
    .filter((it) => it.source === own.source)
    .toSorted((a, b) => alike(own, b) - alike(own, a))
    .at(0)
const alike = (a: Evidence, b: Evidence) =>
  (["bearing", "quote", "note"] as const).filter((part) => a[part] === b[part]).length

/** Evidence as a list, each with its source to be looked up; `mark` wraps those of its parts that only this side has. */
export function EvidenceValue({
  known,
  evidence,
  other,
  mark,
}: {
  known: Known
  evidence: readonly Evidence[]
  other: readonly Evidence[]
  mark: (children: ReactNode) => ReactNode
}) {
  const { terms } = messages(known.locale)
  return (
    <ul className="flex flex-col gap-2.5">
      {evidence.map((each) => {
        const before = counterpart(each, other)
        const marked = (isSame: boolean | undefined, words: ReactNode) => (isSame ? words : mark(words))
        const head = (
          <>
            <span aria-hidden="true">{BEARINGS[each.bearing]} </span>
            {terms.bearing[each.bearing]}
          </>
        )
        return (
          <li key={each.source}>
            <span className="nowrap">{marked(before?.bearing === each.bearing, head)}</span>{" "}
            {marked(before !== undefined, <SourceLink known={known} id={each.source} />)}
            {each.quote ? (
              <q className="small block" dir="auto">
                {marked(before?.quote === each.quote, each.quote)}
              </q>
            ) : null}
            {each.note ? (
              <span className="small muted block" dir="auto">
                {marked(before?.note === each.note, each.note)}
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** A source by its title, with what it is, the archived copy, and whether its page is gone. */
export function SourceLink({ known, id }: { known: Known; id: string }) {
  const { review } = messages(known.locale).admin
  const source = known.facts.records.source.get(id)
  if (!source) return <span dir="ltr">{id}</span>
  return (
    <SourceTold locale={known.locale} source={source}>
      {source.goneOn ? ` · ${review.pageGone(formatDay(known.locale, source.goneOn))}` : null}
    </SourceTold>
  )
}
