import type { KeyItem } from "@/components/charts/drawing-key"
import { hair, px } from "@/components/charts/scales"
import { thinOf, thinWords } from "@/components/views/momentum/provinces-figure"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { ProvincePoint } from "@/lib/domain/views/momentum/provinces"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { LevelBox, levelSign } from "./level-box"
import { around, innerWidth, type Place, TilesDrawing } from "./tiles"
import { told } from "./titles"
import { heightOf, Words } from "./words"

const WIDTH = 252
const [IN_ROW, CELL, LINE] = [5, { width: 25, height: 20 }, 24]

/** Every point in every province: not promised there, unrated and 0 look apart. */
export function ProvincesDrawing({ locale, view }: { locale: Locale; view: MomentumView }) {
  const { momentum, terms } = messages(locale)
  const words = momentum.provinces
  const { regions, points, pairs } = view.provinces
  const thin = thinOf(regions)
  const items: KeyItem[] = [
    ...([3, 2, 1, 0] as const).map((level) => ({
      mark: levelSign("finding", level),
      words: `${level} ${terms.level[level]}`,
    })),
    { mark: levelSign("finding", null), words: words.key.unrated },
    ...(thin ? [{ mark: levelSign("finding", null), words: `${thinWords(thin)} ${words.key.thin}` }] : []),
    { mark: <Nothing left={0} right={12} middle={6} />, words: words.key["not-applicable"] },
  ]
  const head = heightOf(locale, [{ words: "" }], WIDTH) + 6
  const lines = Math.ceil(points.length / IN_ROW)
  return (
    <TilesDrawing
      {...{ locale, regions, items }}
      label={told(locale, words.title, words.finding(pairs.rated, pairs.unrated, pairs["not-applicable"]))}
      size={{ width: WIDTH, height: around(head + lines * LINE - 4) }}
      gap={8}
      draw={(region, place) => (
        <>
          <Words
            {...{ locale, ...place }}
            lines={[{ words: inLocale(locale, region.name).text, look: "ti b" }]}
            top={place.top - 2}
          />
          {region.points.map((point, at) => (
            <Cell key={point.number} {...{ point, place, at, head }} />
          ))}
        </>
      )}
      note={words.note}
    />
  )
}

/** A point's number with its box; read from left to right in both languages, as on the page. */
function Cell({ point, place, at, head }: { point: ProvincePoint; place: Place; at: number; head: number }) {
  const step = innerWidth(WIDTH) / IN_ROW
  const x = place.left + (at % IN_ROW) * step
  const y = place.top + head + Math.floor(at / IN_ROW) * LINE
  const left = x + step - CELL.width - 2
  return (
    <g data-state={point.state}>
      <text x={px(left - 4)} y={px(y + 14)} textAnchor="end" className="xs">
        {point.number}
      </text>
      {point.state === "not-applicable" ? (
        <Nothing left={left} right={left + CELL.width} middle={y + CELL.height / 2} />
      ) : (
        <LevelBox
          value={point.level}
          x={left}
          y={y}
          {...CELL}
          words={point.state === "rated" ? String(point.level ?? thinWords(point.score)) : ""}
        />
      )}
    </g>
  )
}

const Nothing = ({ left, right, middle }: { left: number; right: number; middle: number }) => (
  <line x1={px(left)} x2={px(right)} y1={hair(middle)} y2={hair(middle)} style={{ stroke: "var(--rule-2)" }} />
)
