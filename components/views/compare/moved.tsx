import { ChartTable, Figure } from "@/components/charts/figure"
import { Disclosure } from "@/components/ui/disclosure"
import { TrackMark, trackClass } from "@/components/ui/track-mark"
import { CommitmentMoves } from "@/components/views/compare/commitments"
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
const SHOWN = 12

/** Both sides of every strand or commitment on one line each, what differs most at the top. */
export function Moved({ locale, view, hrefs, className = "" }: Props) {
  const { charts, compare } = messages(locale)
  const words = compare.moved
  const isByPoint = view.listed === "points" || view.by === "tracks"
  const { all } = view.comparable.pairs
  const told = view.rows.filter((row) => row.difference.value).length
  const same = view.rows.filter((row) => row.difference.verdict === "unchanged").length
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
      title={view.by === "tracks" ? words.byTrack : view.by === "dates" ? words.title : words.differs}
      finding={
        isByPoint
          ? words.finding(told, view.rows.length, same)
          : words.findingCommitments(all.pairs, view.commitments.length)
      }
      note={isByPoint ? notes[view.by] : undefined}
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
      table={isByPoint && view.rows.length > 0 ? <RowTable locale={locale} view={view} /> : undefined}
      source={charts.source(view.b.lane, view.revision, formatDay(locale, view.asOf))}
    >
      {isByPoint ? (
        <Rows locale={locale} view={view} hrefs={hrefs} />
      ) : (
        <CommitmentMoves {...{ locale, view, hrefs }} />
      )}
    </Figure>
  )
}

function Rows({ locale, view, hrefs }: Props) {
  const { compare } = messages(locale)
  const words = compare.moved
  if (view.rows.length === 0) return <p className="small muted">{words.none}</p>
  const item = (row: CompareRow) => <Row key={row.point.id + row.track} {...{ locale, view, hrefs, row }} />
  return (
    <>
      <ol className="dl cmp">
        {view.rows.slice(0, SHOWN).map(item)}
        <li className="dl-x" aria-hidden="true">
          <span />
          <span className="axl">
            <span>0</span>
            <span>50</span>
            <span>100</span>
          </span>
          <span />
        </li>
      </ol>
      {view.rows.length > SHOWN ? (
        <Disclosure label={words.rest(view.rows.length - SHOWN)} icon="list">
          <ol className="dl cmp">{view.rows.slice(SHOWN).map(item)}</ol>
        </Disclosure>
      ) : null}
    </>
  )
}

function Row({ locale, view, hrefs, row }: Props & { row: CompareRow }) {
  const { compare, terms } = messages(locale)
  const words = compare.moved
  const { a, b, difference, pairs } = row
  const verdict = differenceWords(locale, difference)
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
        {difference.value === null || difference.verdict === "unchanged" ? (
          <span className="untold">{verdict}</span>
        ) : (
          verdict
        )}
        {difference.value === null && view.by !== "tracks" ? (
          <small>
            {pairs.change === null
              ? words.noPairs
              : words.pairs(signed(locale, pairs.change), pairs.pairs, Math.max(a.commitments, b.commitments))}
          </small>
        ) : null}
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

/** Side A is outlined, side B filled; a claim is the hollow square of its lane, a track has its own mark. */
function looks({ track }: CompareRow, view: CompareView, side: "a" | "b"): string {
  if (view.by === "lanes" && view[side].lane === "claim") return "cl"
  if (track === null) return `fi ${trackClass(view[side].track ?? "kinetic")}`
  return view.by !== "lanes" && side === "a" ? `fi was ${trackClass(track)}` : `fi ${trackClass(track)}`
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
