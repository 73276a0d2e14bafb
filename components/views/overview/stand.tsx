import { CompositionBar } from "@/components/ui/composition-bar"
import { LevelKey } from "@/components/ui/level-chip"
import { TrackMark } from "@/components/ui/track-mark"
import type { Hrefs } from "@/components/views/hrefs"
import { changeOf, isUnchanged, scoreOfTrack, tracksShown } from "@/components/views/overview/words"
import type { Band } from "@/lib/domain/indices"
import type { Lane, Track } from "@/lib/domain/scale"
import type { OverviewView } from "@/lib/domain/views/overview"
import { range, signed, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** How the commitments of each track are spread over the levels, with index, range, coverage and momentum. */
export function Stand({ locale, view, hrefs }: { locale: Locale; view: OverviewView; hrefs: Hrefs }) {
  const { overview, terms } = messages(locale)
  const { all } = view.tracks
  return (
    <div className="cbs">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="h-s">{overview.stand.title(all.commitments)}</h2>
        {view.provisional > 0 ? (
          <span className="tag">{overview.stand.provisional(view.provisional, all.commitments)}</span>
        ) : null}
      </div>
      {tracksShown(view).map((track) => (
        <TrackStand key={track} locale={locale} view={view} track={track} hrefs={hrefs} />
      ))}
      <LevelKey levels={terms.level} unrated={terms.unrated} />
    </div>
  )
}

/** The names of a composition bar's parts. */
export function bandNames(locale: Locale) {
  const { terms } = messages(locale)
  return {
    complete: terms.level[3],
    intermediate: terms.level[2],
    minimum: terms.level[1],
    notInitiated: terms.level[0],
    unrated: terms.unrated,
  }
}

/** Where the commitments of each part of a track's bar are listed; nowhere inside a link. */
function bandHrefs(hrefs: Hrefs, lane: Lane, track: Track) {
  const of = (value: string) => hrefs.explore({ track, [lane]: value })
  const found = {
    complete: of("3"),
    intermediate: of("2"),
    minimum: of("1"),
    notInitiated: of("0"),
    unrated: of("unrated"),
  }
  return found.complete === null ? undefined : (found as Record<Band, string>)
}

/** How a track's index has moved over the last twelve months; null where it cannot be said. */
export function changeWords(locale: Locale, view: Pick<OverviewView, "momentum">, track: Track): string | null {
  const { stand } = messages(locale).overview
  const { change, movements } = changeOf(view, track)
  if (change === null) return null
  return isUnchanged(change) ? stand.unchanged : stand.moved(signed(locale, change, 1), movements)
}

type TrackProps = { locale: Locale; view: OverviewView; track: Track; hrefs: Hrefs }

function TrackStand({ locale, view, track, hrefs }: TrackProps) {
  const { explore, overview, terms } = messages(locale)
  const score = scoreOfTrack(view, track)
  const listHref = hrefs.explore({ track })
  const change = changeWords(locale, view, track)
  const ink = track === "kinetic" ? "k-ink2" : "n-ink2"
  return (
    <div className="cb">
      <div className="cb-h">
        <TrackMark track={track} hollow={view.lane === "claim"}>
          {terms.track[track]}
        </TrackMark>
        {score.index === null ? (
          <span className="small muted">
            {score.commitments === 0 ? overview.stand.nothing : overview.stand.notRated}
          </span>
        ) : (
          <span className="cb-v">
            <span className="muted small">{overview.stand.index}</span>{" "}
            <b className={`av ${ink}`} data-testid={`index-${track}`} data-value={score.index}>
              {wholeNumber(score.index)}
            </b>{" "}
            {score.coverage === 1 ? null : (
              <span className="muted small num">{range(locale, score.low!, score.high!)}</span>
            )}
          </span>
        )}
      </div>
      {score.commitments === 0 ? null : (
        <>
          <CompositionBar
            counts={score.composition}
            labels={bandNames(locale)}
            hrefs={bandHrefs(hrefs, view.lane, track)}
            linkLabel={(part, count) => explore.seeCommitments(count, part)}
          />
          <p className="small muted num">
            {terms.rated(score.rated, score.commitments)}
            {change === null ? null : ` · ${change}`}
            {listHref === null ? null : (
              <>
                {" · "}
                <a href={listHref}>{explore.seeAll}</a>
              </>
            )}
          </p>
        </>
      )}
    </div>
  )
}
