import { CompositionBar } from "@/components/ui/composition-bar"
import { LevelKey } from "@/components/ui/level-chip"
import { TrackMark } from "@/components/ui/track-mark"
import { numbersOf } from "@/components/views/compare/words"
import { ImbalanceScale } from "@/components/views/overview/imbalance-scale"
import { bandNames } from "@/components/views/overview/stand"
import { dayOf } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import { TRACKS, type Track } from "@/lib/domain/scale"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import { formatDay, range, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { sideName } from "@/lib/i18n/side-name"

type Props = { locale: Locale; view: CompareView }

/** What both sides have in common, and what only one has; said wherever the baskets differ. */
export function Basket({ locale, view }: Props) {
  const { compare } = messages(locale)
  const { basket, plansCompared: plans } = view
  if (view.by === "plans" && plans) {
    const { cover, changedAt } = plans.core
    const words = (side: "a" | "b") => {
      const it = cover[side]
      return compare.basket.cover(it.points, it.ofPoints, it.commitments, it.ofCommitments, view[side].plan.year)
    }
    return (
      <div className="core" role="note">
        <b>{compare.basket.title.core}</b>
        <span className="grid grid-cols-1! gap-1!">
          <CoreBar
            only={cover.a.ofPoints - cover.a.points}
            both={cover.a.points}
            label={words("a")}
            side={view.a.plan.year}
          />
          <CoreBar
            only={cover.b.ofPoints - cover.b.points}
            both={cover.b.points}
            label={words("b")}
            side={view.b.plan.year}
          />
        </span>
        <span className="small muted">
          {plans.core.changedAt === null ? compare.basket.noLinks : compare.basket.core(words("a"), words("b"))}{" "}
          {plans.partly.length > 0
            ? `${compare.basket.partly(numbersOf(locale, plans.partly), plans.partly.length)} `
            : null}
          {changedAt
            ? compare.basket.changed(changedAt.revision, formatDay(locale, dayOf(changedAt.publishedAt)))
            : null}
        </span>
      </div>
    )
  }
  if (basket.kind === "same") return null
  const { onlyA, onlyB, shared } = basket
  // A track of which nothing is promised leaves no imbalance to speak of.
  if (view.by === "tracks" && (onlyA === 0 || onlyB === 0)) return null
  return (
    <div className="core" role="note">
      <b>{compare.basket.title[basket.kind]}</b>
      <span className="corebar" aria-hidden="true">
        {onlyA > 0 ? (
          <span className="o" style={{ flex: onlyA }}>
            <b>{onlyA}</b>
          </span>
        ) : null}
        {shared > 0 ? (
          <span style={{ flex: shared }}>
            <b>{compare.basket.both(shared)}</b>
          </span>
        ) : null}
        {onlyB > 0 ? (
          <span className="o" style={{ flex: onlyB }}>
            <b>{onlyB}</b>
          </span>
        ) : null}
      </span>
      <span className="small muted">
        {(view.by === "tracks" ? compare.basket.tracks : compare.basket.overlap)(onlyA, onlyB)}
      </span>
    </div>
  )
}

function CoreBar({ only, both, label, side }: { only: number; both: number; label: string; side: number }) {
  return (
    <span className="corebar" role="img" aria-label={label}>
      {both > 0 ? (
        <span style={{ flex: both }}>
          <b>
            {side}: {both}
          </b>
        </span>
      ) : null}
      {only > 0 ? (
        <span className="o" style={{ flex: only }}>
          <b>{only}</b>
        </span>
      ) : null}
    </span>
  )
}

/** Each side's composition, index, range, coverage and imbalance, over what may be set against each other. */
export function SideCards({ locale, view }: Props) {
  const { compare, terms } = messages(locale)
  return (
    <>
      <div className="duo mt-6">
        {(["a", "b"] as const).map((side) => (
          <section key={side} className="cmpc" aria-labelledby={`side-${side}`}>
            <h2 id={`side-${side}`} className="h-s">
              {compare.named(compare.side[side], sideName(locale, view.by, view[side]))}
            </h2>
            <p className="small muted">{reachWords(locale, view, side)}</p>
            {sideScores(view, side).map(({ track, score }) => (
              <TrackBar key={track} {...{ locale, side, track, score }} hollow={view[side].lane === "claim"} />
            ))}
            {sideScores(view, side).length === 2 ? (
              <ImbalanceScale locale={locale} imbalance={view.comparable.imbalance[side]} />
            ) : null}
          </section>
        ))}
      </div>
      <div className="mt-4">
        <LevelKey levels={terms.level} unrated={terms.unrated} />
      </div>
    </>
  )
}

/** How many points and commitments of a side are counted, and by what they are narrowed to be comparable. */
export function reachWords(locale: Locale, view: CompareView, side: "a" | "b"): string {
  const { compare, terms } = messages(locale)
  const { commitments } = view.comparable[side].all
  const isNarrowed = view.by === "plans" || view.basket.kind === "overlap"
  if (!isNarrowed) return compare.reach(view[side].points, commitments)
  const only = view.by === "plans" ? compare.coreOnly : compare.sharedOnly
  return `${terms.commitments(commitments)}${locale === "ur" ? "،" : ","} ${only}`
}

const NAME = { kinetic: "kinetic", "non-kinetic": "nonKinetic" } as const

/** The tracks that a side is about, with what of each may be set against the other side. */
export function sideScores(view: CompareView, side: "a" | "b"): { track: Track; score: Score }[] {
  const only = view.by === "tracks" ? view[side].track : view.track
  return TRACKS.filter((track) => (only ?? track) === track).map((track) => ({
    track,
    score: view.comparable[side][NAME[track]],
  }))
}

function TrackBar({
  locale,
  side,
  track,
  score,
  hollow,
}: {
  locale: Locale
  side: "a" | "b"
  track: Track
  score: Score
  hollow: boolean
}) {
  const { compare, terms } = messages(locale)
  return (
    <div className="cb mt-3">
      <div className="cb-h">
        <TrackMark track={track} hollow={hollow}>
          {terms.track[track]}
        </TrackMark>
        {score.index === null ? (
          <span className="small muted">{score.commitments === 0 ? compare.nothing : terms.unrated}</span>
        ) : (
          <span className="cb-v">
            <b
              className={`av ${track === "kinetic" ? "k-ink2" : "n-ink2"}`}
              data-testid={`index-${side}-${track}`}
              data-value={score.index}
            >
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
          <CompositionBar counts={score.composition} labels={bandNames(locale)} />
          <p className="small muted num">{terms.rated(score.rated, score.commitments)}</p>
        </>
      )}
    </div>
  )
}
