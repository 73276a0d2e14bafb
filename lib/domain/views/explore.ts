import { type Day, monthsBetween, type Precision } from "@/lib/domain/date"
import type { Flat } from "@/lib/domain/import/cells"
import {
  cellOf,
  history,
  lastChecked,
  type Ledger,
  order,
  type Snapshot,
  snapshot,
  standing,
} from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Body, Commitment } from "@/lib/domain/records"
import { type Certainty, LANES, type Level, type Track, type UnratedReason } from "@/lib/domain/scale"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { promiseOf, type Promised } from "@/lib/domain/views/point"
import { silencesOf } from "@/lib/domain/views/rankings"
import { commitmentHead, commitmentsInScope, pointsInScope, type Text } from "@/lib/domain/views/scope"

/**
 * One commitment with everything that can be asked of it. Both lanes' levels stand beside each other; `reason` to
 * `evidence` speak of the lane asked for. Units: `gap` in levels, claim − finding; `months` whole months since checked.
 */
export type ExploreRow = {
  id: string
  code: string
  point: number
  track: Track
  text: Text
  finding: Level | null
  claim: Level | null
  gap: number | null
  /** Why there is no level in the lane asked for; null where there is one. */
  reason: UnratedReason | "not-assessed" | null
  certainty: Certainty | null
  effectiveOn: Day | null
  precision: Precision | null
  lastChecked: Day | null
  months: number | null
  /** Sources cited by the assessment in force. */
  evidence: number
  /** Different sources cited for it in either lane, up to the as-of day. */
  sources: number
  regions: string[]
  bodies: string[]
  type: Commitment["type"]
  basis: Commitment["restsOn"]["kind"]
  dueOn: Day | null
  duePrecision: Precision | null
  promise: Promised
}

/** What the rows name by number or id, once for all of them. */
export type ExploreNames = {
  points: Record<string, ExplorePoint>
  bodies: Record<string, Text & { sector: Body["sector"] }>
  regions: Record<string, Text>
}
export type ExplorePoint = {
  title: Text
  leads: string[]
  /** Rivals' verdicts on the point up to the as-of day, the newest in its own words. */
  ratings: number
  rating: { publisher: string; words: string; on: Day; precision: Precision } | null
  /** Promised reports on the point that never appeared. */
  silences: number
}

export type ExploreView = Frame & { items: ExploreRow[]; names: ExploreNames }

/**
 * Every commitment of the plan and region asked about, in the plan's order. Track and points are left to the reader's
 * choice (explore-choice.ts), so that each can be counted under all the others.
 */
export function exploreView(ledger: Ledger, question: Question): ExploreView {
  const facts = snapshot(ledger, question.known)
  const whole = { ...question, track: null, points: null }
  const places = new Map(pointsInScope(facts, whole).map((point) => [point.id, point.number]))
  const items = commitmentsInScope(facts, whole)
    .sort((a, b) => places.get(a.point)! - places.get(b.point)! || order(a.id, b.id))
    .map((it) => rowOf(facts, it, question))
  return {
    ...frameOf(ledger, facts, question, commitmentsInScope(facts, question)),
    items,
    names: namesOf(facts, items, whole),
  }
}

function rowOf(facts: Snapshot, it: Commitment, question: Question): ExploreRow {
  const { asOf, lane, region } = question
  const [finding, claim] = LANES.map((each) => standing(facts, cellOf({ commitment: it.id, lane: each, region }), asOf))
  const found = (lane === "claim" ? claim : finding) ?? null
  const [f, c] = [finding?.level ?? null, claim?.level ?? null]
  const checked = lastChecked(facts, cellOf({ commitment: it.id, lane, region }), asOf)
  const { code, point, text } = commitmentHead(facts, it)
  const cited = LANES.flatMap((each) => history(facts, cellOf({ commitment: it.id, lane: each, region }), asOf))
  return {
    id: it.id,
    code,
    point,
    track: it.track,
    text,
    finding: f,
    claim: c,
    gap: f === null || c === null ? null : c - f,
    reason: found ? found.unratedReason : "not-assessed",
    certainty: found?.certainty ?? null,
    effectiveOn: found?.effectiveOn ?? null,
    precision: found?.precision ?? null,
    lastChecked: checked,
    months: checked === null ? null : monthsBetween(checked, asOf),
    evidence: new Set(found?.evidence.map(({ source }) => source)).size,
    sources: new Set(cited.flatMap(({ evidence }) => evidence.map(({ source }) => source))).size,
    regions: it.regions,
    bodies: it.bodies,
    type: it.type,
    basis: it.restsOn.kind,
    dueOn: it.promisedBy,
    duePrecision: it.promisedByPrecision,
    promise: promiseOf(facts, it, question),
  }
}

