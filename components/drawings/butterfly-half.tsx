import { textWidth } from "@/components/charts/event-layout"
import { hair, px } from "@/components/charts/scales"
import { isGapTold } from "@/components/views/compare/claim-words"
import type { GridLook, StrandCells } from "@/components/views/overview/butterfly-cells"
import { absence } from "@/components/views/overview/butterfly-words"
import { toldIndex } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import type { Strand } from "@/lib/domain/views/grid"
import { signed, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { LevelBox } from "./level-box"
import { heightOf, Words } from "./words"

/** A half's place: the strip of years, and its bar, which grows from `edge` outwards (1: to the right). */
export type HalfPlace = {
  strip: { left: number; right: number }
  /** The room of the number beyond the bar. */
  number: { left: number; right: number }
  edge: number
  out: 1 | -1
}
type Half = { track: Track; strand: Strand; shown: StrandCells | null }

/** The pixels of an index of 100. */
export const BAR = 96
const [CELL, THICK] = [24, 14]

/** One half of a point: its years, or why it has none. */
export function HalfStrip({
  locale,
  look,
  half: { strand, shown },
  years,
  place: { strip },
  middle,
}: {
  locale: Locale
  look: GridLook
  half: Half
  years: number
  place: HalfPlace
  middle: number
}) {
  const { left, right } = strip
  if (shown === null) {
    const words = absence(locale, strand)
    const free = (right - left - textWidth(words) * 0.92) / 2 - 8
    return (
      <>
        <Rule from={left} to={left + free} middle={middle} />
        <Rule from={right - free} to={right} middle={middle} />
        <Middle {...{ locale, words, left, right, middle }} look="xs" />
      </>
    )
  }
  const cell = (right - left) / years
  return shown.cells.map(({ value, digit, isChange, isFall }, at) => (
    <LevelBox
      key={at}
      {...{ look, value, isFall }}
      x={left + at * cell + 1}
      y={middle - CELL / 2 + 1}
      width={cell - 2}
      height={CELL - 2}
      words={isChange ? digit : ""}
    />
  ))
}

/** The index now with what is open hatched, or the claim's distance from the finding. */
export function HalfNow({
  locale,
  half: { track, shown },
  place,
  middle,
}: {
  locale: Locale
  half: Half
  place: HalfPlace
  middle: number
}) {
  if (shown === null) return null
  const { grid } = messages(locale).overview
  const { edge, out, number } = place
  const far = edge + out * BAR
  const [left, right] = [Math.min(edge, far), Math.max(edge, far)]
  const bar = (from: number, to: number, style: React.CSSProperties, isRound = false) => (
    <path d={barPath(edge, out, [from, to], middle, isRound)} style={style} />
  )
  const said = (words: string, look: string) => (
    <Middle {...{ locale, words, look, middle, ...number }} side={track === "kinetic" ? "end" : "start"} />
  )
  const frame = (inside: React.ReactNode) => (
    <>
      <Rule from={left} to={right} middle={middle} />
      {inside}
      <rect x={px(edge - 1)} y={middle - THICK / 2} width="2" height={THICK} style={{ fill: "var(--ink)" }} />
    </>
  )
  const open = (words: string) => {
    const room = Math.min(BAR - 4, textWidth(words) * 0.88 + 8)
    const box = { x: px((left + right - room) / 2), y: middle - THICK / 2, width: px(room), height: THICK }
    return frame(
      <>
        {bar(0, 100, { fill: "url(#hx)" })}
        <rect {...box} style={{ fill: "var(--paper)" }} />
        <Middle {...{ locale, words, left, right, middle }} look="xs t2" />
      </>,
    )
  }
  const isRound = track === "non-kinetic"
  if (shown.score === null) {
    if (shown.gap === null) return open(grid.noPair)
    const { gap, whole } = shown.gap
    const hollow = { fill: "var(--paper)", stroke: "var(--gap-ink)", strokeWidth: 2 }
    return frame(
      <>
        {bar(0, Math.abs(gap), gap < 0 ? hollow : { fill: "var(--gap-ink)" }, isRound)}
        {said(signed(locale, gap), isGapTold(whole) ? "tg b" : "tg")}
      </>,
    )
  }
  const { index, low, high, rated, commitments } = shown.score
  if (index === null || low === null || high === null) return open(grid.unrated)
  return frame(
    <>
      {bar(low, high, { fill: "url(#hx)" })}
      {bar(0, low, { fill: isRound ? "var(--non)" : "var(--kin)" }, isRound)}
      {toldIndex(shown.score) === null
        ? said(`${rated}/${commitments}`, "xs")
        : said(wholeNumber(index), isRound ? "tk-n b" : "tk-k b")}
    </>,
  )
}

/** From one index to another, outwards; the outer end round for the non-kinetic track. */
function barPath(edge: number, out: 1 | -1, [from, to]: readonly [number, number], middle: number, isRound: boolean) {
  const [start, end] = [edge + (out * from * BAR) / 100, edge + (out * to * BAR) / 100]
  const [top, bottom] = [middle - THICK / 2, middle + THICK / 2]
  const round = isRound ? Math.min(THICK / 2, Math.abs(end - start)) : 0
  const turn = px(end - out * round)
  const arc = `A${px(round)} ${THICK / 2} 0 0 ${out === 1 ? 1 : 0}`
  const outer = round === 0 ? `V${bottom}` : `${arc} ${px(end)} ${middle}${arc} ${turn} ${bottom}`
  return `M${px(start)} ${top}H${turn}${outer}H${px(start)}Z`
}

const Rule = ({ from, to, middle }: { from: number; to: number; middle: number }) => (
  <line x1={px(from)} x2={px(to)} y1={hair(middle)} y2={hair(middle)} style={{ stroke: "var(--rule-2)" }} />
)

/** A line of words about a middle. */
function Middle({
  locale,
  words,
  look,
  left,
  right,
  middle,
  side = "middle",
}: {
  locale: Locale
  words: string
  look: string
  left: number
  right: number
  middle: number
  side?: "start" | "middle" | "end"
}) {
  const lines = [{ words, look }]
  const top = middle - heightOf(locale, lines, 1000) / 2
  return <Words {...{ locale, lines, left, right, top, side }} />
}
