import { ChartTable, Figure } from "@/components/charts/figure"
import { CompositionBar } from "@/components/ui/composition-bar"
import { Linked } from "@/components/ui/linked"
import { TrackMark } from "@/components/ui/track-mark"
import type { Hrefs } from "@/components/views/hrefs"
import { bandNames } from "@/components/views/overview/stand"
import { tracksShown } from "@/components/views/overview/words"
import { BANDS } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import type { OverviewView } from "@/lib/domain/views/overview"
import type { SectorScore } from "@/lib/domain/views/rankings"
import { oneDecimal, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** How far the commitments of each kind of body have come. */
export function Sectors({ locale, view, hrefs }: { locale: Locale; view: OverviewView; hrefs: Hrefs }) {
  const { overview, terms } = messages(locale)
  const words = overview.sectors
  const [first] = view.sectors
  const bands = bandNames(locale)
  const all = view.tracks.all.commitments
  return (
    <Figure
      locale={locale}
      id="sectors"
      title={words.title}
      finding={first ? words.finding(terms.sector[first.sector], first.all.commitments, all) : undefined}
      note={words.note}
      className="side col-span-4"
      table={
        <ChartTable
          caption={words.title}
          head={[
            words.sector,
            ...tracksShown(view).map((track) => terms.track[track]),
            ...BANDS.map((band) => bands[band]),
          ]}
          rows={view.sectors.map((sector) => ({
            key: sector.sector,
            head: terms.sector[sector.sector],
            cells: [
              ...tracksShown(view).map((track) => inWords(locale, sector, track, oneDecimal)),
              ...BANDS.map((band) => sector.all.composition[band]),
            ],
          }))}
        />
      }
    >
      <ul className="rows le">
        {view.sectors.map((sector) => (
          <li key={sector.sector}>
            <div className="le-h">
              <b>{terms.sector[sector.sector]}</b>
              <span className="small muted num">
                <Linked href={hrefs.explore({ sector: sector.sector })}>
                  {terms.commitments(sector.all.commitments)}
                </Linked>
              </span>
              <span className="le-i">
                {tracksShown(view).map((track) =>
                  scoreOf(sector, track).commitments === 0 ? null : (
                    <TrackMark key={track} track={track}>
                      <span className="vh">{terms.track[track]} </span>
                      {inWords(locale, sector, track, wholeNumber)}
                    </TrackMark>
                  ),
                )}
              </span>
            </div>
            <CompositionBar counts={sector.all.composition} labels={bands} thin />
          </li>
        ))}
      </ul>
    </Figure>
  )
}

export const scoreOf = (sector: SectorScore, track: Track) => (track === "kinetic" ? sector.kinetic : sector.nonKinetic)

export function inWords(locale: Locale, sector: SectorScore, track: Track, print: (value: number) => string): string {
  const { overview, terms } = messages(locale)
  const { index, commitments } = scoreOf(sector, track)
  if (commitments === 0) return terms.nothingPromised
  return index === null ? overview.grid.unrated : print(index)
}