function namesOf(facts: Snapshot, items: readonly ExploreRow[], question: Question): ExploreNames {
  const silences = silencesOf(facts, question)
  const points = pointsInScope(facts, question).map((point): [string, ExplorePoint] => {
    const ratings = [...facts.records.rating.values()]
      .filter((it) => it.point === point.id && it.date <= question.asOf)
      .sort((a, b) => order(b.date, a.date) || order(a.id, b.id))
    const [newest] = ratings
    return [
      String(point.number),
      {
        title: { en: point.titleEn, ur: point.titleUr },
        leads: point.leadBodies.map(({ body }) => body),
        ratings: ratings.length,
        rating: newest
          ? { publisher: newest.publisher, words: newest.rawLabel, on: newest.date, precision: newest.precision }
          : null,
        silences: silences.filter((it) => it.point?.id === point.id).length,
      },
    ]
  })
  const bodies = new Set([...items.flatMap((row) => row.bodies), ...points.flatMap(([, { leads }]) => leads)])
  const regions = new Set(items.flatMap((row) => row.regions))
  return {
    points: Object.fromEntries(points),
    bodies: Object.fromEntries(
      [...bodies].sort(order).map((id) => {
        const { nameEn, nameUr, sector } = facts.records.body.get(id)!
        return [id, { en: nameEn, ur: nameUr, sector }]
      }),
    ),
    regions: Object.fromEntries(
      [...regions].sort(order).map((id) => {
        const { nameEn, nameUr } = facts.records.region.get(id)!
        return [id, { en: nameEn, ur: nameUr }]
      }),
    ),
  }
}

/** The rows as lines of a table: names beside ids, so that a line stands on its own. */
export function exploreLines(view: ExploreView, rows: readonly ExploreRow[]): Flat[] {
  const { names } = view
  return rows.map((row) => {
    const { regions, bodies, text, point: number, ...plain } = row
    const point = names.points[number]!
    const bodyNames = (ids: readonly string[]) => joined(ids.map((id) => names.bodies[id]!.en))
    return {
      plan: view.plan,
      point: number,
      pointEn: point.title.en,
      pointUr: point.title.ur,
      commitment: plain.id,
      code: plain.code,
      track: plain.track,
      textEn: text.en,
      textUr: text.ur,
      findingLevel: plain.finding,
      claimLevel: plain.claim,
      gap: plain.gap,
      lane: view.lane,
      region: view.region?.id ?? null,
      reasonUnrated: plain.reason,
      certainty: plain.certainty,
      effectiveOn: plain.effectiveOn,
      precision: plain.precision,
      lastChecked: plain.lastChecked,
      monthsSinceChecked: plain.months,
      evidence: plain.evidence,
      sources: plain.sources,
      regions: joined(regions),
      bodiesEn: bodyNames(bodies),
      leadsEn: bodyNames(point.leads),
      type: plain.type,
      restsOn: plain.basis,
      dueOn: plain.dueOn,
      duePrecision: plain.duePrecision,
      promise: plain.promise,
      ratings: point.ratings,
      newestRating: point.rating?.words ?? null,
      newestRatingBy: point.rating?.publisher ?? null,
      newestRatingOn: point.rating?.on ?? null,
      silences: point.silences,
      asOf: view.asOf,
      revision: view.revision,
    }
  })
}

const joined = (words: readonly string[]) => (words.length > 0 ? words.join("; ") : null)
