import { Canvas } from "@/components/charts/canvas"
import { px } from "@/components/charts/scales"
import {
  crosswalkOf,
  type Ends,
  endsOf,
  isOwn,
  isWeak,
  nearness,
  noEnd,
  ownLast,
  placeOf,
} from "@/components/views/point/crosswalk-links"
import type { PointView } from "@/lib/domain/views/point"
import { isolate } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { told } from "./titles"
import { heightOf, type Line, Words } from "./words"

const [FROM, BETWEEN, TO] = [290, 90, 310]
const WIDTH = FROM + BETWEEN + TO
const [ASIDE, WITHIN, APART, LEAST] = [12, 9, 8, 62]

/** How a point lives on in the other edition, or where it came from: the older plan where reading begins. */
export function CrosswalkDrawing({ locale, view }: { locale: Locale; view: PointView }) {
  const { crosswalk } = messages(locale).point
  const { links, years, other } = crosswalkOf(view)
  const own = view.point.id
  const isRtl = LOCALES[locale].dir === "rtl"
  const at = (start: number) => (isRtl ? WIDTH - start : start)
  const sides = (["from", "to"] as const).map((side) => {
    const ends = endsOf(links, side)
    const [start, width] = side === "from" ? [0, FROM] : [FROM + BETWEEN, TO]
    const boxes = ends.map(([id, head]) => {
      const { isNear, relation } = nearness(links, own, side, id)
      const lines = linesOf(locale, head ?? noEnd(locale, side, years[1]), isNear, relation)
      return { id, isNear, isOpen: head === null, lines, height: heightOf(locale, lines, width - 2 * ASIDE) }
    })
    const tallest = Math.max(LEAST, ...boxes.map((box) => box.height + 2 * WITHIN))
    return { ends, boxes, start, width, height: boxes.length * (tallest + APART) }
  })
  const [from, to] = sides as [(typeof sides)[0], (typeof sides)[0]]
  const bottom = Math.max(from.height, to.height)
  const note: Line[] = [{ words: `${crosswalk.weak} ${crosswalk.provisional}`, look: "xs" }]
  const height = Math.ceil(bottom + 8 + heightOf(locale, note, WIDTH))
  return (
    <Canvas name="crosswalk" label={told(locale, crosswalk.in(other), crosswalk.sub)} width={WIDTH} height={height}>
      {ownLast(links, own).map((link, order) => {
        const [a, b] = [placeOf(from.ends, link.from) * bottom, placeOf(to.ends, link.to) * bottom].map(px)
        const [start, middle, end] = [at(FROM), at(FROM + BETWEEN / 2), at(FROM + BETWEEN)]
        const isMine = isOwn(link, own)
        return (
          <path
            key={order}
            d={`M${start} ${a}C${middle} ${a} ${middle} ${b} ${end} ${b}`}
            style={{
              fill: "none",
              stroke: isMine ? "var(--ink)" : "var(--edge)",
              strokeWidth: (isMine ? 4 : 2.5) / (isWeak(link) ? 1.6 : 1),
              strokeDasharray: isWeak(link) ? "5 4" : undefined,
            }}
          />
        )
      })}
      {sides.map(({ boxes, start, width }) =>
        boxes.map(({ id, isNear, isOpen, lines, height: taken }, order) => {
          const tall = Math.max(LEAST, taken + 2 * WITHIN)
          const middle = ((order + 0.5) / boxes.length) * bottom
          const left = isRtl ? WIDTH - start - width : start
          return (
            <g key={`${start}-${id}`}>
              <rect
                x={left + 0.5}
                y={px(middle - tall / 2)}
                width={width - 1}
                height={px(tall)}
                rx="2"
                style={{
                  fill: "var(--surface)",
                  stroke: isNear ? "var(--ink)" : "var(--rule-2)",
                  strokeDasharray: isOpen ? "4 3" : undefined,
                }}
              />
              <Words {...{ locale, lines }} left={left + ASIDE} right={left + width - ASIDE} top={middle - taken / 2} />
            </g>
          )
        }),
      )}
      <Words {...{ locale, lines: note }} left={0} right={WIDTH} top={bottom + 8} />
    </Canvas>
  )
}

/** "2021 · 10", the title, and how the two are related; or that there is no such point. */
function linesOf(
  locale: Locale,
  end: NonNullable<Ends[number][1]> | string,
  isNear: boolean,
  relation: ReturnType<typeof nearness>["relation"],
): Line[] {
  const look = isNear ? "ti b" : "t2"
  if (typeof end === "string") return [{ words: end, look }]
  return [
    { words: isolate(locale, `${end.year} · ${end.number}`), look: "xs" },
    { words: inLocale(locale, end.title).text, look },
    ...(relation ? [{ words: messages(locale).terms.relation[relation], look: "xs" }] : []),
  ]
}
