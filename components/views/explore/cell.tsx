import { LevelTile } from "@/components/ui/level-chip"
import { TrackMark } from "@/components/ui/track-mark"
import type { ExploreNames, ExploreRow } from "@/lib/domain/views/explore"
import type { Column } from "@/lib/domain/views/explore-choice"
import type { Level } from "@/lib/domain/scale"
import { formatDay, signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { filled, valueWords } from "./value-words"
import type { ExploreWords } from "./words"

export type CellProps = {
  locale: Locale
  words: ExploreWords
  names: ExploreNames
  row: ExploreRow
  year: number
  /** Where the commitment's evidence is. */
  href: string
  /** Out of the order of the Tab key where the table is one stop of it. */
  stop: { tabIndex?: number }
}

/** What one commitment says in one column. What is not known is said in words, never left empty or made zero. */
export function Cell({ column, ...props }: CellProps & { column: Column }) {
  const { locale, words, names, row, year, href } = props
  const point = names.points[row.point]!
  switch (column) {
    case "plan":
      return <span className="num">{year}</span>
    case "point":
      return <Named locale={locale} before={`${row.point} `} text={point.title} />
    case "track":
      return <TrackMark track={row.track}>{words.track[row.track]}</TrackMark>
    case "finding":
      return <LevelCell words={words} level={row.finding} />
    case "claim":
      return <LevelCell words={words} level={row.claim} />
    case "gap":
      return row.gap === null ? <Absent>{words.noPair}</Absent> : <span className="num">{signed(locale, row.gap)}</span>
    case "reason":
      return row.reason === null ? null : valueWords(locale, words, names, "reason", row.reason)
    case "certainty":
      return row.certainty === null ? <Absent>{words.notAssessed}</Absent> : words.certainty[row.certainty]
    case "effective":
      return <Dated locale={locale} on={row.effectiveOn} precision={row.precision} none={words.notAssessed} />
    case "checked":
      return <Dated locale={locale} on={row.lastChecked} precision="month" none={words.never} />
    case "months":
      return row.months === null ? <Absent>{words.never}</Absent> : <span className="num">{row.months}</span>
    case "evidence":
      return (
        <a
          className="num"
          href={href}
          {...props.stop}
          aria-label={`${row.evidence}, ${filled(words.evidenceOf, { code: row.code })}`}
        >
          {row.evidence}
        </a>
      )
    case "sources":
      return <span className="num">{row.sources}</span>
    case "regions":
      return <Names {...props} facet="where" ids={row.regions} />
    case "bodies":
      return <Names {...props} facet="body" ids={row.bodies} />
    case "leads":
      return <Names {...props} facet="body" ids={point.leads} />
    case "type":
      return words.commitmentType[row.type]
    case "basis":
      return words.restsOn[row.basis]
    case "due":
      return <Dated locale={locale} on={row.dueOn} precision={row.duePrecision} none={words.noDate} />
    case "promise":
      return words.promise[row.promise ?? "none"]
    case "rating":
      return point.rating === null ? (
        <Absent>{words.noRating}</Absent>
      ) : (
        <>
          <bdi lang="en">“{point.rating.words}”</bdi>
          {between(locale)}
          <bdi lang="en">{point.rating.publisher}</bdi>
          {between(locale)}
          <bdi>{formatDay(locale, point.rating.on, point.rating.precision)}</bdi>
        </>
      )
    case "silences":
      return <span className="num">{point.silences}</span>
  }
}

function Absent({ children }: { children: string }) {
  return <span className="muted">{children}</span>
}

function LevelCell({ words, level }: { words: ExploreWords; level: Level | null }) {
  return <LevelTile level={level} label={level === null ? words.unrated : words.level[level]} />
}

function Dated(props: {
  locale: Locale
  on: string | null
  precision: "day" | "month" | "quarter" | "year" | null
  none: string
}) {
  const { locale, on, precision, none } = props
  if (on === null) return <Absent>{none}</Absent>
  return <span className="num nowrap">{formatDay(locale, on, precision ?? "day")}</span>
}

/** A text of the data in the reader's language, marked where it is not. */
export function Named(props: { locale: Locale; before?: string; text: { en: string; ur: string | null } }) {
  const { text, lang } = inLocale(props.locale, props.text)
  const other = lang === props.locale ? {} : { lang, dir: "ltr" }
  return (
    <span>
      {props.before ? <b className="num pn">{props.before}</b> : null}
      <span {...other}>{text}</span>
    </span>
  )
}

function Names({ locale, words, names, facet, ids }: CellProps & { facet: "where" | "body"; ids: readonly string[] }) {
  if (ids.length === 0) return <Absent>{words.noneNamed}</Absent>
  return ids.map((id) => valueWords(locale, words, names, facet, id)).join(between(locale))
}

const between = (locale: Locale) => (locale === "ur" ? "، " : ", ")
