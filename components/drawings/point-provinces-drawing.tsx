import { textWidth } from "@/components/charts/event-layout"
import { px } from "@/components/charts/scales"
import { provincesFinding, tileUnrated } from "@/components/views/point/province-tiles"
import { type Score, toldIndex } from "@/lib/domain/indices"
import { TRACKS, type Track } from "@/lib/domain/scale"
import type { PointView } from "@/lib/domain/views/point"
import type { RegionTile } from "@/lib/domain/views/region-tiles"
import { wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { TrackSign } from "./marks"
import { around, innerWidth, TilesDrawing } from "./tiles"
import { told } from "./titles"
import { heightOf, type Line, Words } from "./words"

const [WIDTH, STRAND] = [172, 22]

/** A point in each province: does not apply, unrated and 0 look and read apart. */
export function PointProvincesDrawing({ locale, view }: { locale: Locale; view: PointView }) {
  const { point, terms } = messages(locale)
  const words = point.provinces
  const regions: RegionTile[] = view.regions
  const tracks = TRACKS.filter((track) => regions.some((region) => strandsOf(region).some((it) => it.track === track)))
  const named = (region: RegionTile): Line[] => [{ words: inLocale(locale, region.name).text, look: "ti b" }]
  const headOf = (region: RegionTile) => heightOf(locale, named(region), innerWidth(WIDTH)) + 4
  const none: Line[] = [{ words: words.notApplicable, look: "xs" }]
  const heightIn = (region: RegionTile) => headOf(region) + Math.max(1, strandsOf(region).length) * STRAND
  return (
    <TilesDrawing
      {...{ locale, regions }}
      label={told(locale, words.title, provincesFinding(locale, view))}
      size={{ width: WIDTH, height: around(Math.max(...regions.map(heightIn))) }}
      gap={6}
      isVoid={(region) => !region.applies}
      draw={(region, place) => {
        const below = place.top + headOf(region)
        return (
          <>
            <Words {...{ locale, ...place }} lines={named(region)} top={place.top - 2} />
            {region.applies ? (
              strandsOf(region).map(({ track, score }, at) => (
                <Strand key={track} {...{ locale, track, score, ...place }} middle={below + (at + 0.5) * STRAND} />
              ))
            ) : (
              <Words {...{ locale, ...place }} lines={none} top={below} />
            )}
          </>
        )
      }}
      items={tracks.map((track) => ({ mark: <TrackSign track={track} x={6} y={6} />, words: terms.track[track] }))}
      note={words.sub}
    />
  )
}

/** The strands with a commitment there; of the others nothing was promised. */
const strandsOf = ({ applies, kinetic, nonKinetic }: RegionTile) =>
  TRACKS.map((track) => ({ track, score: track === "kinetic" ? kinetic : nonKinetic })).filter(
    ({ score }) => applies && score.commitments > 0,
  )

/** One strand's index with its coverage in words, or hatched. */
function Strand({
  locale,
  track,
  score,
  left,
  right,
  middle,
}: {
  locale: Locale
  track: Track
  score: Score
  left: number
  right: number
  middle: number
}) {
  const { terms } = messages(locale)
  const index = toldIndex(score)
  const { rated, commitments } = score
  const text = (words: string, look: string, side: "start" | "middle" | "end", from = left) => {
    const lines = [{ words, look }]
    return <Words {...{ locale, lines, right, side }} left={from} top={middle - heightOf(locale, lines, 1000) / 2} />
  }
  const sign = <TrackSign track={track} x={left + 5} y={middle} size={9} />
  if (index === null) {
    const words = tileUnrated(locale, score)
    const room = textWidth(words) * 0.92 + 8
    const bar = { x: px(left + 17.5), y: px(middle - 7.5), width: px(right - left - 18), height: 15 }
    return (
      <>
        {sign}
        <rect {...bar} style={{ fill: "url(#hx)", stroke: "var(--rule-2)" }} />
        <rect
          {...bar}
          x={px((left + 17 + right - room) / 2)}
          y={px(middle - 7)}
          width={px(room)}
          height={14}
          style={{ fill: "var(--surface)" }}
        />
        {text(words, "xs t2", "middle", left + 17)}
      </>
    )
  }
  return (
    <>
      {sign}
      <text x={px(left + 17)} y={px(middle + 4.5)} className={`${track === "kinetic" ? "tk-k" : "tk-n"} b`}>
        {wholeNumber(index)}
      </text>
      {text(terms.rated(rated, commitments), "xs", locale === "ur" ? "start" : "end", left + 40)}
    </>
  )
}
