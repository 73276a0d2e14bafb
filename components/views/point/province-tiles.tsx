import { TrackMark } from "@/components/ui/track-mark"
import type { Hrefs } from "@/components/views/hrefs"
import { type Score, toldIndex } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import type { PointView } from "@/lib/domain/views/point"
import type { RegionTile } from "@/lib/domain/views/region-tiles"
import { wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** How many of the provinces that the point applies to have a rating of their own. */
export function provincesFinding(locale: Locale, view: Pick<PointView, "regions">): string {
  const { provinces } = messages(locale).point
  const regions: RegionTile[] = view.regions
  const applicable = regions.filter((region) => region.applies)
  const rated = applicable.filter((region) => region.kinetic.rated + region.nonKinetic.rated > 0).length
  return rated === 0 ? provinces.none : provinces.some(rated, applicable.length)
}

/** Provinces as a grid of tiles, no boundaries: not applicable, unrated and 0 look and read differently. */
export function ProvinceTiles({ locale, view, hrefs }: { locale: Locale; view: PointView; hrefs: Hrefs }) {
  const { provinces } = messages(locale).point
  const regions: RegionTile[] = view.regions
  const first = Math.min(...regions.map((region) => region.tile.column))
  return (
    <section className="fig" aria-labelledby="provinces">
      <header>
        <h2 id="provinces">{provinces.title}</h2>
        <p className="sub">
          <span className="text-ink-2">{provincesFinding(locale, view)}</span> {provinces.sub}
        </p>
      </header>
      <ul className="tiles" dir="ltr">
        {regions.map((region) => (
          <li
            key={region.id}
            className={`tile ${region.applies ? "" : "!bg-transparent"}`}
            style={{ gridColumn: region.tile.column - first + 1, gridRow: region.tile.row + 1 }}
          >
            <Name locale={locale} region={region} href={region.applies ? hrefs.here({ region: region.id }) : null} />
            {region.applies ? (
              <>
                <Strand locale={locale} track="kinetic" score={region.kinetic} />
                <Strand locale={locale} track="non-kinetic" score={region.nonKinetic} />
              </>
            ) : (
              <span className="muted text-[11px] leading-[14px]" lang={locale} dir={locale === "ur" ? "rtl" : "ltr"}>
                {provinces.notApplicable}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Name({ locale, region, href }: { locale: Locale; region: RegionTile; href: string | null }) {
  const { text } = inLocale(locale, region.name)
  return (
    <span className="nm" lang={locale} dir={locale === "ur" ? "rtl" : "ltr"}>
      {href ? <a href={href}>{text}</a> : text}
    </span>
  )
}

/** Why a province has no figure: nothing is rated there, or too little, "unrated (1/3)". */
export function tileUnrated(locale: Locale, { rated, commitments }: Score): string {
  const { unrated } = messages(locale).point.provinces
  return rated === 0 ? unrated : `${unrated} (${rated}/${commitments})`
}

/** A strand of one province; one without a commitment there is left out, since nothing was promised. */
function Strand({ locale, track, score }: { locale: Locale; track: Track; score: Score }) {
  const { terms } = messages(locale)
  const index = toldIndex(score)
  if (score.commitments === 0) return null
  return (
    <span className="tv num items-center">
      <TrackMark track={track}>
        <span className="vh">{terms.track[track]} </span>
        {index === null ? "" : wholeNumber(index)}
      </TrackMark>
      {index === null ? (
        <span className="lvx flex-1 px-1 text-[11px] leading-[16px]">
          <span className="bg-paper px-[3px]" lang={locale}>
            {tileUnrated(locale, score)}
          </span>
        </span>
      ) : (
        <span className="small muted num">
          <span aria-hidden="true">
            {score.rated}/{score.commitments}
          </span>
          <span className="vh">{terms.rated(score.rated, score.commitments)}</span>
        </span>
      )}
    </span>
  )
}
