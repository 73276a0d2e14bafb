import type { Imbalance, Score } from "@/lib/domain/indices"
import type { Ledger } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import { type Answer, answerOf } from "@/lib/domain/views/answer"
import type { CompareView, SideView } from "@/lib/domain/views/compare/compare"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { OutcomesView } from "@/lib/domain/views/outcomes"
import type { Tracks } from "@/lib/domain/views/scope"

/**
 * The shape of what a frozen link to one of the later screens promises to keep. A later shape gets a number of its own
 * and leaves this one as it is: digests rest on it, field by field, so nothing is copied from a view as a whole.
 */
export const SCREEN_FORMAT = 2

/** The numbers of a screen that shows more than the indices of one question, without a word of how it looks. */
export type ScreenAnswer = { format: typeof SCREEN_FORMAT } & (CompareAnswer | OutcomesAnswer | MomentumAnswer)

type CompareAnswer = {
  screen: "compare"
  by: CompareView["by"]
  /** Each side on its own, with what every level rests on. */
  sides: [Answer, Answer]
  basket: CompareView["basket"]
  comparable: Comparison
  rows: object[]
  commitments: object[]
  moves: object[]
  events: string[]
  claims: object | null
  plans: object | null
}
type Comparison = { a: Tracks; b: Tracks; imbalance: [Imbalance, Imbalance]; differences: object; pairs: object }
type OutcomesAnswer = { screen: "outcomes"; answer: Answer; series: object[]; events: string[]; panels: object[] }
type MomentumAnswer = {
  screen: "momentum"
  answer: Answer
  steps: object[]
  compositions: object[]
  stale: object[]
  promises: object
  leads: object
  provinces: object[]
}

/** What a comparison shows, from a ledger and the view made of it. */
export function compareAnswer(ledger: Ledger, view: CompareView): ScreenAnswer {
  const { a, b, comparable, basket } = view
  const { kind, shared, onlyA, onlyB } = basket
  return {
    format: SCREEN_FORMAT,
    screen: "compare",
    by: view.by,
    sides: [answerOf(ledger, questionOf(view, a)), answerOf(ledger, questionOf(view, b))],
    basket: { kind, shared, onlyA, onlyB },
    comparable: {
      a: tracks(comparable.a),
      b: tracks(comparable.b),
      imbalance: [comparable.imbalance.a, comparable.imbalance.b],
      differences: comparable.differences,
      pairs: comparable.pairs,
    },
    rows: view.rows.map(({ point, from, track, a, b, difference, pairs }) => {
      return { point: point.id, from: ids(from), track, a: scored(a), b: scored(b), difference, pairs }
    }),
    commitments: view.commitments.map(({ commitment, from, steps, movement }) => {
      return { id: commitment.id, from: from?.id ?? null, steps, movement }
    }),
    moves: view.moves.map(({ commitment, from, isFirst, to }) => {
      return { commitment: commitment.id, on: to.effectiveOn, from, isFirst, to: to.level }
    }),
    events: ids(view.events),
    claims: view.claims && claimsOf(view.claims),
    plans: view.plansCompared && plansOf(view.plansCompared),
  }
}

/** A side's own question; points are of both sides or of none. */
function questionOf(view: CompareView, { plan, asOf, lane, track, region }: SideView): Question {
  const { today, revision: known, points } = view
  return { plan: plan.id, asOf, known, lane, track, region: region?.id ?? null, points, today }
}

const claimsOf = ({ rows, series, silences }: NonNullable<CompareView["claims"]>) => ({
  rows: rows.map(({ point, claim, finding, gap, pairs, rank, ratings, silences, lastOfficial }) => ({
    point: point.id,
    ...{ claim: scored(claim), finding: scored(finding), gap, pairs, rank },
    ratings: ids(ratings),
    silences: silences.map(({ id, status, days }) => ({ id, status, days })),
    lastOfficial: lastOfficial && { on: lastOfficial.on, kind: lastOfficial.kind, days: lastOfficial.days },
  })),
  series: { claim: lines(series.claim), finding: lines(series.finding) },
  silences: silences.map(({ id, status, days }) => ({ id, status, days })),
})

