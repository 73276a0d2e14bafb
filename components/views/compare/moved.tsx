import { ChartTable, Figure } from "@/components/charts/figure"
import { Disclosure } from "@/components/ui/disclosure"
import { DumbbellAxis } from "@/components/ui/dumbbell-axis"
import { TrackMark, trackClass } from "@/components/ui/track-mark"
import { CommitmentMoves } from "@/components/views/compare/commitments"
import {
  isByPoint,
  movedFinding,
  movedRows,
  movedTitle,
  restWords,
  rowVerdict,
  sideMark,
} from "@/components/views/compare/moved-words"
import { differenceWords, numbersOf, scoreWords } from "@/components/views/compare/words"
import { Segment } from "@/components/views/controls/segment"
import type { Hrefs } from "@/components/views/hrefs"
import { PointLink } from "@/components/views/overview/point-link"
import type { Score } from "@/lib/domain/indices"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { CompareRow } from "@/lib/domain/views/compare/rows"
import { CompareRows } from "@/lib/domain/views/compare/sides"
import { formatDay, oneDecimal, signed, signedRange } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

type Props = { locale: Locale; view: CompareView; hrefs: Hrefs; className?: string }

/** Both sides of every strand or commitment on one line each, what differs most at the top. */
export function Moved({ locale, view, hrefs, className = "" }: Props) {
  const { charts, compare } = messages(locale)
  const words = compare.moved
  const hasPoints = isByPoint(view)
  const notes = {
    dates: words.note,
    regions: words.note,
    lanes: words.noteLanes,
    tracks: words.noteTracks,
    plans: words.notePlans,
  }
  return (
    <Figure
      locale={locale}
      id="moved"
      title={movedTitle(locale, view)}
      finding={movedFinding(locale, view)}
      note={hasPoints && view.rows.length > 0 ? notes[view.by] : undefined}
      className={className}
      aside={
        view.by === "tracks" || hrefs.isLink ? undefined : (
          <Segment
            label={words.rowsLabel}
            choices={CompareRows.options.map((rows) => ({
              words: words.rows[rows],
              href: hrefs.here({ rows: rows === "points" ? null : rows }),
              chosen: rows === view.listed,
            }))}
          />
        )
      }
      table={hasPoints && view.rows.length > 0 ? <RowTable locale={locale} view={view} /> : undefined}
      source={charts.source(view.by === "lanes" ? "both" : view.b.lane, view.revision, formatDay(locale, view.asOf))}
    >
      {hasPoints ? (
        <Rows locale={locale} view={view} hrefs={hrefs} />
      ) : (
        <CommitmentMoves {...{ locale, view, hrefs }} />
      )}
    </Figure>
  )
}

function Rows({ locale, view, hrefs }: Props) {
  const { shown, rest, bare } = movedRows(view)
  // The finding says so.
  if (bare === view.rows.length) return null
  const item = (row: CompareRow) => <Row key={row.point.id + row.track} {...{ locale, view, hrefs, row }} />
  return (
    <>
      {shown.length > 0 ? (
        <ol className="dl cmp">
          {shown.map(item)}
          <DumbbellAxis />
        </ol>
      ) : null}
      {rest.length > 0 ? (
        <Disclosure label={restWords(locale, rest)} icon="list">
          <ol className="dl cmp">{rest.map(item)}</ol>
        </Disclosure>
      ) : null}
      {bare > 0 ? <p className="small muted mt-3">{messages(locale).compare.moved.bare(bare)}</p> : null}
    </>
  )
}

function Row({ locale, view, hrefs, row }: Props & { row: CompareRow }) {
  const { compare, terms } = messages(locale)
  const words = compare.moved
  const { a, b } = row
  const { verdict, isNumber, pairs } = rowVerdict(locale, view, row)
  return (
    <li>
      <span className="dl-t">
        <span>
          <PointLink locale={locale} hrefs={hrefs} point={row.point} />
          {row.from.length > 0 ? (
            <span className="from">{words.from(`${row.from[0]!.year}: ${numbersOf(locale, row.from)}`)}</span>
          ) : null}
        </span>
        {row.track ? <TrackMark track={row.track}>{terms.track[row.track]}</TrackMark> : null}
      </span>
      <Dumbbell row={row} view={view} label={words.spoken(scoreWords(locale, a), scoreWords(locale, b), verdict)} />
      <span className="dl-g num">
        {isNumber ? verdict : <span className="untold">{verdict}</span>}
        {pairs === null ? null : <small>{pairs}</small>}
      </span>
    </li>
  )
}

/** Two marks on a line of 0 to 100, each with its range; a side without an index has its range alone. */
function Dumbbell({ row, view, label }: { row: CompareRow; view: CompareView; label: string }) {
  const at = (value: number) => `${Math.round(value * 10) / 10}%`
  const { a, b } = row
  const isLine = a.index !== null && b.index !== null
  const [from, to] = isLine ? [a.index!, b.index!].sort((x, y) => x - y) : [0, 0]
  const reach = (score: Score, look: string) =>
    score.low === null || score.high === null || score.coverage === 1 ? null : (
      <i className={look} style={{ insetInlineStart: at(score.low), width: at(score.high - score.low) }} />
    )
  const mark = (side: "a" | "b", score: Score) =>
    score.index === null ? null : <i className={looks(row, view, side)} style={{ insetInlineStart: at(score.index) }} />
  return (
    <span className="db wide" role="img" aria-label={label}>
      <i className="ax" />
      {reach(a, "ra")}
      {reach(b, "rb")}
      {isLine ? <i className="ln" style={{ insetInlineStart: at(from!), width: at(to! - from!) }} /> : null}
      {mark("a", a)}
      {mark("b", b)}
    </span>
  )
}

/** A claim is the hollow square of its lane, side A of a track its outline. */
function looks(row: CompareRow, view: CompareView, side: "a" | "b"): string {
  const mark = sideMark(row, view, side)
  return mark === "claim" ? "cl" : `fi ${mark.isHollow ? "was " : ""}${trackClass(mark.track)}`
}

function RowTable({ locale, view }: { locale: Locale; view: CompareView }) {
  const { compare, terms } = messages(locale)
  const words = compare.moved
  const cell = ({ index, low, high }: Score) =>
    low === null || high === null
      ? terms.nothingPromised
      : `${index === null ? terms.unrated : oneDecimal(index)} (${oneDecimal(low)}–${oneDecimal(high)})`
  return (
    <ChartTable
      caption={words.all(view.rows.length)}
      head={[words.strand, compare.side.a, compare.side.b, words.difference, terms.range]}
      rows={view.rows.map((row) => ({
        key: row.point.id + row.track,
        head: [`${row.point.number} ${inLocale(locale, row.point.title).text}`, row.track && terms.track[row.track]]
          .filter(Boolean)
          .join(" · "),
        cells: [
          <bdi key="a" dir="ltr">
            {cell(row.a)}
          </bdi>,
          <bdi key="b" dir="ltr">
            {cell(row.b)}
          </bdi>,
          row.difference.value === null || row.difference.verdict === "unchanged"
            ? differenceWords(locale, row.difference)
            : signed(locale, row.difference.value, 1),
          row.difference.low === null || row.difference.high === null
            ? ""
            : signedRange(locale, row.difference.low, row.difference.high),
        ],
      }))}
    />
  )
}
