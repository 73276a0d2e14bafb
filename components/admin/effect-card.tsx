import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import { LevelTile } from "@/components/ui/level-chip"
import type { Effect } from "@/lib/domain/effect"
import type { Imbalance, Score } from "@/lib/domain/indices"
import { isolate, oneDecimal, signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "./words"

/** What publishing would move, with one decimal: the commitments, their strands, the tracks and the imbalance. */
export function EffectLines({ locale, effect }: { locale: Locale; effect: Effect }) {
  const { admin, terms } = adminWords(locale)
  const { proposal } = admin
  const index = (score: Score) =>
    score.index === null ? <small className="text-sm font-sans">{proposal.noIndex}</small> : oneDecimal(score.index)
  const moved = effect.strands.filter((it) => isMoved(it.before, it.after))
  return (
    <>
      {effect.commitments.map(({ commitment, lane, region, before, after }) => (
        <Line key={`${commitment.id}${lane}${region}`} small label={isolate(locale, commitment.code)}>
          <s>
            {before ? <LevelTile level={before.level} label={levelName(locale, before.level)} /> : proposal.nothingYet}
          </s>
          <Icon name="arrow" />
          <span>
            {after ? <LevelTile level={after.level} label={levelName(locale, after.level)} /> : proposal.nothingYet}
          </span>
        </Line>
      ))}
      {effect.strands.map(({ point, track, lane, before, after }) => (
        <Line key={`${point.id}${track}${lane}`} label={proposal.point(point.number, terms.track[track].toLowerCase())}>
          <s>{index(before)}</s>
          <Icon name="arrow" />
          <span>{index(after)}</span>
        </Line>
      ))}
      {effect.plans.map(({ plan, lane, before, after, imbalance }) => (
        <div key={plan + lane} className="flex flex-col gap-[14px]">
          {effect.plans.length > 1 ? (
            <p className="lab">
              {proposal.planYear(plan.replace(/^nap-/, ""))} · {terms.lane[lane]}
            </p>
          ) : null}
          {tracksTouched(effect, plan, lane).map((track) => {
            const side = track === "kinetic" ? "kinetic" : "nonKinetic"
            return (
              <Line key={track} label={proposal.track(terms.track[track])}>
                <s>{index(before[side])}</s>
                <Icon name="arrow" />
                <span>{index(after[side])}</span>
              </Line>
            )
          })}
          <div>
            <div className="line">
              <span>{proposal.imbalance}</span>
              <span className="small">
                <Told locale={locale} imbalance={imbalance.before} isOld />
                <Icon name="arrow" className="inline align-[-3px] mx-1" />
                <Told locale={locale} imbalance={imbalance.after} />
              </span>
            </div>
            <Scale locale={locale} imbalance={imbalance.after} />
            <p className="small muted">
              {imbalance.before.verdict === imbalance.after.verdict ? proposal.headlineSame : proposal.headlineMoves}{" "}
              {imbalance.after.verdict === "cannot-be-told" ? proposal.notTold : proposal.told}
            </p>
          </div>
        </div>
      ))}
      {moved.length === 0 && effect.strands.length > 0 ? <p className="small muted">{proposal.noMove}</p> : null}
    </>
  )
}

function Line({ label, small = false, children }: { label: ReactNode; small?: boolean; children: ReactNode }) {
  return (
    <div className="line">
      <span>{label}</span>
      <span className={small ? "ba lo" : "ba"}>{children}</span>
    </div>
  )
}

function Told({ locale, imbalance, isOld = false }: { locale: Locale; imbalance: Imbalance; isOld?: boolean }) {
  const { terms } = adminWords(locale)
  const words = imbalance.value === null ? terms.cannotBeTold : signed(locale, imbalance.value, 1)
  return isOld ? <s className="muted no-underline">{words}</s> : <b className="font-semibold">{words}</b>
}

/** The range of the imbalance on a scale from −100 to +100, hatched where it spans zero. */
function Scale({ locale, imbalance: { low, high, value } }: { locale: Locale; imbalance: Imbalance }) {
  const { admin } = adminWords(locale)
  if (low === null || high === null) return null
  const at = (of: number) => `${((of + 100) / 2).toFixed(1)}%`
  const words = [signed(locale, low, 1), signed(locale, high, 1)] as const
  const isCrowded = Math.abs(low) < 18 || Math.abs(high) < 18
  return (
    <div className="gs mt-1" role="img" aria-label={admin.proposal.range(...words)}>
      <i className="ax" />
      <i className="z" style={{ insetInlineStart: at(0) }} />
      <i
        className={value === null ? "rgx" : "rg"}
        style={{ insetInlineStart: at(low), width: `${((high - low) / 2).toFixed(1)}%` }}
      />
      {value === null ? null : <i className="pt" style={{ insetInlineStart: at(value) }} />}
      {isCrowded ? null : <span style={{ insetInlineStart: at(0) }}>0</span>}
      <span style={{ insetInlineStart: at(low) }}>{words[0]}</span>
      <span style={{ insetInlineStart: at(high) }}>{words[1]}</span>
    </div>
  )
}

function tracksTouched(effect: Effect, plan: string, lane: string) {
  const own = effect.strands.filter((it) => it.point.plan === plan && it.lane === lane)
  return [...new Set(own.map((it) => it.track))]
}

const isMoved = (before: Score, after: Score) =>
  before.index !== after.index || before.low !== after.low || before.high !== after.high

function levelName(locale: Locale, level: 0 | 1 | 2 | 3 | null): string {
  const { terms } = adminWords(locale)
  return level === null ? terms.unrated : terms.level[level]
}
