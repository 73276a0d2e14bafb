import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import { LevelTile } from "@/components/ui/level-chip"
import type { Effect } from "@/lib/domain/effect"
import type { Imbalance, Score } from "@/lib/domain/indices"
import type { Lane } from "@/lib/domain/scale"
import { isolate, oneDecimal, signed } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { adminWords } from "./words"

const SHOWN = 6

/**
 * What publishing would move, with one decimal: the commitments, their strands, and for each plan and lane whose
 * headline it touches both tracks with their ranges and the imbalance.
 */
export function EffectLines({ locale, effect }: { locale: Locale; effect: Effect }) {
  const { admin, terms } = adminWords(locale)
  const { proposal } = admin
  const moved = effect.strands.filter((it) => isMoved(it.before, it.after))
  const isEmpty = effect.commitments.length + effect.strands.length + effect.plans.length === 0
  return (
    <>
      <Some locale={locale}>
        {effect.commitments.map(({ commitment, lane, region, before, after }) => (
          <Line key={`${commitment.id}${lane}${region}`} small label={isolate(locale, commitment.code)}>
            <s>
              {before ? (
                <LevelTile level={before.level} label={levelName(locale, before.level)} />
              ) : (
                proposal.nothingYet
              )}
            </s>
            <Icon name="arrow" />
            <span>
              {after ? <LevelTile level={after.level} label={levelName(locale, after.level)} /> : proposal.nothingYet}
            </span>
          </Line>
        ))}
      </Some>
      <Some locale={locale}>
        {effect.strands.map(({ point, track, lane, before, after }) => (
          <Indices
            key={`${point.id}${track}${lane}`}
            locale={locale}
            label={`${proposal.point(point.number, terms.track[track].toLowerCase())}${ofLane(locale, lane)}`}
            before={before}
            after={after}
          />
        ))}
      </Some>
      {effect.plans.map(({ plan, lane, before, after, imbalance }) => (
        <section key={plan + lane} className="flex flex-col gap-[14px]">
          <h3 className="lab border-t border-rule pt-3">
            {proposal.planYear(plan.replace(/^nap-/, ""))} · {terms.lane[lane]}
          </h3>
          {(["kinetic", "nonKinetic"] as const).map((side) => (
            <Indices
              key={side}
              locale={locale}
              label={proposal.track(terms.track[side === "kinetic" ? "kinetic" : "non-kinetic"])}
              before={before[side]}
              after={after[side]}
            />
          ))}
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
        </section>
      ))}
      {isEmpty || (moved.length === 0 && effect.strands.length > 0) ? (
        <p className="small muted">{proposal.noMove}</p>
      ) : null}
    </>
  )
}

/** The first few of a list; the others one click away, so that an import does not bury the headline. */
function Some({ locale, children }: { locale: Locale; children: ReactNode[] }) {
  const { proposal } = adminWords(locale).admin
  if (children.length <= SHOWN + 1) return children
  return (
    <>
      {children.slice(0, SHOWN)}
      <details className="small">
        <summary>{proposal.effectMore(children.length - SHOWN)}</summary>
        <div className="mt-3 flex flex-col gap-[14px]">{children.slice(SHOWN)}</div>
      </details>
    </>
  )
}

/** An index before and after, and under it the range that its unrated commitments leave open. */
function Indices({ locale, label, before, after }: { locale: Locale; label: string; before: Score; after: Score }) {
  const { proposal } = adminWords(locale).admin
  const index = (score: Score) =>
    score.index === null ? <small className="text-sm font-sans">{proposal.noIndex}</small> : oneDecimal(score.index)
  const reach = ({ low, high }: Score) =>
    low === null || high === null ? null : isolate(locale, `${oneDecimal(low)}\u2013${oneDecimal(high)}`)
  const [was, is] = [reach(before), reach(after)]
  return (
    <div>
      <Line label={label}>
        <s>{index(before)}</s>
        <Icon name="arrow" />
        <span>{index(after)}</span>
      </Line>
      {was === null && is === null ? null : (
        <p className="small muted num text-end">
          {was === is
            ? proposal.rangeStays(is ?? "")
            : proposal.rangeMoves(was ?? proposal.noIndex, is ?? proposal.noIndex)}
        </p>
      )}
    </div>
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

/** The finding goes without saying; a claim is named. */
const ofLane = (locale: Locale, lane: Lane) =>
  lane === "claim" ? ` (${adminWords(locale).terms.lane.claim.toLowerCase()})` : ""

const isMoved = (before: Score, after: Score) =>
  before.index !== after.index || before.low !== after.low || before.high !== after.high

function levelName(locale: Locale, level: 0 | 1 | 2 | 3 | null): string {
  const { terms } = adminWords(locale)
  return level === null ? terms.unrated : terms.level[level]
}
