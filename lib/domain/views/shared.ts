import { dayOf, type Instant } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import { cellOf, type Ledger, order, type Snapshot, snapshot, standing, type Version } from "@/lib/domain/ledger"
import { type Query, type Question, resolve } from "@/lib/domain/query"
import { type Kind, KIND_NAMES, type RecordOf } from "@/lib/domain/records"
import { type Track, TRACKS } from "@/lib/domain/scale"
import type { ShareChart, ShareScreen } from "@/lib/domain/share"
import { type Answer, answerOf } from "@/lib/domain/views/answer"
import { type Grid, gridOf } from "@/lib/domain/views/grid"
import { changesSince, overview, type OverviewView } from "@/lib/domain/views/overview"
import { pointView, type PointView, sourceView, type SourceView } from "@/lib/domain/views/point"
import { pointsList, type PointsView } from "@/lib/domain/views/points"
import { commitmentsInScope, pointsInScope } from "@/lib/domain/views/scope"

/** What a link opens, as it was settled when the link was made. `frozen` pins the revision in `query.known`. */
export type Scope = {
  screen: ShareScreen
  point: number | null
  query: Query
  frozen: boolean
  createdAt: Instant
}

/**
 * What a link shows. `query` is the stored one with the clocks a frozen copy stands still at; `sources` are those that the
 * levels in force rest on, in the order of their titles (a point's own screen names them itself, so there are none).
 */
export type SharedView = { query: Query; sources: SourceView[] } & (
  | { screen: "overview"; view: OverviewView }
  | { screen: "points"; view: PointsView }
  | { screen: "point"; view: PointView }
)

/**
 * The answer of a shared link, from nothing but the records within its scope: what lies outside is taken out of the
 * ledger before a view is made, so no part of a view can show it. The numbers are those of the site for the same
 * question. Null if the plan or the point is not part of the record as known then.
 */
export function sharedView(held: Ledger, scope: Scope, now: Instant): SharedView | null {
  const { question, query } = questionOf(held, scope, now)
  const facts = snapshot(held, question.known)
  if (!facts.records.plan.has(question.plan)) return null
  const ledger = within(held, facts, question)
  if (scope.screen === "overview") {
    const view = overview(ledger, question)
    return {
      screen: "overview",
      query,
      sources: sourcesBehind(ledger, question),
      view: { ...framed(view, held, facts, question, scope), grid: gridWithin(facts, question) },
    }
  }
  if (scope.screen === "points") {
    const view = pointsList(ledger, question)
    return {
      screen: "points",
      query,
      sources: sourcesBehind(ledger, question),
      view: { ...framed(view, held, facts, question, scope), grid: gridWithin(facts, question) },
    }
  }
  const view = pointView(ledger, question, scope.point ?? 0)
  return (
    view && {
      screen: "point",
      query,
      sources: [],
      view: framed(withOwnReasons(view, held, ledger), held, facts, question, scope),
    }
  )
}

/** The numbers of a shared link, as its digest is taken of them; null where sharedView is. */
export function sharedAnswer(held: Ledger, scope: Scope, now: Instant): Answer | null {
  const { question } = questionOf(held, scope, now)
  const facts = snapshot(held, question.known)
  return facts.records.plan.has(question.plan) ? answerOf(within(held, facts, question), question) : null
}

function sourcesBehind(ledger: Ledger, question: Question): SourceView[] {
  const facts = snapshot(ledger, question.known)
  const { lane, region, asOf } = question
  const ids = commitmentsInScope(facts, question).flatMap(({ id }) => {
    const found = standing(facts, cellOf({ commitment: id, lane, region }), asOf)
    return found?.evidence.map(({ source }) => source) ?? []
  })
  return [...new Set(ids)].map((id) => sourceView(facts, id)).sort((a, b) => order(a.title, b.title))
}

/** The same without the archived copies of its sources: on a private site these are behind sign-in, and so no way out. */
export const withoutCopies = (shared: SharedView): SharedView =>
  JSON.parse(JSON.stringify(shared, (name, value: unknown) => (name === "copy" ? null : value))) as SharedView

/**
 * How much of what a link shows is rated: of everything, and of each track where the screen adds them up; of a chart of
 * one strand its own track, of the evidence none.
 */
export function coverageOf(
  shared: SharedView,
  chart: ShareChart | null,
): { commitments: number; tracks: { track: Track; score: Score }[] } {
  if (shared.screen === "points") {
    return { commitments: shared.view.rows.reduce((total, row) => total + row.all.commitments, 0), tracks: [] }
  }
  const tracks = shared.screen === "point" ? shared.view.tracks[shared.view.lane] : shared.view.tracks
  const scores = { kinetic: tracks.kinetic, "non-kinetic": tracks.nonKinetic }
  const isShown = (track: Track) =>
    (shared.view.track ?? track) === track &&
    chart !== "evidence" &&
    (chart === null || !chart.startsWith("strand-") || chart === `strand-${track}`)
  return {
    commitments: tracks.all.commitments,
    tracks: TRACKS.filter(isShown).map((track) => ({ track, score: scores[track] })),
  }
}

