import { type Day, daysBetween, type Precision, yearEnds } from "@/lib/domain/date"
import { grouped } from "@/lib/domain/group"
import type { Score } from "@/lib/domain/indices"
import { order, type Snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment, Rating } from "@/lib/domain/records"
import { LANES, type Lane, type Level } from "@/lib/domain/scale"
import { type Difference, differenceOf, type Pairs, pairsOf } from "@/lib/domain/views/compare/difference"
import { headOf } from "@/lib/domain/views/compare/rows"
import { type SourceView, sourceView } from "@/lib/domain/views/point"
import { type SilenceView, silencesOf } from "@/lib/domain/views/rankings"
import { commitmentHead, type CommitmentHead, levelAt, type PointHead, scoreOf } from "@/lib/domain/views/scope"
import { type Reach, type SeriesPoint, seriesOf } from "@/lib/domain/views/series"

/** The places a point may take once the unrated are known; one place only where no range overlaps its own. */
export type Rank = { best: number; worst: number }

/** The last day an official said how far a point is. Of a claim the day it speaks of, of a verdict its own. */
export type OfficialWord = {
  on: Day
  /** How much of `on` is known. */
  precision: Precision
  kind: "claim" | "rating"
  id: string
  publisher: string | null
  days: number
}

export type ClaimRow = {
  point: PointHead
  claim: Score
  finding: Score
  /** Claim − finding with its range over all commitments of the point; see Difference. */
  gap: Difference
  /** The same over the commitments rated in both lanes alone: A is the finding, B the claim. */
  pairs: Pairs
  rank: Rank
  /** Both lanes at each year's end and on the as-of day. */
  line: ({ on: Day } & Record<Lane, Reach>)[]
  commitments: ({ commitment: CommitmentHead; gap: number | null; cells: Record<Lane, (Level | null)[]> } & Record<
    Lane,
    Level | null
  >)[]
  ratings: (Omit<Rating, "source"> & { source: SourceView })[]
  silences: SilenceView[]
  lastOfficial: OfficialWord | null
}

export type ClaimsView = {
  years: { year: number; on: Day }[]
  rows: ClaimRow[]
  /** All commitments in view, each lane over time. */
  series: Record<Lane, SeriesPoint[]>
  /** Of the plan as a whole, so of no point. */
  silences: SilenceView[]
}

/** Publishers who speak for the state. */
const OFFICIAL: readonly Rating["kind"][] = ["government-self", "military"]

/** Where the state's claims stand above the evidence, point by point, the widest gap over rated pairs first. */
export function claimsView(facts: Snapshot, commitments: readonly Commitment[], question: Question): ClaimsView {
  const { region, asOf } = question
  const adopted = facts.records.plan.get(question.plan)!.adoptedOn
  const years = yearEnds(adopted, asOf)
  // Whether a promise was kept is told by the evidence, on whichever side the claim stands.
  const silences = silencesOf(facts, { ...question, lane: "finding" })
  const unranked = [...grouped(commitments, (it) => it.point)].map(([point, own]) => {
    const at = (it: Commitment, lane: Lane, on: Day) => levelAt(facts, it, { lane, region }, on)
    const scoreIn = (lane: Lane, on: Day) => scoreOf(facts, own, { lane, region }, on)
    const [claim, finding] = [scoreIn("claim", asOf), scoreIn("finding", asOf)]
    const levels = own.map((it) => ({ a: at(it, "finding", asOf), b: at(it, "claim", asOf) }))
    return {
      point: headOf(facts, point),
      claim,
      finding,
      gap: differenceOf(finding, claim),
      pairs: pairsOf(levels),
      line: years.map(({ on }) => ({ on, ...byLane((lane) => reachOf(scoreIn(lane, on))) })),
      commitments: own.map((it) => {
        const [found, claimed] = [at(it, "finding", asOf), at(it, "claim", asOf)]
        return {
          commitment: commitmentHead(facts, it),
          finding: found,
          claim: claimed,
          gap: found === null || claimed === null ? null : claimed - found,
          cells: byLane((lane) => years.map(({ on }) => at(it, lane, on))),
        }
      }),
      ratings: ratingsOf(facts, point, asOf),
      silences: silences.filter((it) => it.point?.id === point),
      lastOfficial: lastOfficialOf(facts, point, own, question),
    }
  })
  return {
    years,
    rows: unranked
      .map((row) => ({ ...row, rank: rankOf(row.gap, unranked) }))
      .sort((x, y) => (y.pairs.change ?? -Infinity) - (x.pairs.change ?? -Infinity) || x.point.number - y.point.number),
    series: byLane((lane) => seriesOf(facts, commitments, { lane, region }, adopted, asOf)),
    silences: silences.filter((it) => it.point === null),
  }
}

const byLane = <T>(of: (lane: Lane) => T) =>
  Object.fromEntries(LANES.map((lane) => [lane, of(lane)])) as Record<Lane, T>
const reachOf = ({ index, low, high, coverage }: Score): Reach => ({ index, low, high, coverage })

/** The first place a gap may take, and the last: others are ahead or behind for certain only beyond its range. */
export function rankOf(gap: Difference, all: readonly { gap: Difference }[]): Rank {
  const ahead = all.filter((it) => it.gap.low! > gap.high!).length
  const behind = all.filter((it) => it.gap.high! < gap.low!).length
  return { best: 1 + ahead, worst: all.length - behind }
}

function ratingsOf(facts: Snapshot, point: string, asOf: Day): ClaimRow["ratings"] {
  return [...facts.records.rating.values()]
    .filter((it) => it.point === point && it.date <= asOf)
    .sort((a, b) => order(b.date, a.date) || order(a.id, b.id))
    .map((it) => ({ ...it, source: sourceView(facts, it.source, asOf) }))
}

function lastOfficialOf(
  facts: Snapshot,
  point: string,
  own: readonly Commitment[],
  { asOf, region }: Question,
): OfficialWord | null {
  const here = (it: string | null) => it === null || region === null || it === region
  const regions = [...new Set([null, region])]
  const claims = own.flatMap((it) =>
    regions.flatMap((where) =>
      (facts.assessments.get(`${it.id}/claim/${where ?? "-"}`) ?? [])
        .filter((each) => each.level !== null && each.effectiveOn <= asOf)
        .map(({ id, effectiveOn, precision }) => ({
          ...{ on: effectiveOn, precision, kind: "claim" as const },
          ...{ id, publisher: null },
        })),
    ),
  )
  const ratings = [...facts.records.rating.values()]
    .filter((it) => it.point === point && it.date <= asOf && here(it.region) && OFFICIAL.includes(it.kind))
    .map(({ id, date, precision, publisher }) => ({ on: date, precision, kind: "rating" as const, id, publisher }))
  const last = [...claims, ...ratings].sort((a, b) => order(b.on, a.on) || order(a.id, b.id))[0]
  return last ? { ...last, days: daysBetween(last.on, asOf) } : null
}
