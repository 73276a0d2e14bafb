import { Fragment, type ReactNode } from "react"
import { Disclosure } from "@/components/ui/disclosure"
import { Icon } from "@/components/ui/icon"
import { LevelChip } from "@/components/ui/level-chip"
import type { Hrefs } from "@/components/views/hrefs"
import { Said } from "@/components/views/point/said"
import type { ChangeItem, Rated } from "@/lib/domain/views/change-item"
import { changeSentence, comma, type Piece, pointWords } from "@/lib/i18n/change-sentence"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { FieldChanges } from "./field-changes"

type Props = { locale: Locale; item: ChangeItem; hrefs: Hrefs }
type LineProps = Props & { revision: number }

/** What happened to one record, in a sentence; beneath it what it is called, and the wording where that changed. */
export function ChangeLine({ locale, item, hrefs, revision }: LineProps) {
  const { changes, data } = messages(locale)
  const told = item.rated ? ["level", "unratedReason"] : []
  const fields = item.fields.filter(({ field }) => !told.includes(field))
  const isJudgement = item.kind === "assessment" || item.kind === "check"
  const versions = item.act === "add" ? null : hrefs.record(item.kind, item.id, revision)
  return (
    <li>
      <span>
        {changeSentence(locale, item).map((piece, at) => (
          <Fragment key={at}>
            {at > 0 ? " " : null}
            <Shown locale={locale} item={item} hrefs={hrefs} piece={piece} />
          </Fragment>
        ))}
      </span>
      {isJudgement ? <Said locale={locale} className="small muted block" text={item.title} /> : null}
      {fields.length > 0 ? (
        <Disclosure icon="list" label={changes.differing(fields.length)}>
          <FieldChanges locale={locale} kind={item.kind} fields={fields} />
        </Disclosure>
      ) : null}
      {versions === null ? null : (
        <a className="small inline-block py-1" href={versions}>
          {data.record.compare}
        </a>
      )}
    </li>
  )
}

const LOOKS = { small: "small", quiet: "muted small num", hidden: "vh" }

function Shown({ locale, item, hrefs, piece }: Props & { piece: Piece }): ReactNode {
  switch (piece.as) {
    case "words":
      if (piece.look === "bold") return <b>{piece.text}</b>
      return piece.look ? <span className={LOOKS[piece.look]}>{piece.text}</span> : piece.text
    case "code":
      return <Code locale={locale} hrefs={hrefs} {...piece} />
    case "level":
      return <Level locale={locale} item={item} rated={piece.rated} />
    case "was":
      return (
        <span className="small">
          ({messages(locale).changes.was} <Level locale={locale} item={item} rated={piece.rated} />)
        </span>
      )
    case "arrow":
      return <Icon name="arrow" />
    case "title":
      return <Said locale={locale} text={piece.text} />
    case "publisher":
      return (
        <span className="small muted">
          {"· "}
          <bdi>{piece.text}</bdi>
        </span>
      )
    case "points":
      return <Points locale={locale} hrefs={hrefs} {...piece} />
  }
}

function Level({ locale, item, rated: { level, unratedReason } }: Omit<Props, "hrefs"> & { rated: Rated }) {
  const { terms } = messages(locale)
  return (
    <LevelChip
      lane={item.lane ?? "finding"}
      level={level}
      label={level === null ? terms.unrated : terms.level[level]}
      reason={unratedReason ? terms.unratedReason[unratedReason] : undefined}
    />
  )
}

type Of<As extends Piece["as"]> = Extract<Piece, { as: As }>

function Points({ locale, hrefs, points, isLong }: Omit<Props, "item"> & Of<"points">) {
  return (
    <span className="small">
      {"· "}
      {points.map((point, at) => {
        const href = hrefs.point(point.year, point.number)
        const words = pointWords(locale, point, isLong)
        return (
          <span key={point.id}>
            {at > 0 ? comma(locale) : ""}
            {href === null ? words : <a href={href}>{words}</a>}
          </span>
        )
      })}
    </span>
  )
}

/** The short name of a commitment with its edition, leading to its row on the point's page. */
function Code({ locale, hrefs, commitment, year }: Omit<Props, "item"> & Of<"code">) {
  const href = hrefs.point(year, commitment.point)
  const words = (
    <>
      <span className="num">{commitment.code}</span> <span className="small muted num">{year}</span>
    </>
  )
  return href === null ? (
    <b>{words}</b>
  ) : (
    <a
      className="cd"
      href={`${href}#${commitment.code}`}
      aria-label={`${commitment.code}, ${messages(locale).controls.planYear(year)}`}
    >
      {words}
    </a>
  )
}