function plansOf({ core, links, dropped, partly, added }: NonNullable<CompareView["plansCompared"]>) {
  const { cover, changedAt } = core
  const line = (it: typeof core.lines.b) => it && { plan: it.plan, inForceTo: it.inForceTo, series: lines(it.series) }
  return {
    cover: [cover.a, cover.b],
    changedAt: changedAt?.revision ?? null,
    lines: [line(core.lines.a), line(core.lines.b)],
    links: links.map(({ id, from, to, relation, share, basis, note }) => {
      return { id, from: from?.id ?? null, to: to?.id ?? null, relation, share, basis, note }
    }),
    ...{ dropped: ids(dropped), partly: ids(partly), added: ids(added) },
  }
}

/** What the outcomes show: the plan's indices over time and every figure of the panels chosen, with its source. */
export const outcomesAnswer = (answer: Answer, view: OutcomesView): ScreenAnswer => ({
  format: SCREEN_FORMAT,
  screen: "outcomes",
  answer,
  series: lines(view.series),
  events: ids(view.events),
  panels: view.panels.map(({ id, publisher, indicator, unit, region, figures }) => ({
    ...{ id, publisher, indicator, unit, region },
    figures: figures.map(({ series, year, value, isMain, isBreak, isPartial, breakNote, note, source, ...it }) => ({
      ...{ series, year, value, isMain, isBreak, isPartial, breakNote, note },
      ...{ confidence: it.confidence, source: source?.id ?? null, before: it.before?.value ?? null },
    })),
  })),
})

/** What the momentum shows, part by part. */
export const momentumAnswer = (answer: Answer, view: MomentumView): ScreenAnswer => ({
  format: SCREEN_FORMAT,
  screen: "momentum",
  answer,
  steps: view.steps.map(({ year, track, up, down, newlyRated, unrated, change }) => {
    return { year, track, up, down, newlyRated, unrated, change }
  }),
  compositions: view.compositions.map(({ on, track, score }) => ({ on, track, score: scored(score) })),
  stale: view.stale.map(({ months, rated, stale, tracks: left }) => ({ months, rated, stale, tracks: tracks(left) })),
  promises: {
    commitments: view.promises.commitments.map(({ commitment, promisedBy, isDue, atDue, now, reachedOn, days }) => {
      return { commitment: commitment.id, promisedBy, isDue, atDue, now, reachedOn, days }
    }),
    reports: view.promises.reports.map(({ id, dueOn, isDue, status, days }) => ({ id, dueOn, isDue, status, days })),
    past: view.promises.past,
  },
  leads: {
    kinds: view.leads.kinds.map(({ sector, tracks: own, bodies }) => ({
      sector,
      tracks: tracks(own),
      bodies: bodies.map((body) => ({ id: body.id, tracks: tracks(body.tracks) })),
    })),
    nobody: scored(view.leads.nobody),
  },
  provinces: view.provinces.regions.map(({ id, points }) => ({
    id,
    points: points.map((point) => ({
      number: point.number,
      state: point.state,
      ...(point.state !== "not-applicable" && { level: point.level, score: scored(point.score) }),
    })),
  })),
})

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)

/** A score as answers have kept it from the first; its other parts follow from these. */
const scored = ({ index, low, high, coverage, commitments, rated }: Score) => ({
  ...{ index, low, high, coverage, commitments, rated },
})

const tracks = ({ kinetic, nonKinetic, all }: Tracks): Tracks => ({ kinetic, nonKinetic, all })

const lines = (series: OutcomesView["series"]) =>
  series.map(({ on, kinetic, nonKinetic }) => {
    const reach = ({ index, low, high }: typeof kinetic) => ({ index, low, high })
    return { on, kinetic: reach(kinetic), nonKinetic: reach(nonKinetic) }
  })
