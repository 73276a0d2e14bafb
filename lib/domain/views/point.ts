import { isCodingTold } from "@/lib/domain/coding"
import type { Day, Precision } from "@/lib/domain/date"
import type { Imbalance, Score } from "@/lib/domain/indices"
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
import type { Assessment, Commitment, Crosswalk, Evidence, Point, Rating, Source } from "@/lib/domain/records"
import { bearsOn } from "@/lib/domain/region"
import { HIGHEST_LEVEL, LANES, type Lane, type Level, type Track } from "@/lib/domain/scale"
import { type HistoryItem, historyOf } from "@/lib/domain/views/history"
import { toldBy } from "@/lib/domain/views/lists"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { type RegionTile, regionTiles } from "@/lib/domain/views/region-tiles"
import { isSilent, type SilenceView, silencesOf } from "@/lib/domain/views/rankings"
import {
  commitmentHead,
  type CommitmentHead,
  commitmentsInScope,
  imbalanceOf,
  pointHead,
  type PointHead,
  scoreOf,
  type Text,
  type Tracks,
  tracksOf,
} from "@/lib/domain/views/scope"
import { type EventMark, eventsBetween, lineOf, type Reach } from "@/lib/domain/views/series"

/** A source as a reader sees it. `href` only where the address is https. */
export type SourceView = Pick<
  Source,
  | "id"
  | "kind"
  | "publisher"
  | "title"
  | "titleIsDescription"
  | "language"
  | "publishedOn"
  | "precision"
  | "copy"
  | "goneOn"
> & {
  href: string | null
}

/** One assessment with its evidence. `provisional`: from the starting data, not yet reviewed by an editor. */
export type AssessmentView = Pick<
  Assessment,
  "id" | "lane" | "level" | "unratedReason" | "effectiveOn" | "precision" | "certainty" | "rule" | "lifecycle"
> & {
  rationale: Text
  evidence: (Omit<Evidence, "source"> & { source: SourceView })[]
  revision: number
  provisional: boolean
}

export type LaneView = { inForce: AssessmentView | null; history: AssessmentView[]; lastChecked: Day | null }

/** What became of a dated promise, by the finding in force on the promised day; null where no date was set. */
export type Promised = "due" | "kept" | "missed" | "untold" | null

export type CommitmentView = CommitmentHead & {
  type: Commitment["type"]
  lead: boolean
  trackBasis: string
  bodies: Text[]
  restsOn: Commitment["restsOn"]
  anchors: Commitment["anchors"]
  promisedBy: Day | null
  promisedByPrecision: Precision | null
  promisedByNote: string | null
  promise: Promised
  lanes: Record<Lane, LaneView>
  /** Where the second coder came to another level in the finding lane. */
  secondCoding: { asOf: Day; first: Level | null; second: Level | null }[]
}

export type StrandView = {
  track: Track
  score: Record<Lane, Score>
  lines: Record<Lane, ({ on: Day } & Reach)[]>
  commitments: CommitmentView[]
}

export type PointView = Frame & {
  point: PointHead
  text: Text
  textKind: Point["textKind"]
  textUrIsOurTranslation: boolean
  numberIsOfficial: boolean
  publishedTrack: Point["publishedTrack"]
  wordingVariants: Point["wordingVariants"]
  note: string | null
  sources: SourceView[]
  /** The sources that wording variants, commitments and silences name by id. */
  cited: SourceView[]
  leads: { body: Text; role: string; confidence: string }[]
  tracks: Record<Lane, Tracks>
  imbalance: Imbalance
  strands: StrandView[]
  regions: RegionTile[]
  ratings: (Omit<Rating, "source"> & { source: SourceView })[]
  crosswalk: {
    relation: Crosswalk["relation"]
    share: number | null
    note: string | null
    from: PointHead | null
    to: PointHead | null
  }[]
  silences: SilenceView[]
  events: EventMark[]
  history: HistoryItem[]
  neighbours: { previous: PointHead | null; next: PointHead | null }
}

