import { ChartTable, Figure } from "@/components/charts/figure"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { Province, ProvincePoint } from "@/lib/domain/views/momentum/provinces"
import { formatDay } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** Every point in every province, as tiles without boundaries: not promised there, unrated and 0 look and read apart. */
export function ProvincesFigure({ locale, view }: { locale: Locale; view: MomentumView }) {
  const { momentum, charts, terms } = messages(locale)
  const words = momentum.provinces
  const { regions, points, pairs } = view.provinces
  const first = Math.min(...regions.map((region) => region.tile.column))
  return (
    <Figure
      locale={locale}
      id="provinces"
      title={words.title}
      finding={words.finding(pairs.rated, pairs.unrated, pairs["not-applicable"])}
      note={words.note}
      className="col-span-12"
      table={
        <ChartTable
          caption={words.caption}
          isText
          head={[words.point, ...regions.map((region) => inLocale(locale, region.name).text)]}
          rows={points.map((point, at) => ({
            key: point.id,
            head: `${point.number} ${inLocale(locale, point.title).text}`,
            cells: regions.map((region) => stateWords(locale, region.points[at]!)),
          }))}
        />
      }
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      <ul className="okey small" aria-hidden="true">
        <li>
          <i className="pcell lv0">0</i>
          {terms.level[0]}
        </li>
        <li>
          <i className="pcell lv3">3</i>
          {terms.level[3]}
        </li>
        <li>
          <i className="pcell lvx" />
          {words.key.unrated}
        </li>
        <li>
          <i className="pcell none" />
          {words.key["not-applicable"]}
        </li>
      </ul>
      <ul className="ptiles" dir="ltr">
        {regions.map((region) => (
          <Tile key={region.id} locale={locale} region={region} first={first} />
        ))}
      </ul>
    </Figure>
  )
}

function Tile({ locale, region, first }: { locale: Locale; region: Province; first: number }) {
  const { cell } = messages(locale).momentum.provinces
  const { dir } = LOCALES[locale]
  return (
    <li className="ptile" style={{ gridColumn: region.tile.column - first + 1, gridRow: region.tile.row + 1 }}>
      <span className="nm" dir={dir}>
        {inLocale(locale, region.name).text}
      </span>
      <ul className="pcells">
        {region.points.map((point) => {
          const words = cell(point.number, stateWords(locale, point))
          return (
            <li key={point.number} title={words} data-state={point.state}>
              <span className="pn num" aria-hidden="true">
                {point.number}
              </span>
              <i className={`pcell ${lookOf(point)}`} aria-hidden="true">
                {point.state === "rated" ? (point.level ?? `${point.score.rated}/${point.score.commitments}`) : ""}
              </i>
              <span className="vh">{words}</span>
            </li>
          )
        })}
      </ul>
    </li>
  )
}

const lookOf = (point: ProvincePoint) =>
  point.state === "not-applicable"
    ? "none"
    : point.state === "unrated" || point.level === null
      ? "lvx"
      : `lv${point.level}`

function stateWords(locale: Locale, point: ProvincePoint): string {
  const { momentum, terms } = messages(locale)
  const words = momentum.provinces
  if (point.state !== "rated") return words.key[point.state]
  const { rated, commitments } = point.score
  return point.level === null
    ? words.thin(rated, commitments)
    : words.level(`${point.level} ${terms.level[point.level]}`, rated, commitments)
}
