import { dayOf, type Instant } from "@/lib/domain/date"
import type { Score } from "@/lib/domain/indices"
import { cellOf, type Ledger, order, type Snapshot, snapshot, standing } from "@/lib/domain/ledger"
import { type Query, type Question, resolve } from "@/lib/domain/query"
import { type Track, TRACKS } from "@/lib/domain/scale"
import type { ShareChart, ShareScreen } from "@/lib/domain/share"
import { comparisonOf, type OwnScope } from "@/lib/domain/share-own"
import { type Answer, answerOf } from "@/lib/domain/views/answer"
import { compareView } from "@/lib/domain/views/compare/compare"
import { type Grid, gridOf } from "@/lib/domain/views/grid"
import { momentumView } from "@/lib/domain/views/momentum"
import { outcomes } from "@/lib/domain/views/outcomes"
import { panelsOf } from "@/lib/domain/views/outcomes/panels"
import type { CitedView } from "@/lib/domain/views/cited"
import { changesSince, type Frame, overview } from "@/lib/domain/views/overview"
import { pointView, type PointView, sourceView, type SourceView } from "@/lib/domain/views/point"
import { pointsList } from "@/lib/domain/views/points"
import { commitmentsInScope } from "@/lib/domain/views/scope"
import { compareAnswer, momentumAnswer, outcomesAnswer, type ScreenAnswer } from "@/lib/domain/views/screen-answer"
import { isOfOwn, type Reach, reachOf, within } from "@/lib/domain/views/shared-bounds"

/** What a link opens, as it was settled when the link was made. `frozen` pins the revision in `query.known`. */
export type Scope = OwnScope & {
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
export type SharedView = { query: Query; sources: SourceView[] } & Extract<CitedView, { screen: ShareScreen }>

/**
 * The answer of a shared link, from nothing but the records within its scope: what lies outside is taken out of the
 * ledger before a view is made, so no part of a view can show it. The numbers are those of the site for the same
 * question. Null if a plan or the point is not part of the record as known then.
 */
export function sharedView(held: Ledger, scope: Scope, now: Instant): SharedView | null {
  const asked = askedBy(held, scope, now)
  if (asked === null) return null
  const { facts, ledger, question, query, reach } = asked
  const framed = <V extends Frame>(view: V): V => inFrame(view, held, facts, asked, scope)
  const sources = () => sourcesBehind(ledger, reach)
  const grid = () => gridWithin(facts, question)
  switch (scope.screen) {
    case "overview": {
      const view = { ...framed(overview(ledger, question)), grid: grid() }
      return { screen: "overview", query, sources: sources(), view }
    }
    case "points": {
      const view = { ...framed(pointsList(ledger, question)), grid: grid() }
      return { screen: "points", query, sources: sources(), view }
    }
    case "point": {
      const view = pointView(ledger, question, scope.point ?? 0)
      return view && { screen: "point", query, sources: [], view: framed(withOwnReasons(view, held, ledger)) }
    }
    case "compare":
      return { screen: "compare", query, sources: sources(), view: framed(compared(asked, scope)) }
    case "outcomes":
      return { screen: "outcomes", query, sources: sources(), view: framed(chosen(asked)) }
    case "momentum":
      return { screen: "momentum", query, sources: sources(), view: framed(momentumView(ledger, question)) }
  }
}

/**
 * The numbers of a shared link, as its digest is taken of them; null where sharedView is. The first screens rest on the
 * levels and indices of one question alone, the later ones on what each of them shows.
 */
export function sharedAnswer(held: Ledger, scope: Scope, now: Instant): Answer | ScreenAnswer | null {
  const asked = askedBy(held, scope, now)
  if (asked === null) return null
  const { ledger, question } = asked
  if (scope.screen === "compare") return compareAnswer(ledger, compared(asked, scope))
  const answer = answerOf(ledger, question)
  if (scope.screen === "outcomes") return outcomesAnswer(answer, chosen(asked))
  return scope.screen === "momentum" ? momentumAnswer(answer, momentumView(ledger, question)) : answer
}

type Asked = { facts: Snapshot; ledger: Ledger; question: Question; query: Query; reach: Reach }

function askedBy(held: Ledger, scope: Scope, now: Instant): Asked | null {
  const { question, query } = questionOf(held, scope, now)
  const facts = snapshot(held, question.known)
  const reach = reachOf(held, facts, question, scope)
  return reach && { facts, ledger: within(held, facts, reach), question, query, reach }
}

const compared = ({ ledger, question }: Asked, { comparison }: Scope) =>
  compareView(ledger, question, comparisonOf(comparison!))

/** Every panel within the bounds was chosen. */
const chosen = ({ ledger, facts, question }: Asked) =>
  outcomes(
    ledger,
    question,
    panelsOf(ledger, snapshot(ledger, facts.revision), question).map(({ id }) => id),
  )

function sourcesBehind(ledger: Ledger, { questions }: Reach): SourceView[] {
  const facts = snapshot(ledger, ledger.newest)
  const last = questions.map(({ asOf }) => asOf).reduce((a, b) => (a > b ? a : b))
  const ids = questions.flatMap((question) => {
    const { lane, region, asOf } = question
    return commitmentsInScope(facts, question).flatMap(({ id }) => {
      const found = standing(facts, cellOf({ commitment: id, lane, region }), asOf)
      return found?.evidence.map(({ source }) => source) ?? []
    })
  })
  return [...new Set(ids)].map((id) => sourceView(facts, id, last)).sort((a, b) => order(a.title, b.title))
}

/** The same without the archived copies of its sources: on a private site these are behind sign-in, and so no way out. */
export const withoutCopies = (shared: SharedView): SharedView =>
  JSON.parse(JSON.stringify(shared, (name, value: unknown) => (name === "copy" ? null : value))) as SharedView

/**
 * How much of what a link shows is rated: of everything, and of each track where the screen adds them up; of a chart of
 * one strand its own track, of the evidence none. A comparison says it of each side itself.
 */
export function coverageOf(
  shared: SharedView,
  chart: ShareChart | null,
): { commitments: number; tracks: { track: Track; score: Score }[] } {
  if (shared.screen === "points") {
    return { commitments: shared.view.rows.reduce((total, row) => total + row.all.commitments, 0), tracks: [] }
  }
  if (shared.screen === "compare") return { commitments: shared.view.b.tracks.all.commitments, tracks: [] }
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
function inFrame<V extends Frame>(view: V, held: Ledger, facts: Snapshot, { question, reach }: Asked, scope: Scope): V {
  const commitments = reach.questions.flatMap((each) => commitmentsInScope(facts, each))
  return {
    ...view,
    newest: scope.frozen ? view.revision : held.newest,
    changesSince: changesSince(held, question.known, commitments, isOfOwn(held, reach)),
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
