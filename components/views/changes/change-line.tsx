import type { ReactNode } from "react"
import { Disclosure } from "@/components/ui/disclosure"
import { Icon } from "@/components/ui/icon"
import { LevelChip } from "@/components/ui/level-chip"
import type { Hrefs } from "@/components/views/hrefs"
import { Said } from "@/components/views/point/said"
import type { ChangeItem, Rated } from "@/lib/domain/views/change-item"
import type { PointHead } from "@/lib/domain/views/scope"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { FieldChanges } from "./field-changes"

type Props = { locale: Locale; item: ChangeItem; hrefs: Hrefs }

/** What happened to one record, in a sentence; beneath it what it is called, and the wording where that changed. */
export function ChangeLine({ locale, item, hrefs }: Props) {
  const { changes } = messages(locale)
  const told = item.rated ? ["level", "unratedReason"] : []
  const fields = item.fields.filter(({ field }) => !told.includes(field))
  const isJudgement = item.kind === "assessment" || item.kind === "check"
  return (
    <li>
      {isJudgement ? (
        <Judgement locale={locale} item={item} hrefs={hrefs} />
      ) : (
        <Other locale={locale} item={item} hrefs={hrefs} />
      )}
      {isJudgement ? <Said locale={locale} className="small muted block" text={item.title} /> : null}
      {fields.length > 0 ? (
        <Disclosure icon="list" label={changes.differing(fields.length)}>
          <FieldChanges locale={locale} kind={item.kind} fields={fields} />
        </Disclosure>
      ) : null}
    </li>
  )
}

function Judgement({ locale, item, hrefs }: Props) {
  const { changes } = messages(locale)
  const where = item.region ? <> · {inLocale(locale, item.region).text}</> : null
  // Where one was taken back, what counts is since when the other stands.
  const left = item.rated?.after
  const on = item.act === "withdraw" ? (left ? { day: left.on, precision: left.precision } : null) : item.on
  const day = on ? formatDay(locale, on.day, on.precision) : null
  const code = <Code locale={locale} item={item} hrefs={hrefs} />
  if (item.kind === "check" && item.act === "add") {
    return (
      <span>
        {code} {changes.rechecked}
        {day ? <span className="muted small num"> · {changes.on(day)}</span> : null}
        {where}
      </span>
    )
  }
  return (
    <span>
      {code} <Verdict locale={locale} item={item} />
      {day && item.act !== "redact" ? <span className="muted small num"> {changes.since(day)}</span> : null}
      {where}
    </span>
  )
}

/** How a level moved: told against what stood before, or, of a correction, against what was said wrongly. */
function Verdict({ locale, item }: Omit<Props, "hrefs">) {
  const { admin, changes, terms } = messages(locale)
  const { act, rated, lane } = item
  if (!rated || lane === null)
    return <b>{changes.record(admin.records.kind[item.kind], changes.act[act]).replace(/:$/, "")}</b>
  const chip = (it: Rated) => (
    <LevelChip
      lane={lane}
      level={it.level}
      label={it.level === null ? terms.unrated : terms.level[it.level]}
      reason={it.unratedReason ? terms.unratedReason[it.unratedReason] : undefined}
    />
  )
  const { before, after } = rated
  const isSame = before?.level === after?.level && before?.unratedReason === after?.unratedReason
  const of = (words: string, rest: ReactNode) => (
    <>
      <b>
        {terms.lane[lane]} {words}
      </b>{" "}
      {rest}
    </>
  )
  if (act === "withdraw") {
    const again = after ? (
      <>
        <Icon name="arrow" /> {chip(after)} <span className="small">{changes.standsAgain}</span>
      </>
    ) : (
      <span className="small">{changes.nothingStands}</span>
    )
    return of(
      changes.withdrawn,
      <>
        {before ? chip(before) : null} {again}
      </>,
    )
  }
  if (act === "change") {
    const was = before && !isSame ? <Was locale={locale}>{chip(before)}</Was> : null
    return of(
      changes.corrected,
      <>
        {after ? chip(after) : null} {was}
      </>,
    )
  }
  if (!before) return of(changes.first, after ? chip(after) : null)
  if (isSame) return of(changes.again, after ? chip(after) : null)
  return (
    <>
      <b>{changes.lane(terms.lane[lane])}</b> <span className="vh">{changes.from}</span> {chip(before)}{" "}
      <Icon name="arrow" /> <span className="vh">{changes.to}</span> {after ? chip(after) : null}
    </>
  )
}

function Was({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <span className="small">
      ({messages(locale).changes.was} {children})
    </span>
  )
}

/** A record that is no judgement: its kind, what happened, and its name. */
function Other({ locale, item, hrefs }: Props) {
  const { admin, changes } = messages(locale)
  const day = item.on ? formatDay(locale, item.on.day, item.on.precision) : null
  const isPoints = item.kind === "point" || item.kind === "crosswalk"
  return (
    <span>
      {item.commitment ? <Code locale={locale} item={item} hrefs={hrefs} /> : null}{" "}
      <b>{changes.record(admin.records.kind[item.kind], changes.act[item.act])}</b>{" "}
      <Said locale={locale} text={item.title} />
      {item.publisher ? (
        <span className="small muted">
          {" · "}
          <bdi>{item.publisher}</bdi>
        </span>
      ) : null}
      {day ? <span className="small muted num"> · {day}</span> : null}
      {item.commitment === null && item.points.length > 0 ? (
        <span className="small">
          {" · "}
          {item.points.map((point, at) => (
            <span key={point.id}>
              {at > 0 ? (locale === "ur" ? "، " : ", ") : ""}
              <PointNumber locale={locale} point={point} hrefs={hrefs} isLong={isPoints} />
            </span>
          ))}
        </span>
      ) : null}
    </span>
  )
}

function PointNumber({
  locale,
  point,
  hrefs,
  isLong,
}: {
  locale: Locale
  point: PointHead
  hrefs: Hrefs
  isLong: boolean
}) {
  const { controls, terms } = messages(locale)
  const href = hrefs.point(point.year, point.number)
  const words = isLong ? `${terms.point(point.number)}, ${controls.planYear(point.year)}` : terms.point(point.number)
  return href === null ? words : <a href={href}>{words}</a>
}

/** The short name of a commitment with its edition, leading to its row on the point's page. */
function Code({ locale, item, hrefs }: Props) {
  const { commitment, points } = item
  const year = points[0]?.year
  if (!commitment || year === undefined) return null
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
