import { ChartTable, Figure } from "@/components/charts/figure"
import { Linked } from "@/components/ui/linked"
import type { Hrefs } from "@/components/views/hrefs"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { Province, ProvincePoint } from "@/lib/domain/views/momentum/provinces"
import { formatDay } from "@/lib/i18n/format"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/**
 * Every point in every province, as tiles without boundaries: not promised there, unrated and 0 look and read apart.
 * Each cell leads to its commitments; by keyboard the cells of the table do, so that the tiles are one stop each.
 */
export function ProvincesFigure({ locale, view, hrefs }: { locale: Locale; view: MomentumView; hrefs: Hrefs }) {
  const { momentum, charts, terms } = messages(locale)
  const words = momentum.provinces
  const { regions, points, pairs } = view.provinces
  const thin = thinOf(regions)
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
            cells: regions.map((region) => {
              const here = region.points[at]!
              return (
                <Linked key={region.id} href={hrefTo(hrefs, region, here)}>
                  {stateWords(locale, here)}
                </Linked>
              )
            }),
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
        {thin ? (
          <li>
            <i className="pcell lvx">
              <Thin score={thin} />
            </i>
            {words.key.thin}
          </li>
        ) : null}
        <li>
          <i className="pcell none" />
          {words.key["not-applicable"]}
        </li>
      </ul>
      <ul className="ptiles" dir="ltr">
        {regions.map((region) => (
          <Tile key={region.id} {...{ locale, region, first, hrefs }} />
        ))}
      </ul>
    </Figure>
  )
}

/** The commitments of a point that apply in a region, as read for it; none where nothing is promised there. */
const hrefTo = (hrefs: Hrefs, region: Province, point: ProvincePoint) =>
  point.state === "not-applicable" ? null : hrefs.explore({ region: region.id, points: String(point.number) })

type TileProps = { locale: Locale; region: Province; first: number; hrefs: Hrefs }

function Tile({ locale, region, first, hrefs }: TileProps) {
  const { cell } = messages(locale).momentum.provinces
  const { dir } = LOCALES[locale]
  const name = inLocale(locale, region.name).text
  const all = hrefs.explore({ region: region.id })
  return (
    <li className="ptile" style={{ gridColumn: region.tile.column - first + 1, gridRow: region.tile.row + 1 }}>
      <span className="nm" dir={dir}>
        <Linked href={all}>{name}</Linked>
      </span>
      <ul className="pcells">
        {region.points.map((point) => {
          const words = cell(point.number, stateWords(locale, point))
          const href = hrefTo(hrefs, region, point)
          const drawn = (
            <>
              <span className="pn num" aria-hidden="true">
                {point.number}
              </span>
              <i className={`pcell ${lookOf(point)}`} aria-hidden="true">
                {point.state === "rated" ? (point.level ?? <Thin score={point.score} />) : ""}
              </i>
              <span className="vh">{words}</span>
            </>
          )
          return (
            <li key={point.number} title={words} data-state={point.state}>
              {href === null ? (
                <span className="pc">{drawn}</span>
              ) : (
                <a className="pc" href={href} tabIndex={-1}>
                  {drawn}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </li>
  )
}

/** The first point of which too few commitments are rated for a level, as the key shows it. */
export const thinOf = (regions: readonly Province[]) =>
  regions
    .flatMap((region) => region.points)
    .flatMap((point) => (point.state === "rated" && point.level === null ? [point.score] : []))[0]

type Rated = { rated: number; commitments: number }

/** How many of how many are rated, where too few are for a level. */
export const thinWords = ({ rated, commitments }: Rated) => `${rated}/${commitments}`

const Thin = ({ score }: { score: Rated }) => <b>{thinWords(score)}</b>

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
