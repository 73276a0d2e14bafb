import { Disclosure } from "@/components/ui/disclosure"
import { Icon } from "@/components/ui/icon"
import { LevelTile } from "@/components/ui/level-chip"
import { TrackMark } from "@/components/ui/track-mark"
import { levelsOf, movementNames, stepsWords } from "@/components/views/compare/moved-words"
import type { Hrefs } from "@/components/views/hrefs"
import { CommitmentLink } from "@/components/views/overview/point-link"
import { AssessmentItem } from "@/components/views/point/assessment-item"
import type { Level } from "@/lib/domain/scale"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import { type Movement, MOVEMENTS } from "@/lib/domain/views/compare/difference"
import type { CompareCommitment } from "@/lib/domain/views/compare/rows"
import type { AssessmentView } from "@/lib/domain/views/point"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Props = { locale: Locale; view: CompareView; hrefs: Hrefs }

/** How many commitments went which way; each number leads to its commitments. */
export function Counts({ locale, view, hrefs }: Props) {
  const { compare } = messages(locale)
  const list = view.listed === "commitments" ? "" : hrefs.here({ rows: "commitments" })
  const names = movementNames(locale, view)
  return (
    <section aria-label={compare.counts} className="mt-6">
      <dl className="fact [display:grid] grid-cols-3 gap-x-6 gap-y-4 min-[820px]:flex min-[820px]:gap-x-10">
        {MOVEMENTS.map((movement) => (
          <div key={movement} className="flex flex-col-reverse justify-end">
            <dt>{names[movement]}</dt>
            <dd className="v num" data-testid={`count-${movement}`}>
              {list === null || view.counts[movement] === 0 ? (
                view.counts[movement]
              ) : (
                <a href={`${list}#moved-${movement}`}>{view.counts[movement]}</a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Every commitment with its level on both sides, listed by what became of it; the evidence opens beside each. */
export function CommitmentMoves({ locale, view, hrefs }: Props) {
  const names = movementNames(locale, view)
  return MOVEMENTS.filter((movement) => view.counts[movement] > 0).map((movement) => (
    <section key={movement} className="mb-6" aria-labelledby={`moved-${movement}`}>
      <h3 id={`moved-${movement}`} className="h-s mb-1">
        {names[movement]} <span className="muted num">{view.counts[movement]}</span>
      </h3>
      <ol className="dl cmp">
        {view.commitments
          .filter((it) => it.movement === movement)
          .map((it) => (
            <CommitmentRow key={it.commitment.id + (it.from?.id ?? "")} {...{ locale, view, hrefs, it }} />
          ))}
      </ol>
    </section>
  ))
}

/** Where both sides stand alike there is nothing to explain here; the commitment's own page has its evidence. */
export const ALIKE: readonly Movement[] = ["same", "unrated"]

function CommitmentRow({ locale, view, hrefs, it }: Props & { it: CompareCommitment }) {
  const { compare, overview, terms } = messages(locale)
  const words = compare.moved
  const name = (level: Level | null) => (level === null ? terms.unrated : terms.level[level])
  const [a, b] = levelsOf(it)
  return (
    <li>
      <span className="dl-t">
        <span>
          <b className="num pn">{it.commitment.code}</b>&ensp;
          <CommitmentLink locale={locale} hrefs={hrefs} year={view.b.plan.year} commitment={it.commitment} />
          {it.from ? <span className="from">{words.from(`${view.a.plan.year}: ${it.from.code}`)}</span> : null}
        </span>
        <TrackMark track={it.commitment.track}>{terms.track[it.commitment.track]}</TrackMark>
      </span>
      <span className="fromto" role="img" aria-label={overview.changes.fromTo(name(a), name(b))}>
        <LevelTile level={a} label={name(a)} />
        <Icon name="arrow" />
        <LevelTile level={b} label={name(b)} />
      </span>
      <span className="dl-g num">
        <span className="untold">{stepsWords(locale, it)}</span>
      </span>
      {ALIKE.includes(it.movement) ? null : (
        <Disclosure label={words.why} icon="list">
          <div className="duo">
            <Stands locale={locale} mark={compare.side.a} assessment={it.a} />
            <Stands locale={locale} mark={compare.side.b} assessment={it.b} />
          </div>
        </Disclosure>
      )}
    </li>
  )
}

function Stands({ locale, mark, assessment }: { locale: Locale; mark: string; assessment: AssessmentView | null }) {
  return (
    <div className="min-w-0">
      <span className="abl mb-2" aria-hidden="true">
        {mark}
      </span>
      {assessment ? (
        <AssessmentItem locale={locale} assessment={assessment} current />
      ) : (
        <p className="small muted">{messages(locale).compare.moved.notAssessed}</p>
      )}
    </div>
  )
}