/** A frozen copy stands still on the day it was made, unless the link names a day itself. */
function questionOf(held: Ledger, scope: Scope, now: Instant): { question: Question; query: Query } {
  const madeOn = dayOf(scope.createdAt)
  const points = scope.screen === "point" && scope.point !== null ? [scope.point] : scope.query.points
  const query = { ...scope.query, points, asOf: scope.query.asOf ?? (scope.frozen ? madeOn : null) }
  const question = resolve(query, held, now)
  return { query, question: scope.frozen ? { ...question, today: madeOn } : question }
}

/** The ledger with only what a question is about, each record judged as it stands at the question's revision. */
function within(held: Ledger, facts: Snapshot, question: Question): Ledger {
  const belongs = boundsOf(facts, question)
  const versions = Object.fromEntries(
    KIND_NAMES.map((kind) => [kind, keptVersions(held, kind, question.known, belongs[kind] as Belongs)]),
  ) as unknown as Ledger["versions"]
  const isKept = (number: number) => (entry: { kind: Kind; id: string }) =>
    versions[entry.kind].get(entry.id)?.some((version) => version.revision === number) ?? false
  const revisions = held.revisions
    .slice(0, question.known)
    .map((revision) => ({ ...revision, entries: revision.entries.filter(isKept(revision.number)) }))
  return { newest: question.known, revisions, versions }
}

type Belongs = (record: RecordOf<Kind>) => boolean

function keptVersions(held: Ledger, kind: Kind, known: number, belongs: Belongs): Map<string, Version[]> {
  const kept = new Map<string, Version[]>()
  for (const [id, all] of held.versions[kind] as Map<string, Version[]>) {
    const upToThen = all.filter((version) => version.revision <= known)
    const last = upToThen.at(-1)
    // A record corrected out of the scope goes with its past, or an older version would stand in for it.
    if (!last || !belongs(last.record)) continue
    kept.set(
      id,
      upToThen.filter((version) => belongs(version.record)),
    )
  }
  return kept
}

/** Which records of each kind a question is about. */
function boundsOf(facts: Snapshot, question: Question): { [K in Kind]: (record: RecordOf<K>) => boolean } {
  const { plan, region, asOf } = question
  const points = new Set(pointsInScope(facts, question).map((it) => it.id))
  const commitments = new Set(commitmentsInScope(facts, question).map((it) => it.id))
  const here = (it: string | null) => region === null || it === region
  const hereOrEverywhere = (it: string | null) => here(it) || it === null || it === "FEDERAL"
  return {
    region: (it) => hereOrEverywhere(it.id),
    body: () => true,
    source: () => true,
    plan: (it) => it.id === plan,
    point: (it) => points.has(it.id),
    commitment: (it) => commitments.has(it.id),
    assessment: (it) => commitments.has(it.commitment) && here(it.region) && it.effectiveOn <= asOf,
    check: (it) => commitments.has(it.commitment) && here(it.region) && it.checkedOn <= asOf,
    rating: (it) => it.point !== null && points.has(it.point) && hereOrEverywhere(it.region) && it.date <= asOf,
    silence: (it) => it.plan === plan && (it.point === null || points.has(it.point)),
    // The other end of a link is another edition's point, so only "dropped" says nothing about what lies outside.
    crosswalk: (it) => it.to === null && it.from !== null && points.has(it.from),
    event: (it) => it.date <= asOf && hereOrEverywhere(it.region),
    indicator: () => false,
    observation: () => false,
    // The second coder judged the whole territory.
    secondCoding: (it) => region === null && commitments.has(it.commitment) && it.asOf <= asOf,
  }
}

/** Made from all commitments, because a half out of view must not read as "nothing promised". */
function gridWithin(facts: Snapshot, question: Question): Grid {
  const grid = gridOf(facts, question)
  const outOfView = { state: "out-of-view" } as const
  const { track } = question
  return {
    ...grid,
    rows: grid.rows.map((row) => ({
      ...row,
      kinetic: track === "non-kinetic" ? outOfView : row.kinetic,
      nonKinetic: track === "kinetic" ? outOfView : row.nonKinetic,
    })),
  }
}

/** What a frozen copy shows does not depend on later revisions; only their number is told, for the strip. */
function framed<V extends OverviewView | PointsView | PointView>(
  view: V,
  held: Ledger,
  facts: Snapshot,
  question: Question,
  { frozen }: Scope,
): V {
  return {
    ...view,
    newest: frozen ? view.revision : held.newest,
    changesSince: changesSince(held, question.known, commitmentsInScope(facts, question)),
  }
}

/** A revision that also touched something outside gave one reason for all of it; that reason stays there. */
function withOwnReasons(view: PointView, held: Ledger, ledger: Ledger): PointView {
  const isWhole = (number: number) => {
    const [all, own] = [held.revisions[number - 1]!, ledger.revisions[number - 1]!]
    return all.kind === "dataset" || all.entries.length === own.entries.length
  }
  return {
    ...view,
    history: view.history.map((it) => (isWhole(it.revision) ? it : { ...it, reason: { en: "", ur: null } })),
  }
}
