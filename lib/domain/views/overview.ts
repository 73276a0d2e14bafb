import type { Day, Instant } from "@/lib/domain/date"
import type { Imbalance } from "@/lib/domain/indices"
import { cellOf, type Entry, type Ledger, order, type Snapshot, snapshot, standing } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Commitment } from "@/lib/domain/records"
import { WHOLE_COUNTRY } from "@/lib/domain/region"
import type { Lane, Track } from "@/lib/domain/scale"
import { type Grid, gridOf } from "@/lib/domain/views/grid"
import {
  type Gap,
  gapsOf,
  type LevelChange,
  levelChanges,
  type SectorScore,
  sectorsOf,
  type SilenceView,
  silencesOf,
  type Stale,
  stalest,
} from "@/lib/domain/views/rankings"
import {
  commitmentsInScope,
  imbalanceOf,
  type PlanHead,
  plansOf,
  pointsInScope,
  type Text,
  type Tracks,
  tracksOf,
} from "@/lib/domain/views/scope"
import {
  type EventMark,
  eventsBetween,
  type Headline,
  headlineOf,
  type Momentum,
  momentumOf,
  type SeriesPoint,
  seriesOf,
} from "@/lib/domain/views/series"
import { type Timeline, timelineOf } from "@/lib/domain/views/timeline"

/** What every view says of itself: which question it answers, from what, as known when. */
export type Frame = {
  revision: number
  newest: number
  publishedAt: Instant
  /** The newest revisions with their moments, newest first: what "as known in" can be set to by name. */
  recent: { revision: number; publishedAt: Instant }[]
  asOf: Day
  today: Day
  plan: string
  plans: PlanHead[]
  lane: Lane
  track: Track | null
  region: { id: string; name: Text } | null
  regions: { id: string; name: Text }[]
  points: number[] | null
  /** The days it can be asked about, with events, and what had been published by the one it is. */
  timeline: Timeline
  /** Assessments behind this view that come from the starting data and that no editor has reviewed. */
  provisional: number
  /** Revisions after the one shown that touched this view's records. */
  changesSince: number
}

export type OverviewView = Frame & {
  tracks: Tracks
  imbalance: Imbalance
  headline: Headline
  momentum: Momentum
  series: SeriesPoint[]
  events: EventMark[]
  grid: Grid
  gaps: Gap[]
  changes: LevelChange[]
  stalest: Stale[]
  silences: SilenceView[]
  sectors: SectorScore[]
}

/** The overview of one plan: every number the page, its tables, the API and a share of it show. */
export function overview(ledger: Ledger, question: Question): OverviewView {
  const facts = snapshot(ledger, question.known)
  const plan = facts.records.plan.get(question.plan)!
  const commitments = commitmentsInScope(facts, question)
  const reading = { lane: question.lane, region: question.region }
  const tracks = tracksOf(facts, commitments, reading, question.asOf)
  const points = question.points === null ? null : pointsInScope(facts, question).map((point) => point.id)
  return {
    ...frameOf(ledger, facts, question, commitments),
    tracks,
    imbalance: imbalanceOf(tracks),
    headline: headlineOf(tracks, question),
    momentum: momentumOf(facts, commitments, reading, tracks, question.asOf),
    series: seriesOf(facts, commitments, reading, plan.adoptedOn, question.asOf),
    events: eventsBetween(facts, "2014-12-01", question.asOf, points, [question.region]),
    grid: gridOf(facts, question),
    gaps: gapsOf(facts, commitments, question),
    changes: levelChanges(facts, commitments, reading, question.asOf),
    stalest: stalest(facts, commitments, reading, question.asOf),
    silences: silencesOf(facts, question),
    sectors: sectorsOf(facts, commitments, reading, question.asOf),
  }
}

const RECENT_REVISIONS = 60

export function frameOf(
  ledger: Ledger,
  facts: Snapshot,
  question: Question,
  commitments: readonly Commitment[],
): Frame {
  const regions = [...facts.records.region.values()]
    .filter((region) => region.id !== WHOLE_COUNTRY)
    .sort((a, b) => order(a.id, b.id))
    .map((region) => ({ id: region.id, name: { en: region.nameEn, ur: region.nameUr } }))
  return {
    revision: facts.revision,
    newest: ledger.newest,
    publishedAt: revisionAt(ledger, facts.revision).publishedAt,
    recent: ledger.revisions
      .slice(-RECENT_REVISIONS)
      .map(({ number, publishedAt }) => ({ revision: number, publishedAt }))
      .reverse(),
    asOf: question.asOf,
    today: question.today,
    plan: question.plan,
    plans: plansOf(facts),
    lane: question.lane,
    track: question.track,
    region: regions.find((region) => region.id === question.region) ?? null,
    regions,
    points: question.points,
    timeline: timelineOf(ledger, facts, question),
    provisional: provisionalIn(ledger, facts, question, commitments),
    changesSince: changesSince(ledger, facts.revision, commitments),
  }
}

/** Revision numbers are 1, 2, 3 … without gaps. @throws RangeError for one that does not exist. */
export function revisionAt(ledger: Ledger, number: number) {
  const revision = ledger.revisions[number - 1]
  if (!revision) throw new RangeError(`No revision ${number}`)
  return revision
}

/** Ratings in force behind a question that no editor has reviewed, as `Frame.provisional` counts them. */
export function provisionalOf(ledger: Ledger, question: Question): number {
  const facts = snapshot(ledger, question.known)
  return provisionalIn(ledger, facts, question, commitmentsInScope(facts, question))
}

function provisionalIn(
  ledger: Ledger,
  facts: Snapshot,
  question: Question,
  commitments: readonly Commitment[],
): number {
  return commitments.filter((it) => {
    const cell = cellOf({ commitment: it.id, lane: question.lane, region: question.region })
    const inForce = standing(facts, cell, question.asOf)
    if (!inForce) return false
    return revisionAt(ledger, facts.publishedBy.get(`assessment/${inForce.id}`)!).kind === "dataset"
  }).length
}

/**
 * How many revisions after `known` touched a commitment of this view, its points or its assessments. `isOwn`: what else
 * the view rests on.
 */
export function changesSince(
  ledger: Ledger,
  known: number,
  commitments: readonly Commitment[],
  isOwn: (entry: Entry) => boolean = () => false,
): number {
  const ids = new Set(commitments.flatMap((it) => [it.id, it.point]))
  const concerns = (entry: Entry) => {
    const { kind, id, key } = entry
    if (kind === "assessment") return ids.has(key.split("/")[1]!)
    return ((kind === "commitment" || kind === "point") && ids.has(id)) || isOwn(entry)
  }
  return ledger.revisions.slice(known).filter((revision) => revision.entries.some(concerns)).length
}
