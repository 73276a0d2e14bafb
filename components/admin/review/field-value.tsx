import type { ReactNode } from "react"
import { sourceLine } from "@/components/admin/source-line"
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

/** Evidence as a list, each with its source to be looked up; `mark` wraps what is only on this side. */
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
        const isSame = other.some((it) => JSON.stringify(it) === JSON.stringify(each))
        const head = (
          <>
            <span aria-hidden="true">{BEARINGS[each.bearing]} </span>
            {terms.bearing[each.bearing]}
          </>
        )
        return (
          <li key={each.source}>
            <span className="nowrap">{isSame ? head : mark(head)}</span> <SourceLink known={known} id={each.source} />
            {each.quote ? (
              <q className="small block" dir="auto">
                {each.quote}
              </q>
            ) : null}
            {each.note ? (
              <span className="small muted block" dir="auto">
                {each.note}
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
  const title = (
    <span lang={source.language} dir="auto">
      {source.title}
    </span>
  )
  return (
    <>
      {source.url?.startsWith("https:") ? (
        <a href={source.url} rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      <span className="small muted block">
        {sourceLine(known.locale, source)}
        {source.url?.startsWith("https:") ? (
          <>
            {" · "}
            <bdi>{new URL(source.url).host}</bdi>
          </>
        ) : null}
        {source.copy ? (
          <>
            {" · "}
            <a href={`/api/v1/copies/${source.copy.sha256}`}>{review.archived}</a>
          </>
        ) : null}
        {source.goneOn ? ` · ${review.pageGone(formatDay(known.locale, source.goneOn))}` : null}
      </span>
    </>
  )
}
