import { Canvas } from "@/components/charts/canvas"
import { DrawingKey, type KeyItem, placedKey } from "@/components/charts/drawing-key"
import { hair, px } from "@/components/charts/scales"
import type { GridLook } from "@/components/views/overview/butterfly-cells"
import { findingOf, halvesOf, leftOutIn, summaryOf, yearsOf } from "@/components/views/overview/butterfly-words"
import { barsOn } from "@/components/views/overview/words"
import { TRACKS, type Track } from "@/lib/domain/scale"
import { leftOut } from "@/lib/domain/views/grid"
import type { OverviewView } from "@/lib/domain/views/overview"
import { shortYear, signed } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { BAR, HalfNow, type HalfPlace, HalfStrip } from "./butterfly-half"
import { levelSign } from "./level-box"
import { TrackSign } from "./marks"
import { pointWords, told } from "./titles"
import { heightOf, Words } from "./words"

const [STRIP, NUMBER, TITLE, BETWEEN] = [273, 32, 270, 12]
/** Room of a half, from its outer end to the title. */
const HALF = STRIP + BETWEEN + NUMBER + 6 + BAR + BETWEEN
const WIDTH = 2 * HALF + TITLE
/** The page's daggers are in no font that pictures are set in. */
const LEFT_OUT = { not: "*", partly: "**" } as const
const [HEADS, YEARS, ROW, AIR] = [24, 24, 32, 10]

/** Points × years, kinetic cells on the side where reading begins; time runs left to right on both. */
export function ButterflyDrawing({ locale, view, look }: { locale: Locale; view: OverviewView; look: GridLook }) {
  const words = messages(locale).overview.grid
  const { years } = yearsOf(view)
  const { rows } = view.grid
  const plan = view.plans.find((each) => each.id === view.plan)
  const places = { kinetic: placeOf("kinetic", locale), "non-kinetic": placeOf("non-kinetic", locale) }
  const title = { left: HALF, right: HALF + TITLE }
  const lines = rows.map((row) => [
    { words: `${pointWords(locale, row.point)}${signOf(leftOut(row, view))}`, look: "ti" },
  ])
  const heights = lines.map((line) => Math.max(ROW, heightOf(locale, line, TITLE) + AIR))
  const first = HEADS + YEARS
  const tops = heights.map((_, at) => first + sum(heights.slice(0, at)))
  const bottom = first + sum(heights)
  const items = [
    ...keyOf(locale, look),
    ...leftOutIn(view).map((kept) => ({ sign: LEFT_OUT[kept], words: words.leftOut[kept] })),
  ]
  const foot = bottom + placedKey(items, WIDTH).height
  const note = [{ words: look === "gap" ? words.noteGap : words.note, look: "xs" }]
  const height = Math.ceil(foot + 8 + heightOf(locale, note, WIDTH) + 2)
  return (
    <Canvas
      name="butterfly"
      label={told(locale, words.title, findingOf(locale, view, look))}
      width={WIDTH}
      height={height}
    >
      {TRACKS.map((track) => (
        <Head key={track} {...{ locale, view, look, track, years }} place={places[track]} />
      ))}
      {plan ? (
        <Words
          {...{ locale, ...title }}
          lines={[{ words: words.count(rows.length, plan.pointCount), look: "xs" }]}
          top={4}
          side="middle"
        />
      ) : null}
      {rows.map((row, at) => {
        const middle = Math.round(tops[at]! + heights[at]! / 2)
        const below = hair(tops[at]! + heights[at]!)
        return (
          <g key={row.point.id} data-row={row.point.id}>
            {halvesOf(view, row, look).map((half) => (
              <g key={half.track}>
                <HalfStrip {...{ locale, look, half, middle }} years={years.length} place={places[half.track]} />
                <HalfNow {...{ locale, half, middle }} place={places[half.track]} />
              </g>
            ))}
            <Words
              {...{ locale, ...title }}
              lines={lines[at]!}
              top={middle - heightOf(locale, lines[at]!, TITLE) / 2}
              side="middle"
            />
            <line className="gl" x1="0" x2={WIDTH} y1={below} y2={below} />
          </g>
        )
      })}
      <DrawingKey {...{ locale, items }} left={0} right={WIDTH} top={bottom} />
      <Words {...{ locale, lines: note }} left={0} right={WIDTH} top={foot + 8} />
    </Canvas>
  )
}

/** After a space that no line breaks at. */
const signOf = (kept: ReturnType<typeof leftOut>) => (kept === null ? "" : `\u00a0${LEFT_OUT[kept]}`)

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** The kinetic half begins where reading begins, the other mirrors it about the title. */
function placeOf(track: Track, locale: Locale): HalfPlace {
  const isLeft = (track === "kinetic") === (LOCALES[locale].dir === "ltr")
  const [out, outer] = isLeft ? [-1 as const, 0] : [1 as const, WIDTH]
  const inwards = (from: number, to: number) => {
    const [a, b] = [outer - out * from, outer - out * to]
    return { left: Math.min(a, b), right: Math.max(a, b) }
  }
  return {
    strip: inwards(0, STRIP),
    number: inwards(STRIP + BETWEEN, STRIP + BETWEEN + NUMBER),
    edge: outer - out * (HALF - BETWEEN),
    out,
  }
}

/** A half's name and sum over the columns, and its years. */
function Head({
  locale,
  view,
  look,
  track,
  years,
  place: { strip, edge, out },
}: {
  locale: Locale
  view: OverviewView
  look: GridLook
  track: Track
  years: readonly number[]
  place: HalfPlace
}) {
  const { terms } = messages(locale)
  const isRtl = LOCALES[locale].dir === "rtl"
  const { left, right } = strip
  const cell = (right - left) / years.length
  const far = edge + out * BAR
  return (
    <>
      <TrackSign track={track} x={isRtl ? right - 6 : left + 6} y={12} isHollow={look === "claim"} />
      <Words
        locale={locale}
        lines={[{ words: terms.track[track], look: `${track === "kinetic" ? "tk-k" : "tk-n"} b` }]}
        left={isRtl ? left : left + 18}
        right={isRtl ? right - 18 : right}
        top={3}
      />
      <Words
        {...{ locale, left, right }}
        lines={[{ words: summaryOf(locale, view, look, track), look: "xs" }]}
        top={3}
        side="end"
      />
      {years.map((year, at) => (
        <text key={year} x={px(left + (at + 0.5) * cell)} y={HEADS + 15} textAnchor="middle" className="xs">
          {shortYear(year)}
        </text>
      ))}
      <Words
        locale={locale}
        lines={[{ words: barsOn(locale, view), look: "xs" }]}
        left={Math.min(edge, far)}
        right={Math.max(edge, far)}
        top={HEADS + 3}
        side={track === "kinetic" ? "end" : "start"}
      />
    </>
  )
}

function keyOf(locale: Locale, look: GridLook): KeyItem[] {
  const { overview, terms } = messages(locale)
  const { same, more, less, unknown } = overview.grid.gapKey
  const item = (value: number | null, words: string): KeyItem => ({ mark: levelSign(look, value), words })
  if (look !== "gap") {
    const levels = ([3, 2, 1, 0] as const).map((level) => item(level, `${level} ${terms.level[level]}`))
    return [...levels, item(null, terms.unrated)]
  }
  const number = (value: number) => signed(locale, value)
  return [
    item(0, `${number(0)} ${same}`),
    ...[1, 2].map((value) => item(value, number(value))),
    item(3, `${number(3)} ${more}`),
    item(-1, `${number(-1)} ${less}`),
    item(null, unknown),
  ]
}