/** One point with everything known about it, or null if the plan has no such point. */
export function pointView(ledger: Ledger, asked: Question, number: number): PointView | null {
  const facts = snapshot(ledger, asked.known)
  const points = [...facts.records.point.values()]
    .filter((it) => it.plan === asked.plan)
    .sort((a, b) => a.number - b.number)
  const at = points.findIndex((it) => it.number === number)
  const point = points[at]
  if (!point) return null
  const question = { ...asked, points: [number] }
  const { asOf, region } = question
  const commitments = commitmentsInScope(facts, question)
  const tracks = Object.fromEntries(
    LANES.map((lane) => [lane, tracksOf(facts, commitments, { lane, region }, asOf)]),
  ) as Record<Lane, Tracks>
  const links = linked(facts, point.id)
  return {
    ...frameOf(ledger, facts, question, commitments),
    point: pointHead(facts, point),
    text: { en: point.textEn, ur: point.textUr },
    textKind: point.textKind,
    textUrIsOurTranslation: point.textUrIsOurTranslation,
    numberIsOfficial: point.numberIsOfficial,
    publishedTrack: point.publishedTrack,
    wordingVariants: point.wordingVariants,
    note: point.note,
    sources: point.sources.map((id) => sourceView(facts, id, asOf)),
    cited: citedBy(facts, point, commitments, asOf).map((id) => sourceView(facts, id, asOf)),
    leads: point.leadBodies.map((it) => ({ body: bodyName(facts, it.body), role: it.role, confidence: it.confidence })),
    tracks,
    imbalance: imbalanceOf(tracks[question.lane]),
    strands: (["kinetic", "non-kinetic"] as const)
      .filter((track) => question.track === null || question.track === track)
      .map((track) =>
        strandView(
          ledger,
          facts,
          question,
          track,
          commitments.filter((it) => it.track === track),
        ),
      ),
    regions: regionTiles(facts, question, point),
    ratings: [...facts.records.rating.values()]
      .filter((it) => it.point === point.id && bearsOn(region, it.region) && it.date <= asOf)
      .sort((a, b) => order(b.date, a.date) || order(a.id, b.id))
      .map((it) => ({ ...it, source: sourceView(facts, it.source, asOf) })),
    crosswalk: sortedById(facts.records.crosswalk.values())
      .filter((it) => links.has(it.id))
      .map((it) => ({
        relation: it.relation,
        share: it.share,
        note: it.note,
        from: it.from === null ? null : pointHead(facts, facts.records.point.get(it.from)!),
        to: it.to === null ? null : pointHead(facts, facts.records.point.get(it.to)!),
      })),
    silences: silencesOf(facts, question),
    events: eventsBetween(facts, "2014-12-01", asOf, [point.id], [region]),
    history: historyOf(ledger, facts, commitments, point.id, { asOf, region }),
    neighbours: {
      previous: at > 0 ? pointHead(facts, points[at - 1]!) : null,
      next: points[at + 1] ? pointHead(facts, points[at + 1]!) : null,
    },
  }
}

const sortedById = <T extends { id: string }>(items: Iterable<T>) => [...items].sort((a, b) => order(a.id, b.id))

function citedBy(facts: Snapshot, point: Point, commitments: Commitment[], asOf: Day): string[] {
  const silences = [...facts.records.silence.values()].filter((it) => it.point === point.id && isSilent(it, asOf))
  const ids = [
    ...point.wordingVariants.flatMap((it) => it.sources),
    ...commitments.flatMap((it) => it.restsOn.source ?? []),
    ...silences.flatMap((it) => it.sources),
  ]
  return [...new Set(ids)]
}

/** Links of the point itself, and those of the points it is linked with, so that a merger shows all its parts. */
function linked(facts: Snapshot, point: string): Set<string> {
  const links = [...facts.records.crosswalk.values()]
  const partners = new Set(links.filter((it) => it.from === point || it.to === point).flatMap((it) => [it.from, it.to]))
  partners.delete(null)
  const own = facts.records.point.get(point)!.plan
  const across = new Set([...partners].filter((id) => facts.records.point.get(id!)!.plan !== own))
  return new Set(
    links
      .filter((it) => it.from === point || it.to === point || across.has(it.from) || across.has(it.to))
      .map((it) => it.id),
  )
}

