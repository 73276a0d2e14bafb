import { BAND_LOOK } from "@/components/charts/composition-drawing"
import type { KeyItem } from "@/components/charts/drawing-key"
import { px, type Scale } from "@/components/charts/scales"
import { run } from "@/components/charts/trend-marks"
import { ALIKE } from "@/components/views/compare/commitments"
import {
  isByPoint,
  levelsOf,
  movedFinding,
  movedRows,
  movedTitle,
  restWords,
  movementNames,
  rowVerdict,
  sideMark,
  stepsWords,
} from "@/components/views/compare/moved-words"
import { numbersOf, shortName } from "@/components/views/compare/words"
import { bandOf, type Score } from "@/lib/domain/indices"
import { LEVELS, type Level, TRACKS } from "@/lib/domain/scale"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import { MOVEMENTS } from "@/lib/domain/views/compare/difference"
import type { CompareCommitment, CompareRow } from "@/lib/domain/views/compare/rows"
import { list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { INDEX_TICKS } from "./claims-drawing"
import { LevelBox } from "./level-box"
import { Bar, ClaimSign, Hairline, Joined, TrackSign } from "./marks"
import { type Row, RowsDrawing, type Sketch } from "./rows-drawing"
import { commitmentWords, namedWith, pointWords, toldOf } from "./titles"

type Props = { locale: Locale; view: CompareView }
const SIDES = ["a", "b"] as const

/** What differs most between both sides, by point or by commitment as the page lists it. */
export const MovedDrawing = ({ locale, view }: Props) =>
  isByPoint(view) ? <Points {...{ locale, view }} /> : <Commitments {...{ locale, view }} />

/** Both sides of every row on one line each, with their ranges. */
function Points({ locale, view }: Props) {
  const { compare, terms } = messages(locale)
  const words = compare.moved
  const { shown, rest } = movedRows(view)
  const hasTracks = view.by !== "tracks"
  const rows = shown.map((row): Row => {
    const { verdict, isNumber, pairs } = rowVerdict(locale, view, row)
    const older = row.from[0]
    return {
      key: `${row.point.id}-${row.track}`,
      cells: [
        [
          { words: pointWords(locale, row.point), look: "ti" },
          ...(older ? [{ words: words.from(`${older.year}: ${numbersOf(locale, row.from)}`), look: "xs" }] : []),
        ],
        ...(hasTracks ? [row.track === null ? null : [{ words: terms.track[row.track], track: row.track }]] : []),
        dumbbell(row, view),
        [{ words: verdict, look: isNumber ? "ti b" : "t2" }, ...(pairs === null ? [] : [{ words: pairs, look: "xs" }])],
      ],
    }
  })
  if (rest.length > 0) rows.push({ key: "rest", cells: [[{ words: restWords(locale, rest) }]] })
  return (
    <RowsDrawing
      locale={locale}
      name="moved"
      label={toldOf(locale, view, movedTitle(locale, view), movedFinding(locale, view))}
      columns={[{ width: 270 }, ...(hasTracks ? [{ width: 100 }] : []), { width: 300 }, { width: 160, side: "end" }]}
      rows={rows}
      axis={{ column: hasTracks ? 2 : 1, ticks: INDEX_TICKS }}
      items={rowKey(locale, view, shown)}
    />
  )
}

/** Side A has its range above the line, side B below. */
const REACH = { a: { off: -8, fill: "var(--edge)" }, b: { off: 8, fill: "var(--ink-2)" } } as const

function dumbbell(row: CompareRow, view: CompareView): Sketch {
  const [from, to] = [row.a.index, row.b.index]
  return {
    height: 20,
    draw: ({ x, y }) => (
      <>
        <Hairline {...{ x, y }} />
        {SIDES.map((side) => {
          const { low, high } = row[side]
          const { off, fill } = REACH[side]
          return isOpen(row[side]) ? (
            <Bar key={side} x={x} y={y + off} from={low!} to={high!} height={2} style={{ fill }} />
          ) : null
        })}
        {from === null || to === null ? null : <Joined {...{ x, y, from, to }} />}
        {SIDES.map((side) => {
          const { index } = row[side]
          return index === null ? null : <Mark key={side} {...{ row, view, side, y }} x={x(index)} />
        })}
      </>
    ),
  }
}

const isOpen = ({ low, high, coverage }: Score) => low !== null && high !== null && coverage < 1

function Mark({
  row,
  view,
  side,
  x,
  y,
}: {
  row: CompareRow
  view: CompareView
  side: "a" | "b"
  x: number
  y: number
}) {
  const mark = sideMark(row, view, side)
  return mark === "claim" ? <ClaimSign {...{ x, y }} /> : <TrackSign {...{ x, y }} {...mark} />
}

/** Each side's marks, by track where it has several, and its range. */
function rowKey(locale: Locale, view: CompareView, rows: readonly CompareRow[]): KeyItem[] {
  const { compare, terms } = messages(locale)
  const marks = SIDES.flatMap((side) => {
    const name = compare.named(compare.side[side], shortName(locale, view, side))
    const found = TRACKS.flatMap((track) => rows.find((row) => row.track === track) ?? [])
    const isAlike = found.length === 0 || sideMark(found[0]!, view, side) === "claim"
    return (isAlike ? rows.slice(0, 1) : found).map((row) => ({
      mark: <Mark {...{ row, view, side }} x={6} y={6} />,
      words: found.length > 1 && !isAlike ? namedWith(locale, name, terms.track[row.track!]) : name,
    }))
  })
  const ranges = SIDES.filter((side) => rows.some((row) => isOpen(row[side]))).map((side) => ({
    mark: <rect x="0" y={side === "a" ? 3 : 8} width="12" height="2" style={{ fill: REACH[side].fill }} />,
    words: compare.moved.rangeOf(compare.side[side]),
  }))
  return [...marks, ...ranges]
}

/** More commitments than these are drawn only where both sides differ. */
const MOST = 30

/** The level of each commitment on both sides, by what became of it. */
function Commitments({ locale, view }: Props) {
  const { compare, terms } = messages(locale)
  const words = compare.moved
  const names = movementNames(locale, view)
  const groups = MOVEMENTS.filter((movement) => view.counts[movement] > 0)
  const moved = groups.filter((movement) => !ALIKE.includes(movement))
  const shown = view.commitments.length > MOST && moved.length > 0 ? moved : groups
  const left = groups
    .filter((movement) => !shown.includes(movement))
    .map((movement) => `${view.counts[movement]} ${names[movement]}`)
  const finding = movedFinding(locale, view)
  const drawn = view.commitments.filter((it) => shown.includes(it.movement))
  const levels = new Set(drawn.flatMap(levelsOf))
  return (
    <RowsDrawing
      locale={locale}
      name="moved"
      label={toldOf(
        locale,
        view,
        movedTitle(locale, view),
        left.length > 0 ? `${finding} ${words.notDrawn(list(locale, left))}` : finding,
      )}
      columns={[{ width: 370 }, { width: 110 }, { width: 70 }, { width: 110, side: "end" }]}
      rows={shown.flatMap((movement): Row[] => [
        {
          key: movement,
          cells: [
            [{ words: `${names[movement]} · ${view.counts[movement]}`, look: "ti b" }],
            null,
            sideLetters(locale),
          ],
        },
        ...drawn.filter((it) => it.movement === movement).map((it) => commitmentRow(locale, view, it)),
      ])}
      items={[...LEVELS.toReversed(), null]
        .filter((level) => levels.has(level))
        .map((level) => ({
          look: { fill: BAND_LOOK[bandOf(level)].fill, stroke: "var(--l0-edge)", strokeWidth: 1 },
          words: level === null ? terms.unrated : `${level} ${terms.level[level]}`,
        }))}
    />
  )
}

/** Which tile is whose, above them. */
function sideLetters(locale: Locale): Sketch {
  const { side } = messages(locale).compare
  return {
    height: 17,
    draw: ({ x, y }) =>
      SIDES.map((each) => (
        <text key={each} x={tileAt(x, each)} y={px(y + 5)} textAnchor="middle" className="xs b">
          {run(locale, side[each])}
        </text>
      )),
  }
}

/** The middle of a side's tile. */
const tileAt = (x: Scale, side: "a" | "b") => along(x, side === "a" ? 10 : 57)
/** So many pixels from where reading begins. */
const along = (x: Scale, pixels: number) => px(x(0) + (x(100) > x(0) ? pixels : -pixels))

function commitmentRow(locale: Locale, view: CompareView, it: CompareCommitment): Row {
  const { compare, terms } = messages(locale)
  const { track } = it.commitment
  const [a, b] = levelsOf(it)
  const from = it.from ? compare.moved.from(`${view.a.plan.year}: ${it.from.code}`) : null
  return {
    key: it.commitment.id + (it.from?.id ?? ""),
    cells: [
      [
        { words: commitmentWords(locale, it.commitment), look: "ti" },
        ...(from === null ? [] : [{ words: from, look: "xs" }]),
      ],
      [{ words: terms.track[track], track }],
      { height: 20, draw: ({ x, y }) => <FromTo {...{ x, y, a, b }} /> },
      [{ words: stepsWords(locale, it) }],
    ],
  }
}

const TILE = 19

const LevelTile = ({ level, x, y }: { level: Level | null; x: number; y: number }) => (
  <LevelBox
    value={level}
    words={level === null ? "" : String(level)}
    x={x - TILE / 2}
    y={y - TILE / 2}
    width={TILE}
    height={TILE}
  />
)

/** One level before another, with an arrow from where reading begins. */
function FromTo({ x, y, a, b }: { x: Scale; y: number; a: Level | null; b: Level | null }) {
  const at = (pixels: number) => along(x, pixels)
  return (
    <>
      <LevelTile level={a} x={tileAt(x, "a")} y={y} />
      <path
        d={`M${at(26)},${y}H${at(41)}M${at(36)},${px(y - 4.5)}L${at(41)},${y}L${at(36)},${px(y + 4.5)}`}
        style={{ fill: "none", stroke: "var(--ink-2)", strokeWidth: 1.5 }}
      />
      <LevelTile level={b} x={tileAt(x, "b")} y={y} />
    </>
  )
}