function strandView(
  ledger: Ledger,
  facts: Snapshot,
  question: Question,
  track: Track,
  commitments: Commitment[],
): StrandView {
  const from = facts.records.plan.get(question.plan)!.adoptedOn
  const byLane = <T>(of: (lane: Lane) => T) =>
    Object.fromEntries(LANES.map((lane) => [lane, of(lane)])) as Record<Lane, T>
  const reading = (lane: Lane) => ({ lane, region: question.region })
  return {
    track,
    score: byLane((lane) => scoreOf(facts, commitments, reading(lane), question.asOf)),
    lines: byLane((lane) => lineOf(facts, commitments, reading(lane), from, question.asOf)),
    commitments: commitments.map((it) => commitmentView(ledger, facts, question, it)),
  }
}

function commitmentView(ledger: Ledger, facts: Snapshot, question: Question, it: Commitment): CommitmentView {
  return {
    ...commitmentHead(facts, it),
    type: it.type,
    lead: it.lead,
    trackBasis: it.trackBasis,
    bodies: it.bodies.map((id) => bodyName(facts, id)),
    restsOn: it.restsOn,
    anchors: it.anchors,
    promisedBy: it.promisedBy,
    promisedByPrecision: it.promisedByPrecision,
    promisedByNote: it.promisedByNote,
    promise: promiseOf(facts, it, question),
    lanes: Object.fromEntries(
      LANES.map((lane) => {
        const cell = cellOf({ commitment: it.id, lane, region: question.region })
        const list = history(facts, cell, question.asOf).map((fact) =>
          assessmentView(ledger, facts, fact, question.asOf),
        )
        return [
          lane,
          { inForce: list.at(-1) ?? null, history: list, lastChecked: lastChecked(facts, cell, question.asOf) },
        ]
      }),
    ) as Record<Lane, LaneView>,
    secondCoding: secondCodingOf(facts, it.id, question),
  }
}

/** The second codings of a commitment that may be told and came to another level than the first coder. */
export function secondCodingOf(
  facts: Snapshot,
  commitment: string,
  question: Pick<Question, "asOf" | "region">,
): CommitmentView["secondCoding"] {
  const cell = cellOf({ commitment, lane: "finding", region: null })
  return sortedById(facts.records.secondCoding.values()).flatMap((coding) => {
    if (coding.commitment !== commitment || !isCodingTold(coding, question)) return []
    const first = standing(facts, cell, coding.asOf)?.level ?? null
    return first === coding.level ? [] : [{ asOf: coding.asOf, first, second: coding.level }]
  })
}

/** What became of what a commitment promised, in the region asked about. */
export function promiseOf(facts: Snapshot, it: Commitment, { asOf, region }: Question): Promised {
  if (it.promisedBy === null) return null
  if (it.promisedBy > asOf) return "due"
  const then = standing(facts, cellOf({ commitment: it.id, lane: "finding", region }), it.promisedBy)?.level ?? null
  return then === null ? "untold" : then === HIGHEST_LEVEL ? "kept" : "missed"
}

/** An assessment with its evidence; `asOf` is the day up to which is told what became of its sources. */
export function assessmentView(ledger: Ledger, facts: Snapshot, it: Assessment, asOf: Day): AssessmentView {
  const revision = facts.publishedBy.get(`assessment/${it.id}`)!
  return {
    id: it.id,
    lane: it.lane,
    level: it.level,
    unratedReason: it.unratedReason,
    effectiveOn: it.effectiveOn,
    precision: it.precision,
    certainty: it.certainty,
    rule: it.rule,
    lifecycle: it.lifecycle,
    rationale: { en: it.rationaleEn, ur: it.rationaleUr },
    evidence: it.evidence.map((each) => ({ ...each, source: sourceView(facts, each.source, asOf) })),
    revision,
    provisional: ledger.revisions[revision - 1]!.kind === "dataset",
  }
}

/** A source as it could be told by a day. */
export function sourceView(facts: Snapshot, id: string, asOf: Day): SourceView {
  const source = toldBy("source", facts.records.source.get(id)!, asOf)
  const { kind, publisher, title, titleIsDescription, language, publishedOn, precision, url, copy, goneOn } = source
  const href = url?.startsWith("https:") ? url : null
  return { id, kind, publisher, title, titleIsDescription, language, publishedOn, precision, copy, goneOn, href }
}

function bodyName(facts: Snapshot, id: string): Text {
  const { nameEn, nameUr } = facts.records.body.get(id)!
  return { en: nameEn, ur: nameUr }
}
